//! Text made safe inside HTML.

/// Appends `text` so that it stands as text in an element.
pub(super) fn text(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// Appends `value` so that it stands inside the double quotes of an attribute.
pub(super) fn attribute(out: &mut String, value: &str) {
    escape(out, value, true);
}

fn escape(out: &mut String, text: &str, quoted: bool) {
    let mut done = 0;
    for (at, byte) in marked(text.as_bytes()) {
        let replacement = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quoted => "&quot;",
            // `&#1;` in Markdown yields a control character, and feeds made from this text would not be XML.
            0..=8 | 0x0B | 0x0C | 0x0E..=0x1F => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(replacement);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// The bytes that may have to be replaced, with their places. Most stretches of a text hold none, which is found out
/// for many bytes at once.
fn marked(bytes: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let is_marked = |byte: u8| byte < b' ' || matches!(byte, b'&' | b'<' | b'>' | b'"');
    let stretches = bytes.chunks(STRETCH).enumerate();
    let some = stretches.filter(move |(_, stretch)| stretch.iter().fold(false, |any, byte| any | is_marked(*byte)));
    some.flat_map(move |(number, stretch)| {
        let at = number * STRETCH;
        stretch.iter().enumerate().filter(move |(_, byte)| is_marked(**byte)).map(move |(i, byte)| (at + i, *byte))
    })
}

const STRETCH: usize = 32;

#[cfg(test)]
mod tests {
    #[test]
    fn text_and_attributes() {
        let mut out = String::new();
        super::text(&mut out, "a < b & \"c\" > é\u{1}\t");
        out.push('|');
        super::attribute(&mut out, "\"><script>'é");
        assert_eq!(out, "a &lt; b &amp; \"c\" &gt; é\u{FFFD}\t|&quot;&gt;&lt;script&gt;'é");
    }
}
