//! What the partner helps with, what that costs, and what is promised.

use super::contact::due;
use super::partner::amount;
use super::{hours_id, ids, name_of, perhaps, text, texts};
use crate::model::Portal;
use crate::model::money::{Period, PlanUnit, Price};
use crate::model::plan::{Audience, Extra, OnCall, OutOfHours, Plan, PlanPrice, Rate, RateUnit};
use crate::model::severity::{Severity, Target};
use crate::model::support_type::{Delivery, SupportAudience, SupportPrice, SupportType};
use crate::view::machine;

pub(super) fn support_type(portal: &Portal, support: &SupportType) -> machine::SupportType {
    let (delivery, provider) = match &support.delivery {
        Delivery::Own => ("own", None),
        Delivery::Outsourced(provider) => ("outsourced", Some(provider)),
        Delivery::Resold(provider) => ("resold", Some(provider)),
    };
    let (price, plans, rates) = match &support.price {
        SupportPrice::Included => ("included", Vec::new(), Vec::new()),
        SupportPrice::OnRequest => ("on-request", Vec::new(), Vec::new()),
        SupportPrice::Charged { plans, rates } => {
            ("charged", ids(&portal.plans, plans, |plan| &plan.id), ids(&portal.rates, rates, |rate| &rate.id))
        }
    };
    machine::SupportType {
        id: support.id.clone(),
        category: support.category.name().to_owned(),
        name: text(portal, &support.name),
        description: perhaps(portal, &support.description),
        audience: match support.audience {
            SupportAudience::Customers => "customers",
            SupportAudience::Resellers => "resellers",
        }
        .to_owned(),
        delivery: delivery.to_owned(),
        provider: provider.map(|provider| text(portal, provider)),
        hours: hours_id(portal, support.hours),
        contact_methods: ids(&portal.contact_methods, &support.contact_methods, |method| &method.id),
        price: price.to_owned(),
        plans,
        rates,
        in_scope: texts(portal, &support.in_scope),
        out_of_scope: texts(portal, &support.out_of_scope),
    }
}

pub(super) fn pricing(portal: &Portal) -> machine::Pricing {
    let pricing = portal.pricing;
    machine::Pricing {
        audience: match pricing.audience {
            Audience::Business => "business",
            Audience::Consumer => "consumer",
        }
        .to_owned(),
        valid_from: pricing.valid.from.map(|date| date.to_string()),
        valid_until: pricing.valid.until.map(|date| date.to_string()),
    }
}

pub(super) fn plan(portal: &Portal, plan: &Plan) -> machine::Plan {
    let (kind, prices) = match &plan.price {
        PlanPrice::Free => ("free", &[][..]),
        PlanPrice::OnRequest => ("on-request", &[][..]),
        PlanPrice::Prices(prices) => ("charged", prices.as_slice()),
    };
    let unit = |price: &Price| price.per.map(|per| name_of(&PlanUnit::ALL, per)).unwrap_or_default();
    let on_call = |on_call: &OnCall| machine::OnCall {
        hours: hours_id(portal, on_call.hours),
        severities: ids(&portal.severities, &on_call.severities, |severity| &severity.id),
    };
    machine::Plan {
        id: plan.id.clone(),
        name: text(portal, &plan.name),
        summary: perhaps(portal, &plan.summary),
        price: kind.to_owned(),
        prices: prices.iter().map(|one| price(portal, one, unit(one))).collect(),
        hours: plan.hours.map(|hours| hours_id(portal, hours)),
        on_call: plan.on_call.as_ref().map(on_call),
        includes: texts(portal, &plan.includes),
        excludes: texts(portal, &plan.excludes),
    }
}

fn price(portal: &Portal, price: &Price, per: String) -> machine::Price {
    machine::Price {
        amount: price.amount.decimal(),
        currency: price.amount.currency.code().to_owned(),
        per,
        period: price.period.map(|period| name_of(&Period::ALL, period)),
        tax: machine::Tax {
            name: text(portal, &price.tax.name),
            rate: price.tax.rate.decimal(),
            included: price.tax.included,
        },
        countries: price.countries.iter().map(|country| country.code().to_owned()).collect(),
        minimum_quantity: price.minimum_quantity,
        valid_from: price.valid.from.map(|date| date.to_string()),
        valid_until: price.valid.until.map(|date| date.to_string()),
    }
}

pub(super) fn rate(portal: &Portal, rate: &Rate) -> machine::Rate {
    let per = name_of(&RateUnit::ALL, rate.per);
    machine::Rate {
        id: rate.id.clone(),
        name: text(portal, &rate.name),
        prices: rate.prices.iter().map(|one| price(portal, one, per.clone())).collect(),
        per: per.clone(),
        increment_minutes: rate.increment,
        minimum_minutes: rate.minimum,
        out_of_hours: rate.out_of_hours.as_ref().map(|extra| out_of_hours(portal, extra)),
        included_hours: rate.included_hours.map(|hours| hours.decimal()),
        expires_after: rate.expires_after.map(|length| length.written()),
        rollover: rate.rollover,
        waived_if: perhaps(portal, &rate.waived_if),
        note: perhaps(portal, &rate.note),
        valid_from: rate.valid.from.map(|date| date.to_string()),
        valid_until: rate.valid.until.map(|date| date.to_string()),
    }
}

fn out_of_hours(portal: &Portal, extra: &OutOfHours) -> machine::OutOfHours {
    let (multiplier, surcharge) = match &extra.charge {
        Extra::Multiplier(ratio) => (Some(ratio.decimal()), Vec::new()),
        Extra::Surcharge(amounts) => (None, amounts.iter().copied().map(amount).collect()),
    };
    machine::OutOfHours { hours: extra.hours.map(|hours| hours_id(portal, hours)), multiplier, surcharge }
}

pub(super) fn severity(portal: &Portal, severity: &Severity) -> machine::Severity {
    let target = |target: &Target| machine::Target {
        plan: target.plan.map(|plan| portal.plans[plan].id.clone()),
        first_response: target.first_response.map(|within| due(portal, within)),
        update_every: target.update_every.map(|within| due(portal, within)),
        resolution: target.resolution.map(|within| due(portal, within)),
    };
    machine::Severity {
        id: severity.id.clone(),
        name: text(portal, &severity.name),
        definition: perhaps(portal, &severity.definition),
        examples: texts(portal, &severity.examples),
        contact_methods: ids(&portal.contact_methods, &severity.contact_methods, |method| &method.id),
        targets: severity.targets.iter().map(target).collect(),
    }
}
