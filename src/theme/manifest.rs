//! `theme.toml`.

use super::{CONTRACT, STANDARD};
use crate::config::{self, Entry, Scope};
use crate::diagnostic::guess::nearest;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code};
use crate::source::Sources;
use std::sync::Arc;

/// The keys of `theme.toml` that hold a text.
const TEXTS: [&str; 11] = [
    "name",
    "title",
    "description",
    "extends",
    "style",
    "style_home",
    "style_pages",
    "style_print",
    "style_writing",
    "script",
    "script_promises",
];
/// Those that name a file of the theme.
const FILES: [&str; 7] =
    ["style", "style_home", "style_pages", "style_print", "style_writing", "script", "script_promises"];

/// What a theme says about itself.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Its folder.
    pub name: String,
    /// What it is called; may be empty.
    pub title: String,
    /// A sentence about it; may be empty.
    pub description: String,
    /// The theme behind it, when it names one.
    pub extends: Option<String>,
    /// Where it names that.
    pub(super) extends_place: Option<Place>,
    /// The style sheet of every page.
    pub style: Option<String>,
    /// What the home page adds.
    pub style_home: Option<String>,
    /// What all other pages add.
    pub style_pages: Option<String>,
    /// The style of the sheet to print, which has none of the others.
    pub style_print: Option<String>,
    /// What both add in languages that are not written in loose letters from left to right.
    pub style_writing: Option<String>,
    /// The script that says whether somebody answers now.
    pub script: Option<String>,
    /// The script that says by when promises are due and what work costs.
    pub script_promises: Option<String>,
}

impl Manifest {
    /// The theme that is asked for what this one lacks.
    pub fn next(&self) -> Option<&str> {
        self.extends.as_deref().or((self.name != STANDARD).then_some(STANDARD))
    }

    /// The path of one of its files.
    pub(super) fn path(&self, file: &str) -> String {
        format!("themes/{}/{file}", self.name)
    }
}

/// The names of all themes, built in and of the site, in their order.
pub fn names(sources: &Sources) -> Vec<&str> {
    let folders = sources.under("themes/").filter_map(|path| path.strip_prefix("themes/")?.split_once('/'));
    let mut names: Vec<&str> = folders.map(|(name, _)| name).collect();
    names.dedup();
    names
}

/// Reads the manifest of a theme; one without `theme.toml` has no styles and extends `standard`. `asked` is where the
/// theme is named.
pub fn read(sources: &Sources, name: &str, asked: Option<Place>, diagnostics: &Diagnostics) -> Option<Manifest> {
    if !names(sources).contains(&name) {
        let mut problem = Diagnostic::error(code::TPL_02, format!("there is no theme `{name}`"))
            .hint(format!("the themes are: {}; one of your own is a folder in themes/", names(sources).join(", ")));
        problem.place = asked;
        diagnostics.push(problem);
        return None;
    }
    let path = format!("themes/{name}/theme.toml");
    if !sources.contains(&path) {
        return Some(Manifest { name: name.to_owned(), ..Manifest::default() });
    }
    let source = sources.text(&path).map_err(|problem| diagnostics.push(problem)).ok()?;
    parse(name, &source, sources, diagnostics)
}

fn parse(name: &str, source: &Arc<SourceFile>, sources: &Sources, diagnostics: &Diagnostics) -> Option<Manifest> {
    let table = config::parse(source, 0..source.text().len(), diagnostics)?;
    let scope = Scope::new(source, 0, diagnostics);
    let entry = Entry::top(&table, &scope);
    let before = diagnostics.errors();
    keys(&entry, &scope);
    contract(name, &entry, &scope);
    files(name, &entry, sources);
    if diagnostics.errors() > before {
        return None;
    }
    let text = |key: &str| entry.string(key).map(str::to_owned);
    Some(Manifest {
        name: name.to_owned(),
        title: text("title").unwrap_or_default(),
        description: text("description").unwrap_or_default(),
        extends: text("extends"),
        extends_place: entry.value("extends").map(|value| value.place()),
        style: text("style"),
        style_home: text("style_home"),
        style_pages: text("style_pages"),
        style_print: text("style_print"),
        style_writing: text("style_writing"),
        script: text("script"),
        script_promises: text("script_promises"),
    })
}

/// Tells keys that are not known, and values that are no text.
fn keys(entry: &Entry<'_>, scope: &Scope<'_>) {
    for (key, span, value) in entry.pairs().filter(|(key, ..)| *key != "contract") {
        if !TEXTS.contains(&key) {
            let hint = match nearest(key, TEXTS.into_iter().chain(["contract"])) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys are: contract, {}", TEXTS.join(", ")),
            };
            scope.error(code::KEY_01, span, format!("a theme has no key `{key}`"), hint);
        } else if value.string().is_none() {
            value.reject(code::KEY_02, &format!("`{key}` must be a text in quotes"), &format!("write {key} = \"…\""));
        }
    }
}

/// Tells files that the theme names and does not have.
fn files(name: &str, entry: &Entry<'_>, sources: &Sources) {
    let folder = format!("themes/{name}/");
    for value in FILES.into_iter().filter_map(|key| entry.value(key)) {
        let Some(file) = value.string().filter(|file| !sources.contains(&format!("{folder}{file}"))) else { continue };
        let known = sources.under(&folder).filter_map(|path| path.strip_prefix(&folder));
        let hint = match nearest(file, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("make the file {folder}{file}, or remove the key"),
        };
        value.reject(code::TPL_02, &format!("the theme `{name}` has no file {file}"), &hint);
    }
}

/// Tells a theme that is made for another contract, or does not say for which.
fn contract(name: &str, entry: &Entry<'_>, scope: &Scope<'_>) {
    let ours = i64::from(CONTRACT);
    let Some(value) = entry.value("contract") else {
        let message = format!("the theme `{name}` does not say for which theme contract it is made");
        return scope.error(code::TPL_02, 0..0, message, format!("write contract = {CONTRACT}"));
    };
    let Some(theirs) = value.integer() else {
        let message = format!("`contract` must be a number, and here it is {}", value.written());
        return scope.error(code::KEY_02, value.span(), message, format!("write contract = {CONTRACT}"));
    };
    if theirs == ours {
        return;
    }
    let message =
        format!("the theme `{name}` is made for theme contract {theirs}, and this program has contract {CONTRACT}");
    let hint = if theirs > ours {
        "use a newer version of supportal, or an older one of the theme".to_owned()
    } else {
        format!(
            "use a newer version of the theme; or compare it with docs/theme-contract.md and write contract = {CONTRACT}"
        )
    };
    scope.error(code::TPL_02, value.span(), message, hint);
}
