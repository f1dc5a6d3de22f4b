//! Before anything is written: which file goes where, and what stands in the way. Only reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rapidhash::RapidHashSet;
use rayon::prelude::*;

use super::digest::Digest;
use super::disk;
use super::manifest::Manifest;
use super::path::{OutPath, fold};
use super::refusal::{Obstacle, Refusal};
use super::stage;
use super::tree::Tree;

/// How a file reaches its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A file of ours stands there: compared, and replaced if it differs.
    Replace,
    /// Nothing stands there.
    Create,
    /// Something of ours stands there that vanishes: a page where a folder is due, a folder where a page is due, or the
    /// old spelling of a name whose case changed. The file is written aside and moved in at the end.
    Await,
}

/// Refuses outputs that not every system could hold side by side.
pub(super) fn check_clashes<'p>(paths: impl IntoIterator<Item = &'p str>) -> Result<(), Vec<Refusal>> {
    // With the lowest character for `/`, a file stands right before what would lie in it were it a folder.
    let mut sorted: Vec<(String, &str)> = paths.into_iter().map(|path| (fold(path).replace('/', "\0"), path)).collect();
    sorted.sort_unstable();
    let clash = |(folded, path): &(String, &str), (next_folded, next): &(String, &str)| {
        let lies_in = next_folded.strip_prefix(folded.as_str()).is_some_and(|rest| rest.starts_with('\0'));
        path == next || lies_in || differ_in_spelling(path, next)
    };
    let pairs = sorted.iter().zip(sorted.iter().skip(1)).filter(|(one, next)| clash(one, next));
    let told = |((_, one), (_, next)): (&(String, &str), &(String, &str))| Refusal::Clash {
        first: (*one).to_owned(),
        second: (*next).to_owned(),
    };
    let clashes: Vec<Refusal> = pairs.map(told).collect();
    if clashes.is_empty() { Ok(()) } else { Err(clashes) }
}

/// Whether the first parts in which two paths differ are one name to some file system.
fn differ_in_spelling(one: &str, other: &str) -> bool {
    one.split('/').zip(other.split('/')).find(|(a, b)| a != b).is_some_and(|(a, b)| fold(a) == fold(b))
}

/// What is known of an output folder of ours.
pub(super) struct Survey<'a> {
    root: &'a Path,
    shown: &'a Path,
    tree: &'a Tree,
    old: &'a Manifest,
    /// Paths of the tree by what remains of them without case; made when first needed.
    folded: std::cell::OnceCell<BTreeMap<String, &'a str>>,
}

impl<'a> Survey<'a> {
    /// The folder `root`, called `shown`, which holds `tree`, of which the files of `old` are ours.
    pub(super) fn new(root: &'a Path, shown: &'a Path, tree: &'a Tree, old: &'a Manifest) -> Self {
        Self { root, shown, tree, old, folded: std::cell::OnceCell::new() }
    }

    /// The ways of all `paths`, each with its hash, or all that bars them.
    pub(super) fn ways(&self, paths: &[(&OutPath, Digest)]) -> Result<Vec<Way>, Vec<Refusal>> {
        let (mut ways, mut barred) = (Vec::with_capacity(paths.len()), Vec::new());
        for (path, key) in paths {
            match self.way(path.as_str(), *key) {
                Ok(way) => ways.push(way),
                Err(refusal) => barred.push(refusal),
            }
        }
        if barred.is_empty() { Ok(ways) } else { Err(barred) }
    }

