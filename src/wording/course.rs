//! The course of a notice: what is planned becomes current and then past, in the browser without another build.
//!
//! What stands without a script depends on the date of the build alone and stays true all day; a script that knows the
//! instant shows what hides here.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Wording;
use crate::model::hours::{midnight, utc_midnight};
use crate::model::notice::{Notice, NoticeKind, NoticeStatus};
use crate::site::DocumentSet;
use crate::view::notices::{Stage, Window};

/// Where a notice stands on the date of the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It is to come.
    Planned,
    /// It goes on, or may on this day.
    Current,
    /// It is over.
    Past,
}

/// What a notice is on the date of the build, and when that changes.
#[derive(Clone, Debug)]
pub struct Course {
    /// Where it stands.
    pub phase: Phase,
    /// The first instant of its first day, if the day of the build was there before.
    begins: Option<Timestamp>,
    /// Its end, if the day of the build was there before.
    ends: Option<Timestamp>,
}

/// Whether what is on the day `today` cannot have begun on it. That day is one of UTC, by which no zone can be a day early
/// or late.
fn is_to_come(start: Timestamp, today: Date) -> bool {
    today.tomorrow().is_ok_and(|tomorrow| utc_midnight(tomorrow) <= start)
}

impl Course {
    /// The course of a notice, by its facts and the date of the build.
    pub fn of(set: &DocumentSet, notice: &Notice, today: Date) -> Self {
        if notice.status.is_some_and(NoticeStatus::is_over) || notice.end.is_some_and(|end| end <= utc_midnight(today))
        {
            return Self { phase: Phase::Past, begins: None, ends: None };
        }
        let date = || set.lead().and_then(|lead| lead.meta.date);
        let to_come = match notice.start {
            Some(start) => is_to_come(start, today),
            None => date().is_some_and(|date| today < date),
        };
        let first_day = notice.start.map(|start| start.to_zoned(notice.zone.clone()).date()).or_else(date);
        // On a day on which it may begin it stands there, and a clock may still hide it.
        let begins = first_day
            .and_then(|day| midnight(day, &notice.zone))
            .filter(|begins| to_come || utc_midnight(today) < *begins);
        Self { phase: if to_come { Phase::Planned } else { Phase::Current }, begins, ends: notice.end }
    }

    /// When it stands among the notices of a phase; none when it never will.
    pub fn listed(&self, phase: Phase) -> Option<Window> {
        let hidden = phase != self.phase;
        match phase {
            Phase::Planned if hidden => self.begins.map(|begins| window(None, Some(begins), true)),
            Phase::Planned => Some(window(None, self.begins, false)),
            _ if phase < self.phase => None,
            Phase::Current => Some(window(self.begins, self.ends, hidden)),
            Phase::Past if !hidden => Some(Window::default()),
            Phase::Past => self.ends.map(|ends| window(Some(ends), None, hidden)),
        }
    }

    /// Where it stands, one after the other.
    pub fn stages(&self, wording: &Wording<'_>, notice: &Notice, today: Date) -> Vec<Stage> {
        let of = |status: NoticeStatus| wording.notice_status(Some(status));
        let stage = |label: String, tone: &str, shown: Window| Stage { label, tone: tone.to_owned(), shown };
        let planned = matches!(notice.status, None | Some(NoticeStatus::Scheduled));
        if let (NoticeKind::Maintenance, true, Some(start), Some(end)) =
            (notice.kind, planned, notice.start, notice.end)
        {
            // On its days nobody can say without a clock whether it goes on.
            let to_come = is_to_come(start, today);
            return vec![
                stage(of(NoticeStatus::Scheduled), "warn", window(None, Some(start), !to_come)),
                stage(of(NoticeStatus::InProgress), "warn", window(Some(start), Some(end), true)),
                stage(wording.word("status_over"), "ok", window(Some(end), None, self.phase != Phase::Past)),
            ];
        }
        let tone = match (notice.kind, notice.status) {
            _ if self.phase == Phase::Past => "ok",
            (NoticeKind::News, _) => "info",
            (NoticeKind::Incident, Some(NoticeStatus::Monitoring)) | (NoticeKind::Maintenance, _) => "warn",
            (NoticeKind::Incident, _) => "bad",
        };
        let Some(status) = notice.status else { return Vec::new() };
        let over = |shown: Window| stage(wording.word("status_ended"), "ok", shown);
        // What was said last holds until the end and not after it.
        match (status.is_over(), self.phase, self.ends) {
            (false, Phase::Past, _) => vec![over(Window::default())],
            (false, _, Some(ends)) => {
                vec![stage(of(status), tone, window(None, Some(ends), false)), over(window(Some(ends), None, true))]
            }
            _ => vec![stage(of(status), tone, Window::default())],
        }
    }

    /// Where it stands, for a text that is read on other days than that of the build: the end that has come, or what is
    /// true beside its times whatever the clock says. Empty when nothing is said of it.
    pub fn lasting(&self, wording: &Wording<'_>, notice: &Notice, today: Date) -> String {
        let stages = self.stages(wording, notice, today);
        let stands = stages.iter().rev().find(|stage| !stage.shown.hidden).or(stages.first());
        stands.map(|stage| stage.label.clone()).unwrap_or_default()
    }

    /// When its end came, if the clock alone says that it is over.
    pub fn ended(&self, notice: &Notice) -> Option<Timestamp> {
        let is_said = notice.status.is_some_and(NoticeStatus::is_over);
        notice.end.filter(|_| self.phase == Phase::Past && !is_said)
    }
}

fn window(start: Option<Timestamp>, end: Option<Timestamp>, hidden: bool) -> Window {
    let minute = |instant: Timestamp| instant.as_second().div_euclid(60);
    Window { start: start.map(minute), end: end.map(minute), hidden }
}
