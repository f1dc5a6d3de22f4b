//! `maintenance.ics`: what will not work for a while; what was called off stays, and says so.

use super::event::{Event, Moment};
use super::{Calendar, MAINTENANCE};
use crate::content::DocumentKind;
use crate::export::facts::Facts;
use crate::model::LanguageId;
use crate::model::notice::{NoticeKind, NoticeStatus};
use crate::site::{DocumentId, DocumentSet, PageKind};

/// Planned maintenance, in the order of its files.
pub(in crate::export) fn maintenance(facts: &Facts<'_>) -> Vec<u8> {
    let mut calendar = Calendar::begin(facts, MAINTENANCE, "calendar_maintenance");
    let notices = facts.site.documents_of(DocumentKind::Notice);
    for event in notices.filter_map(|(id, set)| event(facts, id, set)) {
        calendar.add(&event);
    }
    calendar.end()
}

fn event(facts: &Facts<'_>, id: DocumentId, set: &DocumentSet) -> Option<Event> {
    let notice = set.notice.as_ref().filter(|notice| notice.kind == NoticeKind::Maintenance)?;
    let document = set.nearest(LanguageId::DEFAULT)?;
    let cancelled = notice.status == Some(NoticeStatus::Cancelled);
    Some(Event {
        uid: facts.unique(&format!("maintenance.{}", set.key.replace('/', "."))),
        sequence: facts.revision_of(notice),
        start: Moment::Instant(notice.start?),
        end: Moment::Instant(notice.end?),
        rule: None,
        except: Vec::new(),
        summary: document.meta.title.clone(),
        description: document.meta.description.clone().unwrap_or_default(),
        url: facts.site.address(PageKind::Notice(id), document.language).absolute(facts.portal()),
        status: if cancelled { "CANCELLED" } else { "CONFIRMED" },
    })
}
