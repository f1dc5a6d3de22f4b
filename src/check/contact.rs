//! Contact methods that can be used: by telephone and in writing, in the reader's language, with a time for the answer.

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::locale::LanguageTag;
use crate::model::address::EmailAddress;
use crate::model::contact::{ContactMethod, Way};
use crate::model::hours::Opening;
use crate::model::severity::Due;

pub(super) fn check(report: &Report<'_>) {
    shared_numbers(report);
    free_mail(report);
    languages(report);
    answers(report);
    call_charges(report);
    in_writing(report);
    emergencies(report);
    remote_assistance(report);
}

/// CON-02: one telephone under two names leaves callers in doubt which to choose.
fn shared_numbers(report: &Report<'_>) {
    let methods: Vec<&ContactMethod> = report.portal().contact_methods.iter().collect();
    for (place, method) in methods.iter().enumerate() {
        let Way::Phone(own) = &method.way else { continue };
        let same = |other: &&&ContactMethod| matches!(&other.way, Way::Phone(number) if number == own);
        if let Some(earlier) = methods.iter().take(place).find(same) {
            let message = format!("`{}` and `{}` have one telephone number", earlier.id, method.id);
            report.tell_item(
                Diagnostic::notice(code::CON_02, message)
                    .hint("if one desk answers both, one contact method is enough"),
                "contact_methods",
                &method.id,
                "telephone",
            );
        }
    }
}

/// Providers of mailboxes for everybody.
const FREE: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "aol.com",
    "icloud.com",
    "me.com",
    "proton.me",
    "protonmail.com",
    "gmx.de",
    "gmx.net",
    "gmx.com",
    "web.de",
    "t-online.de",
    "freenet.de",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "interia.pl",
    "op.pl",
    "mail.ru",
];

/// Whether everybody can have a mailbox at this domain.
pub fn is_free_mail(domain: &str) -> bool {
    FREE.contains(&domain.to_lowercase().as_str())
}

/// CON-03: a mailbox at a free provider is no company's, and everybody can have one that looks like it.
fn free_mail(report: &Report<'_>) {
    let portal = report.portal();
    let methods = portal.contact_methods.iter().filter_map(|method| match &method.way {
        Way::Email(address) => Some(address),
        _ => None,
    });
    let mut told: Vec<&str> = Vec::new();
    let record = std::iter::once(&portal.partner_of_record.email);
    for address in record.chain(methods).chain(&portal.security.email).map(EmailAddress::as_str) {
        let domain = address.rsplit('@').next().unwrap_or_default().to_lowercase();
        if is_free_mail(&domain) && !told.contains(&address) {
            told.push(address);
            let message = format!("`{address}` is a mailbox at a free provider");
            let hint = "use a mailbox of your own domain: customers cannot tell this one from a forgery";
            report.tell(Diagnostic::warning(code::CON_03, message).hint(hint), &[address]);
        }
    }
}

/// CON-04: on a site of several languages each method where people talk says which it speaks, and each language of the
/// site is spoken somewhere.
fn languages(report: &Report<'_>) {
    let portal = report.portal();
    let talks =
        |method: &&ContactMethod| matches!(method.way, Way::Phone(_) | Way::Chat(_) | Way::Teams(_) | Way::InPerson(_));
    let talking: Vec<&ContactMethod> = portal.contact_methods.iter().filter(talks).collect();
    for method in talking.iter().filter(|method| method.languages.is_empty() && portal.languages.count() > 1) {
        let message = format!("`{}` does not say which languages are spoken there", method.id);
        let tags: Vec<String> = portal.languages.iter().map(|(_, tag)| format!("\"{}\"", tag.as_str())).collect();
        report.tell_item(
            Diagnostic::warning(code::CON_04, message)
                .hint(format!("add languages = [{}], as far as it is so", tags.join(", "))),
            "contact_methods",
            &method.id,
            "kind",
        );
    }
    let base = |tag: &LanguageTag| tag.as_str().split('-').next().unwrap_or_default().to_owned();
    let spoken: Vec<String> =
        portal.contact_methods.iter().flat_map(|method| &method.languages).map(|spoken| base(&spoken.tag)).collect();
    if spoken.is_empty() || talking.iter().any(|method| method.languages.is_empty()) {
        return;
    }
    for (_, tag) in portal.languages.iter().filter(|(_, tag)| !spoken.contains(&base(tag))) {
        let message = format!("the site is in `{}`, and no contact method speaks it", tag.as_str());
        let hint = "add it to the languages of a contact method; if nobody speaks it, say so in a note";
        report.tell(Diagnostic::warning(code::CON_04, message).hint(hint), &["[[contact_methods]]", "languages"]);
    }
}

