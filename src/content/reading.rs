//! What each document file came to, kept so that files that did not change need not be read again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::document::{Document, DocumentKind, Reader};
use super::outline::{self, Outlines};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::LanguageId;
use crate::source::{SitePath, Sources};

/// The documents of a site by the paths of their files, each with what was told of it.
#[derive(Debug, Default)]
pub struct Readings {
    files: BTreeMap<SitePath, Reading>,
    /// The articles whose text is another than the last build's, if that is all that differs.
    edited: Option<Vec<Arc<Document>>>,
}

#[derive(Clone, Debug)]
struct Reading {
    /// None where the file is no document.
    document: Option<Arc<Document>>,
    told: Vec<Diagnostic>,
}

impl Readings {
    /// Reads all documents but those outlined, in parallel; drafts are read too, and keep their mark.
    pub fn new(reader: Reader<'_>, sources: &Sources, outlines: &Outlines<'_>) -> Self {
        let mut readings = Self::all(reader, sources, |language, kind, path| {
            let document = outlines.document(language, kind, path)?;
            Some(Reading { document: Some(Arc::new(document)), told: Vec::new() })
        });
        let edited = |path| {
            let reading = readings.files.get(path).filter(|reading| reading.told.is_empty())?;
            let document = reading.document.as_ref()?;
            let last = outlines.last(document.language, path)?;
            document.differs_in_text_only(&last).then(|| Arc::clone(document))
        };
        readings.edited = outlines.others().and_then(|others| others.map(edited).collect());
        readings
    }

    /// The articles whose text is another than the last build's; none where more is, was added or has something wrong.
    /// What is gone it does not know.
    pub fn edited(&self) -> Option<&[Arc<Document>]> {
        self.edited.as_deref()
    }

    /// The documents as they are now, if of those known only the files `changed` differ.
    #[must_use]
    pub fn again(&self, reader: Reader<'_>, sources: &Sources, changed: &BTreeSet<&str>) -> Self {
        Self::all(reader, sources, |_, _, path| self.files.get(path).filter(|_| !changed.contains(path)).cloned())
    }

    fn all(
        reader: Reader<'_>,
        sources: &Sources,
        known: impl Fn(LanguageId, DocumentKind, &str) -> Option<Reading> + Sync,
    ) -> Self {
        let read = |(language, kind, path): (LanguageId, DocumentKind, &str)| {
            let known = known(language, kind, path);
            let reading = known.unwrap_or_else(|| Reading::of(reader, language, kind, path, sources));
            (path.to_owned(), reading)
        };
        let files: Vec<(SitePath, Reading)> = reader.files(sources).into_par_iter().map(read).collect();
        Self { files: files.into_iter().collect(), edited: None }
    }

    /// The outlined documents at these paths as their files have them. None where one of them is no longer what its
    /// outline says, or something is wrong with it.
    pub fn whole(&self, reader: Reader<'_>, paths: &[&str], sources: &Sources) -> Option<Vec<Arc<Document>>> {
        let whole = |path: &&str| {
            let (outline, document) = self.reread(reader, path, sources)?;
            Some(document).filter(|document| document.hash == outline.hash)
        };
        paths.par_iter().map(whole).collect()
    }

    /// Whether anything is known by its outline only.
    pub fn has_outlines(&self) -> bool {
        self.documents().any(|document| document.is_outline)
    }

    /// Whether the file at a path is known by its outline only.
    pub fn is_outline(&self, path: &str) -> bool {
        let document = self.files.get(path).and_then(|reading| reading.document.as_ref());
        document.is_some_and(|document| document.is_outline)
    }

    /// What the next build has to know of the articles that need not be read again.
    pub fn outlines(&self) -> Vec<u8> {
        let documents: Vec<&Document> = self.documents().map(Arc::as_ref).collect();
        outline::written(&documents)
    }

    /// The document of a file as it was read, and as it is now. None where it is new, no document, or something is wrong
    /// with it.
    pub fn reread(&self, reader: Reader<'_>, path: &str, sources: &Sources) -> Option<(Arc<Document>, Arc<Document>)> {
        let is_right = |reading: &Reading| reading.told.is_empty();
        let old = self.files.get(path).filter(|reading| is_right(reading))?.document.clone()?;
        let new = Reading::of(reader, old.language, old.kind, path, sources);
        Some((old, Some(new).filter(is_right)?.document?))
    }

    /// Puts a document that was reread in the place of what it was.
    pub fn replace(&mut self, document: Arc<Document>) {
        let path = document.source.path().to_owned();
        self.files.insert(path, Reading { document: Some(document), told: Vec::new() });
    }

    /// The documents, in the order of their paths.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.files.values().filter_map(|reading| reading.document.as_ref())
    }

    /// What is wrong with their files.
    pub fn told(&self) -> impl Iterator<Item = &Diagnostic> {
        self.files.values().flat_map(|reading| &reading.told)
    }
}

impl Reading {
    fn of(reader: Reader<'_>, language: LanguageId, kind: DocumentKind, path: &str, sources: &Sources) -> Self {
        let diagnostics = Diagnostics::new();
        let source = sources.text(path).map_err(|problem| diagnostics.push(problem)).ok();
        let document = source.and_then(|source| reader.read(language, kind, source, &diagnostics));
        Self { document: document.map(Arc::new), told: diagnostics.into_sorted() }
    }
}
