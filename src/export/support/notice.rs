//! Notices.

use super::text;
use crate::content::{Document, DocumentKind};
use crate::export::facts::Facts;
use crate::export::updated;
use crate::model::notice::{NoticeStatus, UpdateTime};
use crate::model::{LanguageId, Portal};
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::view::machine;

pub(super) fn components(portal: &Portal) -> Vec<machine::Component> {
    let components = portal.components.iter();
    components.map(|one| machine::Component { id: one.id.clone(), name: text(portal, &one.name) }).collect()
}

/// All notices, in the order of lists.
pub(super) fn notices(facts: &Facts<'_>) -> Vec<machine::Notice> {
    let mut sets: Vec<(DocumentId, &DocumentSet)> = facts.site.documents_of(DocumentKind::Notice).collect();
    sets.sort_by_key(|(_, set)| set.order());
    sets.into_iter().filter_map(|(id, set)| notice(facts, id, set)).collect()
}

fn notice(facts: &Facts<'_>, id: DocumentId, set: &DocumentSet) -> Option<machine::Notice> {
    let notice = set.notice.as_ref()?;
    let portal = facts.portal();
    let url = |document: &Document| Some(facts.site.address(PageKind::Notice(id), document.language).absolute(portal));
    Some(machine::Notice {
        id: set.key.clone(),
        kind: notice.kind.name().to_owned(),
        status: name(notice.status),
        title: by_language(portal, set, |document| Some(document.meta.title.clone())),
        description: by_language(portal, set, |document| document.meta.description.clone()),
        urls: by_language(portal, set, url),
        date: set.lead().and_then(|lead| lead.meta.date).map(|date| date.to_string()),
        updated: updated::instant(set, LanguageId::DEFAULT).map(|instant| instant.to_string()),
        start: notice.start.map(|start| start.to_string()),
        end: notice.end.map(|end| end.to_string()),
        components: super::ids(&portal.components, &notice.components, |component| &component.id),
        updates: notice.updates.iter().map(|update| said(portal, set, update)).collect(),
    })
}

fn said(portal: &Portal, set: &DocumentSet, update: &UpdateTime) -> machine::NoticeUpdate {
    let words = |document: &Document| {
        let own = document.notice.as_ref()?.updates.iter().find(|own| own.time == update.time)?;
        Some(own.text.clone())
    };
    machine::NoticeUpdate {
        time: update.time.to_string(),
        status: name(update.status),
        text: by_language(portal, set, words),
    }
}

fn name(status: Option<NoticeStatus>) -> Option<String> {
    status.map(|status| status.name().to_owned())
}

/// What the versions of a document say, by their languages.
fn by_language(portal: &Portal, set: &DocumentSet, say: impl Fn(&Document) -> Option<String>) -> machine::Text {
    let versions = set
        .versions()
        .filter_map(|document| Some((portal.languages.tag(document.language).as_str().to_owned(), say(document)?)));
    versions.collect()
}
