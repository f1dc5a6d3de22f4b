//! Problems of one text, at their places in the whole file.

use std::ops::Range;
use std::sync::Arc;

use super::fragment::Bytes;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, SourceFile};

/// How many errors and how many warnings one text can have before the rest goes unsaid: nobody reads more, and
/// a hostile file could hold a million.
const LIMIT: usize = 1_000;

/// Where the problems of one text go.
pub(super) struct Report<'a> {
    source: &'a Arc<SourceFile>,
    /// Where the text starts in the file.
    start: usize,
    diagnostics: &'a Diagnostics,
    errors: usize,
    warnings: usize,
}

impl<'a> Report<'a> {
    /// Problems of the text that starts at byte `start` of `source`.
    pub(super) fn new(source: &'a Arc<SourceFile>, start: usize, diagnostics: &'a Diagnostics) -> Self {
        Self { source, start, diagnostics, errors: 0, warnings: 0 }
    }

    /// Whether a backslash stands before the byte `at` of the text.
    pub(super) fn is_escaped(&self, at: usize) -> bool {
        let before = (self.start + at).checked_sub(1);
        before.and_then(|at| self.source.text().as_bytes().get(at)) == Some(&b'\\')
    }

    /// The bytes of the file behind the bytes `range` of the text, if they are `text` as it stands.
    pub(super) fn written(&self, range: Range<usize>, text: &str) -> Option<Bytes> {
        Bytes::of(self.source.text(), self.start + range.start..self.start + range.end, text)
    }

    /// The byte of the file behind the byte `at` of the text.
    pub(super) fn in_file(&self, at: usize) -> usize {
        self.start + at
    }

    /// The place of the bytes `range` of the text, without white space at its end.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let start = self.start + range.start;
        let end = self.start + range.end.max(range.start);
        let end = self.source.text().get(start..end).map_or(end, |text| start + text.trim_end().len());
        Place::new(self.source, start..end)
    }

    /// Records a problem at the bytes `range` of the text.
    pub(super) fn push(&mut self, diagnostic: Diagnostic, range: Range<usize>) {
        let place = self.place(range);
        self.push_at(diagnostic, place);
    }

    /// Records a problem at a place.
    pub(super) fn push_at(&mut self, diagnostic: Diagnostic, place: Place) {
        // Kept apart, so that many warnings hide no error.
        let is_error = diagnostic.severity == Severity::Error;
        let count = if is_error { &mut self.errors } else { &mut self.warnings };
        *count += 1;
        if *count <= LIMIT {
            self.diagnostics.push(diagnostic.at(place));
        }
    }
}
