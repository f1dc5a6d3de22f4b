//! A site that is built again and again, with what the last build left, is at each step what a clean build makes of it.
//!
//! Each sequence begins with a small site and edits it at random: documents come, change, move and go, in body, title,
//! place and address; the configuration, the theme, the words, the files beside, the clock and the options change; and
//! now and then the site is broken and mended. After each edit three builds are compared byte by byte: a clean one, one
//! as `serve` makes it, one as `watch` or `build` makes it into a folder.

mod around;
mod edits;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;
use supportal::diagnostic::Diagnostics;
use supportal::pipeline::{self, Builder, Made, Options, Outcome, Watched};
use supportal::render::OutputFile;
use supportal::source::{self, Change, Survey};
use supportal::timing::Timings;

use super::harness::{self, Folder};
use edits::Editor;

/// So many sequences of so many edits; `SEQUENCES=20000` asks for more.
const SEQUENCES: u32 = 500;
const EDITS: usize = 4;

type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn any_sequence_of_edits_ends_as_a_clean_build() {
    let sequences = std::env::var("SEQUENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(SEQUENCES);
    // One at a time for each thread, for what a build leaves to be freed waits for the end of what its thread does.
    (0..sequences).into_par_iter().with_max_len(1).for_each(|number| sequence(u64::from(number)));
}

/// A watched site remembers what it published, not what it was built of: a text that is taken back is another again.
#[test]
fn a_text_that_is_taken_back_while_more_is_edited_is_published_as_it_was() {
    let site = Folder::light("again-back");
    let article = |name: &str, title: &str, text: &str| {
        let path = site.0.join(format!("content/en/articles/{name}.md"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("+++\ntitle = \"{title}\"\n+++\n\nThis is about it.\n\n{text}\n")).unwrap();
    };
    let (mut seen, mut published) = (Seen::default(), Published::new(&site.0, true));
    let options = Editor::new(&site.0, 0).options();
    let mut again = |published: &mut Published| {
        let changes = seen.take(&site.0);
        let watched = seen.0.as_ref().map(|survey| Watched { survey, changes: changes.as_deref() });
        let (files, told_again) = published.again(watched, &options);
        let (clean, told) = clean(&site.0, &options);
        assert_eq!(told_again, told);
        assert_same(&files, &clean, || "published".to_owned());
    };
    // The first article is always rendered, and what stands beside one shows its title.
    for name in ["a", "one", "other/two"] {
        article(name, name, "The first text.");
    }
    again(&mut published);
    article("other/two", "Another title", "The first text.");
    again(&mut published);
    article("one", "one", "The second text.");
    again(&mut published);
    article("one", "one", "The first text.");
    article("other/two", "Yet another title", "The first text.");
    again(&mut published);
}

fn sequence(number: u64) {
    let site = Folder::light(&format!("again-{number}"));
    let mut seen = Seen::default();
    let mut editor = Editor::new(&site.0, number);
    let (mut served, mut published) = (Served::new(&site.0), Published::new(&site.0, number.is_multiple_of(2)));
    for _ in 0..EDITS {
        let options = editor.options();
        let (clean, told) = clean(&site.0, &options);
        let history = || format!("sequence {number}:\n{}", editor.history.join("\n"));
        let changes = seen.take(&site.0);
        let (shown, told_again) = served.again(changes.as_deref(), &options);
        assert_eq!(told_again, told, "{}", history());
        assert_same(&shown, &clean, || format!("served, {}", history()));
        let watched = seen.0.as_ref().map(|survey| Watched { survey, changes: changes.as_deref() });
        let (files, told_at_last) = published.again(watched, &options);
        assert_eq!(told_at_last, told, "{}", history());
        assert_same(&files, &clean, || format!("published, {}", history()));
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

/// The sources as they stood when somebody looked last.
#[derive(Default)]
struct Seen(Option<Survey>);

impl Seen {
    /// What changed since the last look; none at the first.
    fn take(&mut self, site: &Path) -> Option<Vec<Change>> {
        let none = Survey::default();
        let now = Survey::take(site, self.0.as_ref().unwrap_or(&none));
        let before = self.0.replace(now);
        let changes = before.as_ref().zip(self.0.as_ref()).map(|(before, now)| now.changes_since(before));
        // A glance at what changed says the same, or that it cannot know.
        let paths = changes.iter().flatten().map(|change| change.path.clone()).collect();
        let glanced = before.and_then(|mut before| before.glance(site, &paths));
        assert!(glanced.is_none() || glanced == changes, "{glanced:?} is not {changes:?}");
        changes
    }
}

/// A site as `serve` builds it, in memory.
struct Served {
    builder: Builder,
    shown: Files,
}

impl Served {
    fn new(site: &Path) -> Self {
        Self { builder: Builder::new(site), shown: Files::new() }
    }

    fn again(&mut self, changes: Option<&[Change]>, options: &Options) -> (Option<Files>, String) {
        let (diagnostics, files) = (Diagnostics::new(), Mutex::new(Files::new()));
        let take = |file: OutputFile| drop(files.lock().unwrap().insert(file.path, file.bytes));
        let made = self.builder.build_into(changes, options, &mut Timings::default(), &diagnostics, take);
        let taken = files.into_inner().unwrap();
        let whole = made.map(|made| {
            let mut whole = match made {
                Made::Whole(made) => {
                    made.same.into_iter().map(|path| (path.clone(), self.shown[&path].clone())).collect()
                }
                Made::Pages => self.shown.clone(),
            };
            whole.extend(taken);
            self.shown.clone_from(&whole);
            whole
        });
        (whole, told(diagnostics))
    }
}

/// A site as `watch` publishes it, or as `build` does, each time in a new process.
struct Published {
    site: PathBuf,
    builder: Option<Builder>,
}

impl Published {
    fn new(site: &Path, is_watched: bool) -> Self {
        Self { site: site.to_owned(), builder: is_watched.then(|| Builder::new(site)) }
    }

    fn again(&mut self, watched: Option<Watched<'_>>, options: &Options) -> (Option<Files>, String) {
        let (diagnostics, output) = (Diagnostics::new(), self.site.join("public"));
        let mut timings = Timings::default();
        let outcome = match &mut self.builder {
            Some(builder) => builder.build(watched, &output, options, &mut timings, &diagnostics),
            None => Builder::new(&self.site).build(None, &output, options, &mut timings, &diagnostics),
        };
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
