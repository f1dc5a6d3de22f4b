//! What stands in a site at one moment, so that two moments can be compared: the size and times of each file, and the
//! bytes of those that changed just now.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::SitePath;
use super::entry::{Entry, What, now};
use super::found::{Found, shown};
use super::scan::{CONFIGURATION, FOLDERS, visible};
use super::stat::{Identity, Kind, Stat};

/// The most files of a folder that one thread looks at.
const PORTION: usize = 256;

/// The sources of a site as they stood at one moment; by default, those of no site.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Survey {
    /// By their paths, sorted.
    entries: Vec<(SitePath, Entry)>,
    folders: Vec<(SitePath, Option<Identity>)>,
}

/// A difference between two surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: SitePath,
    /// What happened to it.
    pub what: What,
}

impl Survey {
    /// Looks at the sources of `root`. What is young, or was in the survey `before`, is read.
    pub fn take(root: &Path, before: &Self) -> Self {
        Self::look(root).with_bytes(root, before)
    }

    /// Looks at the sources of `root`, and reads none.
    pub fn look(root: &Path) -> Self {
        let mut survey = Self::default();
        let Ok(found) = std::fs::metadata(root) else { return survey };
        survey.folders.push((SitePath::new(), Stat::of(&found).identity));
        for name in FOLDERS.into_iter().chain([CONFIGURATION]) {
            let top = root.join(name);
            match Stat::at(&top) {
                Ok(found) if found.kind == Kind::Folder && name != CONFIGURATION => survey.walk(root, &top),
                Ok(found) => survey.entries.push((name.to_owned(), Entry::of(Some(&found)))),
                Err(_) => {}
            }
        }
        survey.entries.par_sort_by(|(one, _), (other, _)| one.cmp(other));
        // Names that are no text can look alike.
        survey.entries.dedup_by(|one, other| one.0 == other.0);
        survey.folders.sort_by(|(one, _), (other, _)| one.cmp(other));
        survey
    }

    /// The same, with the bytes of what is young, or was in the survey `before`.
    #[must_use]
    pub fn with_bytes(mut self, root: &Path, before: &Self) -> Self {
        let now = now();
        self.entries.par_iter_mut().for_each(|(path, entry)| entry.compare(root, path, before.entry(path), now));
        self
    }

    /// Looks only at what stands at these paths, and says how it differs. None where that says too little: where it is or
    /// was a folder, stands in an unknown one, or cannot be looked at. What a system says of a name may mean another, so
    /// a look at all has to follow.
    pub fn glance(&mut self, root: &Path, paths: &BTreeSet<SitePath>) -> Option<Vec<Change>> {
        let now = now();
        let look = |path: &SitePath| {
            let above = path.rfind('/').map_or("", |at| &path[..at]);
            if self.folder(path).is_some() || self.folder(above).is_none() {
                return None;
            }
            let old = self.entry(path);
            match Stat::at(&super::inside(root, path)) {
                Ok(found) if found.kind == Kind::Folder => None,
                Ok(found) => {
                    let mut entry = Entry::of(Some(&found));
                    entry.compare(root, path, old, now);
                    Some(Some(entry))
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => Some(None),
                Err(_) => None,
            }
        };
        let seen = paths.iter().map(|path| Some((path, look(path)?))).collect::<Option<Vec<_>>>()?;
        Some(seen.into_iter().filter_map(|(path, entry)| self.put(path, entry)).collect())
    }

    /// Puts what stands at a path now in the place of what was known, and says how it differs.
    fn put(&mut self, path: &SitePath, entry: Option<Entry>) -> Option<Change> {
        let what = match (self.place(path), entry) {
            (Ok(place), Some(entry)) => {
                let known = self.entries.get_mut(place)?;
                let old = std::mem::replace(&mut known.1, entry);
                known.1.since(&old)
            }
            (Ok(place), None) => {
                self.entries.remove(place);
                Some(What::Gone)
            }
            (Err(place), Some(entry)) => {
                self.entries.insert(place, (path.clone(), entry));
                Some(What::New)
            }
            (Err(_), None) => None,
        }?;
        Some(Change { path: path.clone(), what })
    }

    /// Walks a folder on one thread, and looks at what is in it on all: to be told of a file takes longer than to find it.
    fn walk(&mut self, root: &Path, top: &Path) {
        let mut found = Vec::new();
        for entry in visible(top) {
            match entry {
                Ok(entry) => found.push(Found::of(entry)),
                // It vanished between the look at its folder and the look at it, or nobody may look.
                Err(error) => {
                    let path = error.path().filter(|path| path.exists());
                    self.entries.extend(path.map(|path| (shown(root, path), Entry::of(None))));
                }
            }
        }
        // What stands in one folder comes together.
        let portions: Vec<_> =
            found.chunk_by(|one, other| one.above() == other.above()).flat_map(|all| all.chunks(PORTION)).collect();
        let looked = portions.par_iter().flat_map_iter(|portion| Found::look(portion, root));
        for (path, stat) in looked.collect::<Vec<_>>() {
            match stat.kind {
                Kind::Folder => self.folders.push((path, stat.identity)),
                _ => self.entries.push((path, Entry::of(Some(&stat)))),
            }
        }
    }

    fn place(&self, path: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| known.as_str().cmp(path))
    }

