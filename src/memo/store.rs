//! The file of the memo: which program wrote it, a sum of what follows, and what follows.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use rapidhash::v3::rapidhash_v3;

use super::Memo;

/// The folder in the site, and the file in it.
const FOLDER: &str = ".supportal";
const FILE: &str = "last-build";

/// More than a hundred thousand pages need.
const LARGEST: u64 = 1 << 30;

/// The memo, and the hash of the outlines that belong to it.
pub(super) fn load(root: &Path) -> Option<(Memo, u64)> {
    let bytes = read(root, FILE)?;
    let (head, body) = bytes.split_at_checked(16)?;
    let head = u128::from_le_bytes(head.try_into().ok()?);
    (head == checksum(program()?, body)).then(|| postcard::from_bytes(body).ok()).flatten()
}

/// Writes the memo in one step; what stands in the way is no problem of the site.
pub(super) fn keep(root: &Path, memo: &Memo, outlines: u64) {
    let summed = program().zip(postcard::to_allocvec(&(memo, outlines)).ok());
    let bytes = summed.map(|(program, body)| [&checksum(program, &body).to_le_bytes(), body.as_slice()].concat());
    let _ = bytes.and_then(|bytes| write(root, FILE, &bytes));
}

/// The bytes of a file beside the memo.
pub(super) fn read(root: &Path, name: &str) -> Option<Vec<u8>> {
    let file = folder(root)?.join(name);
    fs::symlink_metadata(&file).ok().filter(|found| found.is_file() && found.len() <= LARGEST)?;
    fs::read(&file).ok()
}

/// Writes a file beside the memo, or the memo itself.
pub(super) fn write(root: &Path, name: &str, bytes: &[u8]) -> Option<()> {
    let path = root.join(FOLDER);
    if let Ok(()) = fs::create_dir(&path) {
        // Version control has nothing to keep here.
        fs::write(path.join(".gitignore"), "*\n").ok()?;
    }
    let folder = folder(root)?;
    replace(&folder.join(format!("{name}.{}", std::process::id())), &folder.join(name), bytes).ok()
}

fn replace(aside: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
    let replaced = fs::write(aside, bytes).and_then(|()| fs::rename(aside, file));
    if replaced.is_err() {
        let _ = fs::remove_file(aside);
    }
    replaced
}

/// The folder, unless it is a link, which could lead out of the site.
fn folder(root: &Path) -> Option<std::path::PathBuf> {
    let folder = root.join(FOLDER);
    fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()).then_some(folder)
}

fn checksum(program: u64, body: &[u8]) -> u128 {
    u128::from(program) << 64 | u128::from(rapidhash_v3(body))
}

/// What tells this program from every other that could have written the file, built-in texts and templates included.
fn program() -> Option<u64> {
    let found = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let built = found.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let words = format!("{} {} {}", env!("CARGO_PKG_VERSION"), found.len(), built.as_nanos());
    Some(rapidhash_v3(words.as_bytes()))
}
