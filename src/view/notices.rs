//! Incidents, maintenance, news.

use super::Phrase;
use super::self_service::Cloud;
use serde::Serialize;

/// Data of `notices.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Notices {
    /// The h1.
    pub heading: String,
    /// Open incidents, maintenance of these days, and news in force.
    pub current: Vec<NoticeItem>,
    /// Maintenance to come.
    pub planned: Vec<NoticeItem>,
    /// What is over.
    pub past: Vec<NoticeItem>,
    /// Where Microsoft publishes its own status.
    pub clouds: Vec<Cloud>,
}

/// A notice in a list.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeItem {
    /// `incident`, `maintenance` or `news`.
    pub kind: String,
    /// "Incident", "Planned maintenance", "News".
    pub kind_label: String,
    /// `bad` (open incident), `warn` (maintenance, monitoring), `ok` (over), `info` (news).
    pub tone: String,
    /// "Investigating", "Resolved", "Scheduled"; may be empty.
    pub status: String,
    /// Its title.
    pub title: Phrase,
    /// A sentence; may be empty.
    pub description: String,
    /// When, as a sentence that stays true.
    pub when: String,
    /// Start, RFC 3339 in UTC; may be empty.
    pub start: String,
    /// End, RFC 3339 in UTC; may be empty.
    pub end: String,
    /// The services affected.
    pub components: Vec<Phrase>,
    /// Its address.
    pub href: String,
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
