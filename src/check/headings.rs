//! DOC-09: lines that were meant as headings.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag};

use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

/// The most marks that a heading has.
const DEEPEST: usize = 6;

/// Lines outside code that begin with two to six marks and go on without a space. One mark may be a hashtag or a number.
pub(super) fn unmarked(source: &Arc<SourceFile>) -> impl Iterator<Item = Diagnostic> {
    let text = if source.path().ends_with(".md") { source.text() } else { "" };
    let mut found: Vec<(Range<usize>, String)> = lines(text).filter_map(|(at, line)| meant(at, line)).collect();
    // Few texts have such a line, and only these are read once more.
    if !found.is_empty() {
        let other = others(text);
        found.retain(|(marks, _)| !other.iter().any(|range| range.contains(&marks.start)));
    }
    let source = Arc::clone(source);
    found.into_iter().map(move |(span, meant)| {
        Diagnostic::warning(code::DOC_09, "this line is no heading, and shows its marks")
            .at(Place::new(&source, span))
            .hint(format!("put a space behind them: {meant}"))
            .adjustable()
    })
}

/// The lines of a text, and where they begin.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = next;
        next += line.len();
        (at, line.trim_end())
    })
}

/// The marks of a line that is nearly a heading, and the heading.
fn meant(at: usize, line: &str) -> Option<(Range<usize>, String)> {
    let (marks, words) = line.split_at(line.len() - line.trim_start_matches('#').len());
    let is_near = (2..=DEEPEST).contains(&marks.len()) && words.starts_with(char::is_alphanumeric);
    is_near.then(|| (at..at + marks.len(), format!("{marks} {words}")))
}

/// Where the front matter, the code and the HTML of a text stand.
fn others(text: &str) -> Vec<Range<usize>> {
    let front = text.strip_prefix("+++").and_then(|rest| rest.find("\n+++")).map(|end| 0..end + "+++\n+++".len());
    let blocks = Parser::new(text).into_offset_iter().filter_map(|(event, range)| {
        matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)).then_some(range)
    });
    front.into_iter().chain(blocks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_a_space_are_told_but_not_in_code_or_as_a_hashtag() {
        let told = |text: &str| unmarked(&SourceFile::new("a.md", text)).count();
        let cases = [
            ("##Wait\n", 1),
            ("## Wait\n", 0),
            ("#1 of all\n", 0),
            ("```\n##a\n```\n###b", 1),
            ("````\n```js\n##a\n```\n````\n", 0),
            ("```\n```js\n##a\n```\n", 0),
            ("+++\n##a = 1\n+++\n\n##b\n", 1),
            ("##\n", 0),
            ("#######a", 0),
        ];
        for (text, count) in cases {
            assert_eq!(told(text), count, "{text:?}");
        }
        assert_eq!(unmarked(&SourceFile::new("support.toml", "##Wait\n")).count(), 0);
    }
}
