//! The pages of the reference that list the breaks and what noticed them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::facts::{How, WAYS};
use super::{Cell, Told, reasons};

/// The page of the facts.
pub(super) fn of_facts(cells: &BTreeMap<(String, How), Cell>, count: usize) -> String {
    let unnoticed: usize = cells.values().map(|cell| cell.unnoticed.len()).sum();
    let mut page = format!(
        "# What breaks are noticed\n\nA test breaks every fact of `example-site/support.toml`, and what its notices, pages and some of its articles \
         say of themselves, in up to five ways, {count} breaks in all, \
         and notes the codes of what `supportal check` then says that it did not say before. {} are noticed. It writes this page.\n\n\
         A number such as (1/3) counts breaks that nothing notices; why nothing can is said below the table. A dash: the fact \
         cannot be broken in this way.\n\n| fact |",
        count - unnoticed
    );
    page.extend(WAYS.iter().map(|(_, name)| format!(" {name} |")));
    page.push_str("\n|---|---|---|---|---|---|\n");
    let paths: BTreeSet<&String> = cells.keys().map(|(path, _)| path).collect();
    for path in paths {
        let _ = write!(page, "| `{path}` |");
        for (how, _) in WAYS {
            let _ = match cells.get(&(path.clone(), how)) {
                None => write!(page, " – |"),
                Some(cell) => write!(page, " {} |", noted(&cell.codes, cell.unnoticed.len(), cell.count)),
            };
        }
        page.push('\n');
    }
    page.push_str("\n## What nothing can notice\n");
    for (why, ways, paths) in reasons::ALL {
        let missed = |path: &&&str| {
            ways.iter()
                .any(|how| cells.get(&((**path).to_owned(), *how)).is_some_and(|cell| !cell.unnoticed.is_empty()))
        };
        let ways: Vec<&str> = WAYS.iter().filter(|(how, _)| ways.contains(how)).map(|(_, name)| *name).collect();
        let paths: Vec<String> = paths.iter().filter(missed).map(|path| format!("`{path}`")).collect();
        let _ = write!(page, "\n**{}** ({}): {}.\n", why, ways.join(", "), paths.join(", "));
    }
    page
}

/// A heading, the ways of breaking, and what noticed each break.
type Table<'a> = (&'a str, &'a [&'static str], BTreeMap<(String, &'static str), Told>);

/// The page of words, texts and templates.
pub(super) fn of_slips(tables: &[Table<'_>]) -> String {
    let all = || tables.iter().flat_map(|(_, _, cells)| cells.values());
    let (count, missed): (usize, usize) = (all().map(|c| c.count).sum(), all().map(|c| c.unnoticed).sum());
    let mut page = format!(
        "# What breaks of your own words, texts and templates are noticed\n\nA partner may lay words, texts and templates over the built-in \
         ones. A test lays each built-in one over itself, broken once: {count} breaks in all. {} are noticed. It writes this page, \
         as it does [that of the facts](breaks.md).\n\nA number such as (1/3) counts breaks that nothing notices; why nothing \
         can is said at the end. A dash: it cannot be broken in this way.\n",
        count - missed
    );
    for (name, ways, cells) in tables {
        let _ = write!(page, "\n## {name}\n\n| |");
        page.extend(ways.iter().map(|way| format!(" {way} |")));
        let _ = write!(page, "\n|---|{}\n", "---|".repeat(ways.len()));
        let whats: BTreeSet<&String> = cells.keys().map(|(what, _)| what).collect();
        for what in whats {
            let _ = write!(page, "| {what} |");
            for way in *ways {
                let cell = cells.get(&(what.clone(), *way));
                let shown = cell.map_or("–".to_owned(), |cell| noted(&cell.codes, cell.unnoticed, cell.count));
                let _ = write!(page, " {shown} |");
            }
            page.push('\n');
        }
    }
    page.push_str("\n## What nothing can notice\n");
    for (why, ways, _) in reasons::SLIPS {
        let cells = || tables.iter().flat_map(|(_, _, cells)| cells);
        let missed =
            cells().filter(|((what, way), cell)| cell.unnoticed > 0 && reasons::of_slip(what, way) == Some(why));
        let whats: BTreeSet<&String> = missed.map(|((what, _), _)| what).collect();
        if !whats.is_empty() {
            let whats: Vec<&str> = whats.into_iter().map(String::as_str).collect();
            let _ = write!(page, "\n**{why}** ({}): {}.\n", ways.join(", "), whats.join(", "));
        }
    }
    page
}

/// The codes of a cell, and how many breaks nothing noticed.
fn noted(codes: &BTreeSet<&'static str>, missed: usize, count: usize) -> String {
    let codes: Vec<&str> = codes.iter().copied().collect();
    let missed = if missed == 0 { String::new() } else { format!("({missed}/{count})") };
    format!("{} {missed}", codes.join(" ")).trim().to_owned()
}
