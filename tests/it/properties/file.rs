//! A file is what its name says: a program reads it without a fault.

use quick_xml::events::Event;

/// Checks a file of the output.
pub fn check(path: &str, bytes: &[u8]) {
    let text = || std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    let end = path.rsplit(['/', '.']).next().unwrap_or_default();
    match end {
        "html" => super::html::check_page(text()),
        "json" | "webmanifest" => {
            let read = serde_json::from_str::<serde_json::Value>(text());
            assert!(read.is_ok(), "{path}: {read:?}");
        }
        "xml" | "atom" | "svg" | "config" => xml(path, text()),
        "ics" | "vcf" => content_lines(path, text()),
        "_redirects" | "_headers" => {
            let is_control = |c: char| c.is_control() && c != '\n';
            assert!(!text().contains(is_control), "{path}: a control character");
        }
        _ => {}
    }
    if path == "_redirects" {
        assert!(text().lines().all(|line| line.split(' ').count() == 3), "{path}: {}", text());
    }
}

/// One tree, of characters that XML knows.
fn xml(path: &str, text: &str) {
    let unknown =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    assert!(!text.contains(unknown), "{path}: a character that XML does not know");
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut depth, mut roots) = (0, 0);
    loop {
        let read = reader.read_event().unwrap_or_else(|error| panic!("{path}: {error} in\n{text}"));
        if let Event::Start(tag) | Event::Empty(tag) = &read {
            roots += usize::from(depth == 0);
            for attribute in tag.attributes() {
                let attribute = attribute.unwrap_or_else(|error| panic!("{path}: {error} in\n{text}"));
                assert!(!attribute.value.contains('<'), "{path}: `<` in an attribute");
            }
        }
        match &read {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                assert!(depth > 0 || read.trim_ascii().is_empty(), "{path}: a text outside of the tree");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((depth, roots), (0, 1), "{path}: no tree in\n{text}");
}

/// Lines of a calendar or a card: short, with a name, each part closed.
fn content_lines(path: &str, text: &str) {
    let lines = text.strip_suffix("\r\n").unwrap_or_else(|| panic!("{path}: no line break at the end"));
    for line in lines.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(char::is_control), "{path}: {line:?}");
    }
    let mut open = Vec::new();
    for line in text.replace("\r\n ", "").lines() {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{path}: {line:?} has no value"));
        let name = name.split(';').next().unwrap_or_default();
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        assert!(is_name && !name.is_empty(), "{path}: {line:?} has no name");
        match name {
            "BEGIN" => open.push(value.to_owned()),
            "END" => assert_eq!(open.pop().as_deref(), Some(value), "{path}"),
            _ => assert!(!open.is_empty(), "{path}: {line:?} stands alone"),
        }
    }
    assert!(open.is_empty(), "{path}: {open:?} stay open");
}
