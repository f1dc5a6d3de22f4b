//! Every fact of the example portal, of its configuration and of its documents, is broken in each of the ways in which people break facts. What notices it stands in
//! a table; a break that nothing notices has a reason why nothing can, or a rule is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use supportal::config;
use supportal::diagnostic::{Diagnostics, SourceFile};
use supportal::pipeline;
use supportal::source::Sources;
use supportal::timing::Timings;

use super::harness::{example, options, repository};

mod reasons;

const PAGE: &str = "docs/reference/breaks.md";

/// How a fact is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Removed,
    Misspelt,
    WrongType,
    OutOfRange,
    Contradicted,
}

const WAYS: [(How, &str); 5] = [
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
struct Break {
    path: String,
    how: How,
    file: String,
    line: usize,
    text: String,
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
fn breaks(file: &str, text: &str, front: Range<usize>, kind: &str, ids: &[String]) -> Vec<Break> {
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
fn ids(text: &str) -> Vec<String> {
    let source = SourceFile::new("support.toml", text);
    let table = config::parse(&source, 0..text.len(), &Diagnostics::new()).unwrap();
    let mut found = Vec::new();
    facts(text, table.get_ref(), "", &mut found);
    let id = |fact: &Fact| fact.path.ends_with(".id").then(|| text[fact.value.clone()].trim_matches('"').to_owned());
    found.iter().filter_map(id).chain(["biuro".to_owned()]).collect()
}

/// The breaks of what documents say of themselves: those of the default language, and those of another.
fn of_documents(files: &[(String, Vec<u8>)], ids: &[String]) -> Vec<Break> {
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

/// The codes that a site is told: of all that is read, or of its pages too.
fn codes(files: &[(String, Vec<u8>)], path: &str, text: &str, rendered: bool) -> BTreeSet<&'static str> {
    let other = files.iter().filter(|(other, _)| other != path).cloned();
    let sources = Sources::in_memory(other.chain([(path.to_owned(), text.as_bytes().to_vec())]));
    let diagnostics = Diagnostics::new();
    let prepared = pipeline::prepare(&sources, &options("2026-11-22T10:00:00Z"), &mut Timings::default(), &diagnostics);
    if let Some(prepared) = prepared.filter(|_| rendered) {
        prepared.render(&diagnostics, |_| Ok::<(), ()>(())).unwrap();
    }
    diagnostics.into_sorted().iter().map(|problem| problem.code.id()).collect()
}

/// What a break is told and the whole site is not. Pages are made only of what passes so far, for that takes longer.
fn noticed(files: &[(String, Vec<u8>)], broken: &Break, usual: &BTreeSet<&'static str>) -> Vec<&'static str> {
    let new = |rendered| {
        let told = codes(files, &broken.file, &broken.text, rendered);
        told.difference(usual).copied().collect::<Vec<_>>()
    };
    let read = new(false);
    if read.is_empty() { new(true) } else { read }
}

/// What noticed the breaks of a fact in one way, and the lines of those that nothing noticed.
#[derive(Default)]
struct Cell {
    codes: BTreeSet<&'static str>,
    unnoticed: Vec<usize>,
    count: usize,
}

#[test]
fn every_break_of_a_fact_is_noticed_or_has_a_reason() {
    let text = repository("example-site/support.toml");
    let documents = example();
    let rest: Vec<(String, Vec<u8>)> =
        documents.iter().filter(|(path, _)| !path.contains("/articles/")).cloned().collect();
    let usual = codes(&documents, "support.toml", &text, true);
    let without_articles = codes(&rest, "support.toml", &text, true);
    let ids = ids(&text);
    let of_configuration = breaks("support.toml", &text, 0..text.len(), "", &ids);
    let of_documents = of_documents(&documents, &ids);
    assert!(of_configuration.len() >= 300 && of_documents.len() >= 200, "{}", of_documents.len());
    let told = of_configuration.par_iter().map(|broken| noticed(&rest, broken, &without_articles));
    let told: Vec<_> = told.chain(of_documents.par_iter().map(|broken| noticed(&documents, broken, &usual))).collect();
    let all: Vec<Break> = of_configuration.into_iter().chain(of_documents).collect();
    let mut cells: BTreeMap<(String, How), Cell> = BTreeMap::new();
    for (broken, new) in all.iter().zip(told) {
        let cell = cells.entry((broken.path.clone(), broken.how)).or_default();
        cell.count += 1;
        if new.is_empty() {
            cell.unnoticed.push(broken.line);
        }
        cell.codes.extend(new);
    }
    let page = page(&cells, all.len());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE), &page).unwrap();
    }
    let nameless = |((path, how), cell): (&(String, How), &Cell)| {
        (!cell.unnoticed.is_empty() && reason(path, *how).is_none())
            .then(|| format!("{path} {how:?}: lines {:?}", cell.unnoticed))
    };
    let without: Vec<String> = cells.iter().filter_map(nameless).collect();
    assert!(without.is_empty(), "nothing notices, and nobody says why:\n{}", without.join("\n"));
    assert!(repository(PAGE) == page, "{PAGE} is stale: run UPDATE=1 cargo test");
}

/// Why a break of a fact cannot be noticed.
fn reason(path: &str, how: How) -> Option<&'static str> {
    reasons::ALL.iter().find(|(_, ways, paths)| ways.contains(&how) && paths.contains(&path)).map(|(why, ..)| *why)
}

fn page(cells: &BTreeMap<(String, How), Cell>, count: usize) -> String {
    let unnoticed: usize = cells.values().map(|cell| cell.unnoticed.len()).sum();
    let mut page = format!(
        "# What breaks are noticed\n\nA test breaks every fact of `example-site/support.toml`, and what its notices, pages and some of its articles \
         say of themselves, in up to five ways, {count} breaks in all, \
         and notes the codes of what `supportal check` then says that it did not say before. {} are noticed. It writes this page.\n\n\
         A number such as (1/3) counts breaks that nothing notices; why nothing can is said below the table. A dash: the fact \
         cannot be broken in this way.\n\n| fact |",
        count - unnoticed
    );
    page.extend(WAYS.iter().map(|(_, name)| format!(" {name} |")));
    page.push_str("\n|---|---|---|---|---|---|\n");
    let paths: BTreeSet<&String> = cells.keys().map(|(path, _)| path).collect();
    for path in paths {
        let _ = write!(page, "| `{path}` |");
        for (how, _) in WAYS {
            let _ = match cells.get(&(path.clone(), how)) {
                None => write!(page, " – |"),
                Some(cell) => {
                    let codes: Vec<&str> = cell.codes.iter().copied().collect();
                    let missed = match cell.unnoticed.len() {
                        0 => String::new(),
                        missed => format!("({missed}/{})", cell.count),
                    };
                    write!(page, " {} |", format!("{} {missed}", codes.join(" ")).trim())
                }
            };
        }
        page.push('\n');
    }
    page.push_str("\n## What nothing can notice\n");
    for (why, ways, paths) in reasons::ALL {
        let missed = |path: &&&str| {
            ways.iter()
                .any(|how| cells.get(&((**path).to_owned(), *how)).is_some_and(|cell| !cell.unnoticed.is_empty()))
        };
        let ways: Vec<&str> = WAYS.iter().filter(|(how, _)| ways.contains(how)).map(|(_, name)| *name).collect();
        let paths: Vec<String> = paths.iter().filter(missed).map(|path| format!("`{path}`")).collect();
        let _ = write!(page, "\n**{}** ({}): {}.\n", why, ways.join(", "), paths.join(", "));
    }
    page
}
