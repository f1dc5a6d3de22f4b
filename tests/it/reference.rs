//! `docs/reference/` says what every key of `support.toml` and of front matter means, and what each check finds. It is written
//! from the definitions in the program; `UPDATE=1 cargo test` rewrites it.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use supportal::config::keys::{Format, Key, SUPPORT, Shape, Table, document};
use supportal::diagnostic::rules::{self, ALONE, Example};

use super::harness::repository;

const SUPPORT_TOML: &str = "docs/reference/support-toml.md";
const CHECKS: &str = "docs/reference/checks.md";
const FRONT_MATTER: &str = "docs/reference/front-matter.md";

/// What a service manager need not know to read the first sentence of a key.
const STANDARDS: [&str; 12] =
    ["ISO ", "IANA", "E.164", "RFC", "BCP", "CLDR", "WCAG", "TOML", "UTC", "URL", "URI", "RGB"];

#[test]
fn the_reference_of_support_toml_is_what_the_program_reads() {
    is_fresh(SUPPORT_TOML, &support_toml());
}

#[test]
fn the_reference_of_front_matter_is_what_the_program_reads() {
    is_fresh(FRONT_MATTER, &front_matter());
}

#[test]
fn the_reference_of_checks_is_what_the_program_says() {
    is_fresh(CHECKS, &checks());
}

fn is_fresh(page: &str, written: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(page), written).unwrap();
    }
    let stands = repository(page);
    let differs = stands.lines().zip(written.lines()).position(|(one, other)| one != other);
    assert!(stands == written, "{page} is stale at line {differs:?}: run UPDATE=1 cargo test");
}

#[test]
fn the_first_sentence_of_a_key_names_no_standard() {
    for table in tables().into_iter().chain([&document::PAGE, &document::NOTICE, &document::TEXT]) {
        for key in table.keys {
            let first = key.doc.split(". ").next().unwrap_or(key.doc);
            let named = STANDARDS.iter().find(|standard| first.contains(*standard));
            assert!(named.is_none(), "{} of {}: {first}", key.name, table.name);
        }
    }
}

/// Every table, each after the one that holds it.
fn tables() -> Vec<&'static Table> {
    fn walk(table: &'static Table, seen: &mut BTreeSet<&'static str>, found: &mut Vec<&'static Table>) {
        if seen.insert(table.name) {
            found.push(table);
            table.keys.iter().filter_map(|key| inner(&key.shape)).for_each(|inner| walk(inner, seen, found));
        }
    }
    let mut found = Vec::new();
    walk(&SUPPORT, &mut BTreeSet::new(), &mut found);
    found
}

fn inner(shape: &'static Shape) -> Option<&'static Table> {
    match shape {
        Shape::Table(table) | Shape::Tables(table) | Shape::TablesById(table) => Some(table),
        Shape::Any(shapes) => shapes.iter().find_map(inner),
        _ => None,
    }
}

fn support_toml() -> String {
    let mut page = "# The keys of support.toml\n\nEverything that you can write into `support.toml`. It is written from the program itself. \
                    `supportal schema` prints the same for editors, which then complete and check what you type.\n\n\
                    A *text* is what your customers read: a string that holds for every language, or one for each language, such as \
                    `{ en = \"Office\", pl = \"Biuro\" }`. Dates and times stand without quotes, as in `2026-12-31`.\n\n\
                    A length of time is `15m` (minutes), `4h` (hours), `2 business days`, `P30D` (days) or `P12M` (months).\n"
        .to_owned();
    tables().into_iter().for_each(|table| section(&mut page, &format!("`{}`", table.name), table));
    page
}

fn front_matter() -> String {
    let mut page = "# The keys of front matter\n\nA Markdown file begins with what it says about itself, between two lines of `+++`, in the \
                    notation of `support.toml`. This page is written from the program itself.\n"
        .to_owned();
    section(&mut page, "Articles and pages", &document::PAGE);
    section(&mut page, "Notices", &document::NOTICE);
    document::NOTICE.keys.iter().filter_map(|key| inner(&key.shape)).for_each(|table| {
        section(&mut page, &format!("`{}`", table.name), table);
    });
    section(&mut page, "Texts that replace built-in ones", &document::TEXT);
    page
}

fn section(page: &mut String, heading: &str, table: &'static Table) {
    let head = "| key | what stands there | what it means |\n|---|---|---|";
    let _ = write!(page, "\n## {heading}\n\n{}\n\n{head}\n", table.doc);
    for key in table.keys {
        let _ = writeln!(page, "| `{}` | {} | {} |", key.name, shown(key), meaning(key));
    }
}

fn shown(key: &'static Key) -> String {
    let shape = words(&key.shape);
    if key.required { format!("{shape}, **required**") } else { shape }
}

fn meaning(key: &Key) -> String {
    let doc = key.doc.replace('|', "\\|");
    match key.shape {
        _ if key.example.is_empty() => doc,
        Shape::Levels => format!("{doc}<br>`{}`", key.example),
        _ => format!("{doc}<br>`{} = {}`", key.name, key.example.replace('|', "\\|")),
    }
}

fn words(shape: &'static Shape) -> String {
    let quoted = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Texts => "a list of texts".to_owned(),
        Shape::String(format) => one(*format),
        Shape::Strings(format) => format!("a list: {}", one(*format)),
        Shape::Choice([only]) => format!("`{only}`"),
        Shape::Choice(choice) => format!("one of {}", quoted(choice)),
        Shape::Choices(choice) => format!("a list of {}", quoted(choice)),
        Shape::Date => "a date".to_owned(),
        Shape::DateTime => "a date with its time".to_owned(),
        Shape::Integer(from, i64::MAX) => format!("a whole number from {from}"),
        Shape::Integer(from, to) => format!("a whole number from {from} to {to}"),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::Table(table) => format!("[a table]({})", anchor(table)),
        Shape::Tables(table) => format!("[a list of tables]({})", anchor(table)),
        Shape::TablesById(table) => format!("[tables with names]({})", anchor(table)),
        Shape::Weekdays => "days such as `mon` or runs such as `mon-fri`, each with a list of hours".to_owned(),
        Shape::Levels => "codes of checks, each `error`, `warn` or `allow`".to_owned(),
        Shape::Any(shapes) => shapes.iter().map(words).collect::<Vec<_>>().join(", or "),
    }
}

