//! The file of one country, and how it writes a rule.

use crate::model::holiday::{Calendar, Church, Names, Observed, Rule, Shift, When};
use jiff::civil::{Date, Weekday};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::value::Datetime;

/// A file, as written.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct File {
    /// The country in its own language.
    name: String,
    /// When somebody last compared the file with the law.
    verified: Datetime,
    /// The country's languages, the first one first; every rule has a name in each of them.
    pub(super) languages: Vec<String>,
    /// The regions with their names.
    #[serde(default)]
    pub(super) regions: BTreeMap<String, String>,
    /// The region that the bare country code stands for, if it does.
    default_region: Option<String>,
    /// How a substitute day is called by language; `{name}` is the holiday.
    #[serde(default)]
    substitute: BTreeMap<String, String>,
    holiday: Vec<Entry>,
}

/// One holiday, as written.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Entry {
    on: Option<String>,
    dates: Option<Vec<Datetime>>,
    from: Option<i16>,
    until: Option<i16>,
    #[serde(default)]
    except: Vec<i16>,
    #[serde(default)]
    weekdays: Vec<String>,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    except_regions: Vec<String>,
    substitute: Option<String>,
    moved: Option<String>,
    names: BTreeMap<String, String>,
}

/// Reads the text of a file; the error is for the people who write calendars.
pub(super) fn parse(text: &str) -> Result<File, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}

impl File {
    /// The calendar `code` of `region`, or of the whole country.
    pub(super) fn calendar(self, code: &str, region: Option<&str>) -> Result<Calendar, String> {
        let area = match region {
            Some(region) => self.regions.get(region).ok_or_else(|| format!("no region {region:?}"))?,
            None => &self.name,
        };
        let region = region.or(self.default_region.as_deref());
        // In every entry, so that a mistyped region does not silently hold nowhere.
        let mut listed = self.holiday.iter().flat_map(|entry| entry.regions.iter().chain(&entry.except_regions));
        if let Some(wrong) = listed.find(|listed| !self.regions.contains_key(*listed)) {
            return Err(format!("no region {wrong:?}"));
        }
        let kept = self.holiday.iter().filter(|entry| entry.holds_in(region));
        let rules = kept.map(|entry| self.rule(entry)).collect::<Result<Vec<_>, _>>()?;
        let verified = date(&self.verified).ok_or("`verified` is not a date")?;
        Ok(Calendar::new(code, area, verified, rules))
    }

    fn rule(&self, entry: &Entry) -> Result<Rule, String> {
        let when = match (&entry.on, &entry.dates) {
            (Some(on), None) => when(on).ok_or_else(|| format!("no such day: {on:?}"))?,
            (None, Some(dates)) => {
                let dates: Option<Vec<Date>> = dates.iter().map(date).collect();
                When::Dates(dates.ok_or("`dates` holds something else than dates")?)
            }
            _ => return Err(format!("{:?} needs either `on` or `dates`", entry.names)),
        };
        let weekdays = entry.weekdays.iter().map(|name| weekday(name).ok_or_else(|| format!("no weekday {name:?}")));
        Ok(Rule {
            when,
            from: entry.from,
            until: entry.until,
            except: entry.except.clone(),
            weekdays: weekdays.collect::<Result<_, _>>()?,
            names: self.names(entry.names.clone()),
            observed: self.observed(entry)?,
        })
    }

    fn observed(&self, entry: &Entry) -> Result<Option<Observed>, String> {
        let (written, moves) = match (&entry.substitute, &entry.moved) {
            (Some(written), None) => (written, false),
            (None, Some(written)) => (written, true),
            (None, None) => return Ok(None),
            _ => return Err(format!("{:?} has both `substitute` and `moved`", entry.names)),
        };
        let shift = shift(written).ok_or_else(|| format!("no such substitute: {written:?}"))?;
        let called = |(tag, name): (&String, &String)| {
            self.substitute.get(tag).map(|label| (tag.clone(), label.replace("{name}", name)))
        };
        let names = self.names(entry.names.iter().filter_map(called).collect());
        Ok(Some(Observed { shift, moves, names }))
    }

    fn names(&self, texts: BTreeMap<String, String>) -> Arc<Names> {
        Arc::new(Names::new(self.languages.first().map_or("", String::as_str), texts))
    }
}

impl Entry {
    fn holds_in(&self, region: Option<&str>) -> bool {
        let lists = |list: &[String]| region.is_some_and(|region| list.iter().any(|listed| listed == region));
        (self.regions.is_empty() || lists(&self.regions)) && !lists(&self.except_regions)
    }
}

/// A day of the year as a calendar writes it: `24 december`, `easter -2`, `orthodox easter +1`, `last monday of may`,
/// `saturday on or after 20 june`, `monday on or before 24 may`.
pub(super) fn when(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        ["easter"] => Some(When::Easter { offset: 0, church: Church::Western }),
        ["easter", days] => Some(When::Easter { offset: offset(days)?, church: Church::Western }),
        ["orthodox", "easter"] => Some(When::Easter { offset: 0, church: Church::Orthodox }),
        ["orthodox", "easter", days] => Some(When::Easter { offset: offset(days)?, church: Church::Orthodox }),
        [nth, name, "of", of] => {
            let nth = NTH.iter().find(|(word, _)| *word == nth)?.1;
            Some(When::NthWeekday { month: month(of)?, weekday: weekday(name)?, nth })
        }
        [name, "on", "or", side, day, of] => {
            let (month, day) = day_of(day, of)?;
            let weekday = weekday(name)?;
            match side {
                "after" => Some(When::WeekdayOnOrAfter { month, day, weekday }),
                "before" => Some(When::WeekdayOnOrBefore { month, day, weekday }),
                _ => None,
            }
        }
        [day, of] => day_of(day, of).map(|(month, day)| When::Fixed { month, day }),
        _ => None,
    }
}

fn shift(text: &str) -> Option<Shift> {
    match text {
        "next weekday" => Some(Shift::NextWeekday),
        "next weekday if sunday" => Some(Shift::NextWeekdayIfSunday),
        "nearest weekday" => Some(Shift::NearestWeekday),
        "previous day if sunday" => Some(Shift::PreviousDayIfSunday),
        _ => None,
    }
}

const NTH: [(&str, i8); 5] = [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("last", -1)];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Days before or after Easter, always with their sign.
fn offset(text: &str) -> Option<i16> {
    text.starts_with(['+', '-']).then(|| text.parse().ok()).flatten()
}

fn month(name: &str) -> Option<i8> {
    (1..).zip(MONTHS).find(|(_, known)| *known == name).map(|(number, _)| number)
}

/// A day that its month has at least in leap years, as month and day.
fn day_of(day: &str, name: &str) -> Option<(i8, i8)> {
    let (month, day) = (month(name)?, day.parse().ok()?);
    Date::new(2024, month, day).is_ok().then_some((month, day))
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// A date without a time of day.
fn date(written: &Datetime) -> Option<Date> {
    let date = written.date.filter(|_| written.time.is_none() && written.offset.is_none())?;
    let (year, month, day) = (date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?);
    Date::new(year, month, day).ok()
}
