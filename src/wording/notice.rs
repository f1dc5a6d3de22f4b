//! What is said of a notice, on its page and in feeds: where it stands, when, and what was said in its course.

use jiff::Zoned;

use super::Wording;
use crate::content::Document;
use crate::model::notice::{Notice, NoticeStatus, UpdateTime};
use crate::site::DocumentSet;
use crate::view::notices::Update;

impl Wording<'_> {
    /// "Watching the repair"; empty without a status.
    pub fn notice_status(&self, status: Option<NoticeStatus>) -> String {
        status.map(|status| self.word(&format!("status_{}", status.name().replace('-', "_")))).unwrap_or_default()
    }

    /// "5 December 2026, 22:00 to 6 December 2026, 02:00, Warsaw time": true on every day.
    pub fn notice_when(&self, set: &DocumentSet, notice: &Notice) -> String {
        let local = |instant: jiff::Timestamp| instant.to_zoned(notice.zone.clone());
        match (notice.start.map(local), notice.end.map(local)) {
            (Some(start), Some(end)) => self.by_the_clock(&self.span(&start, &end), &[start, end]),
            (Some(start), None) => {
                // What is over does not go on since then, even if nobody wrote when it ended.
                let word = if notice.status.is_some_and(NoticeStatus::is_over) { "began" } else { "since" };
                let since = self.say(word, &[("time", &self.locale().date_time(start.datetime()))]);
                self.by_the_clock(&since, &[start])
            }
            _ => set.lead().and_then(|lead| lead.meta.date).map(|date| self.date(date)).unwrap_or_default(),
        }
    }

    fn span(&self, start: &Zoned, end: &Zoned) -> String {
        let locale = self.locale();
        if start.date() == end.date() {
            let (from, until) = (locale.time(start.time()), locale.time(end.time()));
            let times = self.say("time_range", &[("start", &from), ("end", &until)]);
            self.say("days_and_times", &[("days", &self.date(start.date())), ("times", &times)])
        } else {
            let (from, until) = (locale.date_time(start.datetime()), locale.date_time(end.datetime()));
            self.say("from_to", &[("from", &from), ("until", &until)])
        }
    }

    /// What was said in the course of a notice, newest first. Words that a translation lacks are those of the default language.
    pub fn notice_updates(&self, set: &DocumentSet, notice: &Notice, document: &Document) -> Vec<Update> {
        fn words<'d>(document: &'d Document, update: &UpdateTime) -> Option<&'d str> {
            let updates = &document.notice.as_ref()?.updates;
            updates.iter().find(|said| said.time == update.time).map(|said| said.text.as_str())
        }
        let update = |update: &UpdateTime| {
            let text = match words(document, update) {
                Some(own) => self.own(own),
                None => self.foreign(words(set.lead()?, update)?, set.lead()?.language),
            };
            let time = update.time.to_zoned(notice.zone.clone());
            let said = self.say("moment", &[("time", &self.locale().date_time(time.datetime()))]);
            Some(Update {
                time: update.time.to_string(),
                label: self.by_the_clock(&said, &[time]),
                status: self.notice_status(update.status),
                text,
            })
        };
        notice.updates.iter().rev().filter_map(update).collect()
    }

    /// A sentence about these times with their zone. The hour that comes twice in autumn is told apart by its offset.
    fn by_the_clock(&self, sentence: &str, times: &[Zoned]) -> String {
        let sentence = match times.first() {
            Some(time) => self.in_zone(sentence, time.time_zone()),
            None => return sentence.to_owned(),
        };
        let comes_twice = |time: &Zoned| time.time_zone().to_ambiguous_timestamp(time.datetime()).is_ambiguous();
        if !times.iter().any(comes_twice) {
            return sentence;
        }
        let mut offsets: Vec<String> = times.iter().map(|time| format!("UTC{}", time.strftime("%:z"))).collect();
        offsets.dedup();
        format!("{sentence} ({})", offsets.join(" – "))
    }
}
