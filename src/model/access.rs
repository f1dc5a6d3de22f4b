//! What surrounds support: escalation, self-service, delegated access, commerce, security, accessibility.

use jiff::civil::Date;

use super::Ref;
use super::address::{EmailAddress, WebAddress};
use super::contact::ContactMethod;
use super::duration::Duration;
use super::partner::Cloud;
use super::text::Text;
use crate::locale::{LanguageTag, Telephone};

/// What happens when the first person cannot solve it.
#[derive(Clone, Debug, Default)]
pub struct Escalation {
    /// Who takes over, in order.
    pub steps: Vec<EscalationStep>,
    /// The support plan that the partner has at Microsoft.
    pub microsoft_support_plan: Option<Text>,
}

/// A step of the escalation.
#[derive(Clone, Debug)]
pub struct EscalationStep {
    /// Who takes over.
    pub who: Text,
    /// When.
    pub when: Option<Text>,
}

/// What customers can do themselves.
#[derive(Clone, Debug, Default)]
pub struct SelfService {
    /// The products that the partner sells.
    pub products: Vec<Text>,
    /// The partner's own links.
    pub links: Vec<SelfServiceLink>,
    /// Built-in links that are left out, by their keys.
    pub hide: Vec<String>,
}

/// A link of the partner's.
#[derive(Clone, Debug)]
pub struct SelfServiceLink {
    /// Its title.
    pub title: Text,
    /// Its address.
    pub url: WebAddress,
    /// What to do there.
    pub task: Option<Text>,
    /// The cloud it is for; none for all.
    pub cloud: Option<Cloud>,
    /// When it was tried last.
    pub verified: Option<Date>,
}

/// Administrator rights that customers grant.
#[derive(Clone, Debug)]
pub struct DelegatedAccess {
    /// The roles.
    pub roles: Vec<AccessRole>,
    /// For how long, in days; 1 to 730.
    pub duration_days: Option<u16>,
    /// Whether Microsoft extends it by six months each time.
    pub auto_extend: Option<bool>,
}

/// A role with its reason.
#[derive(Clone, Debug)]
pub struct AccessRole {
    /// Microsoft's name of the role.
    pub role: String,
    /// What it is needed for.
    pub reason: Option<Text>,
}

/// How the partner and its callers know each other.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// How the partner knows its callers.
    pub caller: Option<Text>,
    /// How callers know the partner.
    pub us: Option<Text>,
}

/// Buying and cancelling.
#[derive(Clone, Debug, Default)]
pub struct Commerce {
    /// Where to buy more.
    pub buy: Option<CommerceWay>,
    /// Where to cancel.
    pub cancel: Option<CommerceWay>,
    /// The cancellation window.
    pub cancellation: Option<Cancellation>,
    /// What happens on non-payment.
    pub collections: Option<TextOrAddress>,
}

/// Where to buy or cancel.
#[derive(Clone, Debug)]
pub enum CommerceWay {
    /// A contact method.
    Method(Ref<ContactMethod>),
    /// A page.
    Web(WebAddress),
    /// A mailbox.
    Email(EmailAddress),
}

/// The cancellation window of new-commerce subscriptions.
#[derive(Clone, Debug)]
pub struct Cancellation {
    /// Days from purchase or renewal.
    pub days: u16,
    /// When the partner checked that.
    pub verified: Option<Date>,
    /// More about it.
    pub note: Option<Text>,
}

/// A text, or a page that holds it.
#[derive(Clone, Debug)]
pub enum TextOrAddress {
    /// A text.
    Text(Text),
    /// A page.
    Web(WebAddress),
}

/// Where to report security problems. What is for Microsoft only is checked when it is read, and dropped.
#[derive(Clone, Debug, Default)]
pub struct Security {
    /// By e-mail.
    pub email: Option<EmailAddress>,
    /// By telephone.
    pub telephone: Option<Telephone>,
    /// The policy.
    pub policy: Option<WebAddress>,
    /// How long `security.txt` is valid from the build.
    pub expires_after: Option<Duration>,
}

/// Ways in for people who do not speak or hear.
#[derive(Clone, Debug, Default)]
pub struct Accessibility {
    /// Where to report a barrier.
    pub contact: Option<EmailAddress>,
    /// Sign languages spoken.
    pub sign_languages: Vec<LanguageTag>,
    /// Whether calls through a text relay are welcome, or how.
    pub text_relay: Option<TextRelay>,
}

/// Text relay.
#[derive(Clone, Debug)]
pub enum TextRelay {
    /// Calls are welcome.
    Welcome,
    /// As the text says.
    Described(Text),
}
