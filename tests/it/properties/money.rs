//! Any text as an amount, a ratio and a length of time.

use supportal::locale::{Currency, LanguageTag, Locale};
use supportal::model::duration::Duration;
use supportal::model::money::{Amount, Ratio};

use super::portal::{self, BASE};
use super::quoted;

/// What is read is written and read again, in each currency; a portal with it says it, or tells what is wrong.
pub fn holds(bytes: &[u8]) {
    let text = super::text(bytes);
    for code in ["PLN", "EUR", "JPY", "KWD", "CLF"] {
        amount(&text, Currency::parse(code).unwrap());
    }
    if let Some(ratio) = Ratio::parse(&text) {
        let again = Ratio::parse(&ratio.decimal()).unwrap();
        let product = |a: Ratio, b: Ratio| i128::from(a.numerator) * i128::from(b.denominator);
        assert_eq!(product(ratio, again), product(again, ratio), "{text:?}");
    }
    duration(&text);
    in_portal(&text);
}

fn amount(text: &str, currency: Currency) {
    let Ok(amount) = Amount::parse(text, currency) else { return };
    assert!(amount.minor >= 0, "{text:?}");
    assert_eq!(Amount::parse(&amount.decimal(), currency), Ok(amount), "{text:?}");
    assert_eq!(amount.times(Ratio { numerator: 3, denominator: 3 }), amount, "{text:?}");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    for tag in ["pl", "en", "de-AT", "fr-CH", "ja", "de-CH", "es", "pt-PT"] {
        let locale = Locale::new(&LanguageTag::parse(tag).unwrap());
        let decimal = supportal::locale::decimal(&amount.decimal()).unwrap();
        let (full, short) = (locale.money(&decimal, currency), locale.money_trimmed(&decimal, currency));
        let (full, given) = (digits(&full), digits(&amount.decimal()));
        // CLDR shows fewer digits than ISO 4217 counts for some currencies, and none that is not zero is lost.
        let (short_of_zeros, given) = (full.trim_end_matches('0'), given.trim_end_matches('0'));
        assert_eq!(short_of_zeros, given, "{text:?} in {tag}");
        assert_eq!(digits(&short).trim_end_matches('0'), given, "{text:?} in {tag}");
    }
}

fn duration(text: &str) {
    let Some(read) = Duration::parse(text) else { return };
    let written = match read {
        Duration::Minutes(count) => format!("PT{count}M"),
        Duration::Days(count) => format!("P{count}D"),
        Duration::Months(count) => format!("P{count}M"),
        Duration::BusinessDays(count) => format!("{count} business days"),
    };
    assert_eq!(Duration::parse(&written), Some(read), "{text:?}");
}

/// The text as a price, a tax, a step of time and a promise; where it can be none of them, as a price.
fn in_portal(text: &str) {
    let time = if Duration::parse(text).is_some() { text } else { "4h" };
    let ratio = if Ratio::parse(text).is_some() { text } else { "23" };
    let money = if time == text { "39.00" } else { text };
    let fields = [("MONEY", money), ("TIME", time), ("RATIO", ratio)];
    let toml = fields.iter().fold(format!("{BASE}{PRICED}"), |toml, (field, text)| toml.replace(field, &quoted(text)));
    portal::check(&[("support.toml", toml.as_bytes())]);
}

const PRICED: &str = r#"
[pricing]
currency = "EUR"
tax = { name = "VAT", rate = RATIO, included = false }

[[plans]]
id = "extended"
name = "Extended"
price = { amount = MONEY, per = "user", period = "month", minimum_quantity = 10 }
hours = "office"

[[rates]]
id = "hour"
name = "Work by the hour"
amount = MONEY
per = "hour"
increment = TIME
minimum = "30m"
out_of_hours = { hours = "office", multiplier = RATIO }

[[severities]]
id = "P1"
name = "Critical"
definition = "Nobody can work."
contact_methods = ["phone"]
targets = [{ plan = "extended", first_response = TIME, resolution = TIME, clock = "office" }]
"#;