    /// The way of the file `path`, whose hash is `key`, or what bars it.
    pub(super) fn way(&self, path: &str, key: Digest) -> Result<Way, Refusal> {
        if self.tree.get(path) == Some(Obstacle::File) && self.old.owns(key) {
            return Ok(Way::Replace);
        }
        let mut way = Way::Create;
        for (end, _) in path.match_indices('/') {
            match self.at(&path[..end]) {
                None => return Ok(way),
                Some((there, Obstacle::Folder)) if there == &path[..end] => {}
                Some((_, Obstacle::Folder)) => way = Way::Await,
                Some((there, Obstacle::File)) if self.old.owns(Digest::of_path(there)) => return Ok(Way::Await),
                Some((there, what)) => return Err(self.bars(there, what)),
            }
        }
        match self.at(path) {
            None => Ok(way),
            Some((there, Obstacle::File)) if self.old.owns(Digest::of_path(there)) => Ok(Way::Await),
            // Written by us under the name wanted, in a folder that kept its spelling for the sake of a foreign file.
            Some((_, Obstacle::File)) if self.old.owns(key) => Ok(Way::Replace),
            Some((there, Obstacle::Folder)) if self.is_only_ours(there) => Ok(Way::Await),
            Some((there, what)) => Err(self.bars(there, what)),
        }
    }

    /// What stands at `path`, with the spelling that the folder keeps for it.
    fn at<'p>(&'p self, path: &'p str) -> Option<(&'p str, Obstacle)> {
        if let Some(what) = self.tree.get(path) {
            return Some((path, what));
        }
        let there = *self.folded().get(&fold(path))?;
        let what = self.tree.get(there)?;
        // On a file system that minds case, another spelling is another file and nothing stands here.
        fs::symlink_metadata(disk::inside(self.root, path)).ok()?;
        Some((there, what))
    }

    fn folded(&self) -> &BTreeMap<String, &'a str> {
        self.folded.get_or_init(|| self.tree.entries().map(|(path, _)| (fold(path), path)).collect())
    }

    fn is_only_ours(&self, folder: &str) -> bool {
        let is_ours = |path: &str, what| match what {
            Obstacle::Folder => self.old.owns_folder(Digest::of_folder(path)),
            Obstacle::File => self.old.owns(Digest::of_path(path)),
            Obstacle::Link | Obstacle::Other => false,
        };
        is_ours(folder, Obstacle::Folder) && self.tree.under(folder).all(|(path, what)| is_ours(path, what))
    }

    fn bars(&self, path: &str, what: Obstacle) -> Refusal {
        Refusal::InTheWay { folder: self.shown.to_owned(), path: path.to_owned(), what }
    }
}

/// The folders that hold these paths.
pub(super) fn folders_of<'p>(paths: impl IntoIterator<Item = &'p str>) -> RapidHashSet<&'p str> {
    let mut folders = RapidHashSet::default();
    for path in paths {
        let mut folder = disk::parent(path);
        while !folder.is_empty() && folders.insert(folder) {
            folder = disk::parent(folder);
        }
    }
    folders
}

/// Whether `old` ended well and published these very paths, and files and folders still stand there: then nothing can
/// be in the way, nothing vanished, and nobody need look through the whole folder `root`. With `all_stand` it was just
/// looked whether they do.
pub(super) fn is_settled(root: &Path, old: &Manifest, paths: &[(&OutPath, Digest)], all_stand: bool) -> bool {
    let stands = |path: &str, is: fn(&fs::Metadata) -> bool| {
        fs::symlink_metadata(disk::inside(root, path)).is_ok_and(|found| is(&found))
    };
    // What a build leaves that dies before it can say what is to come.
    let is_tidy = || {
        fs::read_dir(root).is_ok_and(|entries| {
            entries.into_iter().all(|entry| entry.is_ok_and(|entry| !stage::is_leftover(&entry.path())))
        })
    };
    let stand = || {
        paths.par_iter().all(|(path, _)| stands(path.as_str(), fs::Metadata::is_file))
            && folders_of(paths.iter().map(|(path, _)| path.as_str()))
                .par_iter()
                .all(|folder| stands(folder, fs::Metadata::is_dir))
    };
    old.published_exactly(paths.iter().map(|(_, key)| *key)) && is_tidy() && (all_stand || stand())
}
