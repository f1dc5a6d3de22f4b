//! Themes: templates, styles and the colours made from the partner's brand.
//!
//! A name is looked for in the site's `templates/`, then in `themes/<name>/`, then in the theme that it extends, up to
//! the built-in `standard`.

pub mod brand;
mod manifest;

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile, code};
use crate::model::brand::Rgb;
use crate::source::Sources;
use brand::{Palette, Reason};
use manifest::Manifest;

/// The version of the theme contract: the fields of views, the names of templates, components, blocks and tokens.
pub const CONTRACT: u32 = 1;
/// The theme that every chain ends in.
const STANDARD: &str = "standard";
/// The most themes that can extend each other.
const LONGEST_CHAIN: usize = 8;

/// A theme, ready to render with.
#[derive(Debug)]
pub struct Theme {
    /// Prefixes of template names, nearest first.
    pub prefixes: Vec<String>,
    /// Templates by their full names.
    pub templates: Vec<(String, Arc<SourceFile>)>,
    /// CSS of pages that carry it themselves.
    pub home_css: String,
    /// CSS of all other pages.
    pub css: String,
    /// The script of the pages that say whether somebody answers now; may be empty.
    pub script: String,
    /// The colours.
    pub palette: Palette,
}

/// Loads the theme of a site: built-in files with the partner's laid over.
pub fn load(sources: &Sources, config: &Config, diagnostics: &Diagnostics) -> Option<Theme> {
    let chain = chain(sources, &config.portal.brand.theme, config, diagnostics)?;
    let mut prefixes = vec!["site/".to_owned()];
    prefixes.extend(chain.iter().map(|manifest| format!("{}/", manifest.name)));
    let mut templates = templates_of(sources, "templates/", "site/", diagnostics);
    for manifest in &chain {
        for folder in ["templates/", "components/"] {
            let from = format!("themes/{}/{folder}", manifest.name);
            let inner = if folder == "templates/" { "" } else { folder };
            templates.extend(templates_of(sources, &from, &format!("{}/{inner}", manifest.name), diagnostics));
        }
    }
    let palette = brand::fit(config.portal.brand.color.map(|Rgb { r, g, b }| brand::Rgb { r, g, b }));
    report(&palette, config, diagnostics);
    let (home, pages) = styles(sources, &chain, diagnostics);
    let tokens = palette.css();
    Some(Theme {
        prefixes,
        templates,
        home_css: format!("{tokens}{home}"),
        css: format!("{tokens}{pages}"),
        script: script(sources, &chain, diagnostics),
        palette,
    })
}

/// The theme and those that it extends, nearest first.
fn chain(sources: &Sources, name: &str, config: &Config, diagnostics: &Diagnostics) -> Option<Vec<Manifest>> {
    let mut chain: Vec<Manifest> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next {
        if chain.len() == LONGEST_CHAIN || chain.iter().any(|manifest| manifest.name == name) {
            diagnostics.push(
                Diagnostic::error(code::TPL_02, format!("the theme `{name}` extends itself"))
                    .hint("let the last theme extend `standard`, or nothing"),
            );
            return None;
        }
        let manifest = manifest::read(sources, &name, config, diagnostics)?;
        next = manifest.extends.clone().or_else(|| (name != STANDARD).then(|| STANDARD.to_owned()));
        chain.push(manifest);
    }
    Some(chain)
}

fn templates_of(
    sources: &Sources,
    folder: &str,
    prefix: &str,
    diagnostics: &Diagnostics,
) -> Vec<(String, Arc<SourceFile>)> {
    let files = sources.under(folder).filter(|path| path.ends_with(".html"));
    let read = files.filter_map(|path| {
        let source = sources.text(path).map_err(|problem| diagnostics.push(problem)).ok()?;
        Some((format!("{prefix}{}", path.strip_prefix(folder)?), source))
    });
    read.collect()
}

/// The styles of all themes, farthest first: of the home page, and of all others.
fn styles(sources: &Sources, chain: &[Manifest], diagnostics: &Diagnostics) -> (String, String) {
    let (mut home, mut pages) = (String::new(), String::new());
    for manifest in chain.iter().rev() {
        let read = |style: &Option<String>| {
            style.as_ref().map(|style| style_sheet(sources, manifest, style, diagnostics)).unwrap_or_default()
        };
        let common = read(&manifest.style);
        home.push_str(&common);
        home.push_str(&read(&manifest.style_home));
        pages.push_str(&common);
        pages.push_str(&read(&manifest.style_pages));
    }
    (home, pages)
}

/// The nearest theme's script.
fn script(sources: &Sources, chain: &[Manifest], diagnostics: &Diagnostics) -> String {
    let named = chain.iter().find_map(|manifest| Some((manifest, manifest.script.as_ref()?)));
    let Some((manifest, script)) = named else { return String::new() };
    match sources.text(&format!("themes/{}/{script}", manifest.name)) {
        Ok(source) => source.text().trim().to_owned(),
        Err(problem) => {
            diagnostics.push(problem);
            String::new()
        }
    }
}

fn style_sheet(sources: &Sources, manifest: &Manifest, style: &str, diagnostics: &Diagnostics) -> String {
    match sources.text(&format!("themes/{}/{style}", manifest.name)) {
        Ok(source) => minify(source.text()),
        Err(problem) => {
            diagnostics.push(problem);
            String::new()
        }
    }
}

/// CSS without comments and needless space; as it is when the minifier does not understand it.
fn minify(css: &str) -> String {
    minifier::css::minify(css).map_or_else(|_| css.to_owned(), |small| small.to_string())
}

fn report(palette: &Palette, config: &Config, diagnostics: &Diagnostics) {
    for change in &palette.changes {
        let why = match change.reason {
            Reason::Contrast => "text on it could not be read",
            Reason::State => "red means an emergency and green means open, so that buttons have another colour",
            Reason::Faint => "it is too faint to be seen as a button",
        };
        let message = format!(
            "the brand colour {} is used as {} for {}: {why}; text on it has a contrast of {:.1}:1",
            change.asked, change.used, change.token, change.contrast
        );
        let place = config.key_place("brand_color");
        let problem = Diagnostic::notice(code::TPL_03, message)
            .hint("nothing is to be done; choose another colour if you want it used as it is");
        diagnostics.push(match place {
            Some(place) => problem.at(place),
            None => problem,
        });
    }
}
