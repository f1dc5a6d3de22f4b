//! The contact page.

use crate::locale::LanguageTag;
use crate::model::access::TextRelay;
use crate::model::contact::{ContactMethod, SignIn, WhoMayUse};
use crate::model::hours::Opening;
use crate::model::{Ref, Text};
use crate::site::PageKind;
use crate::view::contact::{Contact, EscalationStep, Method};
use crate::view::{Link, Phrase};
use crate::wording::{Wording, plain};

/// The data of the contact page.
pub fn of(wording: &Wording<'_>) -> Contact {
    let portal = wording.portal();
    let text = |text: &Option<Text>| text.as_ref().map(|text| wording.phrase(text));
    let answers = super::severities::answers(wording);
    let plan = portal.escalation.microsoft_support_plan.as_ref();
    Contact {
        heading: wording.word("contact_heading"),
        methods: portal
            .contact_methods
            .refs()
            .map(|(reference, method)| self::method(wording, reference, method))
            .collect(),
        validity: wording.end_of_prices(),
        desks: portal.hours.refs().map(|(hours, _)| wording.desk(hours)).collect(),
        answers: answers.rows,
        answer_plans: answers.plans,
        have_ready: wording.block("contact/have-ready"),
        is_it_us: wording.block("contact/is-it-us"),
        caller: text(&portal.verification.caller),
        us: text(&portal.verification.us),
        escalation: if portal.escalation.steps.is_empty() {
            wording.variant("contact/escalation", "without-steps")
        } else {
            wording.block("contact/escalation")
        },
        steps: portal
            .escalation
            .steps
            .iter()
            .map(|step| EscalationStep { who: wording.phrase(&step.who), when: text(&step.when) })
            .collect(),
        microsoft_plan: plan
            .map(|plan| wording.say("microsoft_plan", &[("plan", wording.plain(plan))]))
            .unwrap_or_default(),
        accessibility: accessibility(wording),
        security: security(wording),
        keep: keep(wording),
    }
}

/// What readers take along.
fn keep(wording: &Wording<'_>) -> Vec<Link> {
    let closes = wording.portal().hours.iter().any(|hours| !matches!(hours.opening, Opening::Always(_)));
    let mut links = vec![
        wording.page(PageKind::Print, "print_sheet", "printer"),
        wording.file("contact.vcf", "save_contact", "user"),
    ];
    links.extend(closes.then(|| wording.file("closures.ics", "closures_calendar", "calendar")));
    links
}

/// A contact method in full.
pub(super) fn method(wording: &Wording<'_>, reference: Ref<ContactMethod>, method: &ContactMethod) -> Method {
    let portal = wording.portal();
    let mut action = wording.action(reference);
    if !method.plans.is_empty() && matches!(method.who_may_use, WhoMayUse::NotSaid) {
        // The plans stand below as links.
        action.who = Phrase::default();
    }
    let text = |text: &Option<Text>| text.as_ref().map(|text| wording.phrase(text));
    let pricing = wording.href(PageKind::Pricing);
    let plans = method.plans.iter().map(|plan| {
        let plan = &portal.plans[*plan];
        Link { label: wording.phrase(&plan.name), href: format!("{pricing}#plan-{}", plan.id), ..Link::default() }
    });
    let several = wording.has_several_desks();
    Method {
        national: wording.national_number(&method.way),
        desk_name: method.hours.filter(|_| several).map(|hours| wording.desk_name(&portal.hours[hours])),
        desk: method.hours.filter(|_| several).map(|hours| hours.index().to_string()).unwrap_or_default(),
        lines: wording.way_lines(&method.way),
        reply_due: method.reply_within.map(super::severities::rule).unwrap_or_default(),
        hours_href: method.hours.map(|hours| format!("#hours-{}", portal.hours[hours].id)).unwrap_or_default(),
        language_hours: wording.language_hours(method),
        have_ready: method.have_ready.iter().map(|text| wording.phrase(text)).collect(),
        sign_in: match method.sign_in {
            SignIn::None => String::new(),
            SignIn::Microsoft => wording.word("sign_in_microsoft"),
            SignIn::Own => wording.word("sign_in_own"),
        },
        plans: plans.collect(),
        countries: wording.countries(&method.countries),
        if_no_answer: text(&method.if_no_answer),
        note: text(&method.note),
        action,
    }
}

fn accessibility(wording: &Wording<'_>) -> Vec<Phrase> {
    let settings = &wording.portal().accessibility;
    let relay = settings.text_relay.as_ref().map(|relay| match relay {
        TextRelay::Welcome => plain(&wording.word("text_relay_welcome")),
        TextRelay::Described(text) => wording.phrase(text),
    });
    let names: Vec<String> = settings.sign_languages.iter().map(|tag| sign_language(wording, tag)).collect();
    let signs =
        (!names.is_empty()).then(|| plain(&wording.say("sign_languages", &[("languages", &wording.and(&names))])));
    relay.into_iter().chain(signs).collect()
}

/// CLDR names few sign languages, so that the words of the interface come first.
fn sign_language(wording: &Wording<'_>, tag: &LanguageTag) -> String {
    let word = wording.word(&format!("sign_{}", tag.as_str()));
    if word.is_empty() { wording.locale().language_name(tag) } else { word }
}

fn security(wording: &Wording<'_>) -> Vec<Link> {
    let security = &wording.portal().security;
    let link = |label: String, href: String, icon: &str| Link {
        label: plain(&label),
        href,
        icon: icon.to_owned(),
        current: false,
    };
    let email = security.email.as_ref().map(|email| link(email.as_str().to_owned(), email.uri(), "mail"));
    let telephone =
        security.telephone.as_ref().map(|telephone| link(wording.number(telephone), telephone.uri(), "phone"));
    let policy =
        security.policy.as_ref().map(|url| link(wording.word("security_policy"), url.as_str().to_owned(), "shield"));
    email.into_iter().chain(telephone).chain(policy).collect()
}
