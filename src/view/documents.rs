//! Pages that are mostly text: partner of record, delegated access, legal, privacy, accessibility, free pages, 404.

use super::{Block, Link, Phrase};
use serde::Serialize;

/// Data of `partner-of-record.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct PartnerOfRecord {
    /// The h1.
    pub heading: String,
    /// Who supports you, and why Microsoft sends you here.
    pub who: Block,
    /// The indirect provider and what it handles, or none.
    pub provider: Option<Provider>,
    /// The three fields of the support profile, and the name.
    pub profile: Profile,
    /// Where the admin center shows them.
    pub where_you_see_us: Block,
    /// Under this programme you come to us.
    pub no_microsoft_requests: Block,
    /// What you, we and Microsoft do.
    pub duties: Vec<Block>,
    /// Who writes to you.
    pub who_writes: Block,
}

/// The indirect provider of a reseller.
#[derive(Clone, Debug, Serialize)]
pub struct Provider {
    /// Its name.
    pub name: String,
    /// Its website, or empty.
    pub website: String,
    /// What the partner answers itself.
    pub ours: Vec<String>,
    /// What the provider answers.
    pub theirs: Vec<String>,
    /// "Confirmed on 4 March 2026"; may be empty.
    pub confirmed: String,
}

/// The customer support profile of Partner Center.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    /// The name.
    pub name: String,
    /// The number of the partner at Microsoft, or empty.
    pub partner_id: String,
    /// The e-mail address, with a mailto link.
    pub email: Link,
    /// The telephone, with a tel link.
    pub telephone: Link,
    /// The website.
    pub website: Link,
}

/// Data of `delegated-access.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct DelegatedAccess {
    /// The h1.
    pub heading: String,
    /// Why.
    pub why: Block,
    /// The roles.
    pub roles: Vec<AccessRole>,
    /// "For 180 days; not extended automatically." May be empty.
    pub duration: String,
    /// How to see and end it.
    pub end: Block,
}

/// An administrator role that the partner asks for.
#[derive(Clone, Debug, Serialize)]
pub struct AccessRole {
    /// Microsoft's name of the role.
    pub role: String,
    /// What it is needed for.
    pub reason: Phrase,
}

/// Data of `text.html`: legal, privacy, accessibility, free pages, 404; as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct TextPage {
    /// `legal`, `privacy`, `accessibility`, `page` or `not-found`.
    pub kind: String,
    /// The h1.
    pub heading: String,
    /// Facts as rows; may be empty.
    pub facts: Vec<Fact>,
    /// Sections.
    pub blocks: Vec<Block>,
    /// The body of a free page; may be empty.
    pub html: String,
    /// The same as Markdown, with whole addresses.
    pub markdown: String,
    /// Where to go from here; may be empty.
    pub links: Vec<Link>,
}

/// A labelled fact.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The fact, in lines.
    pub lines: Vec<Phrase>,
    /// An address behind it, or empty.
    pub href: String,
}
