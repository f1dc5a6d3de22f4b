//! The facts of a portal as `support.json` gives them to programs. Its schema is made from these types.
//!
//! Every key is always there: what the partner does not say is `null` or an empty list. Keys mirror those of
//! `support.toml`; a key may be added, and one that is taken away or changes its meaning raises [`VERSION`].

mod access;
mod compliance;
mod contact;
mod hours;
mod notice;
mod partner;
mod pricing;

pub use access::{
    Access, AccessRole, Accessibility, BuiltInLink, Cancellation, Commerce, Escalation, EscalationStep, OwnLink,
    Security, SelfService, Verification,
};
pub use compliance::{Compliance, DutyMet, Place};
pub use contact::{ContactMethod, Due, Spoken};
pub use hours::{Exception, Holidays, Hours, Week};
pub use notice::{Component, Notice, NoticeUpdate};
pub use partner::{Amount, IndirectProvider, Legal, Partner, PartnerOfRecord};
pub use pricing::{OnCall, OutOfHours, Plan, Price, Pricing, Rate, Severity, SupportType, Target, Tax};

use std::collections::BTreeMap;

use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

/// The version of `support.json`.
pub const VERSION: u32 = 1;

/// A text by language tag; the default language is always there.
pub type Text = BTreeMap<String, String>;

/// The public facts of a support portal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "The facts of a support portal")]
pub struct Support {
    /// The address of the schema of this file.
    #[serde(rename = "$schema")]
    #[schemars(url)]
    pub schema: String,
    /// The version of this format.
    pub version: u32,
    /// What the file was made with.
    pub versions: Versions,
    /// The time for which opening instants are given.
    pub horizon: Horizon,
    /// The portal itself.
    pub site: Site,
    /// Who supports.
    pub partner: Partner,
    /// The customer support profile of Partner Center.
    pub partner_of_record: PartnerOfRecord,
    /// When somebody answers, by id.
    pub hours: BTreeMap<String, Hours>,
    /// How to reach the partner.
    pub contact_methods: Vec<ContactMethod>,
    /// What the partner helps with.
    pub support_types: Vec<SupportType>,
    /// What holds for all prices.
    pub pricing: Pricing,
    /// Support plans.
    pub plans: Vec<Plan>,
    /// Charges beside the plans.
    pub rates: Vec<Rate>,
    /// How grave a problem can be, gravest first.
    pub severities: Vec<Severity>,
    /// What happens when the first person cannot solve it.
    pub escalation: Escalation,
    /// What customers can do themselves.
    pub self_service: SelfService,
    /// Administrator rights that customers grant.
    pub delegated_access: Option<Access>,
    /// How the partner and its callers know each other.
    pub verification: Verification,
    /// Buying and cancelling.
    pub commerce: Commerce,
    /// Where to report security problems.
    pub security: Security,
    /// What the law makes a publisher say.
    pub legal: Legal,
    /// Ways in for people who do not speak or hear.
    pub accessibility: Accessibility,
    /// Services that a notice can affect.
    pub components: Vec<Component>,
    /// Incidents, maintenance and news, newest first.
    pub notices: Vec<Notice>,
}

/// What the file was made with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Versions {
    /// The version of the generator.
    pub supportal: String,
    /// The release of the IANA time zone database.
    pub time_zones: Option<String>,
}

/// The time for which opening instants are given; nothing is known before and after it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Horizon {
    /// Its first instant, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub from: String,
    /// The instant at which it ends, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub until: String,
}

/// The portal itself.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Site {
    /// Where it is published.
    #[schemars(url)]
    pub base_url: String,
    /// Its languages; the first is the default.
    #[schemars(length(min = 1))]
    pub languages: Vec<String>,
    /// Its name.
    pub title: Text,
    /// The day on which the partner last read its own facts.
    #[schemars(extend("format" = "date"))]
    pub reviewed: Option<String>,
    /// Files of the same facts in other formats.
    pub files: BTreeMap<String, String>,
    /// The feed of notices of each language.
    pub feeds: Text,
}

/// The schema of `support.json`.
pub fn support_schema(id: &str) -> serde_json::Value {
    schema::<Support>(id)
}

/// The schema of `compliance.json`.
pub fn compliance_schema(id: &str) -> serde_json::Value {
    schema::<Compliance>(id)
}

/// JSON Schema 2020-12.
fn schema<T: JsonSchema>(id: &str) -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(without_width));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), id.into());
    schema.to_value()
}

/// Takes away how wide a number is in the program: no format of JSON Schema, and strict validators refuse it.
fn without_width(schema: &mut Schema) {
    let is_width = |format: &serde_json::Value| format.as_str().is_some_and(|format| format.starts_with("uint"));
    if schema.get("format").is_some_and(is_width) {
        schema.remove("format");
    }
}
