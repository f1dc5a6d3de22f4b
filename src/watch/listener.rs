//! Waiting for something to happen to the sources of a site: by events of the system, or by looking again and again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::burst::Burst;
use super::mount;
use crate::diagnostic::{Diagnostic, code, reason};
use crate::source::{self, SitePath, Survey};

/// How often the files are looked at where the system does not tell of changes.
const RHYTHM: Duration = Duration::from_millis(500);

/// A look may cost one part in so many of the time between two.
const SHARE: u32 = 50;

/// What Unix answers who opens, or watches, more than is allowed.
const TOO_MANY_OPEN: i32 = if cfg!(unix) { 24 } else { i32::MIN };

/// What the system tells.
#[derive(Debug)]
enum Signal {
    /// Something happened at this path of the site; none where it may have happened anywhere.
    Event(Option<SitePath>),
    /// It can no longer tell everything.
    Failed(notify::Error),
}

/// What hears of changes of one site.
#[derive(Debug)]
pub(super) struct Listener {
    root: PathBuf,
    sender: Sender<Signal>,
    signals: Receiver<Signal>,
    watcher: Option<RecommendedWatcher>,
    /// Whether the system told that it cannot tell, or need not be asked.
    is_deaf: bool,
    /// Whether the files are looked at even if nothing was told.
    looks: bool,
    /// The time between two looks.
    rhythm: Duration,
    /// What is to be told of it.
    notices: Vec<Diagnostic>,
}

impl Listener {
    /// Listener for the site `root`; with `polls`, the system is not asked.
    pub(super) fn new(root: &Path, polls: bool) -> Self {
        let (sender, signals) = mpsc::channel();
        let mut listener = Self {
            root: root.to_owned(),
            sender,
            signals,
            watcher: None,
            is_deaf: polls,
            looks: polls,
            rhythm: RHYTHM,
            notices: Vec::new(),
        };
        let whole = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        if let Some(kind) = mount::silent(&whole).filter(|_| !polls) {
            listener.looks = true;
            let message = format!("the site lies on a shared disk ({kind}), and what others change there is not told");
            listener.notices.push(
                Diagnostic::notice(code::IO_04, message).hint(
                    "its files are looked at twice a second; a copy on a disk of this computer is watched faster",
                ),
            );
        }
        listener
    }

    /// Looks at the sources; where their folders are not those of the survey `before`, listens to them first.
    pub(super) fn survey(&mut self, before: &Survey) -> Survey {
        let start = Instant::now();
        let seen = Survey::take(&self.root, before);
        self.rhythm = RHYTHM.max(start.elapsed() * SHARE);
        let listens = self.watcher.is_some() && seen.has_folders_of(before);
        if !seen.has_site() {
            // The old folder may live on at another place, which is of no concern.
            self.watcher = None;
        }
        if self.is_deaf || listens || !seen.has_site() {
            return seen;
        }
        self.listen();
        // What happened between the look and the first event that can be told is seen by another look.
        Survey::take(&self.root, before)
    }

    fn listen(&mut self) {
        // The new watcher stands before the old one goes, so that nothing happens between the two.
        match watcher(&self.root, self.sender.clone()) {
            Ok(watcher) => self.watcher = Some(watcher),
            // A folder vanished under the eyes of the watcher: the next look comes soon.
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => self.watcher = None,
            Err(error) => self.deafen(&error),
        }
    }

    fn deafen(&mut self, error: &notify::Error) {
        (self.watcher, self.is_deaf, self.looks) = (None, true, true);
        let (why, hint) = words(error);
        let message = format!("the system cannot tell which files change: {why}");
        self.notices.push(Diagnostic::notice(code::IO_04, message).hint(hint));
    }

    /// What was found out about listening since the last call.
    pub(super) fn notices(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.notices)
    }

    /// Blocks until something may have happened, and is over: at which paths, if it is known and they are few.
    pub(super) fn wait(&mut self) -> Option<BTreeSet<SitePath>> {
        let signal = if self.looks || self.watcher.is_none() {
            self.signals.recv_timeout(self.rhythm)
        } else {
            self.signals.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        signal.ok().and_then(|signal| self.listen_out(signal))
    }

    /// If something was told already, waits until it is over.
    pub(super) fn settle(&mut self) {
        if let Ok(signal) = self.signals.try_recv() {
            self.listen_out(signal);
        }
    }

    fn listen_out(&mut self, first: Signal) -> Option<BTreeSet<SitePath>> {
        let path = self.path(first);
        let mut burst = Burst::begin(Instant::now(), path);
        while let Ok(signal) = self.signals.recv_timeout(burst.end().saturating_duration_since(Instant::now())) {
            let path = self.path(signal);
            burst.add(Instant::now(), path);
        }
        burst.into_paths()
    }

    /// Where it happened; what failed is tried again, and may concern every file.
    fn path(&mut self, signal: Signal) -> Option<SitePath> {
        match signal {
            Signal::Event(path) => path,
            Signal::Failed(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                self.deafen(&error);
                None
            }
            Signal::Failed(_) => {
                self.watcher = None;
                None
            }
        }
    }
}

