//! `offline.js`: keeps the pages with the telephone numbers in the browser, for times without a network. The script is its
//! own worker (Service Workers, W3C): it must stand at the root of the site, for a worker rules only what is below it.

use rapidhash::v3::rapidhash_v3;
use serde_json::{Value, json};

use super::facts::Facts;
use super::support;
use crate::model::LanguageId;
use crate::site::PageKind;

/// The script.
pub(super) const FILE: &str = "offline.js";

const KEEP: &str = include_str!("offline.js");
const LEAVE: &str = include_str!("offline_off.js");

/// The pages that are kept, in every language.
const KEPT: [PageKind; 2] = [PageKind::Home, PageKind::Contact];

/// The script of this site; where nothing is kept, one that removes what an earlier one left.
pub(super) fn script(facts: &Facts<'_>) -> String {
    let portal = facts.portal();
    let base = portal.base_url.path();
    if !portal.offline {
        return leave(base);
    }
    let languages: Vec<LanguageId> = portal.languages.ids().collect();
    let href = |language: LanguageId, kind: PageKind| facts.wording(language).href(kind);
    let pages = languages.iter().flat_map(|language| KEPT.map(|kind| href(*language, kind)));
    // The home page of the default language begins every address, so it is asked last.
    let mut contacts: Vec<_> = languages
        .iter()
        .map(|language| (href(*language, PageKind::Home), href(*language, PageKind::Contact)))
        .collect();
    contacts.sort_by_key(|(home, _)| std::cmp::Reverse(home.len()));
    let data = json!({
        "base": base,
        // New facts are a new script, which has the browser keep the pages anew.
        "version": format!("{:016x}", rapidhash_v3(&support::json(facts))),
        "contacts": contacts,
        "pages": pages.collect::<Vec<_>>(),
        "files": facts.kept_files,
    });
    KEEP.replace("$DATA", &data.to_string())
}

/// The script that removes what an earlier one of the site at `base` left.
pub(super) fn leave(base: &str) -> String {
    LEAVE.replace("$BASE", &Value::from(base).to_string())
}
