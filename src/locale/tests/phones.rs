//! Compares [`Telephone`] with Google's libphonenumber, by the table that `tests/oracles/phones.py` wrote.

use crate::locale::{Telephone, TelephoneProblem};
use serde_json::Value;

/// Suggestions that libphonenumber does not make: text, region, ours.
const BETTER: &[(&str, &str)] = &[
    // Its prefix for calls abroad depends on a country that it does not know.
    ("0048 22 555 01 23", "+48225550123"),
    // Poland gave up the 0 before the area in 2009; it would keep it as a digit.
    ("022 555 01 23", "+48225550123"),
];

fn table() -> Value {
    serde_json::from_str(include_str!("phones.json")).expect("the table is JSON")
}

fn rows<'a>(table: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    table[name].as_array().into_iter().flatten()
}

#[test]
fn formats_numbers_as_libphonenumber_does() {
    for row in rows(&table(), "numbers") {
        let text = row["text"].as_str().unwrap_or_default();
        match Telephone::parse(text) {
            Ok(telephone) => {
                assert_eq!(row["e164"], telephone.e164(), "{text}");
                assert_eq!(row["international"], telephone.international(), "{text}");
                assert_eq!(row["national"], telephone.national(), "{text}");
                assert_eq!(row["region"].as_str(), telephone.region().as_deref(), "{text}");
                assert_eq!(row["toll_free"], telephone.is_toll_free(), "{text}");
            }
            Err(TelephoneProblem::NotE164 { suggestion }) => {
                assert_eq!(row["e164"].as_str(), suggestion.as_deref(), "{text}");
            }
            Err(TelephoneProblem::NotPossible { .. }) => assert_eq!(row["possible"], false, "{text}"),
        }
    }
}

#[test]
fn suggests_what_libphonenumber_reads() {
    for row in rows(&table(), "loose") {
        let text = row["text"].as_str().unwrap_or_default();
        let better = BETTER.iter().find(|(loose, _)| *loose == text && row["suggestion"] != "+48225550123");
        let expected = better.map(|(_, ours)| *ours).or_else(|| row["suggestion"].as_str());
        let problem = Telephone::parse_with_region(text, row["region"].as_str());
        assert_eq!(problem, Err(TelephoneProblem::NotE164 { suggestion: expected.map(str::to_owned) }), "{text:?}");
    }
}

#[test]
fn tells_the_country_of_an_impossible_number() {
    for (text, country) in [("+4822", Some("PL")), ("+1206555012", Some("US")), ("+999123456", None)] {
        let country = country.map(str::to_owned);
        assert_eq!(Telephone::parse(text), Err(TelephoneProblem::NotPossible { country }), "{text}");
    }
}

#[test]
fn accepts_numbers_kept_for_examples() {
    for (text, valid) in [("+48220000101", true), ("+15555550123", false), ("+493023125042", true)] {
        let telephone = Telephone::parse(text).expect("the number is possible");
        assert!(telephone.is_placeholder(), "{text}");
        assert_eq!(telephone.is_valid(), valid, "{text}");
        assert_eq!(telephone.uri(), format!("tel:{text}"));
    }
    let real = Telephone::parse("+48225550123").expect("the number is possible");
    assert!(!real.is_placeholder() && real.is_national_in("PL") && !real.is_national_in("DE"));
    assert!(!real.is_national_in("") && !real.is_national_in("Poland"));
}

#[test]
fn survives_any_text() {
    let pieces = ["+", "0", "48", "\u{a0}", "٤٨", "(", "ext", ";", "tel:", "+1", "é", "99999999", "-", "*#", "A"];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                let text = format!("{a}{b}{c}");
                for region in [None, Some("PL"), Some("US"), Some("??"), Some("001")] {
                    let _ = Telephone::parse_with_region(&text, region);
                }
            }
        }
    }
}