/// Headings lose their brackets and points on the way to an anchor, as GitHub makes them.
fn anchor(table: &Table) -> String {
    let name = table.name.to_lowercase();
    format!("#{}", name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect::<String>())
}

fn one(format: Format) -> String {
    match format {
        Format::Plain => "a string".to_owned(),
        Format::Id => "a name of your choice: letters, digits, `-`, `_`".to_owned(),
        Format::Reference(table) => format!("a name from `{table}`"),
        Format::Email => "an e-mail address".to_owned(),
        Format::Telephone => "a telephone number with `+` and country code".to_owned(),
        Format::Url => "a web address with `https://`".to_owned(),
        Format::Decimal => "digits with a point, in quotes".to_owned(),
        Format::Duration => "a time such as `15m`, `4h`, `2 business days`, `P12M`".to_owned(),
        Format::Language => "a language tag such as `pl`".to_owned(),
        Format::Country => "two letters of a country".to_owned(),
        Format::Currency => "three letters of a currency".to_owned(),
        Format::TimeZone => "a time zone as Region/City".to_owned(),
        Format::Color => "a colour as `#rrggbb`".to_owned(),
        Format::Interval => "hours such as `08:00-17:00`".to_owned(),
        Format::HolidayCalendar => "a country or region such as `PL` or `DE-BY`".to_owned(),
        Format::File => "a file under `static/`".to_owned(),
    }
}

/// The page of checks.
fn checks() -> String {
    let mut page = String::from(
        "# Checks\n\nWhat `supportal check` and `supportal build` find, by code. It is written from the program itself; \
         `supportal explain CODE` shows one entry.\n\n\
         An error stops the build, and nothing is written. A warning does not, unless you give `--strict`. A note is never more. \
         Under `[checks]` you set the level of a warning, or of an error that leaves the site whole, and may silence a note:\n\n\
         ```toml\n[checks]\nCON-08 = \"error\"\nHRS-06 = \"warn\"\nCON-02 = \"allow\"\n```\n\n\
         The lines of `support.toml` in the examples stand in a file that is otherwise whole; `# no KEY` says that a key is missing.\n\n\
         | code | | rule |\n|---|---|---|\n",
    );
    for rule in rules::all() {
        let id = rule.code.id();
        let _ = writeln!(page, "| [{id}](#{}) | {} | {} |", id.to_lowercase(), rule.severity.name(), rule.code.title());
    }
    for rule in rules::all() {
        let _ = write!(
            page,
            "\n## {}\n\n**{}** ({})\n\n{}\n",
            rule.code,
            rule.code.title(),
            rule.severity.name(),
            rule.why
        );
        if !rule.source.is_empty() {
            let _ = write!(page, "\nSource: {}.\n", rule.source);
        }
        let _ = write!(page, "\nWhat to do: {}\n", rule.fix);
        example(&mut page, "Wrong", &rule.bad);
        example(&mut page, "Right", &rule.good);
    }
    page
}

fn example(page: &mut String, name: &str, example: &Example) {
    match example {
        Example::Words(words) if words.contains("supportal ") || words.starts_with('<') => {
            let _ = write!(page, "\n{name}: `{words}`\n");
        }
        Example::Words(words) => {
            let _ = write!(page, "\n{name}: {words}\n");
        }
        Example::Files(files) => {
            for (path, text) in *files {
                let language = path.rsplit('.').next().unwrap_or_default();
                let text = text.strip_prefix(ALONE).unwrap_or(text);
                let _ = write!(page, "\n{name}, in `{path}`:\n\n````{language}\n{text}\n````\n");
            }
        }
    }
}
