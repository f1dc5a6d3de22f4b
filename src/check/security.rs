//! Where security problems are reported, and until when that is true.

use jiff::civil::Date;

use super::{Report, days};
use crate::diagnostic::{Diagnostic, Place, code};
use crate::model::duration::Duration;
use crate::model::support_type::Category;
use crate::source::Sources;

/// The file, where the partner keeps one of its own.
const OWN: &str = "static/.well-known/security.txt";

pub(super) fn check(report: &Report<'_>, sources: &Sources) {
    channel(report);
    lifetime(report);
    own_file(report, sources);
}

/// SEC-01: customers know where to report phishing, a lost device, an account taken over.
fn channel(report: &Report<'_>) {
    let portal = report.portal();
    let offered = portal.support_types.iter().any(|support| support.category == Category::Security);
    let emergency = portal.contact_methods.iter().any(|method| method.emergency);
    if portal.security.email.is_none() && portal.security.telephone.is_none() && !offered && !emergency {
        let message = "there is no contact for security problems";
        let hint = "add [security] with email = \"…\": for weaknesses, phishing and accounts taken over";
        report.tell(Diagnostic::warning(code::SEC_01, message).hint(hint), &["[security]"]);
    }
}

/// SEC-02: security.txt holds for 30 days to a year.
fn lifetime(report: &Report<'_>) {
    let lasts = match report.portal().security.expires_after {
        Some(Duration::Days(days) | Duration::BusinessDays(days)) => days,
        Some(Duration::Months(months)) => months.saturating_mul(30),
        Some(Duration::Minutes(minutes)) => minutes / (24 * 60),
        None => return,
    };
    if !(30..=365).contains(&lasts) {
        let message = "security.txt holds for 30 days to a year from the build";
        let hint = "write expires_after = \"P11M\", and build the site more often than that";
        report.tell(Diagnostic::error(code::SEC_02, message).hint(hint), &["[security", "expires_after"]);
    }
}

/// SEC-02: a security.txt of the partner's own is in force.
fn own_file(report: &Report<'_>, sources: &Sources) {
    let Some(source) = sources.contains(OWN).then(|| sources.text(OWN).ok()).flatten() else { return };
    let line = source.text().lines().find(|line| line.to_lowercase().starts_with("expires:"));
    let Some(line) = line else {
        let problem = Diagnostic::error(code::SEC_02, "security.txt does not say until when it holds");
        report.diagnostics.push(
            problem.at(Place::file(&source)).hint("add a line such as Expires: 2027-06-30T00:00:00Z").adjustable(),
        );
        return;
    };
    let start = line.as_ptr() as usize - source.text().as_ptr() as usize;
    let written = line.split_once(':').map_or("", |(_, date)| date.trim());
    let until: Option<Date> = written.get(..10).and_then(|date| date.parse().ok());
    let message = match until.map(|until| days(report.today(), until)) {
        None => format!("`{written}` is no date of security.txt"),
        Some(left) if left < 0 => format!("security.txt held until {written}"),
        Some(left) if left < 30 => format!("security.txt holds only until {written}"),
        Some(left) if left > 366 => format!("security.txt holds until {written}, longer than a year"),
        Some(_) => return,
    };
    let problem = Diagnostic::error(code::SEC_02, message).at(Place::new(&source, start..start + line.len()));
    report.diagnostics.push(problem.hint("write a date 30 days to a year ahead").adjustable());
}
