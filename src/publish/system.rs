//! Where the systems differ: who a folder is, how one is held, and how a rename behaves.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::time::Duration;

/// The outcome of one try to hold a folder.
pub(super) enum Attempt {
    /// It is ours until the file is closed; none where the file system knows no locks.
    Held(Option<File>),
    /// Another process holds it.
    Busy,
}

/// What makes a folder itself, under whatever name, case or mount it is reached.
#[cfg(unix)]
pub(super) fn identity(path: &Path) -> Option<(u64, u64)> {
    fs::metadata(path).ok().map(|found| number(&found))
}

/// What makes a folder itself, under whatever name or case it is reached.
#[cfg(not(unix))]
pub(super) fn identity(path: &Path) -> Option<std::path::PathBuf> {
    fs::canonicalize(path).ok()
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.dev(), metadata.ino())
}

/// Whether a folder may take the place of another without anybody losing access.
#[cfg(unix)]
pub(super) fn alike(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let rights = |m: &Metadata| (m.uid(), m.gid(), m.mode());
    rights(one) == rights(other)
}

/// Whether a folder may take the place of another without anybody losing access: access lists cannot be compared.
#[cfg(not(unix))]
pub(super) fn alike(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Tries to hold `folder` by a lock on the folder itself, which leaves no trace.
#[cfg(not(windows))]
pub(super) fn try_hold(folder: &Path) -> io::Result<Attempt> {
    let handle = File::open(folder)?;
    match handle.try_lock() {
        Ok(()) if is_still(&handle, folder) => Ok(Attempt::Held(Some(handle))),
        // The build before moved a new tree to this place while we opened the old one.
        Ok(()) => Ok(Attempt::Busy),
        Err(fs::TryLockError::WouldBlock) => Ok(Attempt::Busy),
        // Some network file systems cannot lock a folder; a build must be possible there.
        Err(fs::TryLockError::Error(_)) => Ok(Attempt::Held(None)),
    }
}

#[cfg(unix)]
fn is_still(handle: &File, folder: &Path) -> bool {
    handle.metadata().ok().map(|held| number(&held)) == identity(folder)
}

#[cfg(not(any(unix, windows)))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

/// Tries to hold `folder` by a file beside it that nobody else may open and that vanishes when closed; where nothing can
/// be written beside it, by one in it.
#[cfg(windows)]
pub(super) fn try_hold(folder: &Path) -> io::Result<Attempt> {
    use super::{disk, stage};
    const SHARING_VIOLATION: i32 = 32;
    let beside = |suffix: &str| stage::beside(folder, suffix).map_or(Err(io::ErrorKind::NotFound.into()), open_alone);
    let is_busy = |error: &io::Error| error.raw_os_error() == Some(SHARING_VIOLATION);
    let lock = match beside("lock") {
        Err(error) if is_busy(&error) => return Ok(Attempt::Busy),
        // Another name can be written, so this one is about to vanish.
        Err(_) if beside(&disk::unique()[..4]).is_ok() => return Ok(Attempt::Busy),
        Err(_) => match open_alone(folder.join(disk::LOCK)) {
            Err(error) if is_busy(&error) => return Ok(Attempt::Busy),
            // Nothing can be written at all, as the first file will tell.
            file => file.ok(),
        },
        Ok(file) => Some(file),
    };
    // The build before may have made the folder for itself and taken it away.
    Ok(if folder.is_dir() { Attempt::Held(lock) } else { Attempt::Busy })
}

/// Opens a file that nobody else may open and that vanishes when closed, even by the death of the process.
#[cfg(windows)]
fn open_alone(path: std::path::PathBuf) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    const GENERIC_WRITE_AND_DELETE: u32 = 0x4000_0000 | 0x0001_0000;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    let mut options = File::options();
    options.write(true).create(true).access_mode(GENERIC_WRITE_AND_DELETE);
    options.share_mode(0).custom_flags(DELETE_ON_CLOSE).open(path)
}

/// Removes an empty folder. On Windows it stays as long as somebody looks at it; this waits a moment until it is gone.
pub(super) fn remove_folder(folder: &Path) -> io::Result<()> {
    fs::remove_dir(folder)?;
    let mut looks = if cfg!(windows) { 100 } else { 0 };
    while looks > 0 && fs::symlink_metadata(folder).is_ok() {
        looks -= 1;
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

/// Moves `from` to `to` in one step. On Windows a scanner may hold a new file for a moment, so patience is needed.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = if cfg!(windows) { 10 } else { 1 };
    loop {
        tries -= 1;
        match fs::rename(from, to) {
            Err(error) if tries > 0 && error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(Duration::from_millis(20));
            }
            done => return done,
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Who waited for a folder that another tree replaced holds nothing.
    #[test]
    fn a_lock_holds_only_the_folder_that_is_still_there() {
        let dir = std::env::temp_dir().join(super::super::disk::unique());
        let (one, other) = (dir.join("one"), dir.join("other"));
        [&one, &other].into_iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
        let handle = File::open(&one).unwrap();
        assert!(is_still(&handle, &one));
        rename(&other, &one).unwrap();
        assert!(!is_still(&handle, &one));
        fs::remove_dir_all(&dir).unwrap();
        assert!(!is_still(&handle, &one));
    }
}
