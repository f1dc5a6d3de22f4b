//! When somebody answers.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

/// Hours that the partner keeps.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Hours {
    /// Its name.
    pub name: Option<Text>,
    /// `staffed` or `on-call`.
    pub kind: String,
    /// Whether it is open at every moment.
    pub always: bool,
    /// The IANA zone of the wall times; of hours that never close, that of their dates.
    pub time_zone: Option<String>,
    /// The ordinary week in wall time; null without a week of its own.
    pub weekly: Option<Week>,
    /// The hours that these are made of; open while any of them is.
    pub any_of: Vec<String>,
    /// The public holidays on which it is closed; null when the partner does not say.
    pub public_holidays: Option<Vec<Holidays>>,
    /// The dates within the horizon whose hours differ from the week.
    pub exceptions: Vec<Exception>,
    /// The open spans within the horizon, each from an instant until before another, in UTC; sorted, and apart.
    #[schemars(with = "Vec<[Instant; 2]>")]
    pub open: Vec<[String; 2]>,
}

/// The intervals that start on each day of an ordinary week: `08:00-17:00`. One that ends before it starts ends on the
/// next day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Week {
    /// Monday.
    pub mon: Vec<String>,
    /// Tuesday.
    pub tue: Vec<String>,
    /// Wednesday.
    pub wed: Vec<String>,
    /// Thursday.
    pub thu: Vec<String>,
    /// Friday.
    pub fri: Vec<String>,
    /// Saturday.
    pub sat: Vec<String>,
    /// Sunday.
    pub sun: Vec<String>,
}

/// A calendar of public holidays.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Holidays {
    /// The country or region: `PL`, `DE-BY`.
    pub code: String,
    /// The day on which the rules were last compared with the law.
    #[schemars(extend("format" = "date"))]
    pub verified: String,
}

/// A date whose hours differ from the week.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Exception {
    /// The date in the zone of the hours.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The intervals that start on it; empty is closed.
    pub open: Vec<String>,
    /// Whether a part of the ordinary hours is missing.
    pub shortened: bool,
    /// Why.
    pub reason: Option<Text>,
}

/// An instant of RFC 3339, for the schema alone.
#[derive(JsonSchema)]
#[schemars(transparent, extend("format" = "date-time"))]
#[allow(dead_code, reason = "it stands for a string in the schema")]
struct Instant(String);
