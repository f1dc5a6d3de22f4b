//! What a site stands on beside its documents: configuration, words, texts, design. Documents change often, this rarely.

use std::hash::Hasher as _;
use std::sync::Arc;

use jiff::civil::Date;
use rapidhash::fast::RapidHasher;
use rayon::prelude::*;

use super::Options;
use crate::built_in;
use crate::config::{self, Config};
use crate::content::document::Reader;
use crate::content::{self, DocumentKind, Outlines, Readings, Strings, Texts};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::locale::{LanguageTag, Locale};
use crate::memo::UnreadArticles;
use crate::render::Templates;
use crate::source::Sources;
use crate::theme::{self, Theme};
use crate::timing::Timings;
use crate::view::hash_of;

/// Everything that is read of a site but its documents and its design.
#[derive(Clone, Debug)]
pub(super) struct Foundation {
    pub(super) config: Arc<Config>,
    pub(super) locales: Arc<[Locale]>,
    pub(super) strings: Arc<[Strings]>,
    pub(super) texts: Arc<Texts>,
    /// What was told of it.
    pub(super) told: Vec<Diagnostic>,
    /// Hashes of the files that it and the design were read from; none where one of them changed meanwhile.
    pub(super) hashes: Option<Hashes>,
}

/// The theme, and its templates ready for use.
#[derive(Debug)]
pub(super) struct Design {
    pub(super) theme: Theme,
    pub(super) templates: Templates,
    /// What was told of it.
    pub(super) told: Vec<Diagnostic>,
}

/// What pages and their twins are made of beside documents, as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Hashes {
    pub(super) pages: u64,
    /// Without the templates of pages, which no twin is made by.
    pub(super) twins: u64,
}

impl Design {
    fn read(sources: &Sources, config: &Config, diagnostics: &Diagnostics) -> Option<Self> {
        let told = Diagnostics::new();
        let read = || {
            let theme = theme::load(sources, config, &told)?;
            let templates = Templates::compile(&theme, &told)?;
            Some((theme, templates))
        };
        let read = read();
        let told = told.into_sorted();
        diagnostics.extend(told.iter().cloned());
        read.map(|(theme, templates)| Self { theme, templates, told })
    }
}

impl Foundation {
    /// Reads it, and beside it the design and the documents. No foundation where the configuration has errors, no design
    /// where it is broken. What is `unread` on the same foundation stays so.
    pub(super) fn read(
        partner: &Sources,
        sources: &Sources,
        unread: Option<&UnreadArticles>,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<(Self, Option<Design>, Readings)> {
        let before = Hashes::of(partner);
        let told = Diagnostics::new();
        let Some(config) = timings.phase("configuration", || configuration(partner, sources, options, &told)) else {
            diagnostics.extend(told.into_sorted());
            return None;
        };
        let built_in = built_in::sources();
        let (locales, strings) = timings.phase("languages", || words(&config, &built_in, partner, &told));
        let languages = &config.portal.languages;
        let write = || {
            let role = &config.portal.partner.role;
            let texts = content::texts::read(languages, &strings, &built_in, partner, role, &told);
            let reader = Reader { config: &config, strings: &strings, today: options.today() };
            // What stands on another foundation can be read as something else.
            let unread = unread.filter(|unread| unread.foundation == before.pages);
            let outlines = unread.map(|unread| {
                let UnreadArticles { outlines, edited, others, told, .. } = unread;
                Outlines::read(outlines, edited, others, told)
            });
            (texts, Readings::new(reader, partner, &outlines.unwrap_or_default()))
        };
        let design = || Design::read(sources, &config, diagnostics);
        let ((texts, readings), design) = timings.phase("content and templates", || rayon::join(write, design));
        let told = told.into_sorted();
        diagnostics.extend(told.iter().cloned());
        let hashes = Some(before).filter(|before| *before == Hashes::of(partner));
        let (config, texts) = (Arc::new(config), Arc::new(texts));
        let foundation = Self { config, locales: locales.into(), strings: strings.into(), texts, told, hashes };
        Some((foundation, design, readings))
    }

    /// The same with another design, where of all that they were read from only files of the design differ.
    pub(super) fn redesigned(&self, sources: &Sources, diagnostics: &Diagnostics) -> Option<(Self, Design)> {
        let before = Hashes::of(sources);
        let design = Design::read(sources, &self.config, diagnostics)?;
        let hashes = Some(before).filter(|before| *before == Hashes::of(sources));
        Some((Self { hashes, ..self.clone() }, design))
    }

    /// What reads the documents that stand on it.
    pub(super) fn reader(&self, today: Date) -> Reader<'_> {
        Reader { config: &self.config, strings: &self.strings, today }
    }
}

/// The configuration of a site; none when it has errors.
pub(super) fn configuration(
    partner: &Sources,
    sources: &Sources,
    options: &Options,
    diagnostics: &Diagnostics,
) -> Option<Config> {
    let source = partner.text("support.toml").map_err(|problem| diagnostics.push(problem)).ok()?;
    config::read(&source, sources, &options.overrides, diagnostics)
}

/// Formats and interface words of each language.
fn words(
    config: &Config,
    built_in: &Sources,
    partner: &Sources,
    diagnostics: &Diagnostics,
) -> (Vec<Locale>, Vec<Strings>) {
    let languages: Vec<_> = config.portal.languages.iter().map(|(_, tag)| tag.clone()).collect();
    let country = config.portal.partner.country;
    let speak = |tag: &LanguageTag| {
        let strings = content::strings::read(tag, built_in, partner, diagnostics);
        // Dates and numbers go with the words around them.
        (Locale::for_country(strings.instead.as_ref().unwrap_or(tag), country.code()), strings)
    };
    languages.par_iter().map(speak).unzip()
}

impl Hashes {
    /// Of the partner's files that a foundation or a design can be read from. What is copied as it is, and what stands
    /// beside documents, has its own hash where a page shows it.
    fn of(sources: &Sources) -> Self {
        let (mut pages, mut twins) = (RapidHasher::default(), RapidHasher::default());
        let is_read =
            |path: &&str| !path.starts_with("static/") && !DocumentKind::is_among(path) && !sources.is_built_in(path);
        for path in sources.under("").filter(is_read) {
            let bytes = sources.bytes(path).map(|bytes| hash_of(&bytes)).ok();
            let file = hash_of(&(path, bytes));
            pages.write_u64(file);
            if !(is_of_design(path) && path.ends_with(".html")) {
                twins.write_u64(file);
            }
        }
        Self { pages: pages.finish(), twins: twins.finish() }
    }
}

/// Whether a file can be of the design, and of nothing else.
pub(super) fn is_of_design(path: &str) -> bool {
    path.starts_with("templates/") || path.starts_with("themes/")
}
