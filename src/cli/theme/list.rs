//! `supportal theme list`.

use std::path::Path;

use super::of_site;
use crate::built_in;
use crate::cli::{Exit, readable, say};
use crate::diagnostic::Diagnostics;
use crate::source::{self, Sources};
use crate::theme::{self, Manifest};

/// Prints a line for each theme: its name, where it is, what it extends, what it says of itself.
pub(super) fn run(site: &Path) -> Exit {
    if let Err(exit) = readable(site) {
        return exit;
    }
    let diagnostics = Diagnostics::new();
    let partner = source::scan(site, &diagnostics);
    let sources = built_in::sources().overlaid_by(&partner);
    let names = theme::names(&sources);
    let widest = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let chosen = of_site(&partner);
    let mut exit = Exit::Done;
    for name in names {
        let problems = Diagnostics::new();
        let mark = if name == chosen { "*" } else { " " };
        let words = match theme::manifest(&sources, name, None, &problems) {
            Some(manifest) => described(&manifest, &sources),
            None => {
                exit = Exit::SiteHasErrors;
                let why: Vec<_> = problems.into_sorted().into_iter().map(|problem| problem.message).collect();
                format!("cannot be used: {}", why.join("; "))
            }
        };
        if let Err(unheard) = say::answer(format_args!("{mark} {name:widest$}  {words}")) {
            return unheard;
        }
    }
    exit
}

fn described(manifest: &Manifest, sources: &Sources) -> String {
    let folder = format!("themes/{}/", manifest.name);
    let own = sources.under(&folder).any(|path| !sources.is_built_in(path));
    let place = if own { folder.clone() } else { "built in".to_owned() };
    let behind = manifest.next().map(|next| format!(", extends {next}")).unwrap_or_default();
    let words = [manifest.title.as_str(), manifest.description.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|text| !text.is_empty()).collect();
    let gap = if words.is_empty() { "" } else { "  " };
    format!("{place}{behind}{gap}{}", words.join(": "))
}
