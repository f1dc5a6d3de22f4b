//! Opening hours as a table, a sentence and a ribbon.

use serde::Serialize;

use super::Phrase;

/// Hours that the partner keeps, under their name.
#[derive(Clone, Debug, Serialize)]
pub struct Desk {
    /// The id in `[hours.<id>]`, also an anchor `hours-<id>`.
    pub id: String,
    /// Its name.
    pub name: Phrase,
    /// `staffed` or `on-call`.
    pub kind: String,
    /// Whether it is open at every moment.
    pub always: bool,
    /// "Monday to Friday, 08:00 to 17:00, Warsaw time" or "24 hours a day, every day".
    pub summary: String,
    /// "Warsaw time"; empty when always open.
    pub zone: String,
    /// The IANA id, such as `Europe/Warsaw`; empty when always open.
    pub zone_id: String,
    /// Seven rows in the week order of the language; none when always open or combined from others.
    pub days: Vec<Day>,
    /// For hours combined from others: the names of those.
    pub any_of: Vec<Phrase>,
    /// "Closed on public holidays in Poland", or what is said instead; may be empty.
    pub holidays: String,
    /// The next dates on which these hours differ, holidays included, in order.
    pub special: Vec<SpecialDate>,
    /// The week as a picture; none when always open.
    pub ribbon: Option<Ribbon>,
}

/// One day of the week.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// ISO number, 1 = Monday.
    pub number: u8,
    /// "Monday".
    pub name: String,
    /// "08:00 to 17:00", several joined by commas; "closed" when there are none.
    pub hours: String,
    /// Whether it is open at all.
    pub open: bool,
}

/// A date with other hours.
#[derive(Clone, Debug, Serialize)]
pub struct SpecialDate {
    /// ISO date.
    pub date: String,
    /// "Thursday, 24 December 2026"; a run of days is one entry: "24 to 27 December 2026".
    pub label: String,
    /// "closed" or "08:00 to 13:00".
    pub hours: String,
    /// Whether it is closed all day.
    pub closed: bool,
    /// Why: the holiday's name or the partner's reason; may be empty.
    pub reason: Phrase,
}

/// The week as seven bars of 24 hours, in minutes.
#[derive(Clone, Debug, Serialize)]
pub struct Ribbon {
    /// What the picture says, in words.
    pub label: String,
    /// Seven rows.
    pub rows: Vec<RibbonRow>,
    /// The marks of the time axis.
    pub ticks: Vec<Tick>,
}

/// One day of a ribbon.
#[derive(Clone, Debug, Serialize)]
pub struct RibbonRow {
    /// ISO number of the day, 1 = Monday.
    pub number: u8,
    /// "Mon".
    pub name: String,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// Open time in a day.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// Minutes from midnight, 0 to 1440.
    pub start: u16,
    /// Minutes long.
    pub length: u16,
    /// `staffed` or `on-call`.
    pub kind: String,
}

/// A mark of the time axis.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// Minutes from midnight, 0 to 1440.
    pub at: u16,
    /// "08:00".
    pub label: String,
}
