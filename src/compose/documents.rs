//! Pages that are mostly text: partner of record, delegated access, legal, privacy, accessibility, free pages, 404.

use crate::content::Document;
use crate::model::Text;
use crate::model::partner::{Handled, Role};
use crate::model::support_type::{Category, Delivery};
use crate::site::{DocumentId, PageKind};
use crate::view::documents::{AccessRole, DelegatedAccess, Fact, PartnerOfRecord, Profile, Provider, TextPage};
use crate::view::{Link, Phrase};
use crate::wording::{Wording, plain};

/// The data of the partner-of-record page.
pub fn partner_of_record(wording: &Wording<'_>) -> PartnerOfRecord {
    let who = format!("partner-of-record/{}", wording.portal().partner.role.name());
    let duties =
        ["partner-of-record/what-you-do", "partner-of-record/what-we-do", "partner-of-record/what-microsoft-does"];
    PartnerOfRecord {
        heading: wording.word("partner_of_record_heading"),
        who: wording.block(&who),
        provider: provider(wording),
        profile: profile(wording),
        where_you_see_us: wording.block("partner-of-record/where-you-see-us"),
        no_microsoft_requests: wording.block("partner-of-record/no-microsoft-requests"),
        duties: duties.map(|name| wording.block(name)).into(),
        who_writes: wording.block("partner-of-record/who-writes-to-you"),
    }
}

/// The three fields of the support profile, exactly.
fn profile(wording: &Wording<'_>) -> Profile {
    let record = &wording.portal().partner_of_record;
    let link = |text: &str, href: &str, icon: &str| Link {
        label: plain(text),
        href: href.to_owned(),
        icon: icon.to_owned(),
        current: false,
    };
    Profile {
        name: wording.plain(&record.name).to_owned(),
        partner_id: wording.portal().partner.partner_id.clone().unwrap_or_default(),
        email: link(record.email.as_str(), &record.email.uri(), "mail"),
        telephone: link(&wording.number(&record.telephone), &record.telephone.uri(), "phone"),
        website: link(record.website.as_str(), record.website.as_str(), "globe"),
    }
}

/// Who answers what: the categories of support, and the duties behind them.
fn provider(wording: &Wording<'_>) -> Option<Provider> {
    let Role::IndirectReseller(provider) = &wording.portal().partner.role else { return None };
    let handled = |what: Handled| provider.handles.contains(&what);
    // Types that another company answers for us are named with it on the page of support types.
    let own = wording.portal().support_types.iter().filter(|support| matches!(support.delivery, Delivery::Own));
    let mut offered: Vec<Category> = Vec::new();
    for support in own {
        if !offered.contains(&support.category) {
            offered.push(support.category);
        }
    }
    let label = |what: Handled| match what {
        Handled::Support(category) => wording.word(&format!("category_{}", category.name())),
        Handled::SecondLine => wording.word("handles_second_line"),
        Handled::Orders => wording.word("handles_orders"),
        Handled::MicrosoftRequests => wording.word("handles_microsoft_requests"),
    };
    let first_line = std::iter::once(wording.word("handles_first_line"));
    let ours = offered
        .into_iter()
        .map(Handled::Support)
        .chain([Handled::SecondLine, Handled::Orders, Handled::MicrosoftRequests])
        .filter(|what| !handled(*what));
    Some(Provider {
        name: wording.plain(&provider.name).to_owned(),
        website: provider.website.as_ref().map(|url| url.as_str().to_owned()).unwrap_or_default(),
        ours: first_line.chain(ours.map(label)).collect(),
        theirs: provider.handles.iter().map(|what| label(*what)).collect(),
        confirmed: provider
            .contact_confirmed
            .map(|date| wording.say("confirmed_on", &[("date", &wording.date(date))]))
            .unwrap_or_default(),
    })
}

/// The data of the delegated access page.
pub fn delegated_access(wording: &Wording<'_>) -> DelegatedAccess {
    let access = wording.portal().access.as_ref();
    let roles = access.map(|access| access.roles.as_slice()).unwrap_or_default();
    let days = access.and_then(|access| access.duration_days).map(|days| wording.count("access_lasts", days, &[]));
    let extends = access
        .and_then(|access| access.auto_extend)
        .map(|auto| wording.word(if auto { "access_extends" } else { "access_ends" }));
    DelegatedAccess {
        heading: wording.word("delegated_access_heading"),
        why: if access.is_some_and(|access| access.duration_days.is_some() && !access.roles.is_empty()) {
            wording.block("delegated-access/why")
        } else {
            wording.variant("delegated-access/why", "unspecified")
        },
        roles: roles
            .iter()
            .map(|role| AccessRole {
                role: role.role.clone(),
                reason: role.reason.as_ref().map(|reason| wording.phrase(reason)).unwrap_or_default(),
            })
            .collect(),
        duration: days.into_iter().chain(extends).collect::<Vec<_>>().join(" "),
        end: wording.block("delegated-access/end"),
    }
}