    fn entry(&self, path: &str) -> Option<&Entry> {
        self.entries.get(self.place(path).ok()?).map(|(_, entry)| entry)
    }

    fn folder(&self, path: &str) -> Option<usize> {
        self.folders.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok()
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
        self.entries.len() == before.entries.len()
            && self.entries.iter().zip(&before.entries).all(|(now, old)| now.0 == old.0 && now.1.is_known_as(&old.1))
    }

    /// The files that do not surely stand as in the survey `before`.
    pub fn others_than(&self, before: &Self) -> HashSet<SitePath> {
        let is_other = |(path, now): &&(SitePath, Entry)| !before.entry(path).is_some_and(|old| now.is_known_as(old));
        self.entries.iter().filter(is_other).map(|(path, _)| path.clone()).collect()
    }

    /// How many files are not in the survey `other`.
    pub fn others_only(&self, other: &Self) -> usize {
        self.entries.iter().filter(|(path, _)| other.entry(path).is_none()).count()
    }

    /// The files that differ from those of the survey `before`, in the order of their paths.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let now = self.entries.iter().filter_map(|(path, entry)| match before.entry(path) {
            None => Some((path, What::New)),
            Some(old) => entry.since(old).map(|what| (path, what)),
        });
        let gone = before.entries.iter().map(|(path, _)| path).filter(|path| self.entry(path).is_none());
        let all = now.chain(gone.map(|path| (path, What::Gone)));
        let mut changes: Vec<_> = all.map(|(path, what)| Change { path: path.clone(), what }).collect();
        changes.sort_by(|one, other| one.path.cmp(&other.path));
        changes
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{Change, Survey, What};

    #[cfg(unix)]
    #[test]
    fn a_file_that_was_only_touched_stays_the_same() {
        use std::os::unix::fs::PermissionsExt as _;

        let root = std::env::temp_dir().join(format!("supportal-touched-{}", std::process::id()));
        std::fs::create_dir_all(root.join("content")).unwrap();
        std::fs::write(root.join("content/a.md"), "one").unwrap();
        let before = Survey::take(&root, &Survey::default());
        std::thread::sleep(std::time::Duration::from_millis(20));
        std::fs::set_permissions(root.join("content/a.md"), std::fs::Permissions::from_mode(0o640)).unwrap();
        let seen = Survey::take(&root, &before);
        assert_ne!(seen.entries[0].1.stamp, before.entries[0].1.stamp);
        assert_eq!(seen.changes_since(&before), []);
        std::fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn a_file_that_is_replaced_while_it_is_looked_at_changes_once() {
        let root = std::env::temp_dir().join(format!("supportal-survey-{}", std::process::id()));
        std::fs::create_dir_all(root.join("content")).unwrap();
        std::fs::write(root.join("content/a.md"), "one").unwrap();
        let before = Survey::take(&root, &Survey::default());
        let look = Survey::look(&root);
        std::fs::write(root.join("aside"), "two").unwrap();
        std::fs::rename(root.join("aside"), root.join("content/a.md")).unwrap();
        let seen = look.with_bytes(&root, &before);
        let change = Change { path: "content/a.md".to_owned(), what: What::Changed };
        assert_eq!(seen.changes_since(&before), [change]);
        assert_eq!(Survey::take(&root, &seen).changes_since(&seen), []);
        std::fs::remove_dir_all(&root).unwrap();
    }
}
