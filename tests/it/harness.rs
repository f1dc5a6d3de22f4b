//! Building a site in memory, and as the command does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

use supportal::check::Strictness;
use supportal::config::Overrides;
use supportal::diagnostic::{Diagnostic, Diagnostics, Severity};
use supportal::pipeline::{self, Options};
use supportal::render::OutputFile;
use supportal::source::Sources;
use supportal::timing::Timings;

/// The files of a site and everything that was told about it.
pub struct Built {
    pub files: BTreeMap<String, Vec<u8>>,
    pub diagnostics: Vec<Diagnostic>,
}

pub fn options(now: &str) -> Options {
    Options {
        now: now.parse().unwrap(),
        overrides: Overrides::default(),
        drafts: false,
        strictness: Strictness::Errors,
        release: false,
    }
}

/// Builds a site from files in memory, on 22 November 2026.
pub fn build(files: Vec<(String, Vec<u8>)>) -> Built {
    build_at(files, "2026-11-22T10:00:00Z")
}

pub fn build_at(files: Vec<(String, Vec<u8>)>, now: &str) -> Built {
    let diagnostics = Diagnostics::new();
    let out = Mutex::new(BTreeMap::new());
    let sources = Sources::in_memory(files);
    if let Some(prepared) = pipeline::prepare(&sources, &options(now), &mut Timings::default(), &diagnostics) {
        let keep = |file: OutputFile| {
            out.lock().unwrap().insert(file.path, file.bytes);
            Ok::<(), ()>(())
        };
        prepared.render(&diagnostics, keep).unwrap();
    }
    Built { files: out.into_inner().unwrap(), diagnostics: diagnostics.into_sorted() }
}

impl Built {
    /// The problems as lines: severity, code, place, message, then the hints.
    pub fn told(&self) -> String {
        let lines = self.diagnostics.iter().map(|d| {
            let severity = match d.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Notice => "note",
            };
            let place = d.place.as_ref().map(|place| format!(" {}", place.human())).unwrap_or_default();
            let hints: String = d.hints.iter().map(|hint| format!("\n  help: {hint}")).collect();
            format!("{severity}[{}]{place}: {}{hints}", d.code, d.message)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    pub fn page(&self, path: &str) -> String {
        let file = if path.ends_with('/') {
            format!("{}index.html", path.trim_start_matches('/'))
        } else {
            path.trim_start_matches('/').to_owned()
        };
        let bytes = self.files.get(&file).unwrap_or_else(|| panic!("no file {file}; told:\n{}", self.told()));
        String::from_utf8(bytes.clone()).unwrap()
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// The example site's files.
pub fn example() -> Vec<(String, Vec<u8>)> {
    site("example-site")
}

/// The files of a site of the repository.
pub fn site(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() && !path.starts_with("public") && !path.starts_with('.') {
            files.push((path, std::fs::read(entry.path()).unwrap()));
        }
    }
    files
}

/// The text of a file of the repository.
pub fn repository(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A new folder, removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("supportal-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// One that lies in memory where the system has room for that: for tests that write thousands of files.
    pub fn light(name: &str) -> Self {
        let memory = Path::new("/dev/shm");
        if !memory.is_dir() {
            return Self::new(name);
        }
        let path = memory.join(format!("supportal-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// One with the `support.toml` of the cases.
    pub fn site(name: &str) -> Self {
        let folder = Self::new(name);
        std::fs::write(folder.0.join("support.toml"), repository("tests/cases/base.toml")).unwrap();
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the command on a site.
pub fn run(arguments: &[&str], site: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_supportal"))
        .args(arguments)
        .arg(site)
        .env("NO_COLOR", "1")
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap()
}

/// What was told to people.
pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
