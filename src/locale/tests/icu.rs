//! Compares every method of [`Locale`] with ICU, by the table that `tests/oracles/locale.mjs` wrote.

use crate::locale::{Currency, Decimal, LanguageTag, Locale, decimal};
use jiff::civil::{Date, DateTime, Time, Weekday};
use std::collections::BTreeMap;

/// What differs, and why: languages, start of the key, ICU's spelling, ours.
///
/// The table is of CLDR 48, the newest that Node.js has; ICU4X is of CLDR 49.
const DIFFERENCES: &[(&str, &str, &str, &str)] = &[
    // V8 writes a plain space where CLDR has a narrow no-break space.
    ("en", "time ", " AM", "\u{202f}AM"),
    ("en", "time ", " PM", "\u{202f}PM"),
    ("en", "date_time", " AM", "\u{202f}AM"),
    ("en", "midnight_end", " AM", "\u{202f}AM"),
    ("en-AU", "time ", " am", "\u{202f}am"),
    ("en-AU", "time ", " pm", "\u{202f}pm"),
    ("en-AU", "date_time", " am", "\u{202f}am"),
    ("en-AU", "midnight_end", " am", "\u{202f}am"),
    ("en-IN", "time ", " am", "\u{202f}AM"),
    ("en-IN", "time ", " pm", "\u{202f}PM"),
    ("en-IN", "date_time", " am", "\u{202f}AM"),
    ("en-IN", "midnight_end", " am", "\u{202f}AM"),
    // ICU4X has AM and PM in capitals in India too.
    ("en-IN", "time_range", "am", "AM"),
    ("en-IN", "time_range", "pm", "PM"),
    ("el", "time ", " π.μ.", "\u{202f}π.μ."),
    ("el", "time ", " μ.μ.", "\u{202f}μ.μ."),
    ("el", "date_time", " π.μ.", "\u{202f}π.μ."),
    ("el", "midnight_end", " π.μ.", "\u{202f}π.μ."),
    ("es@MX", "time ", " a.m.", "\u{202f}a.m."),
    ("es@MX", "time ", " p.m.", "\u{202f}p.m."),
    ("es@MX", "date_time", " a.m.", "\u{202f}a.m."),
    ("es@MX", "midnight_end", " a.m.", "\u{202f}a.m."),
    ("uk uk@PL", "date", " р.", "\u{202f}р."),
    ("bg ru", "date", " г.", "\u{202f}г."),
    // CLDR 49 has a no-break hyphen after "and".
    ("he", "and", "ו-", "ו\u{2011}"),
    // CLDR 49 has symbols where CLDR 48 had codes.
    ("en-AU", "money", "EUR\u{a0}", "€"),
    ("en-AU", "money", "GBP\u{a0}", "£"),
    ("en-AU", "money", "JPY\u{a0}", "JP¥"),
    ("en-AU", "money", "USD\u{a0}", "US$"),
    ("de-CH hu ro uk", "money", "EUR", "€"),
    ("bg es hu lt pl ro sk sv uk", "money", "GBP", "£"),
    ("bg es fr fr-CH it it-CH lt nb pl ro sk sv", "money", "JPY", "JP¥"),
    ("hu it it-CH lt nb pl ro sk uk", "money", "USD", "US$"),
    // CLDR 49 groups digits in French as the other languages of Switzerland do.
    ("fr-CH", "money", "\u{202f}", "'"),
    ("fr-CH", "number", "\u{202f}", "'"),
    // CLDR 49 has the Korean words for AM and PM.
    ("ko", "time", "AM", "오전"),
    ("ko", "time", "PM", "오후"),
    ("ko", "date_time", "AM", "오전"),
    ("ko", "midnight_end", "AM", "오전"),
    // CLDR 49 has two digits for the hour.
    ("es", "time 00", "0:00", "00:00"),
    ("es es@MX", "time 08", "8:00", "08:00"),
    ("es es@MX", "date_time", "8:05", "08:05"),
    ("es es@MX", "time_range 08:00", "8:00", "08:00"),
    ("es@MX", "time 17", "5:30", "05:30"),
    ("es@MX", "time_range 08:00", "5:30", "05:30"),
    // V8 takes the pattern of the short time, ICU4X that of hour and minute.
    ("bg", "time 00", "0:00", "00:00 ч."),
    ("bg", "time 08", "8:00", "08:00 ч."),
    ("bg", "time 12", "12:30", "12:30 ч."),
    ("bg", "time 17", "17:30", "17:30 ч."),
    ("bg", "time 23", "23:05", "23:05 ч."),
    ("bg", "date_time", "8:05", "08:05 ч."),
    ("bg", "midnight_end", "24:00", "24:00 ч."),
    // V8 takes the pattern of the full date, ICU4X that of weekday, day, month and year.
    ("da", "date_with_weekday", "mandag den", "mandag"),
    ("en-AU", "date_with_weekday", "Monday,", "Monday"),
    ("en@IE", "date_with_weekday", "Monday", "Monday,"),
    ("fr-CH fr@CH", "date_with_weekday", "lundi,", "lundi"),
    ("it-CH", "date_with_weekday", "lunedì,", "lunedì"),
    ("fa", "date_with_weekday 2026", "۱۴۰۵ دی ۷, دوشنبه", "دوشنبه ۷ دی ۱۴۰۵"),
    ("fa", "date_with_weekday 2027", "۱۴۰۵ اسفند ۱۰, دوشنبه", "دوشنبه ۱۰ اسفند ۱۴۰۵"),
    ("sk", "date_with_weekday", "pondelok", "pondelok,"),
    // CLDR 49 shortens the days of the week further.
    ("nb", "weekday_short monday", "man.", "ma."),
    ("nb", "weekday_short tuesday", "tir.", "ti."),
    ("nb", "weekday_short wednesday", "ons.", "on."),
    ("nb", "weekday_short thursday", "tor.", "to."),
    ("nb", "weekday_short friday", "fre.", "fr."),
    ("nb", "weekday_short saturday", "lør.", "lø."),
    ("nb", "weekday_short sunday", "søn.", "sø."),
    // CLDR 49 has no name for British English as a whole.
    ("bg", "language_name en-GB", "британски английски", "английски (Обединеното кралство)"),
    // CLDR spells spans of time in another way than times; we join two times.
    ("ja", "time_range", "時", ":"),
    ("ja", "time_range", "分", ""),
    ("bg", "time_range 08:00", "8:00", "08:00"),
    ("fr-CA", "time_range 08:00", "8 h", "08 h"),
];

