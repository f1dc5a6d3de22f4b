//! Telephone numbers, as libphonenumber knows them.

use super::placeholder::is_reserved;
use rlibphonenumber::{NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType, Region};
use std::sync::LazyLock;

/// A telephone number in E.164 form: `+` and up to 15 digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Telephone {
    e164: String,
    number: PhoneNumber,
}

/// Why a text is no [`Telephone`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TelephoneProblem {
    /// It is not `+` and 2 to 15 digits.
    NotE164 {
        /// The number that was probably meant, in E.164 form.
        suggestion: Option<String>,
    },
    /// No number of its country has these digits.
    NotPossible {
        /// The ISO 3166 code of the country, if its calling code exists.
        country: Option<String>,
    },
}

impl Telephone {
    /// Reads the metadata of all countries, which the first number would otherwise wait for: some milliseconds.
    pub fn prepare() {
        LazyLock::force(&PHONE_NUMBER_UTIL);
    }

    /// What telephone numbers of a country, two letters of ISO 3166, begin with: `+48` for `PL`.
    pub fn calling_code(country: &str) -> Option<String> {
        let region = Region::from_code(country).ok()?;
        PHONE_NUMBER_UTIL.get_country_code_for_region(region).map(|code| format!("+{code}"))
    }

    /// Reads an E.164 number. Only its length is judged, so numbers kept for examples are accepted.
    pub fn parse(text: &str) -> Result<Self, TelephoneProblem> {
        Self::parse_with_region(text, None)
    }

    /// As [`Telephone::parse`]; a number without country gets a suggestion for `region`, an ISO 3166 code.
    pub fn parse_with_region(text: &str, region: Option<&str>) -> Result<Self, TelephoneProblem> {
        if !is_e164(text) {
            return Err(TelephoneProblem::NotE164 { suggestion: suggest(text, region) });
        }
        let number = possible(text, None)
            .ok_or_else(|| TelephoneProblem::NotPossible { country: country_of(text).and_then(iso) })?;
        let e164 = e164(&number);
        if e164 == text {
            Ok(Self { e164, number })
        } else {
            // Such as a trunk prefix after the country: +44 020… for +44 20….
            Err(TelephoneProblem::NotE164 { suggestion: Some(e164) })
        }
    }

    /// `+48225550123`.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// The address of a link: `tel:+48225550123`.
    pub fn uri(&self) -> String {
        format!("tel:{}", self.e164)
    }

    /// For readers abroad: `+48 22 555 01 23`.
    pub fn international(&self) -> String {
        self.number.format_as(PhoneNumberFormat::International).into_owned()
    }

    /// For readers in the country: `22 555 01 23`, `030 23125042`.
    pub fn national(&self) -> String {
        self.number.format_as(PhoneNumberFormat::National).into_owned()
    }

    /// The ISO 3166 code of the country; of the main one where a number that nobody has could be in several.
    ///
    /// `None` for numbers of no country, such as +800.
    pub fn region(&self) -> Option<String> {
        self.number
            .get_region_code()
            .or_else(|| PHONE_NUMBER_UTIL.get_region_for_country_code(self.number.country_code))
            .and_then(iso)
    }

    /// Whether a call from `region` is a national one; cheaper than [`Telephone::region`].
    pub fn is_national_in(&self, region: &str) -> bool {
        Region::from_code(region)
            .is_ok_and(|region| PHONE_NUMBER_UTIL.get_country_code_for_region(region) == Some(self.number.country_code))
    }

    /// Whether the number lies in a range that its country has in use; worth no more than a warning if not.
    pub fn is_valid(&self) -> bool {
        self.number.is_valid()
    }

    /// Whether the caller pays nothing.
    pub fn is_toll_free(&self) -> bool {
        self.number.get_type() == PhoneNumberType::TollFree
    }

    /// Whether the caller pays more than for an ordinary call, or another tariff.
    pub fn has_charges_of_its_own(&self) -> bool {
        matches!(
            self.number.get_type(),
            PhoneNumberType::PremiumRate | PhoneNumberType::SharedCost | PhoneNumberType::UAN
        )
    }

    /// Whether the number is reserved for examples and fiction.
    pub fn is_placeholder(&self) -> bool {
        is_reserved(&self.e164)
    }
}

fn is_e164(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0')
    })
}

/// The number, if one of this length can be dialled from everywhere.
fn possible(text: &str, region: Option<Region>) -> Option<PhoneNumber> {
    let number = PHONE_NUMBER_UTIL.parse(text, region).ok()?;
    (number.is_possible_with_reason() == Ok(NumberLengthType::IsPossible)).then_some(number)
}

/// The E.164 form of what `text` writes with spaces, punctuation, letters, `00` or without its country.
fn suggest(text: &str, region: Option<&str>) -> Option<String> {
    let text = text.trim();
    let region = region.and_then(|code| Region::from_code(code).ok());
    let number = if text.contains('+') {
        possible(text, None)
    } else {
        // Without a country much would be possible, so only numbers that exist, or are kept free, are worth suggesting.
        let national = |text| possible(text, region).filter(is_likely);
        let abroad = |digits: &str| possible(&format!("+{digits}"), None).filter(is_likely);
        national(text)
            .or_else(|| text.strip_prefix("00").and_then(abroad))
            .or_else(|| text.strip_prefix('0').and_then(national))
            .or_else(|| abroad(text))
    }?;
    // E.164 has no extensions, and a suggestion must not lose one.
    number.extension.is_none().then(|| e164(&number))
}

fn is_likely(number: &PhoneNumber) -> bool {
    number.is_valid() || is_reserved(&e164(number))
}

fn e164(number: &PhoneNumber) -> String {
    number.format_as(PhoneNumberFormat::E164).into_owned()
}

/// The main country whose calling code the E.164 number begins with.
fn country_of(e164: &str) -> Option<Region> {
    let digits = e164.get(1..)?;
    (1..=3)
        .filter_map(|length| digits.get(..length)?.parse().ok())
        .find_map(|code| PHONE_NUMBER_UTIL.get_region_for_country_code(code))
}

/// The ISO 3166 code, unless it stands for the whole world.
fn iso(region: Region) -> Option<String> {
    let code = region.to_string();
    code.bytes().all(|b| b.is_ascii_uppercase()).then_some(code)
}
