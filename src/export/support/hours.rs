//! Hours with their instants.

use super::{in_each_language, text};
use crate::export::facts::Facts;
use crate::model::Ref;
use crate::model::hours::{DayPlan, Holidays, Hours, Interval, Opening, Week, Weekly, Why, zone_of};
use crate::view::machine;
use jiff::civil::{Date, Weekday};

pub(super) fn hours(facts: &Facts<'_>, reference: Ref<Hours>, hours: &Hours) -> machine::Hours {
    let portal = facts.portal();
    let weekly = match &hours.opening {
        Opening::Weekly(weekly) => Some(&**weekly),
        _ => None,
    };
    let always = match &hours.opening {
        Opening::Always(always) => Some(always),
        _ => None,
    };
    let any_of = match &hours.opening {
        Opening::AnyOf(parts) => super::ids(&portal.hours, parts, |part| &part.id),
        _ => Vec::new(),
    };
    machine::Hours {
        name: hours.name.as_ref().map(|name| text(portal, name)),
        kind: hours.kind.name().to_owned(),
        always: facts.is_always_open(reference),
        time_zone: match &hours.opening {
            Opening::AnyOf(_) => None,
            _ => zone_of(&portal.hours, reference).map(|(_, id)| id.to_owned()),
        },
        weekly: weekly.map(|weekly| week(&weekly.week)),
        any_of,
        public_holidays: match weekly.map(|weekly| &weekly.holidays).or(always.map(|always| &always.holidays)) {
            Some(Holidays::Calendars(calendars)) => Some(
                calendars
                    .iter()
                    .map(|calendar| machine::Holidays {
                        code: calendar.code().to_owned(),
                        verified: calendar.verified().to_string(),
                    })
                    .collect(),
            ),
            Some(Holidays::None) => Some(Vec::new()),
            Some(Holidays::NotSaid) | None => None,
        },
        exceptions: weekly.map(|weekly| exceptions(facts, weekly)).unwrap_or_default(),
        open: facts.open(reference).iter().map(|span| [span.start.to_string(), span.end.to_string()]).collect(),
    }
}

fn exceptions(facts: &Facts<'_>, weekly: &Weekly) -> Vec<machine::Exception> {
    let (first, last) = facts.days(&weekly.zone);
    let days = weekly.days(first, last);
    let exceptions = days.exceptions(first, last);
    exceptions.iter().map(|(date, plan)| exception(facts, weekly, *date, plan)).collect()
}

fn exception(facts: &Facts<'_>, weekly: &Weekly, date: Date, plan: &DayPlan<'_>) -> machine::Exception {
    let reason = match &plan.why {
        Why::Special(day) => day.reason.as_ref().map(|reason| text(facts.portal(), reason)),
        Why::Holiday(holiday) => Some(in_each_language(facts, |language| {
            holiday.name(facts.portal().languages.tag(language).as_str()).0.to_owned()
        })),
        Why::Ordinary => None,
    };
    machine::Exception {
        date: date.to_string(),
        open: written(plan.open),
        shortened: plan.is_shorter_than(weekly.week.day(date.weekday())),
        reason,
    }
}

fn written(open: &[Interval]) -> Vec<String> {
    open.iter().map(|interval| interval.written()).collect()
}

fn week(week: &Week) -> machine::Week {
    let on = |day: Weekday| written(week.day(day));
    machine::Week {
        mon: on(Weekday::Monday),
        tue: on(Weekday::Tuesday),
        wed: on(Weekday::Wednesday),
        thu: on(Weekday::Thursday),
        fri: on(Weekday::Friday),
        sat: on(Weekday::Saturday),
        sun: on(Weekday::Sunday),
    }
}
