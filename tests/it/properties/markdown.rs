//! Any text as Markdown.

use std::borrow::Cow;

use supportal::content::markdown::{self, Body, Fill, ImageFacts, Options, RawHtml, Words};
use supportal::diagnostic::{Diagnostics, SourceFile};

/// Its HTML is the tree that it claims and holds nothing that runs, with raw HTML sanitised or shown as text.
pub fn holds(bytes: &[u8]) {
    // No file with control characters is read.
    let text = super::text(bytes).replace(|c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r'), "\u{FFFD}");
    let words = words();
    let usual = Options::new(&words);
    check(&text, &usual);
    let of_a_text =
        Options { raw_html: RawHtml::Escape, placeholders: Some(&["partner"]), top_level: 3, id_prefix: "t-", ..usual };
    check(&text, &of_a_text);
}

fn check(text: &str, options: &Options<'_>) {
    let source = SourceFile::new("a.md", text);
    let diagnostics = Diagnostics::new();
    let body = markdown::parse(&source, 0..text.len(), options, &diagnostics);
    super::portal::check_told(&diagnostics.into_sorted());
    let mut html = String::new();
    body.fill(text, &AsWritten(&body), &mut html);
    super::html::check_part(&html);
    for heading in &body.headings {
        assert!(body.has_anchor(&heading.id), "no anchor #{} in {html}", heading.id);
        assert!((options.top_level..=6).contains(&heading.level), "{heading:?}");
    }
    assert!(body.summary().chars().count() <= 156, "a long summary: {}", body.summary());
}

/// Words that would break out of an attribute.
fn words() -> Words {
    Words {
        note: "\"><b>".to_owned(),
        footnote: "\" onclick=\"".to_owned(),
        table: "'>".to_owned(),
        ..Words::default()
    }
}

/// Fills in what the text says.
struct AsWritten<'a>(&'a Body);

impl Fill for AsWritten<'_> {
    fn href(&self, link: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self.0.links[link].target)
    }

    fn external(&self, link: usize) -> bool {
        self.0.links[link].is_web()
    }

    fn image(&self, image: usize) -> Option<ImageFacts<'_>> {
        let even = image.is_multiple_of(2);
        even.then_some(ImageFacts { src: Cow::Borrowed("/assets/a.png"), width: 1, height: 1 })
    }

    fn placeholder(&self, _: &str, in_link: bool) -> Cow<'_, str> {
        Cow::Borrowed(if in_link { "<bdi>Contoso</bdi>" } else { "<a href=\"/\">Contoso</a>" })
    }
}
