//! One build, as values passed from phase to phase. Everything that can be wrong is found before the first file is written.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::config::{self, Config, Overrides};
use crate::content::{self, Strings};
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::export::Rules;
use crate::locale::{LanguageTag, Locale, Telephone};
use crate::memo::{Memo, Now, Terms};
use crate::publish::{OutPath, Publication, Published, Refusal};
use crate::render::{OutputFile, Renderer, Templates};
use crate::site::{self, Site};
use crate::source::{self, Sources};
use crate::theme::{self, Theme};
use crate::timing::Timings;
use crate::{built_in, check, links};

/// What one run is told beside the files.
#[derive(Clone, Debug)]
pub struct Options {
    /// The clock: only its UTC date enters the output.
    pub now: Timestamp,
    /// Values that stand in for those of the configuration.
    pub overrides: Overrides,
    /// Whether drafts are published.
    pub drafts: bool,
    /// How strict the run is.
    pub strictness: check::Strictness,
    /// Whether the site goes to customers: placeholders are then errors.
    pub release: bool,
}

impl Options {
    fn today(&self) -> Date {
        self.now.to_zoned(TimeZone::UTC).date()
    }

    fn terms(&self) -> Terms {
        Terms {
            today: self.today(),
            base_url: self.overrides.base_url.clone(),
            drafts: self.drafts,
            strict: self.strictness == check::Strictness::Warnings,
            release: self.release,
        }
    }
}

/// A site that is free of errors, and ready to render.
#[derive(Debug)]
pub struct Prepared {
    site: Site,
    theme: Theme,
    templates: Templates,
    sources: Sources,
    purpose: check::Purpose,
}

/// How a host is to serve a site.
#[derive(Debug)]
pub struct Hosting {
    /// Headers and redirects.
    pub rules: Rules,
    /// The address of each page that is a document, from the root of the host, by the path of its source.
    pub pages: BTreeMap<String, String>,
}

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site is published.
    Published(Published),
    /// The site has errors; nothing was written.
    Rejected,
    /// The output folder cannot be used.
    Refused(Vec<Refusal>),
}

/// Reads and checks a site: configuration, content, theme, links. None when it has errors.
pub fn prepare(
    partner: &Sources,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
) -> Option<Prepared> {
    // The metadata of telephone numbers loads while everything else is read.
    rayon::spawn(Telephone::prepare);
    let built_in = built_in::sources();
    let sources = built_in.clone().overlaid_by(partner);
    let config = timings.phase("configuration", || configuration(partner, &sources, options, diagnostics))?;
    let languages: Vec<_> = config.portal.languages.iter().map(|(_, tag)| tag.clone()).collect();
    let country = config.portal.partner.country;
    let speak = |tag: &LanguageTag| {
        let strings = content::strings::read(tag, &built_in, partner, diagnostics);
        // Dates and numbers go with the words around them.
        (Locale::for_country(strings.instead.as_ref().unwrap_or(tag), country.code()), strings)
    };
    let (locales, strings): (Vec<Locale>, Vec<Strings>) =
        timings.phase("languages", || languages.par_iter().map(speak).unzip());
    let write = || {
        content::stray::tell(partner, &config.portal.languages, diagnostics);
        let texts = content::texts::read(
            &config.portal.languages,
            &strings,
            &built_in,
            partner,
            &config.portal.partner.role,
            diagnostics,
        );
        let mut documents = content::read_documents(partner, &config, &strings, diagnostics);
        documents.retain(|document| options.drafts || !document.meta.draft);
        documents.iter_mut().for_each(|document| document.hold_back(options.today()));
        (texts, documents)
    };
    let design = || {
        let theme = theme::load(&sources, &config, diagnostics)?;
        let templates = Templates::compile(&theme, diagnostics)?;
        Some((theme, templates))
    };
    let ((texts, documents), design) = timings.phase("content and templates", || rayon::join(write, design));
    let parts = site::Parts { config, locales, strings, texts, documents };
    let site = timings.phase("assemble", || site::assemble(parts, &sources, diagnostics));
    let purpose = check::Purpose { today: options.today(), release: options.release };
    timings.phase("check", || check::site(&site, &sources, purpose, diagnostics));
    let (theme, templates) = design?;
    Some(Prepared { site, theme, templates, sources, purpose })
}

