//! A contact method as a button with its conditions.

use super::due::Frame;
use super::{Wording, capital, plain};
use crate::model::Ref;
use crate::model::contact::{ContactMethod, Spoken, Way, WhoMayUse};
use crate::model::hours::{Hours, HoursKind};
use crate::model::plan::{Plan, Rate};
use crate::model::support_type::SupportPrice;
use crate::view::Phrase;
use crate::view::now::Action;

impl Wording<'_> {
    /// A contact method as a button.
    pub fn action(&self, method: Ref<ContactMethod>) -> Action {
        let m = &self.portal().contact_methods[method];
        let hours = m.hours.map(|hours| &self.portal().hours[hours]);
        let (icon, verb) = verb(m);
        Action {
            id: m.id.clone(),
            icon: icon.to_owned(),
            name: self.method_name(m),
            verb: self.word(verb),
            value: match &m.way {
                Way::Phone(t) | Way::Sms(t) | Way::WhatsApp(t) | Way::Relay(t) => self.number(t),
                _ => String::new(),
            },
            href: self.way_href(&m.way),
            emergency: m.emergency,
            hours: hours.map(|hours| capital(&self.hours_sentence(hours))).unwrap_or_default(),
            hours_short: hours.map(|hours| capital(&self.hours_short(hours))).unwrap_or_default(),
            price: self.method_price(method),
            cost: m.cost.as_ref().map(|text| self.phrase(text)),
            languages: self.spoken(m),
            who: self.who(m),
            reply: m
                .reply_within
                .map(|due| {
                    self.say(
                        "due_by_clock",
                        &[("within", &self.due(Frame::Within, due)), ("clock", &self.clock_of(due))],
                    )
                })
                .unwrap_or_default(),
        }
    }

    /// The name of a method, or of its kind.
    pub fn method_name(&self, method: &ContactMethod) -> Phrase {
        match &method.name {
            Some(name) => self.phrase(name),
            None => plain(&self.word(kind(method))),
        }
    }

    /// The first emergency line by voice.
    pub fn emergency(&self) -> Option<Ref<ContactMethod>> {
        self.portal()
            .contact_methods
            .refs()
            .find(|(_, method)| method.emergency && method.way.voice().is_some())
            .map(|(reference, _)| reference)
    }

    /// When the emergency line is answered, and the least that it costs.
    pub fn emergency_terms(&self) -> Option<String> {
        let action = self.action(self.emergency()?);
        let terms: Vec<String> =
            [action.hours_short, action.price, action.who.text].into_iter().filter(|term| !term.is_empty()).collect();
        (!terms.is_empty()).then(|| self.join("semicolon", &terms))
    }

    /// "Polish and English".
    fn spoken(&self, method: &ContactMethod) -> String {
        let names: Vec<String> =
            method.languages.iter().map(|spoken| self.locale().language_name(&spoken.tag)).collect();
        self.and(&names)
    }

    /// Every language with its hours, a sentence each, when one has hours of its own; else nothing.
    pub fn language_hours(&self, method: &ContactMethod) -> Vec<String> {
        let own = |spoken: &Spoken| spoken.hours.is_some() && spoken.hours != method.hours;
        if !method.languages.iter().any(own) {
            return Vec::new();
        }
        let sentence = |spoken: &Spoken| {
            let language = self.locale().language_name(&spoken.tag);
            let hours = spoken.hours.or(method.hours)?;
            let hours = self.hours_sentence(&self.portal().hours[hours]);
            Some(self.say("language_hours", &[("language", &language), ("hours", &hours)]))
        };
        method.languages.iter().filter_map(sentence).collect()
    }

    fn who(&self, method: &ContactMethod) -> Phrase {
        match &method.who_may_use {
            WhoMayUse::Described(text) => self.phrase(text),
            WhoMayUse::Authorised => plain(&self.word("who_authorised")),
            WhoMayUse::Anyone => plain(&self.word("who_anyone")),
            WhoMayUse::NotSaid if !method.plans.is_empty() => {
                let names: Vec<String> =
                    method.plans.iter().map(|plan| self.plain(&self.portal().plans[*plan].name).to_owned()).collect();
                plain(&self.say("who_plans", &[("plans", &self.and(&names))]))
            }
            WhoMayUse::NotSaid => Phrase::default(),
        }
    }

    /// The least that using a method can cost, so that nobody is surprised.
    fn method_price(&self, reference: Ref<ContactMethod>) -> String {
        let method = &self.portal().contact_methods[reference];
        let outside = method.hours.is_some_and(|hours| self.portal().hours[hours].kind == HoursKind::OnCall);
        let countries = &method.countries;
        if let Some(rate) = method.rate {
            let mut plans = method.plans.clone();
            plans.extend(self.plans_on_call(method.hours).filter(|plan| !method.plans.contains(plan)));
            return self.least_sentence(&plans, self.least_of(&[rate], outside, countries));
        }
        let offered = self.offered_by(reference, method, outside);
        let least = self.least_of(&offered.rates, outside && !offered.included, countries);
        match (offered.included, least) {
            (true, Some(least)) => self.say("price_free_or_from", &[("amount", &least.amount)]),
            (true, None) => self.word(if offered.on_request { "free_or_on_request" } else { "free" }),
            (false, None) if offered.plans.is_empty() && offered.on_request => self.word("on_request"),
            (false, least) => self.least_sentence(&offered.plans, least),
        }
    }

    /// The plans whose on-call hours are these.
    fn plans_on_call(&self, hours: Option<Ref<Hours>>) -> impl Iterator<Item = Ref<Plan>> {
        let plans = self.portal().plans.refs();
        plans
            .filter(move |(_, plan)| hours.is_some() && plan.on_call.as_ref().map(|on_call| on_call.hours) == hours)
            .map(|(plan, _)| plan)
    }

    /// What the support that can be asked for this way costs. A method for some plans is in their price; on call, only
    /// plans with these on-call hours and support that is given in them count.
    fn offered_by(&self, reference: Ref<ContactMethod>, method: &ContactMethod, on_call: bool) -> Offered {
        let portal = self.portal();
        let mut offered = Offered::default();
        let on_call_plans: Vec<Ref<Plan>> = self.plans_on_call(method.hours).collect();
        for support in portal.support_types.iter().filter(|support| support.contact_methods.contains(&reference)) {
            match &support.price {
                SupportPrice::Included => offered.included |= !on_call || Some(support.hours) == method.hours,
                SupportPrice::OnRequest => offered.on_request = true,
                SupportPrice::Charged { plans, rates } => {
                    let counts = |plan: &&Ref<Plan>| {
                        (method.plans.is_empty() || method.plans.contains(plan))
                            && (!on_call || on_call_plans.contains(plan))
                    };
                    offered.plans.extend(plans.iter().filter(counts));
                    if method.plans.is_empty() {
                        offered.rates.extend(rates);
                    }
                }
            }
        }
        offered.plans.sort_by_key(|plan| plan.index());
        offered.plans.dedup();
        offered
    }
}

