//! The behaviour of the whole, text in and HTML out.

mod blocks;
mod hostile;
mod inline;
mod outline;
mod raw;
mod twin;
mod wellformed;

use std::borrow::Cow;

use super::{Body, Fill, FillTwin, ImageFacts, Options, RawHtml, Words, parse};
use crate::diagnostic::{Diagnostics, Severity, SourceFile};

fn words() -> Words {
    let word = str::to_owned;
    Words {
        note: word("Note"),
        tip: word("Tip"),
        important: word("Important"),
        warning: word("Warning"),
        caution: word("\"Caution\" <&>"),
        footnote: word("Footnote"),
        footnotes: word("Footnotes"),
        back_to_text: word("Back to text"),
        task_done: word("done"),
        task_open: word("to do"),
        table: word("Table"),
    }
}

/// Links lead where they were written to lead, images named `none…` do not exist.
struct Echo<'a>(&'a Body);

impl Fill for Echo<'_> {
    fn href(&self, link: usize) -> Cow<'_, str> {
        self.0.links[link].target.as_str().into()
    }

    fn external(&self, link: usize) -> bool {
        self.0.links[link].is_web()
    }

    fn image(&self, image: usize) -> Option<ImageFacts<'_>> {
        let src = self.0.images[image].target.as_str();
        (!src.starts_with("none")).then(|| ImageFacts { src: src.into(), width: 40, height: 30 })
    }

    fn placeholder(&self, name: &str, in_link: bool) -> Cow<'_, str> {
        format!("<b>{name}{}</b>", if in_link { " in a link" } else { "" }).into()
    }
}

impl FillTwin for Echo<'_> {
    fn href(&self, link: usize) -> Cow<'_, str> {
        format!("https://a.example/{}", self.0.links[link].target).into()
    }

    fn image(&self, image: usize) -> Option<String> {
        let src = self.0.images[image].target.as_str();
        (!src.starts_with("none")).then(|| format!("https://a.example/{src}"))
    }

    fn placeholder(&self, name: &str, in_link: bool) -> String {
        if in_link { name.to_owned() } else { format!("**{name}**") }
    }
}

struct Read {
    body: Body,
    html: String,
    /// The Markdown of the twin.
    twin: String,
    /// `CODE line:column-line:column message | hints` for each problem; warnings begin with `?`.
    problems: Vec<String>,
}

fn read_with(markdown: &str, change: impl FnOnce(&mut Options<'_>)) -> Read {
    let words = words();
    let mut options = Options::new(&words);
    change(&mut options);
    let source = SourceFile::new("a.md", format!("+++\n+++\n{markdown}"));
    let diagnostics = Diagnostics::new();
    let body = parse(&source, 8..source.text().len(), &options, &diagnostics);
    let mut html = String::new();
    body.fill(source.text(), &Echo(&body), &mut html);
    let problem = |d: crate::diagnostic::Diagnostic| {
        let place = d.place.expect("every problem has a place");
        let text = &source.text()[place.span.clone()];
        let mark = if d.severity == Severity::Warning { "?" } else { "" };
        format!("{mark}{} `{text}` {} | {}", d.code, d.message, d.hints.join(" | "))
    };
    let problems = diagnostics.into_sorted().into_iter().map(problem).collect();
    let twin = body.markdown(source.text(), &Echo(&body));
    Read { body, html, twin, problems }
}

fn read(markdown: &str) -> Read {
    read_with(markdown, |_| {})
}

fn read_raw(markdown: &str, raw_html: RawHtml) -> Read {
    read_with(markdown, |options| options.raw_html = raw_html)
}

/// The HTML of a text without problems.
#[track_caller]
fn html(markdown: &str) -> String {
    let read = read(markdown);
    assert_eq!(read.problems, [""; 0], "{markdown}");
    read.html
}

/// Checks texts without problems against their HTML.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(html(markdown).trim_end(), *expected, "{markdown}");
    }
}
