//! Plans, rates, severities.

use crate::model::Text;
use crate::model::access::{CommerceWay, TextOrAddress};
use crate::model::money::Tax;
use crate::model::plan::{Audience, Plan, PlanPrice};
use crate::model::support_type::{SupportAudience, SupportPrice, SupportType};
use crate::site::PageKind;
use crate::view::pricing::{Cell, Comparison, ComparisonRow, PlanCard, Pricing, Rate};
use crate::view::{Block, Link, Phrase};
use crate::wording::{Frame, Wording, capital, plain};

/// The model's own types of the names that views have too.
mod model {
    pub(super) use crate::model::plan::Rate;
    pub(super) use crate::model::severity::Severity;
}

/// The data of the pricing page.
pub fn of(wording: &Wording<'_>) -> Pricing {
    let severities = super::severities::of(wording);
    Pricing {
        heading: wording.word("pricing_heading"),
        tax: tax_note(wording),
        validity: wording.validity(wording.portal().pricing.valid).unwrap_or_default(),
        free: free(wording),
        plans: plan_cards(wording),
        comparison: comparison(wording),
        rates: wording.portal().rates.iter().map(|rate| self::rate(wording, rate)).collect(),
        severities: severities.rows,
        targets: wording.block("pricing/targets"),
        target_plans: severities.plans,
        estimator: wording.estimator(),
        commerce: commerce(wording),
        commerce_links: commerce_links(wording),
    }
}

/// The plans as cards.
pub fn plan_cards(wording: &Wording<'_>) -> Vec<PlanCard> {
    let href = wording.href(PageKind::Pricing);
    let portal = wording.portal();
    let phrases = |texts: &[Text]| texts.iter().map(|text| wording.phrase(text)).collect::<Vec<_>>();
    let card = |plan: &Plan| PlanCard {
        id: plan.id.clone(),
        name: wording.phrase(&plan.name),
        summary: plan.summary.as_ref().map(|text| wording.phrase(text)),
        prices: wording.plan_prices(plan),
        facts: plan.includes.iter().take(3).map(|text| wording.phrase(text)).collect(),
        includes: phrases(&plan.includes),
        excludes: phrases(&plan.excludes),
        hours: plan.hours.map(|hours| capital(&wording.hours_sentence(&portal.hours[hours]))).unwrap_or_default(),
        on_call: on_call(wording, plan),
        href: format!("{href}#plan-{}", plan.id),
    };
    portal.plans.iter().map(card).collect()
}

fn on_call(wording: &Wording<'_>, plan: &Plan) -> String {
    let Some(on_call) = &plan.on_call else { return String::new() };
    let portal = wording.portal();
    let hours = wording.hours_sentence(&portal.hours[on_call.hours]);
    let names: Vec<String> = on_call
        .severities
        .iter()
        .map(|severity| wording.plain(&portal.severities[*severity].name).to_owned())
        .collect();
    if names.is_empty() {
        hours
    } else {
        wording.say("on_call_for", &[("hours", &hours), ("severities", &wording.and(&names))])
    }
}

fn tax_note(wording: &Wording<'_>) -> String {
    let portal = wording.portal();
    let prices = portal.plans.iter().filter_map(|plan| match &plan.price {
        PlanPrice::Prices(prices) => Some(prices.as_slice()),
        _ => None,
    });
    let mut taxes: Vec<&Tax> =
        prices.flatten().chain(portal.rates.iter().flat_map(|rate| &rate.prices)).map(|price| &price.tax).collect();
    taxes.dedup();
    let note = match taxes.as_slice() {
        [] => return String::new(),
        [tax] if tax.rate.numerator == 0 => wording.say("tax_note_none", &[("tax", &wording.tax(tax))]),
        [tax] => {
            wording.say(if tax.included { "tax_note_gross" } else { "tax_note_net" }, &[("tax", &wording.tax(tax))])
        }
        _ => wording.word("tax_note_mixed"),
    };
    let audience = match portal.pricing.audience {
        Audience::Business => "audience_business",
        Audience::Consumer => "audience_consumer",
    };
    format!("{} {note}", wording.word(audience))
}

