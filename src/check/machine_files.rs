//! STD-02, STD-03, STD-04: calendars, cards and data of the partner's own under `static/`. Those that this program writes are
//! right because of how they are made; tests read them with the parsers of others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Report;
use super::content_line::{self, ContentLine};
use crate::diagnostic::{Code, Diagnostic, Place, SourceFile, code};
use crate::source::Sources;

const LINE_ENDS: &str = "save it with the line ends of Windows (CRLF): some programs read no other";
const FOLDED: &str = "break the line before the 75th byte, and begin the next with a space";

pub(super) fn check(report: &Report<'_>, sources: &Sources) {
    for path in sources.under("static/") {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let judge: (Code, fn(&SourceFile) -> Vec<Fault>) = match ending.to_ascii_lowercase().as_str() {
            "ics" => (code::STD_02, calendar),
            "vcf" => (code::STD_03, card),
            "json" | "webmanifest" => (code::STD_04, json),
            _ => continue,
        };
        report.diagnostics.extend(told(sources, path, judge));
    }
}

/// Where a file is wrong, what is wrong, what to do, and whether it can be read all the same.
struct Fault {
    at: Range<usize>,
    message: String,
    hint: String,
    problem: fn(Code, String) -> Diagnostic,
}

impl Fault {
    fn error(at: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { at, message: message.into(), hint: hint.into(), problem: Diagnostic::error }
    }

    fn warning(at: Range<usize>, message: &str, hint: &str) -> Self {
        Self { problem: Diagnostic::warning, ..Self::error(at, message, hint) }
    }
}

fn told(sources: &Sources, path: &str, (code, judge): (Code, fn(&SourceFile) -> Vec<Fault>)) -> Vec<Diagnostic> {
    let Ok(source) = sources.text(path) else {
        let problem = Diagnostic::warning(code, "the file is no text in UTF-8, and programs read it as such");
        return vec![problem.at(Place::file(&SourceFile::new(path, ""))).hint("save it as UTF-8")];
    };
    let place = |fault: Fault| {
        let problem = (fault.problem)(code, fault.message);
        problem.at(Place::new(&source, fault.at)).hint(fault.hint).adjustable()
    };
    judge(&source).into_iter().map(place).collect()
}

/// STD-02: a calendar of events, each with its own id and an end after its start.
fn calendar(source: &SourceFile) -> Vec<Fault> {
    let lines = match content_line::read(source.text()) {
        Ok(lines) => lines,
        Err(fault) => return vec![broken(fault)],
    };
    let mut faults: Vec<Fault> = nesting("VCALENDAR", &lines).into_iter().collect();
    let mut ids = BTreeSet::new();
    for (begin, event) in objects("VEVENT", &lines) {
        match event.get("UID") {
            None => faults.push(Fault::error(
                begin,
                "the event has no UID",
                "add a line such as UID:summer-2027@contoso.com",
            )),
            // The days of a series that differ carry the id of the series.
            Some(id) if !event.contains_key("RECURRENCE-ID") && !ids.insert(id.value.clone()) => {
                let message = format!("the UID {} is that of an earlier event", id.value);
                faults.push(Fault::error(
                    id.at.clone(),
                    message,
                    "give each event its own: programs keep one of two that share it",
                ));
            }
            Some(_) => {}
        }
        if let (Some(start), Some(end)) = (event.get("DTSTART"), event.get("DTEND"))
            && start.parameters == end.parameters
            && end.value <= start.value
        {
            let hint = "correct one of the two; the end of a whole day is the day after it";
            faults.push(Fault::error(end.at.clone(), "the event ends before it has begun", hint));
        }
    }
    faults.extend(manners(source.text()));
    faults
}

/// STD-03: a card for an address book, with a version and a name.
fn card(source: &SourceFile) -> Vec<Fault> {
    let lines = match content_line::read(source.text()) {
        Ok(lines) => lines,
        Err(fault) => return vec![broken(fault)],
    };
    let mut faults: Vec<Fault> = nesting("VCARD", &lines).into_iter().collect();
    for (begin, card) in objects("VCARD", &lines) {
        for (name, hint) in
            [("VERSION", "add VERSION:3.0 as the second line"), ("FN", "add a line such as FN:Contoso Support")]
        {
            if !card.contains_key(name) {
                faults.push(Fault::error(begin.clone(), format!("the card has no {name}"), hint));
            }
        }
    }
    faults.extend(manners(source.text()));
    faults
}

/// STD-04: JSON.
fn json(source: &SourceFile) -> Vec<Fault> {
    let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(source.text()) else { return Vec::new() };
    let at = source.line_start(error.line()) + error.column().saturating_sub(1);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let hint = "JSON has no comments, no comma after the last item, and straight quotes around every name";
    vec![Fault::error(at..at + 1, format!("the file is no JSON: {message}"), hint)]
}

fn broken(at: Range<usize>) -> Fault {
    let hint = "write NAME:value on each line; a line break inside a value is written \\n, and a line that goes on begins with a space";
    Fault::error(at, "this line has no name and colon", hint)
}

