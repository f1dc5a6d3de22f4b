//! Money is counted in whole minor units.

use proptest::prelude::*;
use supportal::locale::Currency;
use supportal::model::money::{Amount, AmountProblem, Ratio};

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

#[test]
fn an_amount_has_at_most_the_digits_of_its_currency() {
    let cases = [
        ("39.00", "PLN", Ok(3900)),
        ("39", "PLN", Ok(3900)),
        ("0", "EUR", Ok(0)),
        ("1500", "JPY", Ok(1500)),
        ("1.234", "KWD", Ok(1234)),
        ("99.999", "PLN", Err(AmountProblem::TooFine(2))),
        ("1.5", "JPY", Err(AmountProblem::TooFine(0))),
        ("12,50", "PLN", Err(AmountProblem::NotDecimal)),
        ("39 zł", "PLN", Err(AmountProblem::NotDecimal)),
        ("-1", "PLN", Err(AmountProblem::NotDecimal)),
        ("1e3", "PLN", Err(AmountProblem::NotDecimal)),
        (".5", "PLN", Err(AmountProblem::NotDecimal)),
        ("5.", "PLN", Err(AmountProblem::NotDecimal)),
        ("", "PLN", Err(AmountProblem::NotDecimal)),
    ];
    for (text, code, expected) in cases {
        assert_eq!(Amount::parse(text, currency(code)).map(|a| a.minor), expected, "{text} {code}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(minor in 0i64..100_000_000_000, code in prop::sample::select(vec!["PLN", "EUR", "JPY", "KWD"])) {
        let amount = Amount { minor, currency: currency(code) };
        prop_assert_eq!(Amount::parse(&amount.decimal(), amount.currency), Ok(amount));
    }

    #[test]
    fn a_product_is_the_nearest_minor_unit(minor in 0i64..10_000_000_000, minutes in 1i64..10_000) {
        let amount = Amount { minor, currency: currency("PLN") };
        let product = amount.times(Ratio { numerator: minutes, denominator: 60 }).minor;
        let error = i128::from(product) * 60 - i128::from(minor) * i128::from(minutes);
        prop_assert!((-30..=30).contains(&error), "off by {error}/60");
    }

    #[test]
    fn no_text_makes_the_reader_stop(text in ".{0,40}") {
        let _ = Amount::parse(&text, currency("PLN"));
        let _ = supportal::model::duration::Duration::parse(&text);
        let _ = supportal::model::hours::Interval::parse(&text);
        let slug = supportal::site::slug(&text);
        prop_assert!(!slug.contains(['/', '\\', '.', '\0']) && slug.len() <= 201);
    }
}
