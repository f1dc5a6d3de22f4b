//! What the last build of a site read and wrote. Where nothing of it differs, the next build is over before it begins.
//!
//! It lies in `.supportal/` of the site and can be deleted at any time: what is damaged, of another program or cannot be
//! written is as good as none.

mod store;
mod stored;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::publish::{Known, Snapshot};
use crate::source::{self, SitePath, Survey};

use stored::StoredDiagnostic;

/// The file of the outlines.
const OUTLINES: &str = "articles";

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
    inputs: Inputs,
    written: Snapshot,
    /// What pages are made of, in the order of their files.
    keys: Vec<Option<u64>>,
    told: Vec<StoredDiagnostic>,
    /// A hash of everything that was read but documents and what stands beside them, where it is known.
    foundation: Option<u64>,
    /// The hash of the outlines that lie beside it, if it was loaded with them.
    #[serde(skip)]
    outlines: Option<u64>,
    /// The hashes of articles that have another text, and nothing else, than when the outlines were written.
    edited: BTreeMap<SitePath, u64>,
}

/// The articles that the last build read, for one that stands on the same foundation.
#[derive(Debug)]
pub struct UnreadArticles {
    /// What they were read on.
    pub foundation: u64,
    /// Their outlines.
    pub outlines: Vec<u8>,
    /// The hashes of those that have another text, and nothing else, than when the outlines were written.
    pub edited: BTreeMap<SitePath, u64>,
    /// The files that are not surely the same as when the last build read them.
    pub others: HashSet<SitePath>,
    /// Those of which it told something, which is told again only where they are read.
    pub told: HashSet<SitePath>,
    /// How many files went since then.
    pub gone: usize,
}

/// What the last build left in its output, as it stands now.
#[derive(Debug)]
pub struct LastOutput<'a> {
    /// The files.
    pub files: Known<'a>,
    keys: &'a [Option<u64>],
}

impl LastOutput<'_> {
    /// What the page of a file is made of.
    pub fn key(&self, path: &str) -> Option<u64> {
        self.keys.get(self.files.place(path)?).copied().flatten()
    }
}

/// What a build begins with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Inputs {
    terms: Terms,
    read: Survey,
}

impl Inputs {
    /// The sources of the site `root` as they stand before they are read, and what is known of its last build.
    pub fn of(root: &Path, terms: Terms) -> (Self, Option<Memo>) {
        let (seen, last) = rayon::join(|| Survey::look(root), || Memo::load(root));
        let none = Survey::default();
        let read = seen.with_bytes(root, last.as_ref().map_or(&none, |last| &last.inputs.read));
        (Self { terms, read }, last)
    }

    /// The same, where the sources were looked at already.
    pub fn seen(read: Survey, terms: Terms) -> Self {
        Self { terms, read }
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
    /// What a build read, wrote and told; `keys` says what the pages of files are made of, and `foundation` is a hash of
    /// everything that was read but documents and what stands beside them, where it is known.
    pub fn new(
        inputs: Inputs,
        written: Snapshot,
        keys: &HashMap<String, u64>,
        told: &[Diagnostic],
        foundation: Option<u64>,
    ) -> Self {
        let told = told.iter().map(StoredDiagnostic::of).collect();
        let keys = written.paths().map(|path| keys.get(path).copied()).collect();
        Self { inputs, written, keys, told, foundation, outlines: None, edited: BTreeMap::new() }
    }

    /// What is known of the last build of the site `root`.
    pub fn load(root: &Path) -> Option<Self> {
        let (memo, outlines) = store::load(root)?;
        Some(Self { outlines: Some(outlines), ..memo })
    }

    /// Keeps it for the next process, with the outlines of articles; without, those that lie there are still right.
    pub fn keep(&self, root: &Path, outlines: Option<&[u8]>) {
        if let Some(outlines) = outlines {
            // The outlines first: those of another build than the memo's are known by their hash.
            let _ = store::write(root, OUTLINES, outlines);
        }
        store::keep(root, self, outlines.map(rapidhash::v3::rapidhash_v3).or(self.outlines).unwrap_or_default());
    }

    /// What the last build left, if it was into `output`.
    pub fn last_output(&self, output: &Path) -> Option<LastOutput<'_>> {
        self.written.look(output).map(|files| LastOutput { files, keys: &self.keys })
    }

    /// The articles that a build of the site `root` need not read, if it is for the same day and purpose.
    pub fn unread(&self, root: &Path, inputs: &Inputs) -> Option<UnreadArticles> {
        let foundation = self.foundation.filter(|_| self.inputs.terms == inputs.terms)?;
        let outlines = store::read(root, OUTLINES)?;
        let is_whole = Some(rapidhash::v3::rapidhash_v3(&outlines)) == self.outlines;
        // What is told of no file can be told of any.
        let told = self.told.iter().map(|told| told.path().map(str::to_owned)).collect::<Option<_>>()?;
        is_whole.then_some(UnreadArticles {
            foundation,
            outlines,
            edited: self.edited.clone(),
            others: inputs.read.others_than(&self.inputs.read),
            told,
            gone: self.inputs.read.others_only(&inputs.read),
        })
    }

    /// Whether a build of the site `root` would change nothing of `last_output`: what the last build told.
    pub fn still_holds(&self, root: &Path, last_output: &LastOutput<'_>, inputs: &Inputs) -> Option<Vec<Diagnostic>> {
        let is_same = self.inputs.terms == inputs.terms && inputs.read.is_that_of(&self.inputs.read);
        if !is_same || !last_output.files.is_whole() {
            return None;
        }
        self.told_again(root)
    }

    /// What the last build told; none where a text that it shows cannot be read any more.
    pub fn told_again(&self, root: &Path) -> Option<Vec<Diagnostic>> {
        let sources = source::some(root, self.told.iter().filter_map(StoredDiagnostic::text));
        self.told.iter().map(|told| told.again(&sources)).collect()
    }

    /// The same where of all that was read and written only articles differ, which have another text: `edited` are their
    /// hashes, and `keys` says what their pages are made of now.
    #[must_use]
    pub fn with_edited(
        &self,
        inputs: Inputs,
        written: Snapshot,
        keys: &HashMap<String, u64>,
        edited: impl Iterator<Item = (SitePath, u64)>,
    ) -> Self {
        let old = written.paths().zip(&self.keys);
        let keys = old.map(|(path, old)| keys.get(path).copied().or(*old)).collect();
        let edited = self.edited.clone().into_iter().chain(edited).collect();
        let (told, foundation, outlines) = (self.told.clone(), self.foundation, self.outlines);
        Self { inputs, written, keys, told, foundation, outlines, edited }
    }
}
