//! Hours as sentences, table and ribbon.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::{Wording, capital, plain};
use crate::model::Ref;
use crate::model::hours::{DAY, Holidays, Hours, HoursKind, Interval, Opening, Week, Weekly, date_in, zone_of};
use crate::view::Phrase;
use crate::view::desk::{Bar, Day, Desk, Ribbon, RibbonRow, Tick};

impl Wording<'_> {
    /// Hours in full, for the contact page.
    pub fn desk(&self, hours: Ref<Hours>) -> Desk {
        let hours = &self.portal().hours[hours];
        let weekly = match &hours.opening {
            Opening::Weekly(weekly) => Some(&**weekly),
            _ => None,
        };
        let any_of = match &hours.opening {
            Opening::AnyOf(parts) => parts.iter().map(|part| self.desk_name(&self.portal().hours[*part])).collect(),
            _ => Vec::new(),
        };
        Desk {
            id: hours.id.clone(),
            name: self.desk_name(hours),
            kind: hours.kind.name().to_owned(),
            always: matches!(hours.opening, Opening::Always(_)),
            summary: capital(&self.hours_sentence(hours)),
            zone: weekly.map(|weekly| self.zone(weekly)).unwrap_or_default(),
            zone_id: weekly.map(|weekly| weekly.zone_id.clone()).unwrap_or_default(),
            days: weekly.map(|weekly| self.days(&weekly.week)).unwrap_or_default(),
            any_of,
            holidays: weekly.map(|weekly| self.holidays(weekly)).unwrap_or_default(),
            special: weekly.map(|weekly| self.special_dates(weekly)).unwrap_or_default(),
            ribbon: weekly.map(|weekly| self.ribbon(hours, weekly)),
        }
    }

    /// "Monday to Friday, 08:00 to 17:00, Warsaw time"; on call, that it is for emergencies.
    pub fn hours_sentence(&self, hours: &Hours) -> String {
        let said = match &hours.opening {
            Opening::Always(_) => self.word("hours_always"),
            Opening::Weekly(weekly) => self.weekly_sentence(weekly),
            Opening::AnyOf(parts) => self.parts_sentence(parts, |part| self.hours_sentence(part)),
        };
        self.for_emergencies(hours, said)
    }

    /// "Mon to Fri, 08:00 to 17:00": as short as it can be.
    pub fn hours_short(&self, hours: &Hours) -> String {
        match &hours.opening {
            Opening::Always(_) => self.word("hours_always_short"),
            Opening::Weekly(weekly) if weekly.week.is_always() || weekly.week.is_never() => {
                self.weekly_sentence(weekly)
            }
            Opening::Weekly(weekly) => {
                let week = self.week_sentence(&weekly.week, |day| self.locale().weekday_short(day));
                // Beside hours of another zone, hours without theirs would be read in the wrong one.
                match self.has_several_zones() {
                    true => self.say("hours_in_zone", &[("hours", &week), ("zone", &self.zone(weekly))]),
                    false => week,
                }
            }
            Opening::AnyOf(parts) => self.parts_sentence(parts, |part| self.hours_short(part)),
        }
    }

    fn has_several_zones(&self) -> bool {
        let mut zones = self.portal().hours.iter().filter_map(|hours| match &hours.opening {
            Opening::Weekly(weekly) => Some(weekly.zone_id.as_str()),
            Opening::Always(_) | Opening::AnyOf(_) => None,
        });
        let first = zones.next();
        zones.any(|zone| Some(zone) != first)
    }

    fn weekly_sentence(&self, weekly: &Weekly) -> String {
        let differs = !weekly.special.is_empty() || matches!(weekly.holidays, Holidays::Calendars(_));
        if weekly.week.is_always() {
            return self.word(if differs { "hours_always_but" } else { "hours_always" });
        }
        if weekly.week.is_never() && weekly.special.is_empty() {
            return self.word("hours_never");
        }
        let week = self.week_sentence(&weekly.week, |day| self.locale().weekday(day));
        self.say("hours_in_zone", &[("hours", &week), ("zone", &self.zone(weekly))])
    }

    /// Combined hours: each part with its name, so that no open hour is hidden.
    fn parts_sentence(&self, parts: &[Ref<Hours>], say: impl Fn(&Hours) -> String) -> String {
        let parts = parts.iter().map(|part| &self.portal().hours[*part]);
        let said = parts
            .map(|part| self.say("language_hours", &[("language", &self.desk_name(part).text), ("hours", &say(part))]));
        self.join("semicolon", &said.collect::<Vec<_>>())
    }

    fn for_emergencies(&self, hours: &Hours, said: String) -> String {
        match (hours.kind, &hours.opening) {
            // The parts of combined hours say it themselves.
            (HoursKind::OnCall, Opening::Always(_) | Opening::Weekly(_)) => {
                self.say("hours_on_call", &[("hours", &said)])
            }
            _ => said,
        }
    }

    fn zone(&self, weekly: &Weekly) -> String {
        self.say("zone", &[("city", &self.locale().time_zone_city(&weekly.zone_id))])
    }

    /// A sentence about times, with the zone in which they are said; an offset alone has no name.
    pub fn in_zone(&self, times: &str, zone: &TimeZone) -> String {
        let zone = match zone.iana_name() {
            Some("UTC") => "UTC".to_owned(),
            Some(id) => self.say("zone", &[("city", &self.locale().time_zone_city(id))]),
            None => return times.to_owned(),
        };
        self.say("hours_in_zone", &[("hours", times), ("zone", &zone)])
    }

    fn week_sentence(&self, week: &Week, name: impl Fn(Weekday) -> String + Copy) -> String {
        if week.is_always() {
            return self.word("hours_always");
        }
        let groups: Vec<String> = week
            .groups()
            .iter()
            .map(|group| {
                let days = self.day_runs(&group.days, name);
                self.say("days_and_times", &[("days", &days), ("times", &self.times(group.open))])
            })
            .collect();
        if groups.is_empty() { self.word("hours_special_only") } else { self.join("semicolon", &groups) }
    }

    /// Runs of three or more days as a range, wrapping over Sunday; others as a list.
    fn day_runs(&self, days: &[Weekday], name: impl Fn(Weekday) -> String) -> String {
        let mut runs: Vec<Vec<Weekday>> = Vec::new();
        for day in days {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| last.wrapping_add(1) == *day) => run.push(*day),
                _ => runs.push(vec![*day]),
            }
        }
        // Sunday runs on into Monday: a week has no first day of its own.
        if runs.len() > 1
            && runs.first().and_then(|r| r.first()) == Some(&Weekday::Monday)
            && runs.last().and_then(|r| r.last()) == Some(&Weekday::Sunday)
        {
            let first = runs.remove(0);
            if let Some(last) = runs.last_mut() {
                last.extend(first);
            }
        }
        let said = runs.iter().flat_map(|run| match run.as_slice() {
            [first, .., last] if run.len() >= 3 => vec![self.day_range(*first, *last, &name)],
            days => days.iter().map(|day| name(*day)).collect(),
        });
        self.and(&said.collect::<Vec<_>>())
    }

    /// "Monday to Friday". A language whose days change their form in a range gives both forms as labels.
    fn day_range(&self, first: Weekday, last: Weekday, name: impl Fn(Weekday) -> String) -> String {
        let form = |end: &str, day: Weekday| {
            let own = self.word(&format!("day_{end}_{}", day.to_monday_one_offset()));
            // Short names are abbreviations, which have one form only.
            if own.is_empty() || name(day) != self.locale().weekday(day) { name(day) } else { own }
        };
        let key = if name(first) == self.locale().weekday(first) { "day_range" } else { "day_range_short" };
        self.say(key, &[("first", &form("from", first)), ("last", &form("to", last))])
    }

    /// "08:00 to 12:00 and 13:00 to 17:00".
    pub(super) fn times(&self, open: &[Interval]) -> String {
        let times: Vec<String> = open.iter().map(|interval| self.interval(*interval)).collect();
        self.and(&times)
    }

    fn interval(&self, interval: Interval) -> String {
        if interval.start() == 0 && interval.end() == DAY {
            return self.word("all_day");
        }
        let end = if interval.end() == DAY { self.locale().midnight_end() } else { self.clock(interval.end() % DAY) };
        self.say("time_range", &[("start", &self.clock(interval.start())), ("end", &end)])
    }

    /// A minute of the day as a time of the clock.
    pub fn clock(&self, minute: u16) -> String {
        let (hour, minute) = (i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0));
        self.locale().time(Time::new(hour, minute, 0, 0).unwrap_or_default())
    }

    /// The days in the week order of the language.
    fn week_order(&self) -> Vec<Weekday> {
        let first = self.locale().first_day_of_week();
        (0..7).map(|n| first.wrapping_add(n)).collect()
    }

    fn days(&self, week: &Week) -> Vec<Day> {
        let row = |weekday: Weekday| {
            let open = week.day(weekday);
            let hours = if open.is_empty() { self.word("closed") } else { self.times(open) };
            Day {
                number: weekday.to_monday_one_offset().unsigned_abs(),
                name: self.locale().weekday(weekday),
                hours,
                open: !open.is_empty(),
            }
        };
        self.week_order().into_iter().map(row).collect()
    }

    fn holidays(&self, weekly: &Weekly) -> String {
        match &weekly.holidays {
            Holidays::NotSaid => String::new(),
            Holidays::None => self.word("holidays_open"),
            Holidays::Calendars(calendars) => {
                let areas: Vec<String> =
                    calendars.iter().map(|calendar| self.area(calendar.code(), calendar.area())).collect();
                self.say("holidays_closed", &[("areas", &self.and(&areas))])
            }
        }
    }

    /// A country, or a region with its country.
    fn area(&self, code: &str, own_name: &str) -> String {
        let country = code.split('-').next().unwrap_or(code);
        let name = self.locale().region_name(country).unwrap_or_else(|| country.to_owned());
        if country == code { name } else { format!("{own_name} ({name})") }
    }

    fn ribbon(&self, hours: &Hours, weekly: &Weekly) -> Ribbon {
        let kind = hours.kind.name();
        let rows = self.week_order().into_iter().map(|weekday| {
            let tail =
                weekly.week.day(weekday.wrapping_sub(1)).iter().filter(|i| i.end() > DAY).map(|i| (0, i.end() - DAY));
            let own = weekly.week.day(weekday).iter().map(|i| (i.start(), i.end().min(DAY)));
            let bars = tail.chain(own).map(|(start, end)| Bar { start, length: end - start, kind: kind.to_owned() });
            RibbonRow {
                number: weekday.to_monday_one_offset().unsigned_abs(),
                name: self.locale().weekday_short(weekday),
                bars: bars.collect(),
            }
        });
        Ribbon { label: self.hours_sentence(hours), rows: rows.collect(), ticks: self.ticks(&weekly.week) }
    }

    /// The times at which most days open and close; hours of the clock when there are too many.
    fn ticks(&self, week: &Week) -> Vec<Tick> {
        let mut edges: Vec<u16> =
            week.groups().iter().flat_map(|group| group.open.iter().flat_map(|i| [i.start(), i.end() % DAY])).collect();
        edges.sort_unstable();
        edges.dedup();
        let crowded = edges.windows(2).any(|pair| matches!(pair, [a, b] if b - a < 150));
        if edges.is_empty() || edges.len() > 4 || crowded {
            edges = vec![0, 360, 720, 1080, DAY];
        }
        edges
            .into_iter()
            .map(|at| Tick { at, label: if at == DAY { self.locale().midnight_end() } else { self.clock(at) } })
            .collect()
    }

    /// The name of hours; those without one are the office or the on-call desk, with their id when there are several.
    pub fn desk_name(&self, hours: &Hours) -> Phrase {
        let nameless = |other: &&Hours| other.name.is_none() && other.kind == hours.kind;
        match &hours.name {
            Some(name) => self.phrase(name),
            None => {
                let word = self.word(&format!("desk_{}", hours.kind.name().replace('-', "_")));
                let several = self.portal().hours.iter().filter(nameless).count() > 1;
                plain(&if several { format!("{word} ({})", hours.id) } else { word })
            }
        }
    }

    /// Whether contact methods are answered in different hours.
    pub fn has_several_desks(&self) -> bool {
        let mut hours = self.portal().contact_methods.iter().filter_map(|method| method.hours);
        let first = hours.next();
        hours.any(|other| Some(other) != first)
    }

    /// The zone of the main desk with its IANA id: where the partner's clock hangs.
    pub fn zone_of_portal(&self) -> Option<(&TimeZone, &str)> {
        zone_of(&self.portal().hours, self.main_desk()?)
    }

    /// The day that it is where the partner is when the day of the build begins in UTC: on no clock of the partner's is it
    /// an earlier one while the build is new.
    pub fn first_day(&self) -> Date {
        self.zone_of_portal().map_or(self.today, |(zone, _)| date_in(zone, self.today))
    }

    /// The first staffed hours that a contact method has, for the home page.
    pub fn main_desk(&self) -> Option<Ref<Hours>> {
        let portal = self.portal();
        let of_methods = portal.contact_methods.iter().filter_map(|method| method.hours);
        let staffed = |hours: &Ref<Hours>| {
            portal.hours[*hours].kind == HoursKind::Staffed
                && matches!(portal.hours[*hours].opening, Opening::Weekly(_))
        };
        of_methods
            .clone()
            .find(staffed)
            .or_else(|| of_methods.clone().next())
            .or_else(|| portal.hours.refs().map(|(r, _)| r).next())
    }
}
