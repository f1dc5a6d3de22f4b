//! Strings that mean something: each parsed to its type, or told how to write it.

use super::entry::{Entry, Value};
use crate::diagnostic::code;
use crate::locale::{Currency, LanguageProblem, LanguageTag, Telephone, TelephoneProblem};
use crate::model::address::{Country, EmailAddress, WebAddress, WebAddressProblem};
use crate::model::money::Ratio;

/// What people write for a country whose two letters are others.
const USUAL_COUNTRIES: [(&str, &str); 4] = [("UK", "GB"), ("EL", "GR"), ("USA", "US"), ("ENGLAND", "GB")];

impl<'a> Entry<'a> {
    /// The e-mail address at a key.
    pub fn email(&self, key: &str) -> Option<EmailAddress> {
        self.value(key)?.email()
    }

    /// The telephone at a key; `country` helps to tell how to write a national number.
    pub fn telephone(&self, key: &str, country: Option<Country>) -> Option<Telephone> {
        self.value(key)?.telephone(country)
    }

    /// The https address at a key.
    pub fn url(&self, key: &str) -> Option<WebAddress> {
        self.value(key)?.url()
    }

    /// The currency at a key.
    pub fn currency(&self, key: &str) -> Option<Currency> {
        let value = self.value(key)?;
        let text = value.string()?;
        let found = Currency::parse(text);
        if found.is_none() {
            self.scope.error(
                code::PRC_01,
                value.span(),
                format!("`{text}` is no currency"),
                "write the three letters of ISO 4217, such as PLN, EUR or USD",
            );
        }
        found
    }

    /// The exact decimal number at a key.
    pub fn ratio(&self, key: &str) -> Option<Ratio> {
        let value = self.value(key)?;
        let text = value.string()?;
        let found = Ratio::parse(text);
        if found.is_none() {
            self.scope.error(
                code::PRC_01,
                value.span(),
                format!("`{text}` is not a decimal number"),
                decimal_hint(text),
            );
        }
        found
    }

    /// The countries in the list at a key.
    pub fn countries(&self, key: &str) -> Vec<Country> {
        self.value(key).map_or_else(Vec::new, |value| value.items().filter_map(|item| item.country()).collect())
    }

    /// The languages in the list at a key.
    pub fn languages(&self, key: &str) -> Vec<LanguageTag> {
        self.value(key).map_or_else(Vec::new, |value| value.items().filter_map(|item| item.language()).collect())
    }

    /// The strings in the list at a key.
    pub fn strings(&self, key: &str) -> Vec<String> {
        self.value(key)
            .map_or_else(Vec::new, |value| value.items().filter_map(|item| item.string()).map(str::to_owned).collect())
    }
}

/// How to write the number that is probably meant.
pub(super) fn decimal_hint(text: &str) -> String {
    let digits: String = text.replace(',', ".").chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    match Ratio::parse(&digits) {
        Some(_) if !digits.is_empty() => {
            format!("write \"{digits}\": digits with a point, without currency, spaces or commas")
        }
        _ => "write digits with a point, in quotes: \"39.00\"".to_owned(),
    }
}

