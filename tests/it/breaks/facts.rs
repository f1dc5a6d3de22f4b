//! Facts as the configuration and documents say them, each broken in the ways in which people break facts.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use supportal::config;
use supportal::diagnostic::{Diagnostics, SourceFile};

/// How a fact is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    Removed,
    Misspelt,
    WrongType,
    OutOfRange,
    Contradicted,
}

pub(super) const WAYS: [(How, &str); 5] = [
    (How::Removed, "removed"),
    (How::Misspelt, "key misspelt"),
    (How::WrongType, "of another type"),
    (How::OutOfRange, "out of range"),
    (How::Contradicted, "contradicted"),
];

/// A fact of the file: where it is, by the schema, and where its key and value stand.
struct Fact {
    path: String,
    whole: Range<usize>,
    key: Range<usize>,
    value: Range<usize>,
}

/// One break: of which fact, how, and the file after it.
pub(super) struct Break {
    pub(super) path: String,
    pub(super) how: How,
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) text: String,
}

/// The facts of a table: each key that stands before an equals sign, inner ones too. A text in several languages is one.
fn facts(text: &str, table: &DeTable<'_>, path: &str, found: &mut Vec<Fact>) {
    for (key, value) in table {
        let path = if path.is_empty() { key.get_ref().to_string() } else { format!("{path}.{}", key.get_ref()) };
        let (key, span) = (key.span(), value.span());
        if key.end < span.start && text[key.end..span.start].trim() == "=" {
            found.push(Fact { path: schema(&path), whole: whole(text, key.start, span.end), key, value: span });
        }
        within(text, value, &path, found);
    }
}

fn within(text: &str, value: &Spanned<DeValue<'_>>, path: &str, found: &mut Vec<Fact>) {
    match value.get_ref() {
        DeValue::Table(inner) if !inner.contains_key("pl") => facts(text, inner, path, found),
        DeValue::Array(items) => items.iter().for_each(|item| within(text, item, path, found)),
        _ => {}
    }
}

/// The path as the schema has it: ids of hours are the partner's.
fn schema(path: &str) -> String {
    match path.strip_prefix("hours.").and_then(|rest| rest.split_once('.')) {
        Some((_, key)) => format!("hours.<id>.{key}"),
        None => path.to_owned(),
    }
}

/// The line, or in an inline table the pair with one comma.
fn whole(text: &str, start: usize, end: usize) -> Range<usize> {
    let before = text[..start].trim_end_matches([' ', '\t']);
    let after = &text[end..];
    if before.is_empty() || before.ends_with('\n') {
        return start..end + after.find('\n').map_or(after.len(), |at| at + 1);
    }
    let comma = after.len() - after.trim_start().len();
    match (after.trim_start().starts_with(','), before.ends_with(',')) {
        (true, _) => start..end + comma + 1,
        (false, true) => before.len() - 1..end,
        _ => start..end,
    }
}

/// A value of another type.
fn other_type(value: &str) -> &'static str {
    match value.as_bytes().first() {
        Some(b'"') => "17",
        Some(b'[' | b'{') => "true",
        _ => "\"x\"",
    }
}

/// A value of the same type that cannot be.
fn beyond(value: &str) -> Option<String> {
    let inner = value.trim_matches('"');
    let has_date = value.len() >= 10 && value.is_char_boundary(10) && value[..10].split('-').count() == 3;
    Some(match value.as_bytes().first()? {
        b'[' if value.contains("{ pl") => return None,
        b'[' => "[\"§\"]".to_owned(),
        b'{' => return None,
        b'"' if inner.starts_with('+') => "\"+4812\"".to_owned(),
        b'"' if inner.contains("://") => "\"http://\"".to_owned(),
        b'"' if inner.contains('@') => format!("\"{}\"", inner.replace('@', " at ")),
        b'"' if inner.starts_with('#') => "\"#12345g\"".to_owned(),
        b'"' if inner.parse::<f64>().is_ok() => "\"-1\"".to_owned(),
        b'"' if inner.starts_with(|c: char| c.is_ascii_digit() || c == 'P') && inner.len() < 18 => {
            "\"-5 min\"".to_owned()
        }
        b'"' => "\"\"".to_owned(),
        _ if has_date => "9999-12-31".to_owned(),
        first if first.is_ascii_digit() => "99999999".to_owned(),
        _ => return None,
    })
}

