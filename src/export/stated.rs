//! What a feed says of a notice beside its text: what its page says, in words that stay true while the feed is kept.

use std::fmt::Write;

use super::xml;
use crate::content::Document;
use crate::model::notice::{Notice, NoticeStatus};
use crate::site::DocumentSet;
use crate::view::Phrase;
use crate::view::notices::Update;
use crate::wording::{Course, Wording};

/// The facts of a notice as words of one language.
pub(super) struct Stated {
    /// Where it stands; may be empty.
    status: String,
    /// "Maintenance".
    pub(super) kind: String,
    /// When, with the zone; may be empty.
    when: String,
    /// The services affected.
    components: Vec<Phrase>,
    heading: String,
    description: String,
    updates: Vec<Update>,
}

impl Stated {
    pub(super) fn new(wording: &Wording<'_>, set: &DocumentSet, notice: &Notice, document: &Document) -> Self {
        let components = notice.components.iter();
        Self {
            status: Course::of(set, notice, wording.today).lasting(wording, notice, wording.today),
            kind: wording.word(&format!("notice_{}", notice.kind.name())),
            when: wording.notice_when(set, notice),
            components: components.map(|one| wording.phrase(&wording.portal().components[*one].name)).collect(),
            heading: document.meta.title.clone(),
            description: document.meta.description.clone().unwrap_or_default(),
            updates: wording.notice_updates(set, notice, document),
        }
    }

    /// The title; of what was called off, that comes first, for lists show nothing else.
    pub(super) fn title(&self, wording: &Wording<'_>, notice: &Notice) -> String {
        match notice.status {
            Some(NoticeStatus::Cancelled) => {
                wording.say("status_titled", &[("status", &self.status), ("title", &self.heading)])
            }
            _ => self.heading.clone(),
        }
    }

    /// "Planned · Maintenance · 5 December 2026, 22:00 to 6 December 2026, 02:00, Warsaw time · Mail", then a sentence.
    pub(super) fn summary(&self) -> String {
        let words = [&self.status, &self.kind, &self.when].into_iter().map(String::as_str);
        let words = words.chain(self.components.iter().map(|name| name.text.as_str()));
        let facts = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
        if self.description.is_empty() { facts } else { format!("{facts}. {}", self.description) }
    }

    /// The same as HTML, and what was said in the course of it, newest first.
    pub(super) fn html(&self) -> String {
        let bold = |word: &String| if word.is_empty() { String::new() } else { format!("<b>{}</b>", text(word)) };
        let words = [bold(&self.status), text(&self.kind), bold(&self.when)].into_iter();
        let words = words.chain(self.components.iter().map(said)).filter(|word| !word.is_empty());
        let mut html = format!("<p>{}</p>", words.collect::<Vec<_>>().join(" · "));
        // Writing to a string cannot fail.
        if !self.description.is_empty() {
            let _ = write!(html, "<p>{}</p>", text(&self.description));
        }
        for update in &self.updates {
            let status = if update.status.is_empty() { String::new() } else { format!("{}: ", bold(&update.status)) };
            let _ = write!(html, "<p><b>{}</b><br>{status}{}</p>", text(&update.label), said(&update.text));
        }
        html
    }
}

/// Words, marked where they are in another language.
fn said(phrase: &Phrase) -> String {
    let words = text(&phrase.text);
    let note = phrase.note.iter().map(|note| format!(" ({})", text(note))).collect::<String>();
    match (&phrase.lang, &phrase.dir) {
        (Some(lang), Some(dir)) => format!("<span lang=\"{lang}\" dir=\"{dir}\">{words}</span>{note}"),
        _ => format!("{words}{note}"),
    }
}

/// Words in HTML. Quotes stay as they are: readers of old know no `&apos;`, and none stands in an attribute.
fn text(words: &str) -> String {
    xml::escape(words).replace("&apos;", "'").replace("&quot;", "\"")
}
