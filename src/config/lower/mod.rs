//! From checked tables to the model. Every item is lowered even when another failed, so that one run tells all.

mod commerce;
mod contact;
mod hours;
mod levels;
mod partner;
mod pricing;
mod rates;
mod severity;
mod site;
mod special;
mod support;
mod surroundings;
mod week;
mod zone;

pub(super) use surroundings::microsoft_only;
pub(super) use zone::time_zone;

use std::collections::{BTreeMap, HashSet};

use toml::Spanned;
use toml::de::DeTable;

use super::entry::{Entry, Scope};
use super::keys::SUPPORT;
use super::{Level, Overrides};
use crate::diagnostic::{Code, code};
use crate::model::address::Country;
use crate::model::contact::ContactMethod;
use crate::model::hours::Hours;
use crate::model::list::Ids;
use crate::model::notice::Component;
use crate::model::plan::{Plan, Rate};
use crate::model::severity::Severity;
use crate::model::support_type::SupportType;
use crate::model::{Languages, Portal};
use crate::source::Sources;

/// What every part of the lowering needs: the languages, the country, and the ids of all lists.
struct Context<'a> {
    languages: Languages,
    country: Option<Country>,
    /// Built-in data and the partner's overrides of it.
    data: &'a Sources,
    hours: Ids<Hours>,
    methods: Ids<ContactMethod>,
    types: Ids<SupportType>,
    plans: Ids<Plan>,
    rates: Ids<Rate>,
    severities: Ids<Severity>,
    components: Ids<Component>,
}

/// Lowers the whole configuration.
pub(super) fn lower(
    table: &Spanned<DeTable<'_>>,
    scope: &Scope<'_>,
    data: &Sources,
    overrides: &Overrides,
) -> (Option<Portal>, BTreeMap<Code, Level>) {
    let top = Entry::top(table, scope);
    check_schema(&top);
    let context = Context {
        languages: site::languages(&top),
        country: top.table("partner").and_then(|partner| partner.value("country")?.country()),
        data,
        hours: hours::ids(&top),
        methods: ids(&top, "contact_methods"),
        types: ids(&top, "support_types"),
        plans: ids(&top, "plans"),
        rates: ids(&top, "rates"),
        severities: ids(&top, "severities"),
        components: ids(&top, "components"),
    };
    (portal(&top, &context, overrides), levels::levels(&top))
}

fn portal(top: &Entry<'_>, context: &Context<'_>, overrides: &Overrides) -> Option<Portal> {
    // Each part is lowered before any is required, so that all problems are told.
    let site = site::site(top, context, overrides);
    let partner = partner::partner(top, context);
    let legal = partner::legal(top, context);
    let partner_of_record = partner::partner_of_record(top, context);
    let hours = context.hours.complete(hours::hours(top, context));
    let methods = context.methods.complete(contact::contact_methods(top, context));
    let types = context.types.complete(support::support_types(top, context));
    let money = pricing::Money::of(top, context);
    let plans = context.plans.complete(pricing::plans(top, context, &money));
    let rates = context.rates.complete(rates::rates(top, context, &money));
    let severities = context.severities.complete(severity::severities(top, context));
    let components = context.components.complete(surroundings::components(top, context));
    let escalation = surroundings::escalation(top, context);
    let self_service = surroundings::self_service(top, context);
    let access = surroundings::delegated_access(top, context);
    let verification = surroundings::verification(top, context);
    let accessibility = surroundings::accessibility(top, context);
    let security = surroundings::security(top, context);
    let commerce = commerce::commerce(top, context);
    let site = site?;
    let partner = partner?;
    Some(Portal {
        base_url: site.base_url,
        title: site.title.unwrap_or_else(|| partner.name.clone()),
        reviewed: site.reviewed,
        brand: site.brand,
        raw_html: site.raw_html,
        offline: site.offline,
        about: site.about,
        partner_of_record: partner_of_record.map(|p| p.with_name(&partner.name))?,
        partner,
        hours: hours?,
        contact_methods: methods?,
        support_types: types?,
        pricing: money.pricing,
        plans: plans?,
        rates: rates?,
        severities: severities?,
        escalation,
        self_service,
        access,
        verification,
        commerce,
        security,
        legal,
        accessibility,
        components: components?,
        languages: context.languages.clone(),
    })
}

fn check_schema(top: &Entry<'_>) {
    if let Some(version) = top.integer("schema").filter(|version| *version > 1) {
        let message = format!("this file is of schema {version}, and this program knows schema 1");
        top.scope.error(code::KEY_08, top.span("schema"), message, "install a newer supportal, or write schema = 1");
    }
}

/// The ids of a list; wrong and repeated ones are told.
fn ids<T>(top: &Entry<'_>, key: &str) -> Ids<T> {
    let mut ids: Vec<String> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    // What is meant counts, so that a misspelt key is told once, and not again by all who refer to the item.
    let items = SUPPORT.inner(key);
    for entry in top.tables(top.meant(key, &SUPPORT).unwrap_or(key)) {
        // An item without an id keeps its place, so that the places of the others are right.
        let id = items.and_then(|items| entry.string(entry.meant("id", items)?)).unwrap_or_default();
        if entry.has("id") {
            check_id(&entry, id, entry.span("id"), !known.insert(id));
        }
        ids.push(id.to_owned());
    }
    Ids::new(ids)
}

fn check_id(entry: &Entry<'_>, id: &str, span: std::ops::Range<usize>, repeated: bool) {
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if repeated {
        entry.scope.error(
            code::KEY_05,
            span,
            format!("the id `{id}` is given twice"),
            "give each item an id of its own",
        );
    } else if id.is_empty() || id.len() > 64 || !id.chars().all(good) {
        entry.scope.error(
            code::KEY_05,
            span,
            format!("`{id}` cannot be an id"),
            "write up to 64 letters a to z, digits, hyphens and underscores",
        );
    }
}
