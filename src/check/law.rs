//! What the law of the publisher's country makes a website say.

use std::sync::Arc;

use memchr::memmem;

use super::Report;
use crate::diagnostic::{Diagnostic, Place, SourceFile, code};
use crate::model::partner::Legal;
use crate::model::plan::Audience;

pub(super) fn check(report: &Report<'_>) {
    impressum(report);
    polish_company(report);
    consumers(report);
}

/// LEG-01: § 5 DDG in Germany; § 5 ECG in Austria and Art. 3 UWG in Switzerland ask for much the same.
fn impressum(report: &Report<'_>) {
    let portal = report.portal();
    if !matches!(portal.partner.country.code(), "DE" | "AT" | "CH") {
        return;
    }
    let legal = &portal.legal;
    let mut missing = common(legal);
    // The economic identification number stands in for it.
    if legal.economic_id.is_some() {
        missing.retain(|key| *key != "vat_id");
    }
    if legal.representative.is_none() {
        missing.push("representative");
    }
    tell(report, code::LEG_01, "a publisher in this country states who it is", &missing);
    let boxed =
        |line: &&String| ["postfach", "po box", "p.o. box"].iter().any(|word| line.to_lowercase().contains(word));
    if let Some(line) = legal.address.iter().find(boxed) {
        let problem = report.unfinished(code::LEG_01, "a post-office box is no address at which papers can be served");
        report.tell(problem.hint("give street, number and town"), &["[legal]", "address", line]);
    }
}

/// LEG-02: art. 206 and 374 of the Polish commercial companies code.
fn polish_company(report: &Report<'_>) {
    let portal = report.portal();
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

/// What is no longer true in law, and what to do about it.
const STALE: [(&str, &str, &str); 2] = [
    (
        "ec.europa.eu/consumers/odr",
        "the European platform for online disputes closed on 20 July 2025",
        "delete the link",
    ),
    ("TMG", "the DDG took the place of this German law on 14 May 2024", "write § 5 DDG"),
];

/// LEG-04: texts of the partner name no law and no body that is gone.
pub(super) fn stale_references(source: &Arc<SourceFile>) -> impl Iterator<Item = Diagnostic> {
    STALE.iter().filter_map(|(words, why, hint)| {
        // Another section of the law may be meant, of another time.
        let is_cited = |at: &usize| {
            let section = source.text().get(..*at).unwrap_or_default().trim_end();
            *words != "TMG" || section.trim_end_matches('5').trim_end().ends_with('§')
        };
        let at = memmem::find_iter(source.text().as_bytes(), words.as_bytes()).find(is_cited)?;
        let problem = Diagnostic::warning(code::LEG_04, format!("`{words}` is out of date: {why}"));
        Some(problem.at(Place::new(source, at..at + words.len())).hint(*hint))
    })
}

/// LEG-05: a service for consumers says where a barrier can be reported.
fn consumers(report: &Report<'_>) {
    let portal = report.portal();
    if portal.pricing.audience == Audience::Consumer && portal.accessibility.contact.is_none() {
        let message = "you sell to consumers, and the accessibility statement has no contact of its own";
        let hint = "add [accessibility] with contact = \"…\": the European Accessibility Act asks for one";
        report.tell(Diagnostic::notice(code::LEG_05, message).hint(hint), &["[pricing]", "audience"]);
    }
}

fn tell(report: &Report<'_>, rule: crate::diagnostic::Code, duty: &str, missing: &[&str]) {
    if missing.is_empty() {
        return;
    }
    let problem = report.unfinished(rule, format!("{duty}; missing: {}", missing.join(", ")));
    report.tell(problem.hint(format!("add under [legal]: {} = …", missing.join(" = …, "))), &["[legal]"]);
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, stale_references};

    #[test]
    fn a_law_that_is_gone_is_told_where_its_section_is_cited() {
        let told = |text: &str| stale_references(&SourceFile::new("a.md", text)).count();
        assert_eq!(told("Impressum nach dem TMG. Angaben gemäß § 5 TMG"), 1);
        assert_eq!(told("Früher galt das TMG."), 0);
    }
}
