//! Themes: templates, styles and the colours made from the partner's brand.
//!
//! A name is looked for in the site's `templates/`, then in `themes/<name>/`, then in the theme that it extends, up to
//! the built-in `standard`.

pub mod brand;
pub mod color;
pub mod contrast;
mod custom;
mod manifest;
mod minify;
pub mod parts;
pub mod samples;
pub mod tokens;

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile, code};
use crate::model::brand::Rgb;
use crate::source::Sources;
use brand::{Palette, Reason};
use minify::minify;

pub use manifest::{Manifest, names, read as manifest};

/// The version of the theme contract: the fields of views, the names of templates, components, blocks and tokens.
pub const CONTRACT: u32 = 1;
/// The theme that every chain ends in.
pub const STANDARD: &str = "standard";
/// The most themes that can extend each other.
const LONGEST_CHAIN: usize = 8;

/// A theme, ready to render with.
#[derive(Debug)]
pub struct Theme {
    /// Prefixes of template names, nearest first.
    pub prefixes: Vec<String>,
    /// Templates by their full names.
    pub templates: Vec<(String, Arc<SourceFile>)>,
    /// Whether all its components are built in.
    pub has_only_built_in_components: bool,
    /// The style sheets as their authors wrote them, farthest first.
    pub sheets: Vec<Arc<SourceFile>>,
    /// CSS of pages that carry it themselves.
    pub home_css: String,
    /// CSS of the sheet to print, which carries nothing else.
    pub print_css: String,
    /// CSS of all other pages.
    pub css: String,
    /// The script of the pages that say whether somebody answers now; may be empty.
    pub script: String,
    /// The script of the pages that say by when promises are due and what work costs; may be empty.
    pub script_promises: String,
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
    let is_foreign = |source: &SourceFile| !sources.is_built_in(source.path());
    let defines_one = |source: &SourceFile| !parts::components(source.text()).is_empty();
    let has_only_built_in_components = !templates.iter().any(|(_, source)| is_foreign(source) && defines_one(source));
    let palette = brand::fit(config.portal.brand.color.map(|Rgb { r, g, b }| color::Rgb { r, g, b }));
    report(&palette, config, diagnostics);
    let sheets = sheets(sources, &chain, diagnostics);
    let of_file = |path: &String| sheets.iter().find(|sheet| sheet.path() == path).map(|sheet| minify(sheet.text()));
    let writes_otherwise = config.portal.languages.iter().any(|(_, tag)| !tag.has_loose_letters());
    let of = |wanted: fn(&Manifest) -> Option<&str>| -> String {
        let used = chain.iter().rev().flat_map(|manifest| {
            let writing = manifest.style_writing.as_deref().filter(|_| writes_otherwise);
            let styles = [manifest.style.as_deref(), wanted(manifest), writing];
            styles.into_iter().flatten().map(|style| manifest.path(style)).collect::<Vec<_>>()
        });
        used.filter_map(|path| of_file(&path)).collect()
    };
    let tokens = palette.css();
    let home_css = format!("{tokens}{}", of(|manifest| manifest.style_home.as_deref()));
    let css = format!("{tokens}{}", of(|manifest| manifest.style_pages.as_deref()));
    let print = chain.iter().rev().filter_map(|manifest| Some(manifest.path(manifest.style_print.as_ref()?)));
    let print_css = print.filter_map(|path| of_file(&path)).collect();
    let of = |named: fn(&Manifest) -> Option<&str>| script(sources, &chain, named, diagnostics);
    let (script, script_promises) =
        (of(|manifest| manifest.script.as_deref()), of(|manifest| manifest.script_promises.as_deref()));
    Some(Theme {
        prefixes,
        templates,
        has_only_built_in_components,
        sheets,
        home_css,
        print_css,
        css,
        script,
        script_promises,
        palette,
    })
}

/// The theme and those that it extends, nearest first.
fn chain(sources: &Sources, name: &str, config: &Config, diagnostics: &Diagnostics) -> Option<Vec<Manifest>> {
    let mut chain: Vec<Manifest> = Vec::new();
    let mut next = Some((name.to_owned(), config.key_place("theme")));
    while let Some((name, asked)) = next {
        if chain.len() == LONGEST_CHAIN || chain.iter().any(|manifest| manifest.name == name) {
            let mut problem = Diagnostic::error(code::TPL_02, format!("the theme `{name}` extends itself"))
                .hint("let the last theme extend `standard`, or nothing");
            problem.place = asked;
            diagnostics.push(problem);
            return None;
        }
        let manifest = manifest::read(sources, &name, asked, diagnostics)?;
        next = manifest.next().map(|next| (next.to_owned(), manifest.extends_place.clone()));
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
    let files = sources.under(folder).filter(|path| path.ends_with(".html") || path.ends_with(".md"));
    let read = files.filter_map(|path| {
        let source = sources.text(path).map_err(|problem| diagnostics.push(problem)).ok()?;
        Some((format!("{prefix}{}", path.strip_prefix(folder)?), source))
    });
    read.collect()
}

/// The style sheets of all themes, farthest first; one that cannot be read is told.
fn sheets(sources: &Sources, chain: &[Manifest], diagnostics: &Diagnostics) -> Vec<Arc<SourceFile>> {
    let paths = chain.iter().rev().flat_map(|manifest| {
        let Manifest { style, style_home, style_pages, style_print, style_writing, .. } = manifest;
        let styles = [style, style_home, style_pages, style_print, style_writing];
        styles.into_iter().flatten().map(|style| manifest.path(style)).collect::<Vec<_>>()
    });
    let read = paths.filter_map(|path| sources.text(&path).map_err(|problem| diagnostics.push(problem)).ok());
    read.collect()
}

/// The nearest theme's script of a kind.
fn script(
    sources: &Sources,
    chain: &[Manifest],
    named: impl Fn(&Manifest) -> Option<&str>,
    diagnostics: &Diagnostics,
) -> String {
    let path = chain.iter().find_map(|manifest| Some(manifest.path(named(manifest)?)));
    let read = path.and_then(|path| sources.text(&path).map_err(|problem| diagnostics.push(problem)).ok());
    read.map(|source| source.text().trim_end().to_owned()).unwrap_or_default()
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
