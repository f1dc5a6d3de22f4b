//! Where files go: each path once, and none that a system would refuse.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::publish::OutPath;

/// The paths that the writer accepts. Two sources of one path are told, and so are paths that differ only in case:
/// Windows and macOS hold one of them.
pub(super) fn checked(paths: Vec<(String, String)>, diagnostics: &Diagnostics) -> Vec<OutPath> {
    let mut taken: HashMap<String, String> = HashMap::with_capacity(paths.len());
    let mut checked = Vec::with_capacity(paths.len());
    for (path, source) in paths {
        match OutPath::new(&path) {
            Ok(path) => {
                if let Some(c) = path.foreign_to_windows() {
                    let message = format!("the name of {source} holds `{c}`, which no file has in Windows");
                    let hint = "rename it, so that the site can be copied to a computer with Windows";
                    diagnostics.push(Diagnostic::warning(code::URL_02, message).hint(hint));
                }
                checked.push(path);
            }
            Err(problem) => {
                let message = format!("the file {source} cannot be published: {problem}");
                diagnostics.push(
                    Diagnostic::error(code::URL_02, message).hint("rename it with letters, digits, hyphens and dots"),
                );
            }
        }
        match taken.entry(path.to_lowercase()) {
            Entry::Vacant(free) => drop(free.insert(source)),
            Entry::Occupied(earlier) => {
                let message = format!("{source} and {} would both be published as {path}", earlier.get());
                diagnostics.push(Diagnostic::error(code::URL_01, message).hint("rename one of them"));
            }
        }
    }
    checked.sort_unstable();
    checked
}
