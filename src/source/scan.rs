//! Walking the partner's folder.

use std::path::Path;

use walkdir::WalkDir;

use super::Sources;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code};

/// The folders of a site that hold sources; everything else in it is not ours to read.
const FOLDERS: [&str; 4] = ["content", "static", "templates", "themes"];

/// Lists the sources under `root`. Symlinks are reported and left out: none may lead out of the site.
pub fn scan(root: &Path, diagnostics: &Diagnostics) -> Sources {
    let mut sources = Sources::default();
    let config = root.join("support.toml");
    if config.is_file() {
        sources.insert_disk("support.toml".to_owned(), config);
    }
    for folder in FOLDERS {
        let top = root.join(folder);
        if top.is_symlink() || top.is_dir() {
            walk(root, &top, &mut sources, diagnostics);
        }
    }
    sources
}

fn walk(root: &Path, top: &Path, sources: &mut Sources, diagnostics: &Diagnostics) {
    let visible = |name: &str| !name.starts_with('.') && !name.ends_with('~') && !name.starts_with('#');
    let entries = WalkDir::new(top).follow_links(false).into_iter().filter_entry(|e| {
        e.depth() == 0 || visible(&e.file_name().to_string_lossy()) || e.file_name() == ".well-known"
    });
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(Diagnostic::error(code::IO_01, format!("cannot read the folder: {error}")));
                continue;
            }
        };
        let Some(path) = site_path(root, entry.path()) else {
            diagnostics.push(
                Diagnostic::error(
                    code::IO_01,
                    format!("the file name {} is not readable text", entry.path().display()),
                )
                .hint("rename the file with ordinary letters and digits"),
            );
            continue;
        };
        if entry.file_type().is_symlink() {
            diagnostics.push(
                Diagnostic::error(code::IO_01, format!("{path} is a symbolic link, and a site holds none"))
                    .at(Place::file(&SourceFile::new(path.as_str(), "")))
                    .hint("copy the file or folder into the site"),
            );
        } else if entry.file_type().is_file() {
            sources.insert_disk(path, entry.path().to_owned());
        }
    }
}

fn site_path(root: &Path, file: &Path) -> Option<String> {
    let relative = file.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = relative.components().map(|c| c.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
