//! The card that answers: are you open, how do I reach you, what does it cost, what can I do myself?

use super::{Link, Phrase};
use serde::Serialize;

/// The Now card. Every sentence in it is true at any time of the day.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NowPanel {
    /// The main ways in, best first: an office telephone, then an emergency line. At most two.
    pub primary: Vec<Action>,
    /// Other ways, at most two.
    pub secondary: Vec<Action>,
    /// "I cannot sign in", "Status".
    pub links: Vec<Link>,
}

/// One way to reach the partner, as a button with its conditions.
#[derive(Clone, Debug, Serialize)]
pub struct Action {
    /// The id of the contact method.
    pub id: String,
    /// Its name: "Office telephone".
    pub name: Phrase,
    /// The icon: `phone`, `alert`, `mail`, `ticket`, `chat`, `video`, `calendar`, `pin`, `screen`.
    pub icon: String,
    /// The verb: "Call", "Emergency", "Email", "Open a ticket".
    pub verb: String,
    /// What is called or opened, for people; a telephone number, else empty.
    pub value: String,
    /// The address behind the button.
    pub href: String,
    /// Whether it is for emergencies.
    pub emergency: bool,
    /// When it is answered: "Monday to Friday, 08:00 to 17:00, Warsaw time".
    pub hours: String,
    /// The same, as short as it can be: "Mon to Fri 08:00 to 17:00".
    pub hours_short: String,
    /// The least that using it can cost: "free", "from 480 zł + VAT an hour". Empty when no price belongs to it.
    pub price: String,
    /// What the call itself costs, or none.
    pub cost: Option<Phrase>,
    /// The languages spoken: "Polish, English". Empty when not given.
    pub languages: String,
    /// Who may use it: "Everyone", "Plan Round the clock; others at the rate". Empty for everyone.
    pub who: Phrase,
    /// When an answer comes: "within 2 hours, in opening hours (Office)". Empty when not given.
    pub reply: String,
}
