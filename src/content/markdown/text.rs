//! Text: placeholders become gaps, bare addresses become links.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use memchr::memchr2;

use super::fragment::Gap;
use super::run::Run;
use super::writer::Writer;
use super::{link, placeholder};

impl Writer<'_> {
    /// Writes the text collected so far.
    pub(super) fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        self.plain.push(run.text());
        if self.image.is_none() {
            self.see(run.text());
            self.text(&run);
        }
        run.clear();
        self.run = run;
    }

    fn text(&mut self, run: &Run) {
        let mut done = 0;
        if let Some(known) = self.options.placeholders {
            while let Some(found) = placeholder::next(run.text(), done) {
                let name = &run.text()[found.start + 1..found.end - 1];
                let index = known.iter().position(|known| *known == name);
                // An unknown one stays in the text, braces and all.
                let end = if index.is_some() { found.start } else { found.end };
                self.text_without_placeholders(run, done..end);
                match index {
                    Some(index) => {
                        self.placeholders += 1;
                        self.out.gap(Gap::Placeholder(index, self.in_link));
                        self.edits.placeholder(run.source(found.clone()), index, self.in_link);
                    }
                    None => self.report.push(placeholder::unknown(name, known), run.source(found.clone())),
                }
                done = found.end;
            }
        }
        self.text_without_placeholders(run, done..run.text().len());
    }

    fn text_without_placeholders(&mut self, run: &Run, range: Range<usize>) {
        let text = &run.text()[range.clone()];
        // Both kinds of bare addresses have one of these signs.
        if self.in_link || memchr2(b':', b'@', text.as_bytes()).is_none() {
            return self.words(text, run.source(range));
        }
        let mut done = 0;
        for found in LinkFinder::new().links(text) {
            let target = match found.kind() {
                LinkKind::Email => format!("mailto:{}", found.as_str()),
                LinkKind::Url if link::is_web(found.as_str()) => found.as_str().to_owned(),
                _ => continue,
            };
            self.words(&text[done..found.start()], run.source(range.start + done..range.start + found.start()));
            let source = run.source(range.start + found.start()..range.start + found.end());
            self.bare_link(&target, found.as_str(), source);
            done = found.end();
        }
        self.words(&text[done..], run.source(range.start + done..range.end));
    }

    /// Writes words of the author, which the bytes `source` of the text were read as.
    pub(super) fn words(&mut self, text: &str, source: Range<usize>) {
        let written = if text.len() < SHORT { None } else { self.report.written(source, text) };
        match written {
            Some(bytes) => self.out.gap(Gap::Text(bytes)),
            None => self.out.text(text),
        }
    }
}

/// Text of so few bytes takes less room than its place.
const SHORT: usize = 24;
