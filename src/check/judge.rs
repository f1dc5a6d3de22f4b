//! What is judged of each text alone: its links, and words that must not stand in it. Of a text that did not change the
//! judgement stands.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::self_service::Portals;
use super::{Report, dates, escalation, headings, law, placeholder, secret};
use crate::content::Document;
use crate::diagnostic::{Diagnostic, SourceFile};
use crate::site::DocumentSet;

/// Judges texts, for one configuration and one purpose.
#[derive(Debug, Default)]
pub struct Judge {
    /// What is wrong with a document, by the path and the hash of its file.
    seen: HashMap<(String, u64), Vec<Diagnostic>>,
}

impl Judge {
    /// Tells what is wrong with the texts of a site.
    pub(super) fn see(&mut self, report: &Report<'_>, portals: &Portals) {
        let documents: Vec<&Document> = report.site.documents.iter().flat_map(DocumentSet::versions).collect();
        let judged = documents.into_par_iter().map(|document| {
            let key = (document.source.path().to_owned(), document.hash);
            // The last build judged what it left an outline of, and had nothing to tell.
            let known = if document.is_outline { Some(Vec::new()) } else { self.seen.get(&key).cloned() };
            (key, known.unwrap_or_else(|| of_document(report, portals, document)))
        });
        self.seen = judged.collect();
        report.diagnostics.extend(self.seen.values().flatten().cloned());
        let texts = report.portal().languages.ids().flat_map(|language| report.site.texts.shown_in(language));
        let texts = texts.filter(|text| text.is_own).map(|text| &text.source);
        let others: Vec<_> = std::iter::once(&report.site.config.source).chain(texts).collect();
        report.diagnostics.extend(others.into_iter().flat_map(|source| of_text(report, source)));
    }
}

pub(super) fn of_document(report: &Report<'_>, portals: &Portals, document: &Document) -> Vec<Diagnostic> {
    let mut told = portals.foreign_links(document, &report.portal().partner.clouds);
    told.extend(placeholder::in_links(document, report.purpose));
    told.extend(dates::of(document, report.purpose));
    told.extend(of_text(report, &document.source));
    told
}

fn of_text(report: &Report<'_>, source: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let secrets = &report.site.config.microsoft_only;
    secret::in_text(source, secrets)
        .chain(law::stale_references(source))
        .chain(headings::unmarked(source))
        .chain(escalation::in_text(source))
        .collect()
}
