//! One build, as values passed from phase to phase. Everything that can be wrong is found before the first file is written.

mod builder;
mod foundation;
mod handing;
mod inspect;
mod keeping;
mod patch;
mod paths;
mod publishing;
mod revision;

pub use builder::{Builder, Watched};
pub use handing::{Hosting, Made};
pub use inspect::{check, check_theme, facts};
pub use publishing::Outcome;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::compose::common::Common;
use crate::config::Overrides;
use crate::content::{self, DocumentKind, Readings};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::locale::Telephone;
use crate::memo::{Terms, UnreadArticles};
use crate::render::{OutputFile, Renderer, Wanted};
use crate::site::{self, Page, Site};
use crate::source::{Change, Sources};
use crate::timing::Timings;
use crate::{built_in, check, links};

use foundation::{Design, Foundation};

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
    foundation: Arc<Foundation>,
    design: Arc<Design>,
    readings: Readings,
    sources: Sources,
    purpose: check::Purpose,
    judge: check::Judge,
    terms: Terms,
    /// What was told of it before it was checked as a whole.
    told: Vec<Diagnostic>,
}

/// Reads and checks a site: configuration, content, theme, links. None when it has errors.
pub fn prepare(
    partner: &Sources,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
) -> Option<Prepared> {
    prepare_but(None, partner, options, timings, diagnostics)
}

/// The same, but of what is `unread` only what others know of it, if it stands on the same foundation.
fn prepare_but(
    unread: Option<&UnreadArticles>,
    partner: &Sources,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
) -> Option<Prepared> {
    // The metadata of telephone numbers loads while everything else is read.
    rayon::spawn(Telephone::prepare);
    let sources = built_in::sources().overlaid_by(partner);
    let (foundation, design, readings) = Foundation::read(partner, &sources, unread, options, timings, diagnostics)?;
    let (design, judge) = (design.map(Arc::new), check::Judge::default());
    let parts = Parts { foundation: Arc::new(foundation), design, readings, judge, sources };
    parts.assemble(partner, options, timings, diagnostics)
}

/// What a site is assembled from.
struct Parts {
    foundation: Arc<Foundation>,
    design: Option<Arc<Design>>,
    readings: Readings,
    judge: check::Judge,
    sources: Sources,
}

impl Parts {
    fn assemble(
        self,
        partner: &Sources,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<Prepared> {
        let Self { foundation, design, readings, mut judge, sources } = self;
        diagnostics.extend(readings.told().cloned());
        content::stray::tell(partner, &foundation.config.portal.languages, diagnostics);
        let documents = readings.documents().filter(|document| options.drafts || !document.meta.draft);
        let parts = site::Parts {
            config: Arc::clone(&foundation.config),
            locales: Arc::clone(&foundation.locales),
            strings: Arc::clone(&foundation.strings),
            texts: Arc::clone(&foundation.texts),
            documents: documents.cloned().collect(),
        };
        let site = timings.phase("assemble", || site::assemble(parts, &sources, diagnostics));
        let told = diagnostics.so_far();
        let purpose = check::Purpose { today: options.today(), release: options.release };
        timings.phase("check", || check::site(&site, &sources, purpose, &mut judge, diagnostics));
        let terms = options.terms();
        Some(Prepared { site, foundation, design: design?, readings, sources, purpose, judge, terms, told })
    }
}

impl Prepared {
    /// The site as it is once the files `changes` differ, and no other; reads only those where that is enough.
    pub fn again(
        self,
        changes: &[Change],
        partner: &Sources,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<Self> {
        let is_document = |change: &Change| DocumentKind::is_among(&change.path) && change.path.ends_with(".md");
        if self.terms != options.terms() || !changes.iter().all(is_document) {
            drop(self);
            return prepare(partner, options, timings, diagnostics);
        }
        let Self { site, foundation, design, readings, judge, .. } = self;
        rayon::spawn(move || drop(site));
        diagnostics.extend(foundation.told.iter().chain(&design.told).cloned());
        let changed: BTreeSet<&str> = changes.iter().map(|change| change.path.as_str()).collect();
        let reader = foundation.reader(options.today());
        let readings = timings.phase("content", || readings.again(reader, partner, &changed));
        let sources = built_in::sources().overlaid_by(partner);
        let parts = Parts { foundation, design: Some(design), readings, judge, sources };
        parts.assemble(partner, options, timings, diagnostics)
    }

    /// Renders every file and hands each to `take`, as a build does; broken templates are told.
    pub fn render<E: Send>(
        &self,
        diagnostics: &Diagnostics,
        take: impl Fn(OutputFile) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let renderer = self.renderer(None, diagnostics);
        paths::checked(renderer.paths(), diagnostics);
        self.proof(&renderer, diagnostics);
        renderer.render(diagnostics, |_, _: &Page| Some(Wanted::Both), take)
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
        documents.map(|page| (self.site.source_of(page).into_owned(), page.address.href(self.site.portal()))).collect()
    }

    /// `common` is what all pages share, if nothing of it differs.
    fn renderer(&self, common: Option<Arc<[Common]>>, diagnostics: &Diagnostics) -> Renderer<'_> {
        let Design { theme, templates, .. } = &*self.design;
        Renderer::new(&self.site, theme, templates, &self.sources, self.purpose.today, common, diagnostics)
    }
}
