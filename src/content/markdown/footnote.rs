//! Footnotes, numbered in the order of their first use.

use std::collections::HashMap;

use super::fragment::{Fragment, Gap};
use super::writer::Writer;

/// The footnotes of a text by their labels, which ignore case.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    indexes: HashMap<String, usize>,
    /// The text of each; none while only references to it were seen.
    pub(super) bodies: Vec<Option<Fragment>>,
}

/// An open footnote.
#[derive(Debug)]
pub(super) struct OpenFootnote {
    index: usize,
    outer: Fragment,
}

impl Footnotes {
    fn index(&mut self, label: &str) -> usize {
        let bodies = &mut self.bodies;
        *self.indexes.entry(label.to_lowercase()).or_insert_with(|| {
            bodies.push(None);
            bodies.len() - 1
        })
    }
}

impl Writer<'_> {
    /// Writes a reference to a footnote; the parser makes none inside a link.
    pub(super) fn reference(&mut self, label: &str) {
        let index = self.footnotes.index(label);
        self.out.gap(Gap::Reference(index));
    }

    /// Starts a footnote: what follows goes into its own fragment.
    pub(super) fn open_footnote(&mut self, label: &str) -> OpenFootnote {
        self.footnote_depth += 1;
        OpenFootnote { index: self.footnotes.index(label), outer: std::mem::take(&mut self.out) }
    }

    /// Ends a footnote; of two with one label the first stands.
    pub(super) fn close_footnote(&mut self, footnote: OpenFootnote) {
        self.footnote_depth -= 1;
        let body = std::mem::replace(&mut self.out, footnote.outer);
        if let Some(place) = self.footnotes.bodies.get_mut(footnote.index) {
            place.get_or_insert(body);
        }
    }
}
