//! By when a promise is due, compared with `tests/oracles/promises.py`; the browser reads the same table.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use supportal::config::{self, Overrides};
use supportal::diagnostic::{Diagnostics, SourceFile};
use supportal::model::Portal;
use supportal::model::duration::Duration;
use supportal::model::severity::Due;

use super::harness::repository;

fn portal(hours: &str) -> Portal {
    let text = format!("{}\n{hours}", repository("tests/cases/base.toml"));
    let diagnostics = Diagnostics::new();
    let source = SourceFile::new("support.toml", text);
    let config = config::read(&source, &supportal::built_in::sources(), &Overrides::default(), &diagnostics);
    config.unwrap_or_else(|| panic!("{:?}", diagnostics.into_sorted())).portal
}

#[test]
fn promises_are_due_when_a_count_of_minutes_says() {
    let table: serde_json::Value = serde_json::from_str(&repository("tests/data/promises.json")).unwrap();
    let portal = portal(table["hours"].as_str().unwrap());
    let build: Timestamp = table["build"].as_str().unwrap().parse().unwrap();
    let horizon = build.checked_add(Span::new().hours(400 * 24)).unwrap();
    let cases = table["cases"].as_array().unwrap();
    assert!(cases.len() > 700);
    let wrong = cases.iter().filter_map(|case| {
        let text = |place: usize| case[place].as_str();
        let count = u32::try_from(case[2].as_u64().unwrap()).unwrap();
        let desk = || portal.hours.refs().find(|(_, hours)| Some(hours.id.as_str()) == text(3)).unwrap().0;
        let due = match text(1).unwrap() {
            "elapsed" => Due::Elapsed(Duration::Minutes(count)),
            "open" => Due::Open(count, desk()),
            _ => Due::BusinessDays(count, desk()),
        };
        let found = due.instant(&portal.hours, text(0).unwrap().parse().unwrap(), horizon, &TimeZone::UTC);
        let expected = text(4).map(|instant| instant.parse::<Timestamp>().unwrap());
        (found != expected).then(|| format!("{case}: {found:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_last_date_within_the_horizon_has_the_closings_of_all_its_desks() {
    let portal = portal(
        "[hours.east]\ntime_zone = \"Pacific/Auckland\"\nweekly = { mon-sun = [\"08:00-12:30\"] }\npublic_holidays = []\n\
         [hours.west]\ntime_zone = \"America/New_York\"\nweekly = { mon-sun = [\"09:00-17:00\"] }\npublic_holidays = []\n\
         [hours.both]\nany_of = [\"east\", \"west\"]\n",
    );
    let both = portal.hours.refs().find(|(_, hours)| hours.id == "both").unwrap().0;
    let (report, until) = ("2026-11-20T12:00:00Z".parse().unwrap(), "2026-11-23T00:00:00Z".parse().unwrap());
    let due = |days| Due::BusinessDays(days, both).instant(&portal.hours, report, until, &TimeZone::UTC);
    assert_eq!(due(1), Some("2026-11-22T22:00:00Z".parse().unwrap()));
    // The 23rd closes in the east at 23:30 of the 22nd by UTC, but in the west beyond the horizon.
    assert_eq!(due(2), None);
}

#[test]
fn a_desk_that_never_closes_has_the_business_days_of_the_portal() {
    let portal =
        portal("[hours.ever]\nweekly = \"always\"\n[hours.tokyo]\nweekly = \"always\"\ntime_zone = \"Asia/Tokyo\"\n");
    let due_at = |desk: &str, report: &str, days: u32| {
        let desk = portal.hours.refs().find(|(_, hours)| hours.id == desk).unwrap().0;
        let report: Timestamp = report.parse().unwrap();
        let zone = TimeZone::get("Europe/Warsaw").unwrap();
        let until = report.checked_add(Span::new().hours(400 * 24)).unwrap();
        Due::BusinessDays(days, desk).instant(&portal.hours, report, until, &zone).unwrap().to_string()
    };
    let due = |report: &str, days: u32| due_at("ever", report, days);
    assert_eq!(due("2026-11-22T22:59:00Z", 1), "2026-11-23T23:00:00Z");
    assert_eq!(due("2026-11-22T23:00:00Z", 1), "2026-11-24T23:00:00Z");
    assert_eq!(due("2027-03-26T12:00:00Z", 2), "2027-03-28T22:00:00Z");
    // It has those of its own zone where it has one.
    assert_eq!(due_at("tokyo", "2026-11-22T14:59:00Z", 1), "2026-11-23T15:00:00Z");
    assert_eq!(due_at("tokyo", "2026-11-22T15:00:00Z", 1), "2026-11-24T15:00:00Z");
}

#[test]
fn nothing_is_due_past_the_horizon_or_by_months() {
    let portal = portal("");
    let (report, until): (Timestamp, Timestamp) =
        ("2026-11-22T10:00:00Z".parse().unwrap(), "2026-11-22T12:00:00Z".parse().unwrap());
    let due = |length: Duration| Due::Elapsed(length).instant(&portal.hours, report, until, &TimeZone::UTC);
    assert_eq!(due(Duration::Minutes(120)), Some(until));
    assert_eq!(due(Duration::Minutes(121)), None);
    assert_eq!(due(Duration::Months(1)), None);
}
