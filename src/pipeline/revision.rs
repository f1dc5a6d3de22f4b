//! Edits that move no page: of what documents say, or of templates. The site stands, and so do the paths of its files; what
//! shows the edits is made anew.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::builder::{Builder, PageKeys, Standing, Whole};
use super::{Options, Outcome, Prepared, foundation};
use crate::check;
use crate::content::{Document, DocumentKind};
use crate::diagnostic::Diagnostics;
use crate::publish::{OutPath, Publication};
use crate::render::Wanted;
use crate::source::{Change, What};
use crate::timing::Timings;

impl Prepared {
    /// Takes in `changes` of sources, if they move no page and nothing was wrong with the files. None where more is to be
    /// done; then nothing is told.
    pub(super) fn revise(
        &mut self,
        changes: &[Change],
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<()> {
        if self.terms != options.terms() || changes.iter().any(|change| change.what != What::Changed) {
            return None;
        }
        let told = Diagnostics::new();
        if changes.iter().all(|change| foundation::is_of_design(&change.path)) {
            timings.phase("templates", || self.redesign(&told))?;
        } else {
            timings.phase("content", || self.reword(changes, options))?;
        }
        diagnostics.extend(self.told.iter().cloned());
        self.told.extend(told.so_far());
        diagnostics.extend(told.into_sorted());
        let Self { site, sources, judge, .. } = self;
        timings.phase("check", || check::site(site, sources, self.purpose, judge, diagnostics));
        Some(())
    }

    /// Takes in another design.
    fn redesign(&mut self, told: &Diagnostics) -> Option<()> {
        if !self.design.told.is_empty() {
            return None;
        }
        let (foundation, design) = self.foundation.redesigned(&self.sources, told)?;
        (self.foundation, self.design) = (Arc::new(foundation), Arc::new(design));
        Some(())
    }

    /// Takes in documents that say something else at the same place.
    fn reword(&mut self, changes: &[Change], options: &Options) -> Option<()> {
        let reread = |change: &Change| {
            let path = change.path.as_str();
            if self.told.iter().any(|told| told.place.as_ref().is_some_and(|place| place.source.path() == path)) {
                return None;
            }
            let (old, new) = self.readings.reread(self.foundation.reader(options.today()), path, &self.sources)?;
            (new.kind != DocumentKind::Notice && new.stands_as(&old)).then_some(new)
        };
        let edited: Vec<Arc<Document>> = changes.iter().map(reread).collect::<Option<_>>()?;
        for document in edited {
            self.site.replace(&document);
            self.readings.replace(document);
        }
        self.site.list_again();
        Some(())
    }
}

impl Builder {
    /// Puts into `output` the files that show edits by which no page moved; none where more is to be done.
    pub(super) fn renew(
        &mut self,
        changes: &[Change],
        output: &Path,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<Outcome> {
        let standing = self.standing.as_ref().filter(|standing| standing.output == output)?;
        let (prepared, told) = (self.last.as_mut()?, Diagnostics::new());
        prepared.revise(changes, options, timings, &told)?;
        self.whole = None;
        // What is told of an article of which only an outline is known cannot be shown.
        let is_partial = || told.has_place_in(|path| prepared.readings.is_outline(path));
        let Some((renderer, _)) = prepared.ready(None, options, timings, &told) else {
            diagnostics.extend(told.so_far());
            return (!is_partial()).then_some(Outcome::Rejected);
        };
        if is_partial() {
            return None;
        }
        let keys = timings.phase("keys", || PageKeys::of(prepared, &renderer));
        let pages = prepared.site.pages.par_iter().enumerate();
        let wanted = pages.map(|(place, page)| match renderer.has_proof_of(place) {
            true => Some(Wanted::Both),
            false => keys.wanted_over(&standing.keys, place, page),
        });
        let wanted: Vec<Option<Wanted>> = wanted.collect();
        let of = |place: usize| wanted.get(place).copied().flatten();
        let shown = || prepared.site.pages.iter().enumerate().filter(|(place, _)| of(*place).is_some());
        if shown().any(|(_, page)| prepared.outline_of(page).is_some()) {
            return None;
        }
        let paths = shown().flat_map(|(_, page)| page.files()).chain(renderer.made_paths());
        let paths: Vec<OutPath> = paths.map(|path| OutPath::new(&path).ok()).collect::<Option<_>>()?;
        let publication = Publication::amend(output, &self.root, &paths)?;
        let put = |file: crate::render::OutputFile| match OutPath::new(&file.path) {
            Ok(path) => publication.put(&path, &file.bytes),
            Err(_) => Ok(()),
        };
        let written = timings.phase("render and write", || renderer.render_made(&told, |place, _| of(place), put));
        diagnostics.extend(told.so_far());
        if told.has_errors() {
            return Some(Outcome::Rejected);
        }
        match timings.phase("publish", || written.and_then(|()| publication.finish())) {
            Ok(published) => {
                self.whole = Some(Whole { common: renderer.common(), told: told.so_far() });
                self.standing = Some(Standing { output: output.to_owned(), keys });
                Some(Outcome::Published(published))
            }
            Err(refusal) => Some(Outcome::Refused(vec![refusal])),
        }
    }
}
