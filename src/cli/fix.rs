//! `supportal check --fix`: certain fixes, written into the files of the site.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Exit, say};
use crate::diagnostic::fix::{self, Fixed};
use crate::diagnostic::{Diagnostic, Diagnostics, reason};
use crate::pipeline::{self, Options};
use crate::timing::Timings;

/// A fix can show what was hidden behind the fault, but not for ever.
const ROUNDS: usize = 5;

/// The byte order mark, with which Notepad begins a file.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Applies certain fixes until none is left.
pub(super) fn run(site: &Path, options: &Options, quiet: bool) -> Result<(), Exit> {
    for _ in 0..ROUNDS {
        let diagnostics = Diagnostics::new();
        pipeline::check(site, options, &mut Timings::default(), &diagnostics);
        let problems: Vec<Diagnostic> = diagnostics.into_sorted();
        let files = fix::apply(&problems);
        if files.is_empty() {
            return Ok(());
        }
        for file in &files {
            write(site, file)?;
            for (line, column, old, new) in file.changes.iter().filter(|_| !quiet) {
                say::aside(format_args!("fixed {}:{line}:{column}: {old} is now {new}", file.source.path()));
            }
        }
    }
    Ok(())
}

fn write(site: &Path, file: &Fixed) -> Result<(), Exit> {
    let path = site.join(file.source.path());
    replace(&path, file).map_err(|problem| {
        say::aside(format_args!("error: cannot fix {}: {}", file.source.path(), reason(&problem)));
        Exit::CannotReadOrWrite
    })
}

/// Writes the whole text beside the file, then puts it in its place: at no moment is there half a file.
fn replace(path: &Path, file: &Fixed) -> io::Result<()> {
    if fs::metadata(path)?.permissions().readonly() {
        return Err(io::Error::other("it is protected against writing; allow it, or change the file yourself"));
    }
    let stands = fs::read(path)?;
    let (mark, text) = match stands.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => (&b""[..], stands.as_slice()),
    };
    if text != file.source.text().as_bytes() {
        return Err(io::Error::other("it changed while it was checked"));
    }
    let beside = beside(path);
    let written = fs::File::options().write(true).create_new(true).open(&beside).and_then(|mut new| {
        new.write_all(mark)?;
        new.write_all(file.text.as_bytes())?;
        new.set_permissions(fs::metadata(path)?.permissions())?;
        new.sync_all()
    });
    written.and_then(|()| fs::rename(&beside, path)).inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// A name that is no source: those that begin with `~` are files of other programs.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("~{name}.{}", std::process::id()))
}
