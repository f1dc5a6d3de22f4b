//! Who supports, and what the law makes it say.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

/// The partner of the Cloud Solution Provider programme.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Partner {
    /// The name that customers know.
    pub name: Text,
    /// The name in the register.
    pub legal_name: Option<Text>,
    /// `direct-bill`, `indirect-reseller` or `indirect-provider`.
    pub role: String,
    /// Its id at Microsoft.
    pub partner_id: Option<String>,
    /// Its country, ISO 3166-1.
    pub country: String,
    /// The clouds whose customers it serves.
    pub clouds: Vec<String>,
    /// Its own website.
    #[schemars(extend("format" = "uri"))]
    pub website: Option<String>,
    /// The company behind an indirect reseller.
    pub indirect_provider: Option<IndirectProvider>,
}

/// The company behind an indirect reseller.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndirectProvider {
    /// Its name.
    pub name: Text,
    /// Its website.
    #[schemars(extend("format" = "uri"))]
    pub website: Option<String>,
    /// What it handles: categories of support, `second-line`, `orders`, `microsoft-requests`.
    pub handles: Vec<String>,
    /// When the reseller confirmed that customers see the right contact.
    #[schemars(extend("format" = "date"))]
    pub contact_confirmed: Option<String>,
}

/// The customer support profile of Partner Center.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PartnerOfRecord {
    /// The name shown with it.
    pub name: Text,
    /// The support e-mail address.
    pub email: String,
    /// The support telephone in E.164 form.
    pub telephone: String,
    /// The support website.
    #[schemars(url)]
    pub website: String,
}

/// What the law makes a publisher say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
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
    pub email: Option<String>,
    /// Telephone of the publisher in E.164 form.
    pub telephone: Option<String>,
    /// The partner's own privacy notice elsewhere.
    #[schemars(extend("format" = "uri"))]
    pub privacy: Option<String>,
    /// Where to ask about personal data.
    pub data_protection_email: Option<String>,
}

/// A sum of money.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Amount {
    /// A decimal number as text.
    #[schemars(regex(pattern = r"^[0-9]+(\.[0-9]+)?$"))]
    pub amount: String,
    /// The currency, ISO 4217.
    pub currency: String,
}
