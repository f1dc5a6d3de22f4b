//! What the partner helps with.

use super::Ref;
use super::contact::ContactMethod;
use super::hours::Hours;
use super::plan::{Plan, Rate};
use super::text::Text;

/// A type of support.
#[derive(Clone, Debug)]
pub struct SupportType {
    /// Its id.
    pub id: String,
    /// Its category.
    pub category: Category,
    /// Its name.
    pub name: Text,
    /// A sentence or two.
    pub description: Option<Text>,
    /// For whom.
    pub audience: SupportAudience,
    /// Who answers.
    pub delivery: Delivery,
    /// When.
    pub hours: Ref<Hours>,
    /// How to ask; at least one.
    pub contact_methods: Vec<Ref<ContactMethod>>,
    /// What it costs.
    pub price: SupportPrice,
    /// In scope.
    pub in_scope: Vec<Text>,
    /// Out of scope.
    pub out_of_scope: Vec<Text>,
}

/// A category of support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Bills.
    Billing,
    /// Orders, licences, renewals.
    Subscription,
    /// Faults and questions.
    Technical,
    /// Security incidents.
    Security,
    /// Advice.
    Advisory,
    /// The first weeks.
    Onboarding,
    /// Training.
    Training,
}

impl Category {
    /// All categories with their names.
    pub const ALL: [(&'static str, Self); 7] = [
        ("billing", Self::Billing),
        ("subscription", Self::Subscription),
        ("technical", Self::Technical),
        ("security", Self::Security),
        ("advisory", Self::Advisory),
        ("onboarding", Self::Onboarding),
        ("training", Self::Training),
    ];

    /// The name in the configuration.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, category)| *category == self).map_or("technical", |(name, _)| name)
    }
}

/// For whom a type of support is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SupportAudience {
    /// Customers.
    #[default]
    Customers,
    /// Resellers.
    Resellers,
}

/// Who answers.
#[derive(Clone, Debug, Default)]
pub enum Delivery {
    /// The partner's own people.
    #[default]
    Own,
    /// A company that works for the partner.
    Outsourced(Text),
    /// Support of another company that the partner sells.
    Resold(Text),
}

/// What a type of support costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupportPrice {
    /// Nothing beside the subscription.
    Included,
    /// The partner makes an offer.
    OnRequest,
    /// By plan, by rate, or either; at least one of them.
    Charged {
        /// Plans that include it.
        plans: Vec<Ref<Plan>>,
        /// Rates it is charged at.
        rates: Vec<Ref<Rate>>,
    },
}
