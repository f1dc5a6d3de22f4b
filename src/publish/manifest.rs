//! The manifest `.supportal`: which files of the output are ours. It is published with them, so it names no path.
//!
//! ```text
//! supportal-manifest 1
//! state published
//! # …
//! file <hash of the path> <hash of the bytes>
//! folder <hash of the path>
//! end <hash of everything above>
//! ```
//!
//! Before a build adds its first file it writes the state `building`: what is there and what is to come (bytes `-`). If
//! it dies, the next build knows what it left. A manifest that is damaged, cut short or of
//! another origin tells nothing reliable: the folder is then refused as not ours, for a wrong guess would cost a file.

use std::borrow::Cow;

use super::digest::Digest;

const NAME: &str = "supportal-manifest";
const VERSION: u32 = 1;
const NOTE: &str = "# The files that supportal published in this folder, as hashes. It leaves every other file alone.";

/// The files of the output that are ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Hash of the path and hash of the bytes, in the order of the former; the latter is unknown of a file that is still
    /// to come.
    files: Vec<(Digest, Option<Digest>)>,
    /// Hashes of the paths of the folders that hold them, in their order.
    folders: Vec<Digest>,
    building: bool,
}

/// A word, and the digits of a hash after it.
fn write(text: &mut Vec<u8>, word: &str, hash: Digest) {
    text.extend_from_slice(word.as_bytes());
    text.extend_from_slice(&hash.digits());
}

/// Why a text is no manifest of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is of another origin, cut short, or was edited.
    Damaged,
    /// A later version of this program wrote it.
    Newer,
}

impl Manifest {
    /// The manifest of a finished build.
    pub(super) fn published(
        files: impl IntoIterator<Item = (Digest, Digest)>,
        folders: impl IntoIterator<Item = Digest>,
    ) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path, Some(bytes))).collect();
        Self { files, folders: folders.into_iter().collect(), building: false }.in_order()
    }

    /// The same, sorted; of a path that is there twice, the first holds.
    fn in_order(mut self) -> Self {
        self.files.sort_by_key(|(path, _)| *path);
        self.files.dedup_by_key(|(path, _)| *path);
        self.folders.sort_unstable();
        self.folders.dedup();
        self
    }

    /// These files, and the files and folders that a build is about to add.
    #[must_use]
    pub(super) fn building(
        &self,
        files: impl IntoIterator<Item = Digest>,
        folders: impl IntoIterator<Item = Digest>,
    ) -> Self {
        let mut grown = self.clone();
        grown.files.extend(files.into_iter().map(|path| (path, None)));
        grown.folders.extend(folders);
        grown.building = true;
        grown.in_order()
    }

    /// This manifest laid over that of files and folders that stay as they are.
    #[must_use]
    pub(super) fn over(mut self, others: &Self) -> Self {
        self.files.extend(&others.files);
        self.folders.extend(&others.folders);
        self.in_order()
    }

    /// Whether the build that wrote it came to its end.
    pub(super) fn is_finished(&self) -> bool {
        !self.building
    }

    /// Whether a finished build published the files of these paths and no other.
    pub(super) fn published_exactly(&self, paths: impl IntoIterator<Item = Digest>) -> bool {
        let mut paths: Vec<Digest> = paths.into_iter().collect();
        paths.sort_unstable();
        !self.building && paths.iter().eq(self.files.iter().map(|(path, _)| path))
    }

    /// How many files are ours.
    pub(super) fn count(&self) -> usize {
        self.files.len()
    }

    /// Whether every file and folder of this manifest is in `later` too.
    pub(super) fn lives_on_in(&self, later: &Self) -> bool {
        self.files.iter().all(|(path, _)| later.owns(*path))
            && self.folders.iter().all(|folder| later.owns_folder(*folder))
    }

    /// Whether the file of this path is ours.
    pub(super) fn owns(&self, path: Digest) -> bool {
        self.place(path).is_some()
    }

    /// The hash of the bytes of a file of ours that was published.
    pub(super) fn bytes(&self, path: Digest) -> Option<Digest> {
        self.files.get(self.place(path)?)?.1
    }

    fn place(&self, path: Digest) -> Option<usize> {
        self.files.binary_search_by_key(&path, |(path, _)| *path).ok()
    }

    /// Whether the folder of this path is ours, to be removed once it is empty.
    pub(super) fn owns_folder(&self, path: Digest) -> bool {
        self.folders.binary_search(&path).is_ok()
    }

    /// The text to write: the same for the same files, whatever came before.
    pub(super) fn text(&self) -> Vec<u8> {
        let state = if self.building { "building" } else { "published" };
        let mut text = format!("{NAME} {VERSION}\nstate {state}\n{NOTE}\n").into_bytes();
        text.reserve(72 * self.files.len() + 40 * self.folders.len() + 40);
        for (path, bytes) in &self.files {
            write(&mut text, "file ", *path);
            match bytes {
                Some(bytes) => write(&mut text, " ", *bytes),
                None => text.extend_from_slice(b" -"),
            }
            text.push(b'\n');
        }
        for path in &self.folders {
            write(&mut text, "folder ", *path);
            text.push(b'\n');
        }
        let checksum = Digest::of_manifest(&text);
        write(&mut text, "end ", checksum);
        text.push(b'\n');
        text
    }

    /// Reads a manifest back.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Unfit> {
        let text = std::str::from_utf8(bytes).map_err(|_| Unfit::Damaged)?;
        // Version control on Windows may have rewritten the line ends.
        let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
        let first = text.lines().next().unwrap_or_default();
        match first.strip_prefix(NAME).and_then(|rest| rest.trim().parse::<u32>().ok()) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(Unfit::Newer),
            _ => return Err(Unfit::Damaged),
        }
        let body_end = text.trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
        let (body, checksum) = text.split_at(body_end);
        let checksum = checksum.trim_end_matches('\n').strip_prefix("end ").and_then(Digest::parse);
        if checksum != Some(Digest::of_manifest(body.as_bytes())) {
            return Err(Unfit::Damaged);
        }
        let mut manifest = Self::default();
        body.lines().skip(1).try_for_each(|line| manifest.read_line(line)).ok_or(Unfit::Damaged)?;
        Ok(manifest.in_order())
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ')?;
        match word {
            "#" => {}
            "state" => self.building = rest == "building",
            "folder" => {
                self.folders.push(Digest::parse(rest)?);
            }
            "file" => {
                let (path, bytes) = rest.split_once(' ')?;
                let bytes = if bytes == "-" { None } else { Some(Digest::parse(bytes)?) };
                self.files.push((Digest::parse(path)?, bytes));
            }
            _ => return None,
        }
        Some(())
    }
}
