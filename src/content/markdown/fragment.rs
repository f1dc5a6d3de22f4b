//! HTML under construction, with places left open for what is known only later.

use std::ops::Range;

use super::escape;

/// What is written at a place once it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Bytes of the file, escaped: the author's words, which stand in the source already.
    Text(Bytes),
    /// The `href` of a link.
    Link(usize),
    /// An image, or its text.
    Image(usize),
    /// The value of a placeholder; `true` inside a link.
    Placeholder(usize, bool),
    /// The start tag of a heading: its level depends on all headings, its id on its text.
    HeadingStart(usize),
    /// The end tag of a heading.
    HeadingEnd(usize),
    /// The start tag of the region around a table: its name is made of the header cells.
    Table(usize),
    /// A reference to a footnote: numbers follow the order of use.
    Reference(usize),
}

/// Bytes of a file. No text of four gigabytes is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bytes {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Bytes {
    /// The bytes `range` of `file`, if they are `text`.
    pub(super) fn of(file: &str, range: Range<usize>, text: &str) -> Option<Self> {
        let holds = file.as_bytes().get(range.clone()) == Some(text.as_bytes());
        let number = |at: usize| u32::try_from(at).ok();
        holds.then(|| Some(Self { start: number(range.start)?, end: number(range.end)? }))?
    }

    /// The text that they are in `file`.
    pub(super) fn text(self, file: &str) -> &str {
        file.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// A piece of HTML and its gaps in the order of their offsets.
#[derive(Debug, Default)]
pub(super) struct Fragment {
    pub(super) html: String,
    pub(super) gaps: Vec<(usize, Gap)>,
}

/// A point in a fragment to which it can be taken back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    html: usize,
    gaps: usize,
}

impl Fragment {
    /// Appends HTML.
    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Appends text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape::text(&mut self.html, text);
    }

    /// Appends ` name="value"`, escaped.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        escape::attribute(&mut self.html, value);
        self.html.push('"');
    }

    /// Inserts HTML at byte `at`, close to the end and behind the last gap.
    pub(super) fn insert(&mut self, at: usize, html: &str) {
        if self.html.is_char_boundary(at) && self.gaps.last().is_none_or(|(gap, _)| *gap <= at) {
            self.html.insert_str(at, html);
        }
    }

    /// Leaves a gap.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.gaps.push((self.html.len(), gap));
    }

    /// Where the fragment ends now.
    pub(super) fn mark(&self) -> Mark {
        Mark { html: self.html.len(), gaps: self.gaps.len() }
    }

    /// Whether anything was appended after `mark`.
    pub(super) fn grown_since(&self, mark: Mark) -> bool {
        self.html.len() > mark.html || self.gaps.len() > mark.gaps
    }

    /// Takes back all that was appended after `mark`.
    pub(super) fn rewind(&mut self, mark: Mark) {
        self.html.truncate(mark.html);
        self.gaps.truncate(mark.gaps);
    }
}
