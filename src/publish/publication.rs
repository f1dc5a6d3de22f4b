//! One publication, from taking the folder to the manifest.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rapidhash::RapidHashMap;
use rayon::prelude::*;

use super::digest::Digest;
use super::hold::Hold;
use super::manifest::Manifest;
use super::path::OutPath;
use super::plan::{self, Way};
use super::refusal::Refusal;
use super::renewal::{Renewal, Written};
use super::snapshot::{Imprint, Known, Snapshot};
use super::stage::{self, Stage};
use super::{guard, tree};

/// How long a build waits for the one that holds the folder.
const PATIENCE: Duration = Duration::from_secs(10);

/// The output folder while it is being written. Dropped without [`Publication::finish`], it leaves what was published
/// before: each file old or new and whole.
#[derive(Debug)]
pub struct Publication<'a> {
    root: PathBuf,
    files: RapidHashMap<&'a str, File>,
    work: Work,
    /// What the last build left.
    known: Option<&'a Known<'a>>,
    /// What else was published, of a publication that only amends.
    others: Option<Manifest>,
    unchanged: AtomicUsize,
    failed: AtomicBool,
    /// The last field, for the folder is let go when all else is put away.
    _hold: Hold,
}

/// What a publication did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that stood there with the same bytes and were not touched.
    pub unchanged: usize,
    /// Files that the site no longer has.
    pub removed: usize,
}

#[derive(Debug)]
enum Work {
    Stage(Stage),
    Renewal(Renewal),
}

#[derive(Debug)]
struct File {
    key: Digest,
    way: Way,
    /// The hash of its bytes, once they are there.
    bytes: OnceLock<Digest>,
    imprint: OnceLock<Imprint>,
}

impl Work {
    /// The work to do in the held folder `root`, and the way of each of `paths`.
    fn begin(
        root: &Path,
        shown: &Path,
        hold: &Hold,
        paths: &[(&OutPath, Digest)],
        all_stand: bool,
    ) -> Result<(Self, Vec<Way>), Vec<Refusal>> {
        let alone = |refusal| vec![refusal];
        let manifest = tree::manifest_of(root, shown).map_err(alone)?;
        if hold.is_exclusive() {
            stage::sweep(root, manifest.is_none());
        }
        let manifest = match manifest {
            Some(old) if plan::is_settled(root, &old, paths, all_stand) => {
                let renewal = Renewal::of_settled(root, shown, old, paths);
                return Ok((Self::Renewal(renewal), vec![Way::Replace; paths.len()]));
            }
            other => other,
        };
        plan::check_clashes(paths.iter().map(|(path, _)| path.as_str()))?;
        match manifest {
            Some(old) => Renewal::new(root, shown, old, paths).map(|(renewal, ways)| (Self::Renewal(renewal), ways)),
            None => {
                let stage = Stage::new(root, shown, hold).map_err(alone)?;
                Ok((Self::Stage(stage), vec![Way::Create; paths.len()]))
            }
        }
    }
}

impl<'a> Publication<'a> {
    /// Takes `folder` for the files `paths`, which are all that will be put. The folder must be absent, empty or ours,
    /// and neither hold nor lie in the sources of `site`; nothing foreign may stand at any of the paths. While another
    /// build publishes into it, this waits ten seconds and then refuses.
    ///
    /// No file is written into the folder yet; an absent one is made, and removed again when nothing comes of it.
    pub fn begin(folder: &Path, site: &Path, paths: &'a [OutPath]) -> Result<Self, Vec<Refusal>> {
        Self::begin_again(folder, site, paths, None)
    }

    /// The same, where it was looked at what the last build left: files that stand so can be kept.
    pub fn begin_again(
        folder: &Path,
        site: &Path,
        paths: &'a [OutPath],
        known: Option<&'a Known<'a>>,
    ) -> Result<Self, Vec<Refusal>> {
        let home = std::env::home_dir();
        Self::begin_with(folder, site, paths, known, home.as_deref(), PATIENCE)
    }

