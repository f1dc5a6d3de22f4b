//! Files under `static/`, copied as they are.

use rayon::prelude::*;

use super::OutputFile;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

const FOLDER: &str = "static/";

/// Their paths in the output folder.
pub(super) fn paths(sources: &Sources) -> impl Iterator<Item = String> {
    sources.under(FOLDER).filter_map(|path| path.strip_prefix(FOLDER)).map(str::to_owned)
}

/// Hands each to `take`, one at a time for each thread: together they can be larger than the memory.
pub(super) fn each<E: Send>(
    sources: &Sources,
    diagnostics: &Diagnostics,
    take: impl Fn(OutputFile) -> Result<(), E> + Sync,
) -> Result<(), E> {
    let files: Vec<&str> = sources.under(FOLDER).collect();
    files.par_iter().try_for_each(|file| match (file.strip_prefix(FOLDER), sources.bytes(file)) {
        (Some(path), Ok(bytes)) => take(OutputFile { path: path.to_owned(), bytes }),
        (_, Err(problem)) => {
            diagnostics.push(problem);
            Ok(())
        }
        (None, Ok(_)) => Ok(()),
    })
}
