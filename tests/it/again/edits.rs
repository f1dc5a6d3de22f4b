//! Edits of a site at random, the same for each number.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use supportal::pipeline::Options;

use crate::harness;

/// A site that is edited.
pub struct Editor {
    pub(super) site: PathBuf,
    pub(super) dice: Dice,
    pub(super) documents: BTreeMap<String, Document>,
    made: usize,
    pub(super) day: i64,
    pub(super) drafts: bool,
    pub(super) base_url: Option<String>,
    /// What was done, for the report.
    pub history: Vec<String>,
}

/// Numbers that look like chance (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

#[derive(Clone, Default)]
pub(super) struct Document {
    /// Lines of front matter by their keys.
    front: BTreeMap<&'static str, String>,
    /// Paragraphs and headings.
    pub(super) body: Vec<String>,
    /// Whether its front matter is left open.
    broken: bool,
}

impl Document {
    fn text(&self) -> String {
        let front: String = self.front.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
        let end = if self.broken { "" } else { "+++\n" };
        format!("+++\n{front}{end}\n{}\n", self.body.join("\n\n"))
    }
}

const LANGUAGES: [&str; 2] = ["en", "pl"];
const FOLDERS: [&str; 3] = ["", "mail/", "teams/rooms/"];

impl Editor {
    pub fn new(site: &Path, number: u64) -> Self {
        let config = harness::repository("tests/cases/whole.toml").replace("[\"en\"]", "[\"en\", \"pl\"]");
        fs::write(site.join("support.toml"), config).unwrap();
        let mut editor = Self {
            site: site.to_owned(),
            dice: Dice(number),
            documents: BTreeMap::new(),
            made: 0,
            day: 0,
            drafts: false,
            base_url: None,
            history: Vec::new(),
        };
        for _ in 0..6 {
            editor.add_article();
        }
        editor.add_notice();
        editor.add_page();
        editor.history.clear();
        editor
    }

    pub fn options(&self) -> Options {
        let mut options = harness::options("2026-11-22T10:00:00Z");
        options.now += jiff::SignedDuration::from_hours(24 * self.day);
        options.drafts = self.drafts;
        options.overrides.base_url.clone_from(&self.base_url);
        options
    }

    /// One edit, or a few at once.
    pub fn edit(&mut self) {
        for _ in 0..self.dice.one(&[1, 1, 1, 2, 5]) {
            match self.dice.below(22) {
                0..=2 | 20..=21 => self.write_on(),
                3 => self.retitle(),
                4..=5 => self.set(),
                6 => self.add_heading(),
                7 => self.link(),
                8..=9 => self.add_article(),
                10 => self.remove(),
                11 => self.rename(),
                12 => self.translate(),
                13 => self.add_notice(),
                14 => self.add_page(),
                15 => self.break_or_mend(),
                16 => self.set_file(),
                17 => self.configure(),
                18 => self.picture(),
                _ => self.pass_time(),
            }
        }
    }

    pub(super) fn write(&mut self, path: &str, what: &str) {
        let text = self.documents[path].text();
        self.put(path, &text, what);
    }

    pub(super) fn put(&mut self, path: &str, text: &str, what: &str) {
        let file = self.site.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self.history.push(format!("{what} {path}"));
    }

    pub(super) fn next(&mut self) -> usize {
        self.made += 1;
        self.made
    }

    /// Changes a document, if there is one.
    fn change(&mut self, what: &str, change: impl FnOnce(&mut Dice, &mut Document)) {
        let paths: Vec<String> = self.documents.keys().cloned().collect();
        if paths.is_empty() {
            return;
        }
        let path = &paths[self.dice.below(paths.len())];
        change(&mut self.dice, self.documents.get_mut(path).unwrap());
        self.write(path, what);
    }

    fn write_on(&mut self) {
        let number = self.next();
        self.change("write on in", |_, document| document.body.push(format!("Sentence *{number}* & more.")));
    }

    fn retitle(&mut self) {
        let number = self.next();
        self.change("give a title to", |_, document| {
            drop(document.front.insert("title", format!("\"Title {number}\"")))
        });
    }

    fn set(&mut self) {
        let number = self.next();
        self.change("set a key of", |dice, document| {
            let (key, value) = match dice.below(9) {
                0 => ("description", format!("\"About {number}\"")),
                1 => ("weight", format!("{}", dice.below(4))),
                2 => ("date", format!("2026-11-{:02}", 1 + dice.below(20))),
                3 => ("updated", format!("2026-11-{:02}", 1 + dice.below(20))),
                4 => ("draft", dice.one(&["true", "false"]).to_owned()),
                5 => ("tags", format!("[\"tag {number}\"]")),
                6 => ("slug", format!("\"slug-{}\"", dice.below(6))),
                7 => ("aliases", format!("[\"/old-{}/\"]", dice.below(6))),
                _ => ("products", format!("[\"Product {number}\"]")),
            };
            if dice.below(4) == 0 {
                drop(document.front.remove(key))
            } else {
                drop(document.front.insert(key, value))
            }
            document.front.entry("title").or_insert_with(|| "\"Again\"".to_owned());
        });
    }

