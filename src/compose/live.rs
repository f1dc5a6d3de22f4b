//! When somebody answers, as instants: what the script needs to say "open now" and never to guess.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::spoken::Spoken;
use crate::model::Ref;
use crate::model::hours::{
    HORIZON_DAYS, Hours, HoursKind, OpenSpan, Opening, Weekly, Why, date_in, expand_any, midnight, utc_midnight,
};
use crate::view::live::{Live, Say, State};
use crate::wording::Wording;

/// The most days on which the home page says why it is closed: it has no room for more.
pub const FEW_REASONS: usize = 1;

/// The data of the script; none when no contact method has hours. It asks for the script at the address `offline`, if
/// there is one.
pub fn of(wording: &Wording<'_>, most_reasons: usize, offline: String) -> Option<Live> {
    let portal = wording.portal();
    let until = wording.today.checked_add(Span::new().days(HORIZON_DAYS)).ok()?;
    let (from, end) = (utc_midnight(wording.today), utc_midnight(until));
    let desks: Vec<Ref<Hours>> = portal.contact_methods.iter().filter_map(|method| method.hours).collect();
    let of_kind = |kind: HoursKind| -> Vec<Ref<Hours>> {
        desks
            .iter()
            .flat_map(|hours| desks_of(wording, *hours))
            .filter(|hours| portal.hours[*hours].kind == kind)
            .collect()
    };
    let (staffed, call) = (of_kind(HoursKind::Staffed), of_kind(HoursKind::OnCall));
    if staffed.is_empty() && call.is_empty() {
        return None;
    }
    let timeline = Timeline {
        staffed: expand_any(&portal.hours, &staffed, from, end),
        call: expand_any(&portal.hours, &call, from, end),
        reasons: reasons(wording, until, most_reasons),
        horizon: (from, end),
    };
    let told = timeline.changes(|reasons| wording.and(reasons));
    let longest = longest(&told);
    let mut last = minute(from);
    let changes = told.iter().map(|(instant, state, _)| {
        let gap = minute(*instant) - std::mem::replace(&mut last, minute(*instant));
        4 * gap + *state as i64
    });
    let changes = changes.collect();
    let reasons =
        told.into_iter().enumerate().filter_map(|(place, (_, _, why))| Some((place, format!(" ({})", why?)))).collect();
    let zone = wording.zone_of_portal().map_or("UTC", |(_, id)| id).to_owned();
    let spoken = Spoken::of(wording);
    Some(Live {
        from: minute(from),
        changes,
        reasons,
        lang: spoken.lang(),
        clock: spoken.clock(),
        say: Say {
            open: wording.word("live_open"),
            until: spoken.until(longest),
            closed: wording.word("live_closed"),
            emergency: wording.word("live_emergency"),
            opens: spoken.moment("live_opens"),
            yours: spoken.yours().replace("{zone}", &zone),
        },
        zone,
        offline,
    })
}

/// The minutes of the longest time without a pause in which people are at a desk.
fn longest(told: &[(Timestamp, State, Option<String>)]) -> i64 {
    let open = told.windows(2).filter(|pair| pair[0].1 == State::Open);
    open.map(|pair| minute(pair[1].0) - minute(pair[0].0)).max().unwrap_or(0)
}

/// The desks behind hours that are open while any of others is: of these some may have people at their desks and some
/// people on call. Hours that are on call as a whole stay whole.
fn desks_of(wording: &Wording<'_>, hours: Ref<Hours>) -> Vec<Ref<Hours>> {
    let own = &wording.portal().hours[hours];
    match &own.opening {
        Opening::AnyOf(parts) if own.kind == HoursKind::Staffed => {
            parts.iter().flat_map(|part| desks_of(wording, *part)).collect()
        }
        _ => vec![hours],
    }
}

