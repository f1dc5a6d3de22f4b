//! What the script works with that says by when somebody answers and what work costs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::live::Clock;

/// Desks, rates and sentences. Instants are minutes since 1970 in UTC.
#[derive(Clone, Debug, Serialize)]
pub struct Promises {
    /// The first minute of which something is known.
    pub from: i64,
    /// The first minute of which nothing is known any more.
    pub until: i64,
    /// The desks, in the order of the configuration.
    pub desks: Vec<DeskTimes>,
    /// The rates by the hour.
    pub rates: Vec<RateRule>,
    /// The IANA zone in which times are said.
    pub zone: String,
    /// The language tag of dates and times.
    pub lang: String,
    /// Whole numbers of four and of eighteen ones, as the page writes them; the script puts its digits in their places.
    pub numbers: [String; 2],
    /// The language tag whose plural forms count `lengths`.
    pub plurals: String,
    /// Lengths of time by their plural forms, with the slot `{n}`: minutes, then hours.
    pub lengths: [BTreeMap<String, String>; 2],
    /// How times are written.
    pub clock: Clock,
    /// The sentences, with slots in braces.
    pub say: Say,
}

/// When a desk is open; what no promise and no rate counts by is left out.
#[derive(Clone, Debug, Serialize)]
pub struct DeskTimes {
    /// Openings and closings in turn: the minutes from each to the next, the first from `from`.
    pub open: Vec<i64>,
    /// Business days: the minutes from one's midnight to the next one's (the first: from `from`), each followed by the
    /// minutes from midnight to its last closing.
    pub days: Vec<i64>,
    /// The IANA zone in which its times are said, where that is not the one of all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

/// A rate by the hour.
#[derive(Clone, Debug, Serialize)]
pub struct RateRule {
    /// The prices that count one after the other.
    pub prices: Vec<PriceRule>,
    /// Time is counted in steps of so many minutes.
    pub increment: u32,
    /// The fewest minutes that are counted.
    pub minimum: u32,
    /// Whether it costs more outside hours.
    pub extra: bool,
    /// So many times the price outside: above and below the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<(i64, i64)>,
    /// The place of the desk whose hours count; none when the partner does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk: Option<usize>,
}

/// A price of a rate by the hour.
#[derive(Clone, Debug, Serialize)]
pub struct PriceRule {
    /// The price of an hour in minor units.
    pub minor: i64,
    /// Digits of the currency after the point.
    pub digits: u8,
    /// Amounts of four and of eighteen ones, as the page writes them: whole ones, then those with a fraction.
    pub samples: [[String; 2]; 2],
    /// So many minor units more outside, once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plus: Option<i64>,
    /// The minute in which the price begins, if that is to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
    /// The minute in which the price ends, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    /// The amount with its tax, with the slot `{amount}`.
    pub tax: String,
}

/// The sentences of the script.
#[derive(Clone, Debug, Serialize)]
pub struct Say {
    /// By when, with the slots `{day}`, `{time}` and `{yours}`.
    pub due: String,
    /// "Open now."
    pub open: String,
    /// "Open now, until 17:00.", with the slots `{time}` and `{yours}`.
    pub until: String,
    /// "Closed.", with the slot `{reason}`.
    pub closed: String,
    /// When it opens, with the slots `{day}`, `{time}` and `{yours}`.
    pub opens: String,
    /// The reader's own time, with the slots `{time}` and `{zone}`.
    pub yours: String,
    /// What it costs, with the slots `{counted}`, `{when}` and `{charge}`.
    pub estimate: String,
    /// "in our hours".
    pub inside: String,
    /// "outside our hours".
    pub outside: String,
}