/// The types of support that cost nothing, and those on request, as sentences.
fn free(wording: &Wording<'_>) -> String {
    let portal = wording.portal();
    let (free, on_request) = (SupportPrice::Included, SupportPrice::OnRequest);
    if portal.support_types.iter().all(|support| support.price == free) && !portal.charges() {
        return wording.word("all_free");
    }
    let priced = |price: &SupportPrice, audience: Option<SupportAudience>| {
        let counts = |support: &&SupportType| {
            support.price == *price && audience.is_none_or(|audience| support.audience == audience)
        };
        let types = portal.support_types.iter().filter(counts);
        types.map(|support| wording.plain(&support.name).to_owned()).collect::<Vec<_>>()
    };
    // Names may hold commas and "and", so that semicolons part them.
    let sentence = |key: &str, names: &[String]| {
        (!names.is_empty()).then(|| wording.say(key, &[("types", &wording.join("semicolon", names))]))
    };
    let said = [
        sentence("free_types", &priced(&free, Some(SupportAudience::Customers))),
        sentence("free_types_resellers", &priced(&free, Some(SupportAudience::Resellers))),
        sentence("types_on_request", &priced(&on_request, None)),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn comparison(wording: &Wording<'_>) -> Comparison {
    let plans: Vec<&Plan> = wording.portal().plans.iter().collect();
    if plans.is_empty() {
        return Comparison { plans: Vec::new(), rows: Vec::new() };
    }
    let cell = |words: String| match words.is_empty() {
        true => Cell { kind: "no".to_owned(), text: plain(&wording.word("not_included")) },
        false => Cell { kind: "text".to_owned(), text: plain(&words) },
    };
    let price = |plan: &&Plan| wording.plan_price_line(plan);
    let hours = |plan: &&Plan| {
        plan.hours.map(|hours| wording.hours_sentence(&wording.portal().hours[hours])).unwrap_or_default()
    };
    let row = |label: &str, cells: Vec<Cell>| ComparisonRow { label: plain(&wording.word(label)), cells };
    let mut rows = vec![row("row_price", plans.iter().map(|plan| cell(price(plan))).collect())];
    if plans.iter().any(|plan| plan.hours.is_some()) {
        rows.push(row("row_hours", plans.iter().map(|plan| cell(hours(plan))).collect()));
    }
    if plans.iter().any(|plan| plan.on_call.is_some()) {
        rows.push(row("row_on_call", plans.iter().map(|plan| cell(on_call(wording, plan))).collect()));
    }
    rows.extend(response_rows(wording, &plans));
    rows.extend(feature_rows(wording, &plans));
    Comparison { plans: plans.iter().map(|plan| wording.phrase(&plan.name)).collect(), rows }
}

/// The first response to each severity, plan by plan; a target without a plan holds for all.
fn response_rows(wording: &Wording<'_>, plans: &[&Plan]) -> Vec<ComparisonRow> {
    let portal = wording.portal();
    let promised = portal
        .severities
        .iter()
        .filter(|severity| severity.targets.iter().any(|target| target.first_response.is_some()));
    let row = |severity: &model::Severity| {
        let cell = |plan: &&Plan| {
            let of_plan =
                severity.targets.iter().find(|target| target.plan.is_some_and(|p| portal.plans[p].id == plan.id));
            let target = of_plan.or_else(|| severity.targets.iter().find(|target| target.plan.is_none()));
            match target.and_then(|target| target.first_response) {
                Some(due) => Cell {
                    kind: "text".to_owned(),
                    text: plain(&wording.say(
                        "due_by_clock",
                        &[("within", &wording.due(Frame::Within, due)), ("clock", &wording.clock_of(due))],
                    )),
                },
                None => Cell { kind: "no".to_owned(), text: plain(&wording.word("no_target")) },
            }
        };
        let name = wording.phrase(&severity.name);
        let label = Phrase { text: wording.say("row_response", &[("severity", &name.text)]), ..name };
        ComparisonRow { label, cells: plans.iter().map(cell).collect() }
    };
    promised.map(row).collect()
}

/// Every feature that some plan includes or excludes, in the order in which it is first named.
fn feature_rows(wording: &Wording<'_>, plans: &[&Plan]) -> Vec<ComparisonRow> {
    // What some plan excludes and no plan includes compares nothing; it stands on the plan's card.
    let mut features: Vec<&Text> = Vec::new();
    for text in plans.iter().flat_map(|plan| &plan.includes) {
        if !features.contains(&text) {
            features.push(text);
        }
    }
    let row = |feature: &&Text| {
        let cell = |plan: &&Plan| {
            // A plan that does not name it may have more under another name, so that nothing is claimed.
            let (kind, label) = match (plan.includes.contains(feature), plan.excludes.contains(feature)) {
                (true, _) => ("yes", "is_included"),
                (false, true) => ("no", "not_included"),
                (false, false) => ("none", "not_listed"),
            };
            Cell { kind: kind.to_owned(), text: plain(&wording.word(label)) }
        };
        ComparisonRow { label: wording.phrase(feature), cells: plans.iter().map(cell).collect() }
    };
    features.iter().map(row).collect()
}

fn rate(wording: &Wording<'_>, rate: &model::Rate) -> Rate {
    Rate {
        id: rate.id.clone(),
        name: wording.phrase(&rate.name),
        prices: wording.rate_prices(rate),
        rules: wording.rate_rules(rate),
        examples: wording.rate_examples(rate),
        note: rate.note.as_ref().map(|note| wording.phrase(note)),
    }
}

fn commerce(wording: &Wording<'_>) -> Vec<Block> {
    let commerce = &wording.portal().commerce;
    let mut blocks = vec![wording.block("commerce/buy-or-cancel"), wording.block("commerce/cancellation-window")];
    if let Some(note) = commerce.cancellation.as_ref().and_then(|cancellation| cancellation.note.as_ref())
        && let Some(block) = blocks.last_mut()
    {
        wording.add_paragraph(block, note);
    }
    let mut payment = wording.block("commerce/non-payment");
    match &commerce.collections {
        Some(TextOrAddress::Text(text)) => wording.add_paragraph(&mut payment, text),
        Some(TextOrAddress::Web(url)) => {
            wording.add_link(&mut payment, url.as_str(), &wording.word("collections_page"));
        }
        None => {}
    }
    blocks.extend([payment, wording.block("commerce/customer-agreement")]);
    blocks
}

fn commerce_links(wording: &Wording<'_>) -> Vec<Link> {
    let commerce = &wording.portal().commerce;
    let link = |way: &Option<CommerceWay>, label: &str, icon: &str| {
        let href = match way.as_ref()? {
            CommerceWay::Method(method) => {
                format!("{}#method-{}", wording.href(PageKind::Contact), wording.portal().contact_methods[*method].id)
            }
            CommerceWay::Web(url) => url.as_str().to_owned(),
            CommerceWay::Email(email) => email.uri(),
        };
        Some(Link { label: plain(&wording.word(label)), href, icon: icon.to_owned(), current: false })
    };
    let links = [link(&commerce.buy, "buy_more", "cart"), link(&commerce.cancel, "cancel", "cross")];
    links.into_iter().flatten().collect()
}
