//! `supportal init`: whatever is answered, the portal is valid; nothing that stands is touched.

use supportal::config::keys::SUPPORT;
use supportal::diagnostic::Severity;
use supportal::init::{Answers, Question, starter};

use super::harness::{Built, build};

mod answers;
mod folder;
mod terminal;

const ROLES: [&str; 3] = ["direct-bill", "indirect-reseller", "indirect-provider"];

fn day() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 22)
}

fn given(all: &[(Question, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (question, text) in all {
        answers.give(*question, text).unwrap_or_else(|problem| panic!("{question:?} {text}: {problem:?}"));
    }
    answers
}

fn complete(role: &str, country: &str, languages: &str, telephone: &str) -> Answers {
    let mut answers = given(&[
        (Question::Name, "Northlight"),
        (Question::Role, role),
        (Question::Country, country),
        (Question::Languages, languages),
        (Question::Telephone, telephone),
        (Question::Email, "help@northlight.cloud"),
        (Question::Website, "https://support.northlight.cloud/"),
        (Question::Hours, "mon-fri 08:00-12:00 13:00-17:00"),
    ]);
    if role == "indirect-reseller" {
        answers.give(Question::Provider, "Halcyon").unwrap();
        answers.give(Question::ProviderWebsite, "https://halcyon.cloud/").unwrap();
    }
    answers
}

/// The files, once the partner has said by when it answers, which nobody else can.
fn confirmed(answers: &Answers) -> Vec<(String, String)> {
    let mut files = starter(answers, day());
    let (_, toml) = &mut files[0];
    let sure = toml.replace("clock = \"office\" }  # placeholder\n", "clock = \"office\" }\n");
    assert!(sure.len() < toml.len());
    *toml = sure;
    files
}

fn built(answers: &Answers) -> Built {
    build(confirmed(answers).into_iter().map(|(path, text)| (path, text.into_bytes())).collect())
}

fn configuration(answers: &Answers) -> String {
    starter(answers, day()).swap_remove(0).1
}

fn active(toml: &str) -> usize {
    toml.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count()
}

#[test]
fn complete_answers_of_every_role_country_and_language_pass_strictly() {
    for role in ROLES {
        for (country, telephone) in [
            ("PL", "+48225550123"),
            ("GB", "+442071838750"),
            ("US", "+12063337777"),
            ("FR", "+33142685300"),
            ("SA", "+966112345678"),
            ("UA", "+380442345678"),
        ] {
            for languages in ["en", "pl", "de,en", "pl, en, de", "de-AT"] {
                let answers = complete(role, country, languages, telephone);
                let built = built(&answers);
                let grave = built.diagnostics.iter().any(|d| d.severity != Severity::Notice);
                assert!(!grave, "{role} {country} {languages}:\n{}", built.told());
                assert!(built.files.len() > 50);
                assert!(active(&configuration(&answers)) <= 45);
            }
        }
    }
}

/// The law asks for more than `init` does: it is left as placeholders, and nothing else is.
#[test]
fn a_publisher_in_germany_is_told_only_of_what_the_law_asks() {
    for role in ROLES {
        let answers = complete(role, "DE", "de,en,pl", "+493412345678");
        let built = built(&answers);
        let lines: Vec<String> =
            built.told().lines().filter(|line| line.starts_with("warning")).map(str::to_owned).collect();
        assert_eq!(lines.len(), 3, "{}", built.told());
        assert!(lines.iter().all(|line| line.contains("[CON-05]")) && !built.has_errors());
        assert!(active(&configuration(&answers)) <= 45, "{}", active(&configuration(&answers)));
    }
}

#[test]
fn what_nobody_answered_is_a_marked_placeholder_and_no_error() {
    for role in ROLES {
        let answers = given(&[(Question::Role, role)]);
        let built = built(&answers);
        assert!(!built.has_errors() && !built.diagnostics.is_empty(), "{}", built.told());
        assert!(
            built.diagnostics.iter().all(|d| d.code.id() == "CON-05" && d.severity == Severity::Warning),
            "{}",
            built.told()
        );
    }
}

/// Its words are still to be translated, which is all that is told; texts stand in a language that somebody reads.
#[test]
fn a_language_that_the_program_does_not_speak_is_left_to_translate() {
    for (languages, articles) in
        [("fr", "content/fr/articles/new-phone.md"), ("fr,de", "content/de/articles/new-phone.md")]
    {
        let answers = complete("direct-bill", "FR", languages, "+33142685300");
        let paths: Vec<String> = starter(&answers, day()).into_iter().map(|(path, _)| path).collect();
        assert!(paths.iter().any(|path| path == articles) && paths.len() == 6, "{paths:?}");
        let built = built(&answers);
        assert!(!built.has_errors(), "{}", built.told());
        assert!(built.diagnostics.iter().all(|d| d.code.id() == "I18N-01"), "{}", built.told());
    }
}

/// In the third part a line that begins with `#` and no space is a key or a table.
#[test]
fn what_may_be_added_is_right_as_it_stands() {
    for country in ["PL", "DE", "UA"] {
        let toml = configuration(&complete("direct-bill", country, "en,de", "+48225550123"));
        let uncommented: String = toml
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if !rest.starts_with([' ', ':']) && !rest.starts_with("logo") => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let built = build(vec![("support.toml".to_owned(), uncommented.into_bytes())]);
        assert!(!built.has_errors(), "{}", built.told());
        assert!(built.page("/pricing/").contains("Extended"));
    }
}

#[test]
fn examples_are_those_of_the_country_and_the_language() {
    let of = |country, languages, telephone| configuration(&complete("direct-bill", country, languages, telephone));
    let english = ["High Street", "\"Extended\"", "\"Short day\"", "Emergency line", "Given name", "12345 Town"];
    for (toml, own) in [
        (
            of("PL", "pl", "+48 22 555 01 23"),
            ["rate = \"23\"", "ul. Przykładowa 1", "PL0000000000", "Telefon alarmowy"],
        ),
        (of("DE", "de", "+49 30 5550123"), ["rate = \"19\"", "Musterstraße 1", "\"MwSt.\"", "Notrufnummer"]),
        (of("AT", "de,en", "+43 1 5550123"), ["ATU00000000", "1234 Musterstadt", "\"MwSt.\"", "Vorname und Nachname"]),
    ] {
        own.iter().for_each(|words| assert!(toml.contains(words), "{words}\n{toml}"));
        english.iter().for_each(|words| assert!(!toml.contains(words), "{words}\n{toml}"));
    }
    let toml = of("GB", "en", "+44 20 7946 0123");
    english[..4].iter().for_each(|words| assert!(toml.contains(words), "{words}\n{toml}"));
}

#[test]
fn the_three_parts_follow_each_other_and_the_schema_stands_beside() {
    let files = starter(&Answers::default(), day());
    let toml = &files[0].1;
    let at = |words: &str| toml.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("1. You must") < at("2. You should") && at("2. You should") < at("3. You may"));
    assert_eq!(active(toml[at("3. You may")..].split_once('\n').unwrap().1), 0);
    let schema: serde_json::Value = serde_json::from_str(&files[1].1).unwrap();
    assert_eq!(files[1].0, "support.toml.schema.json");
    assert!(SUPPORT.keys.iter().all(|key| schema["properties"].get(key.name).is_some()));
}
