//! Compares [`Telephone`] with Google's libphonenumber, by the table that `tests/oracles/phones.py` wrote.

use crate::locale::{Telephone, TelephoneProblem};
use std::collections::BTreeSet;

/// Suggestions that libphonenumber does not make: text, region, ours.
const BETTER: &[(&str, &str)] = &[
    // Its prefix for calls abroad depends on a country that it does not know.
    ("0048 22 555 01 23", "+48225550123"),
    // Poland gave up the 0 before the area in 2009; it would keep it as a digit.
    ("022 555 01 23", "+48225550123"),
];

#[derive(serde::Deserialize)]
struct Table {
    numbers: Vec<Number>,
    loose: Vec<Loose>,
}

/// A text; for a number that is possible, what it is.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Number {
    /// The text, E.164, the international and the national form, the region, whether a call is free.
    Possible(String, String, String, String, Option<String>, bool),
    Impossible([String; 1]),
}

/// A text, the region of its reader, and E.164.
#[derive(serde::Deserialize)]
struct Loose(String, Option<String>, Option<String>);

fn table() -> Table {
    super::table("phones.json")
}

#[test]
fn formats_numbers_as_libphonenumber_does() {
    let numbers = table().numbers;
    let mut regions = BTreeSet::new();
    for number in &numbers {
        let (text, expected) = match number {
            Number::Possible(text, e164, international, national, region, free) => {
                (text, Some((e164.as_str(), international.as_str(), national.as_str(), region.as_deref(), *free)))
            }
            Number::Impossible([text]) => (text, None),
        };
        match Telephone::parse(text) {
            Ok(telephone) => {
                let (e164, international, national) =
                    (telephone.e164(), telephone.international(), telephone.national());
                let region = telephone.region();
                let ours = (e164, &*international, &*national, region.as_deref(), telephone.is_toll_free());
                assert_eq!(Some(ours), expected, "{text}");
                assert_eq!(telephone.uri(), format!("tel:{e164}"));
                regions.extend(telephone.region());
            }
            Err(TelephoneProblem::NotE164 { suggestion }) => {
                assert_eq!(suggestion.as_deref(), expected.map(|(e164, ..)| e164), "{text}");
            }
            Err(TelephoneProblem::NotPossible { .. }) => assert_eq!(expected, None, "{text}"),
        }
    }
    assert!(numbers.len() > 1300 && regions.len() > 200, "{} of {} regions", numbers.len(), regions.len());
}

#[test]
fn suggests_what_libphonenumber_reads() {
    let loose = table().loose;
    assert!(loose.len() > 500);
    let mut wrong = Vec::new();
    for Loose(text, region, suggestion) in loose {
        let better = BETTER.iter().find(|(loose, ours)| *loose == text && suggestion.as_deref() != Some(*ours));
        let suggestion = better.map(|(_, ours)| (*ours).to_owned()).or(suggestion);
        let expected = Err(TelephoneProblem::NotE164 { suggestion });
        let found = Telephone::parse_with_region(&text, region.as_deref());
        if found != expected {
            wrong.push(format!("{text:?} in {region:?}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
