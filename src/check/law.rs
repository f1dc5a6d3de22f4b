//! What the law of the publisher's country makes a website say.

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::partner::Legal;

pub(super) fn check(report: &Report<'_>) {
    impressum(report);
    polish_company(report);
}

/// LEG-01: § 5 DDG in Germany; § 5 ECG in Austria and Art. 3 UWG in Switzerland ask for much the same.
fn impressum(report: &Report<'_>) {
    let portal = report.site.portal();
    if !matches!(portal.partner.country.code(), "DE" | "AT" | "CH") {
        return;
    }
    let legal = &portal.legal;
    let mut missing = common(legal);
    if legal.representative.is_none() {
        missing.push("representative");
    }
    tell(report, code::LEG_01, "a publisher in this country states who it is", &missing);
}

/// LEG-02: art. 206 and 374 of the Polish commercial companies code.
fn polish_company(report: &Report<'_>) {
    let portal = report.site.portal();
    let legal = &portal.legal;
    let name = portal
        .partner
        .legal_name
        .as_ref()
        .map(|name| name.default_text().trim_end().to_lowercase())
        .unwrap_or_default();
    let company = ["sp. z o.o.", "s.a.", "p.s.a."].iter().any(|form| name.ends_with(form));
    if portal.partner.country.code() != "PL" || !(company || legal.register.is_some() || legal.court.is_some()) {
        return;
    }
    let mut missing = common(legal);
    missing.extend(
        [
            ("register", legal.register.is_none()),
            ("court", legal.court.is_none()),
            ("share_capital", legal.share_capital.is_none()),
        ]
        .into_iter()
        .filter(|(_, absent)| *absent)
        .map(|(key, _)| key),
    );
    tell(report, code::LEG_02, "a Polish company states its register, court, tax number and capital", &missing);
}

fn common(legal: &Legal) -> Vec<&'static str> {
    let absent = [("address", legal.address.is_empty()), ("vat_id", legal.vat_id.is_none())];
    absent.into_iter().filter(|(_, absent)| *absent).map(|(key, _)| key).collect()
}

fn tell(report: &Report<'_>, rule: crate::diagnostic::Code, duty: &str, missing: &[&str]) {
    if missing.is_empty() {
        return;
    }
    let problem = Diagnostic::error(rule, format!("{duty}; missing: {}", missing.join(", ")));
    report.tell(problem.hint(format!("add under [legal]: {} = …", missing.join(" = …, "))), &["[legal]"]);
}
