//! Where files go: each path once, and none that a system would refuse.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::publish::OutPath;

/// The paths that the writer accepts, each with what is made there. Two sources of one path are told, and so are paths
/// that differ only in case: Windows and macOS hold one of them.
pub(super) fn checked(paths: Vec<(String, Cow<'_, str>)>, diagnostics: &Diagnostics) -> Vec<OutPath> {
    clashes(&paths, diagnostics);
    let mut checked: Vec<OutPath> =
        paths.into_par_iter().filter_map(|(path, source)| one(path, &source, diagnostics)).collect();
    checked.par_sort_unstable();
    checked
}

fn one(path: String, source: &str, diagnostics: &Diagnostics) -> Option<OutPath> {
    match OutPath::new(path) {
        Ok(path) => {
            if let Some(c) = path.foreign_to_windows() {
                let message = format!("the name of {source} holds `{c}`, which no file has in Windows");
                let hint = "rename it, so that the site can be copied to a computer with Windows";
                diagnostics.push(Diagnostic::warning(code::URL_02, message).hint(hint));
            }
            Some(path)
        }
        Err(problem) => {
            let message = format!("the file {source} cannot be published: {problem}");
            let hint = "rename it with letters, digits, hyphens and dots";
            diagnostics.push(Diagnostic::error(code::URL_02, message).hint(hint));
            None
        }
    }
}

fn clashes(paths: &[(String, Cow<'_, str>)], diagnostics: &Diagnostics) {
    let mut all: Vec<(Cow<'_, str>, usize)> =
        paths.par_iter().enumerate().map(|(place, (path, _))| (lower(path), place)).collect();
    all.par_sort_unstable();
    for same in all.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
        let mut same = same.iter().filter_map(|(_, place)| paths.get(*place));
        let Some((_, earlier)) = same.next() else { continue };
        for (path, source) in same {
            let message = format!("{source} and {earlier} would both be published as {path}");
            diagnostics.push(Diagnostic::error(code::URL_01, message).hint("rename one of them"));
        }
    }
}

fn lower(path: &str) -> Cow<'_, str> {
    let is_lower = path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { path.into() } else { path.to_lowercase().into() }
}
