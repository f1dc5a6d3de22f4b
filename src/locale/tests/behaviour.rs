//! What ICU's table does not cover.

use super::{locale, tag};
use crate::locale::{Currency, Decimal, LanguageTag, Locale, PluralCategory, decimal};
use jiff::civil::{Date, Weekday, date, time};

fn money(tag: &str, amount: &str, currency: &str) -> Option<String> {
    Some(locale(tag).money(&decimal(amount)?, Currency::parse(currency)?))
}

#[test]
fn is_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Locale>();
}

#[test]
fn reads_decimal_numbers_only() {
    for text in ["0", "39", "39.00", "-7.5", "0.125", "007", "999999999999999999.999999999"] {
        assert!(decimal(text).is_some(), "{text}");
    }
    for text in ["", "-", ".", "1.", ".5", "+1", "1e5", "1,5", "1 000", "٣", "--1", "1.2.3", "1000000000000000000"] {
        assert!(decimal(text).is_none(), "{text}");
    }
}

#[test]
fn knows_currencies() {
    let digits = |code| Currency::parse(code).map(Currency::minor_digits);
    assert_eq!([digits("PLN"), digits("JPY"), digits("KWD"), digits("HUF")], [Some(2), Some(0), Some(3), Some(2)]);
    for code in ["", "pln", "ZŁ", "AAA", "XXX", "XAU", "PLNN"] {
        assert_eq!(Currency::parse(code), None, "{code}");
    }
}

#[test]
fn never_rounds_money() {
    for (tag, amount, currency, text) in [
        ("pl", "12345.50", "PLN", "12\u{a0}345,50\u{a0}zł"),
        ("pl", "1234.5", "PLN", "1234,50\u{a0}zł"),
        ("pl", "0039", "PLN", "39,00\u{a0}zł"),
        ("hu", "12345", "HUF", "12\u{a0}345\u{a0}Ft"),
        ("hu", "12.50", "HUF", "12,50\u{a0}Ft"),
        ("hu", "12.00", "HUF", "12\u{a0}Ft"),
        ("hu", "-0.50", "HUF", "-0,50\u{a0}Ft"),
        ("en", "9.999", "USD", "$9.999"),
        ("en", "-0.005", "USD", "-$0.005"),
        ("en", "39", "PLN", "PLN\u{a0}39.00"),
        ("de-AT", "12345.50", "EUR", "€\u{a0}12.345,50"),
        ("de-CH", "12345.50", "CHF", "CHF\u{a0}12'345.50"),
        ("fr-CH", "12.50", "CHF", "12.50\u{a0}CHF"),
        ("ar-EG", "1234.5", "EGP", "\u{200f}١٬٢٣٤٫٥٠\u{a0}ج.م.\u{200f}"),
        ("fa", "12.5", "JPY", "\u{200e}¥۱۲٫۵"),
        ("hi", "1234567.5", "INR", "₹12,34,567.50"),
    ] {
        assert_eq!(money(tag, amount, currency).as_deref(), Some(text), "{tag} {amount} {currency}");
    }
}

#[test]
fn trims_whole_amounts() {
    let pln = Currency::parse("PLN").expect("PLN is a currency");
    for (amount, text) in
        [("39", "39\u{a0}zł"), ("39.00", "39\u{a0}zł"), ("39.50", "39,50\u{a0}zł"), ("0", "0\u{a0}zł")]
    {
        assert_eq!(decimal(amount).map(|amount| locale("pl").money_trimmed(&amount, pln)).as_deref(), Some(text));
    }
}

#[test]
fn writes_percentages_with_the_digits_of_the_language() {
    let eight: Decimal = 8.into();
    for (tag, text) in [("pl", "8%"), ("de", "8\u{a0}%"), ("fa", "۸٪"), ("ar-EG", "٨٪"), ("ar", "8\u{200e}%\u{200e}")]
    {
        assert_eq!(locale(tag).percent(&eight), text, "{tag}");
    }
}

#[test]
fn counts_in_every_script_of_a_language() {
    for tag in ["sr", "sr-Latn", "sr-Cyrl", "sr-ME", "bs-Cyrl"] {
        assert_eq!(locale(tag).plural(&21.into()), PluralCategory::One, "{tag}");
        assert_eq!(locale(tag).plural(&3.into()), PluralCategory::Few, "{tag}");
    }
    let zero: Decimal = 0.into();
    assert_eq!(
        [locale("pt").plural(&zero), locale("pt-PT").plural(&zero)],
        [PluralCategory::One, PluralCategory::Other]
    );
    assert_eq!(PluralCategory::ALL.map(|c| PluralCategory::from_name(c.name())), PluralCategory::ALL.map(Some));
}

#[test]
fn joins_lists_of_any_length() {
    let none: [&str; 0] = [];
    assert_eq!(locale("pl").and(&none), "");
    assert_eq!(locale("pl").or(&["a".to_owned(), "b".to_owned()]), "a lub b");
}

