//! A site that is built again and again: published into a folder, or handed over to who shows it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::foundation::Hashes;
use super::keeping::Keeper;
use super::{Options, Prepared, paths, prepare_but};
use crate::compose::common::Common;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::memo::UnreadArticles;
use crate::publish::OutPath;
use crate::render::{Key, Keys, OutputFile, Renderer, Wanted};
use crate::site::Page;
use crate::source::{self, Change, Survey};
use crate::timing::Timings;
use crate::view::hash_of;

/// A site that is built again and again: it keeps of one build what the next can use.
#[derive(Debug)]
pub struct Builder {
    pub(super) root: PathBuf,
    pub(super) last: Option<Prepared>,
    /// What the pages handed over last are made of, by the paths of their files.
    pub(super) handed: HashMap<String, Key>,
    /// What is kept of the last site that was whole.
    pub(super) whole: Option<Whole>,
    pub(super) standing: Option<Standing>,
    pub(super) keeper: Keeper,
}

/// What is known of the sources before a build, by who watches them.
#[derive(Clone, Copy, Debug)]
pub struct Watched<'a> {
    /// How they stood just now.
    pub survey: &'a Survey,
    /// All that differs since the last build; not known before the first.
    pub changes: Option<&'a [Change]>,
}

/// What a site that was whole leaves to the next build.
#[derive(Debug)]
pub(super) struct Whole {
    /// What all its pages share.
    pub(super) common: Arc<[Common]>,
    /// What was told of it.
    pub(super) told: Vec<Diagnostic>,
}

/// What the last publication left in a folder.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) output: PathBuf,
    pub(super) keys: PageKeys,
}

/// What the pages of a site are made of, by their places.
#[derive(Debug)]
pub(super) struct PageKeys(Vec<Option<Keys>>);

impl PageKeys {
    pub(super) fn of(prepared: &Prepared, renderer: &Renderer<'_>) -> Self {
        Self::some(prepared, renderer, |_| true)
    }

    /// Only of the pages at these places.
    pub(super) fn at(prepared: &Prepared, renderer: &Renderer<'_>, places: &[usize]) -> Self {
        Self::some(prepared, renderer, |place| places.contains(&place))
    }

    fn some(prepared: &Prepared, renderer: &Renderer<'_>, is_one: impl Fn(usize) -> bool + Sync) -> Self {
        let on = |foundation: u64| hash_of(&(foundation, &prepared.terms));
        let on = |Hashes { pages, twins }| Keys { page: on(pages), twin: on(twins) };
        Self(prepared.foundation.hashes.map(|hashes| renderer.keys(on(hashes), is_one)).unwrap_or_default())
    }

    /// Which files of a page are wanted, where a file need not be made that `stands`, made of what its key says.
    pub(super) fn wanted(
        &self,
        place: usize,
        page: &Page,
        mut stands: impl FnMut(String, Key) -> bool,
    ) -> Option<Wanted> {
        let Some(Keys { page: of_page, twin: of_twin }) = self.0.get(place).copied().flatten() else {
            return Some(Wanted::Both);
        };
        let has_page = stands(page.address.output(), of_page);
        let has_twin = page.address.twin().is_none_or(|twin| stands(twin.output(), of_twin));
        match (has_page, has_twin) {
            (true, true) => None,
            (true, false) => Some(Wanted::Twin),
            (false, true) => Some(Wanted::Page),
            (false, false) => Some(Wanted::Both),
        }
    }

    /// Which files of a page are wanted, where those stand that were made of what these keys say.
    pub(super) fn wanted_over(&self, standing: &Self, place: usize, page: &Page) -> Option<Wanted> {
        let old = standing.0.get(place).copied().flatten();
        let mut of_page = true;
        self.wanted(place, page, |_, key| {
            let old = old.map(|old| if std::mem::take(&mut of_page) { old.page } else { old.twin });
            old == Some(key)
        })
    }

    /// Of the pages at these places nothing is known any more.
    pub(super) fn forget(&mut self, places: &[usize]) {
        for place in places {
            if let Some(keys) = self.0.get_mut(*place) {
                *keys = None;
            }
        }
    }

    /// By the paths of the files.
    pub(super) fn by_path(&self, pages: &[Page]) -> HashMap<String, Key> {
        let keyed = pages.iter().zip(&self.0).filter_map(|(page, keys)| Some((page, (*keys)?)));
        keyed.flat_map(|(page, Keys { page: of_page, twin })| page.files().zip([of_page, twin])).collect()
    }
}

impl Builder {
    /// For the site in `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            last: None,
            handed: HashMap::new(),
            whole: None,
            standing: None,
            keeper: Keeper::default(),
        }
    }

    /// The files of documents whose text alone was edited; none where more differs.
    pub(super) fn patched(&mut self, changes: &[Change], options: &Options) -> Option<Vec<OutputFile>> {
        let Whole { common, told } = self.whole.as_ref()?;
        let prepared = self.last.as_mut()?;
        let places = prepared.patch(changes, options, told)?;
        // Whatever comes of it, they are other pages than those that were published.
        if let Some(standing) = &mut self.standing {
            standing.keys.forget(&places);
        }
        let files = prepared.renderer(Some(Arc::clone(common)), &Diagnostics::new()).pages(&places)?;
        for file in &files {
            self.handed.remove(&file.path);
        }
        Some(files)
    }

    /// The site in its folder as it stands, but for what is `unread`.
    pub(super) fn prepare(
        &mut self,
        changes: Option<&[Change]>,
        unread: Option<&UnreadArticles>,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<Prepared> {
        let mut last = self.last.take();
        let revised = changes.and_then(|changes| last.as_mut()?.revise(changes, options, timings, diagnostics));
        if revised.is_some() {
            return last;
        }
        let partner = timings.phase("scan", || source::scan(&self.root, diagnostics));
        match (last, changes) {
            (Some(last), Some(changes)) => last.again(changes, &partner, options, timings, diagnostics),
            _ => prepare_but(unread, &partner, options, timings, diagnostics),
        }
    }
}

impl Builder {
    /// Ends with the process: waits for what is still to be written, and leaves it to the system to free the rest, which
    /// does so at once.
    pub fn leave(mut self) {
        self.keeper.finish();
        std::mem::forget(self);
    }
}

impl Drop for Builder {
    /// Nobody waits until all of it is freed.
    fn drop(&mut self) {
        let last = self.last.take();
        rayon::spawn(move || drop(last));
    }
}

impl Prepared {
    /// What renders it, and where its files go; none where errors were found, or warnings are errors. `common` is what all
    /// pages share, where it is known.
    pub(super) fn ready(
        &self,
        common: Option<Arc<[Common]>>,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<(Renderer<'_>, Vec<OutPath>)> {
        let renderer = timings.phase("frame", || self.renderer(common, diagnostics));
        let checked = || paths::checked(renderer.paths(), diagnostics);
        // The one is long by a single page, the other by many paths.
        let ((), paths) = timings.phase("proof", || rayon::join(|| self.proof(&renderer, diagnostics), checked));
        (!options.strictness.fails(diagnostics)).then_some((renderer, paths))
    }
}
