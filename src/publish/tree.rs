//! What stands in the output folder now.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::digest::Digest;
use super::disk::{self, LOCK};
use super::manifest::{Manifest, Unfit};
use super::refusal::{Doing, Obstacle, Refusal};
use super::{MANIFEST, stage};

/// Everything in an output folder, by path; neither our manifest nor what a build that died left unfinished.
#[derive(Debug, Default)]
pub(super) struct Tree {
    entries: BTreeMap<String, Obstacle>,
    /// The paths of temporary files and stages of builds that died.
    pub(super) leftovers: Vec<String>,
}

impl Tree {
    /// Lists the folder `root`, called `shown`, in which the files of `manifest` are ours. Links are not followed; a
    /// foreign folder that cannot be read is taken as it is.
    pub(super) fn walk(root: &Path, shown: &Path, manifest: &Manifest) -> Result<Self, Refusal> {
        let mut tree = Self::default();
        let mut pending = vec![String::new()];
        while !pending.is_empty() {
            let listings: Vec<io::Result<Listing>> =
                pending.par_iter().map(|folder| Listing::of(root, folder)).collect();
            let folders = std::mem::take(&mut pending);
            for (folder, listing) in folders.into_iter().zip(listings) {
                match listing {
                    Ok(listing) => {
                        pending.extend(listing.folders().map(str::to_owned));
                        tree.entries.extend(listing.entries);
                        tree.leftovers.extend(listing.leftovers);
                    }
                    Err(error) if folder.is_empty() || manifest.owns_folder(Digest::of_folder(&folder)) => {
                        return Err(Refusal::io(Doing::Reading, disk::inside(shown, &folder), error));
                    }
                    Err(_) => {
                        tree.entries.insert(folder, Obstacle::Other);
                    }
                }
            }
        }
        Ok(tree)
    }

    /// What stands at `path`.
    pub(super) fn get(&self, path: &str) -> Option<Obstacle> {
        self.entries.get(path).copied()
    }

    /// All paths with what stands there, sorted.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = (&str, Obstacle)> {
        self.entries.iter().map(|(path, what)| (path.as_str(), *what))
    }

    /// The paths of all folders.
    pub(super) fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.entries().filter(|(_, what)| *what == Obstacle::Folder).map(|(path, _)| path)
    }

    /// All that stands below `folder`.
    pub(super) fn under(&self, folder: &str) -> impl Iterator<Item = (&str, Obstacle)> {
        let prefix = format!("{folder}/");
        let below = self.entries.range(prefix.clone()..).take_while(move |(path, _)| path.starts_with(&prefix));
        below.map(|(path, what)| (path.as_str(), *what))
    }
}

/// What stands in one folder.
#[derive(Default)]
struct Listing {
    entries: Vec<(String, Obstacle)>,
    leftovers: Vec<String>,
}

impl Listing {
    fn of(root: &Path, folder: &str) -> io::Result<Self> {
        let mut listing = Self::default();
        for entry in fs::read_dir(disk::inside(root, folder))? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                // Never ours, but whoever wants its folder away must know of it.
                listing.entries.push((joined(folder, &name.to_string_lossy()), Obstacle::Other));
                continue;
            };
            if folder.is_empty() && (name == MANIFEST || name == LOCK) {
                continue;
            }
            if disk::is_temporary(name) && stage::is_leftover(&entry.path()) {
                listing.leftovers.push(joined(folder, name));
                continue;
            }
            listing.entries.push((joined(folder, name), Obstacle::of(entry.file_type()?)));
        }
        Ok(listing)
    }

    fn folders(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|(_, what)| *what == Obstacle::Folder).map(|(path, _)| path.as_str())
    }
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The manifest of the folder `root`, none if the folder is empty, or why the folder is not ours.
pub(super) fn manifest_of(root: &Path, shown: &Path) -> Result<Option<Manifest>, Refusal> {
    let reading = |path: PathBuf| move |error| Refusal::io(Doing::Reading, path, error);
    let file = root.join(MANIFEST);
    match fs::symlink_metadata(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(reading(shown.join(MANIFEST))(error)),
        Ok(found) if !found.is_file() => {
            return Err(Refusal::NotOurs { folder: shown.to_owned(), holds: MANIFEST.to_owned() });
        }
        Ok(_) => {
            let bytes = fs::read(&file).map_err(reading(shown.join(MANIFEST)))?;
            return match Manifest::parse(&bytes) {
                Ok(manifest) => Ok(Some(manifest)),
                Err(Unfit::Damaged) => Err(Refusal::Damaged { folder: shown.to_owned() }),
                Err(Unfit::Newer) => Err(Refusal::Newer { folder: shown.to_owned() }),
            };
        }
    }
    for entry in fs::read_dir(root).map_err(reading(shown.to_owned()))? {
        let entry = entry.map_err(reading(shown.to_owned()))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name != LOCK && !stage::is_leftover(&entry.path()) {
            return Err(Refusal::NotOurs { folder: shown.to_owned(), holds: name.into_owned() });
        }
    }
    Ok(None)
}
