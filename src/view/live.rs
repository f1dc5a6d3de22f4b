//! What the script that says "open now" works with.

use std::collections::BTreeMap;

use serde::Serialize;

/// Open spans of a horizon, and the sentences to say them in. All times are minutes since 1970 in UTC.
#[derive(Clone, Debug, Serialize)]
pub struct Live {
    /// The first minute of which something is known.
    pub from: i64,
    /// The first minute of which nothing is known any more.
    pub until: i64,
    /// The IANA zone in which times are said.
    pub zone: String,
    /// The language tag of dates and times.
    pub lang: String,
    /// `h23` or `h12`.
    pub cycle: String,
    /// When somebody opens and closes, in turn: the minutes from one change to the next, the first from `from`.
    pub staffed: Vec<i64>,
    /// The same of the people on call.
    pub call: Vec<i64>,
    /// Why it is closed on the next such days, by ISO date in `zone`.
    pub days: BTreeMap<String, String>,
    /// The sentences, with slots in braces.
    pub say: Say,
}

/// The sentences of the script.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Say {
    /// Open, with the slot `{time}`.
    pub open: String,
    /// Open beyond the horizon.
    pub open_only: String,
    /// Closed, with the slots `{reason}`, `{day}` and `{time}`.
    pub closed: String,
    /// Closed beyond the horizon, with the slot `{reason}`.
    pub closed_only: String,
    /// Closed, but somebody is on call; with the slots of `closed`.
    pub emergency: String,
    /// The same beyond the horizon.
    pub emergency_only: String,
    /// The reader's own time, with the slot `{time}`.
    pub yours: String,
}