/// The data of the legal page.
pub fn legal(wording: &Wording<'_>) -> TextPage {
    TextPage {
        kind: "legal".to_owned(),
        heading: wording.word("legal_heading"),
        facts: legal_facts(wording),
        blocks: vec![wording.block("legal/trademarks")],
        html: String::new(),
        markdown: String::new(),
        links: Vec::new(),
    }
}

fn legal_facts(wording: &Wording<'_>) -> Vec<Fact> {
    let portal = wording.portal();
    let (partner, legal) = (&portal.partner, &portal.legal);
    let fact = |label: &str, lines: Vec<Phrase>, href: String| Fact { label: wording.word(label), lines, href };
    let said = |label: &str, line: &str, href: String| fact(label, vec![plain(line)], href);
    let text = |label: &str, text: &Option<Text>| {
        text.as_ref().map(|text| fact(label, vec![wording.phrase(text)], String::new()))
    };
    let number = |label: &str, value: &Option<String>| value.as_ref().map(|value| said(label, value, String::new()));
    let name = partner.legal_name.as_ref().unwrap_or(&partner.name);
    let email = legal.email.as_ref().unwrap_or(&portal.partner_of_record.email);
    let telephone = legal.telephone.as_ref().unwrap_or(&portal.partner_of_record.telephone);
    let facts = [
        Some(fact("legal_name", vec![wording.phrase(name)], String::new())),
        text("legal_form", &legal.form),
        (!legal.address.is_empty())
            .then(|| fact("legal_address", legal.address.iter().map(|line| plain(line)).collect(), String::new())),
        text("legal_seat", &legal.seat),
        text("legal_representative", &legal.representative),
        text("legal_register", &legal.register),
        text("legal_court", &legal.court),
        number("legal_vat_id", &legal.vat_id),
        number("legal_economic_id", &legal.economic_id),
        partner.website.as_ref().map(|website| said("legal_website", website.as_str(), website.as_str().to_owned())),
        legal.share_capital.map(|capital| said("legal_share_capital", &wording.money(capital), String::new())),
        Some(said("legal_email", email.as_str(), email.uri())),
        Some(said("legal_telephone", &wording.number(telephone), telephone.uri())),
    ];
    facts.into_iter().flatten().collect()
}

/// The data of the privacy page.
pub fn privacy(wording: &Wording<'_>) -> TextPage {
    let portal = wording.portal();
    let name = portal.partner.legal_name.as_ref().unwrap_or(&portal.partner.name);
    let email = portal.legal.data_protection_email.as_ref().unwrap_or(&portal.partner_of_record.email);
    let fact = |label: &str, line: Phrase, href: String| Fact { label: wording.word(label), lines: vec![line], href };
    let elsewhere = portal.legal.privacy.as_ref().map(|url| Link {
        label: plain(&wording.word("privacy_elsewhere")),
        href: url.as_str().to_owned(),
        icon: "external".to_owned(),
        current: false,
    });
    TextPage {
        kind: "privacy".to_owned(),
        heading: wording.word("privacy_heading"),
        facts: vec![
            fact("privacy_controller", wording.phrase(name), String::new()),
            fact("privacy_contact", plain(email.as_str()), email.uri()),
        ],
        blocks: vec![wording.block("privacy/portal"), wording.block("privacy/support")],
        html: String::new(),
        markdown: String::new(),
        links: elsewhere.into_iter().collect(),
    }
}

/// The data of the accessibility page.
pub fn accessibility(wording: &Wording<'_>) -> TextPage {
    let portal = wording.portal();
    let email = portal.accessibility.contact.as_ref().unwrap_or(&portal.partner_of_record.email);
    TextPage {
        kind: "accessibility".to_owned(),
        heading: wording.word("accessibility_heading"),
        facts: vec![Fact {
            label: wording.word("accessibility_contact"),
            lines: vec![plain(email.as_str())],
            href: email.uri(),
        }],
        blocks: vec![wording.block("accessibility/statement")],
        html: String::new(),
        markdown: String::new(),
        links: Vec::new(),
    }
}

/// The data of a free page.
pub fn free(wording: &Wording<'_>, id: DocumentId, document: &Document) -> TextPage {
    TextPage {
        kind: "page".to_owned(),
        heading: document.meta.title.clone(),
        facts: Vec::new(),
        blocks: Vec::new(),
        html: wording.document_html(document),
        markdown: wording.document_markdown(document, PageKind::Free(id)),
        links: Vec::new(),
    }
}

/// The data of the page for addresses that do not exist.
pub fn not_found(wording: &Wording<'_>) -> TextPage {
    TextPage {
        kind: "not-found".to_owned(),
        heading: wording.word("not_found_heading"),
        facts: Vec::new(),
        blocks: vec![wording.block("not-found/lost")],
        html: String::new(),
        markdown: String::new(),
        links: vec![
            wording.page(PageKind::Home, "menu_help", "phone"),
            wording.page(PageKind::CannotSignIn, "cannot_sign_in", "key"),
            wording.page(PageKind::SelfService, "menu_self_help", "wrench"),
        ],
    }
}
