//! The calendars of public holidays that come with the program: `holidays/<country>.toml`, one file for a country.
//!
//! [`load`] reads only the file of the calendar asked for, because every build pays for it.

mod file;

use crate::diagnostic::guess;
use crate::model::holiday::Calendar;
use std::fmt;

/// Every calendar: a country, or a country and one of its regions.
#[rustfmt::skip]
pub const CALENDARS: &[&str] = &[
    "AT",
    "AU", "AU-ACT", "AU-NSW", "AU-NT", "AU-QLD", "AU-SA", "AU-TAS", "AU-VIC", "AU-WA",
    "BE", "BG",
    "CA", "CA-AB", "CA-BC", "CA-MB", "CA-NB", "CA-NL", "CA-NS", "CA-NT", "CA-NU", "CA-ON", "CA-PE", "CA-QC", "CA-SK",
    "CA-YT",
    "CH", "CH-AG", "CH-AI", "CH-AR", "CH-BE", "CH-BL", "CH-BS", "CH-FR", "CH-GE", "CH-GL", "CH-GR", "CH-JU", "CH-LU",
    "CH-NE", "CH-NW", "CH-OW", "CH-SG", "CH-SH", "CH-SO", "CH-SZ", "CH-TG", "CH-TI", "CH-UR", "CH-VD", "CH-VS",
    "CH-ZG", "CH-ZH",
    "CZ",
    "DE", "DE-BB", "DE-BE", "DE-BW", "DE-BY", "DE-HB", "DE-HE", "DE-HH", "DE-MV", "DE-NI", "DE-NW", "DE-RP", "DE-SH",
    "DE-SL", "DE-SN", "DE-ST", "DE-TH",
    "DK", "EE", "ES", "FI",
    "FR", "FR-57", "FR-67", "FR-68", "FR-6AE",
    "GB", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS",
    "GR", "HU", "IE", "IT", "LT", "LU", "LV", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SK", "US",
];

/// Codes that people write for a country that has another one.
const ALIASES: &[(&str, &str)] = &[("UK", "GB"), ("EL", "GR")];

/// Why there is no calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is none of this code.
    Unknown {
        /// The code asked for.
        code: String,
        /// What may have been meant, the likeliest first; empty when nothing is near.
        known: Vec<String>,
    },
    /// Its file is not there.
    Missing {
        /// The name of the file.
        file: String,
    },
    /// Its file does not say what a calendar must say.
    Broken {
        /// The name of the file.
        file: String,
        /// What is wrong.
        reason: String,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { code, known } if known.is_empty() => write!(f, "there is no holiday calendar {code:?}"),
            Self::Unknown { code, known } => {
                write!(f, "there is no holiday calendar {code:?}, but {}", known.join(", "))
            }
            Self::Missing { file } => write!(f, "the holiday calendar {file} is missing"),
            Self::Broken { file, reason } => write!(f, "the holiday calendar {file} is broken: {reason}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// The calendar `code` (`PL`, `DE-BY`); `read` gives the text of a file such as `pl.toml`.
pub fn load(code: &str, read: &dyn Fn(&str) -> Option<String>) -> Result<Calendar, LoadError> {
    if !CALENDARS.contains(&code) {
        return Err(LoadError::Unknown { code: code.to_owned(), known: near(code) });
    }
    let (country, region) = code.split_once('-').map_or((code, None), |(country, region)| (country, Some(region)));
    let file = format!("{}.toml", country.to_ascii_lowercase());
    let Some(text) = read(&file) else { return Err(LoadError::Missing { file }) };
    file::parse(&text)
        .and_then(|parsed| parsed.calendar(code, region))
        .map_err(|reason| LoadError::Broken { file, reason })
}

/// The calendar of the region that has this name, such as `GB-SCT` of Scotland.
pub fn of_region(name: &str, read: &dyn Fn(&str) -> Option<String>) -> Option<&'static str> {
    let wanted = name.trim().to_lowercase();
    CALENDARS.iter().filter(|code| !code.contains('-')).find_map(|country| {
        let file = file::parse(&read(&format!("{}.toml", country.to_ascii_lowercase()))?).ok()?;
        let is_named = |name: &String| name.to_lowercase().split(" / ").any(|name| name == wanted);
        let (region, _) = file.regions.iter().find(|(_, name)| is_named(name))?;
        let code = format!("{country}-{region}");
        CALENDARS.iter().copied().find(|known| *known == code)
    })
}

/// The calendars that `code` may have meant.
fn near(code: &str) -> Vec<String> {
    let upper = code.trim().to_uppercase().replace('_', "-");
    let (country, region) = upper.split_once('-').unwrap_or((&upper, ""));
    let country = ALIASES.iter().find(|(alias, _)| *alias == country).map_or(country, |(_, real)| real);
    let wanted = if region.is_empty() { country.to_owned() } else { format!("{country}-{region}") };
    if CALENDARS.contains(&wanted.as_str()) {
        return vec![wanted];
    }
    let of_country = |known: &&&str| known.split('-').next() == Some(country);
    let mut known: Vec<&str> = CALENDARS.iter().filter(of_country).copied().collect();
    if known.is_empty() {
        known.extend(guess::nearest(&wanted, CALENDARS.iter().copied()));
    }
    guess::by_likeness(&wanted, &mut known);
    known.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