fn configuration(partner: &Sources, sources: &Sources, options: &Options, diagnostics: &Diagnostics) -> Option<Config> {
    let source = partner.text("support.toml").map_err(|problem| diagnostics.push(problem)).ok()?;
    config::read(&source, sources, &options.overrides, diagnostics)
}

/// The configuration of the site in `root`, for commands that need no page. None when it has errors.
pub fn facts(root: &Path, options: &Options, diagnostics: &Diagnostics) -> Option<Config> {
    let partner = source::scan(root, diagnostics);
    configuration(&partner, &built_in::sources().overlaid_by(&partner), options, diagnostics)
}

impl Prepared {
    /// Renders every file and hands each to `take`, as a build does; broken templates are told.
    pub fn render<E: Send>(
        &self,
        diagnostics: &Diagnostics,
        take: impl Fn(OutputFile) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let renderer = self.renderer(diagnostics);
        out_paths(renderer.paths(), diagnostics);
        self.proof(&renderer, diagnostics);
        renderer.render(diagnostics, take)
    }

    /// Asks the network for the links out of the site in `root`; `progress` hears how many of how many are done.
    pub fn ask_links(&self, root: &Path, progress: &(dyn Fn(usize, usize) + Sync), diagnostics: &Diagnostics) {
        links::check(&self.site, root, self.purpose.today, progress, diagnostics);
        check::adjust(&self.site, diagnostics);
    }

    /// One page of each kind, and what must hold of it.
    fn proof(&self, renderer: &Renderer<'_>, diagnostics: &Diagnostics) {
        renderer.proof(diagnostics);
        renderer.proved(|pages| check::pages(&self.site, self.purpose, pages, diagnostics));
    }

    fn addresses(&self) -> BTreeMap<String, String> {
        let documents = self.site.pages.iter().filter(|page| page.kind.document().is_some());
        documents.map(|page| (self.site.source_of(page), page.address.href(self.site.portal()))).collect()
    }

    fn renderer(&self, diagnostics: &Diagnostics) -> Renderer<'_> {
        Renderer::new(&self.site, &self.theme, &self.templates, &self.sources, self.purpose.today, diagnostics)
    }
}

/// Builds the site in `root` into `output`.
pub fn build(
    root: &Path,
    output: &Path,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
) -> Outcome {
    let (now, unchanged) = timings.phase("last build", || {
        let last = Memo::load(root);
        let now = Now::of(root, options.terms(), last.as_ref());
        let unchanged = last.and_then(|last| last.still_holds(root, output, &now));
        (now, unchanged)
    });
    if let Some((unchanged, told)) = unchanged {
        diagnostics.extend(told);
        return Outcome::Published(Published { unchanged, ..Published::default() });
    }
    let partner = timings.phase("scan", || source::scan(root, diagnostics));
    let Some(prepared) = prepare(&partner, options, timings, diagnostics) else { return Outcome::Rejected };
    let (renderer, paths) = timings.phase("frame", || {
        let renderer = prepared.renderer(diagnostics);
        let paths = out_paths(renderer.paths(), diagnostics);
        (renderer, paths)
    });
    timings.phase("proof", || prepared.proof(&renderer, diagnostics));
    if options.strictness.fails(diagnostics) {
        return Outcome::Rejected;
    }
    let outcome = timings.phase("render and write", || {
        let publication = match Publication::begin(output, root, &paths) {
            Ok(publication) => publication,
            Err(refusals) => return Outcome::Refused(refusals),
        };
        let written = renderer.render(diagnostics, |file| match OutPath::new(&file.path) {
            Ok(path) => publication.put(&path, &file.bytes),
            Err(_) => Ok(()),
        });
        // A template that fails on one page only: the publication is dropped, and the old site stands.
        if diagnostics.has_errors() {
            return Outcome::Rejected;
        }
        match written.and_then(|()| publication.seal()) {
            Ok((published, seal)) => {
                if let Some(seal) = seal {
                    now.keep(root, seal, &diagnostics.so_far());
                }
                Outcome::Published(published)
            }
            Err(refusal) => Outcome::Refused(vec![refusal]),
        }
    });
    drop(renderer);
    // Nobody waits until all of it is freed.
    rayon::spawn(move || drop(prepared));
    outcome
}

