//! Incidents, maintenance and news.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Ref;
use super::text::Text;

/// A service that a notice can affect.
#[derive(Clone, Debug)]
pub struct Component {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// What a notice says beside its text.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// Where it stands.
    pub status: Option<NoticeStatus>,
    /// When it begins.
    pub start: Option<Timestamp>,
    /// When it ends.
    pub end: Option<Timestamp>,
    /// The zone in which its times are said.
    pub zone: TimeZone,
    /// The services affected.
    pub components: Vec<Ref<Component>>,
    /// The times and statuses of its updates, in the order of time; the words are each translation's.
    pub updates: Vec<UpdateTime>,
}

/// When an update was written, and what the status became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateTime {
    /// When.
    pub time: Timestamp,
    /// The status from then on.
    pub status: Option<NoticeStatus>,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something does not work.
    Incident,
    /// Something will not work for a while.
    Maintenance,
    /// Something to know.
    News,
}

impl NoticeKind {
    /// All kinds with their names.
    pub const ALL: [(&'static str, Self); 3] =
        [("incident", Self::Incident), ("maintenance", Self::Maintenance), ("news", Self::News)];

    /// The name in front matter.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("news", |(name, _)| name)
    }
}

/// Where a notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeStatus {
    /// The cause is being looked for.
    Investigating,
    /// The cause is known.
    Identified,
    /// The repair is being watched.
    Monitoring,
    /// It works again.
    Resolved,
    /// Maintenance to come.
    Scheduled,
    /// Maintenance going on.
    InProgress,
    /// Maintenance being checked.
    Verifying,
    /// Maintenance done.
    Completed,
    /// It will not take place.
    Cancelled,
}

impl NoticeStatus {
    /// All statuses with their names.
    pub const ALL: [(&'static str, Self); 9] = [
        ("investigating", Self::Investigating),
        ("identified", Self::Identified),
        ("monitoring", Self::Monitoring),
        ("resolved", Self::Resolved),
        ("scheduled", Self::Scheduled),
        ("in-progress", Self::InProgress),
        ("verifying", Self::Verifying),
        ("completed", Self::Completed),
        ("cancelled", Self::Cancelled),
    ];

    /// The name in front matter.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("investigating", |(name, _)| name)
    }

    /// Whether nothing more will come.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Resolved | Self::Completed | Self::Cancelled)
    }
}
