//! Reading: the only door through which the partner's files come in.
//!
//! [`Sources`] is a sorted list of the files of a site, from disk or from memory; no symlink is followed and
//! no path leads out. Text is decoded here, so that every later phase sees UTF-8 with places.

mod decode;
mod entry;
mod found;
mod scan;
mod stat;
mod survey;

pub use entry::What;
pub use scan::{FOLDERS, concerns, scan, site_path};
pub use stat::{Folder, Identity, Kind, Moment, Stat};
pub use survey::{Change, Survey};

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, SourceFile, code, reason};

/// A file's path inside the site: relative, with `/`, without `.` or `..`.
pub type SitePath = String;

/// Some sources of the site in `root`, of which it is known that they are files.
pub fn some<'p>(root: &Path, paths: impl IntoIterator<Item = &'p str>) -> Sources {
    let (mut sources, root) = (Sources::default(), Arc::from(root));
    paths.into_iter().for_each(|path| sources.insert_disk(path.to_owned(), &root));
    sources
}

#[derive(Clone, Debug)]
enum Origin {
    /// Below this folder.
    Disk(Arc<Path>),
    Memory(Arc<[u8]>),
    Embedded(&'static [u8]),
    /// Something that is not a file that we read; the reason is told when it is asked for.
    Unusable(Box<Diagnostic>),
}

/// The files of a site in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: BTreeMap<SitePath, Origin>,
}

impl Sources {
    /// A site held in memory: paths with `/`, and bytes.
    pub fn in_memory<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let files =
            files.into_iter().map(|(path, bytes)| (path.into(), Origin::Memory(Arc::from(bytes.into())))).collect();
        Self { files }
    }

    /// Files built into the program.
    pub fn embedded(files: impl IntoIterator<Item = (String, &'static [u8])>) -> Self {
        Self { files: files.into_iter().map(|(path, bytes)| (path, Origin::Embedded(bytes))).collect() }
    }

    /// These files with those of `nearer` laid over them: of two with one path, `nearer`'s stands.
    #[must_use]
    pub fn overlaid_by(mut self, nearer: &Self) -> Self {
        self.files.extend(nearer.files.iter().map(|(path, origin)| (path.clone(), origin.clone())));
        self
    }

    /// Whether a file of this path exists.
    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether the file of this path is the program's own, not the partner's.
    pub fn is_built_in(&self, path: &str) -> bool {
        matches!(self.files.get(path), Some(Origin::Embedded(_)))
    }

    /// The paths under `folder` (which ends in `/`, or is empty for all), sorted.
    pub fn under<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let folder = folder.to_owned();
        let from = self.files.range(folder.clone()..).map(|(path, _)| path.as_str());
        from.take_while(move |path| path.starts_with(&folder))
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        match self.files.get(path) {
            Some(Origin::Disk(root)) => {
                std::fs::read(inside(root, path)).map_err(|error| unreadable(path, &reason(&error)))
            }
            Some(Origin::Memory(bytes)) => Ok(bytes.to_vec()),
            Some(Origin::Embedded(bytes)) => Ok(bytes.to_vec()),
            Some(Origin::Unusable(problem)) => Err((**problem).clone()),
            None => Err(unreadable(path, "there is no such file")),
        }
    }

    /// The text of a file, or why it is none.
    pub fn text(&self, path: &str) -> Result<Arc<SourceFile>, Diagnostic> {
        let bytes = match self.files.get(path) {
            // Its length is known before it is read, so that no file fills the memory.
            Some(Origin::Disk(root)) => {
                let failed = |error| unreadable(path, &reason(&error));
                let file = File::open(inside(root, path)).map_err(failed)?;
                let length = file.metadata().map_err(failed)?.len();
                decode::admit(path, length)?;
                let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0).saturating_add(1));
                // It may grow meanwhile.
                file.take(decode::LONGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
                decode::admit(path, bytes.len() as u64)?;
                bytes
            }
            Some(Origin::Memory(bytes)) => {
                decode::admit(path, bytes.len() as u64)?;
                bytes.to_vec()
            }
            _ => self.bytes(path)?,
        };
        decode::decode(path, bytes)
    }

    fn insert_disk(&mut self, path: SitePath, root: &Arc<Path>) {
        self.files.insert(path, Origin::Disk(Arc::clone(root)));
    }

    fn insert_unusable(&mut self, path: &str, problem: Diagnostic) {
        self.files.insert(path.to_owned(), Origin::Unusable(Box::new(problem)));
    }
}

/// The file `path` in `root`, part by part, for a Windows path of the long form takes no `/`.
fn inside(root: &Path, path: &str) -> PathBuf {
    let mut whole = PathBuf::with_capacity(root.as_os_str().len() + 1 + path.len());
    whole.push(root);
    whole.extend(path.split('/'));
    whole
}

fn unreadable(path: &str, why: &str) -> Diagnostic {
    Diagnostic::error(code::IO_01, format!("cannot read {path}: {why}"))
        .at(Place::file(&SourceFile::new(path, "")))
        .hint("see that your account may open the file, and that no other program holds it")
}
