//! What stands in a site at one moment, so that two moments can be compared: the size and times of each file, and the
//! bytes of those that changed just now.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use walkdir::DirEntry;

use super::SitePath;
use super::scan::{CONFIGURATION, FOLDERS, relative, site_path, visible};

/// A file this young may change again without a new time: some disks count in steps of two seconds.
const YOUNG: Duration = Duration::from_secs(3);

/// The most bytes that are read to tell a young file from what it was.
const READ: u64 = 8_000_000;

/// The sources of a site as they stood at one moment; by default, those of no site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Survey {
    entries: BTreeMap<SitePath, Entry>,
    folders: BTreeMap<SitePath, Option<Identity>>,
}

/// A difference between two surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: SitePath,
    /// What happened to it.
    pub what: What,
}

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was not there before.
    New,
    /// It was written, or other access to it is allowed.
    Changed,
    /// It is no longer there.
    Gone,
}

/// What stands at a path, a file or anything else that is no folder; none where it cannot be known.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    stamp: Option<Stamp>,
    is_young: bool,
    bytes: Option<u64>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    kind: Kind,
    length: u64,
    modified: Option<SystemTime>,
    touched: Option<Identity>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Kind {
    File,
    Link,
    Other,
}

/// Two numbers by which the system tells one folder, or one state of a file, from another.
type Identity = (u64, u64);

impl Survey {
    /// Looks at the sources of `root`. What was young in the survey `before` is read again.
    pub fn take(root: &Path, before: &Self) -> Self {
        let mut survey = Self::default();
        let Ok(found) = std::fs::metadata(root) else { return survey };
        survey.folders.insert(SitePath::new(), identity(&found));
        for name in FOLDERS.into_iter().chain([CONFIGURATION]) {
            let top = root.join(name);
            match std::fs::symlink_metadata(&top) {
                Ok(found) if found.is_dir() && name != CONFIGURATION => survey.walk(root, &top, before),
                Ok(found) => drop(survey.entries.insert(name.to_owned(), Entry::of(name, &top, Some(&found), before))),
                Err(_) => {}
            }
        }
        survey
    }

    /// Walks a folder on one thread, and looks at what is in it on all: to be told of a file takes longer than to find it.
    fn walk(&mut self, root: &Path, top: &Path, before: &Self) {
        let shown =
            |path: &Path| site_path(root, path).unwrap_or_else(|| relative(root, path).to_string_lossy().into_owned());
        let look = |entry: walkdir::Result<DirEntry>| match entry.map(|entry| (entry.metadata(), entry)) {
            Ok((Ok(found), entry)) if found.is_dir() => Some((shown(entry.path()), Seen::Folder(identity(&found)))),
            Ok((Ok(found), entry)) => {
                let path = shown(entry.path());
                let seen = Seen::Other(Entry::of(&path, entry.path(), Some(&found), before));
                Some((path, seen))
            }
            // It vanished between the look at its folder and the look at it.
            Ok((Err(_), _)) => None,
            Err(error) => {
                let path = error.path().filter(|path| path.exists())?;
                let seen = Seen::Other(Entry::of(&shown(path), path, None, before));
                Some((shown(path), seen))
            }
        };
        let found: Vec<walkdir::Result<DirEntry>> = visible(top).collect();
        for (path, seen) in found.into_par_iter().filter_map(look).collect::<Vec<_>>() {
            match seen {
                Seen::Folder(identity) => drop(self.folders.insert(path, identity)),
                Seen::Other(entry) => drop(self.entries.insert(path, entry)),
            }
        }
    }

    /// Whether the site's folder was there at all.
    pub fn has_site(&self) -> bool {
        !self.folders.is_empty()
    }

    /// Whether the same folders stood at the same places.
    pub fn has_folders_of(&self, other: &Self) -> bool {
        self.folders == other.folders
    }

    /// Whether the sources stand as in the survey `before`: then a build reads the same.
    pub fn is_that_of(&self, before: &Self) -> bool {
        let same =
            |(path, entry): (&SitePath, &Entry)| before.entries.get(path).is_some_and(|old| entry.is_known_as(old));
        self.entries.len() == before.entries.len() && self.entries.iter().all(same)
    }

    /// The files that differ from those of the survey `before`, in the order of their paths.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let now = self.entries.iter().filter_map(|(path, entry)| match before.entries.get(path) {
            None => Some((path, What::New)),
            Some(old) => (!entry.is_same(old)).then_some((path, What::Changed)),
        });
        let gone = before.entries.keys().filter(|path| !self.entries.contains_key(*path));
        let all = now.chain(gone.map(|path| (path, What::Gone)));
        let mut changes: Vec<_> = all.map(|(path, what)| Change { path: path.clone(), what }).collect();
        changes.sort_by(|one, other| one.path.cmp(&other.path));
        changes
    }
}

/// What was found at a path.
enum Seen {
    Folder(Option<Identity>),
    Other(Entry),
}

impl Entry {
    /// What stands at `path`, which is `file`; what is or was young is read.
    fn of(path: &str, file: &Path, found: Option<&Metadata>, before: &Survey) -> Self {
        let stamp = found.map(Stamp::of);
        let is_young = stamp.as_ref().is_some_and(Stamp::is_young);
        let was_young = before.entries.get(path).is_some_and(|entry| entry.is_young);
        let is_short = stamp.as_ref().is_some_and(|stamp| stamp.kind == Kind::File && stamp.length <= READ);
        let bytes = if is_short && (is_young || was_young) { std::fs::read(file).ok() } else { None };
        Self { stamp, is_young, bytes: bytes.map(|bytes| rapidhash::v3::rapidhash_v3(&bytes)) }
    }

    /// Whether it is surely the same: what was young then, and is not by its bytes, can be another.
    fn is_known_as(&self, before: &Self) -> bool {
        let is_certain = !before.is_young || self.bytes.is_some() && self.bytes == before.bytes;
        self.stamp.is_some() && self.stamp == before.stamp && is_certain
    }

    fn is_same(&self, before: &Self) -> bool {
        self.stamp == before.stamp && (self.bytes == before.bytes || self.bytes.is_none() || before.bytes.is_none())
    }
}

impl Stamp {
    fn of(found: &Metadata) -> Self {
        let kind = match found.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_symlink() => Kind::Link,
            _ => Kind::Other,
        };
        Self { kind, length: found.len(), modified: found.modified().ok(), touched: touched(found) }
    }

    fn is_young(&self) -> bool {
        let now = SystemTime::now();
        // A clock that goes wrong makes nothing young for ever.
        let age = self.modified.map(|at| now.duration_since(at).unwrap_or_else(|ahead| ahead.duration()));
        age.is_some_and(|age| age < YOUNG)
    }
}

#[cfg(unix)]
fn identity(found: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(found: &Metadata) -> Option<Identity> {
    let made = found.created().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some((made.as_secs(), made.subsec_nanos().into()))
}

/// When a file was last touched in any way: a file that took the place of another may be as old and as long.
#[cfg(unix)]
fn touched(found: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    Some((u64::try_from(found.ctime()).ok()?, u64::try_from(found.ctime_nsec()).ok()?))
}

#[cfg(not(unix))]
fn touched(_: &Metadata) -> Option<Identity> {
    None
}