/// What can be asked for by one contact method.
#[derive(Default)]
struct Offered {
    included: bool,
    on_request: bool,
    plans: Vec<Ref<Plan>>,
    rates: Vec<Ref<Rate>>,
}

/// The icon and the label of the verb.
fn verb(method: &ContactMethod) -> (&'static str, &'static str) {
    match &method.way {
        Way::Phone(_) if method.emergency => ("alert", "verb_emergency"),
        Way::Phone(_) => ("phone", "verb_call"),
        Way::Sms(_) => ("chat", "verb_sms"),
        Way::WhatsApp(_) => ("chat", "verb_whatsapp"),
        Way::Relay(_) => ("chat", "verb_relay"),
        Way::Email(_) => ("mail", "verb_email"),
        Way::Teams(_) => ("chat", "verb_teams"),
        Way::TicketPortal(_) => ("ticket", "verb_ticket"),
        Way::Chat(_) => ("chat", "verb_chat"),
        Way::Messenger(_) => ("chat", "verb_messenger"),
        Way::RemoteAssistance(_) => ("screen", "verb_remote"),
        Way::Booking(_) => ("calendar", "verb_booking"),
        Way::Post(_) => ("mail", "verb_post"),
        Way::InPerson(_) => ("pin", "verb_in_person"),
    }
}

/// The label that names a kind of contact method.
fn kind(method: &ContactMethod) -> &'static str {
    match &method.way {
        Way::Phone(_) if method.emergency => "kind_emergency",
        Way::Phone(_) => "kind_phone",
        Way::Sms(_) => "kind_sms",
        Way::WhatsApp(_) => "kind_whatsapp",
        Way::Relay(_) => "kind_relay",
        Way::Email(_) => "kind_email",
        Way::Teams(_) => "kind_teams",
        Way::TicketPortal(_) => "kind_ticket_portal",
        Way::Chat(_) => "kind_chat",
        Way::Messenger(_) => "kind_messenger",
        Way::RemoteAssistance(_) => "kind_remote_assistance",
        Way::Booking(_) => "kind_booking",
        Way::Post(_) => "kind_post",
        Way::InPerson(_) => "kind_in_person",
    }
}
