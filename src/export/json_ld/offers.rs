//! `OfferCatalog`: plans and rates with their prices.

use serde_json::{Value, json};

use super::{Thing, partner_id};
use crate::model::money::{Period, PlanUnit, Price};
use crate::model::plan::{Plan, PlanPrice, Rate, RateUnit};
use crate::site::PageKind;
use crate::wording::Wording;

/// The catalogue.
pub(super) fn catalog(wording: &Wording<'_>) -> Value {
    let portal = wording.portal();
    let plans = portal.plans.iter().map(|plan| plan_offer(wording, plan));
    let rates = portal.rates.iter().map(|rate| rate_offer(wording, rate));
    Thing::new("OfferCatalog")
        .with("@id", id(wording))
        .with("name", wording.word("menu_support_and_prices"))
        .with("itemListElement", plans.chain(rates).collect::<Vec<_>>())
        .done()
}

/// The catalogue where other things refer to it.
pub(super) fn reference(wording: &Wording<'_>) -> Value {
    json!({ "@id": id(wording) })
}

fn id(wording: &Wording<'_>) -> String {
    format!("{}#offers", wording.site.address(PageKind::Pricing, wording.language).absolute(wording.portal()))
}

/// An offer that costs nothing.
pub(super) fn free(wording: &Wording<'_>) -> Value {
    Thing::new("Offer").with("price", "0").with("priceCurrency", currency(wording)).done()
}

fn offer(wording: &Wording<'_>, name: &str, description: Option<&str>) -> Thing {
    Thing::new("Offer")
        .with("name", name)
        .with("description", description)
        .with("offeredBy", json!({ "@id": partner_id(wording) }))
}

fn plan_offer(wording: &Wording<'_>, plan: &Plan) -> Value {
    let summary = plan.summary.as_ref().map(|text| wording.plain(text));
    let offer = offer(wording, wording.plain(&plan.name), summary);
    match &plan.price {
        PlanPrice::OnRequest => offer.done(),
        PlanPrice::Free => offer.with("price", "0").with("priceCurrency", currency(wording)).done(),
        PlanPrice::Prices(prices) => {
            let specifications = prices.iter().map(|price| {
                let unit = price.per.map_or("", |per| name_of(&PlanUnit::ALL, per));
                specification(price, unit).with("referenceQuantity", price.period.and_then(period)).done()
            });
            offer.with("priceSpecification", specifications.collect::<Vec<_>>()).done()
        }
    }
}

fn rate_offer(wording: &Wording<'_>, rate: &Rate) -> Value {
    let (unit, code) = (name_of(&RateUnit::ALL, rate.per), unit_code(rate.per));
    let step = rate.increment.filter(|_| rate.per == RateUnit::Hour).map(|minutes| f64::from(minutes) / 60.0);
    let specifications = rate
        .prices
        .iter()
        .map(|price| specification(price, unit).with("unitCode", code).with("billingIncrement", step).done());
    let note = rate.note.as_ref().map(|text| wording.plain(text));
    offer(wording, wording.plain(&rate.name), note)
        .with("priceSpecification", specifications.collect::<Vec<_>>())
        .done()
}

fn specification(price: &Price, unit: &str) -> Thing {
    let least = price.minimum_quantity.map(|least| Thing::new("QuantitativeValue").with("minValue", least).done());
    Thing::new("UnitPriceSpecification")
        .with("price", price.amount.decimal())
        .with("priceCurrency", price.amount.currency.code())
        .with("unitText", unit)
        .with("valueAddedTaxIncluded", price.tax.included)
        .with("eligibleQuantity", least)
        .with("validFrom", price.valid.from.map(|date| date.to_string()))
        .with("validThrough", price.valid.until.map(|date| date.to_string()))
}

/// How long one price lasts, by the codes of UN/CEFACT.
fn period(period: Period) -> Option<Value> {
    let code = match period {
        Period::Month => "MON",
        Period::Quarter => "QAN",
        Period::Year => "ANN",
        Period::Once => return None,
    };
    Some(Thing::new("QuantitativeValue").with("value", 1).with("unitCode", code).done())
}

fn unit_code(unit: RateUnit) -> &'static str {
    match unit {
        RateUnit::Hour => "HUR",
        RateUnit::Km => "KMT",
        RateUnit::Incident | RateUnit::Block | RateUnit::Visit | RateUnit::Device => "C62",
    }
}

/// The currency in which nothing is paid: that of the first price, else of the country.
fn currency(wording: &Wording<'_>) -> Option<&'static str> {
    let portal = wording.portal();
    let of_plans = portal.plans.iter().flat_map(|plan| match &plan.price {
        PlanPrice::Prices(prices) => prices.as_slice(),
        _ => &[],
    });
    let first = of_plans.chain(portal.rates.iter().flat_map(|rate| &rate.prices)).next();
    let country = || crate::locale::Currency::of_country(portal.partner.country.code());
    first.map(|price| price.amount.currency).or_else(country).map(crate::locale::Currency::code)
}

fn name_of<T: PartialEq>(all: &[(&'static str, T)], value: T) -> &'static str {
    all.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}
