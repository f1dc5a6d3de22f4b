//! What each document file came to, kept so that files that did not change need not be read again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::document::{Document, DocumentKind, Reader};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::LanguageId;
use crate::source::{SitePath, Sources};

/// The documents of a site by the paths of their files, each with what was told of it.
#[derive(Debug, Default)]
pub struct Readings {
    files: BTreeMap<SitePath, Reading>,
}

#[derive(Clone, Debug)]
struct Reading {
    /// None where the file is no document.
    document: Option<Arc<Document>>,
    told: Vec<Diagnostic>,
}

impl Readings {
    /// Reads all documents, in parallel; drafts are read too, and keep their mark.
    pub fn new(reader: Reader<'_>, sources: &Sources) -> Self {
        Self::default().again(reader, sources, &BTreeSet::new())
    }

    /// The documents as they are now, if of those known only the files `changed` differ.
    #[must_use]
    pub fn again(&self, reader: Reader<'_>, sources: &Sources, changed: &BTreeSet<&str>) -> Self {
        let read = |(language, kind, path): (LanguageId, DocumentKind, &str)| {
            let known = self.files.get(path).filter(|_| !changed.contains(path));
            let reading = known.cloned().unwrap_or_else(|| Reading::of(reader, language, kind, path, sources));
            (path.to_owned(), reading)
        };
        let files: Vec<(SitePath, Reading)> = reader.files(sources).into_par_iter().map(read).collect();
        Self { files: files.into_iter().collect() }
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
