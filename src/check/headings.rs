//! DOC-09: lines that were meant as headings.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

/// The most marks that a heading has.
const DEEPEST: usize = 6;

/// Lines outside code that begin with two to six marks and go on without a space. One mark may be a hashtag or a number.
pub(super) fn unmarked(source: &Arc<SourceFile>) -> impl Iterator<Item = Diagnostic> {
    let is_markdown = source.path().ends_with(".md");
    let (mut at, mut fence, mut found) = (0, None, Vec::new());
    for line in source.text().split_inclusive('\n').filter(|_| is_markdown) {
        let text = line.trim_end();
        let opens = ["```", "~~~"].into_iter().find(|mark| text.trim_start().starts_with(mark));
        match (fence, opens) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) => {
                let marks = text.len() - text.trim_start_matches('#').len();
                let goes_on = text[marks..].starts_with(char::is_alphanumeric);
                if (2..=DEEPEST).contains(&marks) && goes_on {
                    found.push((at..at + marks, format!("{} {}", &text[..marks], &text[marks..])));
                }
            }
            _ => {}
        }
        at += line.len();
    }
    let source = Arc::clone(source);
    found.into_iter().map(move |(span, meant)| {
        Diagnostic::warning(code::DOC_09, "this line is no heading, and shows its marks")
            .at(Place::new(&source, span))
            .hint(format!("put a space behind them: {meant}"))
            .adjustable()
    })
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
            ("##\n", 0),
            ("#######a", 0),
        ];
        for (text, count) in cases {
            assert_eq!(told(text), count, "{text:?}");
        }
        assert_eq!(unmarked(&SourceFile::new("support.toml", "##Wait\n")).count(), 0);
    }
}
