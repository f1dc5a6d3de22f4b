//! `.well-known/security.txt` (RFC 9116): where to report a weakness of the partner's systems.

use jiff::Span;
use jiff::civil::Date;

use super::facts::Facts;
use crate::model::duration::Duration;
use crate::model::hours::utc_midnight;
use crate::model::{LanguageId, Portal};
use crate::site::PageKind;

/// The file.
pub(super) const FILE: &str = ".well-known/security.txt";

/// How long it is valid, unless the partner says it: under a year, as the standard recommends.
const USUAL: Duration = Duration::Months(11);

/// Whether the partner takes reports.
pub(super) fn is_said(portal: &Portal) -> bool {
    let security = &portal.security;
    security.email.is_some() || security.telephone.is_some() || security.policy.is_some()
}

/// The text of the file.
pub(super) fn text(facts: &Facts<'_>) -> String {
    let (portal, security) = (facts.portal(), &facts.portal().security);
    let mut contacts: Vec<String> = security.email.iter().map(|email| email.uri()).collect();
    contacts.extend(security.telephone.iter().map(|telephone| telephone.uri()));
    if contacts.is_empty() {
        // The standard wants a contact, and a policy alone is none.
        contacts.push(facts.site.address(PageKind::Contact, LanguageId::DEFAULT).absolute(portal));
    }
    let mut lines: Vec<String> = contacts.into_iter().map(|contact| format!("Contact: {contact}")).collect();
    lines.push(format!("Expires: {}", utc_midnight(expiry(facts.today, security.expires_after.unwrap_or(USUAL)))));
    let languages: Vec<&str> = portal.languages.iter().map(|(_, tag)| tag.as_str()).collect();
    lines.push(format!("Preferred-Languages: {}", languages.join(", ")));
    lines.push(format!("Canonical: {}", facts.address(FILE)));
    lines.extend(security.policy.iter().map(|policy| format!("Policy: {}", policy.as_str())));
    lines.join("\n") + "\n"
}

fn expiry(today: Date, after: Duration) -> Date {
    let span = match after {
        Duration::Months(months) => Span::new().try_months(i64::from(months)),
        Duration::Days(days) | Duration::BusinessDays(days) => Span::new().try_days(i64::from(days)),
        Duration::Minutes(minutes) => Span::new().try_days(i64::from(minutes.div_ceil(24 * 60))),
    };
    span.and_then(|span| today.checked_add(span)).unwrap_or(Date::MAX)
}
