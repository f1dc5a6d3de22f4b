//! How grave a problem is, and what is promised.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

use super::contact::ContactMethod;
use super::duration::Duration;
use super::hours::{self, Hours};
use super::plan::Plan;
use super::text::Text;
use super::{List, Ref};

/// A severity.
#[derive(Clone, Debug)]
pub struct Severity {
    /// Its id, such as `P1`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it means.
    pub definition: Option<Text>,
    /// Examples.
    pub examples: Vec<Text>,
    /// How to report it; empty for any way.
    pub contact_methods: Vec<Ref<ContactMethod>>,
    /// The promises.
    pub targets: Vec<Target>,
}

/// What is promised for a severity.
#[derive(Clone, Debug)]
pub struct Target {
    /// For which plan; none for everyone.
    pub plan: Option<Ref<Plan>>,
    /// When an engineer answers.
    pub first_response: Option<Due>,
    /// How often news comes.
    pub update_every: Option<Due>,
    /// When it is solved.
    pub resolution: Option<Due>,
}

/// A length of time by a clock. Business days exist only with a desk that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Time as it passes.
    Elapsed(Duration),
    /// Minutes in which a desk is open.
    Open(u32, Ref<Hours>),
    /// Dates on which a desk opens, after the date of the report; due at the last closing of the last one.
    BusinessDays(u32, Ref<Hours>),
}

impl Due {
    /// When a promise is due that begins at `report`; none past `until`, or when it is counted in months.
    ///
    /// Open minutes run only while the desk is open, so that one that ends with the last minute of a day is due at its
    /// closing. Business days are the dates after that of the report on which the desk opens; the last closing of the
    /// last one is the end. Hours that are always open have their dates in `zone`.
    pub fn instant(self, all: &List<Hours>, report: Timestamp, until: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let due = match self {
            Self::Elapsed(length) => report.checked_add(Span::new().minutes(length.elapsed_minutes()?)).ok()?,
            Self::Open(minutes, hours) => {
                let mut left = SignedDuration::from_mins(i64::from(minutes));
                let spans = hours::expand(all, hours, report, until);
                spans.into_iter().find_map(|span| {
                    let length = span.end.duration_since(span.start);
                    if left <= length {
                        return span.start.checked_add(left).ok();
                    }
                    left -= length;
                    None
                })?
            }
            Self::BusinessDays(count, hours) => {
                let days = hours::business_days(all, hours, report, until, zone);
                let later = days.into_iter().filter(|day| day.midnight > report);
                later.take(count as usize).nth(count.checked_sub(1)? as usize)?.closes
            }
        };
        (due <= until).then_some(due)
    }

    /// The desk whose time counts.
    pub fn desk(self) -> Option<Ref<Hours>> {
        match self {
            Self::Elapsed(_) => None,
            Self::Open(_, hours) | Self::BusinessDays(_, hours) => Some(hours),
        }
    }
}
