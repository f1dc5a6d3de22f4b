//! Text and addresses as CommonMark writes them, so that no program takes a value for markup.

use std::borrow::Cow;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// A text on one line in which no letter is markup, at the start of a line, in a table cell, in a link or elsewhere.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = None;
    let mut rest = start_of_line(text.trim_start(), &mut out);
    loop {
        let plain = plain(rest, &out);
        out.push_str(&rest[..plain]);
        last = rest[..plain].chars().next_back().or(last);
        let mut letters = rest[plain..].chars();
        let Some(letter) = letters.next() else { return out };
        rest = letters.as_str();
        let next = letters.next();
        let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        match letter {
            // White space never breaks a line or begins a block of code.
            _ if letter.is_whitespace() || letter.is_control() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            // Within a word an underscore is no emphasis: names of files and addresses stay readable.
            '_' if word(last) && word(next) => out.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => out.extend(['\\', letter]),
            // Only what looks like an entity is one.
            '&' if next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()) => out.push_str("\\&"),
            _ => out.push(letter),
        }
        last = Some(letter);
    }
}

/// How many bytes stay as they are: letters that mean nothing but themselves, and single spaces.
fn plain(text: &str, written: &str) -> usize {
    let mut last = written.bytes().next_back();
    let is_marked = |byte: u8| {
        let is_second = byte == b' ' && last == Some(byte);
        last = Some(byte);
        is_second || byte != b' ' && !is_plain(byte)
    };
    text.bytes().position(is_marked).unwrap_or(text.len())
}

/// Whether the byte is a letter that means nothing but itself wherever it stands.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',' | b';' | b':' | b'!' | b'?' | b'-' | b'/' | b'\'')
}

/// Takes the sign away that would make a line a heading, an item of a list or a rule; returns what is still to be written.
fn start_of_line<'a>(text: &'a str, out: &mut String) -> &'a str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = text[digits..].chars();
    let sign = after.next();
    let is_mark = match sign {
        Some('#' | '+' | '-' | '=') => digits == 0,
        Some('.' | ')') => digits > 0,
        _ => false,
    };
    if !is_mark || after.clone().next().is_some_and(char::is_alphanumeric) {
        return text;
    }
    out.push_str(&text[..digits]);
    out.push('\\');
    out.extend(sign);
    after.as_str()
}

/// An address as the destination of a link: what would end it is percent-encoded.
pub fn destination(address: &str) -> Cow<'_, str> {
    let ends = |letter: char| {
        let is_mark = matches!(letter, '(' | ')' | '<' | '>' | '\\' | '|' | '`' | '*' | '[' | ']' | '"');
        is_mark || letter.is_whitespace() || letter.is_control()
    };
    let Some(first) = address.find(|letter| letter == '&' || ends(letter)) else { return Cow::Borrowed(address) };
    let mut out = String::with_capacity(address.len() + 8);
    out.push_str(&address[..first]);
    for letter in address[first..].chars() {
        match letter {
            // An entity would be another address.
            '&' => out.push_str("&amp;"),
            _ if ends(letter) => out.extend(utf8_percent_encode(letter.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC)),
            _ => out.push(letter),
        }
    }
    Cow::Owned(out)
}

/// An address that holds away from its page: `page` is the whole address of the page on which it stands.
pub fn absolute<'a>(address: &'a str, page: &str) -> Cow<'a, str> {
    let host = page.find("://").map_or(0, |scheme| scheme + 3);
    let origin = page.get(host..).and_then(|rest| rest.find('/')).map_or(page, |path| &page[..host + path]);
    match address.as_bytes().first() {
        Some(b'/') => Cow::Owned([origin, address].concat()),
        Some(b'#') => Cow::Owned([page, address].concat()),
        _ => Cow::Borrowed(address),
    }
}

/// A link; an address that leads nowhere leaves its words.
pub fn link(words: &str, address: &str) -> String {
    if address.is_empty() { text(words) } else { format!("[{}]({})", text(words), destination(address)) }
}

#[cfg(test)]
mod tests {
    use super::{absolute, destination, text};
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    const VALUES: [&str; 22] = [
        "# no heading",
        "- no item",
        "+ no item",
        "+48 22 100 20 30",
        "-5 zł",
        "1. no item",
        "12) no item",
        "3.5 hours",
        "---",
        "===",
        "> no quote",
        "    no code",
        "a | b || c",
        "*a* _b_ __c__ ~~d~~ `e` ``f``",
        "[a](https://evil.example) ![b](c) [d]: e",
        "<b>a</b> <!-- x --> <https://evil.example>",
        "&lt;b&gt; &#60; R&D A & B",
        "line\nbreak\r\n\r\n# two",
        "back\\slash \\* \\",
        "file_name_here and _so_",
        "```",
        "[^1] [x] {{ 7*7 }} {% raw %}",
    ];

    /// What a reader of Markdown sees in a paragraph, an item, a heading, a cell and a link.
    fn seen(markdown: &str) -> (String, usize) {
        // What only few readers have, such as attributes of headings, changes no more than how a word looks.
        let rare = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_MATH | Options::ENABLE_HEADING_ATTRIBUTES;
        let syntax = Options::all() - rare;
        let (mut words, mut marks) = (String::new(), 0);
        for event in Parser::new_ext(markdown, syntax) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::SoftBreak => words.push(' '),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                _ => marks += 1,
            }
        }
        (words, marks)
    }

    #[test]
    fn a_value_is_read_back_as_it_was_and_is_no_markup() {
        for value in VALUES {
            let plain = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let (words, marks) = seen(&text(value));
            assert_eq!((words.trim(), marks), (plain.as_str(), 0), "{value:?} as {:?}", text(value));
            for around in ["- {}", "## {}", "[{}](https://a.example/)", "**x** {}", "| a |\n|---|\n| {} |"] {
                let (words, marks) = seen(&around.replace("{}", &text(value)));
                let (_, expected) = seen(&around.replace("{}", "word"));
                assert!(words.ends_with(plain.trim_end()) && marks == expected, "{value:?} in {around:?}: {words:?}");
            }
        }
    }

    #[test]
    fn an_address_ends_where_it_ends() {
        for (address, expected) in [
            ("https://a.example/b?c=d&e", "https://a.example/b?c=d&amp;e"),
            ("https://a.example/(b) c", "https://a.example/%28b%29%20c"),
        ] {
            assert_eq!(destination(address), expected);
        }
    }

    #[test]
    fn an_address_holds_away_from_its_page() {
        let page = "https://a.example/below/contact/";
        for (address, expected) in [
            ("/below/x/", "https://a.example/below/x/"),
            ("#y", "https://a.example/below/contact/#y"),
            ("tel:+481", "tel:+481"),
            ("https://b.example/", "https://b.example/"),
        ] {
            assert_eq!(absolute(address, page), expected);
        }
    }
}