/// What is known of a horizon.
struct Timeline {
    staffed: Vec<OpenSpan>,
    call: Vec<OpenSpan>,
    /// Why it is closed, in the order of time.
    reasons: Vec<(OpenSpan, String)>,
    horizon: (Timestamp, Timestamp),
}

impl Timeline {
    /// The state from each instant at which it, or the reason for it, becomes another one.
    fn changes(&self, join: impl Fn(&[String]) -> String) -> Vec<(Timestamp, State, Option<String>)> {
        let (from, end) = self.horizon;
        let spans = self.staffed.iter().chain(&self.call).chain(self.reasons.iter().map(|(span, _)| span));
        let mut instants: Vec<Timestamp> = spans.flat_map(|span| [span.start, span.end]).collect();
        instants.extend([from, end]);
        instants.retain(|instant| (from..=end).contains(instant));
        instants.sort_unstable();
        instants.dedup();
        let mut told = Vec::with_capacity(instants.len());
        let mut last = None;
        for instant in instants {
            let now = self.at(instant);
            if last.as_ref() != Some(&now) {
                told.push((instant, now.0, (!now.1.is_empty()).then(|| join(&now.1))));
                last = Some(now);
            }
        }
        told
    }

    /// The state at an instant, and every reason for it.
    fn at(&self, instant: Timestamp) -> (State, Vec<String>) {
        let holds = |spans: &[OpenSpan]| {
            let after = spans.partition_point(|span| span.start <= instant);
            after.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|span| instant < span.end)
        };
        if instant >= self.horizon.1 {
            return (State::Unknown, Vec::new());
        }
        if holds(&self.staffed) {
            return (State::Open, Vec::new());
        }
        let mut why: Vec<String> = Vec::new();
        for (_, reason) in self.reasons.iter().filter(|(span, _)| span.start <= instant && instant < span.end) {
            if !why.contains(reason) {
                why.push(reason.clone());
            }
        }
        let state = if holds(&self.call) { State::Emergency } else { State::Closed };
        (state, why)
    }
}

/// Why the main desk is closed on the next days on which it would be open; of a combined one, why each part is.
fn reasons(wording: &Wording<'_>, until: Date, most: usize) -> Vec<(OpenSpan, String)> {
    let desks = wording.main_desk().map(|hours| weeklies(wording, hours)).unwrap_or_default();
    let mut found: Vec<(OpenSpan, String)> =
        desks.into_iter().flat_map(|weekly| reasons_of(wording, weekly, until)).collect();
    found.sort_by_key(|(span, _)| span.start);
    found.truncate(most);
    found
}

/// All weekly hours behind hours.
fn weeklies<'a>(wording: &Wording<'a>, hours: Ref<Hours>) -> Vec<&'a Weekly> {
    match &wording.portal().hours[hours].opening {
        Opening::Weekly(weekly) => vec![&**weekly],
        Opening::AnyOf(parts) => parts.iter().flat_map(|part| weeklies(wording, *part)).collect(),
        Opening::Always(_) => Vec::new(),
    }
}

fn reasons_of(wording: &Wording<'_>, weekly: &Weekly, until: Date) -> Vec<(OpenSpan, String)> {
    let first = date_in(&weekly.zone, wording.today);
    let days = weekly.days(first, until);
    let closed = days.exceptions(first, until).into_iter().filter(|(_, plan)| plan.open.is_empty());
    let named = closed.filter_map(|(date, plan)| {
        let reason = match plan.why {
            Why::Special(special) => special.reason.as_ref().map(|reason| wording.plain(reason).to_owned()),
            Why::Holiday(holiday) => Some(holiday.name(wording.locale().tag().as_str()).0.to_owned()),
            Why::Ordinary => None,
        };
        let start = |date: Date| midnight(date, &weekly.zone);
        Some((OpenSpan { start: start(date)?, end: start(date.tomorrow().ok()?)? }, reason?))
    });
    named.collect()
}

pub(super) fn minute(instant: Timestamp) -> i64 {
    instant.as_second().div_euclid(60)
}
