//! What stands at one path of a site, so that two moments can be compared: its size and times, and its bytes, if it changed
//! just now.

use std::io::{self, Read as _};
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::stat::{Kind, Moment, Stat};

/// A file this young may change again without a new time: some disks count in steps of two seconds.
const YOUNG: Duration = Duration::from_secs(3);

/// The most bytes that are read to tell a young file from what it was.
const READ: u64 = 8_000_000;

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was not there before, or is a link, a pipe or a device now, or no longer one.
    New,
    /// The file was written, or other access to it is allowed.
    Changed,
    /// It is no longer there.
    Gone,
}

/// What stands at a path, a file or anything else that is no folder; none where it cannot be known.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) stamp: Option<Stamp>,
    pub(super) is_young: bool,
    bytes: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    kind: Kind,
    length: u64,
    modified: Option<Moment>,
    touched: Option<Moment>,
}

impl Entry {
    /// Of what stands somewhere; whether it is young is seen later.
    pub(super) fn of(found: Option<&Stat>) -> Self {
        Self { stamp: found.map(Stamp::of), is_young: false, bytes: None }
    }

    /// Says whether what stands at `path` is young `now`, and what its bytes are, if that has to be known, or had to be
    /// `before`.
    pub(super) fn compare(&mut self, root: &Path, path: &str, before: Option<&Self>, now: Duration) {
        self.is_young = self.stamp.as_ref().is_some_and(|stamp| stamp.is_young(now));
        if self.is_young || before.is_some_and(|before| before.is_young) {
            self.read(&super::inside(root, path));
        }
    }

    /// Adds a hash of the bytes of `file`, if it is one and short enough. It can have been replaced since it was looked
    /// at, so what is known of it is then what belongs to these bytes: else it would seem to change once more.
    fn read(&mut self, file: &Path) {
        let is_short = |stamp: &&Stamp| stamp.kind == Kind::File && stamp.length <= READ;
        if self.stamp.as_ref().filter(is_short).is_none() {
            return;
        }
        if let Ok((found, bytes)) = open(file) {
            self.stamp = Some(Stamp::of(&found));
            self.bytes = Some(rapidhash::v3::rapidhash_v3(&bytes));
        }
    }

    /// Whether it is surely the same: what was young then, and is not by its bytes, can be another.
    pub(super) fn is_known_as(&self, before: &Self) -> bool {
        let is_certain = !before.is_young || self.bytes.is_some() && self.bytes == before.bytes;
        self.stamp.is_some() && self.stamp == before.stamp && is_certain
    }

    /// What happened to it since it was that of `before`.
    pub(super) fn since(&self, before: &Self) -> Option<What> {
        let is_file = |entry: &Self| entry.stamp.as_ref().is_some_and(|stamp| stamp.kind == Kind::File);
        let what = if is_file(self) && is_file(before) { What::Changed } else { What::New };
        (!self.is_same(before)).then_some(what)
    }

    fn is_same(&self, before: &Self) -> bool {
        match (self.bytes, before.bytes) {
            // What is renamed into its place is seen there before the system notes when that was.
            (Some(now), Some(old)) => now == old && self.written() == before.written(),
            _ => self.stamp == before.stamp,
        }
    }

    /// What the system says of it, but for the moment at which it was touched last.
    fn written(&self) -> Option<Stamp> {
        self.stamp.clone().map(|stamp| Stamp { touched: None, ..stamp })
    }
}

/// The time since 1970.
pub(super) fn now() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// The bytes of a file, and what the system says of the same file afterwards: what is written meanwhile is then seen by
/// the next look, and once.
fn open(path: &Path) -> io::Result<(Stat, Vec<u8>)> {
    let mut file = std::fs::File::open(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok((Stat::of(&file.metadata()?), bytes))
}

impl Stamp {
    fn of(stat: &Stat) -> Self {
        Self { kind: stat.kind, length: stat.length, modified: stat.modified, touched: stat.touched }
    }

    /// Whether it was written just before the moment `now`, counted from 1970, or after it.
    fn is_young(&self, now: Duration) -> bool {
        let Some((seconds, nanos)) = self.modified else { return false };
        let at = Duration::new(u64::try_from(seconds).unwrap_or(0), u32::try_from(nanos).unwrap_or(0));
        // A clock that goes wrong makes nothing young for ever.
        now.abs_diff(at) < YOUNG
    }
}
