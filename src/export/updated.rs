//! When a document was changed last.

use jiff::Timestamp;
use jiff::civil::Date;

use super::facts::midnight;
use crate::model::LanguageId;
use crate::site::DocumentSet;

/// The date that the document's author gave; the day of the build says nothing about a page.
pub(super) fn date(set: &DocumentSet, language: LanguageId) -> Option<Date> {
    let own = set.in_language(language).and_then(|document| document.meta.updated.or(document.meta.date));
    own.or_else(|| set.lead().and_then(|lead| lead.meta.updated.or(lead.meta.date)))
}

/// The newest of a document's dates and the times of a notice's updates.
pub(super) fn instant(set: &DocumentSet, language: LanguageId) -> Option<Timestamp> {
    let said = set.notice.iter().flat_map(|notice| notice.updates.iter().map(|update| update.time));
    said.chain(date(set, language).map(midnight)).max()
}
