//! `supportal theme eject`: files of a theme as a start for one's own. Nothing that exists is touched.

use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::of_site;
use crate::built_in;
use crate::cli::{Exit, readable, say};
use crate::diagnostic::guess::nearest;
use crate::diagnostic::{Diagnostics, reason};
use crate::source::{self, Sources};
use crate::theme;

/// A file of the theme, and its path in the site.
type Copy = (String, String);

/// Copies the files and says where they are.
pub(super) fn run(site: &Path, name: Option<&str>, paths: &[String]) -> Exit {
    if let Err(exit) = readable(site) {
        return exit;
    }
    let partner = source::scan(site, &Diagnostics::new());
    let sources = built_in::sources().overlaid_by(&partner);
    let name = name.map_or_else(|| of_site(&partner), str::to_owned);
    let copies = match copies(&sources, &name, paths) {
        Ok(copies) => copies,
        Err(message) => {
            say::aside(format_args!("error: {message}\nNothing was written."));
            return Exit::WrongUsage;
        }
    };
    let standing: Vec<&str> =
        copies.iter().map(|(_, to)| to.as_str()).filter(|to| site.join(to).symlink_metadata().is_ok()).collect();
    if !standing.is_empty() {
        say::aside(format_args!("error: these exist already: {}", standing.join(", ")));
        say::aside("  rename or move them, or name other files of the theme\nNothing was written.");
        return Exit::WrongUsage;
    }
    for (from, to) in &copies {
        match copy(site, &sources, from, to) {
            Ok(()) => say::aside(format_args!("{to}")),
            Err(problem) => {
                say::aside(format_args!("error: cannot write {to}: {}", reason(&problem)));
                return Exit::CannotReadOrWrite;
            }
        }
    }
    say::aside(format_args!("{} files of the theme {name} are now yours to change.", copies.len()));
    Exit::Done
}

/// Which file goes where: single templates and components to `templates/`, styles and whole themes to `themes/<name>/`.
fn copies(sources: &Sources, name: &str, paths: &[String]) -> Result<Vec<Copy>, String> {
    if !theme::names(sources).contains(&name) {
        return Err(format!("there is no theme `{name}`; the themes are: {}", theme::names(sources).join(", ")));
    }
    let folder = format!("themes/{name}/");
    let files: Vec<&str> = sources.under(&folder).filter_map(|path| path.strip_prefix(&folder)).collect();
    if paths.is_empty() {
        return Ok(files.into_iter().map(|file| (format!("{folder}{file}"), format!("{folder}{file}"))).collect());
    }
    let mut copies = Vec::new();
    for path in paths {
        let path = path.replace('\\', "/");
        let wanted = |file: &&&str| {
            **file == path || file.strip_prefix(&path).is_some_and(|rest| path.ends_with('/') || rest.starts_with('/'))
        };
        let before = copies.len();
        copies.extend(files.iter().filter(wanted).map(|file| (format!("{folder}{file}"), place(file, &folder))));
        if copies.len() == before {
            let near = nearest(&path, files.iter().copied()).map(|near| format!("; did you mean {near}?"));
            let near = near.unwrap_or_else(|| format!("; it has: {}", files.join(", ")));
            return Err(format!("the theme {name} has no file {path}{near}"));
        }
    }
    copies.sort();
    copies.dedup();
    Ok(copies)
}

/// The path in the site at which a file of a theme is looked for first.
fn place(file: &str, folder: &str) -> String {
    match file.strip_prefix("templates/") {
        Some(template) => format!("templates/{template}"),
        None if file.starts_with("components/") => format!("templates/{file}"),
        None => format!("{folder}{file}"),
    }
}

fn copy(site: &Path, sources: &Sources, from: &str, to: &str) -> Result<(), Error> {
    let bytes = sources.bytes(from).map_err(|problem| Error::other(problem.message.into_string()))?;
    let target = site.join(to);
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
        inside(site, folder)?;
    }
    // Whoever made the file in the meantime keeps it.
    std::fs::File::create_new(&target)?.write_all(&bytes)
}

/// Refuses a folder that a link leads out of the site.
fn inside(site: &Path, folder: &Path) -> Result<(), Error> {
    let (site, folder): (PathBuf, PathBuf) = (site.canonicalize()?, folder.canonicalize()?);
    match folder.starts_with(&site) {
        true => Ok(()),
        false => Err(Error::new(ErrorKind::InvalidInput, "a link leads out of the site")),
    }
}
