//! The page about the portal: which duties it meets, and where.

use serde::Serialize;

use super::Link;
use super::documents::Fact;

/// Data of `about-this-portal.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct AboutThisPortal {
    /// The h1.
    pub heading: String,
    /// What the page is for.
    pub intro: String,
    /// The duties, in order.
    pub duties: Vec<Duty>,
    /// Versions, the date of review and the hash of the facts, as rows.
    pub facts: Vec<Fact>,
    /// The same for programs: `compliance.json`.
    pub data: Link,
}

/// Something that customers must learn.
#[derive(Clone, Debug, Serialize)]
pub struct Duty {
    /// Its number, such as `O-1`.
    pub id: String,
    /// What it is.
    pub text: String,
    /// Where the portal says it; empty when nowhere.
    pub places: Vec<Place>,
    /// The codes of the checks that prove it, sorted.
    pub checks: Vec<String>,
}

/// A place that meets a duty.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// The way to it.
    pub link: Link,
    /// Its address without the scheme, for those who read the page on paper.
    pub address: String,
}
