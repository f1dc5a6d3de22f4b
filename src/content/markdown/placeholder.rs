//! Placeholders: `{telephone}` in a built-in text stands for a fact of the configuration.

use std::ops::Range;

use crate::diagnostic::guess::nearest;
use crate::diagnostic::{Diagnostic, code};

use super::plain::clip;

/// The most letters of a name that are repeated.
const LONGEST: usize = 40;

/// The first `{name}` in `text` from byte `from` on, with its braces.
pub(super) fn next(text: &str, mut from: usize) -> Option<Range<usize>> {
    loop {
        let start = from + text.get(from..)?.find('{')?;
        let name = text[start + 1..].bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
        from = start + 1 + name;
        if name > 0 && text[from..].starts_with('}') {
            return Some(start..from + 1);
        }
    }
}

/// Says that the placeholder `name` does not exist.
pub(super) fn unknown(name: &str, known: &[&str]) -> Diagnostic {
    let error = Diagnostic::error(code::DOC_05, format!("there is no placeholder {{{}}}", clip(name, LONGEST)));
    let error = match nearest(name, known.iter().copied()) {
        Some(nearest) => error.hint(format!("did you mean {{{nearest}}}?")),
        None => error,
    };
    let all: Vec<String> = known.iter().map(|name| format!("{{{name}}}")).collect();
    match all.is_empty() {
        true => error.hint("this text has no placeholders"),
        false => error.hint(format!("the placeholders of this text are {}", all.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::{next, unknown};

    #[test]
    fn where_placeholders_are() {
        for (text, expected) in [
            ("a {b_c} d", Some(2..7)),
            ("{{a}}", Some(1..4)),
            ("{a{b}", Some(2..5)),
            ("{}", None),
            ("{A} {a1} {a b} {a", None),
        ] {
            assert_eq!(next(text, 0), expected, "{text}");
        }
        assert_eq!(next("{a}{b}", 3), Some(3..6));
    }

    #[test]
    fn suggestions() {
        let hints = |name| unknown(name, &["telephone", "email", "website"]).hints;
        assert_eq!(hints("telefone")[0], "did you mean {telephone}?");
        assert_eq!(hints("x").len(), 1);
        assert_eq!(hints("x")[0], "the placeholders of this text are {telephone}, {email}, {website}");
        assert_eq!(unknown("x", &[]).hints, ["this text has no placeholders"]);
    }
}
