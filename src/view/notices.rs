//! Incidents, maintenance, news.

use super::self_service::Cloud;
use super::{Link, Phrase};
use serde::Serialize;

/// Data of `notices.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Notices {
    /// The h1.
    pub heading: String,
    /// Open incidents, maintenance of these days, and news in force.
    pub current: Vec<NoticeItem>,
    /// When it is shown that there are none: before, between and after those that come and go.
    pub none_shown: Vec<Window>,
    /// Maintenance to come.
    pub planned: Vec<NoticeItem>,
    /// When any of it is shown.
    pub planned_shown: Window,
    /// What is over.
    pub past: Vec<NoticeItem>,
    /// When any of it is shown.
    pub past_shown: Window,
    /// Where Microsoft publishes its own status.
    pub clouds: Vec<Cloud>,
    /// To hear of notices elsewhere: the feed, and the maintenance for a calendar.
    pub follow: Vec<Link>,
}

/// A notice in a list.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeItem {
    /// `incident`, `maintenance` or `news`.
    pub kind: String,
    /// "Incident", "Planned maintenance", "News".
    pub kind_label: String,
    /// Where it stands: one, or those of maintenance, which follow each other by themselves.
    pub stages: Vec<Stage>,
    /// Its title.
    pub title: Phrase,
    /// A sentence; may be empty.
    pub description: String,
    /// When, as a sentence that stays true.
    pub when: String,
    /// When it stands in this list.
    pub shown: Window,
    /// The services affected.
    pub components: Vec<Phrase>,
    /// Its address.
    pub href: String,
}

/// Where a notice stands.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// "Investigating", "Resolved", "Planned".
    pub label: String,
    /// `bad` (open incident), `warn` (maintenance, monitoring), `ok` (over), `info` (news).
    pub tone: String,
    /// When it stands there.
    pub shown: Window,
}

/// When something is shown. Without a script that follows it, what is hidden stays hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Window {
    /// From which minute on, since 1970 in UTC; from ever when there is none.
    pub start: Option<i64>,
    /// Up to which minute; for ever when there is none.
    pub end: Option<i64>,
    /// Whether it is not shown at first.
    pub hidden: bool,
}

/// Data of `notice.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// The h1.
    pub heading: String,
    /// Its facts.
    pub item: NoticeItem,
    /// What was said, newest first.
    pub updates: Vec<Update>,
    /// The body.
    pub html: String,
    /// The same as Markdown, with whole addresses.
    pub markdown: String,
}

/// One update of a notice.
#[derive(Clone, Debug, Serialize)]
pub struct Update {
    /// RFC 3339 in UTC.
    pub time: String,
    /// "22 November 2026, 08:15, Warsaw time".
    pub label: String,
    /// "Monitoring"; may be empty.
    pub status: String,
    /// What was said.
    pub text: Phrase,
}
