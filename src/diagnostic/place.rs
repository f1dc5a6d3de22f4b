//! Source text and places in it.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text file of the site, as the partner wrote it.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    /// Where each line starts; found when the first place is told.
    lines: OnceLock<Vec<usize>>,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text) == (&other.path, &other.text)
    }
}

impl Eq for SourceFile {}

impl SourceFile {
    /// A file of this path (relative to the site, with `/`) and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into(), lines: OnceLock::new() })
    }

    /// The path relative to the site's folder, with `/` on every system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.line_starts().partition_point(|start| *start <= end);
        (line, self.text[self.line_start(line)..end].chars().count() + 1)
    }

    /// The first byte of a line, counted from 1.
    pub fn line_start(&self, line: usize) -> usize {
        self.line_starts().get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    fn line_starts(&self) -> &[usize] {
        self.lines
            .get_or_init(|| std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }
}

/// A range of bytes in a source file.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file.
    pub source: Arc<SourceFile>,
    /// The bytes concerned; may be empty.
    pub span: Range<usize>,
    /// Whether a report leaves out what stands there.
    pub is_secret: bool,
}

impl Place {
    /// The bytes `span` of `source`.
    pub fn new(source: &Arc<SourceFile>, span: Range<usize>) -> Self {
        Self { source: Arc::clone(source), span, is_secret: false }
    }

    /// Whether both concern a byte of one file.
    pub fn meets(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.source, &other.source) && self.span.start < other.span.end && other.span.start < self.span.end
    }

    /// The same, of bytes that no report shows.
    #[must_use]
    pub fn secret(self) -> Self {
        Self { is_secret: true, ..self }
    }

    /// The first byte of `source`: the problem concerns the whole file.
    pub fn file(source: &Arc<SourceFile>) -> Self {
        Self::new(source, 0..0)
    }

    /// `path:line:column`, as editors understand it.
    pub fn human(&self) -> String {
        let (line, column) = self.source.line_column(self.span.start);
        format!("{}:{line}:{column}", self.source.path())
    }
}
