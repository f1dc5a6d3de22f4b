//! What the system says of a file without opening it.
//!
//! To look at ten thousand files costs mostly the way to them, so where a system can look from inside a folder, the way
//! to the folder is walked once.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Two numbers by which the system tells one folder, or one state of a file, from another.
pub type Identity = (u64, u64);

/// A moment: seconds since 1970, and nanoseconds.
pub type Moment = (i64, i64);

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

/// What is known of a file. Whoever writes it anew, under its name or in its place, leaves something else to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stat {
    /// What it is.
    pub kind: Kind,
    /// Its length in bytes.
    pub length: u64,
    /// When it was last written.
    pub modified: Option<Moment>,
    /// When it was last touched in any way, where the system says so: a file that took the place of another may be as old
    /// and as long.
    pub touched: Option<Moment>,
    /// The numbers by which the system tells it from all others: of the disk and of the file.
    pub identity: Option<Identity>,
}

impl Stat {
    /// Of the file at a path; a link is not followed.
    pub fn at(path: &Path) -> io::Result<Self> {
        fs::symlink_metadata(path).map(|found| Self::of(&found))
    }

    /// Of what was found.
    #[cfg(unix)]
    pub fn of(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self {
            kind: kind(found),
            length: found.len(),
            modified: Some((found.mtime(), found.mtime_nsec())),
            touched: Some((found.ctime(), found.ctime_nsec())),
            identity: Some((found.dev(), found.ino())),
        }
    }

    /// Of what was found.
    #[cfg(not(unix))]
    pub fn of(found: &Metadata) -> Self {
        let moment = |at: io::Result<std::time::SystemTime>| {
            let since = at.ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            Some((i64::try_from(since.as_secs()).ok()?, i64::from(since.subsec_nanos())))
        };
        let made = moment(found.created()).map(|(seconds, nanos)| (seconds.unsigned_abs(), nanos.unsigned_abs()));
        let identity = made.filter(|_| found.is_dir());
        Self { kind: kind(found), length: found.len(), modified: moment(found.modified()), touched: None, identity }
    }
}

fn kind(found: &Metadata) -> Kind {
    match found.file_type() {
        kind if kind.is_file() => Kind::File,
        kind if kind.is_dir() => Kind::Folder,
        kind if kind.is_symlink() => Kind::Link,
        _ => Kind::Other,
    }
}

/// A folder to look from.
#[derive(Debug)]
pub struct Folder {
    #[cfg(unix)]
    handle: std::os::fd::OwnedFd,
    #[cfg(not(unix))]
    path: std::path::PathBuf,
}

#[cfg(unix)]
impl Folder {
    /// The folder at a path.
    pub fn open(path: &Path) -> io::Result<Self> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { handle: rustix::fs::open(path, flags, Mode::empty())? })
    }

    /// Looks at what stands at `path` in it, with `/`; a link at its end is not followed.
    pub fn stat(&self, path: &str) -> io::Result<Stat> {
        use rustix::fs::{AtFlags, FileType};
        let found = rustix::fs::statat(&self.handle, path, AtFlags::SYMLINK_NOFOLLOW)?;
        let kind = match FileType::from_raw_mode(found.st_mode) {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            _ => Kind::Other,
        };
        Ok(Stat {
            kind,
            length: u64::try_from(found.st_size).unwrap_or(0),
            modified: Some((number(found.st_mtime), number(found.st_mtime_nsec))),
            touched: Some((number(found.st_ctime), number(found.st_ctime_nsec))),
            identity: Some((number(found.st_dev).cast_unsigned(), number(found.st_ino).cast_unsigned())),
        })
    }
}

#[cfg(not(unix))]
impl Folder {
    /// The folder at a path.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { path: path.to_owned() })
    }

    /// Looks at what stands at `path` in it, with `/`; a link at its end is not followed.
    pub fn stat(&self, path: &str) -> io::Result<Stat> {
        let mut whole = self.path.clone();
        // Part by part, for a Windows path of the long form takes no `/`.
        whole.extend(path.split('/'));
        Stat::at(&whole)
    }
}

/// Systems differ in how wide these numbers are, and whether they have a sign; bits are all that is compared.
#[cfg(unix)]
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
fn number<N: Into<i128>>(value: N) -> i64 {
    value.into() as i64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{Folder, Kind, Stat};

    #[test]
    fn a_look_from_inside_a_folder_says_what_a_look_along_the_whole_path_says() {
        let root = std::env::temp_dir().join(format!("supportal-stat-{}", std::process::id()));
        std::fs::create_dir_all(root.join("a/b")).unwrap();
        std::fs::write(root.join("a/b/file"), "12345").unwrap();
        let folder = Folder::open(&root).unwrap();
        let stat = folder.stat("a/b/file").unwrap();
        assert_eq!(stat, Stat::at(&root.join("a/b/file")).unwrap());
        assert_eq!((stat.kind, stat.length), (Kind::File, 5));
        assert_eq!(folder.stat("a/b").unwrap(), Stat::at(&root.join("a/b")).unwrap());
        assert_eq!(folder.stat("a/b").unwrap().kind, Kind::Folder);
        assert!(folder.stat("a/none").is_err() && Folder::open(&root.join("none")).is_err());
        std::fs::remove_dir_all(&root).unwrap();
    }
}
