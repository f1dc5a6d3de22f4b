//! Publishing: the owner of the output folder, and the only room that writes into it.
//!
//! A [`Publication`] takes the folder, receives the files in any order from any thread, and ends with
//! [`Publication::finish`]. It writes only into a folder that is absent, empty or holds our manifest `.supportal`;
//! there it touches only files that the manifest names. Into a new folder the whole tree is staged and moved in at once;
//! in an old one each changed file is replaced by rename, and the rest is not touched.
//!
//! A process that dies leaves every file old or new and whole. What it had begun to add is named beforehand in the
//! manifest, so the next build knows its own. Only the manifest is forced to the disk: after a power cut a file may be
//! short, and the next build, which compares bytes and trusts no date, writes it again.
//!
//! ```no_run
//! use std::path::Path;
//! use supportal::publish::{OutPath, Publication, Refusal};
//!
//! fn publish(site: &Path) -> Result<(), Vec<Refusal>> {
//!     let paths: Vec<OutPath> = ["index.html", "contact/index.html"].into_iter().flat_map(OutPath::new).collect();
//!     let publication = Publication::begin(&site.join("public"), site, &paths)?;
//!     for path in &paths {
//!         publication.put(path, b"<!doctype html>").map_err(|refusal| vec![refusal])?;
//!     }
//!     publication.finish().map_err(|refusal| vec![refusal])?;
//!     Ok(())
//! }
//! ```

mod digest;
mod disk;
mod guard;
mod hold;
mod manifest;
mod path;
mod plan;
mod publication;
mod refusal;
mod renewal;
mod snapshot;
mod stage;
mod system;
#[cfg(test)]
mod tests;
mod tree;

pub use path::{OutPath, OutPathProblem};
pub use publication::{Publication, Published};
pub use refusal::{Doing, Kind, Misplaced, Obstacle, Refusal};
pub use snapshot::{Known, Snapshot};

/// The manifest's name in the output folder.
pub const MANIFEST: &str = ".supportal";
