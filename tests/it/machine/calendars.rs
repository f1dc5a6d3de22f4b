//! Calendars and the card against `support.json`. That the hours are the same instants is tested by another
//! implementation of calendars, in `tests/browser/calendar.test.mjs`.

use std::collections::BTreeSet;

use super::lines::{Component, read};
use super::{sites, sites_at, strings};
use crate::harness::{build, repository};

const CALENDARS: [&str; 3] = ["hours.ics", "closures.ics", "maintenance.ics"];

#[test]
fn calendars_say_what_every_program_wants_to_know() {
    for (site, built, support) in sites() {
        let mut uids = BTreeSet::new();
        for file in CALENDARS {
            let calendar = read(&built, file);
            for (name, value) in [("VERSION", "2.0"), ("METHOD", "PUBLISH"), ("REFRESH-INTERVAL", "P1D")] {
                assert_eq!(calendar.one(name), value, "{site} {file}");
            }
            assert_eq!(calendar.one("NAME"), calendar.one("X-WR-CALNAME"));
            assert!(!calendar.parts.is_empty(), "{site} {file}: a calendar has at least one part");
            let zones: Vec<&str> = calendar.parts_of("VTIMEZONE").map(|zone| zone.one("TZID")).collect();
            for event in calendar.parts_of("VEVENT") {
                assert!(uids.insert(event.one("UID").to_owned()), "{site}: {} twice", event.one("UID"));
                assert_eq!(event.one("DTSTAMP"), "20261122T000000Z");
                assert!(event.one("URL").starts_with(support["site"]["base_url"].as_str().unwrap()));
                for line in event.lines.iter().filter(|line| line.parameters.contains("TZID=")) {
                    assert!(zones.contains(&line.parameters.trim_start_matches("TZID=")), "{site} {file}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn each_closed_or_short_day_is_one_event() {
    for (site, built, support) in sites() {
        let calendar = read(&built, "closures.ics");
        let language = support["site"]["languages"][0].as_str().unwrap();
        let mut written = BTreeSet::new();
        for event in calendar.parts_of("VEVENT") {
            let name = event.one("UID").split('@').next().unwrap().strip_prefix("closure.").unwrap();
            assert_eq!(event.one("DTSTART").len(), 8, "a date");
            written.insert((name.to_owned(), event.one("DTSTART").to_owned(), event.text("SUMMARY")));
        }
        let mut said = 0;
        for (id, hours) in support["hours"].as_object().unwrap() {
            let exceptions = hours["exceptions"].as_array().unwrap().iter();
            for exception in exceptions.filter(|exception| exception["shortened"] == true) {
                let date = exception["date"].as_str().unwrap();
                let reason = exception["reason"][language].as_str().unwrap_or_default();
                let found = written
                    .iter()
                    .find(|(name, day, _)| name.starts_with(&format!("{id}.{date}")) && *day == date.replace('-', ""));
                let (_, _, summary) = found.unwrap_or_else(|| panic!("{site}: {id} {date} is not in closures.ics"));
                assert!(summary.ends_with(reason), "{site}: {summary}, because of {reason}");
                said += 1;
            }
        }
        assert_eq!(said, written.len(), "{site}");
    }
}

#[test]
fn maintenance_is_that_of_the_notices() {
    for (site, built, support) in sites() {
        let calendar = read(&built, "maintenance.ics");
        let basic = |instant: &serde_json::Value| instant.as_str().unwrap().replace(['-', ':'], "");
        let notices = support["notices"].as_array().unwrap().iter();
        let mut said: Vec<_> = notices
            .filter(|notice| notice["kind"] == "maintenance")
            .map(|n| (basic(&n["start"]), basic(&n["end"]), n["status"] == "cancelled"))
            .collect();
        let mut written: Vec<_> = calendar
            .parts_of("VEVENT")
            .map(|e| (e.one("DTSTART").to_owned(), e.one("DTEND").to_owned(), e.one("STATUS") == "CANCELLED"))
            .collect();
        said.sort();
        written.sort();
        assert_eq!(said, written, "{site}");
    }
}

#[test]
fn an_event_keeps_its_id() {
    let ids = |component: &Component| -> BTreeSet<String> {
        component.parts_of("VEVENT").map(|event| event.one("UID").to_owned()).collect()
    };
    for ((site, today, _), (_, later, _)) in sites().into_iter().zip(sites_at("2026-12-20T10:00:00Z")) {
        let (today, later) = (ids(&read(&today, "hours.ics")), ids(&read(&later, "hours.ics")));
        let weekly = |id: &&String| !id.contains("20");
        assert_eq!(
            today.iter().filter(weekly).collect::<Vec<_>>(),
            later.iter().filter(weekly).collect::<Vec<_>>(),
            "{site}"
        );
    }
}

#[test]
fn the_number_of_an_event_rises_from_one_day_to_the_next() {
    let numbers = |now: &str| -> Vec<u32> {
        let all = sites_at(now).into_iter().flat_map(|(_, built, _)| {
            let events = ["hours.ics", "closures.ics", "maintenance.ics"].map(|file| read(&built, file));
            let numbers = events.iter().filter_map(|calendar| calendar.parts_of("VEVENT").next());
            numbers.map(|event| event.one("SEQUENCE").parse().unwrap()).collect::<Vec<u32>>()
        });
        all.collect()
    };
    let (today, evening) = (numbers("2026-11-22T10:00:00Z"), numbers("2026-11-22T23:00:00Z"));
    let tomorrow = numbers("2026-11-23T10:00:00Z");
    assert!(today.len() > 6 && today.len() == tomorrow.len());
    assert_eq!(today, evening);
    assert!(today.iter().zip(&tomorrow).all(|(today, tomorrow)| today < tomorrow), "{today:?} {tomorrow:?}");
}

/// The events of a calendar of a portal with these lines in its configuration and this notice.
fn events(change: impl Fn(String) -> String, notice: &str, file: &str) -> Vec<Component> {
    let files = [
        ("support.toml".to_owned(), change(repository("tests/cases/base.toml")).into_bytes()),
        (
            "content/en/notices/work.md".to_owned(),
            format!("+++\ntitle = \"Work\"\n{notice}\n+++\n\nText.\n").into_bytes(),
        ),
    ];
    let built = build(files.into());
    assert!(!built.has_errors(), "{}", built.told());
    let calendar = read(&built, file);
    calendar.parts_of("VEVENT").cloned().collect()
}

#[test]
fn maintenance_that_changes_on_one_day_has_a_greater_number_and_the_end_that_it_had() {
    let facts = "kind = \"maintenance\"\nstart = 2026-11-22T01:00:00Z\nend = 2026-11-22T05:00:00Z\n";
    let update = |time: &str, status: &str| {
        format!("\n[[updates]]\ntime = 2026-11-22T{time}:00Z\nstatus = \"{status}\"\ntext = \"Words.\"\n")
    };
    let (begun, done) = (update("01:05", "in-progress"), update("03:40", "completed"));
    let versions = [
        (format!("{facts}status = \"scheduled\""), "20261122T050000Z", "CONFIRMED"),
        (format!("{facts}status = \"in-progress\""), "20261122T050000Z", "CONFIRMED"),
        (format!("{facts}status = \"in-progress\"\n{begun}"), "20261122T050000Z", "CONFIRMED"),
        (format!("{facts}status = \"completed\"\n{begun}{done}"), "20261122T034000Z", "CONFIRMED"),
    ];
    let mut last = 0;
    for (notice, end, status) in versions {
        let event = events(|base| base, &notice, "maintenance.ics").remove(0);
        assert_eq!((event.one("DTEND"), event.one("STATUS")), (end, status), "{notice}");
        let number: i32 = event.one("SEQUENCE").parse().unwrap();
        assert!(last < number, "{last} {number}: {notice}");
        last = number;
    }
    let cancelled = events(|base| base, &format!("{facts}status = \"cancelled\""), "maintenance.ics").remove(0);
    assert_eq!((cancelled.one("STATUS"), cancelled.one("DTEND")), ("CANCELLED", "20261122T050000Z"));
}

#[test]
fn a_special_day_without_a_reason_is_described_like_the_others() {
    let special = |base: String| {
        base.replace("public_holidays", "special = [{ date = 2026-11-28, open = [\"10:00-12:00\"] }]\npublic_holidays")
    };
    let all = events(special, "kind = \"news\"", "hours.ics");
    assert!(all.iter().any(|event| event.one("UID").contains("2026-11-28")));
    for event in all {
        assert_eq!(
            event.one("DESCRIPTION"),
            "Monday to Friday\\, 08:00 to 17:00\\, Warsaw time",
            "{}",
            event.one("UID")
        );
    }
}

#[test]
fn the_card_gives_the_number_that_microsoft_shows_first() {
    for (site, built, support) in sites() {
        let card = read(&built, "contact.vcf");
        assert_eq!((card.name.as_str(), card.one("VERSION")), ("VCARD", "3.0"));
        let numbers = card.all("TEL");
        assert_eq!(numbers.first().copied(), support["partner_of_record"]["telephone"].as_str(), "{site}");
        assert!(card.lines.iter().find(|line| line.name == "TEL").unwrap().parameters.contains("PREF"));
        let methods = support["contact_methods"].as_array().unwrap();
        let said = methods.iter().filter_map(|method| method["telephone"].as_str());
        let said: BTreeSet<&str> = said.chain(numbers.first().copied()).collect();
        assert_eq!(numbers.iter().copied().collect::<BTreeSet<_>>(), said, "{site}");
        assert_eq!(numbers.len(), said.len(), "{site}: a number twice");
        assert_eq!(card.all("EMAIL").first().copied(), support["partner_of_record"]["email"].as_str());
        let address = strings(&support["legal"]["address"]);
        assert_eq!(card.all("ADR").len(), usize::from(!address.is_empty()));
        if !address.is_empty() {
            assert_eq!(card.text("LABEL"), address.join("\n"));
        }
    }
}