    pub(super) fn begin_with(
        folder: &Path,
        site: &Path,
        paths: &'a [OutPath],
        known: Option<&'a Known<'a>>,
        home: Option<&Path>,
        patience: Duration,
    ) -> Result<Self, Vec<Refusal>> {
        let root = guard::admit(folder, site, home)?;
        let hold = Hold::take(&root, folder, patience).map_err(|refusal| vec![refusal])?;
        // Another build may have been at work between the look and the hold.
        let known = known.filter(|known| known.is_current());
        let all_stand = known.is_some_and(|known| known.is_of(paths));
        let keyed: Vec<(&OutPath, Digest)> =
            paths.par_iter().map(|path| (path, Digest::of_path(path.as_str()))).collect();
        let (work, ways) = Work::begin(&root, folder, &hold, &keyed, all_stand)?;
        let file = |((path, key), way): ((&'a OutPath, Digest), Way)| {
            (path.as_str(), File { key, way, bytes: OnceLock::new(), imprint: OnceLock::new() })
        };
        let files = keyed.into_iter().zip(ways).map(file).collect();
        let (unchanged, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
        Ok(Self { root, files, work, known, others: None, unchanged, failed, _hold: hold })
    }

    /// Takes `folder` to replace some files in it, and leave the others as they were published last. None unless that
    /// publication came to its end and holds all of `paths`, and no other is at work there.
    pub fn amend(folder: &Path, site: &Path, paths: &'a [OutPath]) -> Option<Self> {
        let root = guard::admit(folder, site, std::env::home_dir().as_deref()).ok()?;
        let hold = Hold::take(&root, folder, Duration::ZERO).ok()?;
        let old = tree::manifest_of(&root, folder).ok()??;
        let keyed: Vec<(&OutPath, Digest)> = paths.iter().map(|path| (path, Digest::of_path(path.as_str()))).collect();
        if !old.is_finished() || keyed.iter().any(|(_, key)| !old.owns(*key)) {
            return None;
        }
        let file = |(path, key): &(&'a OutPath, Digest)| {
            let (key, way) = (*key, Way::Replace);
            (path.as_str(), File { key, way, bytes: OnceLock::new(), imprint: OnceLock::new() })
        };
        let files = keyed.iter().map(file).collect();
        let work = Work::Renewal(Renewal::of_settled(&root, folder, old.clone(), &keyed));
        let (unchanged, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
        Some(Self { root, files, work, known: None, others: Some(old), unchanged, failed, _hold: hold })
    }

    /// The same, if the folder still stands whole, as it was looked at.
    pub fn amend_known(folder: &Path, site: &Path, paths: &'a [OutPath], known: &'a Known<'a>) -> Option<Self> {
        let amending = Self::amend(folder, site, paths).filter(|_| known.is_whole() && known.is_current())?;
        Some(Self { known: Some(known), ..amending })
    }

    /// Writes one announced file if its bytes differ from what stands there. Threads may call it at once, in any order.
    pub fn put(&self, path: &OutPath, bytes: &[u8]) -> Result<(), Refusal> {
        self.try_put(path, bytes).inspect_err(|_| self.failed.store(true, Ordering::Relaxed))
    }

    fn try_put(&self, path: &OutPath, bytes: &[u8]) -> Result<(), Refusal> {
        let unplanned = || Refusal::Unplanned { path: Some(path.as_str().to_owned()) };
        let file = self.files.get(path.as_str()).ok_or_else(unplanned)?;
        file.bytes.set(Digest::of_bytes(bytes)).map_err(|_| unplanned())?;
        let written = match &self.work {
            Work::Stage(stage) => stage.write(path.as_str(), bytes).map(Written::Now),
            Work::Renewal(renewal) => renewal.write(path.as_str(), file.way, bytes),
        }?;
        let imprint = match written {
            Written::Now(imprint) => imprint,
            Written::Before(imprint) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                imprint
            }
        };
        file.imprint.set(imprint).map_err(|_| unplanned())
    }

    /// Leaves a file as the last publication left it, if that is known.
    pub fn keep(&self, path: &str) -> bool {
        let (Work::Renewal(renewal), Some(known)) = (&self.work, self.known) else { return false };
        let standing = || {
            let file = self.files.get(path).filter(|file| file.way == Way::Replace)?;
            Some((file, renewal.published(file.key)?, known.standing(path)?))
        };
        let Some((file, bytes, imprint)) = standing() else { return false };
        // Each file is kept or put once.
        let kept = file.bytes.set(bytes).is_ok() && file.imprint.set(imprint).is_ok();
        self.failed.fetch_or(!kept, Ordering::Relaxed);
        self.unchanged.fetch_add(1, Ordering::Relaxed);
        true
    }

    /// Ends the publication: removes the files of the last one that were not put now, and writes the manifest, if
    /// anything changed. It refuses if a `put` was refused.
    pub fn finish(self) -> Result<Published, Refusal> {
        self.finish_with_snapshot().map(|(published, _)| published)
    }

    /// The same, with a snapshot by which the folder can be known again, where it can be.
    pub fn finish_with_snapshot(self) -> Result<(Published, Option<Snapshot>), Refusal> {
        if self.failed.into_inner() {
            return Err(Refusal::Unplanned { path: None });
        }
        let put = || self.files.iter().filter_map(|(path, file)| Some((*path, file.key, *file.bytes.get()?)));
        let folders: Vec<&str> = plan::folders_of(put().map(|(path, ..)| path)).into_iter().collect();
        let folders: Vec<Digest> = folders.into_par_iter().map(Digest::of_folder).collect();
        let mut manifest = Manifest::published(put().map(|(_, key, bytes)| (key, bytes)), folders);
        if let Some(others) = &self.others {
            manifest = manifest.over(others);
        }
        let removed = match self.work {
            Work::Stage(stage) => stage.settle(&manifest).map(|()| 0),
            Work::Renewal(renewal) => renewal.settle(&manifest),
        }?;
        let written = put().count() - self.unchanged.into_inner();
        let published = Published { written, unchanged: manifest.count() - written, removed };
        let imprints = self.files.iter().filter_map(|(path, file)| Some((*path, *file.imprint.get()?)));
        let snapshot = match (&self.others, self.known) {
            (None, _) => Snapshot::new(&self.root, imprints.collect()),
            (Some(_), known) => known.and_then(|known| known.renewed(imprints)),
        };
        Ok((published, snapshot))
    }
}
