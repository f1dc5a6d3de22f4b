//! What the script that says "open now" works with.

use std::collections::BTreeMap;

use serde::Serialize;

/// What is known of a horizon, and the sentences to say it in.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Live {
    /// The first minute of which something is known, since 1970 in UTC.
    pub from: i64,
    /// What changes from then on, in the order of time: four times the minutes since the change before (the first: since
    /// `from`), plus the [`State`]. One number for each, because the home page has no room for more.
    pub changes: Vec<i64>,
    /// Why it is closed since a change, in brackets, by its place in the list.
    pub reasons: BTreeMap<usize, String>,
    /// The IANA zone in which times are said.
    pub zone: String,
    /// The language tag of dates and times.
    pub lang: String,
    /// How times are written.
    pub clock: Clock,
    /// The sentences, with slots in braces.
    pub say: Say,
    /// On home, the address of the script that keeps pages for times without a network: there it is no request of its own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub offline: String,
}

/// How times are written: options of `Intl.DateTimeFormat`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Clock {
    /// The date, where the browser cannot write it in words: all three, or none.
    #[serde(flatten)]
    pub date: Option<Digits>,
    /// `2-digit` or `numeric`.
    pub hour: String,
    /// `2-digit`.
    pub minute: String,
    /// `h23` or `h12`.
    pub hour_cycle: String,
}

/// A date in digits: options of `Intl.DateTimeFormat`.
#[derive(Clone, Debug, Serialize)]
pub struct Digits {
    /// `numeric`.
    pub year: &'static str,
    /// `2-digit`.
    pub month: &'static str,
    /// `2-digit`.
    pub day: &'static str,
}

/// Whether somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody.
    Closed,
    /// Nobody but people on call.
    Emergency,
    /// People at a desk.
    Open,
    /// The horizon ends.
    Unknown,
}

/// The sentences of the script.
#[derive(Clone, Debug, Serialize)]
pub struct Say {
    /// Open beyond the horizon.
    pub open: String,
    /// Open, with the slots `{time}` and `{yours}`.
    pub until: String,
    /// Closed, with the slot `{reason}`.
    pub closed: String,
    /// Closed, but somebody is on call; with the slot `{reason}`.
    pub emergency: String,
    /// When it opens, with the slots `{day}`, `{time}` and `{yours}`; it follows the two before.
    pub opens: String,
    /// The reader's own time, with the slot `{time}`; where the browser cannot write it, the zone of the time that is said.
    pub yours: String,
}
