//! Values as TOML 1.0 writes them.

use std::fmt::Write;

/// A basic string: quotes, backslashes and what cannot be seen are escaped.
pub(super) fn string(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            letter if letter.is_control() => drop(write!(written, "\\u{:04X}", u32::from(letter))),
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}

/// A list of strings on one line.
pub(super) fn strings<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = texts.into_iter().map(string).collect();
    format!("[{}]", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn any_text_reads_back_as_it_was() {
        for text in ["", "Contoso", "\"'\\", "a\nb\tc\u{0}\u{7f}\u{85}", "👍 \u{202e}عربي", "# placeholder", "\\u0041"]
        {
            let table: toml::Table = toml::from_str(&format!("a = {}", string(text))).expect("it is TOML");
            assert_eq!(table["a"].as_str(), Some(text));
        }
    }
}
