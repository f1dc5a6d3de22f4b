//! What was published, so that it can be known again without being read: the length, the time and the number of each file.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::path::OutPath;
use super::{MANIFEST, disk};
use crate::source::{Folder, Kind, Moment, Stat};

/// Keeps paths apart; no path holds it.
const END: char = '\0';

/// The most files that one thread looks at in a row.
const PORTION: usize = 256;

/// A published folder at the moment when the publication ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    root: PathBuf,
    manifest: Imprint,
    /// The paths of the files, sorted, in one text.
    paths: String,
    /// What the files are known by, in the same order.
    imprints: Vec<Imprint>,
}

/// One state of a file. Whoever writes it anew, under its name or in its place, leaves another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Imprint {
    length: u64,
    modified: Option<Moment>,
    /// The number by which the system tells files apart, where it has one.
    number: Option<u64>,
}

impl Imprint {
    pub(super) fn of(found: &Metadata) -> Self {
        Self::of_stat(&Stat::of(found))
    }

    fn of_stat(stat: &Stat) -> Self {
        Self { length: stat.length, modified: stat.modified, number: stat.identity.map(|(_, number)| number) }
    }

    /// Of the file at a path, if there is one.
    fn at(path: &Path) -> Option<Self> {
        Stat::at(path).ok().and_then(|stat| Self::of_file(&stat))
    }

    /// Of a file; without a time nothing is known of it.
    fn of_file(stat: &Stat) -> Option<Self> {
        (stat.kind == Kind::File && stat.modified.is_some()).then(|| Self::of_stat(stat))
    }

    pub(super) fn length(self) -> u64 {
        self.length
    }
}

impl Snapshot {
    /// The snapshot of the folder `root` that holds `files`; none where it cannot be known again.
    pub(super) fn new(root: &Path, mut files: Vec<(&str, Imprint)>) -> Option<Self> {
        files.par_sort_unstable_by_key(|(path, _)| *path);
        let mut paths = String::with_capacity(files.iter().map(|(path, _)| path.len() + 1).sum());
        for (path, _) in &files {
            paths.push_str(path);
            paths.push(END);
        }
        let imprints = files.iter().map(|(_, imprint)| *imprint).collect();
        let manifest = Imprint::at(&root.join(MANIFEST))?;
        Some(Self { root: fs::canonicalize(root).ok()?, manifest, paths, imprints })
    }

    /// The paths of the files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.split_terminator(END)
    }

    /// Looks at the files of `folder`, if it is the folder that the snapshot is of. A later build may have been at work there: what it wrote
    /// anew has another imprint.
    pub fn look(&self, folder: &Path) -> Option<Known<'_>> {
        if fs::canonicalize(folder).ok()? != self.root {
            return None;
        }
        // The manifest first: a build that is at work there has changed it before anything else.
        let manifest = Imprint::at(&self.root.join(MANIFEST));
        let paths: Vec<&str> = self.paths().collect();
        let files: Vec<File<'_>> =
            paths.iter().zip(&self.imprints).map(|(path, imprint)| (above(path), *path, *imprint)).collect();
        let portions = files.chunk_by(|(one, ..), (other, ..)| one == other);
        let portions: Vec<_> = portions.flat_map(|all| all.chunks(PORTION)).collect();
        let stand = portions.par_iter().flat_map_iter(|portion| self.stand(portion)).collect();
        Some(Known { snapshot: self, manifest, paths, stand })
    }

    /// Which files of one folder stand as they were published.
    fn stand(&self, files: &[File<'_>]) -> Vec<bool> {
        let above = files.first().map_or("", |(above, ..)| above);
        let Ok(folder) = Folder::open(&disk::inside(&self.root, above)) else { return vec![false; files.len()] };
        let stands = |(_, path, imprint): &File<'_>| {
            let name = path.strip_prefix(above).unwrap_or(path).trim_start_matches('/');
            folder.stat(name).is_ok_and(|stat| Imprint::of_file(&stat) == Some(*imprint))
        };
        files.iter().map(stands).collect()
    }
}

/// A file: the folder that it is looked at from, its path, and how it stood.
type File<'a> = (&'a str, &'a str, Imprint);

/// The folder of the folder of a file: a page has a folder of its own, and many pages lie side by side.
fn above(path: &str) -> &str {
    disk::parent(disk::parent(path))
}

/// The files of a folder with a snapshot as they stand.
#[derive(Debug)]
pub struct Known<'a> {
    snapshot: &'a Snapshot,
    /// The manifest before anything else was looked at.
    manifest: Option<Imprint>,
    paths: Vec<&'a str>,
    stand: Vec<bool>,
}

impl Known<'_> {
    /// The place of a file among all, if it is one of them.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.paths.binary_search(&path).ok()
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.paths.len()
    }

    /// Whether nothing differs from what was published.
    pub fn is_whole(&self) -> bool {
        self.manifest == Some(self.snapshot.manifest) && self.stand.iter().all(|stands| *stands)
    }

    /// Whether no build has been at work since the look.
    pub(super) fn is_current(&self) -> bool {
        self.manifest.is_some() && Imprint::at(&self.snapshot.root.join(MANIFEST)) == self.manifest
    }

    /// The snapshot of the folder once the files `written` were published there anew, and nothing else.
    pub(super) fn renewed(&self, written: impl Iterator<Item = (impl AsRef<str>, Imprint)>) -> Option<Snapshot> {
        let mut snapshot = self.snapshot.clone();
        snapshot.manifest = Imprint::at(&snapshot.root.join(MANIFEST))?;
        for (path, imprint) in written {
            *snapshot.imprints.get_mut(self.place(path.as_ref())?)? = imprint;
        }
        Some(snapshot)
    }

    /// Whether a file stands as it was published.
    pub fn stands(&self, path: &str) -> bool {
        self.standing(path).is_some()
    }

    /// The imprint of the file `path`, if it stands as it was published.
    pub(super) fn standing(&self, path: &str) -> Option<Imprint> {
        let place = self.place(path).filter(|place| self.stand.get(*place) == Some(&true))?;
        self.snapshot.imprints.get(place).copied()
    }

    /// Whether these files stand, and no other was published.
    pub(super) fn is_of(&self, paths: &[OutPath]) -> bool {
        paths.len() == self.paths.len() && paths.par_iter().all(|path| self.standing(path.as_str()).is_some())
    }
}
