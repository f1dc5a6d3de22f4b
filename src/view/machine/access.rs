//! What surrounds support.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

/// What happens when the first person cannot solve it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Escalation {
    /// Who takes over, in order.
    pub steps: Vec<EscalationStep>,
    /// The support plan that the partner has at Microsoft.
    pub microsoft_support_plan: Option<Text>,
}

/// A step of the escalation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EscalationStep {
    /// Who takes over.
    pub who: Text,
    /// When.
    pub when: Option<Text>,
}

/// What customers can do themselves.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SelfService {
    /// The products that the partner sells.
    pub products: Vec<Text>,
    /// The partner's own links.
    pub links: Vec<OwnLink>,
    /// Microsoft's portals for the clouds that the partner serves.
    pub portals: Vec<BuiltInLink>,
}

/// A link of the partner's.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OwnLink {
    /// Its title.
    pub title: Text,
    /// Its address.
    #[schemars(url)]
    pub url: String,
    /// What to do there.
    pub task: Option<Text>,
    /// The cloud it is for; null for all.
    pub cloud: Option<String>,
    /// When it was tried last.
    #[schemars(extend("format" = "date"))]
    pub verified: Option<String>,
}

/// A portal of Microsoft's.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BuiltInLink {
    /// Its key, the same in every cloud.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// The cloud.
    pub cloud: String,
    /// What it is for: `self-service`, `password`, `public-status`, `health`.
    pub purposes: Vec<String>,
    /// Its address.
    #[schemars(url)]
    pub url: String,
    /// When it was checked.
    #[schemars(extend("format" = "date"))]
    pub verified: String,
}

/// Administrator rights that customers grant.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Access {
    /// The roles.
    pub roles: Vec<AccessRole>,
    /// For how long, in days.
    pub duration_days: Option<u16>,
    /// Whether Microsoft extends it by six months each time.
    pub auto_extend: Option<bool>,
}

/// A role with its reason.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AccessRole {
    /// Microsoft's name of the role.
    pub role: String,
    /// What it is needed for.
    pub reason: Option<Text>,
}

/// How the partner and its callers know each other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Verification {
    /// How the partner knows its callers.
    pub caller: Option<Text>,
    /// How callers know the partner.
    pub us: Option<Text>,
}

/// Buying and cancelling.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Commerce {
    /// Where to buy more: a contact method's id, an https or a mailto address.
    pub buy: Option<String>,
    /// Where to cancel: the same.
    pub cancel: Option<String>,
    /// The cancellation window.
    pub cancellation: Option<Cancellation>,
    /// What happens on non-payment.
    pub collections: Option<Text>,
    /// The page that says what happens on non-payment.
    #[schemars(extend("format" = "uri"))]
    pub collections_url: Option<String>,
}

/// The cancellation window of new-commerce subscriptions.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Cancellation {
    /// Days from purchase or renewal.
    pub days: u16,
    /// When the partner checked that.
    #[schemars(extend("format" = "date"))]
    pub verified: Option<String>,
    /// More about it.
    pub note: Option<Text>,
}

/// Where to report security problems.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Security {
    /// By e-mail.
    pub email: Option<String>,
    /// By telephone, in E.164 form.
    pub telephone: Option<String>,
    /// The policy.
    #[schemars(extend("format" = "uri"))]
    pub policy: Option<String>,
}

/// Ways in for people who do not speak or hear.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Accessibility {
    /// Where to report a barrier.
    pub contact: Option<String>,
    /// Sign languages spoken.
    pub sign_languages: Vec<String>,
    /// Whether calls through a text relay are welcome.
    pub text_relay: bool,
    /// How to call through a text relay.
    pub text_relay_note: Option<Text>,
}
