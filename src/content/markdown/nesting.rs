//! The depth of quotes and lists, bounded before the parser sees them: what is nested deeper is shown at the bound.
//!
//! CommonMark sets no bound. The parser (pulldown-cmark 0.13) visits every open container again for each line that
//! continues a paragraph lazily, so that 100,000 markers followed by 100,000 lines would take it minutes.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr_iter;

/// The most quotes and lists inside each other, at a cautious count.
pub(super) const LIMIT: usize = 100;

/// The columns of white space that can continue one list item of an earlier line.
const COLUMNS_PER_LEVEL: usize = 2;

/// A text that nests no deeper than [`LIMIT`], with the way back to the text as it was written.
#[derive(Debug)]
pub(super) struct Flat<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where bytes were taken out of `text`, and how many up to there.
    cuts: Vec<(usize, usize)>,
    /// The first line that nests too deep, in the text as it was written.
    pub(super) too_deep: Option<Range<usize>>,
}

impl Flat<'_> {
    /// The bytes of the written text behind the bytes `range` of the flat one.
    pub(super) fn written(&self, range: Range<usize>) -> Range<usize> {
        let removed = |cuts: usize| cuts.checked_sub(1).and_then(|last| self.cuts.get(last)).map_or(0, |cut| cut.1);
        let start = range.start + removed(self.cuts.partition_point(|cut| cut.0 <= range.start));
        let end = range.end + removed(self.cuts.partition_point(|cut| cut.0 < range.end));
        start..end.max(start)
    }
}

/// `text` without the marks and the white space of what is nested too deep.
pub(super) fn flatten(text: &str) -> Flat<'_> {
    let mut flat = String::new();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let (mut start, mut done, mut removed) = (0, 0, 0);
    let mut too_deep = None;
    let mut below = false;
    let ends = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    for end in ends.chain((!text.ends_with('\n')).then_some(text.len())) {
        let line = &text[start..end];
        // A byte opens two levels at most: a tab is four columns.
        let cut = if line.len() > LIMIT / 2 { surplus(line.as_bytes(), below) } else { None };
        if let Some(cut) = &cut {
            flat.push_str(&text[done..start + cut.start]);
            done = start + cut.end;
            removed += cut.len();
            cuts.push((flat.len(), removed));
            too_deep.get_or_insert(start..start + line.trim_end().len());
        }
        // The lines of a text that was moved up are moved with it, until one stands further left.
        below = cut.is_some() || below && line.trim().is_empty();
        start = end;
    }
    if cuts.is_empty() {
        return Flat { text: Cow::Borrowed(text), cuts, too_deep };
    }
    flat.push_str(&text[done..]);
    Flat { text: Cow::Owned(flat), cuts, too_deep }
}

/// The bytes to take out of a line so that it opens and continues no more than [`LIMIT`] containers. A line that opens none
/// is code as often as not, and is cut only `below` a line that was.
fn surplus(line: &[u8], below: bool) -> Option<Range<usize>> {
    let (mut at, mut columns, mut markers) = (0, 0, 0);
    let (mut bound, mut last_marker) = (None, None);
    while let Some(byte) = line.get(at) {
        let from = at;
        match byte {
            b' ' => (at, columns) = (at + 1, columns + 1),
            b'\t' => (at, columns) = (at + 1, columns + 4),
            _ => match marker(&line[at..]) {
                Some(length) => {
                    // The space behind a marker belongs to it: without, it would be none.
                    let spaced = line.get(at + length) == Some(&b' ');
                    (at, columns, markers) =
                        (at + length + usize::from(spaced), columns + usize::from(spaced), markers + 1);
                    last_marker = Some(from);
                }
                None => break,
            },
        }
        if bound.is_none() && markers + columns / COLUMNS_PER_LEVEL > LIMIT {
            bound = Some(from);
        }
    }
    let bound = bound.filter(|_| (markers > 0 || below) && at < line.len() && !is_rule(line))?;
    let cut = bound..last_marker.unwrap_or(at).max(bound);
    (!cut.is_empty()).then_some(cut)
}

/// The length of the marker of a quote, a list item, a definition or a footnote at the start of `line`.
fn marker(line: &[u8]) -> Option<usize> {
    let length = match line.first()? {
        b'>' => return Some(1),
        b'-' | b'*' | b'+' | b':' => 1,
        b'0'..=b'9' => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            matches!(line.get(digits), Some(b'.' | b')')).then_some(digits + 1)?
        }
        b'[' if line.get(1) == Some(&b'^') => line.windows(2).position(|two| two == b"]:")? + 2,
        _ => return None,
    };
    let spaced = line.get(length).is_none_or(|byte| b" \t\r\n".contains(byte));
    (spaced || line.first() == Some(&b'[')).then_some(length)
}

/// Whether the line is a thematic break written with many marks, such as `* * *`.
fn is_rule(line: &[u8]) -> bool {
    let mut marks = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    let first = marks.next();
    matches!(first, Some(b'-' | b'*')) && marks.all(|mark| Some(mark) == first)
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, flatten};

    #[test]
    fn marks_beyond_the_bound_are_taken_out() {
        let n = 10_000;
        for (mark, rest) in
            [(">", "a"), ("> ", "a"), ("- ", "a"), ("1. ", "a"), ("> - ", "a"), (": ", "a"), ("[^a]: ", "a")]
        {
            let text = format!("x\n{}{rest}\ny\n", mark.repeat(n));
            let flat = flatten(&text);
            assert!(flat.text.len() < 8 * LIMIT, "{mark}: {}", flat.text.len());
            assert!(
                flat.text.starts_with(&format!("x\n{mark}")) && flat.text.ends_with(&format!("{rest}\ny\n")),
                "{mark}"
            );
            assert_eq!(flat.too_deep, Some(2..text.len() - 3), "{mark}");
        }
    }

    #[test]
    fn what_is_indented_too_far_moves_up_with_its_lines() {
        let deep = " ".repeat(4 * LIMIT);
        let flat = flatten("").text.into_owned() + &flatten(&format!("{deep}- a\n\n{deep}  b\nc\n{deep}d\n")).text;
        let indent = |line: &str| line.len() - line.trim_start().len();
        let lines: Vec<&str> = flat.lines().collect();
        assert!(indent(lines[0]) <= 2 * LIMIT + 1 && lines[0].ends_with("- a"), "{flat}");
        assert!(indent(lines[2]) <= 2 * LIMIT + 1 && lines[2].ends_with(" b"), "{flat}");
        assert_eq!(indent(lines[4]), 4 * LIMIT, "code stays as it is");
    }

    #[test]
    fn every_byte_finds_its_way_back() {
        let text = format!("é\n{}b\n\n{}c\n", ">".repeat(3 * LIMIT), "- ".repeat(3 * LIMIT));
        let flat = flatten(&text);
        for (at, letter) in flat.text.char_indices() {
            let written = flat.written(at..at + letter.len_utf8());
            assert_eq!(&text[written], letter.to_string(), "{at}");
        }
    }

    #[test]
    fn what_is_not_too_deep_stays() {
        for text in
            [format!("a\n{}b\n", ">".repeat(LIMIT)), "- ".repeat(100_000), "        code".to_owned(), String::new()]
        {
            let flat = flatten(&text);
            assert_eq!(flat.text, text);
            assert_eq!(flat.too_deep, None);
        }
    }
}
