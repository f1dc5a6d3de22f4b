//! Files under `static/`, copied as they are.

use super::OutputFile;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

const FOLDER: &str = "static/";

/// Their paths in the output folder.
pub(super) fn paths(sources: &Sources) -> impl Iterator<Item = String> {
    sources.under(FOLDER).filter_map(|path| path.strip_prefix(FOLDER)).map(str::to_owned)
}

/// The files.
pub(super) fn files(sources: &Sources, diagnostics: &Diagnostics) -> Vec<OutputFile> {
    let files = sources.under(FOLDER).filter_map(|path| {
        let bytes = sources.bytes(path).map_err(|problem| diagnostics.push(problem)).ok()?;
        Some(OutputFile { path: path.strip_prefix(FOLDER)?.to_owned(), bytes })
    });
    files.collect()
}
