//! Incidents, maintenance, news.

use super::articles;
use super::course::{Course, Phase, outside, union};
use super::self_service::clouds;
use crate::content::{Document, DocumentKind};
use crate::model::notice::{NoticeKind, NoticeStatus};
use crate::site::portal_link::Purpose;
use crate::site::{DocumentId, DocumentSet, PageKind};
use crate::view::notices::{Notice, NoticeItem, Notices, Update, Window};
use crate::view::shell::Banner;
use crate::wording::Wording;

/// The model's own types of the names that views have too.
mod model {
    pub(super) use crate::model::notice::{Notice, UpdateTime};
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
    let any = |items: &[NoticeItem]| union(items.iter().map(|item| &item.shown));
    Notices {
        heading: wording.word("notices_heading"),
        none_shown: outside(&any(&current)),
        current,
        planned_shown: any(&planned),
        planned,
        past_shown: any(&past),
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

/// The notices that stand above other pages.
#[derive(Clone, Debug)]
pub struct Banners {
    /// Those of these days, incidents first, then the next maintenance.
    pub shown: Vec<Banner>,
    /// When there are more of these days; none when there never are.
    pub more: Option<Window>,
}

/// The notices that stand above other pages.
pub fn banners(wording: &Wording<'_>) -> Banners {
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
    let more = (!rest.is_empty()).then(|| union(rest.iter()));
    let chosen = current.into_iter().take(MOST_BANNERS).chain(planned.into_iter().take(MOST_BANNERS));
    let shown = chosen.filter_map(|(id, set, notice, course)| {
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
    Banners { shown: shown.collect(), more }
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
        when: when(wording, set, notice),
        shown: Window::default(),
        components: notice
            .components
            .iter()
            .map(|component| wording.phrase(&wording.portal().components[*component].name))
            .collect(),
        href: articles::item_href(wording, id),
    })
}

fn status(wording: &Wording<'_>, status: Option<NoticeStatus>) -> String {
    status.map(|status| wording.word(&format!("status_{}", status.name().replace('-', "_")))).unwrap_or_default()
}

/// "5 December 2026, 22:00 to 6 December 2026, 02:00, Warsaw time": true on every day.
fn when(wording: &Wording<'_>, set: &DocumentSet, notice: &model::Notice) -> String {
    match (notice.start, notice.end) {
        (Some(start), Some(end)) => {
            let (start, end) =
                (start.to_zoned(notice.zone.clone()).datetime(), end.to_zoned(notice.zone.clone()).datetime());
            let locale = wording.locale();
            let span = if start.date() == end.date() {
                let slots = [("start", locale.time(start.time())), ("end", locale.time(end.time()))];
                let slots: Vec<(&str, &str)> = slots.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let times = wording.say("time_range", &slots);
                wording.say("days_and_times", &[("days", &wording.date(start.date())), ("times", &times)])
            } else {
                let (from, until) = (locale.date_time(start), locale.date_time(end));
                wording.say("from_to", &[("from", &from), ("until", &until)])
            };
            wording.in_zone(&span, &notice.zone)
        }
        (Some(start), None) => {
            let since = wording.locale().date_time(start.to_zoned(notice.zone.clone()).datetime());
            wording.in_zone(&wording.say("since", &[("time", &since)]), &notice.zone)
        }
        _ => set.lead().and_then(|lead| lead.meta.date).map(|date| wording.date(date)).unwrap_or_default(),
    }
}

/// The data of a notice.
pub fn of(wording: &Wording<'_>, id: DocumentId, document: &Document) -> Option<Notice> {
    let set = wording.site.document(id);
    let notice = set.notice.as_ref()?;
    let texts = document.notice.as_ref().map(|matter| matter.updates.as_slice()).unwrap_or_default();
    let lead =
        set.lead().and_then(|lead| lead.notice.as_ref()).map(|matter| matter.updates.as_slice()).unwrap_or_default();
    let lead_language = set.lead().map_or(document.language, |lead| lead.language);
    let update = |update: &model::UpdateTime| {
        let own = texts.iter().find(|text| text.time == update.time);
        let text = match own {
            Some(own) => wording.own(&own.text),
            None => wording.foreign(&lead.iter().find(|text| text.time == update.time)?.text, lead_language),
        };
        let time = wording.locale().date_time(update.time.to_zoned(notice.zone.clone()).datetime());
        let time = wording.say("moment", &[("time", &time)]);
        Some(Update {
            time: update.time.to_string(),
            label: wording.in_zone(&time, &notice.zone),
            status: status(wording, update.status),
            text,
        })
    };
    Some(Notice {
        heading: document.meta.title.clone(),
        item: item(wording, id, set, notice)?,
        updates: notice.updates.iter().rev().filter_map(update).collect(),
        html: wording.document_html(document),
        markdown: wording.document_markdown(document, PageKind::Notice(id)),
    })
}
