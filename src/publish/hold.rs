//! Holding the output folder: one build at a time.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::refusal::{Doing, Refusal};
use super::system::{self, Attempt};

/// How often a waiting build looks again.
const PAUSE: Duration = Duration::from_millis(20);
/// How long an error must last to be believed.
const BRIEFLY: Duration = Duration::from_millis(200);

/// The exclusive right to publish into a folder, which exists as long as this value.
#[derive(Debug)]
pub(super) struct Hold {
    lock: Option<File>,
    is_held: bool,
    /// The folders that were made to be held, outermost first; those left empty are taken away again.
    made: Vec<PathBuf>,
}

impl Hold {
    /// Takes the folder `root`, which the caller calls `shown`. While another build holds it, waits for `patience`.
    pub(super) fn take(root: &Path, shown: &Path, patience: Duration) -> Result<Self, Refusal> {
        let start = Instant::now();
        let mut hold = Self { lock: None, is_held: false, made: Vec::new() };
        loop {
            // Again each time, for the build before may have taken away the folder that it had made.
            let tried = match hold.make(root) {
                Ok(()) => system::try_hold(root).map_err(|error| (Doing::Reading, error)),
                Err(error) => Err((Doing::Writing, error)),
            };
            let waited = start.elapsed();
            match tried {
                Ok(Attempt::Held(lock)) => {
                    hold.lock = lock;
                    hold.is_held = true;
                    return Ok(hold);
                }
                // Not at once, for a folder that another build is taking away fails in many ways.
                Err((doing, error)) if waited >= BRIEFLY => return Err(Refusal::io(doing, shown, error)),
                Ok(Attempt::Busy) if waited >= patience => return Err(Refusal::Busy { folder: shown.to_owned() }),
                _ => std::thread::sleep(PAUSE),
            }
        }
    }

    /// Whether the folder was not there before.
    pub(super) fn is_new(&self, root: &Path) -> bool {
        self.made.iter().any(|made| made == root)
    }

    /// Whether no other build can be at work in the folder; not certain where the file system knows no locks.
    pub(super) fn is_exclusive(&self) -> bool {
        self.lock.is_some()
    }

    fn make(&mut self, root: &Path) -> std::io::Result<()> {
        let missing: Vec<&Path> = root.ancestors().take_while(|path| !path.is_dir()).collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                // Another build made it at the same moment.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
                made => {
                    made?;
                    if !self.made.iter().any(|made| made == folder) {
                        self.made.push(folder.to_owned());
                    }
                }
            }
        }
        Ok(())
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if !self.is_held {
            // Another build is at work in what we made.
            return;
        }
        // A folder with something in it stays, for this removes empty ones only.
        if let Some(folder) = self.made.pop() {
            let _ = system::remove_folder(&folder);
        }
        // On Windows the lock is a file in the folder above, which is empty only now.
        self.lock = None;
        while let Some(folder) = self.made.pop() {
            let _ = system::remove_folder(&folder);
        }
    }
}