    fn add_heading(&mut self) {
        self.change("change the headings of", |dice, document| {
            let heading = format!("## Part {}", dice.below(3));
            match document.body.iter().position(|line| line.starts_with('#')) {
                Some(at) if dice.below(2) == 0 => drop(document.body.remove(at)),
                _ => document.body.push(heading),
            }
        });
    }

    fn link(&mut self) {
        let targets: Vec<String> = self.documents.keys().cloned().collect();
        self.change("change the links of", |dice, document| {
            let target = targets[dice.below(targets.len())].splitn(3, '/').nth(2).unwrap();
            let link = match dice.below(6) {
                0 => "[contact](/contact/)".to_owned(),
                1 => "[web](https://www.contoso.com/help)".to_owned(),
                2 => "[terms](/terms.txt)".to_owned(),
                3 => format!("[anchor](/{}/#part-{})", target.trim_end_matches(".md"), dice.below(3)),
                _ => format!("[there](/{}/)", target.trim_end_matches(".md").trim_end_matches("/index")),
            };
            document.body.retain(|line| !line.starts_with('['));
            document.body.push(link);
        });
    }

    fn add_article(&mut self) {
        let (number, language, folder) = (self.next(), self.dice.one(&LANGUAGES), self.dice.one(&FOLDERS));
        let name =
            if self.dice.below(5) == 0 && !folder.is_empty() { "index".to_owned() } else { format!("a{number}") };
        let document = Document {
            front: BTreeMap::from([("title", format!("\"Article {number}\""))]),
            body: vec![format!("Text {number}."), "## Part 1".to_owned(), "More.".to_owned()],
            broken: false,
        };
        let path = format!("content/{language}/articles/{folder}{name}.md");
        self.documents.insert(path.clone(), document);
        self.write(&path, "add");
    }

    fn add_notice(&mut self) {
        let (number, language) = (self.next(), self.dice.one(&LANGUAGES));
        let start = 20 + self.dice.below(8);
        let document = Document {
            front: BTreeMap::from([
                ("title", format!("\"Notice {number}\"")),
                ("kind", "\"maintenance\"".to_owned()),
                ("start", format!("2026-11-{start}T20:00:00Z")),
                ("end", format!("2026-11-{start}T22:00:00Z")),
            ]),
            body: vec![format!("Work {number}.")],
            broken: false,
        };
        let path = format!("content/{language}/notices/n{number}.md");
        self.documents.insert(path.clone(), document);
        self.write(&path, "add");
    }

    fn add_page(&mut self) {
        let (number, language) = (self.next(), self.dice.one(&LANGUAGES));
        let front = BTreeMap::from([("title", format!("\"Page {number}\""))]);
        let path = format!("content/{language}/pages/p{number}.md");
        self.documents.insert(path.clone(), Document { front, body: vec!["Words.".to_owned()], broken: false });
        self.write(&path, "add");
    }

    pub(super) fn pick(&mut self) -> Option<String> {
        let paths: Vec<String> = self.documents.keys().cloned().collect();
        (!paths.is_empty()).then(|| paths[self.dice.below(paths.len())].clone())
    }

    fn remove(&mut self) {
        let Some(path) = self.pick() else { return };
        self.documents.remove(&path);
        fs::remove_file(self.site.join(&path)).unwrap();
        self.history.push(format!("remove {path}"));
    }

    fn rename(&mut self) {
        let Some(path) = self.pick() else { return };
        let to = format!("{}/r{}.md", path.rsplit_once('/').unwrap().0, self.next());
        let document = self.documents.remove(&path).unwrap();
        self.documents.insert(to.clone(), document);
        fs::rename(self.site.join(&path), self.site.join(&to)).unwrap();
        self.history.push(format!("rename {path} to {to}"));
    }

    fn translate(&mut self) {
        let Some(path) = self.pick() else { return };
        let to = if path.contains("/en/") { path.replace("/en/", "/pl/") } else { path.replace("/pl/", "/en/") };
        let document = self.documents[&path].clone();
        self.documents.insert(to.clone(), document);
        self.write(&to, "translate to");
    }

    fn break_or_mend(&mut self) {
        match self.documents.iter().find(|(_, document)| document.broken).map(|(path, _)| path.clone()) {
            Some(path) => {
                self.documents.get_mut(&path).unwrap().broken = false;
                self.write(&path, "mend");
            }
            None => self.change("break", |_, document| document.broken = true),
        }
    }
}
