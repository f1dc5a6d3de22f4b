//! A site that is built again and again, with what the last build left, is at each step what a clean build makes of it.
//!
//! Each sequence begins with a small site and edits it at random: documents come, change, move and go, in body, title,
//! place and address; the configuration, the theme, the words, the files beside, the clock and the options change; and
//! now and then the site is broken and mended. After each edit three builds are compared byte by byte: a clean one, one
//! as `serve` makes it, one as `build` makes it into a folder.

mod edits;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use rayon::prelude::*;
use supportal::diagnostic::Diagnostics;
use supportal::pipeline::{self, Options, Outcome, Workshop};
use supportal::render::OutputFile;
use supportal::source::{self, Survey};
use supportal::timing::Timings;

use super::harness::{self, Folder};
use edits::Editor;

/// So many sequences of so many edits; `SEQUENCES=20000` asks for more.
const SEQUENCES: u64 = 500;
const EDITS: usize = 4;

type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn any_sequence_of_edits_ends_as_a_clean_build() {
    let sequences = std::env::var("SEQUENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(SEQUENCES);
    (0..sequences).into_par_iter().for_each(sequence);
}

fn sequence(number: u64) {
    let site = Folder::new(&format!("again-{number}"));
    let mut editor = Editor::new(&site.0, number);
    let mut served = Served::new(&site.0);
    for _ in 0..EDITS {
        let options = editor.options();
        let (clean, told) = clean(&site.0, &options);
        let history = || format!("sequence {number}:\n{}", editor.history.join("\n"));
        let (shown, told_again) = served.again(&site.0, &options);
        assert_eq!(told_again, told, "{}", history());
        assert_same(&shown, &clean, || format!("served, {}", history()));
        let (published, told_at_last) = published(&site.0, &options);
        assert_eq!(told_at_last, told, "{}", history());
        assert_same(&published, &clean, || format!("published, {}", history()));
        editor.edit();
    }
}

fn assert_same(files: &Option<Files>, clean: &Option<Files>, about: impl Fn() -> String) {
    let (Some(files), Some(clean)) = (files, clean) else {
        assert!(files.is_none() == clean.is_none(), "one build has errors, {}", about());
        return;
    };
    let differing: Vec<&String> =
        files.keys().chain(clean.keys()).filter(|path| files.get(*path) != clean.get(*path)).collect();
    assert!(differing.is_empty(), "{differing:?} differ, {}", about());
}

/// What a clean build makes; none when the site has errors.
fn clean(site: &Path, options: &Options) -> (Option<Files>, String) {
    let (diagnostics, files) = (Diagnostics::new(), Mutex::new(Files::new()));
    let sources = source::scan(site, &diagnostics);
    let prepared = pipeline::prepare(&sources, options, &mut Timings::default(), &diagnostics);
    let is_whole = prepared.is_some_and(|prepared| {
        let keep = |file: OutputFile| {
            files.lock().unwrap().insert(file.path, file.bytes);
            Ok::<(), ()>(())
        };
        prepared.render(&diagnostics, keep).is_ok() && !options.strictness.fails(&diagnostics)
    });
    (is_whole.then(|| files.into_inner().unwrap()), told(diagnostics))
}

fn told(diagnostics: Diagnostics) -> String {
    harness::Built { files: Files::new(), diagnostics: diagnostics.into_sorted() }.told()
}

/// A site as `serve` builds it: in memory, after a look at what changed.
struct Served {
    workshop: Workshop,
    seen: Survey,
    shown: Option<Files>,
    is_first: bool,
}

impl Served {
    fn new(site: &Path) -> Self {
        Self { workshop: Workshop::new(site), seen: Survey::default(), shown: None, is_first: true }
    }

    fn again(&mut self, site: &Path, options: &Options) -> (Option<Files>, String) {
        let seen = Survey::take(site, &self.seen);
        let changes = seen.changes_since(&self.seen);
        let changes = (!std::mem::take(&mut self.is_first)).then_some(changes.as_slice());
        self.seen = seen;
        let (diagnostics, files) = (Diagnostics::new(), Mutex::new(Files::new()));
        let take = |file: OutputFile| drop(files.lock().unwrap().insert(file.path, file.bytes));
        let made = self.workshop.build_into(changes, options, &mut Timings::default(), &diagnostics, take);
        let whole = made.map(|made| {
            let mut files = files.into_inner().unwrap();
            let before = self.shown.take().unwrap_or_default();
            files.extend(made.same.into_iter().map(|path| (path.clone(), before[&path].clone())));
            files
        });
        if whole.is_some() {
            self.shown.clone_from(&whole);
        }
        (whole, told(diagnostics))
    }
}

/// A site as `build` publishes it, each time in a new process.
fn published(site: &Path, options: &Options) -> (Option<Files>, String) {
    let (diagnostics, output) = (Diagnostics::new(), site.join("public"));
    let outcome = Workshop::new(site).build(None, &output, options, &mut Timings::default(), &diagnostics);
    match outcome {
        Outcome::Published(_) => {
            let mut files = Files::new();
            read(&output, &output, &mut files);
            (Some(files), told(diagnostics))
        }
        Outcome::Rejected => (None, told(diagnostics)),
        Outcome::Refused(refusals) => panic!("{refusals:?}"),
    }
}

fn read(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read(root, &path, files);
        } else if path != root.join(".supportal") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, fs::read(path).unwrap());
        }
    }
}
