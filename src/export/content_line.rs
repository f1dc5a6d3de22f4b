//! Content lines, of which calendars (RFC 5545) and cards (RFC 2426) are made: `NAME;PARAMETER=x:value`, folded so that
//! no line is longer than 75 octets.

/// The longest line in octets, without its end.
const LONGEST: usize = 75;

/// Content lines, one after the other.
#[derive(Debug, Default)]
pub(super) struct ContentLines {
    text: String,
}

impl ContentLines {
    /// Adds a line whose value is written as it is.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        fold(&format!("{name}:{value}"), &mut self.text);
    }

    /// Adds a line whose value is a text for people.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.put(name, &escape(value));
    }

    /// The bytes of all lines.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// A text as a value: marks with a meaning are escaped, and control characters, which no line may hold, left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a line, going on behind a line end and a space where it is too long; no character is split.
fn fold(line: &str, out: &mut String) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{ContentLines, LONGEST, escape};
    use proptest::prelude::*;

    fn unescape(value: &str) -> String {
        let mut text = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => text.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
                (c, _) => text.push(c),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn a_text_is_read_back_as_it_was(text in "[^\\p{C}\u{2028}\u{2029}]{0,300}|[a-zż,;:\\\\\n]{0,300}") {
            let mut lines = ContentLines::default();
            lines.text("NOTE", &text);
            let bytes = lines.into_bytes();
            let written = std::str::from_utf8(&bytes).unwrap();
            let unfolded = written.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
            prop_assert_eq!(unescape(unfolded.strip_prefix("NOTE:").unwrap()), text);
        }

        #[test]
        fn every_line_is_short_and_whole(text in "\\PC{0,400}|[\\x00-\\x1f\\x7f\u{85}\u{2028}x]{0,100}") {
            let mut lines = ContentLines::default();
            lines.text("X", &text);
            let bytes = lines.into_bytes();
            let written = std::str::from_utf8(&bytes).unwrap();
            for line in written.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(line.len() <= LONGEST && !line.chars().any(char::is_control), "{:?}", line);
            }
        }
    }

    #[test]
    fn marks_with_a_meaning_are_escaped() {
        assert_eq!(escape("a,b;c\\d\r\ne\u{7}f\tg"), "a\\,b\\;c\\\\d\\nef g");
    }
}
