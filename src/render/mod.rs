//! The site to files: every page by its template, and what machines read. No input, no output, no clock.

mod engine;
mod fault;
mod fields;
mod key;
mod logo;
mod page;
mod ready;
mod static_files;
mod theme_files;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use tera::Value;

use crate::compose::common::Common;
use crate::diagnostic::{Diagnostics, code};
use crate::export::{self, Facts};
use crate::site::{Asset, Page, Site};
use crate::source::Sources;
use crate::theme::Theme;
use crate::wording::{Wording, direction};

pub use engine::Templates;
pub use key::{Key, Keys};
use theme_files::{Heads, ThemeFiles};

/// A file of the site.
#[derive(Clone, Debug)]
pub struct OutputFile {
    /// Its path in the output folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Which files of a page are rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The page and its twin.
    Both,
    /// The page alone.
    Page,
    /// The twin alone.
    Twin,
}

/// Everything that rendering needs; made once, shared by all threads.
#[derive(Debug)]
pub struct Renderer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    sources: &'a Sources,
    templates: &'a Templates,
    today: Date,
    files: ThemeFiles<'a>,
    /// What machines are told.
    facts: Facts<'a>,
    heads: Heads,
    common: Arc<[Common]>,
    /// The labels of each language, serialised once: their clones share them.
    labels: Vec<Value>,
    /// What is ready of all articles of each language.
    ready: Vec<Option<Value>>,
    /// The lists of articles that are ready in each language, once many pages are rendered.
    lists: OnceLock<Vec<Value>>,
    /// What the proof rendered, by the place of the page, so that nothing is rendered twice.
    proofs: Mutex<BTreeMap<usize, Vec<OutputFile>>>,
}

impl<'a> Renderer<'a> {
    /// Computes what all pages share, or takes it from where nothing of it differs; a broken logo is told.
    pub fn new(
        site: &'a Site,
        theme: &'a Theme,
        templates: &'a Templates,
        sources: &'a Sources,
        today: Date,
        common: Option<Arc<[Common]>>,
        diagnostics: &Diagnostics,
    ) -> Self {
        let mark = logo::read(site, sources, theme.palette.light.brand, diagnostics);
        let logo = mark.as_ref().map(|mark| mark.view(site.portal()));
        let files = ThemeFiles::new(site, theme);
        let facts = files.facts(today, logo.as_ref());
        let common = common.unwrap_or_else(|| files.common(today, logo));
        let labels = site.strings.iter().map(|strings| Value::from_serializable(strings.labels())).collect();
        let (heads, ready, lists, proofs) = (files.heads(), Vec::new(), OnceLock::new(), Mutex::default());
        let mut renderer =
            Self { site, theme, templates, sources, today, facts, heads, files, common, labels, ready, lists, proofs };
        renderer.ready = site.portal().languages.ids().map(|language| renderer.ready(language)).collect();
        renderer
    }

    /// What all pages of each language share.
    pub fn common(&self) -> Arc<[Common]> {
        Arc::clone(&self.common)
    }

    /// The paths of all files with what each is made from, known before the first is rendered.
    pub fn paths(&self) -> Vec<(String, Cow<'_, str>)> {
        let pages = self.site.pages.iter().flat_map(|page| page.files().map(|path| (path, self.site.source_of(page))));
        let redirects = self.redirect_paths().map(|path| (path, "an old address".into()));
        let mut assets: Vec<&String> = self.site.assets.iter().map(|asset| &asset.output).collect();
        assets.sort_unstable();
        assets.dedup();
        let assets = assets.into_iter().map(|path| (path.clone(), "an image".into()));
        let fixed = self.fixed_paths();
        let fixed = fixed.map(|path| (path, "a file that every portal has".into()));
        let copied = static_files::paths(self.sources).map(|path| (path.clone(), format!("static/{path}").into()));
        pages.chain(redirects).chain(assets).chain(fixed).chain(copied).collect()
    }

    /// The paths of files that are made, and are no pages.
    pub fn made_paths(&self) -> impl Iterator<Item = String> {
        self.redirect_paths().chain(self.fixed_paths())
    }

    fn redirect_paths(&self) -> impl Iterator<Item = String> {
        self.site.redirects.iter().map(|redirect| redirect.from.output())
    }

    fn fixed_paths(&self) -> impl Iterator<Item = String> {
        self.files.paths().cloned().chain(export::paths(self.site))
    }

    /// Whether the page at a place was rendered as a proof, and so will be handed over.
    pub fn has_proof_of(&self, place: usize) -> bool {
        self.proofs().contains_key(&place)
    }

