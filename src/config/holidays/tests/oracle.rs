//! Our calendars against the Python package `holidays` (tests/oracles/holidays.py), for 2024 to 2036.
//! Where the two differ, the reason stands here; a difference without one fails, and so does a reason without a use.

use super::{CALENDARS, calendar, file};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Days that only one side has, and why.
struct Difference {
    side: Side,
    codes: &'static str,
    /// As a calendar file writes them, or dates; several with commas.
    days: &'static str,
    why: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Ours,
    Theirs,
}
use Side::{Ours, Theirs};

const DIFFERENCES: &[Difference] = &[
    Difference {
        side: Theirs,
        codes: "BE",
        days: "easter, easter +49",
        why: "Plain Sundays: not among the ten days of the royal decree of 18 April 1974, art. 1.",
    },
    Difference {
        side: Theirs,
        codes: "IT",
        days: "first sunday of november",
        why: "National Unity Day is kept on a Sunday and gives no day off (legge 54/1977, art. 1).",
    },
    Difference {
        side: Theirs,
        codes: "LV",
        days: "2024-12-23, 2024-12-30, 2025-05-02, 2025-11-17, 2026-01-02, 2026-06-22",
        why: "The cabinet's moved working days bind state institutions; others may follow or not.",
    },
    Difference {
        side: Ours,
        codes: "SE",
        days: "friday on or after 19 june, 24 december, 31 december",
        why: "Not in lag 1989:253, but on a par with a Sunday in the annual leave act (semesterlag 1977:480, 7 §).",
    },
    Difference {
        side: Ours,
        codes: "ES",
        days: "2024-12-08, 2025-10-12, 2026-11-01, 2026-12-06, 2027-08-15, 2030-01-06, 2030-12-08, 2031-10-12, \
               2032-08-15, 2033-05-01, 2033-12-25, 2034-01-01, 2036-01-06, 2036-10-12",
        why: "A national holiday on a Sunday stays one; theirs drops it, as each community gives another day \
              (Real Decreto 2001/1983, art. 45).",
    },
    Difference {
        side: Theirs,
        codes: "CH-AG",
        days: "2 january, easter +1, 1 may, easter +50, easter +60, 15 august, 1 november, 8 december, 26 december",
        why: "Holidays of some districts only (EG ArR AG § 6); 1 May is a holiday in none of them.",
    },
    Difference {
        side: Theirs,
        codes: "CH-NE",
        days: "easter +60",
        why: "Corpus Christi is a holiday in Le Landeron only.",
    },
    Difference {
        side: Theirs,
        codes: "AU-QLD",
        days: "wednesday on or after 10 august",
        why: "The Ekka is a show holiday of the Brisbane area (Holidays Act 1983 (Qld) s. 4); other districts have others.",
    },
    Difference {
        side: Theirs,
        codes: "AU",
        days: "2025-01-26, 2030-01-26, 2031-01-26, 2036-01-26",
        why: "Every state and territory moves Australia Day from a weekend to Monday; theirs leaves that to the states.",
    },
    Difference {
        side: Ours,
        codes: "AU",
        days: "2025-01-27, 2030-01-28, 2031-01-27, 2036-01-28",
        why: "The Monday to which all of them move it.",
    },
    Difference {
        side: Ours,
        codes: "AU",
        days: "2026-12-28, 2027-12-27, 2027-12-28, 2028-01-03, 2032-12-27, 2032-12-28, 2033-01-03, 2033-12-27, \
               2034-01-02",
        why: "Every state and territory has these further days for Christmas, Boxing and New Year's Day on a weekend.",
    },
    Difference {
        side: Ours,
        codes: "CA CA-MB CA-NB CA-NS CA-NT CA-NU CA-ON",
        days: "2029-07-02, 2035-07-02",
        why: "Canada Day on a Sunday is kept on 2 July throughout Canada (Holidays Act, R.S.C. 1985, c. H-5, s. 2).",
    },
    Difference {
        side: Theirs,
        codes: "CA CA-AB CA-BC CA-MB CA-QC",
        days: "2027-12-27, 2028-01-03, 2032-12-27, 2033-01-03, 2033-12-26, 2034-01-02",
        why: "The employment standards of these provinces give no day for Christmas or New Year's Day on a weekend.",
    },
    Difference {
        side: Theirs,
        codes: "CA-AB",
        days: "2028-11-13, 2029-11-12, 2034-11-13, 2035-11-12",
        why: "Nor for Remembrance Day (Alberta Employment Standards Code, s. 25).",
    },
    Difference {
        side: Theirs,
        codes: "CA-BC CA-MB",
        days: "2028-10-02, 2029-10-01, 2034-10-02, 2035-10-01",
        why: "Nor for the National Day for Truth and Reconciliation.",
    },
    Difference {
        side: Theirs,
        codes: "CA-SK",
        days: "2027-12-27, 2028-01-03, 2028-07-03, 2028-11-13, 2032-12-27, 2033-01-03, 2034-07-03, 2034-11-13",
        why: "Saskatchewan gives a Monday for a Sunday, but nothing for a Saturday (Saskatchewan Employment Act).",
    },
    Difference {
        side: Ours,
        codes: "CA-ON",
        days: "2033-12-27",
        why: "Christmas on a Sunday is owed a day beside Boxing Day on the Monday (Employment Standards Act, 2000, s. 29).",
    },
];

/// The table, as stored.
#[derive(serde::Deserialize)]
struct Table {
    from: i16,
    until: i16,
    days: BTreeMap<String, Vec<String>>,
}

type Found = BTreeSet<(&'static str, Date, bool)>;

fn table() -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/holidays.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Days only we have (true) or only they have.
fn found(table: &Table) -> Found {
    let mut found = Found::new();
    for code in CALENDARS {
        let ours = calendar(code);
        let years = &table.days[*code];
        assert_eq!(years.len(), usize::try_from(table.until - table.from).unwrap() + 1, "{code}");
        for (year, days) in (table.from..).zip(years) {
            let day = |text: &str| Date::new(year, text[..2].parse().unwrap(), text[2..].parse().unwrap()).unwrap();
            let theirs: BTreeSet<Date> = days.split_whitespace().map(day).collect();
            let ours: BTreeSet<Date> = ours.holidays(year).into_iter().map(|holiday| holiday.date).collect();
            found.extend(ours.difference(&theirs).map(|date| (*code, *date, true)));
            found.extend(theirs.difference(&ours).map(|date| (*code, *date, false)));
        }
    }
    found
}

#[test]
fn differs_only_where_the_law_says_so() {
    let table = table();
    assert_eq!(table.days.keys().collect::<Vec<_>>(), CALENDARS.iter().collect::<Vec<_>>());
    let found = found(&table);
    let mut explained = Found::new();
    for difference in DIFFERENCES {
        assert!(!difference.why.is_empty(), "{}: {}", difference.codes, difference.days);
        for (code, written) in
            difference.codes.split(' ').flat_map(|c| difference.days.split(", ").map(move |d| (c, d)))
        {
            let days = match file::when(written) {
                Some(when) => (table.from..=table.until).flat_map(|year| when.days(year)).collect(),
                None => vec![written.parse::<Date>().unwrap()],
            };
            let real: Vec<_> =
                days.iter().map(|date| (code, *date, difference.side == Ours)).filter(|d| found.contains(d)).collect();
            assert!(!real.is_empty(), "{code} {written} is no difference any more");
            explained.extend(real);
        }
    }
    let unexplained: Vec<_> = found.difference(&explained).collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}
