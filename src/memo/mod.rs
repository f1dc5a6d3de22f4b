//! What the last build of a site read and wrote. Where nothing of it differs, the next build is over before it begins.
//!
//! It lies in `.supportal/` of the site and can be deleted at any time: what is damaged, of another program or cannot be
//! written is as good as none.

mod store;
mod told;

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::publish::{Known, Seal};
use crate::source::{self, Sources, Survey};

use told::Told;

/// What else a build depends on, beside the sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The day that enters the output.
    pub today: Date,
    /// `--base-url`.
    pub base_url: Option<String>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub strict: bool,
    /// Whether the site goes to customers.
    pub release: bool,
}

/// A build that ended well.
#[derive(Debug, Serialize, Deserialize)]
pub struct Memo {
    now: Now,
    written: Seal,
    /// What pages are made of, by the paths of their files.
    keys: HashMap<String, u64>,
    told: Vec<Told>,
}

/// What a build begins with.
#[derive(Debug, Serialize, Deserialize)]
pub struct Now {
    terms: Terms,
    read: Survey,
}

impl Now {
    /// The sources of the site `root` as they stand before they are read.
    pub fn of(root: &Path, terms: Terms, last: Option<&Memo>) -> Self {
        let none = Survey::default();
        Self { terms, read: Survey::take(root, last.map_or(&none, |last| &last.now.read)) }
    }

    /// Keeps for the next build what this one read, wrote and told.
    pub fn keep(self, root: &Path, written: Seal, keys: HashMap<String, u64>, told: &[Diagnostic]) {
        let told = told.iter().map(Told::of).collect();
        store::keep(root, &Memo { now: self, written, keys, told });
    }
}

/// What another part of the program keeps beside the memo, under a name of its own.
pub fn file(root: &Path, name: &str) -> Option<Vec<u8>> {
    store::read(root, name)
}

/// Keeps bytes beside the memo; what stands in the way is no problem of the site.
pub fn keep_file(root: &Path, name: &str, bytes: &[u8]) {
    let _ = store::write(root, name, bytes);
}

impl Memo {
    /// What is known of the last build of the site `root`.
    pub fn load(root: &Path) -> Option<Self> {
        store::load(root)
    }

    /// What pages are made of, by the paths of their files.
    pub fn keys(&self) -> &HashMap<String, u64> {
        &self.keys
    }

    /// The files in `output` as the last build left them, if it was that which left them.
    pub fn files(&self, output: &Path) -> Option<Known<'_>> {
        self.written.known(output)
    }

    /// Whether a build into `output` would change nothing: how many files stand there, and what the last build told.
    pub fn still_holds(&self, root: &Path, output: &Path, now: &Now) -> Option<(usize, Vec<Diagnostic>)> {
        let is_same = self.now.terms == now.terms && now.read.is_that_of(&self.now.read);
        if !is_same || !self.written.is_whole(output) {
            return None;
        }
        let needs_text = self.told.iter().any(Told::needs_text);
        let sources = if needs_text { source::scan(root, &Diagnostics::new()) } else { Sources::default() };
        let told = self.told.iter().map(|told| told.again(&sources)).collect::<Option<_>>()?;
        Some((self.written.files(), told))
    }
}
