//! JSON-LD of schema.org in pages: who the partner is, when and how it is reached, what it offers and what that costs.
//! Only properties that the vocabulary has.

mod hours;
mod offers;
mod organization;
mod services;

use serde_json::{Map, Value, json};

use super::facts::{Facts, origin};
use crate::model::LanguageId;
use crate::site::PageKind;
use crate::view::Link;
use crate::wording::Wording;

/// The graph of a page, escaped for a script element; empty when the page has none. Home says only who the partner is.
pub fn of(facts: &Facts<'_>, language: LanguageId, kind: PageKind, heading: &str, way: &[&Link]) -> String {
    let wording = &facts.wording(language);
    let things = match kind {
        PageKind::Home => return escaped(&alone(organization::short(wording)).to_string()),
        PageKind::Contact => vec![organization::whole(facts, wording)],
        PageKind::Pricing => vec![organization::named(wording), offers::catalog(wording)],
        PageKind::SupportTypes => {
            std::iter::once(organization::referred(wording)).chain(services::services(wording)).collect()
        }
        PageKind::Article(_) | PageKind::Notice(_) | PageKind::Free(_) => Vec::new(),
        _ => return String::new(),
    };
    let mut graph = String::from("{\"@context\":\"https://schema.org\",\"@graph\":[");
    things.iter().for_each(|thing| graph.push_str(&format!("{thing},")));
    breadcrumb(facts, wording, kind, (heading, way), &mut graph);
    graph.push_str("]}");
    escaped(&graph)
}

/// One thing with its context, home's: shorter than a graph of one.
fn alone(thing: Value) -> Value {
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), json!("https://schema.org"));
    if let Value::Object(thing) = thing {
        whole.extend(thing);
    }
    Value::Object(whole)
}

/// A `<` could end the script element; its escape means the same in JSON.
fn escaped(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The way to the page from home. Each of many articles has one, so that it is written as text at once.
fn breadcrumb(
    facts: &Facts<'_>,
    wording: &Wording<'_>,
    kind: PageKind,
    (heading, way): (&str, &[&Link]),
    out: &mut String,
) {
    let origin = origin(&facts.portal().base_url);
    let above = way.iter().map(|link| (link.label.text.as_str(), format!("{origin}{}", link.href)));
    let own = facts.site.address(kind, wording.language).absolute(facts.portal());
    out.push_str("{\"@type\":\"BreadcrumbList\",\"itemListElement\":[");
    for ((name, page), position) in above.chain([(heading, own)]).zip(1u32..) {
        out.push_str(if position == 1 { "" } else { "," });
        // A text cannot fail to be one in JSON.
        let [name, page] = [name, &page].map(|text| serde_json::to_string(text).unwrap_or_default());
        out.push_str(&format!(
            "{{\"@type\":\"ListItem\",\"position\":{position},\"name\":{name},\"item\":{{\"@id\":{page}}}}}"
        ));
    }
    out.push_str("]}");
}

/// The address of the partner in the graph: the same on all pages.
fn partner_id(wording: &Wording<'_>) -> String {
    format!("{}#partner", wording.portal().base_url.as_str())
}

/// A thing of the vocabulary; what is not said is left out.
struct Thing(Map<String, Value>);

impl Thing {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_said = match &value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => true,
        };
        if is_said {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}
