//! Who supports: the partner, its contact of record, what the law makes it say.

use jiff::civil::Date;

use super::address::{Country, EmailAddress, WebAddress};
use super::money::Amount;
use super::support_type::Category;
use super::text::Text;
use crate::locale::Telephone;

/// The partner of the Cloud Solution Provider programme.
#[derive(Clone, Debug)]
pub struct Partner {
    /// The name that customers know.
    pub name: Text,
    /// The name in the register.
    pub legal_name: Option<Text>,
    /// Its role in the programme.
    pub role: Role,
    /// Its id at Microsoft.
    pub partner_id: Option<String>,
    /// Its country.
    pub country: Country,
    /// The clouds whose customers it serves; at least one.
    pub clouds: Vec<Cloud>,
    /// Its own website.
    pub website: Option<WebAddress>,
}

/// A role in the programme, with what belongs to it.
#[derive(Clone, Debug)]
pub enum Role {
    /// Buys from Microsoft and supports its customers end to end.
    DirectBill,
    /// Buys from an indirect provider.
    IndirectReseller(IndirectProvider),
    /// Sells through resellers.
    IndirectProvider,
}

impl Role {
    /// All names in the configuration.
    pub const NAMES: [&'static str; 3] = ["direct-bill", "indirect-reseller", "indirect-provider"];

    /// The name in the configuration.
    pub fn name(&self) -> &'static str {
        match self {
            Self::DirectBill => "direct-bill",
            Self::IndirectReseller(_) => "indirect-reseller",
            Self::IndirectProvider => "indirect-provider",
        }
    }
}

/// The company behind an indirect reseller.
#[derive(Clone, Debug)]
pub struct IndirectProvider {
    /// Its name.
    pub name: Text,
    /// Its website.
    pub website: Option<WebAddress>,
    /// What it handles.
    pub handles: Vec<Handled>,
    /// When the reseller confirmed that customers see the right contact.
    pub contact_confirmed: Option<Date>,
}

/// Work that an indirect provider handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handled {
    /// A whole category of support.
    Support(Category),
    /// What the first line cannot solve.
    SecondLine,
    /// Orders and changes of subscriptions.
    Orders,
    /// Requests at Microsoft.
    MicrosoftRequests,
}

/// A Microsoft cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cloud {
    /// The worldwide cloud, GCC included.
    Global,
    /// US Government GCC High.
    GccHigh,
    /// US Department of Defense.
    Dod,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// All clouds with their names in the configuration.
    pub const ALL: [(&'static str, Self); 4] =
        [("global", Self::Global), ("gcc-high", Self::GccHigh), ("dod", Self::Dod), ("china", Self::China)];

    /// The name in the configuration.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, cloud)| *cloud == self).map_or("global", |(name, _)| name)
    }
}

/// The customer support profile of Partner Center, field for field, and a name.
#[derive(Clone, Debug)]
pub struct PartnerOfRecord {
    /// The name shown with it.
    pub name: Text,
    /// The support e-mail address.
    pub email: EmailAddress,
    /// The support telephone.
    pub telephone: Telephone,
    /// The support website.
    pub website: WebAddress,
}

/// What the law makes a publisher say.
#[derive(Clone, Debug, Default)]
pub struct Legal {
    /// The legal form.
    pub form: Option<Text>,
    /// The seat.
    pub seat: Option<Text>,
    /// The address, in lines.
    pub address: Vec<String>,
    /// Register and number.
    pub register: Option<Text>,
    /// The register court.
    pub court: Option<Text>,
    /// The VAT number.
    pub vat_id: Option<String>,
    /// The economic id.
    pub economic_id: Option<String>,
    /// Who represents the company.
    pub representative: Option<Text>,
    /// The share capital.
    pub share_capital: Option<Amount>,
    /// E-mail of the publisher.
    pub email: Option<EmailAddress>,
    /// Telephone of the publisher.
    pub telephone: Option<Telephone>,
    /// The partner's own privacy notice elsewhere.
    pub privacy: Option<WebAddress>,
    /// Where to ask about personal data.
    pub data_protection_email: Option<EmailAddress>,
}
