//! `contact.vcf`: the support desk for address books (vCard 3.0, which telephones and Outlook read).

use super::content_line::{ContentLines, escape};
use super::facts::Facts;
use crate::locale::Telephone;
use crate::model::LanguageId;
use crate::model::contact::Way;
use crate::wording::Wording;

/// The file.
pub(super) const FILE: &str = "contact.vcf";

/// The card, in the default language.
pub(super) fn vcf(facts: &Facts<'_>) -> Vec<u8> {
    let wording = facts.wording(LanguageId::DEFAULT);
    let portal = facts.portal();
    let mut card = ContentLines::default();
    card.put("BEGIN", "VCARD");
    card.put("VERSION", "3.0");
    card.put("PRODID", concat!("-//supportal//supportal ", env!("CARGO_PKG_VERSION"), "//EN"));
    card.text("UID", &facts.unique("contact"));
    let (name, partner) = (wording.plain(&portal.title), wording.plain(&portal.partner.name));
    card.text("FN", name);
    // A company has no first name, and programs want the field all the same.
    card.put("N", &format!("{};;;;", escape(name)));
    card.text("ORG", partner);
    card.put("X-ABShowAs", "COMPANY");
    telephones(facts, &mut card);
    for (number, email) in emails(facts).into_iter().enumerate() {
        card.text(if number == 0 { "EMAIL;TYPE=INTERNET,WORK,PREF" } else { "EMAIL;TYPE=INTERNET,WORK" }, email);
    }
    card.put("URL", portal.base_url.as_str());
    if !portal.legal.address.is_empty() {
        // Which line holds the town differs from country to country, so all of them stand in the street.
        card.put("ADR;TYPE=WORK", &format!(";;{};;;;", escape(&portal.legal.address.join(", "))));
        card.text("LABEL;TYPE=WORK", &portal.legal.address.join("\n"));
    }
    card.text("NOTE", &note(facts, &wording));
    if let Some(reviewed) = portal.reviewed {
        card.put("REV", &format!("{reviewed}T00:00:00Z"));
    }
    card.put("END", "VCARD");
    card.into_bytes()
}

/// The telephone that Microsoft shows, then the others in their order, each once.
fn telephones(facts: &Facts<'_>, card: &mut ContentLines) {
    let first = &facts.portal().partner_of_record.telephone;
    card.put("TEL;TYPE=WORK,VOICE,PREF", first.e164());
    let mut written = vec![first.e164()];
    for method in facts.portal().contact_methods.iter() {
        let (kind, telephone): (&str, &Telephone) = match &method.way {
            Way::Phone(telephone) => ("WORK,VOICE", telephone),
            Way::Sms(telephone) | Way::WhatsApp(telephone) => ("WORK,MSG", telephone),
            Way::Relay(telephone) => ("WORK", telephone),
            _ => continue,
        };
        if !written.contains(&telephone.e164()) {
            card.put(&format!("TEL;TYPE={kind}"), telephone.e164());
            written.push(telephone.e164());
        }
    }
}

fn emails<'a>(facts: &Facts<'a>) -> Vec<&'a str> {
    let portal = facts.portal();
    let mut emails = vec![portal.partner_of_record.email.as_str()];
    for method in portal.contact_methods.iter() {
        if let Way::Email(email) = &method.way
            && !emails.contains(&email.as_str())
        {
            emails.push(email.as_str());
        }
    }
    emails
}

/// What each number is for, with its hours.
fn note(facts: &Facts<'_>, wording: &Wording<'_>) -> String {
    let portal = facts.portal();
    let lines = portal.contact_methods.iter().filter_map(|method| {
        let telephone = match &method.way {
            Way::Phone(telephone) | Way::Sms(telephone) | Way::WhatsApp(telephone) | Way::Relay(telephone) => telephone,
            _ => return None,
        };
        let name = wording.method_name(method).text;
        let hours = method.hours.map(|hours| wording.hours_sentence(&portal.hours[hours])).unwrap_or_default();
        let number = wording.number(telephone);
        Some(if hours.is_empty() { format!("{name} {number}") } else { format!("{name} {number}: {hours}") })
    });
    lines.collect::<Vec<_>>().join("\n")
}