/// What ICU said: each language has its texts in the order of the keys.
#[derive(serde::Deserialize)]
struct Table {
    keys: Vec<String>,
    languages: BTreeMap<String, Vec<String>>,
}

#[test]
fn says_what_icu_says() {
    let table: Table = super::table("locale.json");
    let mut used = vec![false; DIFFERENCES.len()];
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (tag, texts) in &table.languages {
        let locale = match tag.split_once('@') {
            Some((tag, country)) => Locale::for_country(&super::tag(tag), country),
            None => Locale::new(&super::tag(tag)),
        };
        for (key, icu) in table.keys.iter().zip(texts) {
            let expected = adapted(tag, key, icu, &mut used);
            let ours = call(&locale, key);
            if ours.as_ref() != Some(&expected) {
                wrong.push(format!("{tag} {key}: ICU {expected:?}, ours {ours:?}"));
            }
            compared += 1;
        }
    }
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
    let stale: Vec<_> = DIFFERENCES.iter().zip(used).filter(|(_, used)| !used).collect();
    assert!(stale.is_empty(), "no longer different: {stale:?}");
    assert!(compared > 8_000, "{compared}");
}

/// ICU's text with the known differences put right.
fn adapted(tag: &str, key: &str, icu: &str, used: &mut [bool]) -> String {
    let mut text = icu.to_owned();
    for ((languages, start, theirs, ours), used) in DIFFERENCES.iter().zip(used) {
        if languages.split(' ').any(|language| language == tag) && key.starts_with(start) && text.contains(theirs) {
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
        "plurals" => {
            let letter = |count: u32| match locale.plural(&Decimal::from(count)).name() {
                "other" => 'x',
                name => name.chars().next().unwrap_or_default(),
            };
            (first.parse().ok()?..=words.get(1)?.parse().ok()?).map(letter).collect()
        }
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
