//! A text that was read: HTML with gaps, and what it refers to.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::twin::Edit;
use super::{Heading, Image, Link, escape};

/// What is still missing in the HTML of a [`Body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// The attributes of a link.
    Link(usize),
    /// An image, or its text.
    Image(usize),
    /// The value of a placeholder; `true` inside a link.
    Placeholder(usize, bool),
}

/// A text that was read.
#[derive(Clone, Debug, Default)]
pub struct Body {
    pub(super) html: String,
    /// What is missing, in the order of the offsets.
    pub(super) holes: Vec<(usize, Hole)>,
    /// The names of the placeholders.
    pub(super) placeholders: Vec<String>,
    pub(super) anchors: HashSet<String>,
    pub(super) summary: String,
    pub(super) is_empty: bool,
    /// What the twin has instead of some bytes of the text, in their order.
    pub(super) edits: Vec<(Range<usize>, Edit)>,
    /// The bytes of the text in its file.
    pub(super) written: Range<usize>,
    /// The links whose address is allowed.
    pub links: Vec<Link>,
    /// The images whose address can be a file.
    pub images: Vec<Image>,
    /// The headings, in the order of the HTML.
    pub headings: Vec<Heading>,
}

/// An image as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageFacts<'a> {
    /// Its address.
    pub src: Cow<'a, str>,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
}

/// Knows what is missing in a [`Body`] once the whole site is known.
pub trait Fill {
    /// The address of link number `link` of [`Body::links`], not escaped.
    fn href(&self, link: usize) -> Cow<'_, str>;
    /// Whether the link leaves the site, so that the other side must not learn from where.
    fn external(&self, link: usize) -> bool;
    /// Image number `image` of [`Body::images`]; none leaves its text in its place.
    fn image(&self, image: usize) -> Option<ImageFacts<'_>>;
    /// The value of a placeholder as HTML, which is trusted. `in_link` says that it stands inside a link and so
    /// must not hold one.
    fn placeholder(&self, name: &str, in_link: bool) -> Cow<'_, str>;
}

impl Body {
    /// Whether a link to `#id` arrives: a heading, a footnote, or an element of raw HTML that was allowed.
    pub fn has_anchor(&self, id: &str) -> bool {
        self.anchors.contains(id)
    }

    /// Whether a reader would see nothing.
    pub fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// The first paragraph without a placeholder, as plain text of at most 155 characters, cut at a word: what search
    /// engines show under a title. Empty if there is none.
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// Writes the HTML with all that was missing.
    pub fn fill(&self, filler: &dyn Fill, out: &mut String) {
        out.reserve(self.html.len() + 64 * self.holes.len());
        let mut done = 0;
        for (offset, hole) in &self.holes {
            out.push_str(&self.html[done..*offset]);
            done = *offset;
            match *hole {
                Hole::Link(link) => fill_link(link, filler, out),
                Hole::Image(image) => self.fill_image(image, filler, out),
                Hole::Placeholder(name, in_link) => {
                    let name = self.placeholders.get(name).map_or("", String::as_str);
                    out.push_str(&filler.placeholder(name, in_link));
                }
            }
        }
        out.push_str(&self.html[done..]);
    }

    fn fill_image(&self, index: usize, filler: &dyn Fill, out: &mut String) {
        let alt = self.images.get(index).map_or("", |image| image.alt.as_str());
        let Some(facts) = filler.image(index) else { return escape::text(out, alt) };
        out.push_str("<img src=\"");
        escape::attribute(out, &facts.src);
        out.push_str(&format!("\" width=\"{}\" height=\"{}\" alt=\"", facts.width, facts.height));
        escape::attribute(out, alt);
        out.push_str("\" loading=\"lazy\" decoding=\"async\">");
    }
}

fn fill_link(link: usize, filler: &dyn Fill, out: &mut String) {
    out.push_str(" href=\"");
    escape::attribute(out, &filler.href(link));
    out.push('"');
    if filler.external(link) {
        out.push_str(" rel=\"noreferrer\"");
    }
}
