//! Which folders may never be an output: those whose loss would hurt. Links, case and mounts do not deceive it.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::path::fold;
use super::refusal::{Doing, Misplaced, Refusal};
use super::system::{self, identity};

/// The folders of a site that the output must not touch; `.supportal` is the cache, `.git` the partner's history.
const SOURCES: [&str; 6] = ["content", "static", "templates", "themes", ".supportal", ".git"];

/// The real path of the output folder, which need not exist, if it may be one. `home` is the home folder, if known.
pub(super) fn admit(folder: &Path, site: &Path, home: Option<&Path>) -> Result<PathBuf, Vec<Refusal>> {
    let site = fs::canonicalize(site).map_err(|error| vec![Refusal::io(Doing::Reading, site, error)])?;
    let root = resolve(folder).map_err(|error| vec![Refusal::io(Doing::Reading, folder, error)])?;
    if fs::symlink_metadata(&root).is_ok_and(|found| !found.is_dir()) {
        return Err(vec![Refusal::NotAFolder { folder: folder.to_owned() }]);
    }
    let faults = faults(&root, &site, home);
    if faults.is_empty() {
        return Ok(root);
    }
    Err(faults.into_iter().map(|why| Refusal::Place { folder: folder.to_owned(), why }).collect())
}

/// The absolute path without links. Of what does not exist yet, the nearest folder that does is resolved.
fn resolve(folder: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(folder)?;
    let mut missing = Vec::new();
    let mut there = whole.as_path();
    loop {
        match fs::canonicalize(there) {
            Ok(real) => return Ok(missing.into_iter().rev().fold(real, |path, part| path.join(part))),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                match fs::symlink_metadata(there) {
                    // A link that leads nowhere may lead anywhere tomorrow.
                    Ok(found) if found.is_symlink() => {
                        return Err(Error::new(ErrorKind::NotFound, "it is a link that leads nowhere"));
                    }
                    // Another build put it there between the two looks.
                    Ok(_) => continue,
                    Err(_) => {}
                }
                match (there.file_name(), there.parent()) {
                    (Some(name), Some(above)) => {
                        missing.push(name);
                        there = above;
                    }
                    _ => return Err(error),
                }
            }
            Err(error) => return Err(error),
        }
    }
}

fn faults(root: &Path, site: &Path, home: Option<&Path>) -> Vec<Misplaced> {
    let mut faults = Vec::new();
    if root.parent().is_none() {
        faults.push(Misplaced::Root);
    }
    let home = home.and_then(|home| fs::canonicalize(home).ok());
    if home.is_some_and(|home| lies_in(&home, root)) {
        faults.push(Misplaced::Home);
    }
    if lies_in(site, root) {
        faults.push(Misplaced::Site);
    } else if let Some(name) = sources_around(root, site) {
        faults.push(Misplaced::Sources(name.to_owned()));
    }
    faults
}

/// The source folder of `site` that is `root`, holds it or lies in it.
fn sources_around(root: &Path, site: &Path) -> Option<&'static str> {
    let below = root.ancestors().find(|above| same(above, site)).and_then(|site| root.strip_prefix(site).ok());
    let first = below.and_then(|below| below.components().next()).map(|part| fold(&part.as_os_str().to_string_lossy()));
    SOURCES.into_iter().find(|name| {
        // By name, for the folder may be made later; by place, for it may be a link to somewhere else.
        let place = fs::canonicalize(site.join(name)).ok();
        first.as_deref() == Some(*name) || place.is_some_and(|place| lies_in(root, &place) || lies_in(&place, root))
    })
}

/// Whether `path` is `folder` or lies in it.
fn lies_in(path: &Path, folder: &Path) -> bool {
    path.ancestors().any(|above| same(above, folder))
}

fn same(one: &Path, other: &Path) -> bool {
    one == other || identity(one).is_some_and(|identity| Some(identity) == system::identity(other))
}
