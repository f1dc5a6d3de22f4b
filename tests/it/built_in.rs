//! The built-in texts and words: the same in every language that is shipped.

use std::collections::BTreeSet;

use supportal::built_in;
use supportal::diagnostic::Diagnostics;
use supportal::locale::{LanguageTag, Locale};

const SHIPPED: [&str; 3] = ["en", "pl", "de"];

#[test]
fn every_text_exists_in_every_language_and_meets_the_same_obligations() {
    let sources = built_in::sources();
    let of = |lang: &str| -> BTreeSet<(String, String)> {
        let folder = format!("content/{lang}/texts/");
        let texts = sources.under(&folder).map(|path| {
            let text = sources.text(path).unwrap();
            let obligations =
                text.text().lines().find(|line| line.starts_with("obligations")).unwrap_or_default().to_owned();
            (path.strip_prefix(&folder).unwrap().to_owned(), obligations)
        });
        texts.collect()
    };
    let english = of("en");
    assert!(english.len() > 30, "the texts are not built in");
    for lang in SHIPPED {
        assert_eq!(of(lang), english, "{lang}");
    }
}

#[test]
fn every_obligation_is_met_by_some_built_in_text() {
    let sources = built_in::sources();
    let all: String =
        sources.under("content/en/texts/").map(|path| sources.text(path).unwrap().text().to_owned()).collect();
    // O-1 to O-4 are met by data: support types, hours, contact methods and prices.
    for obligation in ["O-5", "O-6", "O-7", "O-8", "O-9", "O-10", "O-11", "O-12", "O-13"] {
        assert!(all.contains(&format!("\"{obligation}\"")), "{obligation}");
    }
}

#[test]
fn the_interface_has_the_same_words_and_slots_in_every_language() {
    let sources = built_in::sources();
    let table = |lang: &str| -> toml::Table {
        sources.text(&format!("content/{lang}/strings.toml")).unwrap().text().parse().unwrap()
    };
    let english = table("en");
    for lang in SHIPPED {
        let own = table(lang);
        for section in ["labels", "words", "sentences"] {
            let keys = |table: &toml::Table| -> BTreeSet<String> {
                table[section]
                    .as_table()
                    .unwrap()
                    .keys()
                    .filter(|key| !key.starts_with("day_from_") && !key.starts_with("day_to_"))
                    .cloned()
                    .collect()
            };
            assert_eq!(keys(&own), keys(&english), "{lang} [{section}]");
        }
        for (key, sentence) in own["sentences"].as_table().unwrap() {
            assert_eq!(slots(sentence), slots(&english["sentences"][key]), "{lang} {key}");
            if let Some(forms) = sentence.as_table() {
                let needed: BTreeSet<&str> = Locale::new(&LanguageTag::parse(lang).unwrap())
                    .plural_categories()
                    .into_iter()
                    .map(|c| c.name())
                    .collect();
                let given: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
                assert_eq!(given, needed, "{lang} {key}");
            }
        }
    }
}

/// Every slot of a sentence; a counted one may leave out `{n}` where a word says it.
fn slots(sentence: &toml::Value) -> BTreeSet<String> {
    let text = match sentence {
        toml::Value::String(text) => text.clone(),
        toml::Value::Table(forms) => forms.values().filter_map(toml::Value::as_str).collect(),
        _ => String::new(),
    };
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(slot, _)| slot.to_owned()).collect()
}

#[test]
fn every_word_that_the_program_says_is_built_in() {
    let sources = built_in::sources();
    let table: toml::Table = sources.text("content/en/strings.toml").unwrap().text().parse().unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut missing = Vec::new();
    for entry in walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|e| e.path().extension().is_some_and(|x| x == "rs"))
    {
        let code = std::fs::read_to_string(entry.path()).unwrap();
        for (call, section) in [(".word(\"", "words"), (".say(\"", "sentences"), (".count(\"", "sentences")] {
            for part in code.split(call).skip(1) {
                let key = part.split('"').next().unwrap_or_default();
                if table[section].get(key).is_none() {
                    missing.push(format!("{section}.{key} ({})", entry.path().display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_label_that_the_theme_shows_is_built_in_and_none_is_left_over() {
    let sources = built_in::sources();
    let table: toml::Table = sources.text("content/en/strings.toml").unwrap().text().parse().unwrap();
    let templates: String = sources
        .under("themes/standard/")
        .filter(|path| path.ends_with(".html"))
        .map(|path| sources.text(path).unwrap().text().to_owned())
        .collect();
    let mut used = BTreeSet::new();
    for part in templates
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
        .filter_map(|word| word.strip_prefix("t."))
    {
        used.insert(part.to_owned());
    }
    let known: BTreeSet<String> = table["labels"].as_table().unwrap().keys().cloned().collect();
    assert_eq!(used, known);
}

#[test]
fn every_cloud_has_the_links_that_customers_are_owed() {
    let sources = built_in::sources();
    let diagnostics = Diagnostics::new();
    let links = supportal::site::portal_link::read(&sources, &diagnostics);
    assert!(!diagnostics.has_errors());
    for (name, cloud) in supportal::model::partner::Cloud::ALL {
        let keys: Vec<&str> =
            links.of(cloud, supportal::site::portal_link::Purpose::SelfService).map(|link| link.key.as_str()).collect();
        for owed in ["microsoft-365-admin-center", "azure-portal", "service-health", "message-center", "product-help"] {
            assert!(keys.contains(&owed), "{name} lacks {owed}");
        }
        assert!(
            links.of(cloud, supportal::site::portal_link::Purpose::Password).next().is_some(),
            "{name} lacks password reset"
        );
    }
}