#[test]
fn ends_the_day() {
    for (tag, end, range) in [
        ("pl", "24:00", "08:00–24:00"),
        ("de", "24:00", "08:00–24:00 Uhr"),
        ("en-GB", "24:00", "08:00–24:00"),
        ("en", "12:00\u{202f}AM", "8:00\u{202f}AM\u{2009}–\u{2009}12:00\u{202f}AM"),
        ("fr-CA", "24 h 00", "08 h 00\u{2009}–\u{2009}24 h 00"),
        ("fa", "۲۴:۰۰", "۸:۰۰ تا ۲۴:۰۰"),
    ] {
        assert_eq!(locale(tag).midnight_end(), end, "{tag}");
        assert_eq!(locale(tag).time_range_to_midnight(time(8, 0, 0, 0)), range, "{tag}");
    }
}

#[test]
fn names_the_city_of_a_time_zone() {
    for (tag, zone, city) in [
        ("pl", "Europe/Warsaw", "Warszawa"),
        ("de", "Europe/Warsaw", "Warschau"),
        ("en", "Europe/Warsaw", "Warsaw"),
        ("en", "Europe/Kiev", "Kyiv"),
        ("pl", "America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("pl", "Etc/UTC", "UTC"),
        ("pl", "UTC", "UTC"),
        ("pl", "Mars/Olympus_Mons", "Olympus Mons"),
        ("pl", "", ""),
    ] {
        assert_eq!(locale(tag).time_zone_city(zone), city, "{tag} {zone}");
    }
}

#[test]
fn writes_dates_in_words_in_portugal_and_in_the_calendar_of_thailand() {
    let day = date(2026, 12, 28);
    assert_eq!(locale("pt-PT").date_with_weekday(day), "segunda-feira, 28 de dezembro de 2026");
    assert_eq!(locale("th").date(day), "28 ธันวาคม 2569");
}

#[test]
fn falls_back_to_iso_dates_and_english_names_where_cldr_has_none() {
    let kashubian = locale("csb");
    assert!(!kashubian.is_covered() && locale("pl").is_covered());
    assert_eq!(kashubian.date(date(2026, 12, 28)), "2026-12-28");
    assert_eq!(kashubian.date_with_weekday(date(2026, 12, 28)), "2026-12-28");
    assert_eq!(kashubian.weekday(Weekday::Monday), "Monday");
    assert_eq!(kashubian.time(time(8, 0, 0, 0)), "08:00");
    assert_eq!(kashubian.own_name(), "Kashubian");
    assert_eq!(kashubian.region_name("PL").as_deref(), Some("Poland"));
    assert_eq!(kashubian.plural_categories(), [PluralCategory::Other]);
}

#[test]
fn capitalises_own_names_only_where_the_script_does() {
    for (tag, name) in
        [("pl", "Polski"), ("ar", "العربية"), ("ka", "ქართული"), ("uk", "Українська"), ("is", "Íslenska")]
    {
        assert_eq!(locale(tag).own_name(), name);
    }
    assert_eq!(locale("pl").region_name("no such region"), None);
}

#[test]
fn survives_extreme_values() {
    let numbers = ["9".repeat(18), format!("-{}.{}", "9".repeat(18), "9".repeat(9)), "0.000000001".to_owned()];
    let huge: Vec<Decimal> = ["1e30000", "-1e-30000", "0"].iter().filter_map(|text| text.parse().ok()).collect();
    let currencies = ["PLN", "JPY", "KWD", "CLF"].map(Currency::parse);
    for tag in ["pl", "en", "ar-SA", "fa", "th", "he", "ja", "zh-Hant-TW", "am", "csb"] {
        let locale = locale(tag);
        for day in [Date::MIN, Date::MAX, Date::ZERO, date(2024, 2, 29)] {
            assert!(!locale.date(day).is_empty() && !locale.date_with_weekday(day).is_empty());
        }
        for number in numbers.iter().filter_map(|text| decimal(text)).chain(huge.iter().cloned()) {
            assert!(!locale.number(&number).is_empty() && !locale.percent(&number).is_empty());
            for currency in currencies.into_iter().flatten() {
                assert!(!locale.money(&number, currency).is_empty());
                assert!(!locale.money_trimmed(&number, currency).is_empty());
            }
        }
        assert!(LanguageTag::parse(tag).is_ok_and(|other| !locale.language_name(&other).is_empty()));
    }
}

#[test]
fn a_date_is_in_the_calendar_of_the_language_and_not_in_that_of_the_country() {
    let day = date(2026, 12, 28);
    assert_eq!(Locale::for_country(&tag("de"), "IR").day_month(day), "28. Dezember");
    assert_eq!(Locale::for_country(&tag("fa"), "PL").day_month(day), locale("fa-IR").day_month(day));
    assert!(locale("th").date(day).contains("2569") && locale("th-US").date(day).contains("2026"));
}
