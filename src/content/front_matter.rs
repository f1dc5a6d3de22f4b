//! Front matter: TOML between two lines of `+++` at the top of a file.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code};

const FENCE: &str = "+++";

/// The bytes of the front matter and of the body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) front: Range<usize>,
    pub(super) body: Range<usize>,
}

/// Splits a document; a missing or open front matter is told.
pub(super) fn split(source: &Arc<SourceFile>, diagnostics: &Diagnostics) -> Option<Split> {
    let text = source.text();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        let yaml = first.trim_end() == "---";
        let hint = if yaml {
            "write +++ in place of ---, and key = \"value\" in place of key: value"
        } else {
            "begin the file with a line of +++, then title = \"…\", then a line of +++"
        };
        diagnostics.push(
            Diagnostic::error(code::DOC_01, "the file does not begin with front matter")
                .at(Place::file(source))
                .hint(hint),
        );
        return None;
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == FENCE {
            return Some(Split { front: first.len()..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    let problem =
        Diagnostic::error(code::DOC_01, "the front matter is not closed").at(Place::new(source, 0..FENCE.len()));
    diagnostics.push(problem.hint("add a line of +++ after the last key, before the text"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_split_from_the_body_or_told() {
        let cases = [
            ("+++\ntitle = \"a\"\n+++\nbody", Some((4..16, 20..24))),
            ("+++\r\na = 1\r\n+++\r\n", Some((5..12, 17..17))),
            ("+++\n+++", Some((4..4, 7..7))),
            ("+++\ntitle = \"a\"\n", None),
            ("---\ntitle: a\n---\n", None),
            ("# Heading\n", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let diagnostics = Diagnostics::new();
            let found = split(&SourceFile::new("a.md", text), &diagnostics);
            assert_eq!(found, expected.clone().map(|(front, body)| Split { front, body }), "{text:?}");
            assert_eq!(diagnostics.has_errors(), expected.is_none(), "{text:?}");
        }
    }
}
