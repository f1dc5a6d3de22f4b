//! The parser's events, one after the other, become HTML.
//!
//! What is open stands on a list, not on the stack: depth costs memory only.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::footnote::{Footnotes, OpenFootnote};
use super::fragment::Fragment;
use super::heading::{Draft, OpenHeading};
use super::image::OpenImage;
use super::link::OpenLink;
use super::plain::{Plain, clip};
use super::report::Report;
use super::run::Run;
use super::table::{Cell, Table};
use super::twin::Edits;
use super::{Image, Link, Options, alert, code_block, raw_html};

/// The most characters of a summary: search engines cut longer ones.
const SUMMARY: usize = 155;

/// An open element.
#[derive(Debug)]
pub(super) enum Frame {
    /// Ends with this HTML.
    Element(&'static str),
    /// A paragraph that may become the summary: where its text starts, and the placeholders before it.
    Lead(usize, usize),
    /// A list item: where its start tag ends.
    Item(usize),
    CodeBlock,
    HtmlBlock,
    Heading(OpenHeading),
    Link(OpenLink),
    Table,
    TableHead,
    Cell(Cell),
    Footnote(OpenFootnote),
    /// An element of raw HTML, which ends with the Markdown element around it at the latest.
    Raw(&'static str),
}

/// Makes the [`Body`] of one text.
pub(super) struct Writer<'a> {
    pub(super) options: &'a Options<'a>,
    pub(super) report: Report<'a>,
    pub(super) out: Fragment,
    pub(super) frames: Vec<Frame>,
    pub(super) plain: Plain,
    /// Text that may go on in the next event.
    pub(super) run: Run,
    html_run: Run,
    pub(super) image: Option<OpenImage>,
    pub(super) table: Option<Table>,
    /// The names of the tables that have ended.
    pub(super) tables: Vec<String>,
    pub(super) footnotes: Footnotes,
    pub(super) footnote_depth: usize,
    pub(super) raw: raw_html::State,
    pub(super) in_link: bool,
    in_code: bool,
    pub(super) placeholders: usize,
    pub(super) links: Vec<Link>,
    pub(super) images: Vec<Image>,
    pub(super) headings: Vec<Draft>,
    /// The id that the writer chose for the heading that ends next.
    pub(super) heading_id: Option<String>,
    pub(super) anchors: HashSet<String>,
    /// What the twin has otherwise.
    pub(super) edits: Edits,
    pub(super) summary: Option<String>,
    pub(super) is_empty: bool,
}

impl<'a> Writer<'a> {
    /// A writer of a text of `length` bytes.
    pub(super) fn new(options: &'a Options<'a>, report: Report<'a>, length: usize) -> Self {
        let html = String::with_capacity(length / 2);
        Self {
            options,
            report,
            out: Fragment { html, gaps: Vec::new() },
            frames: Vec::new(),
            plain: Plain::default(),
            run: Run::default(),
            html_run: Run::default(),
            image: None,
            table: None,
            tables: Vec::new(),
            footnotes: Footnotes::default(),
            footnote_depth: 0,
            raw: raw_html::State::default(),
            in_link: false,
            in_code: false,
            placeholders: 0,
            links: Vec::new(),
            images: Vec::new(),
            headings: Vec::new(),
            heading_id: None,
            anchors: HashSet::new(),
            edits: Edits::default(),
            summary: None,
            is_empty: true,
        }
    }

    /// Writes one event.
    pub(super) fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        if let Event::Text(text) = event
            && !self.in_code
        {
            return self.run.push(text, range);
        }
        if matches!(event, Event::End(TagEnd::Heading(_))) {
            self.take_heading_id();
        }
        self.flush();
        if let Some(image) = self.image.take() {
            return self.event_in_image(image, event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Text(text) => self.code_text(text, range),
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => {
                self.out.push("<code translate=\"no\">");
                self.code_text(code, range);
                self.out.push("</code>");
            }
            Event::Html(html) => self.html_run.push(html, range),
            Event::InlineHtml(html) => self.inline_html(html, range),
            Event::FootnoteReference(label) => self.reference(label),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.out.push("<hr>\n"),
            Event::TaskListMarker(done) => self.task_marker(*done),
        }
    }

    /// Notes that a reader sees `text`; a footnote is seen only through its reference.
    pub(super) fn see(&mut self, text: &str) {
        self.is_empty = self.is_empty && (self.footnote_depth > 0 || text.trim().is_empty());
    }

