//! When a document was changed last.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::content::Document;
use crate::model::LanguageId;
use crate::model::hours::utc_midnight;
use crate::site::DocumentSet;

/// The date that the document's author gave; the day of the build says nothing about a page. The facts of a notice are those
/// of its lead, so that all translations change with them.
pub(super) fn date(set: &DocumentSet, language: LanguageId) -> Option<Date> {
    let dated = |document: &Document| document.meta.updated.or(document.meta.date);
    let (own, lead) = (set.in_language(language).and_then(dated), set.lead().and_then(dated));
    if set.notice.is_some() { own.max(lead) } else { own.or(lead) }
}

/// The newest of a document's dates and the times of a notice's updates.
pub(super) fn instant(set: &DocumentSet, language: LanguageId) -> Option<Timestamp> {
    let said = set.notice.iter().flat_map(|notice| notice.updates.iter().map(|update| update.time));
    said.chain(date(set, language).map(utc_midnight)).max()
}
