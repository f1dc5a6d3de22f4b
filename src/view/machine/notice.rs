//! Incidents, maintenance and news.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

/// A service that a notice can affect.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Component {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A notice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Notice {
    /// Its id: the path of its file.
    pub id: String,
    /// `incident`, `maintenance` or `news`.
    pub kind: String,
    /// Where it stands.
    pub status: Option<String>,
    /// Its title, in the languages in which it is written.
    pub title: Text,
    /// One sentence, in the languages in which it is written.
    pub description: Text,
    /// The address of its page, by language.
    pub urls: Text,
    /// The day on which it was written.
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    /// When it last changed, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub updated: Option<String>,
    /// When it begins, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub start: Option<String>,
    /// When it ends, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub end: Option<String>,
    /// The services affected, by id.
    pub components: Vec<String>,
    /// What was said in the course of it, oldest first.
    pub updates: Vec<NoticeUpdate>,
}

/// What was said, and when.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NoticeUpdate {
    /// When, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub time: String,
    /// The status from then on.
    pub status: Option<String>,
    /// What, in the languages in which it is written.
    pub text: Text,
}
