//! Incidents, maintenance, news.

use super::articles;
use super::self_service::clouds;
use crate::content::{Document, DocumentKind};
use crate::model::notice::{NoticeKind, NoticeStatus};
use crate::site::portal_link::Purpose;
use crate::site::{DocumentId, DocumentSet};
use crate::view::notices::{Notice, NoticeItem, Notices, Update};
use crate::view::shell::Banner;
use crate::wording::Wording;
use jiff::Timestamp;
use jiff::civil::Date;

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
        let found = sets.iter().filter(|(_, set, notice)| phase_of(set, notice, wording.today) == phase);
        found.filter_map(|(id, set, notice)| item(wording, *id, set, notice)).collect::<Vec<_>>()
    };
    let mut planned = of(Phase::Planned);
    planned.reverse();
    Notices {
        heading: wording.word("notices_heading"),
        current: of(Phase::Current),
        planned,
        past: of(Phase::Past),
        clouds: clouds(wording, Purpose::Health),
    }
}

/// The notices that stand above other pages: those of these days, incidents first.
pub fn banners(wording: &Wording<'_>) -> Vec<Banner> {
    let all =
        wording.site.documents_of(DocumentKind::Notice).filter_map(|(id, set)| Some((id, set, set.notice.as_ref()?)));
    let current = all.filter(|(_, set, notice)| {
        notice.kind != NoticeKind::News && phase_of(set, notice, wording.today) == Phase::Current
    });
    let mut current: Vec<_> = current.collect();
    current.sort_by_key(|(_, set, notice)| (notice.kind != NoticeKind::Incident, set.order()));
    let banner = |(id, set, notice): (DocumentId, &DocumentSet, &model::Notice)| {
        let item = item(wording, id, set, notice)?;
        Some(Banner {
            kind: item.kind,
            kind_label: item.kind_label,
            title: item.title,
            when: item.when,
            href: item.href,
            start: item.start,
            end: item.end,
        })
    };
    current.into_iter().filter_map(banner).collect()
}

/// Where a notice stands on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Current,
    Planned,
    Past,
}

/// By date only: what a page says must stay true all day.
fn phase_of(set: &DocumentSet, notice: &model::Notice, today: Date) -> Phase {
    let date = |instant: Timestamp| instant.to_zoned(notice.zone.clone()).date();
    let begins = notice.start.map(date).or_else(|| set.lead().and_then(|lead| lead.meta.date));
    if notice.status.is_some_and(NoticeStatus::is_over) || notice.end.map(date).is_some_and(|end| end < today) {
        return Phase::Past;
    }
    match begins {
        Some(begins) if today < begins => Phase::Planned,
        _ => Phase::Current,
    }
}

fn item(wording: &Wording<'_>, id: DocumentId, set: &DocumentSet, notice: &model::Notice) -> Option<NoticeItem> {
    let document = set.nearest(wording.language)?;
    let own = document.language == wording.language;
    let over = phase_of(set, notice, wording.today) == Phase::Past;
    let tone = match (notice.kind, notice.status) {
        _ if over => "ok",
        (NoticeKind::News, _) => "info",
        (NoticeKind::Incident, Some(NoticeStatus::Monitoring)) | (NoticeKind::Maintenance, _) => "warn",
        (NoticeKind::Incident, _) => "bad",
    };
    Some(NoticeItem {
        kind: notice.kind.name().to_owned(),
        kind_label: wording.word(&format!("notice_{}", notice.kind.name())),
        tone: tone.to_owned(),
        status: status(wording, notice.status),
        title: articles::title(wording, set)?,
        description: if own { document.meta.description.clone().unwrap_or_default() } else { String::new() },
        when: when(wording, set, notice),
        start: notice.start.map(|start| start.to_string()).unwrap_or_default(),
        end: notice.end.map(|end| end.to_string()).unwrap_or_default(),
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
    })
}
