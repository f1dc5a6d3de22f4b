//! What the partner helps with.

use super::{Block, Link, Phrase};
use serde::Serialize;

/// Data of `support-types.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct SupportTypes {
    /// The h1.
    pub heading: String,
    /// Who answers, in general.
    pub who_answers: Block,
    /// The types.
    pub types: Vec<SupportType>,
    /// Until when the prices hold: "Valid until 30 June 2027."; empty when that is not known.
    pub validity: String,
    /// What baseline support boundaries mean.
    pub boundaries: Block,
}

/// A support type.
#[derive(Clone, Debug, Serialize)]
pub struct SupportType {
    /// The id, also an anchor `type-<id>`.
    pub id: String,
    /// Its icon.
    pub icon: String,
    /// "Billing", "Technical", …
    pub category: String,
    /// Its name.
    pub name: Phrase,
    /// A sentence or two, or none.
    pub description: Option<Phrase>,
    /// "For resellers", or empty for customers.
    pub audience: String,
    /// "Our own people answer." "… answers for us." "We resell the support of …".
    pub delivery: String,
    /// Its hours: words, and a link to them.
    pub hours: Link,
    /// The ways in.
    pub methods: Vec<Link>,
    /// What it costs, one sentence each.
    pub prices: Vec<Link>,
    /// In scope.
    pub in_scope: Vec<Phrase>,
    /// Out of scope.
    pub out_of_scope: Vec<Phrase>,
}
