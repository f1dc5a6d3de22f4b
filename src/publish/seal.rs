//! What was published, so that it can be known again without being read: the length, the time and the number of each file.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{MANIFEST, disk};

/// A published folder at the moment when the publication ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    root: PathBuf,
    manifest: Imprint,
    files: Vec<(String, Imprint)>,
}

/// One state of a file. Whoever writes it anew, under its name or in its place, leaves another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Imprint {
    length: u64,
    modified: Option<SystemTime>,
    /// The number by which the system tells files apart, where it has one.
    number: Option<u64>,
}

impl Imprint {
    pub(super) fn of(found: &Metadata) -> Self {
        Self { length: found.len(), modified: found.modified().ok(), number: number(found) }
    }

    pub(super) fn length(self) -> u64 {
        self.length
    }

    fn is_that_of(self, file: &Path) -> bool {
        // Without a time nothing is known.
        self.modified.is_some()
            && fs::symlink_metadata(file).is_ok_and(|found| found.is_file() && Self::of(&found) == self)
    }
}

impl Seal {
    /// The seal of the folder `root` that holds `files`; none where it cannot be known again.
    pub(super) fn new(root: &Path, files: Vec<(String, Imprint)>) -> Option<Self> {
        let manifest = Imprint::of(&fs::symlink_metadata(root.join(MANIFEST)).ok()?);
        Some(Self { root: fs::canonicalize(root).ok()?, manifest, files })
    }

    /// Whether `folder` is the folder sealed, and holds every file as it was published.
    pub fn is_whole(&self, folder: &Path) -> bool {
        // The manifest first: a build that is at work there has changed it before anything else.
        fs::canonicalize(folder).is_ok_and(|root| root == self.root)
            && self.manifest.is_that_of(&self.root.join(MANIFEST))
            && self.files.par_iter().all(|(path, imprint)| imprint.is_that_of(&disk::inside(&self.root, path)))
    }

    /// The files as they were published, if `folder` is the folder sealed. A later build may have been at work there: what
    /// it wrote anew has another imprint.
    pub fn known(&self, folder: &Path) -> Option<Known<'_>> {
        let is_it = fs::canonicalize(folder).is_ok_and(|root| root == self.root);
        is_it.then(|| Known { files: self.files.iter().map(|(path, imprint)| (path.as_str(), *imprint)).collect() })
    }

    /// How many files were published.
    pub fn files(&self) -> usize {
        self.files.len()
    }
}

/// The files of a sealed folder.
#[derive(Debug, Default)]
pub struct Known<'a> {
    files: HashMap<&'a str, Imprint>,
}

impl Known<'_> {
    /// The imprint of the file `path`, if in `root` it stands as it was published.
    pub(super) fn standing(&self, root: &Path, path: &str) -> Option<Imprint> {
        self.files.get(path).copied().filter(|imprint| imprint.is_that_of(&disk::inside(root, path)))
    }
}

#[cfg(unix)]
fn number(found: &Metadata) -> Option<u64> {
    Some(std::os::unix::fs::MetadataExt::ino(found))
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> Option<u64> {
    None
}
