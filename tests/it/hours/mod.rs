//! Hours become instants as a slow, plain reading of the rules says.

mod every_zone;
mod zoneinfo;

use jiff::{Span, Timestamp};
use supportal::config::{self, Overrides};
use supportal::diagnostic::{Diagnostics, SourceFile};
use supportal::model::List;
use supportal::model::hours::{Hours, OpenSpan, expand};

use super::harness::repository;

/// The open spans of hours called `desk`, written as a table of TOML, between two instants.
fn spans(desk: &str, from: &str, until: &str) -> Vec<(String, String)> {
    open(desk, from.parse().unwrap(), until.parse().unwrap())
        .into_iter()
        .map(|span| (span.start.to_string(), span.end.to_string()))
        .collect()
}

fn open(desk: &str, from: Timestamp, until: Timestamp) -> Vec<OpenSpan> {
    let all = read(&format!("[hours.desk]\n{desk}\n"));
    let (reference, _) = all.refs().find(|(_, hours)| hours.id == "desk").unwrap();
    expand(&all, reference, from, until)
}

/// The hours of a portal with these tables of hours beside its own.
fn read(tables: &str) -> List<Hours> {
    let text = format!("{}\n{tables}\n", repository("tests/cases/base.toml"));
    let diagnostics = Diagnostics::new();
    let config = config::read(
        &SourceFile::new("support.toml", text),
        &supportal::built_in::sources(),
        &Overrides::default(),
        &diagnostics,
    );
    let told = || diagnostics.into_sorted().into_iter().map(|told| told.message).collect::<Vec<_>>().join("\n");
    config.unwrap_or_else(|| panic!("{}", told())).portal.hours
}

const WARSAW: &str =
    "time_zone = \"Europe/Warsaw\"\nweekly = { mon-fri = [\"08:00-17:00\"] }\npublic_holidays = [\"PL\"]";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Whether a desk is open at an instant, and when it opens next.
fn state(desk: &str, instant: &str) -> (bool, Option<String>) {
    let now = at(instant);
    let spans = open(
        desk,
        now.checked_sub(Span::new().hours(48)).unwrap(),
        now.checked_add(Span::new().hours(24 * 30)).unwrap(),
    );
    let is_open = spans.iter().any(|span| span.start <= now && now < span.end);
    (is_open, spans.iter().find(|span| span.start > now).map(|span| span.start.to_string()))
}

#[test]
fn polish_holidays_close_the_desk() {
    assert_eq!(state(WARSAW, "2026-11-11T10:00:00Z"), (false, Some("2026-11-12T07:00:00Z".to_owned())));
    assert_eq!(state(WARSAW, "2026-12-23T16:30:00Z"), (false, Some("2026-12-28T07:00:00Z".to_owned())));
    assert_eq!(state(WARSAW, "2027-03-29T10:00:00Z"), (false, Some("2027-03-30T06:00:00Z".to_owned())));
    assert!(state(WARSAW, "2026-12-22T10:00:00Z").0);
}

#[test]
fn a_night_over_the_change_of_clocks_is_one_span_of_real_hours() {
    let berlin = "time_zone = \"Europe/Berlin\"\nweekly = { sat = [\"22:00-06:00\"] }\npublic_holidays = []";
    assert_eq!(
        spans(berlin, "2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z"),
        [("2026-10-24T20:00:00Z".to_owned(), "2026-10-25T05:00:00Z".to_owned())]
    );
    assert_eq!(
        spans(berlin, "2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z"),
        [("2026-03-28T21:00:00Z".to_owned(), "2026-03-29T04:00:00Z".to_owned())]
    );
}

#[test]
fn a_time_that_occurs_twice_is_the_first_and_one_that_does_not_exist_uses_the_offset_before() {
    let desk = "time_zone = \"Europe/Warsaw\"\nweekly = { sun = [\"02:30-12:00\"] }\npublic_holidays = []";
    assert_eq!(spans(desk, "2026-10-24T12:00:00Z", "2026-10-26T00:00:00Z")[0].0, "2026-10-25T00:30:00Z");
    assert_eq!(spans(desk, "2026-03-28T12:00:00Z", "2026-03-30T00:00:00Z")[0].0, "2026-03-29T01:30:00Z");
}

#[test]
fn a_special_day_replaces_the_intervals_that_start_on_it_and_leaves_last_nights_tail() {
    let desk = "time_zone = \"Europe/Warsaw\"\nweekly = { mon-sun = [\"20:00-04:00\"] }\npublic_holidays = []\nspecial = [{ date = 2026-12-24, open = [] }]";
    let got = spans(desk, "2026-12-23T12:00:00Z", "2026-12-26T12:00:00Z");
    assert_eq!(
        got,
        [
            ("2026-12-23T19:00:00Z".to_owned(), "2026-12-24T03:00:00Z".to_owned()),
            ("2026-12-25T19:00:00Z".to_owned(), "2026-12-26T03:00:00Z".to_owned())
        ]
    );
}

#[test]
fn an_opening_saturday_opens_a_desk_that_has_no_saturdays() {
    let desk = "time_zone = \"Europe/Warsaw\"\nweekly = {}\npublic_holidays = []\nspecial = [{ date = 2026-12-12, open = [\"09:00-13:00\"] }]";
    assert_eq!(
        spans(desk, "2026-11-22T00:00:00Z", "2027-11-22T00:00:00Z"),
        [("2026-12-12T08:00:00Z".to_owned(), "2026-12-12T12:00:00Z".to_owned())]
    );
}

#[test]
fn always_is_one_span_and_never_is_none() {
    assert_eq!(
        spans("weekly = \"always\"\npublic_holidays = []", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z").len(),
        1
    );
    assert_eq!(
        spans(
            "time_zone = \"Europe/Warsaw\"\nweekly = {}\npublic_holidays = []",
            "2026-01-01T00:00:00Z",
            "2027-01-01T00:00:00Z"
        )
        .len(),
        0
    );
}

#[test]
fn hours_combined_of_others_are_open_while_any_is() {
    let desk = "any_of = [\"office\", \"us\"]\n[hours.us]\ntime_zone = \"America/Chicago\"\nweekly = { mon-fri = [\"08:00-18:00\"] }\npublic_holidays = [\"US\"]";
    // Warsaw 08:00 to 17:00 is 07:00 to 16:00 UTC, Chicago 08:00 to 18:00 is 14:00 to 24:00 UTC.
    assert_eq!(
        spans(desk, "2026-11-23T00:00:00Z", "2026-11-24T02:00:00Z"),
        [("2026-11-23T07:00:00Z".to_owned(), "2026-11-24T00:00:00Z".to_owned())]
    );
}
