//! `hours.ics`: the ordinary week of each desk as events that come again, and other openings as events of their own.
//!
//! Programs differ in what an event becomes on the night when clocks change, so such nights are written as instants.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::event::{Event, Moment};
use super::{Calendar, HOURS, zone};
use crate::export::facts::{Facts, basic};
use crate::model::LanguageId;
use crate::model::hours::{DAY, DayGroup, DayPlan, Days, Hours, Interval, OpenSpan, Opening, Weekly, Why, span_on};
use crate::site::PageKind;

/// The hours of all desks; composite hours are left out, because their parts are there.
pub(in crate::export) fn hours(facts: &Facts<'_>) -> Vec<u8> {
    let mut calendar = Calendar::begin(facts, HOURS, "calendar_hours");
    let mut zones: Vec<&str> = Vec::new();
    for (reference, desk) in facts.desks() {
        if let Opening::Weekly(weekly) = &desk.opening
            && !facts.is_always_open(reference)
            && !zones.contains(&weekly.zone_id.as_str())
        {
            zones.push(&weekly.zone_id);
            zone::write(weekly, facts.from, facts.until, &mut calendar.lines);
        }
    }
    for (reference, desk) in facts.desks() {
        match &desk.opening {
            Opening::Weekly(weekly) if !facts.is_always_open(reference) => {
                let events = Desk::new(facts, desk, weekly).events();
                events.iter().for_each(|event| calendar.add(event));
            }
            _ => calendar.add(&always(facts, desk)),
        }
    }
    calendar.end()
}

/// A desk that never closes: an event of every whole day.
fn always(facts: &Facts<'_>, desk: &Hours) -> Event {
    let last = facts.until.to_zoned(jiff::tz::TimeZone::UTC).date().yesterday().unwrap_or(facts.today);
    Event {
        rule: Some(format!("FREQ=DAILY;UNTIL={}", last.strftime("%Y%m%d"))),
        ..event(
            facts,
            desk,
            "always",
            Moment::Day(facts.today),
            Moment::Day(facts.today.tomorrow().unwrap_or(facts.today)),
        )
    }
}

fn event(facts: &Facts<'_>, desk: &Hours, name: &str, start: Moment, end: Moment) -> Event {
    let wording = facts.wording(LanguageId::DEFAULT);
    let slots = [("partner", wording.plain(&facts.portal().partner.name)), ("desk", &wording.desk_name(desk).text)];
    Event {
        uid: facts.unique(&format!("hours.{}.{name}", desk.id)),
        sequence: facts.revision(),
        start,
        end,
        rule: None,
        except: Vec::new(),
        summary: wording.say("calendar_desk", &slots),
        description: wording.hours_sentence(desk),
        url: facts.site.address(PageKind::Contact, LanguageId::DEFAULT).absolute(facts.portal()),
        status: "CONFIRMED",
    }
}

/// A desk with a week.
struct Desk<'a> {
    facts: &'a Facts<'a>,
    desk: &'a Hours,
    weekly: &'a Weekly,
    days: Days<'a>,
    dates: Vec<Date>,
}

impl<'a> Desk<'a> {
    fn new(facts: &'a Facts<'a>, desk: &'a Hours, weekly: &'a Weekly) -> Self {
        let (first, last) = facts.dates(&weekly.zone);
        let dates = first.series(Span::new().days(1)).take_while(|date| *date <= last).collect();
        Self { facts, desk, weekly, days: weekly.days(first, last), dates }
    }

    fn events(&self) -> Vec<Event> {
        let groups = self.weekly.week.groups();
        let weekly = groups.iter().flat_map(|group| {
            let events = group.open.iter().enumerate();
            events.filter_map(|(number, interval)| self.every_week(group, number, *interval)).collect::<Vec<_>>()
        });
        let single = self.dates.iter().flat_map(|date| self.on(*date));
        weekly.chain(single).collect()
    }

