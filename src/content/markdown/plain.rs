//! The text of a heading, link, image, header cell or paragraph without its markup.

/// A log of text that several open elements read at once: each remembers where it began.
#[derive(Debug, Default)]
pub(super) struct Plain {
    text: String,
    listeners: usize,
}

impl Plain {
    /// Starts to listen; the result is for [`Plain::stop`].
    pub(super) fn start(&mut self) -> usize {
        self.listeners += 1;
        self.text.len()
    }

    /// Text was written.
    pub(super) fn push(&mut self, text: &str) {
        if self.listeners > 0 {
            self.text.push_str(text);
        }
    }

    /// Stops listening: the text written since, with each run of white space made one space.
    pub(super) fn stop(&mut self, start: usize) -> String {
        let text = squeeze(self.text.get(start..).unwrap_or_default());
        self.listeners = self.listeners.saturating_sub(1);
        if self.listeners == 0 {
            self.text.clear();
        }
        text
    }
}

fn squeeze(text: &str) -> String {
    if is_squeezed(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether the only white space is single spaces between words; where that is not sure, no.
fn is_squeezed(text: &str) -> bool {
    let mut last = b' ';
    let is_sure = text.bytes().all(|byte| {
        let is_second = byte == b' ' && last == b' ';
        last = byte;
        // All white space outside ASCII begins with one of these four bytes.
        !is_second && byte >= b' ' && !matches!(byte, 0xC2 | 0xE1..=0xE3)
    });
    is_sure && last != b' '
}

/// `text` cut at a word so that it has at most `limit` characters, the mark of omission included.
pub(super) fn clip(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let Some((room, _)) = text[..end].char_indices().next_back() else { return String::new() };
    // Scripts without spaces are cut between letters, never before a mark that belongs to the letter in front of it.
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or_else(|| {
        let starts = |(at, letter): (usize, char)| (at <= room && !joins(letter)).then_some(at);
        text[..end].char_indices().rev().find_map(starts).unwrap_or(room)
    });
    let kept = text[..cut].trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c));
    format!("{kept}…")
}

fn joins(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter) || matches!(letter, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::{Plain, clip};

    #[test]
    fn listeners_nest() {
        let mut plain = Plain::default();
        plain.push("not heard");
        let heading = plain.start();
        plain.push("Call  ");
        let link = plain.start();
        plain.push("us\n");
        assert_eq!(plain.stop(link), "us");
        plain.push("now");
        assert_eq!(plain.stop(heading), "Call us now");
        assert!(plain.text.is_empty());
    }

    #[test]
    fn white_space_is_squeezed_whatever_it_is() {
        for text in [
            "",
            "a",
            "zażółć gęślą jaźń",
            " a",
            "a ",
            "a  b",
            "a\tb",
            "a\u{A0}\u{3000}b",
            "a\u{2028}",
            "日本",
            "a\u{B}b",
        ] {
            assert_eq!(super::squeeze(text), text.split_whitespace().collect::<Vec<_>>().join(" "), "{text:?}");
        }
    }

    #[test]
    fn cut_at_a_word() {
        assert_eq!(clip("one two", 7), "one two");
        assert_eq!(clip("one two", 6), "one…");
        assert_eq!(clip("one, two", 7), "one…");
        assert_eq!(clip("", 0), "");
        assert_eq!(clip("日本語日本語", 4), "日本語…");
        assert_eq!(clip("ab\u{301}\u{301}\u{301}c", 4), "a…");
        for limit in 1..40 {
            assert!(clip("Zażółć gęślą jaźń, zażółć", limit).chars().count() <= limit);
        }
    }
}
