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
    for (at, byte) in text.bytes().enumerate() {
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
