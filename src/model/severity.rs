//! How grave a problem is, and what is promised.

use super::Ref;
use super::contact::ContactMethod;
use super::duration::Duration;
use super::hours::Hours;
use super::plan::Plan;
use super::text::Text;

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
    /// The desk whose time counts.
    pub fn desk(self) -> Option<Ref<Hours>> {
        match self {
            Self::Elapsed(_) => None,
            Self::Open(_, hours) | Self::BusinessDays(_, hours) => Some(hours),
        }
    }
}
