//! Reads a JSON list of Markdown texts from standard input and prints the list of their HTML, as articles show them:
//! raw HTML passes, links and images lead where they say. The tests compare it with the examples of the specification.

use std::borrow::Cow;
use std::error::Error;
use std::io::{self, Read, Write};

use supportal::content::markdown::{self, Body, Fill, ImageFacts, Options, RawHtml, Words};
use supportal::diagnostic::{Diagnostics, SourceFile};

struct AsWritten<'a>(&'a Body);

impl Fill for AsWritten<'_> {
    fn href(&self, link: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.0.links.get(link).map_or("", |link| link.target.as_str()))
    }

    fn external(&self, _link: usize) -> bool {
        false
    }

    fn image(&self, image: usize) -> Option<ImageFacts<'_>> {
        let image = self.0.images.get(image)?;
        Some(ImageFacts { src: Cow::Borrowed(&image.target), width: 1, height: 1 })
    }

    fn placeholder(&self, _name: &str, _in_link: bool) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input)?;
    let texts: Vec<String> = serde_json::from_str(&input)?;
    let words = Words::default();
    let options = Options { raw_html: RawHtml::Allow, top_level: 1, ..Options::new(&words) };
    let html = texts.iter().map(|text| {
        let source = SourceFile::new("example.md", text.as_str());
        let body = markdown::parse(&source, 0..text.len(), &options, &Diagnostics::new());
        let mut html = String::new();
        body.fill(text, &AsWritten(&body), &mut html);
        html
    });
    let html: Vec<String> = html.collect();
    writeln!(io::stdout(), "{}", serde_json::to_string(&html)?)?;
    Ok(())
}