/// Sends what happens to the sources of `root`. Only their folders are watched, for the output may have any number.
fn watcher(root: &Path, sender: Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let whole = std::fs::canonicalize(root).map_err(notify::Error::io_watch)?;
    let base = whole.clone();
    let tell = move |event: notify::Result<Event>| {
        // Nobody listens any more when the command ends.
        let send = |signal| drop(sender.send(signal));
        match event {
            Ok(event) => concern(&base, &event).into_iter().map(Signal::Event).for_each(send),
            Err(error) => send(Signal::Failed(error)),
        }
    };
    let mut watcher = RecommendedWatcher::new(tell, Config::default().with_follow_symlinks(false))?;
    watcher.watch(&whole, RecursiveMode::NonRecursive)?;
    for folder in source::FOLDERS {
        let folder = whole.join(folder);
        if std::fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(watcher)
}

/// The paths at which an event concerns the sources, if it does; one of them is none where it may concern any.
fn concern(root: &Path, event: &Event) -> Vec<Option<SitePath>> {
    let is_written = AccessKind::Close(AccessMode::Write);
    match event.kind {
        // Every build reads all sources, and the system tells that too.
        EventKind::Access(kind) if kind != is_written => Vec::new(),
        _ if event.need_rescan() || event.paths.is_empty() => vec![None],
        // A path that is written otherwise is not known to be of no concern.
        _ => {
            let concerns = |path: &&PathBuf| path.strip_prefix(root).map_or(true, source::concerns);
            event.paths.iter().filter(concerns).map(|path| source::site_path(root, path)).collect()
        }
    }
}

/// Why the system cannot tell, and what to do.
fn words(error: &notify::Error) -> (String, &'static str) {
    let looks = "the files are looked at twice a second instead, which takes a little work even when nothing changes";
    match &error.kind {
        ErrorKind::MaxFilesWatch => (
            "this account watches too many folders already".to_owned(),
            "the files are looked at twice a second instead; raise fs.inotify.max_user_watches for better",
        ),
        ErrorKind::Io(error) if error.raw_os_error() == Some(TOO_MANY_OPEN) => (
            "this account has too many files open, or too many programs that watch some".to_owned(),
            "the files are looked at twice a second instead; end other programs that watch files, then start again",
        ),
        ErrorKind::Io(error) => (reason(error), looks),
        _ => (error.to_string(), looks),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn where_the_system_cannot_tell_the_files_are_looked_at() {
        let root = std::env::temp_dir().join(format!("supportal-listener-{}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        let mut listener = Listener::new(&root, false);
        let empty = listener.survey(&Survey::default());
        assert!(listener.watcher.is_some() && listener.notices().is_empty());
        listener.sender.send(Signal::Failed(notify::Error::new(ErrorKind::MaxFilesWatch))).unwrap();
        listener.wait();
        let notices = listener.notices();
        let told = |one: &Diagnostic| format!("{}[{}]: {}", one.severity.name(), one.code, one.message);
        let is_told =
            |one: &Diagnostic| told(one).starts_with("note[IO-04]: ") && told(one).contains("too many folders");
        assert!(matches!(&notices[..], [one] if is_told(one)), "{notices:?}");
        std::fs::write(root.join("support.toml"), "").unwrap();
        listener.wait();
        let seen = listener.survey(&empty);
        assert!(listener.watcher.is_none() && listener.notices().is_empty());
        assert_eq!(seen.changes_since(&empty).len(), 1);
        std::fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn what_is_no_change_of_a_source_is_of_no_concern() {
        use notify::event::{CreateKind, Flag};
        let root = Path::new("/site");
        let at = |kind, path: &str| !concern(root, &Event::new(kind).add_path(path.into())).is_empty();
        let created = EventKind::Create(CreateKind::Any);
        assert!(
            at(created, "/site/content/en/pages/a.md") && at(created, "/site/support.toml") && at(created, "/site")
        );
        assert!(!at(created, "/site/public/index.html") && !at(created, "/site/content/en/.a.md.swp"));
        assert!(!at(EventKind::Access(AccessKind::Open(AccessMode::Any)), "/site/support.toml"));
        assert!(at(EventKind::Access(AccessKind::Close(AccessMode::Write)), "/site/support.toml"));
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(concern(root, &lost), [None]);
        let renamed = Event::new(EventKind::Any).add_path("/site/content/a.md".into()).add_path("/elsewhere".into());
        assert_eq!(concern(root, &renamed), [Some("content/a.md".to_owned()), None]);
    }
}
