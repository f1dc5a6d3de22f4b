//! Text in XML.

use std::borrow::Cow;

/// A text for elements and attributes; characters that XML 1.0 cannot hold are left out.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(is_forbidden) {
        return quick_xml::escape::escape(text);
    }
    let allowed: String = text.chars().filter(|c| !is_forbidden(*c)).collect();
    Cow::Owned(quick_xml::escape::escape(allowed.as_str()).into_owned())
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn every_text_can_be_put_into_xml() {
        assert_eq!(escape("Müller & <Söhne>"), "Müller &amp; &lt;Söhne&gt;");
        assert_eq!(escape("a\u{0}b\u{1b}\"c\"\n"), "ab&quot;c&quot;\n");
    }
}
