//! A running `supportal watch`, and the site that it watches.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::super::harness::{Folder, repository};

/// What does not happen in this time does not happen.
const DEADLINE: Duration = Duration::from_secs(30);
const NOW: &str = "2026-11-22T10:00:00Z";

pub type Tree = BTreeMap<String, Vec<u8>>;

/// A site in a folder of its own, so that it can be moved.
pub struct Site {
    folder: Folder,
    pub root: PathBuf,
}

impl Site {
    pub fn new(name: &str) -> Self {
        let folder = Folder::new(&format!("watch-{name}"));
        let root = folder.0.join("site");
        let site = Self { folder, root };
        site.write("support.toml", &repository("tests/cases/base.toml"));
        site.write("content/en/pages/hello.md", &page("Hello", "first"));
        site
    }

    /// A copy of a site of the repository.
    pub fn copy_of(name: &str, folder: &str) -> Self {
        let copy = Folder::new(&format!("watch-{name}"));
        let site = Self { root: copy.0.join("site"), folder: copy };
        for (path, bytes) in super::super::harness::site(folder) {
            let file = site.at(&path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        site
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.0.join(name)
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.at(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    /// Writes a file in one step, so that no build sees half of it.
    pub fn save(&self, path: &str, text: &str) {
        let file = self.at(path);
        let aside = file.with_file_name(".save.tmp");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&aside, text).unwrap();
        std::fs::rename(aside, file).unwrap();
    }

    /// What a page says, if it is published.
    pub fn published(&self, page: &str) -> Option<String> {
        std::fs::read_to_string(self.at("public").join(page).join("index.html")).ok()
    }

    pub fn says(&self, page: &str, text: &str) -> bool {
        self.published(page).is_some_and(|html| html.contains(text))
    }

    /// The output as it stands.
    pub fn output(&self) -> Tree {
        tree(&self.at("public"))
    }

    /// What a build gives that knows nothing of what was before.
    pub fn clean(&self) -> Tree {
        let output = self.beside("clean");
        let _ = std::fs::remove_dir_all(&output);
        let command = command("build").arg(&self.root).arg("--output").arg(&output).output().unwrap();
        assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
        tree(&output)
    }
}

/// A free page.
pub fn page(title: &str, text: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n+++\n\nHere stands {text}.\n")
}

pub fn tree(root: &Path) -> Tree {
    let files = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        Some((path, std::fs::read(entry.path()).ok()?))
    };
    files.filter(|entry| entry.file_type().is_file()).filter_map(read).collect()
}

pub fn command(name: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_supportal"));
    command.args([name, "--now", NOW]).env("NO_COLOR", "1");
    command
}

/// The running command; killed at the end.
pub struct Watch {
    child: Child,
    told: Arc<Mutex<Vec<String>>>,
}

impl Watch {
    /// Starts a watch, and waits for its first build.
    pub fn of(site: &Site) -> Self {
        Self::with(site, &[])
    }

    pub fn with(site: &Site, arguments: &[&str]) -> Self {
        let watch = Self::start(command("watch"), site, arguments);
        if !arguments.contains(&"--quiet") && !arguments.contains(&"json") {
            watch.until("it watches", || watch.lines("Watching") == 1);
        }
        watch
    }

    /// Starts a command that goes on until it is interrupted.
    pub fn start(mut command: Command, site: &Site, arguments: &[&str]) -> Self {
        let mut child =
            command.args(arguments).arg(&site.root).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let told = Arc::new(Mutex::new(Vec::new()));
        let (lines, into) = (BufReader::new(child.stderr.take().unwrap()).lines(), Arc::clone(&told));
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| into.lock().unwrap().push(line)));
        Self { child, told }
    }

    pub fn told(&self) -> String {
        self.told.lock().unwrap().join("\n")
    }

    /// How many lines hold this text.
    pub fn lines(&self, text: &str) -> usize {
        self.told.lock().unwrap().iter().filter(|line| line.contains(text)).count()
    }

    /// How many builds ended.
    pub fn builds(&self) -> usize {
        self.lines(" files in ") + self.lines("Nothing was written.")
    }

    /// What is told after `begin` on its line, up to `end`; waits for it.
    pub fn said(&self, begin: &str, end: &str) -> String {
        let find = || {
            let told = self.told();
            Some(told.split_once(begin)?.1.split_once(end)?.0.to_owned())
        };
        self.until(begin, || find().is_some());
        find().unwrap()
    }

    /// Waits until it is so.
    pub fn until(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < DEADLINE, "not in {DEADLINE:?}: {what}\n{}", self.told());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the output is what a clean build gives.
    pub fn until_clean(&self, site: &Site) {
        let clean = site.clean();
        self.until("the output is that of a clean build", || site.output() == clean);
    }

    /// Waits until so many builds ended.
    pub fn until_builds(&self, number: usize) {
        self.until(&format!("{number} builds"), || self.builds() >= number);
    }

    /// Waits until everything that happened before is built and nothing is left to do: a change that is told first of
    /// all, and then built.
    pub fn sentinel(&self, site: &Site, text: &str) {
        let ends = |line: &&String| line.contains(" files in ") || line.contains("Nothing was written.");
        let built = || {
            let told = self.told.lock().unwrap();
            let last = told.iter().rposition(|line| line.contains("articles/0.md")).unwrap_or(told.len());
            let number = told.iter().filter(|line| line.contains("articles/0.md")).count();
            number * usize::from(told[last..].iter().any(|line| ends(&line)))
        };
        let before = built();
        site.save("content/en/articles/0.md", &page("Sentinel", text));
        self.until("the sentinel is built", || built() > before);
        assert!(site.says("articles/0", text), "{}", self.told());
    }

    pub fn stdout(&mut self) -> ChildStdout {
        self.child.stdout.take().unwrap()
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Presses Ctrl-C, which ends it as the system does it. A shell without jobs lets what it starts in the background ignore
    /// that, and so do the tests and all that they start: then it is asked to end.
    #[cfg(unix)]
    pub fn interrupt(&mut self) {
        use std::os::unix::process::ExitStatusExt as _;
        let (name, number) = if ignores_interrupts() { ("-TERM", 15) } else { ("-INT", 2) };
        let sent = Command::new("kill").args([name, &self.id().to_string()]).status();
        assert!(sent.unwrap().success());
        assert_eq!(self.end().signal(), Some(number));
    }

    /// Waits for its end.
    pub fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            match self.child.try_wait().unwrap() {
                Some(status) => return status,
                None if start.elapsed() > DEADLINE => panic!("it does not end\n{}", self.told()),
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether this process, and so its children, ignore Ctrl-C; Linux tells it as bits, the second being this signal's.
#[cfg(unix)]
fn ignores_interrupts() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.is_some_and(|bits| u64::from_str_radix(bits.trim(), 16).is_ok_and(|bits| bits & 2 != 0))
}
