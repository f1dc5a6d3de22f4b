//! A site that is built again and again: published into a folder, or handed over to who shows it.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Options, Prepared, paths, prepare};
use crate::compose::shell::Common;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::export::Rules;
use crate::memo::Now;
use crate::publish::{OutPath, Publication, Published, Refusal};
use crate::render::{Key, OutputFile, Renderer};
use crate::site::Page;
use crate::source::{self, Change};
use crate::timing::Timings;
use crate::view::hash_of;

/// How a host is to serve a site.
#[derive(Debug)]
pub struct Hosting {
    /// Headers and redirects.
    pub rules: Rules,
    /// The address of each page that is a document, from the root of the host, by the path of its source.
    pub pages: BTreeMap<String, String>,
    /// The files that were not handed over: they are those of the build before.
    pub same: Vec<String>,
}

/// What was handed over.
#[derive(Debug)]
pub enum Made {
    /// All files but those that are the same as before.
    Whole(Hosting),
    /// The files of a few pages; all else is as before.
    Pages,
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

/// A site that is built again and again: it keeps of one build what the next can use.
#[derive(Debug)]
pub struct Workshop {
    root: PathBuf,
    last: Option<Prepared>,
    /// What the pages handed over last are made of, by the paths of their files.
    handed: HashMap<String, Key>,
    /// What all pages of the last site that was whole share, and what was told of it.
    whole: Option<(Arc<[Common]>, Vec<Diagnostic>)>,
}

/// What the pages of a site are made of, by their places.
struct Keys(Vec<Option<Key>>);

impl Keys {
    fn of(prepared: &Prepared, renderer: &Renderer<'_>) -> Self {
        let keys = prepared.ground.hash.map(|ground| renderer.keys(hash_of(&(ground, &prepared.terms))));
        Self(keys.unwrap_or_default())
    }

    /// The files of a page, if they are made of the same as those `known`.
    fn same(&self, place: usize, page: &Page, known: impl Fn(&str) -> Option<Key>) -> Option<Vec<String>> {
        let key = self.0.get(place).copied().flatten()?;
        let files: Vec<String> = page.files().collect();
        files.iter().all(|path| known(path) == Some(key)).then_some(files)
    }

    /// By the paths of the files.
    fn by_path(self, pages: &[Page]) -> HashMap<String, Key> {
        let keyed = pages.iter().zip(self.0).filter_map(|(page, key)| Some((page, key?)));
        keyed.flat_map(|(page, key)| page.files().map(move |path| (path, key))).collect()
    }
}

impl Workshop {
    /// For the site in `root`.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), last: None, handed: HashMap::new(), whole: None }
    }

    /// Builds the site into `output`. Of `changes` it is known that nothing else differs since the last time.
    pub fn build(
        &mut self,
        changes: Option<&[Change]>,
        output: &Path,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Outcome {
        if let Some(published) = timings.phase("patch", || self.amend(changes?, output, options, diagnostics)) {
            return Outcome::Published(published);
        }
        let (now, last) = timings.phase("look", || Now::of(&self.root, options.terms()));
        let left = timings.phase("output", || last.as_ref()?.left(output));
        let known = last.as_ref().zip(left.as_ref());
        if let Some((told, left)) =
            known.and_then(|(last, left)| Some((last.still_holds(&self.root, left, &now)?, left)))
        {
            diagnostics.extend(told);
            return Outcome::Published(Published { unchanged: left.files.count(), ..Published::default() });
        }
        self.whole = None;
        let Some(prepared) = self.prepare(changes, options, timings, diagnostics) else { return Outcome::Rejected };
        let prepared = self.last.insert(prepared);
        let Some((renderer, paths)) = prepared.ready(options, timings, diagnostics) else { return Outcome::Rejected };
        timings.phase("render and write", || {
            let known = left.as_ref().map(|left| &left.files);
            let publication = match Publication::begin_again(output, &self.root, &paths, known) {
                Ok(publication) => publication,
                Err(refusals) => return Outcome::Refused(refusals),
            };
            let keys = Keys::of(prepared, &renderer);
            let spare = |place: usize, page: &Page| {
                let files = left.as_ref().and_then(|left| keys.same(place, page, |path| left.key(path)));
                files.is_some_and(|files| publication.keep(&files))
            };
            let written = renderer.render(diagnostics, spare, |file| match OutPath::new(&file.path) {
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
                        now.keep(&self.root, seal, keys.by_path(&prepared.site.pages), &diagnostics.so_far());
                    }
                    self.whole = Some((renderer.common(), diagnostics.so_far()));
                    Outcome::Published(published)
                }
                Err(refusal) => Outcome::Refused(vec![refusal]),
            }
        })
    }

