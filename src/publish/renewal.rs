//! Renewing: in a folder of ours only what changed is written, aside at first; when all of it is there, each file gets its
//! name. Nothing else is touched.

use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::MANIFEST;
use super::digest::Digest;
use super::disk::{self, Folders};
use super::manifest::Manifest;
use super::path::OutPath;
use super::plan::{self, Survey, Way};
use super::refusal::{Doing, Obstacle, Refusal};
use super::snapshot::Imprint;
use super::stage;
use super::tree::Tree;

/// A published folder that is being brought up to date.
#[derive(Debug)]
pub(super) struct Renewal {
    root: PathBuf,
    shown: PathBuf,
    old: Manifest,
    /// What stands in the folder; unknown as long as there is no need to know.
    tree: Option<Tree>,
    folders: Folders,
    /// The files and the folders to come, until they are announced.
    coming: Mutex<Option<(Vec<Digest>, Vec<Digest>)>>,
    /// What is written: none of it has its name until all of it is.
    waiting: Mutex<Vec<Waiting>>,
    /// Whether anything has its name already.
    has_begun: AtomicBool,
}

/// A file under a temporary name.
#[derive(Clone, Debug)]
struct Waiting {
    aside: PathBuf,
    path: String,
    way: Way,
}

/// When a file got the bytes that it is to have.
#[derive(Clone, Copy, Debug)]
pub(super) enum Written {
    /// In this publication.
    Now(Imprint),
    /// In an earlier one.
    Before(Imprint),
}

impl Renewal {
    /// Surveys the held folder `root`, which the caller calls `shown`, and the way of each of `paths` with its hash.
    pub(super) fn new(
        root: &Path,
        shown: &Path,
        old: Manifest,
        paths: &[(&OutPath, Digest)],
    ) -> Result<(Self, Vec<Way>), Vec<Refusal>> {
        let tree = Tree::walk(root, shown, &old).map_err(|refusal| vec![refusal])?;
        let ways = Survey::new(root, shown, &tree, &old).ways(paths)?;
        let coming = || paths.iter().zip(&ways).filter(|(_, way)| **way != Way::Replace).map(|(keyed, _)| keyed);
        let folders = plan::folders_of(coming().map(|(path, _)| path.as_str()));
        let announced = (coming().map(|(_, key)| *key).collect(), folders.into_iter().map(Digest::of_folder).collect());
        let renewal = Self {
            root: root.to_owned(),
            shown: shown.to_owned(),
            old,
            folders: Folders::known(tree.folders()),
            tree: Some(tree),
            coming: Mutex::new(Some(announced)),
            waiting: Mutex::default(),
            has_begun: AtomicBool::new(false),
        };
        Ok((renewal, ways))
    }

    /// The same of a folder that [`plan::is_settled`].
    pub(super) fn of_settled(root: &Path, shown: &Path, old: Manifest, paths: &[(&OutPath, Digest)]) -> Self {
        Self {
            root: root.to_owned(),
            shown: shown.to_owned(),
            old,
            folders: Folders::known(plan::folders_of(paths.iter().map(|(path, _)| path.as_str()))),
            tree: None,
            coming: Mutex::new(Some(Default::default())),
            waiting: Mutex::default(),
            has_begun: AtomicBool::new(false),
        }
    }

    /// Writes one file aside if its bytes differ from what stands there.
    pub(super) fn write(&self, path: &str, way: Way, bytes: &[u8]) -> Result<Written, Refusal> {
        let failed = |error| self.failed(Doing::Writing, path, error);
        let target = disk::inside(&self.root, path);
        let standing = if way == Way::Await { None } else { self.standing(path)? };
        if let Some(imprint) = standing {
            if way == Way::Create {
                return Err(self.bars(path, Obstacle::File));
            }
            if imprint.length() == bytes.len() as u64 && disk::holds(&target, bytes).map_err(failed)? {
                return Ok(Written::Before(imprint));
            }
        }
        self.announce()?;
        let folder = match way {
            // Something else stands where its folder will be.
            Way::Await => &self.root,
            Way::Replace | Way::Create => {
                self.folders.ensure(&self.root, disk::parent(path)).map_err(failed)?;
                target.parent().unwrap_or(&self.root)
            }
        };
        let (aside, imprint) = disk::write_temporary(folder, bytes).map_err(failed)?;
        disk::lock(&self.waiting).push(Waiting { aside, path: path.to_owned(), way });
        Ok(Written::Now(imprint))
    }

    /// The hash of the bytes that a file of ours has.
    pub(super) fn published(&self, path: Digest) -> Option<Digest> {
        self.old.bytes(path)
    }

