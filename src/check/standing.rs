//! OPS-07: where a notice says that it stands agrees with its times, its kind and its updates.

use super::Report;
use super::notices::{is_to_come, tell, written};
use crate::content::document::Document;
use crate::diagnostic::{Diagnostic, code};
use crate::model::notice::{Notice, NoticeKind, NoticeStatus};

pub(super) fn check(report: &Report<'_>, document: &Document, notice: &Notice) {
    if let Some(status) = notice.status {
        of_its_kind(report, document, notice.kind, status);
        in_time(report, document, notice, status);
    }
    last_update(report, document, notice);
}

/// An incident is not planned, and maintenance has no cause to be looked for.
fn of_its_kind(report: &Report<'_>, document: &Document, kind: NoticeKind, status: NoticeStatus) {
    use NoticeStatus::{Identified, Investigating, Monitoring, Resolved};
    let incident = matches!(status, Investigating | Identified | Monitoring | Resolved);
    let hint = match kind {
        NoticeKind::Incident if !incident => {
            "an incident is investigating, identified, monitoring or resolved; planned work is of the kind maintenance"
        }
        NoticeKind::Maintenance if incident => {
            "maintenance is scheduled, in-progress, verifying, completed or cancelled; a fault is of the kind incident"
        }
        _ => return,
    };
    let message = format!("`{}` is no status of the kind {}", status.name(), kind.name());
    // "Planned" is false of what breaks; the other words say roughly what is meant.
    let problem = match (kind, status) {
        (NoticeKind::Incident, NoticeStatus::Scheduled) => Diagnostic::error(code::OPS_07, message),
        _ => Diagnostic::warning(code::OPS_07, message),
    };
    tell(report, document, problem.hint(hint));
}

/// Nothing goes on or is done before it begins, and what is over has ended. The future of incidents is told by OPS-02.
fn in_time(report: &Report<'_>, document: &Document, notice: &Notice, status: NoticeStatus) {
    let to_come = |time: Option<jiff::Timestamp>| time.filter(|time| is_to_come(report, *time));
    let problem = match (notice.kind, to_come(notice.start), to_come(notice.end)) {
        (NoticeKind::Maintenance, Some(start), _)
            if !matches!(status, NoticeStatus::Scheduled | NoticeStatus::Cancelled) =>
        {
            let message =
                format!("the maintenance is `{}` and begins only at {}", status.name(), written(notice, start));
            let hint = "write status = \"scheduled\", or as `start` when it began";
            Diagnostic::error(code::OPS_07, message).hint(hint)
        }
        (NoticeKind::Maintenance, None, Some(end)) if status == NoticeStatus::Completed => {
            let message = format!("the maintenance is completed, and ends only at {}", written(notice, end));
            let hint = "write as `end` when it was done, or an update with status = \"completed\": calendars show it until then";
            Diagnostic::error(code::OPS_07, message).hint(hint)
        }
        (NoticeKind::Incident, ..) if status.is_over() && notice.end.is_none() => {
            let message = format!("the incident is {}, and does not say when it ended", status.name());
            Diagnostic::warning(code::OPS_07, message).hint("add end = …, when it worked again")
        }
        (NoticeKind::Incident, None, Some(end)) if status.is_over() => {
            let message = format!("the incident is {}, and ends only at {}", status.name(), written(notice, end));
            Diagnostic::error(code::OPS_07, message).hint("write as `end` when it worked again")
        }
        _ => return,
    };
    tell(report, document, problem);
}

/// Who wrote that it is over and left the status as it was has a page that says both.
fn last_update(report: &Report<'_>, document: &Document, notice: &Notice) {
    let Some(last) = notice.updates.iter().rev().find_map(|update| update.status) else { return };
    let says = match notice.status {
        Some(status) if status == last => return,
        // The clock alone says where planned maintenance stands.
        None | Some(NoticeStatus::Scheduled) if !last.is_over() => return,
        Some(status) => format!("the notice says `{}`", status.name()),
        None => "the notice has no status".to_owned(),
    };
    let message = format!("the last update says `{}`, and {says}", last.name());
    let is_over = notice.status.is_some_and(NoticeStatus::is_over);
    let problem = if last.is_over() && !is_over {
        Diagnostic::error(code::OPS_07, message)
    } else {
        Diagnostic::warning(code::OPS_07, message)
    };
    tell(report, document, problem.hint(format!("write status = \"{}\", or correct the update", last.name())));
}
