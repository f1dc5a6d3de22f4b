//! The room is tested through its door, on real folders.
#![allow(clippy::unwrap_used, clippy::panic)]

mod crash;
mod fresh;
mod limits;
mod links;
mod manifest;
mod paths;
mod refuse;
mod renew;
mod spelling;
mod threads;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::refusal::{Kind, Obstacle, Refusal};
use super::{OutPath, Publication, Published, disk};

/// Long enough for a slow machine, short enough for a test that expects a refusal.
const SOON: Duration = Duration::from_millis(150);

/// A folder of its own with a site in it; gone at the end of the test.
struct Sandbox {
    dir: PathBuf,
}

impl Sandbox {
    fn new() -> Self {
        let dir = std::env::temp_dir().join(format!("supportal-test-{}-{}", std::process::id(), disk::unique()));
        fs::create_dir_all(dir.join("site/content/en")).unwrap();
        fs::write(dir.join("site/support.toml"), "schema = 1\n").unwrap();
        fs::write(dir.join("site/content/en/about.md"), "+++\n+++\n").unwrap();
        Self { dir }
    }

    fn site(&self) -> PathBuf {
        self.dir.join("site")
    }

    fn public(&self) -> PathBuf {
        self.dir.join("site/public")
    }

    /// Publishes into `site/public`.
    fn publish(&self, files: &[(&str, &str)]) -> Published {
        self.try_publish(files).unwrap()
    }

    fn try_publish(&self, files: &[(&str, &str)]) -> Result<Published, Vec<Refusal>> {
        self.publish_into(&self.public(), files)
    }

    fn publish_into(&self, folder: &Path, files: &[(&str, &str)]) -> Result<Published, Vec<Refusal>> {
        let paths = out(files);
        let publication = self.begin(folder, &paths)?;
        put(&publication, files)?;
        publication.finish().map_err(|refusal| vec![refusal])
    }

    /// Begins with the test's folder as home.
    fn begin<'a>(&self, folder: &Path, paths: &'a [OutPath]) -> Result<Publication<'a>, Vec<Refusal>> {
        Publication::begin_with(folder, &self.site(), paths, None, Some(&self.dir), SOON)
    }

    fn write(&self, path: &str, text: &str) {
        let file = disk::inside(&self.public(), path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(disk::inside(&self.public(), path)).unwrap()
    }

    fn has(&self, path: &str) -> bool {
        fs::symlink_metadata(disk::inside(&self.public(), path)).is_ok()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}

fn out(files: &[(&str, &str)]) -> Vec<OutPath> {
    files.iter().map(|(path, _)| OutPath::new(*path).unwrap()).collect()
}

fn put(publication: &Publication, files: &[(&str, &str)]) -> Result<(), Vec<Refusal>> {
    files.iter().try_for_each(|(path, text)| {
        publication.put(&OutPath::new(*path).unwrap(), text.as_bytes()).map_err(|refusal| vec![refusal])
    })
}

/// Every path below `folder` with its bytes, or nothing for a folder.
fn snapshot(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    walk(folder, |path, found| found.is_file().then(|| fs::read(path).unwrap()))
}

/// Every path below `folder`, and itself, with all that changes when somebody touches it.
fn stamps(folder: &Path) -> BTreeMap<String, (SystemTime, u64, u64)> {
    let stamp = |found: &fs::Metadata| {
        // On Windows the lock comes and goes in a folder above.
        let time = if cfg!(windows) && found.is_dir() { SystemTime::UNIX_EPOCH } else { found.modified().unwrap() };
        (time, found.len(), inode(found))
    };
    let mut all = walk(folder, |_, found| stamp(found));
    all.insert(String::new(), stamp(&fs::metadata(folder).unwrap()));
    all
}

#[cfg(unix)]
fn inode(found: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

fn walk<T>(folder: &Path, look: impl Fn(&Path, &fs::Metadata) -> T) -> BTreeMap<String, T> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let named = entries.map(|entry| {
        let parts: Vec<_> =
            entry.path().strip_prefix(folder).unwrap().iter().map(|part| part.to_string_lossy().into_owned()).collect();
        (parts.join("/"), look(entry.path(), &fs::symlink_metadata(entry.path()).unwrap()))
    });
    named.collect()
}

/// What a first publication of `files` gives.
fn clean(files: &[(&str, &str)]) -> BTreeMap<String, Option<Vec<u8>>> {
    let sandbox = Sandbox::new();
    sandbox.publish(files);
    snapshot(&sandbox.public())
}

/// The folder is what a first publication of `files` gives.
fn assert_clean(folder: &Path, files: &[(&str, &str)], when: &str) {
    let (found, expected) = (snapshot(folder), clean(files));
    let paths = |all: &BTreeMap<String, Option<Vec<u8>>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&found), paths(&expected), "{when}");
    let differing = found.iter().filter(|(path, bytes)| expected[*path] != **bytes).map(|(path, _)| path);
    assert_eq!(differing.collect::<Vec<_>>(), Vec::<&String>::new(), "{when}");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn only(mut refusals: Vec<Refusal>) -> Refusal {
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    refusals.remove(0)
}