    fn code_text(&mut self, text: &str, range: Range<usize>) {
        self.plain.push(text);
        self.see(text);
        if text.contains('\r') {
            // A file with CRLF ends gives the same HTML as one with LF.
            return text.split('\r').for_each(|line| self.out.text(line));
        }
        self.words(text, range);
    }

    fn line_break(&mut self, html: &str) {
        self.plain.push(" ");
        self.out.push(html);
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let frame = match tag {
            Tag::Paragraph => self.open_paragraph(),
            Tag::Heading { level, .. } => Frame::Heading(self.open_heading(*level as u8, range)),
            Tag::BlockQuote(Some(kind)) => {
                alert::open(&mut self.out, *kind, self.options.words);
                Frame::Element("</div>\n")
            }
            Tag::CodeBlock(kind) => {
                code_block::open(&mut self.out, kind);
                self.in_code = true;
                Frame::CodeBlock
            }
            Tag::HtmlBlock => Frame::HtmlBlock,
            Tag::List(Some(start)) if *start != 1 => self.element(&format!("<ol start=\"{start}\">\n"), "</ol>\n"),
            Tag::Item => {
                self.out.push("<li");
                let end = self.out.html.len();
                self.out.push(">");
                Frame::Item(end)
            }
            Tag::FootnoteDefinition(label) => Frame::Footnote(self.open_footnote(label)),
            Tag::Table(alignments) => {
                self.table = Some(Table::open(&mut self.out, alignments, self.tables.len()));
                Frame::Table
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => self.open_in_table(tag),
            Tag::Link { link_type, dest_url, title, .. } => {
                Frame::Link(self.open_link(*link_type, dest_url, title, range))
            }
            Tag::Image { dest_url, .. } => return self.open_image(dest_url, range),
            tag => {
                let (start, end) = plain_element(tag);
                self.element(start, end)
            }
        };
        self.frames.push(frame);
    }

    fn element(&mut self, start: &str, end: &'static str) -> Frame {
        self.out.push(start);
        Frame::Element(end)
    }

    fn open_paragraph(&mut self) -> Frame {
        self.out.push("<p>");
        match self.summary.is_none() && self.footnote_depth == 0 {
            true => Frame::Lead(self.plain.start(), self.placeholders),
            false => Frame::Element("</p>\n"),
        }
    }

    /// Ends the innermost element of Markdown, and the raw HTML left open in it.
    fn end(&mut self) {
        while let Some(frame) = self.frames.pop() {
            if let Frame::Raw(name) = frame {
                self.end_raw(name);
            } else {
                return self.close(frame);
            }
        }
    }

    pub(super) fn close(&mut self, frame: Frame) {
        match frame {
            Frame::Element(end) => self.out.push(end),
            Frame::Raw(name) => self.end_raw(name),
            Frame::Item(_) => self.out.push("</li>\n"),
            Frame::Lead(text, placeholders) => {
                self.out.push("</p>\n");
                let text = self.plain.stop(text);
                if self.summary.is_none() && placeholders == self.placeholders && !text.is_empty() {
                    self.summary = Some(clip(&text, SUMMARY));
                }
            }
            Frame::CodeBlock => {
                self.in_code = false;
                self.out.push("</code></pre>\n");
            }
            Frame::HtmlBlock => {
                let run = std::mem::take(&mut self.html_run);
                self.html_block(&run);
            }
            Frame::Heading(heading) => self.close_heading(heading),
            Frame::Link(link) => self.close_link(link),
            Frame::Footnote(footnote) => self.close_footnote(footnote),
            Frame::Table | Frame::TableHead | Frame::Cell(_) => self.close_in_table(frame),
        }
    }
}

/// The tags of an element that needs nothing else.
fn plain_element(tag: &Tag<'_>) -> (&'static str, &'static str) {
    match tag {
        Tag::BlockQuote(_) => ("<blockquote>\n", "</blockquote>\n"),
        Tag::List(Some(_)) => ("<ol>\n", "</ol>\n"),
        Tag::List(None) => ("<ul>\n", "</ul>\n"),
        Tag::DefinitionList => ("<dl>\n", "</dl>\n"),
        Tag::DefinitionListTitle => ("<dt>", "</dt>\n"),
        Tag::DefinitionListDefinition => ("<dd>", "</dd>\n"),
        Tag::Emphasis => ("<em>", "</em>"),
        Tag::Strong => ("<strong>", "</strong>"),
        Tag::Strikethrough => ("<del>", "</del>"),
        Tag::Superscript => ("<sup>", "</sup>"),
        Tag::Subscript => ("<sub>", "</sub>"),
        _ => ("", ""),
    }
}
