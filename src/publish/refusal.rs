//! Why nothing, or not everything, was published: in the words of a service manager, with what to do.

use std::fs::FileType;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, code, reason};

/// Why the output was not written. The site published before stays whole, each file old or new.
#[derive(Debug)]
pub enum Refusal {
    /// The output folder lies where none may lie.
    Place {
        /// The folder as the caller named it.
        folder: PathBuf,
        /// What speaks against it.
        why: Misplaced,
    },
    /// Something else than a folder stands at the output's path.
    NotAFolder {
        /// The path as the caller named it.
        folder: PathBuf,
    },
    /// The folder holds files and no manifest of ours.
    NotOurs {
        /// The folder as the caller named it.
        folder: PathBuf,
        /// The name of one thing in it.
        holds: String,
    },
    /// The folder's manifest is damaged or of another origin.
    Damaged {
        /// The folder as the caller named it.
        folder: PathBuf,
    },
    /// A later version of this program published into the folder.
    Newer {
        /// The folder as the caller named it.
        folder: PathBuf,
    },
    /// Another build holds the folder.
    Busy {
        /// The folder as the caller named it.
        folder: PathBuf,
    },
    /// Something that is not ours stands in the way of a file.
    InTheWay {
        /// The folder as the caller named it.
        folder: PathBuf,
        /// The path of what stands there, inside the folder.
        path: String,
        /// What it is.
        what: Obstacle,
    },
    /// Two outputs whose paths are one on some system.
    Clash {
        /// One path.
        first: String,
        /// The other.
        second: String,
    },
    /// The program wrote what it had not announced, wrote it twice, or ended after a write had failed.
    Unplanned {
        /// The path, or nothing at the end.
        path: Option<String>,
    },
    /// The system refused to read or write.
    Io {
        /// What was tried.
        doing: Doing,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: Error,
    },
}

/// Where no output may lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// The root of a file system.
    Root,
    /// The home folder, or one that holds it.
    Home,
    /// The site's own folder, or one that holds it.
    Site,
    /// In the folder of this name, where the site's sources lie, or around it.
    Sources(String),
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// A file.
    File,
    /// A folder that is not ours, or holds something that is not.
    Folder,
    /// A symbolic link, which is never followed.
    Link,
    /// A device, a pipe, an unreadable folder or a name that is no text.
    Other,
}

/// What was tried when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file or listing a folder.
    Reading,
    /// Writing or replacing a file, or making a folder.
    Writing,
    /// Removing a file that vanished from the site.
    Removing,
}

/// Of which kind a refusal is: what the exit status tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The site itself is at fault (exit status 1).
    Site,
    /// The folder was refused (exit status 2).
    Folder,
    /// The system could not read or write (exit status 3).
    InputOutput,
}

impl Obstacle {
    pub(super) fn of(found: FileType) -> Self {
        match found {
            found if found.is_symlink() => Self::Link,
            found if found.is_dir() => Self::Folder,
            found if found.is_file() => Self::File,
            _ => Self::Other,
        }
    }
}

impl Refusal {
    /// Of which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Clash { .. } => Kind::Site,
            Self::Io { .. } | Self::Unplanned { .. } => Kind::InputOutput,
            _ => Kind::Folder,
        }
    }

    /// The rule that was broken.
    pub fn code(&self) -> Code {
        match self {
            Self::Clash { .. } => code::URL_01,
            Self::InTheWay { .. } => code::OUT_02,
            Self::Io { .. } | Self::Unplanned { .. } => code::IO_01,
            _ => code::OUT_01,
        }
    }

    /// What to do.
    pub fn hint(&self) -> String {
        match self {
            Self::Place { .. } | Self::NotAFolder { .. } => {
                "publish into a folder of its own: leave out --output, or name a new folder such as public".to_owned()
            }
            Self::NotOurs { .. } => {
                "name a new or empty folder with --output, or move these files away first".to_owned()
            }
            Self::Damaged { folder } => {
                let folder = folder.display();
                format!("move what you want to keep out of {folder}, delete the folder, and build again")
            }
            Self::Newer { .. } => "update supportal, or publish into a new folder with --output".to_owned(),
            Self::Busy { .. } => "wait until it ends, or stop it, and build again".to_owned(),
            Self::InTheWay { what: Obstacle::Link, .. } => {
                "remove the link or give it another name; supportal never writes through a link".to_owned()
            }
            Self::InTheWay { .. } => "move it away or give it another name; supportal never removes it".to_owned(),
            Self::Clash { .. } => "give one of them another name".to_owned(),
            Self::Unplanned { .. } => "this is a fault of supportal; please report it".to_owned(),
            Self::Io { error, .. } => io_hint(error).to_owned(),
        }
    }

    pub(super) fn io(doing: Doing, path: impl AsRef<Path>, error: Error) -> Self {
        Self::Io { doing, path: path.as_ref().to_owned(), error }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Place { folder, why } => write!(f, "cannot publish into {}: {why}", folder.display()),
            Self::NotAFolder { folder } => write!(f, "cannot publish into {}: it is no folder", folder.display()),
            Self::NotOurs { folder, holds } => {
                let folder = folder.display();
                write!(f, "cannot publish into {folder}: it holds {holds}, and supportal did not make this folder")
            }
            Self::Damaged { folder } => write!(
                f,
                "cannot publish into {}: its list of published files (.supportal) is damaged, so ours cannot be told from yours",
                folder.display()
            ),
            Self::Newer { folder } => {
                write!(f, "cannot publish into {}: a newer version of supportal published there", folder.display())
            }
            Self::Busy { folder } => write!(f, "another build is publishing into {}", folder.display()),
            Self::InTheWay { folder, path, what } => {
                write!(f, "{what} that supportal did not write stands at {}", folder.join(path).display())
            }
            Self::Clash { first, second } if first == second => {
                write!(f, "two pages or files are published as {first}")
            }
            Self::Clash { first, second } => {
                write!(f, "{first} and {second} cannot stand side by side on every system")
            }
            Self::Unplanned { path: Some(path) } => write!(f, "{path} was written twice or without being announced"),
            Self::Unplanned { path: None } => f.write_str("a file could not be written, so the build was not finished"),
            Self::Io { doing, path, error } => {
                write!(f, "cannot {doing} {}: {}", path.display(), reason(error))
            }
        }
    }
}

impl std::error::Error for Refusal {}

impl std::fmt::Display for Misplaced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Root => f.write_str("it is the root of a disk"),
            Self::Home => f.write_str("it is your home folder, or holds it"),
            Self::Site => f.write_str("it is the site's own folder, or holds it"),
            Self::Sources(name) => write!(f, "the site keeps its sources in {name}"),
        }
    }
}

impl std::fmt::Display for Obstacle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a symbolic link",
            Self::Other => "something",
        })
    }
}

impl std::fmt::Display for Doing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Reading => "read",
            Self::Writing => "write",
            Self::Removing => "remove",
        })
    }
}

impl From<&Refusal> for Diagnostic {
    fn from(refusal: &Refusal) -> Self {
        Diagnostic::error(refusal.code(), refusal.to_string()).hint(refusal.hint())
    }
}

impl From<Refusal> for Diagnostic {
    fn from(refusal: Refusal) -> Self {
        Self::from(&refusal)
    }
}

fn io_hint(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "free some space and build again; what was published before is whole"
        }
        ErrorKind::PermissionDenied => {
            "allow your account to write there, and close programs that hold the file open; then build again"
        }
        ErrorKind::ReadOnlyFilesystem => "publish into a folder on another disk with --output",
        _ => "see that the folder can be reached and build again; what was published before is whole",
    }
}
