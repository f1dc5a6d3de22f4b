//! Compares every method of [`Locale`] with ICU, by the table that `tests/oracles/locale.mjs` wrote.

use super::locale;
use crate::locale::{Currency, LanguageTag, Locale, decimal};
use jiff::civil::{Date, DateTime, Time, Weekday};
use serde_json::Value;

/// What differs, and why: language, start of the key, ICU's spelling, ours.
///
/// The table is of CLDR 48, ICU4X of CLDR 49.
const DIFFERENCES: &[(&str, &str, &str, &str)] = &[
    // V8 writes a plain space where CLDR has a narrow no-break space before AM and PM.
    ("en", "time ", " AM", "\u{202f}AM"),
    ("en", "time ", " PM", "\u{202f}PM"),
    ("en", "date_time", " AM", "\u{202f}AM"),
    ("en", "midnight_end", " AM", "\u{202f}AM"),
    // CLDR 49 has a narrow no-break space before the abbreviation of "year".
    ("uk", "date", " р.", "\u{202f}р."),
    // CLDR 49 has a no-break hyphen after "and".
    ("he", "and", "ו-", "ו\u{2011}"),
    // CLDR 49 has symbols where CLDR 48 had codes.
    ("pl", "money", "USD", "US$"),
    ("pl", "money", "GBP", "£"),
    ("pl", "money", "JPY", "JP¥"),
    ("fr", "money", "JPY", "JP¥"),
    ("hu", "money", "EUR", "€"),
    ("hu", "money", "USD", "US$"),
    ("hu", "money", "GBP", "£"),
    ("uk", "money", "EUR", "€"),
    ("uk", "money", "USD", "US$"),
    ("uk", "money", "GBP", "£"),
    // CLDR spells spans of time in another way than times; we join two times.
    ("ja", "time_range", "時", ":"),
    ("ja", "time_range", "分", ""),
];

#[test]
fn says_what_icu_says() {
    let table: Value = serde_json::from_str(include_str!("locale.json")).expect("the table is JSON");
    let mut used = vec![false; DIFFERENCES.len()];
    let mut wrong = Vec::new();
    for (tag, facts) in table.as_object().into_iter().flatten().filter(|(_, facts)| facts.is_object()) {
        let locale = locale(tag);
        for (key, icu) in facts.as_object().into_iter().flatten() {
            let expected = adapted(tag, key, icu.as_str().unwrap_or_default(), &mut used);
            let ours = call(&locale, key);
            if ours.as_ref() != Some(&expected) {
                wrong.push(format!("{tag} {key}: ICU {expected:?}, ours {ours:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let stale: Vec<_> = DIFFERENCES.iter().zip(used).filter(|(_, used)| !used).collect();
    assert!(stale.is_empty(), "no longer different: {stale:?}");
}

/// ICU's text with the known differences put right.
fn adapted(tag: &str, key: &str, icu: &str, used: &mut [bool]) -> String {
    let mut text = icu.to_owned();
    for ((language, start, theirs, ours), used) in DIFFERENCES.iter().zip(used) {
        if tag == *language && key.starts_with(start) && text.contains(theirs) {
            text = text.replace(theirs, ours);
            *used = true;
        }
    }
    text
}

/// Calls the method that `key` names: `money 39 PLN`.
fn call(locale: &Locale, key: &str) -> Option<String> {
    let (method, arguments) = key.split_once(' ').unwrap_or((key, ""));
    let words: Vec<&str> = arguments.split(' ').collect();
    let first = words.first().copied()?;
    let date = || first.parse::<Date>().ok();
    let time = |text: &str| text.parse::<Time>().ok();
    let number = || decimal(first);
    let currency = || Currency::parse(words.get(1)?);
    Some(match method {
        "date" => locale.date(date()?),
        "date_with_weekday" => locale.date_with_weekday(date()?),
        "day_month" => locale.day_month(date()?),
        "date_time" => locale.date_time(first.parse::<DateTime>().ok()?),
        "weekday" => locale.weekday(weekday(first)?),
        "weekday_short" => locale.weekday_short(weekday(first)?),
        "first_day_of_week" => format!("{:?}", locale.first_day_of_week()).to_lowercase(),
        "time" => locale.time(time(first)?),
        "time_range" => locale.time_range(time(first)?, time(words.get(1)?)?),
        "midnight_end" => locale.midnight_end(),
        "plural" => locale.plural(&number()?).name().to_owned(),
        "plural_categories" => locale.plural_categories().iter().map(|c| c.name()).collect::<Vec<_>>().join(" "),
        "number" => locale.number(&number()?),
        "percent" => locale.percent(&number()?),
        "and" => locale.and(&words),
        "or" => locale.or(&words),
        "money" => locale.money(&number()?, currency()?),
        "money_trimmed" => locale.money_trimmed(&number()?, currency()?),
        "own_name" => locale.own_name(),
        "language_name" => locale.language_name(&LanguageTag::parse(first).ok()?),
        "region_name" => locale.region_name(first)?,
        "direction" => locale.direction().html().to_owned(),
        _ => return None,
    })
}

fn weekday(name: &str) -> Option<Weekday> {
    Weekday::Monday.cycle_forward().take(7).find(|day| format!("{day:?}").eq_ignore_ascii_case(name))
}
