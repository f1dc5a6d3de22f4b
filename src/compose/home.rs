//! The home page.

use super::{guides, pricing, support_types};
use crate::model::Ref;
use crate::model::contact::Way;
use crate::model::duration::Duration;
use crate::model::hours::{Hours, HoursKind, Opening};
use crate::model::partner::Role;
use crate::model::severity::{Due, Severity, Target};
use crate::model::support_type::SupportType;
use crate::site::PageKind;
use crate::view::Link;
use crate::view::home::{DeskLine, Home, Step, TypeTeaser, UrgencyCard};
use crate::view::pricing::PlanCard;
use crate::wording::{Frame, Wording, capital};

/// The data of the home page.
pub fn of(wording: &Wording<'_>) -> Home {
    let portal = wording.portal();
    Home {
        heading: wording.word("home_heading"),
        lead: wording
            .say("home_lead", &[("partner", wording.plain(&portal.partner.name)), ("products", &products(wording))]),
        desk: wording.main_desk().map(|hours| wording.desk(hours)),
        other_desks: other_desks(wording),
        urgency: urgency(wording),
        next_steps: next_steps(wording),
        tiles: tiles(wording),
        types: types(wording),
        plans: plans(wording),
        hours_link: wording.page(PageKind::Contact, "link_all_hours", "clock"),
        prices_link: wording.page(PageKind::Pricing, "link_all_prices", "bill"),
        why_link: wording.page(PageKind::PartnerOfRecord, "link_how_support_works", "arrow"),
        why: why(wording),
    }
}

/// The most hours that stand beside the main ones.
const MOST_DESKS: usize = 2;

/// The staffed hours of other contact methods, where these are not the main ones under another name.
pub(super) fn other_desks(wording: &Wording<'_>) -> Vec<DeskLine> {
    let portal = wording.portal();
    let mut found = Vec::new();
    for hours in portal.contact_methods.iter().filter_map(|method| method.hours) {
        let desk = &portal.hours[hours];
        let counts = desk.kind == HoursKind::Staffed && matches!(desk.opening, Opening::Weekly(_) | Opening::Always(_));
        if counts && Some(hours) != wording.main_desk() && !found.contains(&hours) {
            found.push(hours);
        }
    }
    let line = |hours: Ref<Hours>| DeskLine {
        name: wording.desk_name(&portal.hours[hours]),
        summary: capital(&wording.hours_sentence(&portal.hours[hours])),
    };
    found.into_iter().take(MOST_DESKS).map(line).collect()
}

/// One card for each of the two gravest severities; the last card gathers the rest.
pub(super) fn urgency(wording: &Wording<'_>) -> Vec<UrgencyCard> {
    let severities: Vec<&Severity> = wording.portal().severities.iter().collect();
    let groups: Vec<&[&Severity]> = match severities.len() {
        0 => Vec::new(),
        1..=3 => severities.chunks(1).collect(),
        _ => vec![&severities[..1], &severities[1..2], &severities[2..]],
    };
    let cards = (1u8..).zip(groups).filter_map(|(level, group)| {
        let first = group.first()?;
        let examples =
            group.iter().flat_map(|severity| severity.examples.iter().take(if group.len() > 1 { 2 } else { 3 }));
        // A severity without examples is said by its definition.
        let definitions = group
            .iter()
            .filter(|severity| severity.examples.is_empty())
            .filter_map(|severity| severity.definition.as_ref());
        Some(UrgencyCard {
            level,
            name: wording.phrase(&first.name),
            heading: urgency_heading(wording, first),
            examples: examples.chain(definitions).map(|text| wording.phrase(text)).collect(),
            // A card that gathers several severities promises nothing for all of them.
            promise: if group.len() == 1 { promise(wording, first) } else { String::new() },
        })
    });
    cards.collect()
}

/// "Call now if", "Call or open a ticket if": from the ways in which the severity is reported.
fn urgency_heading(wording: &Wording<'_>, severity: &Severity) -> String {
    let portal = wording.portal();
    let methods = severity.contact_methods.iter().map(|method| &portal.contact_methods[*method]);
    // "Call now or call" says one thing twice.
    let methods_have_emergency = methods.clone().any(|method| matches!(method.way, Way::Phone(_)) && method.emergency);
    let mut verbs: Vec<String> = methods
        .filter_map(|method| match &method.way {
            Way::Phone(_) if method.emergency => Some("do_call_now"),
            Way::Phone(_) | Way::Relay(_) => Some("do_call"),
            Way::Email(_) => Some("do_email"),
            Way::TicketPortal(_) => Some("do_ticket"),
            Way::Chat(_) | Way::Messenger(_) | Way::Teams(_) | Way::WhatsApp(_) | Way::Sms(_) => Some("do_chat"),
            _ => None,
        })
        .map(|key| wording.word(key))
        .collect();
    if methods_have_emergency {
        verbs.retain(|verb| *verb != wording.word("do_call"));
    }
    verbs.dedup();
    verbs.truncate(2);
    if verbs.is_empty() {
        return wording.word("do_contact_if");
    }
    let said = wording.locale().or(&verbs);
    wording.say("do_if", &[("what", &capital(&said))])
}