/// A value that could be, but does not agree with the others.
fn contrary(value: &str, ids: &[String]) -> Option<String> {
    let inner = value.trim_matches('"');
    let has_date = value.len() >= 10 && value.is_char_boundary(10) && value[..10].split('-').count() == 3;
    if let Some(at) = ids.iter().position(|id| id == inner) {
        return Some(format!("\"{}\"", ids[(at + 1) % ids.len()]));
    }
    Some(match value {
        "true" => "false".to_owned(),
        "false" => "true".to_owned(),
        _ if has_date => "2020-01-01".to_owned(),
        _ if value.starts_with('[') && !value.contains('{') && value.contains('"') => {
            let first = value.split('"').nth(1)?;
            let list = ids.iter().any(|id| id == first);
            if list { "[\"nobody\"]".to_owned() } else { format!("[\"{first}\", \"{first}\"]") }
        }
        _ if inner.starts_with('+') => "\"+48220000555\"".to_owned(),
        _ if inner.contains("://") => "\"https://elsewhere.fabrikam.com/\"".to_owned(),
        _ if inner.contains('@') => "\"somebody@gmail.com\"".to_owned(),
        _ if value.starts_with('"') && inner.parse::<f64>().is_ok() => "\"0.01\"".to_owned(),
        "\"always\"" => "{ mon = [\"10:00-11:00\"] }".to_owned(),
        _ if value.starts_with('"') && (inner.ends_with('h') || inner.ends_with('m')) && inner.len() < 5 => {
            "\"90h\"".to_owned()
        }
        _ => return None,
    })
}

/// Every break of every fact that a file says in the part `front`. `kind` tells the facts of documents from each other.
pub(super) fn breaks(file: &str, text: &str, front: Range<usize>, kind: &str, ids: &[String]) -> Vec<Break> {
    let mut found = Vec::new();
    let whole = text;
    let text = &text[front.clone()];
    let source = SourceFile::new(file, text);
    let table = config::parse(&source, 0..text.len(), &Diagnostics::new()).unwrap();
    facts(text, table.get_ref(), "", &mut found);
    let mut all = Vec::new();
    for fact in &found {
        let value = &text[fact.value.clone()];
        let line = whole[..front.start + fact.key.start].matches('\n').count() + 1;
        let mut push = |how, range: &Range<usize>, new: &str| {
            let (start, end) = (front.start + range.start, front.start + range.end);
            let text = format!("{}{new}{}", &whole[..start], &whole[end..]);
            all.push(Break { path: format!("{kind}{}", fact.path), how, file: file.to_owned(), line, text });
        };
        push(How::Removed, &fact.whole, "");
        push(How::Misspelt, &(fact.key.end..fact.key.end), "x");
        push(How::WrongType, &fact.value, other_type(value));
        if let Some(new) = beyond(value) {
            push(How::OutOfRange, &fact.value, &new);
        }
        if let Some(new) = contrary(value, ids) {
            push(How::Contradicted, &fact.value, &new);
        }
    }
    all
}

/// The ids of a configuration.
pub(super) fn ids(text: &str) -> Vec<String> {
    let source = SourceFile::new("support.toml", text);
    let table = config::parse(&source, 0..text.len(), &Diagnostics::new()).unwrap();
    let mut found = Vec::new();
    facts(text, table.get_ref(), "", &mut found);
    let id = |fact: &Fact| fact.path.ends_with(".id").then(|| text[fact.value.clone()].trim_matches('"').to_owned());
    found.iter().filter_map(id).chain(["biuro".to_owned()]).collect()
}

/// The breaks of what documents say of themselves: those of the default language, and those of another.
pub(super) fn of_documents(files: &[(String, Vec<u8>)], ids: &[String]) -> Vec<Break> {
    let mut all = Vec::new();
    for (path, bytes) in files {
        let kind = match path.split('/').collect::<Vec<_>>()[..] {
            ["content", "pl", "notices", _] => "notice: ",
            ["content", "pl", "pages", _] => "page: ",
            ["content", "pl", "articles", "mail", "report-phishing.md" | "index.md"] => "article: ",
            ["content", "en", "notices", _] => "notice, translated: ",
            _ => continue,
        };
        let text = String::from_utf8(bytes.clone()).unwrap();
        let end = text[4..].find("+++").unwrap() + 4;
        all.extend(breaks(path, &text, 4..end, kind, ids));
    }
    all
}
