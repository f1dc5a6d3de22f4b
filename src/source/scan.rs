//! Walking the partner's folder.

use std::ffi::OsStr;
use std::fs::FileType;
use std::path::{Component, MAIN_SEPARATOR, Path};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::Sources;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code, reason};

/// The name of the configuration file.
pub(super) const CONFIGURATION: &str = "support.toml";

/// The folders of a site that hold sources; everything else in it is not ours to read.
pub const FOLDERS: [&str; 4] = ["content", "static", "templates", "themes"];

/// Lists the sources under `root`. Symlinks are reported and left out: none may lead out of the site.
pub fn scan(root: &Path, diagnostics: &Diagnostics) -> Sources {
    let mut sources = Sources::default();
    let base: Arc<Path> = Arc::from(root);
    match configuration(root) {
        Ok(()) => sources.insert_disk(CONFIGURATION.to_owned(), &base),
        Err(problem) => sources.insert_unusable(CONFIGURATION, problem),
    }
    for folder in FOLDERS {
        let top = root.join(folder);
        match std::fs::symlink_metadata(&top) {
            Ok(found) if found.is_dir() => walk(&base, &top, &mut sources, diagnostics),
            Ok(found) if found.is_symlink() => diagnostics.push(link(folder)),
            Ok(_) => diagnostics.push(
                strange(folder, format!("{folder} is a file, and must be a folder"))
                    .hint("give the file another name, and make a folder of this name if you need one"),
            ),
            Err(_) => {}
        }
    }
    sources
}

/// Whether `support.toml` is a file to read; if not, what stands there instead.
fn configuration(root: &Path) -> Result<(), Diagnostic> {
    match std::fs::symlink_metadata(root.join(CONFIGURATION)) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(found) if found.is_symlink() => Err(link(CONFIGURATION)),
        Ok(found) if found.is_dir() => {
            Err(strange(CONFIGURATION, "support.toml is a folder, and must be a file".to_owned())
                .hint("rename the folder, and put the file support.toml in its place"))
        }
        Ok(_) => Err(strange(CONFIGURATION, "support.toml is a pipe or a device, and must be a file".to_owned())
            .hint("put an ordinary text file in its place")),
        Err(_) => Err(missing(root)),
    }
}

/// There is no `support.toml`; a file whose name is nearly this is named.
fn missing(root: &Path) -> Diagnostic {
    let entries = std::fs::read_dir(root).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let near = names
        .filter(|name| {
            let name = name.to_lowercase();
            name == CONFIGURATION || name.strip_prefix(CONFIGURATION).is_some_and(|rest| rest.starts_with('.'))
        })
        .min();
    let problem = strange(CONFIGURATION, "there is no support.toml in this folder".to_owned());
    match near {
        Some(name) => problem.hint(format!(
            "rename {name} to support.toml; in Windows Explorer choose View, Show, File name extensions, to see its whole name"
        )),
        None => problem.hint("give the folder that holds support.toml"),
    }
}

fn walk(base: &Arc<Path>, top: &Path, sources: &mut Sources, diagnostics: &Diagnostics) {
    let root: &Path = base;
    for entry in visible(top) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(unreadable(root, &error));
                continue;
            }
        };
        match site_path(root, entry.path()) {
            Some(path) if entry.file_type().is_file() => sources.insert_disk(path, base),
            Some(path) => diagnostics.extend(refuse(&path, entry.file_type())),
            None => {
                let path = relative(root, entry.path()).to_string_lossy().into_owned();
                diagnostics.push(
                    strange(&path, format!("the name of {path} is not readable text"))
                        .hint("rename it with ordinary letters and digits"),
                );
            }
        }
    }
}

/// What lies in the source folder `top`, and the folder itself, without what is not the partner's.
pub(super) fn visible(top: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let entries = WalkDir::new(top).follow_links(false).into_iter();
    entries.filter_entry(|entry| entry.depth() == 0 || is_visible(entry.file_name()))
}

/// Whether what happens at `path`, relative to the site, can be of concern to a scan: at a source, above or below one.
pub fn concerns(path: &Path) -> bool {
    let mut parts = path.components().filter(|part| *part != Component::CurDir);
    let Some(first) = parts.next() else { return true };
    // A disk that does not tell cases apart opens a folder under any.
    let is = |name: &&str| first.as_os_str().eq_ignore_ascii_case(name);
    let is_source = is(&CONFIGURATION) || FOLDERS.iter().any(is);
    is_source && parts.all(|part| is_visible(part.as_os_str()))
}

/// Whether it is the partner's: what begins with a full stop belongs to the system, `x~`, `~x` and `#x#` to an editor.
fn is_visible(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let backup =
        name.ends_with('~') || name.starts_with('~') || name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    !backup && (!name.starts_with('.') || name == ".well-known")
}

/// What is said of an entry that is no file.
fn refuse(path: &str, kind: FileType) -> Option<Diagnostic> {
    if kind.is_dir() {
        return None;
    }
    if kind.is_symlink() {
        return Some(link(path));
    }
    let message = format!("{path} is a pipe or a device, and a site holds files and folders");
    Some(strange(path, message).hint("move it out of the site"))
}

fn link(path: &str) -> Diagnostic {
    strange(path, format!("{path} is a symbolic link, and a site holds none"))
        .hint("copy the file or folder into the site in place of the link")
}

fn strange(path: &str, message: String) -> Diagnostic {
    Diagnostic::error(code::IO_02, message).at(Place::file(&SourceFile::new(path, "")))
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().map(|path| relative(root, path).to_string_lossy().replace('\\', "/")).unwrap_or_default();
    let why = error.io_error().map_or_else(|| error.to_string(), reason);
    Diagnostic::error(code::IO_01, format!("cannot read the folder {path}: {why}"))
        .at(Place::file(&SourceFile::new(path, "")))
        .hint("see that your account may open the folder")
}

pub(super) fn relative<'a>(root: &Path, file: &'a Path) -> &'a Path {
    file.strip_prefix(root).unwrap_or(file)
}

/// The path of a file in the site, with `/`; none for a name that is no text.
pub fn site_path(root: &Path, file: &Path) -> Option<String> {
    let relative = file.strip_prefix(root).ok()?.to_str()?;
    // What a walk finds has no part that could be said in another way.
    Some(if MAIN_SEPARATOR == '/' { relative.to_owned() } else { relative.replace(MAIN_SEPARATOR, "/") })
}