    /// Puts into `output` the pages of documents whose text alone was edited; none where more is to be done.
    fn amend(
        &mut self,
        changes: &[Change],
        output: &Path,
        options: &Options,
        diagnostics: &Diagnostics,
    ) -> Option<Published> {
        let files = self.patched(changes, options)?;
        let paths = files.iter().map(|file| OutPath::new(&file.path).ok()).collect::<Option<Vec<_>>>()?;
        let publication = Publication::amend(output, &self.root, &paths)?;
        for (path, file) in paths.iter().zip(&files) {
            publication.put(path, &file.bytes).ok()?;
        }
        let published = publication.finish().ok()?;
        diagnostics.extend(self.whole.iter().flat_map(|(_, told)| told.clone()));
        Some(published)
    }

    /// The files of documents whose text alone was edited; none where more differs.
    fn patched(&mut self, changes: &[Change], options: &Options) -> Option<Vec<OutputFile>> {
        let (common, told) = self.whole.as_ref()?;
        let prepared = self.last.as_mut()?;
        let places = prepared.patch(changes, options, told)?;
        let files = prepared.renderer(Some(Arc::clone(common)), &Diagnostics::new()).pages(&places)?;
        for file in &files {
            self.handed.remove(&file.path);
        }
        Some(files)
    }

    /// Builds the site and hands each file to `take` that can differ from those handed over last; nothing is written.
    /// Tells how a host is to serve the files, and none when the site has errors: then what was taken is no whole site.
    pub fn build_into(
        &mut self,
        changes: Option<&[Change]>,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
        take: impl Fn(OutputFile) + Sync,
    ) -> Option<Made> {
        if let Some(files) = timings.phase("patch", || self.patched(changes?, options)) {
            files.into_iter().for_each(take);
            diagnostics.extend(self.whole.iter().flat_map(|(_, told)| told.clone()));
            return Some(Made::Pages);
        }
        self.whole = None;
        let prepared = self.prepare(changes, options, timings, diagnostics)?;
        let prepared = self.last.insert(prepared);
        let (renderer, _) = prepared.ready(options, timings, diagnostics)?;
        let keys = timings.phase("keys", || Keys::of(prepared, &renderer));
        let same = Mutex::new(Vec::new());
        timings.phase("render", || {
            let spare = |place: usize, page: &Page| {
                let files = keys.same(place, page, |path| self.handed.get(path).copied());
                files.map(|files| same.lock().unwrap_or_else(PoisonError::into_inner).extend(files)).is_some()
            };
            let all = renderer.render(diagnostics, spare, |file| {
                take(file);
                Ok::<(), std::convert::Infallible>(())
            });
            debug_assert!(all.is_ok());
        });
        let (rules, pages) = (renderer.rules(), prepared.addresses());
        let same = same.into_inner().unwrap_or_else(PoisonError::into_inner);
        if diagnostics.has_errors() {
            return None;
        }
        self.whole = Some((renderer.common(), diagnostics.so_far()));
        self.handed = keys.by_path(&prepared.site.pages);
        Some(Made::Whole(Hosting { rules, pages, same }))
    }

    /// The site in its folder as it stands.
    fn prepare(
        &mut self,
        changes: Option<&[Change]>,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<Prepared> {
        let partner = timings.phase("scan", || source::scan(&self.root, diagnostics));
        match (self.last.take(), changes) {
            (Some(last), Some(changes)) => last.again(changes, &partner, options, timings, diagnostics),
            _ => prepare(&partner, options, timings, diagnostics),
        }
    }
}

impl Drop for Workshop {
    /// Nobody waits until all of it is freed.
    fn drop(&mut self) {
        let last = self.last.take();
        rayon::spawn(move || drop(last));
    }
}

impl Prepared {
    /// What renders it, and where its files go; none where errors were found, or warnings are errors.
    fn ready(
        &self,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<(Renderer<'_>, Vec<OutPath>)> {
        let renderer = timings.phase("frame", || self.renderer(None, diagnostics));
        let checked = || paths::checked(renderer.paths(), diagnostics);
        // The one is long by a single page, the other by many paths.
        let ((), paths) = timings.phase("proof", || rayon::join(|| self.proof(&renderer, diagnostics), checked));
        (!options.strictness.fails(diagnostics)).then_some((renderer, paths))
    }
}
