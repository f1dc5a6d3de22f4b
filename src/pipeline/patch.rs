//! Edits that only the pages of the edited documents show, as most are that are made while somebody writes.

use super::{Options, Prepared};
use crate::check;
use crate::content::{Document, DocumentKind};
use crate::diagnostic::Diagnostic;
use crate::source::{Change, What};

impl Prepared {
    /// Takes in `changes` of sources, if all they change is the text of articles and pages, and nothing is or was wrong
    /// with these; `told` is what the last build told. The places of their pages; none where more is to be done.
    pub(super) fn patch(&mut self, changes: &[Change], options: &Options, told: &[Diagnostic]) -> Option<Vec<usize>> {
        if self.terms != options.terms() {
            return None;
        }
        let reread = |change: &Change| {
            let path = change.path.as_str();
            let place = |told: &Diagnostic| told.place.as_ref().is_some_and(|place| place.source.path() == path);
            if change.what != What::Changed || told.iter().any(place) {
                return None;
            }
            let (old, new) = self.readings.reread(self.foundation.reader(options.today()), path, &self.sources)?;
            let is_seen_once = new.kind != DocumentKind::Notice && new.differs_in_text_only(&old);
            let is_right = || check::document(&self.site, self.purpose, &new).is_empty();
            (is_seen_once && is_right()).then_some(new)
        };
        let edited = changes.iter().map(reread).collect::<Option<Vec<_>>>()?;
        let places: Vec<usize> = edited.iter().filter_map(|document| self.place_of(document)).collect();
        for document in edited {
            self.site.replace(&document);
            self.readings.replace(document);
        }
        Some(places)
    }

    /// The place of the page that shows a document; none for a draft that is left out.
    pub(super) fn place_of(&self, document: &Document) -> Option<usize> {
        let id = self.site.find(document)?;
        self.site.pages.iter().position(|page| page.kind.document() == Some(id) && page.language == document.language)
    }
}