/// CON-06: who writes is told by when an answer comes.
fn answers(report: &Report<'_>) {
    for method in report.portal().contact_methods.iter().filter(|method| method.reply_within.is_none()) {
        let later = match method.way {
            Way::Email(_) | Way::TicketPortal(_) => true,
            Way::Sms(_) | Way::WhatsApp(_) | Way::Messenger(_) | Way::Chat(_) => method.hours.is_none(),
            _ => false,
        };
        if later {
            let message = format!("`{}` does not say by when you answer", method.id);
            let problem = Diagnostic::warning(code::CON_06, message);
            report.tell_item(
                problem.hint("add reply_within = { within = \"4h\", clock = \"…\" }, with the id of your hours"),
                "contact_methods",
                &method.id,
                "kind",
            );
        }
    }
}

/// CON-07: a call that costs more than others says so.
fn call_charges(report: &Report<'_>) {
    for method in report.portal().contact_methods.iter().filter(|method| method.cost.is_none()) {
        if let Way::Phone(number) | Way::Sms(number) = &method.way
            && number.has_charges_of_its_own()
        {
            let message = format!("a call to {} costs more than an ordinary one", number.international());
            let problem = Diagnostic::warning(code::CON_07, message);
            report.tell_item(
                problem.hint("add cost = \"…\" with the price of a minute"),
                "contact_methods",
                &method.id,
                "telephone",
            );
        }
    }
}

/// CON-08: who does not speak or hear finds a way to write.
fn in_writing(report: &Report<'_>) {
    let portal = report.portal();
    let written = |method: &ContactMethod| match method.way {
        Way::Phone(_) | Way::Post(_) | Way::InPerson(_) | Way::RemoteAssistance(_) | Way::Booking(_) => false,
        _ => method.plans.is_empty(),
    };
    if !portal.contact_methods.iter().any(written) {
        let message = "there is no contact method in writing for everyone";
        let hint = "add [[contact_methods]] of the kind email: not everyone can speak on the telephone";
        report.tell(Diagnostic::warning(code::CON_08, message).hint(hint), &["[[contact_methods]]"]);
    }
}

/// CON-09: a promise for day and night needs somebody who can be reached day and night.
fn emergencies(report: &Report<'_>) {
    let portal = report.portal();
    let Some(gravest) = portal.severities.iter().next() else { return };
    let day_and_night = |due: Due| match due {
        Due::Elapsed(length) => length.elapsed_minutes().is_some_and(|minutes| minutes < 24 * 60),
        Due::Open(_, desk) => matches!(portal.hours[desk].opening, Opening::Always(_)),
        Due::BusinessDays(..) => false,
    };
    let promised = gravest.targets.iter().any(|target| target.first_response.is_some_and(day_and_night));
    let reachable = portal.contact_methods.iter().any(|method| {
        method.emergency || method.hours.is_some_and(|hours| matches!(portal.hours[hours].opening, Opening::Always(_)))
    });
    if promised && !reachable {
        let message = format!("`{}` is promised an answer day and night, and nobody can be reached then", gravest.id);
        let hint = "add emergency = true to the contact method for it, with hours that are always open";
        report.tell_item(Diagnostic::error(code::CON_09, message).hint(hint), "severities", &gravest.id, "targets");
    }
}

/// CON-10: software for remote assistance is what swindlers offer too.
fn remote_assistance(report: &Report<'_>) {
    for method in report.portal().contact_methods.iter() {
        if matches!(method.way, Way::RemoteAssistance(_)) && method.note.is_none() {
            let message = format!("`{}` does not say when it is safe to open", method.id);
            let hint = "add note = \"Open it only while you talk to us and have asked for it.\"";
            report.tell_item(
                Diagnostic::warning(code::CON_10, message).hint(hint),
                "contact_methods",
                &method.id,
                "url",
            );
        }
    }
}
