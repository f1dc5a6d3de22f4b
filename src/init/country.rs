//! What is usual in a country: good guesses for what was not said.

use crate::built_in;
use crate::config::holidays;
use crate::locale::{Currency, LanguageTag};

/// Where the week begins on Sunday and ends on Thursday: CLDR's weekends of Friday and Saturday.
const SUNDAY_TO_THURSDAY: [&str; 15] =
    ["BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "PS", "QA", "SA", "SY", "YE"];

/// The countries whose law makes a publisher say who it is, on every website.
const IMPRESSUM: [&str; 3] = ["AT", "CH", "DE"];

/// Numbers that nobody answers, where a country keeps some.
const NUMBERS: [(&str, &str); 4] =
    [("DE", "+493023125042"), ("GB", "+442079460123"), ("PL", "+48220000123"), ("US", "+12065550123")];

/// The zone in which most people of the country live, and whether it is one of several.
pub(super) fn time_zone(country: &str) -> (String, bool) {
    let table = built_in::sources().text("content/time-zones.toml").ok();
    let found = table.as_ref().and_then(|table| {
        let line = table.text().lines().find_map(|line| line.strip_prefix(country)?.strip_prefix(" = \""))?;
        let (zone, rest) = line.split_once('"')?;
        Some((zone.to_owned(), !rest.is_empty()))
    });
    found.unwrap_or_else(|| ("UTC".to_owned(), true))
}

/// The calendar of its public holidays, if one comes with the program.
pub(super) fn calendar(country: &str) -> Option<&str> {
    holidays::CALENDARS.contains(&country).then_some(country)
}

/// Its language, if the program speaks it: a portal in another would begin with all of its words in English.
pub(super) fn language(country: &str) -> String {
    let language = LanguageTag::of_country(country).map(|tag| tag.to_string());
    language.filter(|language| speaks(language)).unwrap_or_else(|| "en".to_owned())
}

/// Whether the starter has texts of its own in this language.
pub(super) fn speaks(language: &str) -> bool {
    built_in::sources().contains(&format!("content/{language}/starter/words.toml"))
}

/// The currency of an example.
pub(super) fn currency(country: &str) -> &'static str {
    Currency::of_country(country).map_or("EUR", Currency::code)
}

/// The days and hours of an ordinary office.
pub(super) fn hours(country: &str) -> &'static str {
    if SUNDAY_TO_THURSDAY.contains(&country) { "sun-thu 08:00-17:00" } else { "mon-fri 08:00-17:00" }
}

/// A telephone number kept for examples, in the country if there is one.
pub(super) fn number(country: &str) -> &'static str {
    NUMBERS.iter().find(|(code, _)| *code == country).map_or("+442079460123", |(_, number)| number)
}

/// The lines of an address, as they are written there.
pub(super) fn address(country: &str) -> [&'static str; 2] {
    match country {
        "PL" => ["ul. Przykładowa 1", "00-000 Warszawa"],
        "DE" => ["Musterstraße 1", "12345 Musterstadt"],
        "AT" => ["Musterstraße 1", "1234 Musterstadt"],
        "CH" => ["Musterstrasse 1", "1234 Musterstadt"],
        "GB" => ["1 High Street", "London"],
        _ => ["Street and number", "Post code and town"],
    }
}

/// The number under which a company pays value added tax, as long as it is there.
pub(super) fn vat_id(country: &str) -> String {
    match country {
        "AT" => "ATU00000000".to_owned(),
        "CH" => "CHE-000.000.000 MWST".to_owned(),
        "PL" => "PL0000000000".to_owned(),
        other => format!("{other}000000000"),
    }
}

/// The usual rate of that tax.
pub(super) fn tax_rate(country: &str) -> &'static str {
    match country {
        "CH" => "8.1",
        "DE" => "19",
        "PL" => "23",
        _ => "20",
    }
}

/// Whether a publisher must say who it is.
pub(super) fn asks_for_impressum(country: &str) -> bool {
    IMPRESSUM.contains(&country)
}

#[cfg(test)]
mod tests {
    use super::{currency, language, number, time_zone};
    use crate::locale::Telephone;

    #[test]
    fn countries_have_what_is_usual_there() {
        let usual = |country| (time_zone(country), language(country), currency(country));
        let zone = |zone: &str, several| (zone.to_owned(), several);
        assert_eq!(usual("PL"), (zone("Europe/Warsaw", false), "pl".to_owned(), "PLN"));
        assert_eq!(usual("AT"), (zone("Europe/Vienna", false), "de".to_owned(), "EUR"));
        assert_eq!(usual("US"), (zone("America/New_York", true), "en".to_owned(), "USD"));
        assert_eq!(usual("FR"), (zone("Europe/Paris", false), "en".to_owned(), "EUR"));
        assert_eq!(usual("XK"), (zone("UTC", true), "en".to_owned(), "EUR"));
    }

    #[test]
    fn example_numbers_reach_nobody() {
        for country in ["DE", "GB", "PL", "US", "FR"] {
            assert!(Telephone::parse(number(country)).is_ok_and(|number| number.is_placeholder()), "{country}");
        }
    }

    #[test]
    fn every_zone_of_the_table_is_known() {
        let table = crate::built_in::sources().text("content/time-zones.toml").expect("it is built in");
        let table: toml::Table = table.text().parse().expect("it is TOML");
        assert!(table.len() > 240);
        for zone in table.values().filter_map(toml::Value::as_str) {
            assert!(jiff::tz::db().get(zone).is_ok(), "{zone}");
        }
    }
}
