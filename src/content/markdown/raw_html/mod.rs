//! HTML inside Markdown: sanitised, shown as text or passed on (`site.raw_html`).
//!
//! A sanitised piece cannot break out of its place: a block is cleaned as a whole by `ammonia`, whose output is
//! balanced; a tag inside a line is written anew if it is on a short list, and ends with the element around it.

mod allowed;
mod block;
mod loss;
mod tag;

use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, code};

use super::link;
use super::run::Run;
use super::writer::{Frame, Writer};
use super::{RawHtml, fragment::Gap};
use block::Part;
use tag::{Tag, Token, tokens};

/// The most HTML elements inside each other that end together with one Markdown element.
const RAW_DEPTH: usize = 16;

/// The most elements and attributes that a text is told of as left out.
const MOST_LOSSES: usize = 50;

/// What a text remembers of its raw HTML.
#[derive(Default)]
pub(super) struct State {
    cleaner: Option<ammonia::Builder<'static>>,
    /// What was left out and said so.
    told: HashSet<String>,
}

impl State {
    fn cleaner(&mut self) -> &ammonia::Builder<'static> {
        self.cleaner.get_or_insert_with(block::cleaner)
    }
}

/// The words of a piece of HTML, without its tags and what only programs read.
pub(super) fn words(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let (mut done, mut is_hidden) = (0, false);
    for (token, range) in tokens(html) {
        if !is_hidden {
            words.push_str(&html[done..range.start]);
        }
        is_hidden = matches!(&token, Token::Start(tag) if tag.holds_text_only());
        done = range.end;
        // Elements set words apart.
        words.push(' ');
    }
    if !is_hidden {
        words.push_str(&html[done..]);
    }
    words
}

