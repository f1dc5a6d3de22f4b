//! LNK-02: whether the links that leave the site still lead somewhere. Only asked for, for it asks other people's servers.
//!
//! One host is asked by one thread, one link after the other; [`curl`] asks once, [`visit`] as often as is polite, and what
//! was good is kept with its date, so that the next run need not ask again.

mod collect;
mod curl;
mod kept;
mod visit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::site::Site;

use collect::Outward;
use curl::Failure;
use kept::Kept;
use visit::{Found, visit};

/// So many hosts are asked at once.
const HOSTS: usize = 8;

/// After so long no further link is asked.
const PATIENCE: Duration = Duration::from_secs(120);

/// Asks the links of a site, and tells which lead nowhere. `progress` hears how many of how many are done.
pub fn check(
    site: &Site,
    root: &Path,
    today: Date,
    progress: &(dyn Fn(usize, usize) + Sync),
    diagnostics: &Diagnostics,
) {
    let links = collect::outward(site);
    let mut kept = Kept::load(root, today);
    let open: Vec<&Outward> = links.iter().filter(|link| !kept.holds(&link.address)).collect();
    let found = ask(&open, progress);
    let mut unasked = open.len() - found.len();
    let failed =
        |failure| found.iter().filter(move |(_, found)| matches!(found, Found::Nothing(why) if *why == failure));
    if failed(Failure::NoProgram).next().is_some() {
        let message = "the links out of the site were not asked: there is no program `curl` on this computer";
        diagnostics.push(
            Diagnostic::notice(code::LNK_02, message)
                .hint("install curl: Windows 10, macOS and most Linux systems have it"),
        );
        return;
    }
    let (unreachable, found) = without_network(found);
    if unreachable > 0 {
        let message = format!("{unreachable} of the {} links out of the site could not be asked", open.len());
        diagnostics.push(
            Diagnostic::notice(code::LNK_02, message).hint("is this computer online? run the check again when it is"),
        );
    }
    for (link, found) in &found {
        match found {
            Found::Fine => kept.add(&link.address),
            Found::OutOfTime | Found::Nothing(Failure::NoWay) => unasked += 1,
            found => tell(link, found, diagnostics),
        }
    }
    kept.save(root);
    if unasked > 0 {
        let message = format!("{unasked} of {} links out of the site were not asked in time", open.len());
        diagnostics.push(Diagnostic::notice(code::LNK_02, message).hint("run the check again: it goes on with these"));
    }
}

/// Leaves out the links that only a network could answer, where there is none: of all servers that have a name, none
/// could be reached, which says nothing of the site.
fn without_network(found: Vec<(&Outward, Found)>) -> (usize, Vec<(&Outward, Found)>) {
    let by_name = |link: &Outward| !link.is_of_an_address();
    let unreached = |found: &Found| {
        matches!(found, Found::Nothing(Failure::NoHost | Failure::NoServer | Failure::Silent | Failure::NoWay))
    };
    let mut named = found.iter().filter(|(link, _)| by_name(link));
    if !named.all(|(_, found)| unreached(found)) {
        return (0, found);
    }
    let all = found.len();
    let rest: Vec<_> = found.into_iter().filter(|(link, _)| !by_name(link)).collect();
    (all - rest.len(), rest)
}

/// Asks each host its links in order, and several hosts at once.
fn ask<'a>(links: &[&'a Outward], progress: &(dyn Fn(usize, usize) + Sync)) -> Vec<(&'a Outward, Found)> {
    let mut hosts: BTreeMap<&str, Vec<&Outward>> = BTreeMap::new();
    links.iter().for_each(|link| hosts.entry(link.host()).or_default().push(link));
    let end = Instant::now() + PATIENCE;
    let done = AtomicUsize::new(0);
    let ask_host = |links: Vec<&'a Outward>| -> Vec<(&'a Outward, Found)> {
        let one = |link: &'a Outward| {
            let found = visit(&link.address, end);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, links_in(&hosts));
            (link, found)
        };
        links.into_iter().map(one).collect()
    };
    let all: Vec<Vec<&Outward>> = hosts.values().cloned().collect();
    let work = || all.into_par_iter().flat_map_iter(ask_host).collect();
    // Threads that wait for servers: more than there are processors.
    match rayon::ThreadPoolBuilder::new().num_threads(HOSTS).build() {
        Ok(threads) => threads.install(work),
        Err(_) => work(),
    }
}

fn links_in(hosts: &BTreeMap<&str, Vec<&Outward>>) -> usize {
    hosts.values().map(Vec::len).sum()
}

fn tell(link: &Outward, found: &Found, diagnostics: &Diagnostics) {
    let address = &link.address;
    let problem = match found {
        Found::Fine | Found::OutOfTime => return,
        Found::Moved(to) => {
            Diagnostic::notice(code::LNK_02, format!("{address} has moved for good")).hint(format!("write {to}"))
        }
        Found::Refused(status) => {
            Diagnostic::warning(code::LNK_02, format!("{address} leads nowhere: its server answers {}", named(*status)))
                .hint("open it in a browser; link to where the page is now, or delete the link")
        }
        Found::Circle => {
            Diagnostic::warning(code::LNK_02, format!("{address} leads in a circle, from one address to the next"))
                .hint("open it in a browser, and link to the page on which it ends")
        }
        Found::Nothing(failure) => {
            Diagnostic::warning(code::LNK_02, format!("{address} leads nowhere: {}", failure.words()))
                .hint("compare the address letter by letter, and try it in a browser")
        }
    };
    let mut places = link.places.iter();
    let problem = match places.next() {
        Some(place) => problem.at(place.clone()),
        // Nobody can mend it in the site: it is not theirs.
        None => Diagnostic::notice(code::LNK_02, problem.message).hint(
            "this link comes with supportal: install a newer one, or keep a content/portal-links.toml of your own",
        ),
    };
    let others: BTreeSet<String> = places.map(crate::diagnostic::Place::human).collect();
    let problem = if others.is_empty() {
        problem
    } else {
        problem.hint(format!("it stands also at {}", others.into_iter().collect::<Vec<_>>().join(", ")))
    };
    diagnostics.push(problem.adjustable());
}

/// A status with its name, where people have met it.
fn named(status: u16) -> String {
    match status {
        404 => "404, not found".to_owned(),
        410 => "410, gone".to_owned(),
        500..=599 => format!("{status}, an error of its own"),
        _ => status.to_string(),
    }
}
