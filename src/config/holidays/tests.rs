//! The calendars themselves, and how a wrong one fails.

mod oracle;

use super::*;
use crate::model::holiday::{Church, Shift, When};
use jiff::civil::{Weekday, date};
use std::collections::BTreeSet;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content/holidays")
}

fn read(file: &str) -> Option<String> {
    std::fs::read_to_string(folder().join(file)).ok()
}

fn calendar(code: &str) -> Calendar {
    load(code, &read).unwrap_or_else(|error| panic!("{code}: {error}"))
}

fn named(code: &str, year: i16, language: &str) -> Vec<(String, String)> {
    let holidays = calendar(code).holidays(year);
    holidays.iter().map(|holiday| (holiday.date.to_string(), holiday.name(language).0.to_owned())).collect()
}

fn broken(text: &str) -> String {
    match load("PL", &|_| Some(text.to_owned())) {
        Err(LoadError::Broken { file, reason }) if file == "pl.toml" => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn lists_every_calendar_of_the_data() {
    let mut codes = BTreeSet::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let country = path.file_stem().unwrap().to_str().unwrap().to_uppercase();
        let parsed = file::parse(&std::fs::read_to_string(&path).unwrap()).unwrap();
        codes.extend(parsed.regions.keys().map(|region| format!("{country}-{region}")));
        codes.insert(country);
    }
    assert_eq!(codes.iter().collect::<Vec<_>>(), CALENDARS.iter().collect::<Vec<_>>());
}

#[test]
fn names_every_holiday_in_every_language() {
    for code in CALENDARS {
        let text = read(&format!("{}.toml", code[..2].to_lowercase())).unwrap();
        assert!(text.starts_with("# ") && text.contains("\n# Source: "), "{code} gives no source");
        let languages = file::parse(&text).unwrap().languages;
        let calendar = calendar(code);
        assert_eq!(calendar.code(), *code);
        assert!(!calendar.area().is_empty() && calendar.verified() >= date(2026, 11, 22), "{code}");
        for rule in calendar.rules() {
            let shared = rule.observed.iter().filter(|observed| !observed.moves).map(|observed| &observed.names);
            for names in std::iter::once(&rule.names).chain(shared) {
                for language in languages.iter().map(String::as_str).chain(["en", "de", "pl"]) {
                    let (name, found) = names.get(language);
                    assert!(found == language && !name.trim().is_empty(), "{code} lacks {language} in {names:?}");
                    assert!(!name.contains(['{', '}']), "{code}: {name}");
                }
            }
        }
    }
}

#[test]
fn knows_poland() {
    let expected = [
        ("2026-01-01", "Nowy Rok"),
        ("2026-01-06", "Święto Trzech Króli"),
        ("2026-04-05", "Niedziela Wielkanocna"),
        ("2026-04-06", "Poniedziałek Wielkanocny"),
        ("2026-05-01", "Święto Pracy"),
        ("2026-05-03", "Święto Narodowe Trzeciego Maja"),
        ("2026-05-24", "Zielone Świątki"),
        ("2026-06-04", "Boże Ciało"),
        ("2026-08-15", "Wniebowzięcie Najświętszej Maryi Panny"),
        ("2026-11-01", "Wszystkich Świętych"),
        ("2026-11-11", "Narodowe Święto Niepodległości"),
        ("2026-12-24", "Wigilia Bożego Narodzenia"),
        ("2026-12-25", "Boże Narodzenie"),
        ("2026-12-26", "Drugi dzień Bożego Narodzenia"),
    ];
    assert_eq!(named("PL", 2026, "pl"), expected.map(|(day, name)| (day.to_owned(), name.to_owned())));
    assert_eq!(calendar("PL").holidays(2024).len(), 13, "24 December is a holiday since 2025");
    assert_eq!(named("PL", 2026, "de")[11].1, "Heiligabend");
    assert_eq!(named("PL", 2026, "fr")[11].1, "Christmas Eve");
}

#[test]
fn knows_what_laws_move() {
    let on = |code, day: &str, language| {
        let year = day[..4].parse().unwrap();
        named(code, year, language).into_iter().find(|(date, _)| date == day).map(|(_, name)| name)
    };
    let is = |name: &str| Some(name.to_owned());
    assert_eq!(on("GB", "2026-12-28", "en"), is("Boxing Day (substitute day)"));
    assert_eq!(on("US", "2026-07-03", "en"), is("Independence Day (observed)"));
    assert_eq!(on("US", "2027-12-31", "de"), is("Neujahr (Ersatzfeiertag)"));
    assert_eq!(on("NL", "2025-04-26", "nl"), is("Koningsdag"));
    assert_eq!(on("LU", "2024-05-09", "fr"), is("Journée de l'Europe / Ascension"));
    assert_eq!(on("CH-GL", "2026-04-09", "de-CH"), is("Näfelser Fahrt"));
    assert_eq!(on("NO", "2026-05-17", "no"), is("Grunnlovsdagen"));
    assert_eq!(on("DE-BY", "2026-08-15", "de"), None);
    assert_eq!(on("DE-SL", "2026-08-15", "de"), is("Mariä Himmelfahrt"));
}

#[test]
fn suggests_what_was_meant() {
    let known = |code: &str| match load(code, &read) {
        Err(LoadError::Unknown { known, .. }) => known,
        other => panic!("{other:?}"),
    };
    assert_eq!(known("pl"), ["PL"]);
    assert_eq!(known("de_by"), ["DE-BY"]);
    assert_eq!(known("UK"), ["GB"]);
    assert_eq!(known("uk-sct"), ["GB-SCT"]);
    assert_eq!(known("DE-BAY")[0], "DE-BY");
    assert!(known("PLN").contains(&"PL".to_owned()));
    assert!(known("Atlantis").is_empty() && known("").is_empty());
    let text = load("de", &read).map(|_| ()).unwrap_err().to_string();
    assert_eq!(text, "there is no holiday calendar \"de\", but DE");
}

#[test]
fn reads_days_as_people_write_them() {
    assert_eq!(file::when("24 december"), Some(When::Fixed { month: 12, day: 24 }));
    assert_eq!(file::when("orthodox easter -2"), Some(When::Easter { offset: -2, church: Church::Orthodox }));
    let monday = Weekday::Monday;
    assert_eq!(file::when("last monday of may"), Some(When::NthWeekday { month: 5, weekday: monday, nth: -1 }));
    let before = When::WeekdayOnOrBefore { month: 5, day: 24, weekday: monday };
    assert_eq!(file::when("monday on or before 24 may"), Some(before));
    for wrong in
        ["", "31 june", "december 24", "easter 1", "easter +x", "fifth monday of may", "monday on or near 1 may"]
    {
        assert_eq!(file::when(wrong), None, "{wrong}");
    }
}

#[test]
fn refuses_broken_files() {
    let head = "name = \"x\"\nverified = 2026-11-22\nlanguages = [\"pl\"]\nregions = { A = \"a\" }\n";
    let with = |holiday: &str| broken(&format!("{head}[[holiday]]\n{holiday}\nnames.pl = \"x\"\n"));
    assert!(broken("").contains("missing field"));
    assert!(broken("name = ").contains("TOML parse error"));
    assert!(with("on = \"1 may\"\nunitl = 2025").contains("unknown field"));
    assert!(with("").contains("either `on` or `dates`"));
    assert!(with("on = \"31 june\"").contains("no such day"));
    assert!(with("dates = [12:00:00]").contains("something else than dates"));
    assert!(with("on = \"1 may\"\nregions = [\"B\"]").contains("no region"));
    assert!(with("on = \"1 may\"\nexcept-regions = [\"B\"]").contains("no region"));
    assert!(with("on = \"1 may\"\nweekdays = [\"mon\"]").contains("no weekday"));
    assert!(with("on = \"1 may\"\nsubstitute = \"monday\"").contains("no such substitute"));
    assert!(with("on = \"1 may\"\nsubstitute = \"next weekday\"\nmoved = \"next weekday\"").contains("both"));
    assert!(
        broken(&head.replace("2026-11-22", "12:00:00").replace("regions", "holiday = []\nregions")).contains("date")
    );
    assert_eq!(load("PL", &|_| None).map(|_| ()), Err(LoadError::Missing { file: "pl.toml".to_owned() }));
    let moved =
        calendar("NL").rules().iter().filter_map(|rule| rule.observed.as_ref()).map(|o| o.shift).collect::<Vec<_>>();
    assert_eq!(moved, [Shift::PreviousDayIfSunday]);
}