    /// Gives what was written its names, removes what vanished, and writes the manifest if it changed; returns how many
    /// files vanished.
    pub(super) fn settle(self, manifest: &Manifest) -> Result<usize, Refusal> {
        // What still links to a page that vanishes goes before it; what takes the place of one comes after it.
        let waiting = disk::lock(&self.waiting).clone();
        let (late, early): (Vec<_>, _) = waiting.into_iter().partition(|one| one.way == Way::Await);
        self.move_in(&early)?;
        let walked;
        let removed = match &self.tree {
            Some(tree) => self.clear(tree, manifest)?,
            None if self.old.lives_on_in(manifest) => 0,
            None => {
                walked = Tree::walk(&self.root, &self.shown, &self.old)?;
                self.clear(&walked, manifest)?
            }
        };
        self.move_in(&late)?;
        disk::lock(&self.waiting).clear();
        let announced = disk::lock(&self.coming).is_none();
        if announced || *manifest != self.old {
            self.write_manifest(manifest)?;
        }
        Ok(removed)
    }

    /// Removes leftovers and all of ours that is not in the new manifest; returns how many files of the old one.
    fn clear(&self, tree: &Tree, manifest: &Manifest) -> Result<usize, Refusal> {
        // First of all, for a folder with a leftover in it is not empty.
        for leftover in &tree.leftovers {
            let discarded = stage::discard(&disk::inside(&self.root, leftover));
            discarded.map_err(|error| self.failed(Doing::Removing, leftover, error))?;
        }
        let removed = self.remove_files(tree, manifest)?;
        // From the end, so that what lies in a folder goes before it.
        for folder in tree.folders().rev() {
            let key = Digest::of_folder(folder);
            let is_gone = self.old.owns_folder(key) && !manifest.owns_folder(key);
            if is_gone && fs::remove_dir(disk::inside(&self.root, folder)).is_ok() {
                self.folders.forget(folder);
            }
        }
        Ok(removed)
    }

    fn remove_files(&self, tree: &Tree, manifest: &Manifest) -> Result<usize, Refusal> {
        let mut removed = 0;
        for (path, _) in tree.entries().filter(|(_, what)| *what == Obstacle::File) {
            let key = Digest::of_path(path);
            if !self.old.owns(key) || manifest.owns(key) {
                continue;
            }
            match fs::remove_file(disk::inside(&self.root, path)) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(self.failed(Doing::Removing, path, error)),
            }
        }
        Ok(removed)
    }

    /// Gives files their names.
    fn move_in(&self, files: &[Waiting]) -> Result<(), Refusal> {
        files.par_iter().try_for_each(|Waiting { aside, path, way }| {
            let failed = |error| self.failed(Doing::Writing, path, error);
            self.folders.ensure(&self.root, disk::parent(path)).map_err(failed)?;
            if *way != Way::Replace && self.standing(path)?.is_some() {
                return Err(self.bars(path, Obstacle::File));
            }
            self.has_begun.store(true, Ordering::Relaxed);
            disk::settle(aside, &disk::inside(&self.root, path)).map_err(failed)
        })
    }

    /// Before the first write: says in the manifest that a build is at work, and which files and folders are to come.
    fn announce(&self) -> Result<(), Refusal> {
        let mut coming = disk::lock(&self.coming);
        if let Some((files, folders)) = &*coming {
            let manifest = self.old.building(files.iter().copied(), folders.iter().copied());
            if manifest != self.old {
                self.write_manifest(&manifest)?;
            }
        }
        *coming = None;
        Ok(())
    }

    /// The file at `path`; what is no file bars the way.
    fn standing(&self, path: &str) -> Result<Option<Imprint>, Refusal> {
        match fs::symlink_metadata(disk::inside(&self.root, path)) {
            Ok(found) if found.is_file() => Ok(Some(Imprint::of(&found))),
            Ok(found) => Err(self.bars(path, Obstacle::of(found.file_type()))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(self.failed(Doing::Reading, path, error)),
        }
    }

    /// Leaves the folder as the last build left it, if nothing in it has another name or other bytes yet.
    fn take_back(&self) {
        let is_announced = disk::lock(&self.coming).is_none();
        if !is_announced || self.has_begun.load(Ordering::Relaxed) {
            return;
        }
        if let Some(tree) = &self.tree {
            let stood: HashSet<&str> = tree.folders().collect();
            for folder in self.folders.all().iter().rev().filter(|folder| !stood.contains(folder.as_str())) {
                let _ = fs::remove_dir(disk::inside(&self.root, folder));
            }
        }
        let _ = self.write_manifest(&self.old);
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), Refusal> {
        let written = disk::write_manifest(&self.root, &manifest.text());
        written.map_err(|error| self.failed(Doing::Writing, MANIFEST, error))
    }

    fn failed(&self, doing: Doing, path: &str, error: io::Error) -> Refusal {
        Refusal::io(doing, disk::inside(&self.shown, path), error)
    }

    fn bars(&self, path: &str, what: Obstacle) -> Refusal {
        Refusal::InTheWay { folder: self.shown.clone(), path: path.to_owned(), what }
    }
}

impl Drop for Renewal {
    fn drop(&mut self) {
        // Those that have their names already are no longer there.
        for Waiting { aside, .. } in disk::lock(&self.waiting).drain(..) {
            let _ = fs::remove_file(aside);
        }
        self.take_back();
    }
}