/// The first response, when everybody has the same; else the quickest one with the plan that has it.
fn promise(wording: &Wording<'_>, severity: &Severity) -> String {
    let portal = wording.portal();
    let promised: Vec<(&Target, Due)> =
        severity.targets.iter().filter_map(|target| Some((target, target.first_response?))).collect();
    let Some((target, due)) = promised.iter().min_by_key(|(_, due)| minutes(*due)) else { return String::new() };
    let slots = [("within", wording.due(Frame::Within, *due)), ("clock", wording.clock_of(*due))];
    let mut slots: Vec<(&str, &str)> = slots.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let same = promised.iter().all(|(_, other)| other == due);
    match target.plan.filter(|_| !same || promised.len() < portal.plans.len()) {
        None => wording.say("promise", &slots),
        Some(plan) => {
            slots.push(("plan", wording.plain(&portal.plans[plan].name)));
            wording.say("promise_in_plan", &slots)
        }
    }
}

/// How long a promise lasts at least, to compare promises by different clocks.
fn minutes(due: Due) -> u32 {
    match due {
        Due::Elapsed(Duration::Minutes(minutes)) | Due::Open(minutes, _) => minutes,
        Due::Elapsed(Duration::Days(days)) | Due::BusinessDays(days, _) => days.saturating_mul(1440),
        Due::Elapsed(_) => u32::MAX,
    }
}

fn next_steps(wording: &Wording<'_>) -> Vec<Step> {
    let step =
        |n: u8| Step { title: wording.word(&format!("next_{n}_title")), text: wording.word(&format!("next_{n}_text")) };
    (1..=3).map(step).collect()
}

/// "I cannot sign in", then the first guide of each folder in the order of the folders, so that the tiles show how wide
/// the help is.
fn tiles(wording: &Wording<'_>) -> Vec<Link> {
    let guides = guides::folders(wording).into_iter().filter_map(|(_, folder)| {
        let mut items = folder.articles.iter().filter_map(|id| guides::item(wording, *id, wording.site.document(*id)));
        let item = items.find(|item| item.lang.is_none())?;
        Some(Link { label: item.title, href: item.href, icon: "book".to_owned(), current: false })
    });
    let first = wording.page(PageKind::CannotSignIn, "cannot_sign_in", "key");
    let last = wording.page(PageKind::SelfService, "all_self_help", "wrench");
    std::iter::once(first).chain(guides.take(MOST_GUIDES)).chain([last]).collect()
}

/// How many guides stand on the home page.
const MOST_GUIDES: usize = 4;

fn types(wording: &Wording<'_>) -> Vec<TypeTeaser> {
    let page = wording.href(PageKind::SupportTypes);
    let teaser = |support: &SupportType| TypeTeaser {
        name: wording.phrase(&support.name),
        audience: support_types::audience(wording, support),
        price: wording.support_price_short(&support.price),
        href: format!("{page}#type-{}", support.id),
        icon: support_types::icon(support.category).to_owned(),
    };
    wording.portal().support_types.iter().map(teaser).collect()
}

/// The plans with the first price in each currency: the rest stands on the pricing page.
fn plans(wording: &Wording<'_>) -> Vec<PlanCard> {
    let mut cards = pricing::plan_cards(wording);
    for card in &mut cards {
        let mut seen: Vec<String> = Vec::new();
        card.prices.retain(|tag| {
            let is_new = !seen.contains(&tag.currency);
            seen.push(tag.currency.clone());
            is_new
        });
    }
    cards
}

fn why(wording: &Wording<'_>) -> String {
    let partner = wording.plain(&wording.portal().partner.name);
    match &wording.portal().partner.role {
        Role::DirectBill => wording.say("why_direct_bill", &[("partner", partner)]),
        Role::IndirectReseller(provider) => {
            wording.say("why_reseller", &[("partner", partner), ("provider", wording.plain(&provider.name))])
        }
        Role::IndirectProvider => wording.say("why_provider", &[("partner", partner)]),
    }
}

/// The products that the partner sells, else those that almost every partner sells.
fn products(wording: &Wording<'_>) -> String {
    let products = &wording.portal().self_service.products;
    let names: Vec<String> = products.iter().map(|product| wording.plain(product).to_owned()).collect();
    if names.is_empty() { wording.and(&["Microsoft 365".to_owned(), "Azure".to_owned()]) } else { wording.and(&names) }
}