    /// An interval on the days of a group, without the dates on which it is not kept as it is in the week.
    fn every_week(&self, group: &DayGroup<'_>, number: usize, interval: Interval) -> Option<Event> {
        let mut dates = self.dates.iter().copied().filter(|date| group.days.contains(&date.weekday())).peekable();
        let (first, weekday) = (*dates.peek()?, group.days.first()?);
        let until = self.facts.until.checked_sub(std::time::Duration::from_secs(1)).unwrap_or(self.facts.until);
        let except = dates.filter(|date| !self.is_kept(*date, interval)).map(|date| self.wall(date, interval.start()));
        let days: Vec<&str> = group.days.iter().map(|day| code(*day)).collect();
        let name = format!("{}.{number}", code(*weekday).to_lowercase());
        let (start, end) = (self.wall(first, interval.start()), self.wall(first, interval.end()));
        Some(Event {
            rule: Some(format!("FREQ=WEEKLY;BYDAY={};UNTIL={}", days.join(","), basic(until))),
            except: except.collect(),
            ..event(self.facts, self.desk, &name, start, end)
        })
    }

    /// What opens on a date and is no event of every week.
    fn on(&self, date: Date) -> Vec<Event> {
        let plan = self.days.on(date);
        let other = plan.open.iter().enumerate().filter(|(_, interval)| !self.is_weekly(date, **interval));
        let events = other.filter_map(|(number, interval)| {
            let span = span_on(&self.weekly.zone, date, *interval)?;
            if span.start >= self.facts.until {
                return None;
            }
            let (start, end) = match self.keeps_length(date, *interval) {
                true => (self.wall(date, interval.start()), self.wall(date, interval.end())),
                false => (Moment::Instant(span.start), Moment::Instant(span.end)),
            };
            let single = event(self.facts, self.desk, &format!("{date}.{number}"), start, end);
            Some(Event { description: self.reason(date, &plan).unwrap_or(single.description), ..single })
        });
        events.collect()
    }

    /// Why the hours of a date are not those of the week; none when nobody said it.
    fn reason(&self, date: Date, plan: &DayPlan<'_>) -> Option<String> {
        let wording = self.facts.wording(LanguageId::DEFAULT);
        let reason = (!matches!(plan.why, Why::Ordinary)).then(|| wording.special_date(date, plan).reason.text);
        reason.filter(|reason| !reason.is_empty())
    }

    fn is_weekly(&self, date: Date, interval: Interval) -> bool {
        self.weekly.week.day(date.weekday()).contains(&interval) && self.keeps_length(date, interval)
    }

    fn is_kept(&self, date: Date, interval: Interval) -> bool {
        self.days.on(date).open.contains(&interval) && self.keeps_length(date, interval)
    }

    /// Whether the clock runs through an interval without a change, and shows its ends once.
    fn keeps_length(&self, date: Date, interval: Interval) -> bool {
        let once = |minute: u16| {
            wall(date, minute).is_some_and(|at| !self.weekly.zone.to_ambiguous_timestamp(at).is_ambiguous())
        };
        let as_long =
            |span: OpenSpan| span.end.as_second() - span.start.as_second() == i64::from(interval.length()) * 60;
        once(interval.start())
            && once(interval.end())
            && span_on(&self.weekly.zone, date, interval).is_some_and(as_long)
    }

    fn wall(&self, date: Date, minute: u16) -> Moment {
        Moment::Wall(wall(date, minute).unwrap_or_default(), self.weekly.zone_id.clone())
    }
}

/// A minute counted from the midnight of a date by the clock on the wall.
fn wall(date: Date, minute: u16) -> Option<DateTime> {
    let date = date.checked_add(Span::new().days(i64::from(minute / DAY))).ok()?;
    let minute = i8::try_from(minute % DAY / 60).ok().zip(i8::try_from(minute % 60).ok())?;
    Some(date.to_datetime(Time::new(minute.0, minute.1, 0, 0).ok()?))
}

fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
