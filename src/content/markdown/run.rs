//! Adjacent pieces of text joined into one, with the way back to the source.

use std::ops::Range;

/// Text that the parser delivers in pieces (it splits at entities, escapes, delimiters and line prefixes).
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    /// Where each piece starts in `text`, and the bytes of the source that it was made of.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Run {
    /// Appends a piece made of the bytes `source`.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        let copied = text.len() == source.len();
        match self.pieces.last_mut() {
            Some((at, last)) if copied && last.end == source.start && last.len() == self.text.len() - *at => {
                last.end = source.end;
            }
            _ => self.pieces.push((self.text.len(), source)),
        }
        self.text.push_str(text);
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Forgets the text from byte `length` on.
    pub(super) fn truncate(&mut self, length: usize) {
        while self.pieces.last().is_some_and(|(at, _)| *at >= length) {
            self.pieces.pop();
        }
        self.text.truncate(length);
        if let Some((at, last)) = self.pieces.last_mut() {
            last.end = last.end.min(last.start + length - *at);
        }
    }

    /// Forgets the text, keeps the memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }

    /// The bytes of the source behind the bytes `range` of the text.
    pub(super) fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self
            .piece(range.start)
            .map_or(0, |(text, source)| (source.start + range.start - text.start).min(source.end));
        let last = range.end.max(range.start + 1) - 1;
        let end = self.piece(last).map_or(0, |(text, source)| {
            // A piece that was not copied byte for byte (an entity) counts as a whole.
            if range.end >= text.end { source.end } else { (source.start + range.end - text.start).min(source.end) }
        });
        start..end.max(start)
    }

    /// The piece that holds the byte `offset` of the text: its bytes here and in the source.
    fn piece(&self, offset: usize) -> Option<(Range<usize>, &Range<usize>)> {
        let after = self.pieces.partition_point(|(at, _)| *at <= offset);
        let end = self.pieces.get(after).map_or(self.text.len(), |(at, _)| *at);
        self.pieces.get(after.checked_sub(1)?).map(|(at, source)| (*at..end, source))
    }
}

#[cfg(test)]
mod tests {
    use super::Run;

    #[test]
    fn places_survive_entities() {
        let mut run = Run::default();
        for (text, source) in [("a", 0..1), ("_b", 1..3), ("&", 3..8), ("c", 8..9), ("d", 12..13)] {
            run.push(text, source);
        }
        assert_eq!(run.text(), "a_b&cd");
        assert_eq!(run.pieces.len(), 4, "{run:?}");
        assert_eq!(run.source(0..3), 0..3);
        assert_eq!(run.source(1..6), 1..13);
        assert_eq!(run.source(4..5), 8..9);
        assert_eq!(run.source(3..4), 3..8);
        assert_eq!(run.source(6..6), 13..13);
    }
}
