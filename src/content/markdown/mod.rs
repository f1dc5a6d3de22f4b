//! Markdown to HTML whose links, images and placeholders are filled in later, and to a twin for readers of Markdown.
//!
//! CommonMark with tables, footnotes, strikethrough, task lists, alerts, definition lists, heading ids and bare
//! addresses as links. The HTML satisfies a strict Content-Security-Policy (no inline style, no script) and WCAG 2.2 AA;
//! raw HTML is sanitised. [`parse`] runs once for each text, before the other texts are known; [`Body::fill`] writes the
//! HTML and [`Body::markdown`] the twin when they are.
//!
//! Time is linear in the size of the text and the stack is bounded, whatever the text.

mod alert;
mod assembly;
mod body;
mod code_block;
mod escape;
mod finish;
mod footnote;
mod fragment;
mod heading;
mod image;
mod link;
mod nesting;
pub mod notation;
pub mod outline;
mod placeholder;
mod plain;
mod raw_html;
mod report;
mod run;
mod table;
mod task;
mod text;
mod twin;
mod writer;

#[cfg(test)]
#[allow(clippy::panic)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Options as Syntax, Parser};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code};

pub use body::{Body, Fill, ImageFacts};
pub use heading::slug;
pub use twin::FillTwin;

pub use crate::model::RawHtml;

use report::Report;
use writer::Writer;

/// The words that the HTML needs, in the language of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The title of an alert of kind `NOTE`.
    pub note: String,
    /// The title of an alert of kind `TIP`.
    pub tip: String,
    /// The title of an alert of kind `IMPORTANT`.
    pub important: String,
    /// The title of an alert of kind `WARNING`.
    pub warning: String,
    /// The title of an alert of kind `CAUTION`.
    pub caution: String,
    /// The name of one footnote, to which its number is added: "Footnote".
    pub footnote: String,
    /// The name of the list of footnotes: "Footnotes".
    pub footnotes: String,
    /// The name of the way back from a footnote, to which its number is added: "Back to text".
    pub back_to_text: String,
    /// The state of a finished task: "done".
    pub task_done: String,
    /// The state of an unfinished task: "to do".
    pub task_open: String,
    /// The name of a table whose header cells are empty: "Table".
    pub table: String,
}

/// How a text is read.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
    /// The words that the HTML needs.
    pub words: &'a Words,
    /// The placeholders `{name}` that exist; none when braces mean nothing in this text.
    pub placeholders: Option<&'a [&'a str]>,
    /// The level of the uppermost headings: 2 under the page's title, 3 in a text that has a title of its own on it.
    pub top_level: u8,
    /// Put before every id, so that several texts can stand on one page; empty for the only text.
    pub id_prefix: &'a str,
}

impl<'a> Options<'a> {
    /// Raw HTML sanitised, no placeholders, headings from level 2, ids without prefix.
    pub fn new(words: &'a Words) -> Self {
        Self { raw_html: RawHtml::Sanitise, words, placeholders: None, top_level: 2, id_prefix: "" }
    }
}

/// A link in a text.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where it leads, as written, entities decoded; `mailto:` is added to a bare e-mail address.
    pub target: String,
    /// The link in the source.
    pub place: Place,
}

impl Link {
    /// Whether it leads to the web (`https:` or `http:`) rather than to a page of the site, an address or a number.
    pub fn is_web(&self) -> bool {
        link::is_web(&self.target)
    }
}

/// An image in a text.
#[derive(Clone, Debug)]
pub struct Image {
    /// Its file, as written, entities decoded.
    pub target: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The image in the source.
    pub place: Place,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level in the HTML, from [`Options::top_level`] to 6.
    pub level: u8,
    /// Its id, unique in the text, [`Options::id_prefix`] included.
    pub id: String,
    /// Its text without markup.
    pub text: String,
}

/// Reads the Markdown in the bytes `body` of `source`. Problems go to `diagnostics`, each with its place in the file;
/// the result is complete all the same.
pub fn parse(source: &Arc<SourceFile>, body: Range<usize>, options: &Options<'_>, diagnostics: &Diagnostics) -> Body {
    let whole = source.text().get(body.clone()).unwrap_or_default();
    let mut report = Report::new(source, body.start, diagnostics);
    let flat = nesting::flatten(whole);
    if let Some(line) = flat.too_deep.clone() {
        let message =
            format!("quotes and lists are nested deeper than {} levels here, and shown less deep", nesting::LIMIT);
        let hint = "remove most of the `>` or list marks at the start of this line";
        report.push(Diagnostic::warning(code::DOC_07, message).hint(hint), line);
    }
    let mut writer = Writer::new(options, report, flat.text.len());
    let events = Parser::new_ext(&flat.text, syntax()).into_offset_iter();
    // What a link refers to stands in the link of the twin.
    let definitions: Vec<_> =
        events.reference_definitions().iter().map(|(_, it)| flat.written(it.span.clone())).collect();
    definitions.into_iter().for_each(|definition| writer.edits.leave_out(definition));
    for (event, range) in events {
        let range = flat.written(range);
        writer.event(&event, range.clone());
        let made = writer.made(&range);
        writer.edits.event(&event, &range, made, options.raw_html);
    }
    Body { written: body, ..writer.finish() }
}

/// The extensions of CommonMark. Heading ids are ours: the parser's would swallow a placeholder at the end of a heading.
fn syntax() -> Syntax {
    Syntax::ENABLE_TABLES
        | Syntax::ENABLE_FOOTNOTES
        | Syntax::ENABLE_STRIKETHROUGH
        | Syntax::ENABLE_TASKLISTS
        | Syntax::ENABLE_GFM
        | Syntax::ENABLE_DEFINITION_LIST
}