/// Whether each part ends where it should, and all stands in parts of the kind `whole`.
fn nesting(whole: &str, lines: &[ContentLine]) -> Option<Fault> {
    let mut open: Vec<&ContentLine> = Vec::new();
    for line in lines {
        let is_open = |begin: &&ContentLine| begin.value.eq_ignore_ascii_case(&line.value);
        match line.name.as_str() {
            "BEGIN" if !open.is_empty() || line.value.eq_ignore_ascii_case(whole) => open.push(line),
            "END" if open.last().is_some_and(is_open) => drop(open.pop()),
            "END" => {
                return Some(Fault::error(
                    line.at.clone(),
                    format!("nothing that begins ends here: {}", line.value),
                    "write END in the order opposite to BEGIN",
                ));
            }
            _ if open.is_empty() => {
                return Some(Fault::error(
                    line.at.clone(),
                    format!("this stands outside {whole}"),
                    format!("begin with BEGIN:{whole}, and end with END:{whole}"),
                ));
            }
            _ => {}
        }
    }
    open.pop().map(|begin| {
        Fault::error(begin.at.clone(), format!("{} does not end", begin.value), format!("add END:{}", begin.value))
    })
}

/// The objects of a kind: where each begins, and its own lines by their names.
fn objects<'l>(kind: &str, lines: &'l [ContentLine]) -> Vec<(Range<usize>, BTreeMap<&'l str, &'l ContentLine>)> {
    let (mut found, mut depth) = (Vec::new(), 0_usize);
    for line in lines {
        match line.name.as_str() {
            "BEGIN" if line.value.eq_ignore_ascii_case(kind) => {
                found.push((line.at.clone(), BTreeMap::new()));
                depth = 1;
            }
            "BEGIN" if depth > 0 => depth += 1,
            "END" => depth = depth.saturating_sub(1),
            name if depth == 1 => drop(found.last_mut().map(|(_, own)| own.insert(name, line))),
            _ => {}
        }
    }
    found
}

/// What careful programs mind: other line ends than CRLF, and lines of more than 75 bytes. The first of either is told.
fn manners(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let lines = content_line::physical(text);
    if let Some((at, _)) = lines.clone().find(|(at, line)| text[at + line.len()..].starts_with('\n')) {
        faults.push(Fault::warning(at..at, "the lines of the file end as on Unix", LINE_ENDS));
    }
    if let Some((at, line)) = lines.clone().find(|(_, line)| line.len() > content_line::LONGEST) {
        faults.push(Fault::warning(at..at + line.len(), "the line is longer than 75 bytes", FOLDED));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn told_of(judge: fn(&SourceFile) -> Vec<Fault>, text: &str) -> Vec<String> {
        let source: Arc<SourceFile> = SourceFile::new("static/a", text.replace('\n', "\r\n"));
        judge(&source)
            .into_iter()
            .map(|fault| format!("{} {}", source.line_column(fault.at.start).0, fault.message))
            .collect()
    }

    const EVENT: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a@contoso.com\nDTSTART:20270101T080000Z\n\
                         DTEND:20270101T090000Z\nSUMMARY:A\n  visit\nBEGIN:VALARM\nUID:x\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n";

    #[test]
    fn a_calendar_that_programs_cannot_read_is_told() {
        let cases = [
            (EVENT.to_owned(), vec![]),
            (EVENT.replace("UID:a@contoso.com\n", ""), vec!["3 the event has no UID"]),
            (EVENT.replace("20270101T09", "20270101T07"), vec!["6 the event ends before it has begun"]),
            (EVENT.replace("20270101T090000Z", "20270101T080000Z"), vec!["6 the event ends before it has begun"]),
            (EVENT.replace("DTEND:2027", "DTEND;TZID=Europe/Warsaw:2026"), vec![]),
            (EVENT.replace("  visit", "visit"), vec!["8 this line has no name and colon"]),
            (EVENT.replace("END:VALARM\n", ""), vec!["11 nothing that begins ends here: VEVENT"]),
            (EVENT.replace("END:VCALENDAR\n", ""), vec!["1 VCALENDAR does not end"]),
            (EVENT.replace("BEGIN:VCALENDAR\n", ""), vec!["1 this stands outside VCALENDAR"]),
            (
                EVENT.replace("SUMMARY:A", &format!("SUMMARY:{}", "ä".repeat(40))),
                vec!["7 the line is longer than 75 bytes"],
            ),
            (
                EVENT.replace("END:VEVENT\n", "END:VEVENT\nBEGIN:VEVENT\nUID:a@contoso.com\nEND:VEVENT\n"),
                vec!["14 the UID a@contoso.com is that of an earlier event"],
            ),
            (
                EVENT.replace(
                    "END:VEVENT\n",
                    "END:VEVENT\nBEGIN:VEVENT\nUID:a@contoso.com\nRECURRENCE-ID:20270108T080000Z\nEND:VEVENT\n",
                ),
                vec![],
            ),
        ];
        for (text, told) in cases {
            assert_eq!(told_of(calendar, &text), told, "{text}");
        }
        let unix = SourceFile::new("static/a.ics", EVENT);
        assert_eq!(calendar(&unix).len(), 1);
    }

    #[test]
    fn a_card_without_version_or_name_is_told() {
        let card_of = |lines: &str| told_of(card, &format!("BEGIN:VCARD\n{lines}END:VCARD\n"));
        assert!(card_of("VERSION:3.0\nitem1.FN:Contoso\nTEL;TYPE=\"work:day\":+48225550123\n").is_empty());
        assert_eq!(card_of("VERSION:3.0\nN:Contoso\n"), ["1 the card has no FN"]);
        assert_eq!(card_of("FN:Contoso\n"), ["1 the card has no VERSION"]);
    }

    #[test]
    fn a_comment_in_json_is_told_at_its_place() {
        assert!(told_of(json, "{\"a\": 1}").is_empty());
        assert_eq!(told_of(json, "{\n  // why\n}"), ["2 the file is no JSON: key must be a string"]);
    }
}
