//! Images in a text.

use std::ops::Range;

use pulldown_cmark::Event;

use crate::diagnostic::{Diagnostic, code};

use super::Image;
use super::fragment::Gap;
use super::link::scheme;
use super::plain::clip;
use super::writer::Writer;

/// The most characters of an address that a message repeats.
const SHOWN: usize = 60;

/// An image whose text is being read. All that stands in its brackets is text: links and images in them are not made.
#[derive(Debug)]
pub(super) struct OpenImage {
    target: String,
    range: Range<usize>,
    text: usize,
    depth: usize,
}

/// Why an address is no image file.
#[derive(Debug, PartialEq, Eq)]
enum Refusal {
    Empty,
    Remote,
    NoFile,
}

impl Writer<'_> {
    /// An image starts.
    pub(super) fn open_image(&mut self, target: &str, range: Range<usize>) {
        let text = self.plain.start();
        self.image = Some(OpenImage { target: target.trim().to_owned(), range, text, depth: 0 });
    }

    /// Something between the brackets of an image; text goes its own way.
    pub(super) fn event_in_image(&mut self, mut image: OpenImage, event: &Event<'_>) {
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(_) if image.depth == 0 => return self.close_image(image),
            Event::End(_) => image.depth -= 1,
            Event::Code(text) => self.plain.push(text),
            Event::SoftBreak | Event::HardBreak => self.plain.push(" "),
            _ => {}
        }
        self.image = Some(image);
    }

    fn close_image(&mut self, image: OpenImage) {
        let alt = self.plain.stop(image.text);
        if alt.is_empty() {
            let missing = Diagnostic::error(code::A11Y_01, "this image has no text for those who do not see it")
                .hint("say between the brackets what the image shows: `![the sign-in page with an error](file.png)`");
            self.report.push(missing, image.range.clone());
        }
        self.see(&alt);
        if let Err(refusal) = check(&image.target) {
            self.report.push(refusal.error(&image.target), image.range);
            return self.out.text(&alt);
        }
        let place = self.report.place(image.range);
        self.images.push(Image { target: image.target, alt, place });
        self.out.gap(Gap::Image(self.images.len() - 1));
    }
}

/// Whether `target` can be a file of the site: no page asks a third party for anything.
fn check(target: &str) -> Result<(), Refusal> {
    if target.is_empty() || target.starts_with(['#', '?']) {
        return Err(Refusal::Empty);
    }
    let scheme = scheme(target);
    let web = scheme.is_some_and(|s| s.eq_ignore_ascii_case("https") || s.eq_ignore_ascii_case("http"));
    match () {
        () if web || target.starts_with("//") => Err(Refusal::Remote),
        () if scheme.is_some() || target.contains('\\') || target.chars().any(char::is_control) => Err(Refusal::NoFile),
        () => Ok(()),
    }
}

impl Refusal {
    fn error(&self, target: &str) -> Diagnostic {
        let shown = clip(&target.escape_debug().take(4 * SHOWN).collect::<String>(), SHOWN);
        let error = |message: String| Diagnostic::error(code::IMG_01, message);
        match self {
            Self::Empty => error("this image names no file".to_owned())
                .hint("write its file in the parentheses: `![what it shows](file.png)`"),
            Self::Remote => error(format!("the image {shown} lies on another server"))
                .hint("copy the file beside the text and write its name here: a page asks no third party for anything"),
            Self::NoFile => error(format!("the image {shown} is not a file beside the text"))
                .hint("write the path of a file from this text with `/`: `images/sign-in.png`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, check};

    #[test]
    fn files_only() {
        for (target, expected) in [
            ("a.png", Ok(())),
            ("../images/a b.svg", Ok(())),
            ("/static/a.png", Ok(())),
            ("./a:b.png", Ok(())),
            ("", Err(Refusal::Empty)),
            ("#a", Err(Refusal::Empty)),
            ("https://example.com/a.png", Err(Refusal::Remote)),
            ("HTTP:a.png", Err(Refusal::Remote)),
            ("//example.com/a.png", Err(Refusal::Remote)),
            ("data:image/png;base64,AAAA", Err(Refusal::NoFile)),
            ("javascript:x", Err(Refusal::NoFile)),
            ("C:\\a.png", Err(Refusal::NoFile)),
            ("images\\a.png", Err(Refusal::NoFile)),
            ("a\u{0}.png", Err(Refusal::NoFile)),
        ] {
            assert_eq!(check(target), expected, "{target:?}");
        }
    }
}
