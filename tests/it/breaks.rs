//! Every fact of the example portal, of its configuration and of its documents, is broken in each of the ways in which people break facts; so are
//! the words, texts and templates that a partner lays over the built-in. What notices it stands in a table; a break that nothing
//! notices has a reason why nothing can, or a rule is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use supportal::diagnostic::Diagnostics;
use supportal::pipeline;
use supportal::source::Sources;
use supportal::timing::Timings;

use super::harness::{example, options, repository};
use facts::{Break, How};
use slips::Slip;

mod facts;
mod page;
mod reasons;
mod slips;
mod templates;

/// The codes that a site is told: of all that is read, or of its pages too.
fn codes(files: &[(String, Vec<u8>)], path: &str, text: &str, rendered: bool) -> BTreeSet<&'static str> {
    let other = files.iter().filter(|(other, _)| other != path).cloned();
    let sources = Sources::in_memory(other.chain([(path.to_owned(), text.as_bytes().to_vec())]));
    let diagnostics = Diagnostics::new();
    let prepared = pipeline::prepare(&sources, &options("2026-11-22T10:00:00Z"), &mut Timings::default(), &diagnostics);
    if let Some(prepared) = prepared.filter(|_| rendered) {
        // One page of each kind is proved before the first file is handed over, and that is where pages are judged.
        let _ = prepared.render(&diagnostics, |_| Err::<(), ()>(()));
    }
    diagnostics.into_sorted().iter().map(|problem| problem.code.id()).collect()
}

/// What a break is told and the whole site is not. Pages are made only of what passes so far, for that takes longer.
fn noticed(files: &[(String, Vec<u8>)], broken: &Break, usual: &BTreeSet<&'static str>) -> Vec<&'static str> {
    let new = |rendered| {
        let told = codes(files, &broken.file, &broken.text, rendered);
        told.difference(usual).copied().collect::<Vec<_>>()
    };
    let read = new(false);
    if read.is_empty() { new(true) } else { read }
}

/// What noticed the breaks of a fact in one way, and the lines of those that nothing noticed.
#[derive(Default)]
struct Cell {
    codes: BTreeSet<&'static str>,
    unnoticed: Vec<usize>,
    count: usize,
}

#[test]
fn every_break_of_a_fact_is_noticed_or_has_a_reason() {
    let text = repository("example-site/support.toml");
    let documents = example();
    let rest: Vec<(String, Vec<u8>)> =
        documents.iter().filter(|(path, _)| !path.contains("/articles/")).cloned().collect();
    let usual = codes(&documents, "support.toml", &text, true);
    let without_articles = codes(&rest, "support.toml", &text, true);
    let ids = facts::ids(&text);
    let of_configuration = facts::breaks("support.toml", &text, 0..text.len(), "", &ids);
    let of_documents = facts::of_documents(&documents, &ids);
    assert!(of_configuration.len() >= 300 && of_documents.len() >= 200, "{}", of_documents.len());
    // Articles take most of the time: they are looked at where all else notices nothing, for they may name what is broken.
    let told = of_configuration.par_iter().map(|broken| match noticed(&rest, broken, &without_articles) {
        nothing if nothing.is_empty() => noticed(&documents, broken, &usual),
        told => told,
    });
    let told: Vec<_> = told.chain(of_documents.par_iter().map(|broken| noticed(&documents, broken, &usual))).collect();
    let all: Vec<Break> = of_configuration.into_iter().chain(of_documents).collect();
    let mut cells: BTreeMap<(String, How), Cell> = BTreeMap::new();
    for (broken, new) in all.iter().zip(told) {
        let cell = cells.entry((broken.path.clone(), broken.how)).or_default();
        cell.count += 1;
        if new.is_empty() {
            cell.unnoticed.push(broken.line);
        }
        cell.codes.extend(new);
    }
    let nameless = |((path, how), cell): (&(String, How), &Cell)| {
        (!cell.unnoticed.is_empty() && reason(path, *how).is_none())
            .then(|| format!("{path} {how:?}: lines {:?}", cell.unnoticed))
    };
    let without: Vec<String> = cells.iter().filter_map(nameless).collect();
    assert!(without.is_empty(), "nothing notices, and nobody says why:\n{}", without.join("\n"));
    keep("docs/reference/breaks.md", &page::of_facts(&cells, all.len()));
}

/// The page stands in the repository as the test writes it.
fn keep(path: &str, page: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), page).unwrap();
    }
    assert!(repository(path) == page, "{path} is stale: run UPDATE=1 cargo test");
}