/// Builds the site in `root` and hands each file to `take`; nothing is written. Tells how a host is to serve the files,
/// and none when the site has errors: then what was taken is no whole site.
pub fn build_into(
    root: &Path,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
    take: impl Fn(OutputFile) + Sync,
) -> Option<Hosting> {
    let partner = timings.phase("scan", || source::scan(root, diagnostics));
    let prepared = prepare(&partner, options, timings, diagnostics)?;
    let renderer = timings.phase("frame", || {
        let renderer = prepared.renderer(diagnostics);
        out_paths(renderer.paths(), diagnostics);
        renderer
    });
    timings.phase("proof", || prepared.proof(&renderer, diagnostics));
    if options.strictness.fails(diagnostics) {
        return None;
    }
    timings.phase("render", || {
        let all = renderer.render(diagnostics, |file| {
            take(file);
            Ok::<(), std::convert::Infallible>(())
        });
        debug_assert!(all.is_ok());
    });
    let hosting = Hosting { rules: renderer.rules(), pages: prepared.addresses() };
    drop(renderer);
    rayon::spawn(move || drop(prepared));
    (!diagnostics.has_errors()).then_some(hosting)
}

/// Everything that `build` finds, and nothing written. None when there is no site.
pub fn check(root: &Path, options: &Options, timings: &mut Timings, diagnostics: &Diagnostics) -> Option<Prepared> {
    let partner = timings.phase("scan", || source::scan(root, diagnostics));
    let prepared = prepare(&partner, options, timings, diagnostics)?;
    let all = prepared.render(diagnostics, |_| Ok::<(), std::convert::Infallible>(()));
    debug_assert!(all.is_ok());
    Some(prepared)
}

/// Everything that can be wrong with the theme of a site: each kind of page is rendered, with a sample where the site
/// has none of it, and the contrast of its texts is computed. Nothing is written.
pub fn check_theme(
    root: &Path,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
) -> Vec<theme::contrast::Reading> {
    let partner = timings.phase("scan", || source::scan(root, diagnostics));
    let with_samples = theme::samples::of_missing(&partner).overlaid_by(&partner);
    let Some(prepared) = prepare(&with_samples, options, timings, diagnostics) else { return Vec::new() };
    let all = prepared.render(diagnostics, |_| Ok::<(), std::convert::Infallible>(()));
    debug_assert!(all.is_ok());
    let readings = timings.phase("contrast", || theme::contrast::check(&prepared.theme, diagnostics));
    check::adjust(&prepared.site, diagnostics);
    readings
}

/// The paths that the writer accepts. Two sources of one path are told, and so are paths that differ only in case:
/// Windows and macOS hold one of them.
fn out_paths(paths: Vec<(String, String)>, diagnostics: &Diagnostics) -> Vec<OutPath> {
    let mut taken: HashMap<String, String> = HashMap::with_capacity(paths.len());
    let mut checked = Vec::with_capacity(paths.len());
    for (path, source) in paths {
        match OutPath::new(&path) {
            Ok(path) => {
                if let Some(c) = path.foreign_to_windows() {
                    let message = format!("the name of {source} holds `{c}`, which no file has in Windows");
                    let hint = "rename it, so that the site can be copied to a computer with Windows";
                    diagnostics.push(Diagnostic::warning(code::URL_02, message).hint(hint));
                }
                checked.push(path);
            }
            Err(problem) => {
                let message = format!("the file {source} cannot be published: {problem}");
                diagnostics.push(
                    Diagnostic::error(code::URL_02, message).hint("rename it with letters, digits, hyphens and dots"),
                );
            }
        }
        match taken.entry(path.to_lowercase()) {
            Entry::Vacant(free) => drop(free.insert(source)),
            Entry::Occupied(earlier) => {
                let message = format!("{source} and {} would both be published as {path}", earlier.get());
                diagnostics.push(Diagnostic::error(code::URL_01, message).hint("rename one of them"));
            }
        }
    }
    checked.sort_unstable();
    checked
}
