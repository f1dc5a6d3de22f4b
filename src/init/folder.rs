//! The folder of a new portal: files where none stood, all of them or none.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::starter::File;

/// Where a portal may begin.
#[derive(Debug)]
pub struct Folder<'a>(&'a Path);

/// Why nothing was written.
#[derive(Debug)]
pub enum Refused {
    /// These files stand there already.
    Standing(Vec<String>),
    /// The path is that of a file.
    NoFolder,
    /// The system refused this file.
    Unwritable(String, io::Error),
}

impl<'a> Folder<'a> {
    /// The folder at a path, which need not exist, if no portal is in it.
    ///
    /// # Errors
    ///
    /// A file stands there, or a portal.
    pub fn new(path: &'a Path) -> Result<Self, Refused> {
        match fs::metadata(path) {
            Ok(there) if !there.is_dir() => return Err(Refused::NoFolder),
            _ => {}
        }
        let standing = path.join("support.toml").symlink_metadata().is_ok();
        if standing { Err(Refused::Standing(vec!["support.toml".to_owned()])) } else { Ok(Self(path)) }
    }

    /// Writes the files, where none of them stands.
    ///
    /// # Errors
    ///
    /// Files that stand there, or a file that cannot be written; what was written before it is removed again.
    pub fn write(&self, files: &[File]) -> Result<(), Refused> {
        let stands = |path: &&String| self.0.join(path).symlink_metadata().is_ok();
        let standing: Vec<String> = files.iter().map(|(path, _)| path).filter(stands).cloned().collect();
        if !standing.is_empty() {
            return Err(Refused::Standing(standing));
        }
        let mut made = Vec::new();
        for (path, text) in files {
            if let Err(problem) = self.write_one(path, text, &mut made) {
                undo(&made);
                return Err(Refused::Unwritable(path.clone(), problem));
            }
        }
        Ok(())
    }

    fn write_one(&self, path: &str, text: &str, made: &mut Vec<PathBuf>) -> io::Result<()> {
        let target = self.0.join(path);
        if let Some(folder) = target.parent() {
            make(folder, made)?;
            // A link inside the folder may lead elsewhere.
            if !folder.canonicalize()?.starts_with(self.0.canonicalize()?) {
                return Err(io::Error::new(ErrorKind::InvalidInput, "a link leads out of the folder"));
            }
        }
        // Whoever made the file in the meantime keeps it.
        let mut file = fs::File::create_new(&target)?;
        made.push(target);
        file.write_all(text.as_bytes())
    }
}

/// Makes a folder and those above it, and notes which are new.
fn make(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make(above, made)?;
    }
    fs::create_dir(folder)?;
    made.push(folder.to_path_buf());
    Ok(())
}

/// Removes what was made, the last first; a folder into which somebody else wrote stays.
fn undo(made: &[PathBuf]) {
    for path in made.iter().rev() {
        let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
    }
}
