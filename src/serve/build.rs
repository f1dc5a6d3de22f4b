//! A build in memory, and what a path means in it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use hyper::body::Bytes;
use percent_encoding::percent_decode_str;

use crate::diagnostic::Diagnostics;
use crate::export::Rules;
use crate::pipeline::{Builder, Made, Options};
use crate::render::OutputFile;
use crate::source::Change;
use crate::timing::Timings;

/// So many changed files are named to browsers; after more of them each page is loaded anew.
const MOST_NAMED: usize = 100;

/// The page of what is not there.
const NOT_FOUND: &str = "404.html";

/// A whole site that is free of errors.
///
/// It stays in memory and not in a folder: so a request sees all of one build or all of another, nothing is left behind
/// when the program is killed, and no name on the disk can be asked for. A program that shows ten thousand pages takes
/// 0.3 GB; files that did not change are shared by one build and the next.
#[derive(Debug)]
pub struct Build {
    files: HashMap<Arc<str>, Bytes>,
    rules: Arc<Rules>,
    pages: Arc<BTreeMap<String, String>>,
}

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A file: its path in the output folder, and its bytes.
    File(&'a str, Bytes),
    /// Another address, from the root of the host.
    Moved(String),
    /// Nothing; with the page that says so nearest to it.
    Missing(Option<(&'a str, Bytes)>),
}

impl Build {
    /// Builds the site of `builder`, of which only the files `changes` differ since the last time, where that is known;
    /// none when it has errors. `before` is what the builder made last; files with its bytes are shared with it.
    pub fn make(
        builder: &mut Builder,
        changes: Option<&[Change]>,
        options: &Options,
        before: Option<&Self>,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Option<Self> {
        let files = Mutex::new(HashMap::new());
        let keep = |file: OutputFile| {
            let bytes = match before.and_then(|before| before.files.get(file.path.as_str())) {
                Some(old) if *old == file.bytes => old.clone(),
                // A box has no room to spare, as the text of a template has.
                _ => Bytes::from(file.bytes.into_boxed_slice()),
            };
            files.lock().unwrap_or_else(PoisonError::into_inner).insert(Arc::from(file.path), bytes);
        };
        let made = builder.build_into(changes, options, timings, diagnostics, keep)?;
        let mut files: HashMap<Arc<str>, Bytes> = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let hosting = match made {
            Made::Whole(hosting) => hosting,
            Made::Pages => {
                let Self { files: others, rules, pages } = before?;
                let files = others.iter().map(|(path, bytes)| (Arc::clone(path), bytes.clone())).chain(files).collect();
                return Some(Self { files, rules: Arc::clone(rules), pages: Arc::clone(pages) });
            }
        };
        let same = |path: String| {
            before?.files.get_key_value(path.as_str()).map(|(path, bytes)| (path.clone(), bytes.clone()))
        };
        files.extend(hosting.same.into_iter().filter_map(same));
        // A worker would show kept pages when the preview has ended, and those of another site that is previewed at the
        // same address; this one also removes what an earlier preview, or another program, left there.
        let (path, script) = hosting.rules.offline_off();
        files.insert(Arc::from(path), script.into());
        Some(Self { files, rules: Arc::new(hosting.rules), pages: Arc::new(hosting.pages) })
    }

    /// How the files are to be served.
    pub(super) fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The path of the site on its host: `/`, or ending in `/`.
    pub fn base(&self) -> &str {
        self.rules.base()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The address of the page that is made from a source.
    pub fn page_of(&self, source: &str) -> Option<&str> {
        self.pages.get(source).map(String::as_str)
    }

    /// How many files differ from those of `before`, are new, or are gone.
    pub fn changes_since(&self, before: &Self) -> usize {
        self.differing(before).count()
    }

    fn differing<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = &'a str> {
        let is_same = |old: &Bytes, new: &Bytes| old.as_ptr() == new.as_ptr() || old == new;
        let new = self.files.iter().filter(move |(path, bytes)| {
            let old = before.files.get(*path);
            !old.is_some_and(|old| is_same(old, bytes))
        });
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path));
        new.map(|(path, _)| path).chain(gone).map(AsRef::as_ref)
    }

    /// The addresses of files that pages load and that differ from those of `before`; none if they are too many.
    pub(super) fn loaded_since(&self, before: &Self) -> Option<Vec<String>> {
        let is_loaded = |path: &&str| {
            let kind = content_type(path);
            ["text/css", "text/javascript", "image/", "font/", "audio/", "video/"]
                .iter()
                .any(|loaded| kind.starts_with(loaded))
        };
        let differing = self.differing(before).filter(is_loaded).map(|path| format!("{}{path}", self.base()));
        let mut named: Vec<String> = differing.take(MOST_NAMED + 1).collect();
        named.sort_unstable();
        (named.len() <= MOST_NAMED).then_some(named)
    }

    /// What stands at the path of a request, percent-encoded as it came. Only a built file can be found: where `..`
    /// would lead, or any other path of the disk, plays no part.
    pub fn find(&self, target: &str) -> Found<'_> {
        let Some(path) = decode(target) else { return Found::Missing(self.not_found("")) };
        let base = self.base();
        let Some(inside) = path.strip_prefix(base) else {
            // At the root of the host another site will stand; here it leads to this one.
            let is_near = path == "/" || base.strip_suffix('/') == Some(path.as_str());
            return if is_near { Found::Moved(base.to_owned()) } else { Found::Missing(None) };
        };
        if let Some(to) = self.rules.redirect(inside) {
            return Found::Moved(to.to_owned());
        }
        let is_folder = inside.is_empty() || inside.ends_with('/');
        let file = if is_folder { format!("{inside}index.html") } else { inside.to_owned() };
        if let Some((path, bytes)) = self.files.get_key_value(file.as_str()) {
            return Found::File(path, bytes.clone());
        }
        if !is_folder && self.files.contains_key(format!("{inside}/index.html").as_str()) {
            return Found::Moved(format!("{target}/"));
        }
        Found::Missing(self.not_found(inside))
    }

    /// The page for what is not there, of the nearest folder that has one: each language has its own.
    fn not_found(&self, inside: &str) -> Option<(&str, Bytes)> {
        let mut folder = inside;
        loop {
            folder = folder.rfind('/').map_or("", |at| &folder[..at]);
            let file = if folder.is_empty() { NOT_FOUND.to_owned() } else { format!("{folder}/{NOT_FOUND}") };
            match self.files.get_key_value(file.as_str()) {
                Some((path, bytes)) => return Some((path, bytes.clone())),
                None if folder.is_empty() => return None,
                None => {}
            }
        }
    }
}

/// The type of a file by its name: as the host files say, else as hosts know it.
pub(super) fn content_type(path: &str) -> String {
    if let Some(kind) = Rules::content_type(path) {
        return kind.to_owned();
    }
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = kind.type_() == mime_guess::mime::TEXT;
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

/// The path that was meant: each part percent-decoded once. None where that is no text, or would be no part any more.
fn decode(target: &str) -> Option<String> {
    let parts = target.split('/').map(|part| {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        (!part.contains(['/', '\\', '\0'])).then_some(part)
    });
    parts.collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}
