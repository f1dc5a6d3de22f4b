//! What the script needs to say by when somebody answers and what work costs: the times of the desks that promises and
//! rates count by, and the rates by the hour.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::live;
use super::spoken::Spoken;
use crate::model::Ref;
use crate::model::hours::{HORIZON_DAYS, Hours, business_days, expand, midnight, utc_midnight, zone_of};
use crate::model::money::{Price, Validity};
use crate::model::plan::Extra;
use crate::model::severity::Due;
use crate::view::promises::{DeskTimes, PriceRule, Promises, RateRule, Say};
use crate::wording::Wording;

/// The data of the script; none when nothing is promised, no work is charged by the hour, and no desk closes.
pub fn of(wording: &Wording<'_>) -> Option<Promises> {
    let portal = wording.portal();
    let last = wording.today.checked_add(Span::new().days(HORIZON_DAYS)).ok()?;
    let (from, until) = (utc_midnight(wording.today), utc_midnight(last));
    let targets = portal.severities.iter().flat_map(|severity| &severity.targets);
    let replies = portal.contact_methods.iter().map(|method| method.reply_within);
    let dues = targets.flat_map(|target| [target.first_response, target.resolution]).chain(replies);
    let dues: Vec<Due> = dues.flatten().collect();
    let main = wording.zone_of_portal();
    let (zone, zone_id) = main.map_or((TimeZone::UTC, "UTC"), |(zone, id)| (zone.clone(), id));
    let rates = rates(wording, &zone);
    let states: Vec<Ref<Hours>> = match wording.has_several_desks() {
        true => portal.contact_methods.iter().filter_map(|method| method.hours).collect(),
        false => Vec::new(),
    };
    if dues.is_empty() && rates.is_empty() && main.is_none() {
        return None;
    }
    let desk = |hours: Ref<Hours>| {
        let counts_open = states.contains(&hours)
            || dues.iter().any(|due| matches!(due, Due::Open(_, desk) if *desk == hours))
            || rates.iter().any(|rate| rate.desk == Some(hours.index()));
        let counts_days = dues.iter().any(|due| matches!(due, Due::BusinessDays(_, desk) if *desk == hours));
        let own_zone = zone_of(&portal.hours, hours).map(|(_, id)| id);
        DeskTimes {
            zone: own_zone.filter(|own| states.contains(&hours) && *own != zone_id).map(str::to_owned),
            open: if counts_open { changes(wording, hours, from, until) } else { Vec::new() },
            days: if counts_days { days(wording, hours, from, until, &zone) } else { Vec::new() },
        }
    };
    let desks: Vec<DeskTimes> = portal.hours.refs().map(|(hours, _)| desk(hours)).collect();
    // Openings and closings take turns, so every second gap is a time in which a desk is open.
    let longest = desks.iter().flat_map(|desk| desk.open.iter().skip(1).step_by(2)).copied().max().unwrap_or(0);
    let spoken = Spoken::of(wording);
    Some(Promises {
        from: live::minute(from),
        until: live::minute(until),
        desks,
        rates,
        zone: zone_id.to_owned(),
        lang: spoken.lang(),
        numbers: wording.locale().number_samples(),
        plurals: wording.counts_as("length_minutes").to_owned(),
        lengths: ["length_minutes", "length_hours"].map(|key| wording.forms(key)),
        clock: spoken.clock(),
        say: Say {
            due: spoken.moment("live_due"),
            open: wording.word("live_open"),
            until: spoken.until(longest),
            closed: wording.word("live_closed"),
            opens: spoken.moment("live_opens"),
            yours: spoken.yours(),
            estimate: wording.word("live_estimate"),
            inside: wording.word("in_our_hours"),
            outside: wording.word("outside_our_hours"),
        },
    })
}

/// Openings and closings in turn: the minutes from each to the next, the first from `from`.
fn changes(wording: &Wording<'_>, hours: Ref<Hours>, from: Timestamp, until: Timestamp) -> Vec<i64> {
    let spans = expand(&wording.portal().hours, hours, from, until);
    gaps(live::minute(from), spans.iter().flat_map(|span| [span.start, span.end]).map(live::minute))
}

/// Business days: the minutes from one's midnight to the next one's, each followed by those from midnight to closing.
fn days(wording: &Wording<'_>, hours: Ref<Hours>, from: Timestamp, until: Timestamp, zone: &TimeZone) -> Vec<i64> {
    let days = business_days(&wording.portal().hours, hours, from, until, zone);
    let midnights = gaps(live::minute(from), days.iter().map(|day| live::minute(day.midnight)));
    let closings = days.iter().map(|day| live::minute(day.closes) - live::minute(day.midnight));
    midnights.into_iter().zip(closings).flat_map(|(gap, closing)| [gap, closing]).collect()
}

fn gaps(from: i64, minutes: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut last = from;
    minutes.map(|minute| minute - std::mem::replace(&mut last, minute)).collect()
}

fn rates(wording: &Wording<'_>, zone: &TimeZone) -> Vec<RateRule> {
    let rules = wording.portal().rates.iter().filter_map(|rate| {
        let course = wording.hourly_course(rate);
        let outside = wording.outside_hours(rate);
        let extra = rate.out_of_hours.as_ref().filter(|_| outside.is_some()).map(|extra| &extra.charge);
        let times = match extra {
            Some(Extra::Multiplier(ratio)) => Some((ratio.numerator, ratio.denominator)),
            _ => None,
        };
        let prices = course.into_iter().map(|(term, price)| self::price(wording, term, price, extra, zone));
        let rule = RateRule {
            prices: prices.collect(),
            increment: rate.increment.unwrap_or(1),
            minimum: rate.minimum.unwrap_or(0),
            extra: extra.is_some(),
            times,
            desk: outside.flatten().map(Ref::index),
        };
        (!rule.prices.is_empty()).then_some(rule)
    });
    rules.collect()
}

/// A price with the minutes in which its first and last day begin and end where the partner is.
fn price(wording: &Wording<'_>, term: Validity, price: &Price, extra: Option<&Extra>, zone: &TimeZone) -> PriceRule {
    let currency = price.amount.currency;
    let plus = match extra {
        Some(Extra::Surcharge(amounts)) => amounts.iter().find(|amount| amount.currency == currency),
        _ => None,
    };
    let begin = |day: Date| midnight(day, zone).map(live::minute);
    PriceRule {
        minor: price.amount.minor,
        digits: currency.minor_digits(),
        samples: wording.locale().money_samples(currency),
        plus: plus.map(|amount| amount.minor),
        from: term.from.and_then(begin),
        until: term.until.and_then(|last| begin(last.tomorrow().ok()?)),
        tax: wording.with_tax("{amount}", &price.tax),
    }
}
