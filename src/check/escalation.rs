//! CSP-13: nobody promises for Microsoft.

use std::ops::Range;
use std::sync::Arc;

use super::Report;
use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

/// What is done within a time, by how its words begin, in English, German and Polish.
const DONE: [&str; 22] = [
    "repair",
    "fix",
    "solve",
    "resolv",
    "answer",
    "respond",
    "repl",
    "beheb",
    "behob",
    "lös",
    "gelöst",
    "reparier",
    "antwort",
    "reagier",
    "napraw",
    "usun",
    "usuw",
    "rozwiąz",
    "rozwiąż",
    "odpow",
    "odpis",
    "reagu",
];
/// Units of time by how they begin; those of up to three letters are whole words.
const UNITS: [&str; 15] = [
    "h", "min", "std", "d", "hour", "minute", "minut", "day", "business", "working", "stunde", "tag", "werktag",
    "godz", "dni",
];
/// What makes a promise none.
const NOT: [&str; 8] = ["not", "never", "no", "nicht", "kein", "keine", "nie", "żadn"];

const HINT: &str = "say when you pass the case on and how often you tell the news: Microsoft sets its own times, and they are not yours to promise";

/// What a text of the partner's own promises for Microsoft.
pub(super) fn in_text(source: &Arc<SourceFile>) -> Option<Diagnostic> {
    let is_about = ["partner-of-record/what-microsoft-does", "contact/escalation"];
    if !is_about.iter().any(|name| source.path().contains(&format!("/texts/{name}"))) {
        return None;
    }
    let at = sentences(source.text()).find(|at| source.text().get(at.clone()).is_some_and(promises))?;
    Some(problem().at(Place::new(source, at)))
}

/// What a step of the escalation promises for Microsoft.
pub(super) fn check(report: &Report<'_>) {
    let portal = report.portal();
    for language in portal.languages.ids() {
        let steps = portal.escalation.steps.iter();
        let steps = steps
            .filter_map(|step| Some((step.who.in_language(language).text, step.when.as_ref()?.in_language(language))));
        for (who, when) in steps.filter(|(_, when)| when.instead.is_none()) {
            if promises(&format!("{who}: {}", when.text)) {
                report.tell(problem(), &["[escalation]", when.text]);
            }
        }
    }
}

fn problem() -> Diagnostic {
    Diagnostic::warning(code::CSP_13, "this promises a time for what Microsoft does").hint(HINT)
}

/// Where the sentences of a text stand. A line of a list is one, too.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    text.split_inclusive(['.', '!', '?', '\n']).filter_map(move |part| {
        let at = next;
        next += part.len();
        let (start, end) = (at + part.len() - part.trim_start().len(), at + part.trim_end().len());
        (start < end).then_some(start..end)
    })
}

/// Whether a sentence says that Microsoft does something within a number of hours or days.
fn promises(sentence: &str) -> bool {
    let words: Vec<String> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_unit = |word: &str| {
        let is_long = |unit: &&&str| unit.len() > 3;
        UNITS.contains(&word) || UNITS.iter().filter(is_long).any(|unit| word.starts_with(unit))
    };
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_length = |pair: &[String]| is_number(&pair[0]) && is_unit(&pair[1]);
    let is_joined = |word: &String| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < word.len() && is_unit(unit)
    };
    let has_length = words.windows(2).any(is_length) || words.iter().any(is_joined);
    let has = |known: &[&str]| words.iter().any(|word| known.iter().any(|start| word.starts_with(start)));
    let is_denied = words.iter().any(|word| NOT.contains(&word.as_str()));
    has(&["microsoft"]) && has_length && has(&DONE) && !is_denied
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, in_text, promises};

    #[test]
    fn a_time_promised_for_microsoft_is_told_from_what_the_partner_does() {
        let promised = [
            "Microsoft solves it within 4 hours.",
            "Microsoft antwortet innerhalb von 2 Stunden.",
            "Microsoft odpowiada w ciągu 8 godzin.",
            "Microsoft: responds in 2h",
        ];
        for sentence in promised {
            assert!(promises(sentence), "{sentence}");
        }
        let others = [
            "Microsoft sets its own times for these repairs.",
            "Microsoft does not promise to repair it within 4 hours.",
            "We answer within 4 hours.",
            "Microsoft: after 4 hours, if we found no cause",
            "Since 2019 Microsoft 365 has solved this.",
        ];
        for sentence in others {
            assert!(!promises(sentence), "{sentence}");
        }
    }

    #[test]
    fn only_texts_on_what_microsoft_does_are_judged() {
        let text = "We wait. Microsoft solves it within 4 hours. We tell you.";
        let told = |path: &str| {
            in_text(&SourceFile::new(path, text)).and_then(|problem| problem.place).map(|place| place.span)
        };
        assert_eq!(told("content/en/texts/partner-of-record/what-microsoft-does.md"), Some(9..44));
        assert_eq!(told("content/en/articles/mail.md"), None);
    }
}
