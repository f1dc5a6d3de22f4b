//! When somebody answers, as instants: what the script needs to say "open now" and never to guess.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::model::Ref;
use crate::model::hours::{Hours, HoursKind, OpenSpan, Opening, Weekly, Why, expand_any};
use crate::view::live::{Live, Say};
use crate::wording::Wording;

/// How many days from the day of the build are known; past them nothing is claimed.
const HORIZON: i64 = 400;

/// The most closed days that are given a reason: the home page has no room for more.
const MOST_REASONS: usize = 1;

/// The data of the script; none when no contact method has hours.
pub fn of(wording: &Wording<'_>) -> Option<Live> {
    let portal = wording.portal();
    let until = wording.today.checked_add(Span::new().days(HORIZON)).ok()?;
    let (from, end) = (midnight(wording.today)?, midnight(until)?);
    let of_kind = |kind: HoursKind| -> Vec<Ref<Hours>> {
        let hours = portal.contact_methods.iter().filter_map(|method| method.hours);
        hours.filter(|hours| portal.hours[*hours].kind == kind).collect()
    };
    let (staffed, call) = (of_kind(HoursKind::Staffed), of_kind(HoursKind::OnCall));
    if staffed.is_empty() && call.is_empty() {
        return None;
    }
    let changes = |hours: &[Ref<Hours>]| gaps(&expand_any(&portal.hours, hours, from, end), from);
    let main = wording.main_desk().and_then(|hours| weekly(wording, hours));
    Some(Live {
        from: minute(from),
        until: minute(end),
        zone: main.map_or_else(|| "UTC".to_owned(), |weekly| weekly.zone_id.clone()),
        lang: formats(wording),
        cycle: if wording.locale().counts_24_hours() { "h23" } else { "h12" }.to_owned(),
        staffed: changes(&staffed),
        call: changes(&call),
        days: main.map(|weekly| reasons(wording, weekly, until)).unwrap_or_default(),
        say: say(wording),
    })
}

/// The tag whose formats browsers write as this program does: English outside America puts the day before the month.
fn formats(wording: &Wording<'_>) -> String {
    let tag = wording.locale().tag().as_str();
    if tag == "en" && wording.locale().counts_24_hours() { "en-GB".to_owned() } else { tag.to_owned() }
}

fn say(wording: &Wording<'_>) -> Say {
    let word = |key: &str| wording.word(key);
    Say {
        open: word("live_open"),
        open_only: word("live_open_only"),
        closed: word("live_closed"),
        closed_only: word("live_closed_only"),
        emergency: word("live_emergency"),
        emergency_only: word("live_emergency_only"),
        yours: word("live_yours"),
    }
}

/// The weekly hours behind hours: their own, or those of their first part.
fn weekly<'a>(wording: &Wording<'a>, hours: Ref<Hours>) -> Option<&'a Weekly> {
    match &wording.portal().hours[hours].opening {
        Opening::Weekly(weekly) => Some(weekly),
        Opening::AnyOf(parts) => parts.iter().find_map(|part| weekly(wording, *part)),
        Opening::Always => None,
    }
}

/// Why it is closed on dates on which it would be open.
fn reasons(wording: &Wording<'_>, weekly: &Weekly, until: Date) -> BTreeMap<String, String> {
    let days = weekly.days(wording.today, until);
    let closed = days.exceptions(wording.today, until).into_iter().filter(|(_, plan)| plan.open.is_empty());
    let named = closed.filter_map(|(date, plan)| {
        let reason = match plan.why {
            Why::Special(special) => special.reason.as_ref().map(|reason| wording.plain(reason).to_owned()),
            Why::Holiday(holiday) => Some(holiday.name(wording.locale().tag().as_str()).0.to_owned()),
            Why::Ordinary => None,
        };
        Some((date.to_string(), reason?))
    });
    named.take(MOST_REASONS).collect()
}

fn midnight(date: Date) -> Option<Timestamp> {
    date.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

fn minute(instant: Timestamp) -> i64 {
    instant.as_second().div_euclid(60)
}

fn gaps(spans: &[OpenSpan], from: Timestamp) -> Vec<i64> {
    let mut last = minute(from);
    let changes = spans.iter().flat_map(|span| [minute(span.start), minute(span.end)]);
    changes.map(|change| change - std::mem::replace(&mut last, change)).collect()
}
