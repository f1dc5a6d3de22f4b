//! Tests that compare with ICU and libphonenumber, and those that concern the whole of a language.

mod behaviour;
mod icu;
mod phones;

use super::{LanguageTag, Locale};

fn locale(tag: &str) -> Locale {
    Locale::new(&LanguageTag::parse(tag).unwrap_or_else(|problem| unreachable!("{tag}: {problem:?}")))
}
