//! A contact method as a button with its conditions.

use super::due::Frame;
use super::{Wording, capital};
use crate::model::Ref;
use crate::model::contact::{ContactMethod, Spoken, Way, WhoMayUse};
use crate::model::hours::{Hours, HoursKind};
use crate::model::plan::PlanPrice;
use crate::model::support_type::SupportPrice;
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
            languages: self.spoken(m),
            who: self.who(m),
            reply: m
                .reply_within
                .map(|due| {
                    self.say("reply", &[("within", &self.due(Frame::Within, due)), ("clock", &self.clock_of(due))])
                })
                .unwrap_or_default(),
        }
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

    fn who(&self, method: &ContactMethod) -> String {
        match &method.who_may_use {
            WhoMayUse::Described(text) => self.plain(text).to_owned(),
            WhoMayUse::Authorised => self.word("who_authorised"),
            WhoMayUse::Anyone => self.word("who_anyone"),
            WhoMayUse::NotSaid if !method.plans.is_empty() => {
                let names: Vec<String> =
                    method.plans.iter().map(|plan| self.plain(&self.portal().plans[*plan].name).to_owned()).collect();
                self.say("who_plans", &[("plans", &self.and(&names))])
            }
            WhoMayUse::NotSaid => String::new(),
        }
    }

    /// The least that using a method can cost, so that nobody is surprised.
    fn method_price(&self, reference: Ref<ContactMethod>) -> String {
        let method = &self.portal().contact_methods[reference];
        if let Some(rate) = method.rate {
            let rate = &self.portal().rates[rate];
            let least = self.least_charge(rate, method.hours.is_some_and(|hours| self.is_on_call(hours)));
            let plans = self.plans_on_call(method.hours);
            let mut names: Vec<String> =
                method.plans.iter().map(|plan| self.plain(&self.portal().plans[*plan].name).to_owned()).collect();
            names.extend(plans);
            names.dedup();
            return if names.is_empty() {
                self.say("price_from", &[("amount", &least)])
            } else {
                self.say("price_plans_or_from", &[("plans", &self.and(&names)), ("amount", &least)])
            };
        }
        let (free, least) = self.least_of_types(reference);
        match (free, least) {
            (true, None) => self.word("free"),
            (true, Some(least)) => self.say("price_free_or_from", &[("amount", &least)]),
            (false, Some(least)) => self.say("price_from", &[("amount", &least)]),
            (false, None) => String::new(),
        }
    }

    fn is_on_call(&self, hours: Ref<Hours>) -> bool {
        self.portal().hours[hours].kind == HoursKind::OnCall
    }

    /// The plans whose on-call hours are these.
    fn plans_on_call(&self, hours: Option<Ref<Hours>>) -> Vec<String> {
        let plans = self
            .portal()
            .plans
            .iter()
            .filter(|plan| hours.is_some() && plan.on_call.as_ref().map(|on_call| on_call.hours) == hours);
        plans.map(|plan| self.plain(&plan.name).to_owned()).collect()
    }

    /// Whether some support asked for this way is free, and the least that other support costs.
    fn least_of_types(&self, method: Ref<ContactMethod>) -> (bool, Option<String>) {
        let portal = self.portal();
        let mut free = false;
        let mut least = None;
        for support in portal.support_types.iter().filter(|support| support.contact_methods.contains(&method)) {
            match &support.price {
                SupportPrice::Included => free = true,
                SupportPrice::OnRequest => {}
                SupportPrice::Charged { plans, rates } => {
                    free |= plans.iter().any(|plan| matches!(portal.plans[*plan].price, PlanPrice::Free));
                    least = least.or_else(|| rates.first().map(|rate| self.least_charge(&portal.rates[*rate], false)));
                }
            }
        }
        (free, least)
    }
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