/// The one address that stands among other words, such as `Contoso <help@contoso.com>`.
fn email_among(text: &str) -> Option<&str> {
    let pieces = text.split(['<', '>', ' ', ',', ';', ':', '"', '\\']);
    match pieces.filter(|piece| EmailAddress::parse(piece).is_some()).collect::<Vec<_>>().as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn email_hint(text: &str) -> String {
    match email_among(text) {
        Some(one) => format!("write \"{one}\""),
        None => "write an address such as help@contoso.com, without spaces or brackets".to_owned(),
    }
}

/// The address with https, if that makes it one.
fn https_hint(rest: &str) -> String {
    let whole = format!("https://{rest}");
    match WebAddress::parse(&whole) {
        Ok(_) if rest.contains('.') => format!("write it with https: \"{whole}\""),
        _ => "write an address such as https://support.contoso.com/".to_owned(),
    }
}

impl<'a> Value<'a> {
    /// As an e-mail address.
    pub fn email(&self) -> Option<EmailAddress> {
        let text = self.string()?;
        let found = EmailAddress::parse(text);
        if found.is_none() {
            let message = if text.is_empty() {
                "the e-mail address is empty".to_owned()
            } else {
                format!("`{text}` is not an e-mail address")
            };
            let fix = email_among(text).map(|one| format!("\"{one}\""));
            self.scope.correct(code::CON_03, self.span(), message, email_hint(text), fix);
        }
        found
    }

    /// As a telephone in E.164 form.
    pub fn telephone(&self, country: Option<Country>) -> Option<Telephone> {
        let text = self.string()?;
        let region = country.as_ref().map(Country::code);
        match Telephone::parse_with_region(text, region) {
            Ok(telephone) => Some(telephone),
            Err(TelephoneProblem::NotE164 { suggestion }) => {
                // Without its country a number could be one of another.
                let international = text.trim_start().starts_with('+') || text.trim_start().starts_with("00");
                let fix = suggestion.as_ref().filter(|_| international).map(|number| format!("\"{number}\""));
                let hint = match suggestion {
                    Some(number) => {
                        format!("write \"{number}\": a plus, the country code and the number, without spaces")
                    }
                    None => {
                        "write a plus, the country code and the number, without spaces: \"+48225550123\"".to_owned()
                    }
                };
                self.scope.correct(
                    code::CON_01,
                    self.span(),
                    format!("`{text}` is not a telephone number in international form"),
                    hint,
                    fix,
                );
                None
            }
            Err(TelephoneProblem::NotPossible { .. }) => {
                self.scope.error(
                    code::CON_01,
                    self.span(),
                    format!("`{text}` cannot be a telephone number: it has too many or too few digits for its country"),
                    "compare it with the number in Partner Center",
                );
                None
            }
        }
    }

    /// As an https address.
    pub fn url(&self) -> Option<WebAddress> {
        let text = self.string()?;
        match WebAddress::parse(text) {
            Ok(url) => Some(url),
            Err(problem) => {
                let (message, hint) = match problem {
                    WebAddressProblem::NoScheme => {
                        (format!("`{text}` is not a whole web address"), https_hint(text.trim_start_matches('/')))
                    }
                    WebAddressProblem::NotHttps => (
                        format!("`{text}` is not a secure web address"),
                        https_hint(text.trim_start_matches("http://")),
                    ),
                    WebAddressProblem::Malformed => (
                        format!("`{text}` is not a web address"),
                        "write an address such as https://support.contoso.com/".to_owned(),
                    ),
                };
                self.scope.error(code::CSP_12, self.span(), message, hint);
                None
            }
        }
    }

    /// As a country.
    pub fn country(&self) -> Option<Country> {
        let text = self.string()?;
        let found = Country::parse(text).filter(|country| crate::locale::is_country(country.code()));
        if found.is_none() {
            let upper = text.to_uppercase();
            let usual =
                USUAL_COUNTRIES.iter().find(|(written, _)| *written == upper).map(|(_, code)| (*code).to_owned());
            let spelt = || crate::locale::is_country(&upper).then(|| upper.clone());
            let code = usual.or_else(spelt).or_else(|| crate::locale::country_named(text));
            let hint = match &code {
                Some(code) => format!("write \"{code}\""),
                None => "write the two letters of ISO 3166, such as PL, DE or US".to_owned(),
            };
            let fix = code.map(|code| format!("\"{code}\""));
            self.scope.correct(code::KEY_04, self.span(), format!("`{text}` is no country"), hint, fix);
        }
        found
    }

    /// As a language tag.
    pub fn language(&self) -> Option<LanguageTag> {
        let text = self.string()?;
        match LanguageTag::parse(text) {
            Ok(tag) => Some(tag),
            Err(problem) => {
                let fix = match &problem {
                    LanguageProblem::NotCanonical(usual) => Some(format!("\"{usual}\"")),
                    LanguageProblem::Unknown => None,
                };
                let hint = match problem {
                    LanguageProblem::NotCanonical(usual) => format!("write \"{usual}\""),
                    LanguageProblem::Unknown => "write a tag such as pl, de, en-GB or zh-Hans".to_owned(),
                };
                self.scope.correct(
                    code::I18N_05,
                    self.span(),
                    format!("`{text}` is not a language tag in its usual form"),
                    hint,
                    fix,
                );
                None
            }
        }
    }
}
