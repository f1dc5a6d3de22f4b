//! Incidents, maintenance, news.

use super::articles;
use super::self_service::clouds;
use super::spans::{gaps, is_within, spans};
use crate::content::{Document, DocumentKind};
use crate::model::notice::NoticeKind;
use crate::site::portal_link::Purpose;
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::view::notices::{Notice, NoticeItem, Notices, Window};
use crate::view::shell::{Banner, Banners, MoreBanners};
use crate::wording::{Course, Phase, Wording};

/// The model's own types of the names that views have too.
mod model {
    pub(super) use crate::model::notice::Notice;
}

/// The data of the index of notices.
pub fn index(wording: &Wording<'_>) -> Notices {
    let mut sets: Vec<(DocumentId, &DocumentSet, &model::Notice)> = wording
        .site
        .documents_of(DocumentKind::Notice)
        .filter_map(|(id, set)| Some((id, set, set.notice.as_ref()?)))
        .collect();
    sets.sort_by_key(|(_, set, notice)| (notice.kind != NoticeKind::Incident, set.order()));
    let of = |phase: Phase| {
        let found = sets.iter().filter_map(|(id, set, notice)| {
            let shown = Course::of(set, notice, wording.today).listed(phase)?;
            Some(NoticeItem { shown, ..item(wording, *id, set, notice)? })
        });
        found.collect::<Vec<_>>()
    };
    let mut planned = of(Phase::Planned);
    planned.reverse();
    let (current, past) = (of(Phase::Current), of(Phase::Past));
    let any = |items: &[NoticeItem]| spans(items.iter().map(|item| &item.shown));
    // What is to come stands there from ever, what is past for ever: neither has a gap.
    let one = |items: &[NoticeItem]| any(items).into_iter().next().unwrap_or_default();
    Notices {
        heading: wording.word("notices_heading"),
        none_shown: gaps(&any(&current)),
        current,
        planned_shown: one(&planned),
        planned,
        past_shown: one(&past),
        past,
        clouds: clouds(wording, Purpose::Health),
        follow: vec![
            wording.file(wording.site.feed(wording.language).path(), "notices_feed", "pulse"),
            wording.file("maintenance.ics", "maintenance_calendar", "calendar"),
        ],
    }
}

/// The most notices above other pages, so that the telephone stays in view; as many wait for their time.
const MOST_BANNERS: usize = 2;

/// The notices that stand above other pages: those of these days, incidents first, then the next maintenance.
pub fn banners(wording: &Wording<'_>) -> Vec<Banners> {
    let all =
        wording.site.documents_of(DocumentKind::Notice).filter_map(|(id, set)| Some((id, set, set.notice.as_ref()?)));
    let mut all: Vec<_> = all
        .filter(|(_, _, notice)| notice.kind != NoticeKind::News)
        .map(|(id, set, notice)| (id, set, notice, Course::of(set, notice, wording.today)))
        .collect();
    all.sort_by_key(|(_, set, notice, _)| (notice.kind != NoticeKind::Incident, set.order()));
    let (current, mut planned): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|(.., course)| course.phase != Phase::Past)
        .partition(|(.., course)| course.phase == Phase::Current);
    planned.sort_by_key(|(_, _, notice, _)| notice.start);
    let rest = current.iter().skip(MOST_BANNERS).chain(planned.iter().skip(MOST_BANNERS));
    let rest: Vec<Window> = rest.filter_map(|(.., course)| course.listed(Phase::Current)).collect();
    let chosen = current.into_iter().take(MOST_BANNERS).chain(planned.into_iter().take(MOST_BANNERS));
    let chosen = chosen.filter_map(|(id, set, notice, course)| {
        let item = item(wording, id, set, notice)?;
        Some(Banner {
            kind: item.kind,
            kind_label: item.kind_label,
            title: item.title,
            when: item.when,
            href: item.href,
            shown: course.listed(Phase::Current)?,
        })
    });
    stretches(wording, &chosen.collect::<Vec<_>>(), &rest)
}

/// Notices by the stretches of time in which any stands there, and when there are more.
fn stretches(wording: &Wording<'_>, chosen: &[Banner], rest: &[Window]) -> Vec<Banners> {
    let more = spans(rest.iter());
    let all = spans(chosen.iter().map(|banner| &banner.shown).chain(&more));
    let stretch = |shown: Window| Banners {
        notices: chosen.iter().filter(|banner| is_within(&banner.shown, &shown)).cloned().collect(),
        more: more
            .iter()
            .filter(|more| is_within(more, &shown))
            .map(|more| MoreBanners {
                link: wording.page(PageKind::Notices, "more_notices", "pulse"),
                shown: more.clone(),
            })
            .collect(),
        shown,
    };
    all.into_iter().map(stretch).collect()
}

fn item(wording: &Wording<'_>, id: DocumentId, set: &DocumentSet, notice: &model::Notice) -> Option<NoticeItem> {
    let document = set.nearest(wording.language)?;
    let own = document.language == wording.language;
    Some(NoticeItem {
        kind: notice.kind.name().to_owned(),
        kind_label: wording.word(&format!("notice_{}", notice.kind.name())),
        stages: Course::of(set, notice, wording.today).stages(wording, notice, wording.today),
        title: articles::title(wording, set)?,
        description: if own { document.meta.description.clone().unwrap_or_default() } else { String::new() },
        when: wording.notice_when(set, notice),
        shown: Window::default(),
        components: notice
            .components
            .iter()
            .map(|component| wording.phrase(&wording.portal().components[*component].name))
            .collect(),
        href: articles::item_href(wording, id),
    })
}

/// The data of a notice.
pub fn of(wording: &Wording<'_>, id: DocumentId, document: &Document) -> Option<Notice> {
    let set = wording.site.document(id);
    let notice = set.notice.as_ref()?;
    Some(Notice {
        heading: document.meta.title.clone(),
        item: item(wording, id, set, notice)?,
        updates: wording.notice_updates(set, notice, document),
        html: wording.document_html(document),
        markdown: wording.document_markdown(document, PageKind::Notice(id)),
    })
}