impl Writer<'_> {
    /// Writes the block of HTML in `run`.
    pub(super) fn html_block(&mut self, run: &Run) {
        match self.options.raw_html {
            RawHtml::Allow => {
                self.allowed_html(run.text());
                self.see(run.text());
            }
            RawHtml::Escape => self.html_as_text(run.text()),
            RawHtml::Sanitise => self.sanitised_block(run),
        }
    }

    /// Writes a tag inside a line.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        match self.options.raw_html {
            RawHtml::Allow => self.allowed_html(html),
            RawHtml::Escape => {
                self.plain.push(html);
                self.see(html);
                self.out.text(html);
            }
            RawHtml::Sanitise => {
                // A tag over two lines of a quote lost its marks on the way: then the whole tag is the place.
                let exact = html.len() == range.len();
                let place = |lost: Range<usize>| range.start + lost.start..range.start + lost.end;
                let place = |lost| if exact { place(lost) } else { range.clone() };
                self.warn_of_losses(loss::losses(html, allowed::inline), place);
                match tokens(html).next() {
                    Some((Token::Start(tag), _)) => self.open_inline(&tag),
                    Some((Token::End(name), _)) => self.close_raw(name),
                    Some((Token::Comment | Token::Nothing, _)) | None => {}
                }
            }
        }
    }

    fn allowed_html(&mut self, html: &str) {
        for (token, _) in tokens(html) {
            let Token::Start(tag) = token else { continue };
            let ids = tag.attributes.iter().filter(|a| a.name.eq_ignore_ascii_case("id"));
            self.anchors.extend(ids.map(|id| id.value.to_owned()));
        }
        self.out.push(html);
    }

    fn html_as_text(&mut self, html: &str) {
        self.see(html);
        self.out.push("<p>");
        html.trim().split('\r').for_each(|line| self.out.text(line));
        self.out.push("</p>\n");
    }

    fn sanitised_block(&mut self, run: &Run) {
        self.warn_of_losses(loss::losses(run.text(), allowed::block), |lost| run.source(lost));
        if block::is_too_deep(run.text()) {
            let warning = Diagnostic::warning(code::DOC_04, "this HTML nests too deep and is shown as text")
                .hint("close every element, or write it in Markdown");
            self.report.push(warning, run.source(0..run.text().len()));
            return self.html_as_text(run.text());
        }
        for part in block::parts(run.text()) {
            match part {
                Part::Html(range) => self.clean(&run.text()[range.clone()], run.source(range)),
                Part::Details(open) if self.has_room_for_raw() => {
                    self.out.push(if open { "<details open>\n" } else { "<details>\n" });
                    self.frames.push(Frame::Raw("details"));
                }
                Part::Details(_) => {}
                Part::DetailsEnd => self.close_raw("details"),
            }
        }
    }

    /// Cleans a piece of HTML and makes its links ours.
    fn clean(&mut self, html: &str, source: Range<usize>) {
        let clean = block::clean(self.raw.cleaner(), html);
        let clean = clean.trim();
        if clean.is_empty() {
            return;
        }
        let links = |html: &str| tokens(html).filter(|(token, _)| href(token).is_some()).count();
        if links(html) > links(clean) {
            let refused = Diagnostic::error(code::LNK_04, "a link in this HTML has an address that is not allowed");
            self.report.push(refused.hint(link::ALLOWED), source.clone());
        }
        self.push_clean(clean, &source);
        self.out.push("\n");
    }

    /// Writes what `ammonia` returned: its links become gaps, list items without a list lose their tags.
    fn push_clean(&mut self, clean: &str, source: &Range<usize>) {
        let mut open: Vec<(&str, bool)> = Vec::new();
        let mut done = 0;
        for (token, range) in tokens(clean) {
            self.see(&clean[done.min(range.start)..range.start]);
            let (cut, link) = match &token {
                Token::Start(tag) => {
                    let orphan = is_orphan(tag.name, &open);
                    if !allowed::is_void(tag.name) {
                        open.push((tag.name, orphan));
                    }
                    let href =
                        href(&token).map(|href| (href.range.start - 1..href.range.end, Some(decode(href.value))));
                    href.unwrap_or((if orphan { range.clone() } else { range.end..range.end }, None))
                }
                Token::End(_) if open.pop().is_some_and(|(_, orphan)| orphan) => (range.clone(), None),
                _ => (range.end..range.end, None),
            };
            self.out.push(&clean[done..cut.start]);
            if let Some(target) = link
                && let Some(index) = self.add_link(&target, source.clone())
            {
                self.out.gap(Gap::Link(index));
            }
            done = cut.end;
        }
        self.see(&clean[done..]);
        self.out.push(&clean[done..]);
    }

    fn open_inline(&mut self, tag: &Tag<'_>) {
        let Some(name) = allowed::inline(tag.name).filter(|_| self.has_room_for_raw()) else { return };
        let mut start = format!("<{name}");
        for kept in allowed::EVERYWHERE {
            if let Some(attribute) = tag.attributes.iter().find(|a| a.name.eq_ignore_ascii_case(kept)) {
                start.push_str(&format!(" {kept}=\"{}\"", attribute.value.replace('"', "&quot;")));
            }
        }
        start.push('>');
        // A browser's parser reads the values, broken entities and all, and they are written anew.
        let clean = self.raw.cleaner().clean(&start).to_string();
        self.out.push(clean.strip_suffix(&format!("</{name}>")).unwrap_or(&clean));
        if name == "br" {
            self.plain.push(" ");
        }
        if !allowed::is_void(name) {
            self.frames.push(Frame::Raw(name));
        }
    }

    /// Whether one more HTML element may be opened in the Markdown element that is open.
    fn has_room_for_raw(&self) -> bool {
        self.frames.iter().rev().take(RAW_DEPTH).take_while(|frame| matches!(frame, Frame::Raw(_))).count() < RAW_DEPTH
    }

    /// Closes the nearest open HTML element of this name, and those in it; never a Markdown element.
    fn close_raw(&mut self, name: &str) {
        let is_raw = |frame: &&Frame| matches!(frame, Frame::Raw(_));
        let found = self
            .frames
            .iter()
            .rev()
            .take_while(is_raw)
            .position(|frame| matches!(frame, Frame::Raw(open) if open.eq_ignore_ascii_case(name)));
        for _ in 0..found.map_or(0, |above| above + 1) {
            if let Some(Frame::Raw(open)) = self.frames.pop() {
                self.end_raw(open);
            }
        }
    }

    /// Writes the end tag of an HTML element.
    pub(super) fn end_raw(&mut self, name: &str) {
        self.out.push("</");
        self.out.push(name);
        self.out.push(if name == "details" { ">\n" } else { ">" });
    }

    /// Says of each element and attribute once that it is left out, and no more than a writer reads.
    fn warn_of_losses(&mut self, losses: Vec<loss::Loss<'_>>, place: impl Fn(Range<usize>) -> Range<usize>) {
        for lost in losses {
            if self.raw.told.len() < MOST_LOSSES && self.raw.told.insert(lost.name()) {
                self.report.push(lost.warning(), place(lost.range));
            }
        }
    }
}

/// The `href` of a link's start tag.
fn href<'t, 'a>(token: &'t Token<'a>) -> Option<&'t tag::Attribute<'a>> {
    match token {
        Token::Start(tag) if tag.name.eq_ignore_ascii_case("a") => {
            tag.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case("href"))
        }
        _ => None,
    }
}

/// Whether a browser would let this element end the Markdown list that the HTML stands in.
fn is_orphan(name: &str, open: &[(&str, bool)]) -> bool {
    let inside = |lists: &[&str]| open.iter().any(|(name, _)| lists.contains(name));
    match name {
        "li" => !inside(&["ul", "ol"]),
        "dt" | "dd" => !inside(&["dl"]),
        _ => false,
    }
}

/// Decodes the few entities that `ammonia` writes in attributes.
fn decode(value: &str) -> String {
    let decoded = value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{A0}");
    decoded.replace("&amp;", "&")
}
