//! Contact methods and promises.

use super::{hours_id, ids, in_each_language, perhaps, text, texts};
use crate::export::facts::Facts;
use crate::model::contact::{ContactMethod, SignIn, Way, WhoMayUse};
use crate::model::duration::Duration;
use crate::model::severity::Due;
use crate::model::{LanguageId, Portal};
use crate::view::machine;

pub(super) fn method(facts: &Facts<'_>, method: &ContactMethod) -> machine::ContactMethod {
    let portal = facts.portal();
    let href = facts.wording(LanguageId::DEFAULT).way_href(&method.way);
    let (who_may_use, who) = who(portal, &method.who_may_use);
    let address = Address::of(&method.way);
    let spoken = method.languages.iter().map(|spoken| machine::Spoken {
        tag: spoken.tag.as_str().to_owned(),
        hours: spoken.hours.map(|hours| hours_id(portal, hours)),
    });
    machine::ContactMethod {
        id: method.id.clone(),
        kind: kind(&method.way).to_owned(),
        name: match &method.name {
            Some(name) => text(portal, name),
            None => in_each_language(facts, |language| facts.wording(language).method_name(method).text),
        },
        telephone: address.telephone,
        telephone_national: address.national,
        email: address.email,
        url: address.url,
        address: address.lines,
        href: (!href.is_empty()).then_some(href),
        hours: method.hours.map(|hours| hours_id(portal, hours)),
        languages: spoken.collect(),
        emergency: method.emergency,
        rate: method.rate.map(|rate| portal.rates[rate].id.clone()),
        cost: perhaps(portal, &method.cost),
        reply_within: method.reply_within.map(|within| due(portal, within)),
        have_ready: texts(portal, &method.have_ready),
        plans: ids(&portal.plans, &method.plans, |plan| &plan.id),
        countries: method.countries.iter().map(|country| country.code().to_owned()).collect(),
        sign_in: match method.sign_in {
            SignIn::None => "none",
            SignIn::Microsoft => "microsoft",
            SignIn::Own => "own",
        }
        .to_owned(),
        who_may_use,
        who,
        if_no_answer: perhaps(portal, &method.if_no_answer),
        note: perhaps(portal, &method.note),
    }
}

fn who(portal: &Portal, who: &WhoMayUse) -> (Option<String>, Option<machine::Text>) {
    match who {
        WhoMayUse::NotSaid => (None, None),
        WhoMayUse::Anyone => (Some("anyone".to_owned()), None),
        WhoMayUse::Authorised => (Some("authorised".to_owned()), None),
        WhoMayUse::Described(words) => (Some("described".to_owned()), Some(text(portal, words))),
    }
}

/// The address of a way, by what it is.
#[derive(Default)]
struct Address {
    telephone: Option<String>,
    national: Option<String>,
    email: Option<String>,
    url: Option<String>,
    lines: Vec<String>,
}

impl Address {
    fn of(way: &Way) -> Self {
        let mut address = Self::default();
        match way {
            Way::Phone(telephone) | Way::Sms(telephone) | Way::WhatsApp(telephone) | Way::Relay(telephone) => {
                address.telephone = Some(telephone.e164().to_owned());
                address.national = telephone.region().map(|_| telephone.national());
            }
            Way::Email(email) | Way::Teams(email) => address.email = Some(email.as_str().to_owned()),
            Way::TicketPortal(url)
            | Way::Chat(url)
            | Way::Messenger(url)
            | Way::RemoteAssistance(url)
            | Way::Booking(url) => address.url = Some(url.as_str().to_owned()),
            Way::Post(lines) | Way::InPerson(lines) => address.lines.clone_from(lines),
        }
        address
    }
}

/// The kind as the configuration names it.
fn kind(way: &Way) -> &'static str {
    match way {
        Way::Phone(_) => "phone",
        Way::Sms(_) => "sms",
        Way::WhatsApp(_) => "whatsapp",
        Way::Relay(_) => "relay",
        Way::Email(_) => "email",
        Way::Teams(_) => "teams",
        Way::TicketPortal(_) => "ticket-portal",
        Way::Chat(_) => "chat",
        Way::Messenger(_) => "messenger",
        Way::RemoteAssistance(_) => "remote-assistance",
        Way::Booking(_) => "booking",
        Way::Post(_) => "post",
        Way::InPerson(_) => "in-person",
    }
}

/// A promise.
pub(super) fn due(portal: &Portal, due: Due) -> machine::Due {
    let length = match due {
        Due::Elapsed(length) => length,
        Due::Open(minutes, _) => Duration::Minutes(minutes),
        Due::BusinessDays(days, _) => Duration::BusinessDays(days),
    };
    machine::Due {
        within: length.written(),
        clock: due.desk().map_or_else(|| "elapsed".to_owned(), |desk| hours_id(portal, desk)),
        minutes: length.elapsed_minutes().and_then(|minutes| u32::try_from(minutes).ok()),
        business_days: if let Duration::BusinessDays(days) = length { Some(days) } else { None },
    }
}
