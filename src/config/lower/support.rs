//! `[[support_types]]`.

use super::super::entry::Entry;
use super::Context;
use crate::diagnostic::code;
use crate::model::support_type::{Category, Delivery, SupportAudience, SupportPrice, SupportType};

pub(super) fn support_types(top: &Entry<'_>, context: &Context<'_>) -> Vec<SupportType> {
    if top.value("support_types").is_some_and(|list| list.is_empty_list()) {
        top.scope.error(
            code::CSP_01,
            top.span("support_types"),
            "a portal names at least one type of support",
            "add [[support_types]] with category, hours, contact_methods and price",
        );
    }
    top.tables("support_types").iter().filter_map(|entry| support_type(entry, context)).collect()
}

fn support_type(entry: &Entry<'_>, context: &Context<'_>) -> Option<SupportType> {
    let languages = &context.languages;
    let name = entry.text("name", languages);
    let description = entry.text("description", languages);
    let delivery = delivery(entry, context);
    let hours = entry.reference("hours", &context.hours, "hours");
    let contact_methods = entry.references("contact_methods", &context.methods, "contact_methods");
    if entry.value("contact_methods").is_some_and(|list| list.is_empty_list()) {
        entry.scope.error(
            code::CSP_04,
            entry.span("contact_methods"),
            "a type of support has at least one contact method",
            "write contact_methods = [\"…\"] with the id of a contact method",
        );
    }
    let price = price(entry, context);
    let in_scope = entry.texts("in_scope", languages);
    let out_of_scope = entry.texts("out_of_scope", languages);
    let audience = entry
        .choice("audience", &[("customers", SupportAudience::Customers), ("resellers", SupportAudience::Resellers)]);
    (!contact_methods.is_empty()).then_some(())?;
    Some(SupportType {
        id: entry.string("id").unwrap_or_default().to_owned(),
        category: entry.choice("category", &Category::ALL)?,
        name: name?,
        description,
        audience: audience.unwrap_or_default(),
        delivery: delivery?,
        hours: hours?,
        contact_methods,
        price: price?,
        in_scope,
        out_of_scope,
    })
}

fn delivery(entry: &Entry<'_>, context: &Context<'_>) -> Option<Delivery> {
    let provider = entry.text("provider", &context.languages);
    match (entry.string("delivery").unwrap_or("own"), provider) {
        ("own", None) => Some(Delivery::Own),
        ("own", Some(_)) => {
            entry.scope.error(
                code::KEY_07,
                entry.span("provider"),
                "`provider` names the company that answers, and your own people do",
                "add delivery = \"outsourced\" or \"resold\", or delete `provider`",
            );
            None
        }
        ("outsourced", Some(provider)) => Some(Delivery::Outsourced(provider)),
        ("resold", Some(provider)) => Some(Delivery::Resold(provider)),
        ("outsourced" | "resold", None) => {
            entry.scope.error(
                code::CSP_21,
                entry.span("delivery"),
                "support that another company gives names that company",
                "add provider = \"…\"",
            );
            None
        }
        _ => None,
    }
}

fn price(entry: &Entry<'_>, context: &Context<'_>) -> Option<SupportPrice> {
    match entry.string("price") {
        Some("included") => return Some(SupportPrice::Included),
        Some("on-request") => return Some(SupportPrice::OnRequest),
        _ => {}
    }
    let table = entry.table("price")?;
    let plans = table.references("plans", &context.plans, "plans");
    let rates = table.references("rates", &context.rates, "rates");
    let none_given = ["plans", "rates"].iter().all(|key| table.value(key).is_none_or(|list| list.is_empty_list()));
    if none_given {
        table.scope.error(
            code::CSP_05,
            table.header(),
            "the price names neither a plan nor a rate",
            "write price = \"included\", or price = { plans = [\"…\"] }",
        );
    }
    (!plans.is_empty() || !rates.is_empty()).then_some(SupportPrice::Charged { plans, rates })
}
