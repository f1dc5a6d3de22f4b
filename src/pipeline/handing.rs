//! A build that is handed over to who shows it, file by file.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::Options;
use super::builder::{Builder, PageKeys, Whole};
use crate::diagnostic::Diagnostics;
use crate::export::Rules;
use crate::render::OutputFile;
use crate::site::Page;
use crate::source::Change;
use crate::timing::Timings;

/// How a host is to serve a site.
#[derive(Debug)]
pub struct Hosting {
    /// Headers and redirects.
    pub rules: Rules,
    /// The address of each page that is a document, from the root of the host, by the path of its source.
    pub pages: BTreeMap<String, String>,
    /// The files that were not handed over: they are those of the build before.
    pub same: Vec<String>,
}

/// What was handed over.
#[derive(Debug)]
pub enum Made {
    /// All files but those that are the same as before.
    Whole(Hosting),
    /// The files of a few pages; all else is as before.
    Pages,
}

impl Builder {
    /// Builds the site and hands each file to `take` that can differ from those handed over last; nothing is written.
    /// Tells how a host is to serve the files, and none when the site has errors: then what was taken is no whole site.
    pub fn build_into(
        &mut self,
        changes: Option<&[Change]>,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
        take: impl Fn(OutputFile) + Sync,
    ) -> Option<Made> {
        if let Some(files) = timings.phase("patch", || self.patched(changes?, options)) {
            files.into_iter().for_each(take);
            diagnostics.extend(self.whole.iter().flat_map(|whole| whole.told.clone()));
            return Some(Made::Pages);
        }
        self.whole = None;
        // Every page can be asked for.
        self.last.take_if(|last| last.readings.has_outlines());
        let prepared = self.prepare(changes, None, options, timings, diagnostics)?;
        let prepared = self.last.insert(prepared);
        let (renderer, _) = prepared.ready(None, options, timings, diagnostics)?;
        let keys = timings.phase("keys", || PageKeys::of(prepared, &renderer));
        let same = Mutex::new(Vec::new());
        timings.phase("render", || {
            let wanted = |place: usize, page: &Page| {
                keys.wanted(place, page, |path, key| {
                    let is_same = self.handed.get(&path) == Some(&key);
                    if is_same {
                        same.lock().unwrap_or_else(PoisonError::into_inner).push(path);
                    }
                    is_same
                })
            };
            let all = renderer.render(diagnostics, wanted, |file| {
                take(file);
                Ok::<(), std::convert::Infallible>(())
            });
            debug_assert!(all.is_ok());
        });
        let (rules, pages) = (renderer.rules(), prepared.addresses());
        let same = same.into_inner().unwrap_or_else(PoisonError::into_inner);
        if diagnostics.has_errors() {
            return None;
        }
        self.whole = Some(Whole { common: renderer.common(), told: diagnostics.so_far() });
        self.handed = keys.by_path(&prepared.site.pages);
        Some(Made::Whole(Hosting { rules, pages, same }))
    }
}
