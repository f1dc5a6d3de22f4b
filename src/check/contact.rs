//! Contact methods that customers can rely on.

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::contact::Way;

pub(super) fn check(report: &Report<'_>) {
    placeholders(report);
}

/// CON-05: nobody is to call a number that exists only in examples.
fn placeholders(report: &Report<'_>) {
    let portal = report.site.portal();
    let tell = |text: &str| {
        let problem = Diagnostic::notice(code::CON_05, format!("`{text}` is kept for examples and reaches nobody"));
        report.tell(problem.hint("put your own address or number before you publish"), &[text]);
    };
    for method in portal.contact_methods.iter() {
        match &method.way {
            Way::Phone(telephone) | Way::Sms(telephone) | Way::WhatsApp(telephone) | Way::Relay(telephone) if telephone.is_placeholder() => tell(telephone.e164()),
            Way::Email(email) | Way::Teams(email) if is_example(email.as_str()) => tell(email.as_str()),
            Way::TicketPortal(url) | Way::Chat(url) | Way::Messenger(url) | Way::RemoteAssistance(url) | Way::Booking(url) if is_example(url.host()) => tell(url.host()),
            _ => {}
        }
    }
    if portal.partner_of_record.telephone.is_placeholder() {
        tell(portal.partner_of_record.telephone.e164());
    }
}

/// Names that RFC 2606 keeps for examples.
fn is_example(host: &str) -> bool {
    let domain = host.rsplit('@').next().unwrap_or(host);
    ["example", "test", "invalid"].iter().any(|top| domain.ends_with(&format!(".{top}")) || domain == *top)
        || ["example.com", "example.net", "example.org"].iter().any(|name| domain == *name || domain.ends_with(&format!(".{name}")))
}
