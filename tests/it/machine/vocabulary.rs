//! JSON-LD against the vocabulary of schema.org, of which tests/oracles/vocabulary.py wrote an extract: each type and
//! property exists, the property is one of the type or of what the type is a kind of, and its value is of its range.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use serde_json::Value;

use super::super::harness::repository;
use super::sites;
use super::structured::graph;

#[derive(serde::Deserialize)]
struct Vocabulary {
    /// A type and what it is a kind of.
    types: BTreeMap<String, Vec<String>>,
    properties: BTreeMap<String, Property>,
    /// The values of an enumeration.
    members: BTreeMap<String, Vec<String>>,
}

#[derive(serde::Deserialize)]
struct Property {
    of: Vec<String>,
    is: Vec<String>,
}

impl Vocabulary {
    fn load() -> Self {
        serde_json::from_str(&repository("tests/data/schema-org.json")).unwrap()
    }

    fn is_a(&self, kind: &str, wanted: &[String]) -> bool {
        wanted.iter().any(|name| name == kind)
            || self.types.get(kind).is_some_and(|parents| parents.iter().any(|parent| self.is_a(parent, wanted)))
    }

    /// What is wrong with a thing and those inside it; things that are only named are looked up in `named`.
    fn faults(&self, thing: &Value, named: &BTreeMap<String, String>) -> Vec<String> {
        let Some(kind) = thing["@type"].as_str() else { return vec![format!("no type: {thing}")] };
        let mut faults = Vec::new();
        if !self.types.contains_key(kind) {
            faults.push(format!("no type {kind}"));
        }
        for (name, value) in thing.as_object().into_iter().flatten().filter(|(name, _)| !name.starts_with('@')) {
            match self.properties.get(name) {
                None => faults.push(format!("no property {name}")),
                Some(property) if !self.is_a(kind, &property.of) => faults.push(format!("{kind} has no {name}")),
                Some(property) => {
                    let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                    for value in values {
                        if !self.is_value(value, &property.is, named) {
                            faults.push(format!("{name} of {kind} cannot be {value}, but {:?}", property.is));
                        }
                        if value["@type"].is_string() {
                            faults.extend(self.faults(value, named));
                        }
                    }
                }
            }
        }
        faults
    }

    fn is_value(&self, value: &Value, range: &[String], named: &BTreeMap<String, String>) -> bool {
        let has = |name: &str| range.iter().any(|kind| kind == name);
        match value {
            Value::Bool(_) => has("Boolean"),
            Value::Number(number) => has("Number") || has("Integer") && number.is_i64(),
            Value::String(text) => range.iter().any(|kind| self.is_text(text, kind)),
            Value::Object(thing) => {
                let name = thing.get("@id").and_then(|id| named.get(id.as_str()?)).map(String::as_str);
                let kind = thing.get("@type").and_then(Value::as_str).or(name);
                kind.is_some_and(|kind| self.is_a(kind, range))
            }
            Value::Null | Value::Array(_) => false,
        }
    }

    fn is_text(&self, text: &str, kind: &str) -> bool {
        match kind {
            "Text" => !text.is_empty(),
            "URL" => url::Url::parse(text).is_ok(),
            "Date" => text.parse::<Date>().is_ok(),
            "Time" => text.parse::<Time>().is_ok(),
            "DateTime" => text.parse::<jiff::Timestamp>().is_ok(),
            "Duration" => text.parse::<jiff::Span>().is_ok(),
            _ => self.members.get(kind).is_some_and(|members| {
                let member = text.strip_prefix("https://schema.org/");
                member.is_some_and(|member| members.iter().any(|known| known == member))
            }),
        }
    }
}

/// The things of a page that stand for themselves.
fn things(page: &Value) -> Vec<&Value> {
    page["@graph"].as_array().map_or_else(|| vec![page], |graph| graph.iter().collect())
}

#[test]
fn every_page_says_what_the_vocabulary_has() {
    let vocabulary = Vocabulary::load();
    let (mut faults, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    for (site, built, _) in sites() {
        let pages = built.files.keys().filter(|path| path.ends_with(".html"));
        let pages: Vec<(&String, Value)> = pages.filter_map(|path| Some((path, graph(&built.page(path))?))).collect();
        assert!(pages.len() >= 4, "{site}");
        let all = || pages.iter().flat_map(|(path, page)| things(page).into_iter().map(move |thing| (path, thing)));
        let named = |(_, thing): (_, &Value)| {
            Some((thing["@id"].as_str()?.to_owned(), thing["@type"].as_str().unwrap_or_default().to_owned()))
        };
        let sitemap = built.page("sitemap.xml");
        let urls = sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap());
        let mut named: BTreeMap<String, String> = all().filter_map(named).collect();
        named.extend(urls.map(|url| (url.to_owned(), "WebPage".to_owned())));
        for (path, thing) in all() {
            kinds.extend(thing["@type"].as_str().map(str::to_owned));
            faults.extend(vocabulary.faults(thing, &named).into_iter().map(|fault| format!("{site} {path}: {fault}")));
        }
        assert!(pages.iter().all(|(_, page)| page["@context"] == "https://schema.org"), "{site}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
    for kind in ["Organization", "Service", "OfferCatalog", "BreadcrumbList"] {
        assert!(kinds.contains(kind), "no page has a {kind}");
    }
}

#[test]
fn what_the_vocabulary_lacks_is_found() {
    let vocabulary = Vocabulary::load();
    let named = BTreeMap::from([("#partner".to_owned(), "Organization".to_owned())]);
    let is_wrong = |thing: Value| !vocabulary.faults(&thing, &named).is_empty();
    let service = |key: &str, value: Value| serde_json::json!({ "@type": "Service", "name": "Help", key: value });
    assert!(!is_wrong(service("provider", serde_json::json!({ "@id": "#partner" }))));
    assert!(!is_wrong(service("hoursAvailable", serde_json::json!({ "@type": "OpeningHoursSpecification" }))));
    assert!(is_wrong(service("provider", serde_json::json!({ "@id": "#nobody" }))));
    assert!(is_wrong(service("openingHours", "Mo-Fr".into())), "a property of other types");
    assert!(is_wrong(service("help", "Mo-Fr".into())), "no property");
    assert!(is_wrong(service("hoursAvailable", "Mo-Fr".into())), "no value of the range");
    assert!(is_wrong(serde_json::json!({ "@type": "Helpdesk", "name": "Help" })));
    let closes = |text: &str| serde_json::json!({ "@type": "OpeningHoursSpecification", "closes": text });
    assert!(is_wrong(closes("24:00")) && !is_wrong(closes("23:59")));
    let day = |text: &str| serde_json::json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": text });
    assert!(is_wrong(day("https://schema.org/Mon")) && !is_wrong(day("https://schema.org/Monday")));
}
