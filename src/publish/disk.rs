//! Single steps on the disk. None follows a link, and none leaves a file half-written under its name.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::hash::BuildHasher as _;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::snapshot::Imprint;
use super::{MANIFEST, system};

/// The lock's name where it must lie in the output folder.
pub(super) const LOCK: &str = ".supportal-lock";
const TEMPORARY: &str = ".supportal-";

/// The file or folder `path` (with `/`) in `root`.
pub(super) fn inside(root: &Path, path: &str) -> PathBuf {
    let mut whole = root.to_owned();
    // Part by part, for a Windows path of the long form takes no `/`.
    whole.extend(path.split('/').filter(|part| !part.is_empty()));
    whole
}

/// The folder that holds `path`, or nothing at the top.
pub(super) fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..at])
}

/// 16 hexadecimal digits that no other run uses.
pub(super) fn unique() -> String {
    format!("{:016x}", std::hash::RandomState::new().hash_one(std::process::id()))
}

/// Whether `text` is what [`unique`] gives.
pub(super) fn is_unique(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// A new name for something unfinished of ours.
pub(super) fn temporary_name() -> String {
    format!("{TEMPORARY}{}", unique())
}

/// Whether `name` is one of [`temporary_name`].
pub(super) fn is_temporary(name: &str) -> bool {
    name.strip_prefix(TEMPORARY).is_some_and(is_unique)
}

/// Whether `file`, whose length is known to be that of `bytes`, holds them.
pub(super) fn holds(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(file)?;
    let mut chunk = [0; 16 * 1024];
    let mut rest = bytes;
    // No look beyond the end, for the length is that of `bytes`.
    while !rest.is_empty() {
        let read = match file.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        match rest.split_at_checked(read) {
            Some((same, after)) if read > 0 && *same == chunk[..read] => rest = after,
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Writes `bytes` to the new file `path`.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<Imprint> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    Ok(Imprint::of(&file.metadata()?))
}

/// Writes `bytes` to a new file of a temporary name in `folder`.
pub(super) fn write_temporary(folder: &Path, bytes: &[u8]) -> io::Result<(PathBuf, Imprint)> {
    create_temporary(folder, |path| write_new(path, bytes))
}

fn create_temporary<T>(folder: &Path, create: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<(PathBuf, T)> {
    let path = folder.join(temporary_name());
    match create(&path) {
        Ok(made) => Ok((path, made)),
        Err(error) => {
            // What cannot be removed now is removed by the next build.
            let _ = fs::remove_file(&path);
            Err(error)
        }
    }
}

/// Gives the temporary file its name, in place of what stood there.
pub(super) fn settle(temporary: &Path, target: &Path) -> io::Result<()> {
    system::rename(temporary, target).inspect_err(|_| {
        let _ = fs::remove_file(temporary);
    })
}

/// Writes the manifest's text into `folder` in one step. It alone is forced to the disk: after a power cut a whole
/// manifest lets the next build repair the rest.
pub(super) fn write_manifest(folder: &Path, text: &[u8]) -> io::Result<()> {
    let (temporary, ()) = create_temporary(folder, |path| {
        let mut file = File::create_new(path)?;
        file.write_all(text)?;
        file.sync_data()
    })?;
    settle(&temporary, &folder.join(MANIFEST))
}

/// The guarded value; a thread that panicked elsewhere does not spoil it.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The folders of a tree that are known to be real folders, so that each is made once.
#[derive(Debug, Default)]
pub(super) struct Folders {
    known: Mutex<HashSet<String>>,
}

impl Folders {
    /// These folders are there.
    pub(super) fn known<'a>(folders: impl IntoIterator<Item = &'a str>) -> Self {
        Self { known: Mutex::new(folders.into_iter().map(str::to_owned).collect()) }
    }

    /// Makes `folder` in `root`, and those above it, where they are missing. A link is never taken for a folder.
    pub(super) fn ensure(&self, root: &Path, folder: &str) -> io::Result<()> {
        if folder.is_empty() || lock(&self.known).contains(folder) {
            return Ok(());
        }
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        ends.map(|end| &folder[..end]).try_for_each(|folder| self.make(root, folder))
    }

    fn make(&self, root: &Path, folder: &str) -> io::Result<()> {
        if lock(&self.known).contains(folder) {
            return Ok(());
        }
        let path = inside(root, folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if !fs::symlink_metadata(&path)?.is_dir() {
                    return Err(error);
                }
            }
            made => made?,
        }
        lock(&self.known).insert(folder.to_owned());
        Ok(())
    }

    /// All of them, each after the one that it lies in.
    pub(super) fn all(&self) -> BTreeSet<String> {
        lock(&self.known).iter().cloned().collect()
    }

    /// The folder was removed.
    pub(super) fn forget(&self, folder: &str) {
        lock(&self.known).remove(folder);
    }
}
