//! Watching: what happens to the sources of a site, told once it is over.
//!
//! An event of the system says only that something may have happened. What did, a [`Survey`] says: so a temporary file
//! that came and went, a swap file or an overflow of events builds nothing, and a missed event loses nothing.

mod burst;
mod listener;
mod mount;

use std::ops::ControlFlow;
use std::path::Path;

use crate::diagnostic::{Diagnostic, code};
use crate::source::{Change, Survey};
use listener::Listener;

/// What a watch tells.
#[derive(Debug)]
pub enum News<'a> {
    /// The site is watched from now on; so it stands.
    Begun(&'a Survey),
    /// These files differ from those that stood there when the last news was told; so it stands now.
    Changed(Vec<Change>, &'a Survey),
    /// The folder of the site is no longer there; when it is back, its files are new.
    Vanished(Diagnostic),
    /// The system cannot tell of changes, and the files are looked at instead.
    Looking(Diagnostic),
}

/// Watches the site `root` until `tell` breaks. With `polls`, the files are looked at twice a second, without events.
///
/// While `tell` runs, nothing is lost: what changes meanwhile is told once, when it returns.
pub fn watch<T>(root: &Path, polls: bool, mut tell: impl FnMut(News<'_>) -> ControlFlow<T>) -> T {
    let mut listener = Listener::new(root, polls);
    let mut known = Survey::default();
    let mut has_begun = false;
    loop {
        let seen = listener.survey(&known);
        let before = std::mem::replace(&mut known, seen);
        let news = if has_begun { difference(root, &known, &before) } else { Some(News::Begun(&known)) };
        drop(before);
        has_begun = true;
        let is_news = news.is_some();
        for news in listener.notices().into_iter().map(News::Looking).chain(news) {
            if let ControlFlow::Break(end) = tell(news) {
                return end;
            }
        }
        if is_news {
            listener.settle();
            continue;
        }
        let paths = listener.wait();
        // A save is told before all files are looked at, which takes longer.
        let changes = paths.and_then(|paths| known.glance(root, &paths)).filter(|changes| !changes.is_empty());
        if let Some(changes) = changes {
            if let ControlFlow::Break(end) = tell(News::Changed(changes, &known)) {
                return end;
            }
            listener.settle();
        }
    }
}

fn difference<'a>(root: &Path, seen: &'a Survey, known: &Survey) -> Option<News<'a>> {
    match (known.has_site(), seen.has_site()) {
        (true, false) => {
            let message = format!("the folder {} is gone", root.display());
            let hint = "put it back, and it is built again";
            Some(News::Vanished(Diagnostic::error(code::IO_01, message).hint(hint)))
        }
        (false, false) => None,
        (_, true) => {
            let changes = Some(seen.changes_since(known)).filter(|changes| !changes.is_empty());
            changes.map(|changes| News::Changed(changes, seen))
        }
    }
}
