//! `theme.toml`.

use super::CONTRACT;
use crate::config::{self, Config, Entry, Scope};
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::source::Sources;

/// What a theme says about itself.
#[derive(Debug)]
pub(super) struct Manifest {
    /// Its folder.
    pub(super) name: String,
    /// The theme behind it.
    pub(super) extends: Option<String>,
    /// The style sheet of every page.
    pub(super) style: Option<String>,
    /// What the home page adds.
    pub(super) style_home: Option<String>,
    /// What all other pages add.
    pub(super) style_pages: Option<String>,
    /// The script that says whether somebody answers now.
    pub(super) script: Option<String>,
}

/// Reads the manifest of a theme; a theme without one has no styles and extends `standard`.
pub(super) fn read(sources: &Sources, name: &str, config: &Config, diagnostics: &Diagnostics) -> Option<Manifest> {
    let folder = format!("themes/{name}/");
    if name.contains(['/', '\\', '.']) || sources.under(&folder).next().is_none() {
        let mut known: Vec<&str> = sources.under("themes/").filter_map(|path| path.split('/').nth(1)).collect();
        known.dedup();
        let problem = Diagnostic::error(code::TPL_02, format!("there is no theme `{name}`"))
            .hint(format!("the themes are: {}", known.join(", ")));
        diagnostics.push(match config.key_place("theme") {
            Some(place) => problem.at(place),
            None => problem,
        });
        return None;
    }
    let path = format!("{folder}theme.toml");
    if !sources.contains(&path) {
        return Some(Manifest {
            name: name.to_owned(),
            extends: None,
            style: None,
            style_home: None,
            style_pages: None,
            script: None,
        });
    }
    let source = sources.text(&path).map_err(|problem| diagnostics.push(problem)).ok()?;
    let table = config::parse(&source, 0..source.text().len(), diagnostics)?;
    let scope = Scope::new(&source, 0, diagnostics);
    let entry = Entry::top(&table, &scope);
    if let Some(contract) = entry.integer("contract").filter(|contract| *contract != i64::from(CONTRACT)) {
        let message = format!(
            "the theme `{name}` is made for theme contract {contract}, and this program has contract {CONTRACT}"
        );
        scope.error(code::TPL_02, entry.span("contract"), message, "use a version of the theme for this contract");
        return None;
    }
    let text = |key: &str| entry.string(key).map(str::to_owned);
    Some(Manifest {
        name: name.to_owned(),
        extends: text("extends"),
        style: text("style"),
        style_home: text("style_home"),
        style_pages: text("style_pages"),
        script: text("script"),
    })
}