/// What noticed the breaks of one thing in one way, and how many nothing noticed.
#[derive(Default)]
struct Told {
    codes: BTreeSet<&'static str>,
    unnoticed: usize,
    count: usize,
}

#[test]
fn every_break_of_what_a_partner_lays_over_is_noticed_or_has_a_reason() {
    let files = example();
    let usual = codes(&files, "support.toml", &repository("example-site/support.toml"), true);
    let texts = texts_of(&files);
    let groups = [
        ("Words", slips::OF_WORDS, slips::of_words()),
        ("Texts", slips::OF_TEXTS, slips::of_texts(&texts)),
        ("Templates", templates::WAYS, of_theme()),
        ("Parts of a page", &["deleted"], templates::parts(theme)),
    ];
    let mut tables = Vec::new();
    for (name, ways, slips) in groups {
        let told: Vec<_> = slips.par_iter().map(|slip| noticed_slip(&files, slip, &usual)).collect();
        let mut cells: BTreeMap<(String, &str), Told> = BTreeMap::new();
        for (slip, new) in slips.iter().zip(told) {
            let cell = cells.entry((slip.what.clone(), slip.way)).or_default();
            cell.count += 1;
            cell.unnoticed += usize::from(new.is_empty());
            cell.codes.extend(new);
        }
        tables.push((name, ways, cells));
    }
    let cells = tables.iter().flat_map(|(_, _, cells)| cells);
    let nameless = |((what, way), cell): (&(String, &str), &Told)| {
        (cell.unnoticed > 0 && reasons::of_slip(what, way).is_none())
            .then(|| format!("{what}, {way}: {} of {}", cell.unnoticed, cell.count))
    };
    let without: Vec<String> = cells.filter_map(nameless).collect();
    assert!(without.is_empty(), "nothing notices, and nobody says why:\n{}", without.join("\n"));
    keep("docs/reference/breaks-of-your-own.md", &page::of_slips(&tables));
}

/// The built-in texts that the example shows, by name: those for its role and what it has.
fn texts_of(files: &[(String, Vec<u8>)]) -> Vec<String> {
    let built = super::harness::build(files.to_vec());
    let shown = |name: &String| {
        let text = repository(&format!("content/pl/texts/{name}.md"));
        let title = text.split('"').nth(1).unwrap_or_default().to_owned();
        built.files.iter().any(|(path, page)| path.ends_with(".html") && String::from_utf8_lossy(page).contains(&title))
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/pl/texts");
    let paths = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let names = paths.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let path = entry.path().strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
        Some(path.strip_suffix(".md")?.to_owned())
    });
    names
        .filter(|name| !name.contains(".indirect") && !name.contains(".without") && !name.contains(".unspecified"))
        .filter(shown)
        .collect()
}

/// A file of the standard theme.
fn theme(path: &str) -> String {
    repository(&format!("themes/standard/{path}"))
}

/// Breaks of every template and component of the standard theme.
fn of_theme() -> Vec<Slip> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard");
    let mut all = Vec::new();
    for folder in ["templates", "components"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name().into_iter().filter_map(Result::ok) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                all.extend(templates::of(&path, &theme(&path)));
            }
        }
    }
    all
}

/// What a slip is told: by reading, or by the pages.
fn noticed_slip(files: &[(String, Vec<u8>)], slip: &Slip, usual: &BTreeSet<&'static str>) -> Vec<&'static str> {
    let broken =
        Break { path: String::new(), how: How::Removed, file: slip.file.clone(), line: 0, text: slip.text.clone() };
    noticed(files, &broken, usual)
}

/// Why a break of a fact cannot be noticed.
fn reason(path: &str, how: How) -> Option<&'static str> {
    reasons::ALL.iter().find(|(_, ways, paths)| ways.contains(&how) && paths.contains(&path)).map(|(why, ..)| *why)
}
