//! Headings: levels under the page's title, and ids.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Place, code};

use super::fragment::{Gap, Mark};
use super::report::Report;
use super::writer::Writer;
use super::{Heading, Options};

/// The lowest level of HTML.
const LOWEST: u8 = 6;

/// A heading as written.
#[derive(Debug)]
pub(super) struct Draft {
    level: u8,
    id: Option<String>,
    text: String,
    place: Place,
}

/// An open heading.
#[derive(Debug)]
pub(super) struct OpenHeading {
    draft: Draft,
    start: Mark,
    content: Mark,
    text: usize,
}

impl Writer<'_> {
    /// Writes the start of a heading.
    pub(super) fn open_heading(&mut self, level: u8, range: Range<usize>) -> OpenHeading {
        let draft = Draft { level, id: None, text: String::new(), place: self.report.place(range) };
        let start = self.out.mark();
        self.out.gap(Gap::HeadingStart(self.headings.len()));
        OpenHeading { draft, start, content: self.out.mark(), text: self.plain.start() }
    }

    /// Writes the end of a heading. An empty one is left out: screen readers would announce nothing.
    pub(super) fn close_heading(&mut self, heading: OpenHeading) {
        let text = self.plain.stop(heading.text);
        let id = self.heading_id.take();
        if !self.out.grown_since(heading.content) {
            return self.out.rewind(heading.start);
        }
        self.out.gap(Gap::HeadingEnd(self.headings.len()));
        self.out.push("\n");
        self.headings.push(Draft { id, text, ..heading.draft });
    }

    /// Takes `{#id}` off the end of a heading's text; classes and attributes behind the id are dropped.
    pub(super) fn take_heading_id(&mut self) {
        let text = self.run.text().trim_end();
        let Some(inner) = text.strip_suffix('}') else { return };
        let Some(start) = inner.rfind('{').filter(|start| inner[*start..].starts_with("{#")) else { return };
        if self.report.is_escaped(self.run.source(start..start + 1).start) {
            return;
        }
        self.heading_id = inner[start + 2..].split_whitespace().next().map(str::to_owned);
        let rest = text[..start].trim_end().len();
        let id = self.run.source(rest..text.len());
        self.edits.leave_out(id);
        self.run.truncate(rest);
    }
}

/// Gives the headings of `order` (indexes into `drafts`, as they stand in the HTML) their levels and ids. The result
/// has the order of `drafts`; a heading that is not in the HTML is none. `taken` are the ids of the text, to which theirs
/// are added.
pub(super) fn resolve(
    drafts: &[Draft],
    order: &[usize],
    options: &Options<'_>,
    taken: &mut HashSet<String>,
    report: &mut Report<'_>,
) -> Vec<Option<Heading>> {
    warn_of_skips(drafts, order, report);
    let levels = levels(drafts, order, options.top_level);
    let mut ids: Vec<Option<String>> = vec![None; drafts.len()];
    let mut next = HashMap::new();
    // Ids that the writer chose come first, so that no heading above takes them.
    for chosen in [true, false] {
        for index in order.iter().copied() {
            let Some(draft) = drafts.get(index).filter(|draft| draft.id.is_some() == chosen) else { continue };
            let base = format!("{}{}", options.id_prefix, base_id(draft));
            ids[index] = Some(unique(base, taken, &mut next));
        }
    }
    let heading = |((id, draft), level): ((Option<String>, &Draft), u8)| {
        id.map(|id| Heading { level, id, text: draft.text.clone() })
    };
    ids.into_iter().zip(drafts).zip(levels).map(heading).collect()
}

/// The level of each heading: the uppermost under the page's title, and none deeper than one below the heading before it,
/// whatever the text says; what it says of skips is told.
fn levels(drafts: &[Draft], order: &[usize], top_level: u8) -> Vec<u8> {
    let top = order.iter().filter_map(|i| drafts.get(*i)).map(|draft| draft.level).min().unwrap_or(1);
    let mut levels = vec![top_level; drafts.len()];
    let mut last = top_level.saturating_sub(1);
    for index in order.iter().copied() {
        let (Some(draft), Some(level)) = (drafts.get(index), levels.get_mut(index)) else { continue };
        let asked = (draft.level - top.min(draft.level)).saturating_add(top_level);
        *level = asked.min(last.saturating_add(1)).clamp(1, LOWEST);
        last = *level;
    }
    levels
}

fn warn_of_skips(drafts: &[Draft], order: &[usize], report: &mut Report<'_>) {
    let top = order.iter().filter_map(|i| drafts.get(*i)).map(|draft| draft.level).min().unwrap_or(1);
    let mut last = top - 1;
    for draft in order.iter().filter_map(|i| drafts.get(*i)) {
        if draft.level > last + 1 {
            let marks = |level: u8| "#".repeat(usize::from(level));
            let message = if last < top {
                format!("the first heading has level {}, deeper than one below it", draft.level)
            } else {
                format!("this heading skips from level {last} to level {}", draft.level)
            };
            let warning = Diagnostic::warning(code::A11Y_01, message).hint(format!("write `{}` here", marks(last + 1)));
            report.push_at(warning, draft.place.clone());
        }
        last = draft.level;
    }
}

fn base_id(draft: &Draft) -> String {
    let plain = |id: &&String| id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') && !id.is_empty();
    let id = match &draft.id {
        Some(id) => Some(id).filter(plain).cloned().unwrap_or_else(|| slug(id)),
        None => slug(&draft.text),
    };
    if id.is_empty() { "section".to_owned() } else { id }
}

/// `base`, or `base-2`, `base-3`, … if it is taken; `next` keeps the numbers tried, so that many equal headings stay cheap.
fn unique(base: String, taken: &mut HashSet<String>, next: &mut HashMap<String, usize>) -> String {
    if taken.insert(base.clone()) {
        return base;
    }
    let number = next.entry(base.clone()).or_insert(2);
    loop {
        let id = format!("{base}-{number}");
        *number += 1;
        if taken.insert(id.clone()) {
            return id;
        }
    }
}

/// `text` as a part of an address or as an id: NFC, lower case, letters (of any script) and digits kept, every other run
/// made one `-`, none at the ends. Empty when there is neither letter nor digit.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        // Nothing to compose, as in most headings of many languages.
        add_slug(text.chars().map(|letter| letter.to_ascii_lowercase()), &mut out);
    } else {
        add_slug(text.nfc().collect::<String>().to_lowercase().nfc(), &mut out);
    }
    out
}

fn add_slug(letters: impl Iterator<Item = char>, out: &mut String) {
    let mut gap = false;
    for letter in letters {
        // Marks are parts of letters: without them Hindi and Thai words fall apart.
        let mark = unicode_normalization::char::is_combining_mark(letter) && !gap && !out.is_empty();
        if letter.is_alphanumeric() || mark {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push(letter);
        } else {
            gap = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs() {
        for (text, expected) in [
            ("Reset your password", "reset-your-password"),
            ("  --Zażółć  GĘŚLĄ!--", "zażółć-gęślą"),
            ("e\u{301}te\u{301}", "été"),
            ("Straße & Co. 2", "straße-co-2"),
            ("हिन्दी भाषा", "हिन्दी-भाषा"),
            ("日本語 ガイド", "日本語-ガイド"),
            ("İstanbul", "i\u{307}stanbul"),
            ("ΟΔΟΣ", "οδος"),
            ("\u{301}a", "a"),
            ("C:\\x/../y", "c-x-y"),
            ("👍 !?", ""),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }
}
