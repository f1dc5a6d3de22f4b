//! Any text as opening hours.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use supportal::config::{self, Overrides};
use supportal::diagnostic::{Diagnostics, SourceFile};
use supportal::model::hours::{DAY, Interval, Week, WeekProblem, day, expand};

use super::portal::{self, BASE};

/// Its lines are intervals or are told; as a table of hours they become open spans in any year.
pub fn holds(bytes: &[u8]) {
    let text = super::text(bytes);
    let mut week: [Vec<Interval>; 7] = Default::default();
    for (line, weekday) in text.lines().zip((0..7).cycle()) {
        week[weekday].extend(interval(line));
    }
    check_week(week);
    check_table(&text);
}

/// What is read is written and read again; what is nearly right is told rightly.
fn interval(text: &str) -> Option<Interval> {
    match Interval::parse(text) {
        Ok(interval) => {
            assert_eq!(Interval::parse(&interval.written()), Ok(interval), "{text:?}");
            assert!(interval.start() < DAY && (1..=DAY).contains(&interval.length()), "{text:?}");
            Some(interval)
        }
        Err(WeekProblem::WriteLike(usual)) => {
            assert!(Interval::parse(&usual).is_ok(), "{text:?}: {usual}");
            None
        }
        Err(_) => None,
    }
}

/// A week is always or never open exactly when each or no minute of it is.
fn check_week(days: [Vec<Interval>; 7]) {
    let Ok(days) = days.into_iter().map(day).collect::<Result<Vec<_>, _>>() else { return };
    let Ok(week) = Week::new(days.try_into().unwrap()) else { return };
    let length = usize::from(DAY) * 7;
    let mut open = vec![false; length];
    let weekdays = std::iter::successors(Some(Weekday::Monday), |day| Some(day.next()));
    for (index, weekday) in weekdays.take(7).enumerate() {
        for interval in week.day(weekday) {
            for minute in interval.start()..interval.end() {
                open[(index * usize::from(DAY) + usize::from(minute)) % length] = true;
            }
        }
    }
    assert_eq!(week.is_always(), open.iter().all(|open| *open), "{week:?}");
    assert_eq!(week.is_never(), !open.contains(&true), "{week:?}");
    let grouped: usize = week.groups().iter().map(|group| group.days.len()).sum();
    assert!(grouped <= 7 && week.groups().iter().all(|group| !group.open.is_empty()), "{week:?}");
}

fn check_table(text: &str) {
    let file = SourceFile::new("support.toml", format!("{BASE}\n[hours.desk]\n{text}"));
    let (data, diagnostics) = (supportal::built_in::sources(), Diagnostics::new());
    let read = config::read(&file, &data, &Overrides::default(), &diagnostics);
    portal::check_told(&diagnostics.into_sorted());
    let Some(portal) = read.map(|config| config.portal) else { return };
    let start = |day: Date| day.to_zoned(TimeZone::UTC).unwrap().timestamp();
    for (from, until) in [
        (start(date(2026, 10, 1)), start(date(2026, 12, 1))),
        (start(date(1969, 12, 1)), start(date(1970, 2, 1))),
        (Timestamp::MIN, start(date(-9999, 2, 1))),
        (start(date(9999, 12, 1)), Timestamp::MAX),
    ] {
        for (hours, _) in portal.hours.refs() {
            let spans = expand(&portal.hours, hours, from, until);
            assert!(spans.iter().all(|span| from <= span.start && span.start < span.end && span.end <= until));
            assert!(spans.windows(2).all(|pair| pair[0].end < pair[1].start), "spans meet: {text}");
        }
    }
}
