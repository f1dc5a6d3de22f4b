//! The validated support configuration. Wrong states cannot be written here: references are resolved, numbers and
//! addresses parsed, every text complete for its default language.
//!
//! This floor knows neither TOML nor HTML, does no input or output, and reads no clock.

pub mod access;
pub mod address;
pub mod brand;
pub mod contact;
pub mod duration;
pub mod holiday;
pub mod hours;
pub mod list;
pub mod money;
pub mod notice;
pub mod partner;
pub mod plan;
pub mod severity;
pub mod support_type;
pub mod text;

pub use list::{List, Ref};
pub use text::{LanguageId, Languages, Said, Text};

use jiff::civil::Date;

use access::{Accessibility, Commerce, DelegatedAccess, Escalation, Security, SelfService, Verification};
use address::WebAddress;
use brand::BrandSettings;
use contact::ContactMethod;
use hours::Hours;
use notice::Component;
use partner::{Legal, Partner, PartnerOfRecord};
use plan::{Plan, Pricing, Rate};
use severity::Severity;
use support_type::SupportType;

/// A partner's portal: everything that `support.toml` says, checked.
#[derive(Clone, Debug)]
pub struct Portal {
    /// Where the site is published; ends in `/`.
    pub base_url: WebAddress,
    /// The languages of the site; the first is the default.
    pub languages: Languages,
    /// The name of the portal.
    pub title: Text,
    /// The day on which the partner last read its own facts.
    pub reviewed: Option<Date>,
    /// The look.
    pub brand: BrandSettings,
    /// How raw HTML in Markdown is treated.
    pub raw_html: RawHtml,
    /// Whether a page shows which duties the portal meets.
    pub about: bool,
    /// Whether browsers keep the home and contact pages for times without a network.
    pub offline: bool,
    /// Who supports.
    pub partner: Partner,
    /// The customer support profile of Partner Center.
    pub partner_of_record: PartnerOfRecord,
    /// When somebody answers.
    pub hours: List<Hours>,
    /// How to reach the partner.
    pub contact_methods: List<ContactMethod>,
    /// What the partner helps with.
    pub support_types: List<SupportType>,
    /// What holds for all prices.
    pub pricing: Pricing,
    /// Support plans.
    pub plans: List<Plan>,
    /// Charges beside the plans.
    pub rates: List<Rate>,
    /// How grave a problem can be, gravest first.
    pub severities: List<Severity>,
    /// What happens when the first person cannot solve it.
    pub escalation: Escalation,
    /// What customers can do themselves.
    pub self_service: SelfService,
    /// Administrator rights that customers grant.
    pub access: Option<DelegatedAccess>,
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
    pub components: List<Component>,
}

/// How raw HTML in Markdown is treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RawHtml {
    /// Harmless elements pass, everything else is dropped.
    #[default]
    Sanitise,
    /// It is shown as text.
    Escape,
    /// It passes unchanged: the partner trusts every author.
    Allow,
}

impl Portal {
    /// Whether anything in the portal costs money.
    pub fn charges(&self) -> bool {
        !self.rates.is_empty() || self.plans.iter().any(|plan| matches!(plan.price, plan::PlanPrice::Prices(_)))
    }
}
