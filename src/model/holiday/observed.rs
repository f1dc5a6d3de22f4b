//! What the law does with a holiday on a weekend.

use super::Names;
use jiff::civil::{Date, Weekday};
use std::sync::Arc;

/// The day that a law puts in place of a holiday, or beside it.
#[derive(Clone, Debug)]
pub struct Observed {
    /// Which day.
    pub shift: Shift,
    /// Whether the holiday moves there; else it stays where it is and the day is one more.
    pub moves: bool,
    /// What the further day is called: "Boxing Day (substitute day)".
    pub names: Arc<Names>,
}

/// Which day stands for a holiday on a weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// From Saturday or Sunday to the next weekday that is no holiday itself (United Kingdom, New Zealand, Bulgaria).
    NextWeekday,
    /// The same, but only from a Sunday (Canada Day).
    NextWeekdayIfSunday,
    /// From Saturday to Friday, from Sunday to Monday (United States).
    NearestWeekday,
    /// From Sunday to the day before (King's Day in the Netherlands).
    PreviousDayIfSunday,
}

impl Shift {
    /// Whether a holiday on `date` is one that this concerns.
    pub(super) fn applies(self, date: Date) -> bool {
        match date.weekday() {
            Weekday::Sunday => true,
            Weekday::Saturday => matches!(self, Self::NextWeekday | Self::NearestWeekday),
            _ => false,
        }
    }

    /// The day that stands for a holiday on `date`; `free` says whether a day is still no holiday.
    pub(super) fn target(self, date: Date, free: impl Fn(Date) -> bool) -> Option<Date> {
        match self {
            Self::PreviousDayIfSunday => date.yesterday().ok(),
            Self::NearestWeekday if date.weekday() == Weekday::Saturday => date.yesterday().ok(),
            Self::NearestWeekday => date.tomorrow().ok(),
            Self::NextWeekday | Self::NextWeekdayIfSunday => {
                // No calendar has three weeks of holidays; the bound is there for data that has.
                std::iter::successors(date.tomorrow().ok(), |day| day.tomorrow().ok()).take(21).find(|day| {
                    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
                    !weekend && free(*day)
                })
            }
        }
    }
}
