//! Staging: a new tree is built out of sight and takes its place at once.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{self, Folders};
use super::hold::Hold;
use super::manifest::Manifest;
use super::refusal::{Doing, Obstacle, Refusal};
use super::snapshot::Imprint;
use super::{MANIFEST, system};

/// A tree on its way into an empty folder; removed when dropped before it got there.
#[derive(Debug)]
pub(super) struct Stage {
    dir: PathBuf,
    root: PathBuf,
    shown: PathBuf,
    /// Whether the stage may take the folder's place as a whole; else its contents are moved into the folder.
    whole: bool,
    folders: Folders,
}

impl Stage {
    /// A stage for the held folder `root`, which the caller calls `shown`: beside it, or in it where that cannot be.
    pub(super) fn new(root: &Path, shown: &Path, hold: &Hold) -> Result<Self, Refusal> {
        let failed = |error| Refusal::io(Doing::Writing, shown, error);
        let (dir, whole) = match make_beside(root, hold.is_new(root)) {
            Some(dir) => {
                let whole = hold.is_new(root) || make_alike(&dir, root);
                (dir, whole)
            }
            None => {
                let dir = root.join(disk::temporary_name());
                fs::create_dir(&dir).map_err(failed)?;
                (dir, false)
            }
        };
        let stage = Self { dir, root: root.to_owned(), shown: shown.to_owned(), whole, folders: Folders::default() };
        // The mark by which a later build knows the stage of one that died.
        disk::write_manifest(&stage.dir, &Manifest::default().building([], []).text()).map_err(failed)?;
        Ok(stage)
    }

    /// Writes one file.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<Imprint, Refusal> {
        let made = self.folders.ensure(&self.dir, disk::parent(path));
        let written = made.and_then(|()| disk::write_new(&disk::inside(&self.dir, path), bytes));
        written.map_err(|error| Refusal::io(Doing::Writing, disk::inside(&self.shown, path), error))
    }

    /// Moves the tree, which `manifest` describes, to its place.
    pub(super) fn settle(self, manifest: &Manifest) -> Result<(), Refusal> {
        let failed = |error| Refusal::io(Doing::Writing, &self.shown, error);
        disk::write_manifest(&self.dir, &manifest.text()).map_err(failed)?;
        if self.whole && self.take_place().is_ok() {
            return Ok(());
        }
        // A mount, or a program that looks into the folder, can forbid it: the contents move one by one.
        fs::create_dir_all(&self.root).map_err(failed)?;
        let top = self.top().map_err(failed)?;
        for name in &top {
            self.must_be_free(name)?;
        }
        disk::write_manifest(&self.root, &manifest.building([], []).text()).map_err(failed)?;
        let last = OsString::from(MANIFEST);
        for name in top.iter().chain([&last]) {
            system::rename(&self.dir.join(name), &self.root.join(name)).map_err(failed)?;
        }
        Ok(())
    }

    fn take_place(&self) -> io::Result<()> {
        system::rename(&self.dir, &self.root).or_else(|_| {
            // Windows moves no folder onto another, not even an empty one; a folder with a file in it stays.
            system::remove_folder(&self.root)?;
            system::rename(&self.dir, &self.root)
        })
    }

    /// The names at the top of the stage, without the manifest.
    fn top(&self) -> io::Result<Vec<OsString>> {
        let names = fs::read_dir(&self.dir)?.map(|entry| Ok(entry?.file_name()));
        names.filter(|name| !matches!(name, Ok(name) if name == MANIFEST)).collect()
    }

    /// The folder was empty when the build began; what came since is not ours.
    fn must_be_free(&self, name: &OsString) -> Result<(), Refusal> {
        let what = match fs::symlink_metadata(self.root.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(Refusal::io(Doing::Reading, self.shown.join(name), error)),
            Ok(found) => Obstacle::of(found.file_type()),
        };
        Err(Refusal::InTheWay { folder: self.shown.clone(), path: name.to_string_lossy().into_owned(), what })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Gone already where the stage took its place; what cannot be removed now is swept by the next build.
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// A name beside `root` that tells whose it is; none for the root of a disk.
pub(super) fn beside(root: &Path, suffix: &str) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(root.file_name()?);
    name.push(format!(".supportal-{suffix}"));
    Some(root.parent()?.join(name))
}

/// Removes the stages of dead builds: in the folder `root`, which is held, when `also_inside`, and beside it.
pub(super) fn sweep(root: &Path, also_inside: bool) {
    let stages_beside = root.parent().into_iter().flat_map(fs::read_dir).flatten().flatten().filter(|entry| {
        let name = entry.file_name();
        let suffix = name.to_str().and_then(|name| name.get(name.len().checked_sub(16)?..));
        let is_ours = |suffix| disk::is_unique(suffix) && beside(root, suffix).is_some_and(|path| path == entry.path());
        suffix.is_some_and(is_ours) && is_stage(&entry.path())
    });
    let inside = also_inside.then(|| fs::read_dir(root)).into_iter().flatten().flatten().flatten();
    for entry in stages_beside.chain(inside.filter(|entry| is_leftover(&entry.path()))) {
        // What resists is left to the next build.
        let _ = discard(&entry.path());
    }
}

/// Removes what [`is_leftover`].
pub(super) fn discard(leftover: &Path) -> io::Result<()> {
    match fs::symlink_metadata(leftover) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(leftover),
        Ok(_) => fs::remove_file(leftover),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether a build of ours left this behind unfinished.
pub(super) fn is_leftover(path: &Path) -> bool {
    let named = path.file_name().and_then(|name| name.to_str()).is_some_and(disk::is_temporary);
    named && (fs::symlink_metadata(path).is_ok_and(|found| found.is_file()) || is_stage(path))
}

/// Whether this folder carries the mark of a stage, or holds nothing yet but the mark in the making.
fn is_stage(path: &Path) -> bool {
    if !fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()) {
        return false;
    }
    match fs::read(path.join(MANIFEST)) {
        Ok(bytes) => Manifest::parse(&bytes).is_ok(),
        Err(_) => fs::read_dir(path).is_ok_and(|entries| {
            entries.flatten().all(|entry| entry.file_name().to_str().is_some_and(disk::is_temporary))
        }),
    }
}

/// A new folder beside `root` from which things can be moved into it; none where the parent or a mount forbids it.
fn make_beside(root: &Path, root_is_new: bool) -> Option<PathBuf> {
    let dir = beside(root, &disk::unique())?;
    fs::create_dir(&dir).ok()?;
    if root_is_new || can_move(&dir, root) {
        return Some(dir);
    }
    let _ = fs::remove_dir(&dir);
    None
}

fn can_move(dir: &Path, root: &Path) -> bool {
    let name = disk::temporary_name();
    let (probe, landed) = (dir.join(&name), root.join(&name));
    let moved = fs::create_dir(&probe).and_then(|()| fs::rename(&probe, &landed));
    let _ = fs::remove_dir(if moved.is_ok() { &landed } else { &probe });
    moved.is_ok()
}

/// Gives `dir` the rights of `root`, which it is to replace; says whether nobody gains or loses any.
fn make_alike(dir: &Path, root: &Path) -> bool {
    let Ok(wanted) = fs::metadata(root) else { return false };
    let _ = fs::set_permissions(dir, wanted.permissions());
    fs::metadata(dir).is_ok_and(|given| system::alike(&given, &wanted))
}
