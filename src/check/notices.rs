//! Notices whose times make sense on the day of the build.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Report, days, standing};
use crate::content::document::Document;
use crate::diagnostic::{Diagnostic, Place, code};
use crate::model::notice::{Notice, NoticeKind};
use crate::site::DocumentSet;

/// Maintenance that ended so many days ago is over, whatever its notice says.
const OVER: i32 = 14;

pub(super) fn check(report: &Report<'_>) {
    let sets = report.site.documents.iter();
    let notices: Vec<(&DocumentSet, &Document, &Notice)> =
        sets.filter_map(|set| Some((set, set.lead()?, set.notice.as_ref()?))).collect();
    for (_, document, notice) in &notices {
        future(report, document, notice);
        early(report, document, notice);
        left_over(report, document, notice);
    }
    overlaps(report, &notices);
    // Of a notice that could not be read in full nobody knows what it was to say.
    let faulty = report.diagnostics.faulty_files();
    for (_, document, notice) in notices.iter().filter(|(_, document, _)| !faulty.contains(document.source.path())) {
        standing::check(report, document, notice);
    }
}

/// OPS-03: two maintenance windows of one service, open at one time, are told apart by nobody.
fn overlaps(report: &Report<'_>, notices: &[(&DocumentSet, &Document, &Notice)]) {
    let planned = notices.iter().filter_map(|(set, document, notice)| {
        let open = notice.kind == NoticeKind::Maintenance && !notice.status.is_some_and(|status| status.is_over());
        let (start, end) = notice.start.zip(notice.end).filter(|_| open)?;
        Some((start, end, &set.key, *document, *notice))
    });
    let mut planned: Vec<_> = planned.collect();
    planned.sort_by_key(|(start, end, key, ..)| (*start, *end, *key));
    let mut running: Vec<(Timestamp, &String, &Notice)> = Vec::new();
    for (start, end, key, document, notice) in planned {
        running.retain(|(until, ..)| start < *until);
        let shared = |other: &&(Timestamp, &String, &Notice)| {
            notice.components.iter().any(|component| other.2.components.contains(component))
        };
        if let Some((_, other, _)) = running.iter().find(shared) {
            let message = format!("two maintenance windows of one service overlap: {other} and {key}");
            let problem = Diagnostic::warning(code::OPS_03, message);
            tell(report, document, problem.hint("make one notice of them, or move one"));
        }
        running.push((end, key, notice));
    }
}

pub(super) fn tell(report: &Report<'_>, document: &Document, problem: Diagnostic) {
    let place = document.notice.as_ref().map_or_else(|| Place::file(&document.source), |notice| notice.place.clone());
    report.diagnostics.push(problem.at(place).adjustable());
}

/// A time by the clock of the notice.
pub(super) fn written(notice: &Notice, time: Timestamp) -> String {
    time.to_zoned(notice.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Whether a time is in the future. Only the date of the build is known, so the day after still passes.
pub(super) fn is_to_come(report: &Report<'_>, time: Timestamp) -> bool {
    days(report.today(), time.to_zoned(TimeZone::UTC).date()) > 1
}

/// OPS-02: what happened is not in the future.
fn future(report: &Report<'_>, document: &Document, notice: &Notice) {
    let late = |time: Timestamp| is_to_come(report, time);
    if let Some(start) = notice.start.filter(|start| notice.kind == NoticeKind::Incident && late(*start)) {
        let message = format!("the incident begins in the future, at {}", written(notice, start));
        let hint = "correct the date; what is planned is a notice of the kind maintenance";
        tell(report, document, Diagnostic::error(code::OPS_02, message).hint(hint));
    }
    if let Some(time) = notice.updates.iter().map(|update| update.time).find(|time| late(*time)) {
        let message = format!("an update has a date to come, {}, and is left out until then", written(notice, time));
        tell(report, document, Diagnostic::warning(code::OPS_02, message).hint("correct the date, if it is a slip"));
    }
}

/// OPS-02: nobody reports of an incident before it begins; maintenance is announced before.
fn early(report: &Report<'_>, document: &Document, notice: &Notice) {
    let Some(start) = notice.start.filter(|_| notice.kind == NoticeKind::Incident) else { return };
    if let Some(first) = notice.updates.iter().map(|update| update.time).find(|time| *time < start) {
        let message = format!(
            "an update of {} is earlier than the start of the incident, {}",
            written(notice, first),
            written(notice, start)
        );
        tell(report, document, Diagnostic::warning(code::OPS_02, message).hint("correct one of the two"));
    }
}

/// OPS-04: maintenance that is long past is not still planned.
fn left_over(report: &Report<'_>, document: &Document, notice: &Notice) {
    let Some(end) = notice.end.filter(|_| notice.kind == NoticeKind::Maintenance) else { return };
    let Some(status) = notice.status.filter(|status| !status.is_over()) else { return };
    let last = notice.updates.last().and_then(|update| update.status);
    let age = days(end.to_zoned(TimeZone::UTC).date(), report.today());
    if age > OVER && !last.is_some_and(|status| status.is_over()) {
        let message = format!("the maintenance ended {age} days ago, and its notice still says `{}`", status.name());
        let hint = "write status = \"completed\" or \"cancelled\"";
        tell(report, document, Diagnostic::warning(code::OPS_04, message).hint(hint));
    }
}
