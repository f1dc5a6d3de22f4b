//! Facts that somebody looked at not too long ago.

use jiff::civil::Date;

use super::{Report, days};
use crate::diagnostic::{Code, Diagnostic, code};
use crate::model::partner::Role;

/// After so many days a fact is looked at again.
const FRESH: i32 = 180;

pub(super) fn check(report: &Report<'_>) {
    let portal = report.portal();
    cancellation(report);
    if let Some(date) = portal.reviewed {
        stale(report, code::OPS_06, date, "you last read the facts of this portal", &["[site]", "reviewed"]);
    }
    if let Role::IndirectReseller(provider) = &portal.partner.role
        && let Some(date) = provider.contact_confirmed
    {
        let what = "your indirect provider last confirmed whose contact customers see";
        stale(report, code::OPS_06, date, what, &["contact_confirmed"]);
    }
    for link in &portal.self_service.links {
        if let Some(date) = link.verified {
            let what = format!("the link {} was last tried", link.url.as_str());
            stale(report, code::OPS_06, date, &what, &[link.url.as_str().trim_end_matches('/'), "verified"]);
        }
    }
    built_in_links(report);
}

/// CSP-15: how long a subscription can be cancelled changes, and customers count on it.
fn cancellation(report: &Report<'_>) {
    let Some(cancellation) = &report.portal().commerce.cancellation else { return };
    let place = ["[commerce", "cancellation", "verified"];
    match cancellation.verified {
        Some(date) => stale(report, code::CSP_15, date, "the days to cancel were last checked", &place),
        None => {
            let problem =
                Diagnostic::warning(code::CSP_15, "the days to cancel do not say when they were last checked");
            report.tell(problem.hint("add verified = with the date of today, once you have checked them"), &place);
        }
    }
}

fn stale(report: &Report<'_>, rule: Code, date: Date, what: &str, place: &[&str]) {
    let age = days(date, report.today());
    if age < 0 {
        let problem = Diagnostic::warning(rule, format!("{what} on {date}, which is still to come"));
        report.tell(problem.hint("write the day on which you looked, which is today at the latest"), place);
    } else if age > FRESH {
        let problem = Diagnostic::warning(rule, format!("{what} on {date}, {age} days ago"));
        report.tell(problem.hint("look again, then write the date of today"), place);
    }
}

/// OPS-06: the built-in links were tried when the program was made.
fn built_in_links(report: &Report<'_>) {
    let served = report.portal().partner.clouds.iter().flat_map(|cloud| report.site.portal_links.of_cloud(*cloud));
    let Some(oldest) = served.map(|link| link.verified).min() else { return };
    let age = days(oldest, report.today());
    if age > FRESH {
        let message = format!("the links to Microsoft's portals were last tried on {oldest}, {age} days ago");
        let hint = "install a newer supportal, or try them and keep the file as content/portal-links.toml of your own";
        report.tell(Diagnostic::notice(code::OPS_06, message).hint(hint), &[]);
    }
}
