//! Tests that compare with ICU and libphonenumber, and those that concern the whole of a language.

mod behaviour;
mod icu;
mod phones;

use super::{LanguageTag, Locale};

fn locale(name: &str) -> Locale {
    Locale::new(&tag(name))
}

fn tag(name: &str) -> LanguageTag {
    LanguageTag::parse(name).unwrap_or_else(|problem| unreachable!("{name}: {problem:?}"))
}

/// A table that an oracle wrote.
fn table<T: serde::de::DeserializeOwned>(file: &str) -> T {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    let text = std::fs::read_to_string(path).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|problem| unreachable!("{file}: {problem}"))
}
