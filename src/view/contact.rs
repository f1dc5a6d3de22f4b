//! The contact page.

use super::{Block, Link, Phrase, desk::Desk, now::Action, pricing::Severity};
use serde::Serialize;

/// Data of `contact.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    /// The h1.
    pub heading: String,
    /// Every way in, in the order of the configuration.
    pub methods: Vec<Method>,
    /// Until when the prices of these ways hold: "Valid until 30 June 2027."; empty when that is not known.
    pub validity: String,
    /// All hours.
    pub desks: Vec<Desk>,
    /// Severities with a promise of an answer, gravest first.
    pub answers: Vec<Severity>,
    /// The plans of their targets.
    pub answer_plans: Vec<Phrase>,
    /// What to have ready.
    pub have_ready: Block,
    /// How to know that it is us, and how the partner knows its callers.
    pub is_it_us: Block,
    /// "How we know that it is you", or none.
    pub caller: Option<Phrase>,
    /// "How you know that it is us", or none.
    pub us: Option<Phrase>,
    /// What happens when the first person cannot solve it.
    pub escalation: Block,
    /// The steps of the escalation.
    pub steps: Vec<EscalationStep>,
    /// "We hand over to Microsoft with …", or empty.
    pub microsoft_plan: String,
    /// Text relay, sign languages and the like, one sentence each.
    pub accessibility: Vec<Phrase>,
    /// Security contact: where to report, or none.
    pub security: Vec<Link>,
    /// To take along: the sheet to print, the card for an address book, the closed days for a calendar.
    pub keep: Vec<Link>,
}

/// A contact method in full.
#[derive(Clone, Debug, Serialize)]
pub struct Method {
    /// The button: icon, verb, value, hours, price, languages, who, reply.
    pub action: Action,
    /// The address or number as people write it; lines for a postal address.
    pub lines: Vec<String>,
    /// A telephone as it is dialled within its own country: "22 555 01 23 (Poland)"; else empty.
    pub national: String,
    /// The name of its hours, where several desks answer; else none.
    pub desk_name: Option<Phrase>,
    /// Whose state the script of promises says here: the place of its hours, where several desks answer; else empty.
    pub desk: String,
    /// The promise of a reply as `data-due` of the script reads it; empty without one.
    pub reply_due: String,
    /// The anchor of its hours on this page, such as `#hours-office`; empty without hours.
    pub hours_href: String,
    /// The languages with their own hours, one sentence each; empty when they are the method's.
    pub language_hours: Vec<String>,
    /// What to have ready.
    pub have_ready: Vec<Phrase>,
    /// "Needs a sign-in with your Microsoft account", or empty.
    pub sign_in: String,
    /// Names of the plans that it is for, with links; empty for all.
    pub plans: Vec<Link>,
    /// Names of the countries that it is for; empty for all.
    pub countries: String,
    /// What to do when nobody answers, or none.
    pub if_no_answer: Option<Phrase>,
    /// A note, or none.
    pub note: Option<Phrase>,
}

/// A step of the escalation.
#[derive(Clone, Debug, Serialize)]
pub struct EscalationStep {
    /// Who takes over.
    pub who: Phrase,
    /// When; may be empty.
    pub when: Option<Phrase>,
}