    /// Renders every file in parallel and hands each to `take`; the first refusal ends it. `wanted` is given the place of
    /// a page, and says which of its files are wanted, if any is.
    pub fn render<E: Send>(
        &self,
        diagnostics: &Diagnostics,
        wanted: impl Fn(usize, &Page) -> Option<Wanted> + Sync,
        take: impl Fn(OutputFile) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        self.render_made(diagnostics, wanted, &take)?;
        let assets: Vec<_> = self.site.assets.iter().collect();
        let copy = |asset: &&Asset| OutputFile { path: asset.output.clone(), bytes: asset.bytes.clone() };
        assets.par_iter().map(copy).try_for_each(&take)?;
        static_files::each(self.sources, diagnostics, &take)
    }

    /// The same, but for files that are copied.
    pub fn render_made<E: Send>(
        &self,
        diagnostics: &Diagnostics,
        wanted: impl Fn(usize, &Page) -> Option<Wanted> + Sync,
        take: impl Fn(OutputFile) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        self.site.pages.par_iter().enumerate().try_for_each(|(place, page)| {
            let proof = self.proofs().remove(&place);
            if let Some(files) = proof {
                return files.into_iter().try_for_each(&take);
            }
            let Some(wanted) = wanted(place, page) else { return Ok(()) };
            match self.page(page, wanted) {
                Ok(files) => files.into_iter().try_for_each(&take),
                Err(problem) => {
                    diagnostics.push(*problem);
                    Ok(())
                }
            }
        })?;
        self.files.each().try_for_each(&take)?;
        let exports = export::files(&self.facts).into_par_iter();
        exports.map(|(path, bytes)| OutputFile { path, bytes }).try_for_each(&take)?;
        self.site.redirects.iter().map(|redirect| page::redirect(redirect, self.site)).try_for_each(&take)
    }

    /// Renders one page of each kind, and in each direction, so that a broken template is found before anything is written.
    pub fn proof(&self, diagnostics: &Diagnostics) {
        self.lists.get_or_init(|| self.site.portal().languages.ids().map(|language| self.lists(language)).collect());
        let rendered: Vec<_> =
            self.firsts().into_par_iter().map(|(place, page)| (place, self.page(page, Wanted::Both))).collect();
        let mut proofs = self.proofs();
        for (place, result) in rendered {
            match result {
                Ok(files) => drop(proofs.insert(place, files)),
                Err(problem) => diagnostics.push(*problem),
            }
        }
    }

    /// The first page of each kind, and in each direction, with its place.
    fn firsts(&self) -> Vec<(usize, &Page)> {
        let mut kinds = HashSet::new();
        let pages = self.site.pages.iter().enumerate();
        pages.filter(|(_, page)| kinds.insert((std::mem::discriminant(&page.kind), self.runs(page)))).collect()
    }

    /// Renders the pages at these places; none if one of them stands for its kind, for then more is looked at than it, or
    /// if a template fails.
    pub fn pages(&self, places: &[usize]) -> Option<Vec<OutputFile>> {
        if self.firsts().iter().any(|(place, _)| places.contains(place)) {
            return None;
        }
        let pages = places.iter().map(|place| self.page(self.site.pages.get(*place)?, Wanted::Both).ok());
        Some(pages.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// The pages that a render renders, if it leaves out those that can be spared.
    pub fn wanted(&self, is_spared: impl Fn(usize, &Page) -> bool + Sync) -> impl Iterator<Item = &Page> {
        let pages = self.site.pages.par_iter().enumerate();
        let wanted: Vec<&Page> = pages.filter(|(place, page)| !is_spared(*place, page)).map(|(_, page)| page).collect();
        self.firsts().into_iter().map(|(_, page)| page).chain(wanted)
    }

    fn proofs(&self) -> MutexGuard<'_, BTreeMap<usize, Vec<OutputFile>>> {
        self.proofs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How a host is to serve the files.
    pub fn rules(&self) -> export::Rules {
        export::Rules::of(&self.facts)
    }

    /// In which direction the language of a page runs.
    fn runs(&self, page: &Page) -> &'static str {
        direction(self.site.portal().languages.tag(page.language))
    }

    /// Shows the pages that the proof rendered.
    pub fn proved(&self, look: impl FnOnce(&[(&Page, &[u8])])) {
        let proofs = self.proofs();
        let pages = proofs.iter();
        let pages: Vec<_> =
            pages.filter_map(|(place, files)| Some((self.site.pages.get(*place)?, &*files.first()?.bytes))).collect();
        look(&pages);
    }

    fn wording(&self, page: &Page) -> Wording<'a> {
        Wording { site: self.site, language: page.language, today: self.today }
    }
}

/// Problems of templates have this code.
const TEMPLATE: crate::diagnostic::Code = code::TPL_01;
