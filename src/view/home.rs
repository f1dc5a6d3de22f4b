//! The home page.

use super::{Link, Phrase, desk::Desk, pricing::PlanCard};
use serde::Serialize;

/// Data of `home.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// The h1.
    pub heading: String,
    /// A sentence under it.
    pub lead: String,
    /// The hours shown as a ribbon.
    pub desk: Option<Desk>,
    /// Other staffed hours in which somebody answers, briefly.
    pub other_desks: Vec<DeskLine>,
    /// How urgent is it: one card for each severity, gravest first; at most three, the rest folded into the last.
    pub urgency: Vec<UrgencyCard>,
    /// What happens next, in three steps.
    pub next_steps: Vec<Step>,
    /// Self-help tiles; the first is "I cannot sign in".
    pub tiles: Vec<Link>,
    /// The support types with category and price, each a link to its place.
    pub types: Vec<TypeTeaser>,
    /// The plans, briefly.
    pub plans: Vec<PlanCard>,
    /// "All hours and contact methods".
    pub hours_link: Link,
    /// "All plans and prices".
    pub prices_link: Link,
    /// "How support works".
    pub why_link: Link,
    /// Two or three sentences on why Microsoft sends customers here.
    pub why: String,
}

/// Hours in one line.
#[derive(Clone, Debug, Serialize)]
pub struct DeskLine {
    /// Their name.
    pub name: Phrase,
    /// "Monday to Friday, 08:00 to 17:00, Chicago time".
    pub summary: String,
}

/// When to use which way.
#[derive(Clone, Debug, Serialize)]
pub struct UrgencyCard {
    /// 1 is the gravest.
    pub level: u8,
    /// The severity's name, read out before the heading.
    pub name: Phrase,
    /// "Call now if", "Call or open a ticket if".
    pub heading: String,
    /// Examples.
    pub examples: Vec<Phrase>,
    /// "An engineer answers within 1 hour, day and night." Empty without targets.
    pub promise: String,
}

/// A numbered step.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// A few words.
    pub title: String,
    /// A sentence.
    pub text: String,
}

/// A support type in one line.
#[derive(Clone, Debug, Serialize)]
pub struct TypeTeaser {
    /// Its name.
    pub name: Phrase,
    /// "For resellers", or empty.
    pub audience: String,
    /// "included", "from 240 zł + 23% VAT an hour", …
    pub price: String,
    /// Its place on the support types page.
    pub href: String,
    /// Its icon.
    pub icon: String,
}
