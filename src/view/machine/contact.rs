//! How to reach the partner.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

/// A contact method.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ContactMethod {
    /// Its id.
    pub id: String,
    /// `phone`, `email`, `ticket-portal`, …
    pub kind: String,
    /// Its name, or that of its kind.
    pub name: Text,
    /// The telephone in E.164 form.
    pub telephone: Option<String>,
    /// The same as it is dialled within its country.
    pub telephone_national: Option<String>,
    /// The mailbox.
    pub email: Option<String>,
    /// The address on the web.
    #[schemars(extend("format" = "uri"))]
    pub url: Option<String>,
    /// The lines of the postal address.
    pub address: Vec<String>,
    /// The link that opens it; null for post and visits.
    #[schemars(extend("format" = "uri"))]
    pub href: Option<String>,
    /// The hours in which it is answered, by id.
    pub hours: Option<String>,
    /// The languages spoken there.
    pub languages: Vec<Spoken>,
    /// Whether it is for emergencies.
    pub emergency: bool,
    /// The rate that using it costs, by id.
    pub rate: Option<String>,
    /// What the call itself costs.
    pub cost: Option<Text>,
    /// When an answer comes.
    pub reply_within: Option<Due>,
    /// What to have ready.
    pub have_ready: Vec<Text>,
    /// The plans that it is for, by id; empty for all.
    pub plans: Vec<String>,
    /// The countries that it is for, ISO 3166-1; empty for all.
    pub countries: Vec<String>,
    /// The sign-in that it needs: `none`, `microsoft` or `own`.
    pub sign_in: String,
    /// `anyone`, `authorised`, or `described` by `who`; null when the partner does not say.
    pub who_may_use: Option<String>,
    /// Who may use it, in words.
    pub who: Option<Text>,
    /// What to do when nobody answers.
    pub if_no_answer: Option<Text>,
    /// A note.
    pub note: Option<Text>,
}

/// A language spoken at a contact method.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Spoken {
    /// The language tag.
    pub tag: String,
    /// Its own hours, by id.
    pub hours: Option<String>,
}

/// A length of time by a clock.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Due {
    /// The length as in the configuration: `15m`, `4h`, `P30D`, `2 business days`.
    pub within: String,
    /// `elapsed`, or the hours that count, by id.
    pub clock: String,
    /// The length in minutes, of the clock; null for days and months.
    pub minutes: Option<u32>,
    /// The number of business days.
    pub business_days: Option<u32>,
}
