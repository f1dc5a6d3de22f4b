//! What a walk found, before the system is asked what it is.

use std::path::{Path, PathBuf};

use walkdir::DirEntry;

use super::SitePath;
use super::scan::{relative, site_path};
use super::stat::{Folder, Stat};

/// The path of what a walk found as it is shown: also of a name that is no text.
pub(super) fn shown(root: &Path, path: &Path) -> SitePath {
    site_path(root, path).unwrap_or_else(|| relative(root, path).to_string_lossy().into_owned())
}

/// What a walk found, with the place in the path at which its name begins: to take paths apart costs as much as the look.
pub(super) struct Found {
    path: PathBuf,
    name: usize,
}

impl Found {
    pub(super) fn of(entry: DirEntry) -> Self {
        let length = entry.file_name().len();
        let path = entry.into_path();
        let name = path.as_os_str().len().saturating_sub(length);
        Self { path, name }
    }

    /// The folder in which it stands.
    pub(super) fn above(&self) -> &[u8] {
        let path = self.path.as_os_str().as_encoded_bytes();
        path.get(..self.name).unwrap_or(path)
    }

    fn name(&self) -> Option<&str> {
        self.path.to_str()?.get(self.name..)
    }

    /// Looks at some that stand in one folder: their paths in the site, and what the system says of them.
    pub(super) fn look(portion: &[Self], root: &Path) -> Vec<(SitePath, Stat)> {
        let above = portion.first().and_then(|first| first.path.parent());
        let folder = above.and_then(|above| Folder::open(above).ok());
        let prefix = above.and_then(|above| site_path(root, above));
        let prefix = prefix.map(|above| if above.is_empty() { above } else { above + "/" });
        let of = |found: &Self| {
            let name = found.name();
            let stat = match folder.as_ref().zip(name) {
                Some((folder, name)) => folder.stat(name),
                None => Stat::at(&found.path),
            };
            let path = match prefix.as_deref().zip(name) {
                Some((prefix, name)) => [prefix, name].concat(),
                None => shown(root, &found.path),
            };
            Some((path, stat.ok()?))
        };
        portion.iter().filter_map(of).collect()
    }
}
