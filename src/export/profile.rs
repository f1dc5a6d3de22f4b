//! The customer support profile of Partner Center: what the portal wants there, and what stands there.

use serde::Serialize;
use serde_json::Value;

use crate::locale::Telephone;
use crate::model::Portal;
use crate::model::address::WebAddress;

/// The body of a request that updates the profile, field by field as Partner Center names them.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Profile {
    email: String,
    telephone: String,
    website: String,
    profile_type: &'static str,
    attributes: Attributes,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Attributes {
    object_type: &'static str,
}

/// A field of the profile, compared.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Its name in Partner Center.
    pub field: &'static str,
    /// Whether the two agree.
    pub state: State,
    /// What the portal says.
    pub site: String,
    /// What Partner Center says.
    pub live: Option<String>,
}

/// How a field of the portal and of Partner Center stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// They say the same.
    Same,
    /// They differ.
    Changed,
    /// Partner Center has none.
    Missing,
}

impl Profile {
    /// The profile that a portal wants.
    pub fn of(portal: &Portal) -> Self {
        let record = &portal.partner_of_record;
        Self {
            email: record.email.as_str().to_owned(),
            telephone: record.telephone.e164().to_owned(),
            website: record.website.as_str().to_owned(),
            profile_type: "support_profile",
            attributes: Attributes { object_type: "PartnerSupportProfile" },
        }
    }

    /// The e-mail address.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// The telephone.
    pub fn telephone(&self) -> &str {
        &self.telephone
    }

    /// The website.
    pub fn website(&self) -> &str {
        &self.website
    }

    /// Compares it with the answer of Partner Center. Both spellings of its keys are known: the documentation has both.
    /// None when the answer is no object.
    pub fn compare(&self, live: &Value) -> Option<Vec<Field>> {
        let live = live.as_object()?;
        let answer = |name: &str| {
            let (_, value) = live.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
            value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let field = |field: &'static str, site: &str, same: fn(&str, &str) -> bool| {
            let live = answer(field);
            let state = match &live {
                None => State::Missing,
                Some(live) if same(site, live) => State::Same,
                Some(_) => State::Changed,
            };
            Field { field, state, site: site.to_owned(), live }
        };
        Some(vec![
            field("Email", &self.email, str::eq_ignore_ascii_case),
            field("Telephone", &self.telephone, same_number),
            field("Website", &self.website, same_website),
        ])
    }
}

/// Partner Center keeps numbers as they were typed: with spaces, brackets, `00` for the plus.
fn same_number(site: &str, live: &str) -> bool {
    let digits: String = live.chars().filter(char::is_ascii_digit).collect();
    let plain = digits.strip_prefix("00").unwrap_or(&digits);
    if site.strip_prefix('+') == Some(plain) {
        return true;
    }
    // A number without its country is read as one of the country of the portal's.
    let region = Telephone::parse(site).ok().and_then(|number| number.region());
    let suggestion = match Telephone::parse_with_region(live, region.as_deref()) {
        Err(crate::locale::TelephoneProblem::NotE164 { suggestion }) => suggestion,
        _ => None,
    };
    suggestion.as_deref() == Some(site)
}

/// A final slash and the case of the host make no other website; a scheme does.
fn same_website(site: &str, live: &str) -> bool {
    let base = |text: &str| WebAddress::parse(text).ok().map(|address| address.as_base());
    base(site).is_some() && base(site) == base(live)
}

#[cfg(test)]
mod tests {
    use super::{same_number, same_website};

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for live in ["+48225550123", "+48 22 555 01 23", "0048 (22) 555-01-23", "22 555 01 23", "48225550123"] {
            assert!(same_number("+48225550123", live), "{live}");
        }
        for live in ["+48225550124", "+49225550123", "555 01 23", "", "call us"] {
            assert!(!same_number("+48225550123", live), "{live}");
        }
    }

    #[test]
    fn a_website_is_the_same_with_and_without_its_last_slash() {
        let site = "https://support.contoso.com/";
        for live in ["https://support.contoso.com", "https://SUPPORT.contoso.com/"] {
            assert!(same_website(site, live), "{live}");
        }
        for live in ["http://support.contoso.com/", "support.contoso.com", "https://support.contoso.com/en/", ""] {
            assert!(!same_website(site, live), "{live}");
        }
    }
}
