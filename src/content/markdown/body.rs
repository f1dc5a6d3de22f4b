//! A text that was read: HTML with gaps, and what it refers to.

use std::borrow::Cow;
use std::ops::Range;

use super::fragment::Bytes;
use super::twin::Edit;
use super::{Heading, Image, Link, escape};

/// What is still missing in the HTML of a [`Body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// Bytes of the file, escaped.
    Text(Bytes),
    /// The attributes of a link.
    Link(u32),
    /// An image, or its text.
    Image(u32),
    /// The value of a placeholder; `true` inside a link.
    Placeholder(u32, bool),
}

/// A number that is small in any text that is read.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A list in no more room than it needs: shrunk in place, it could keep twice as much.
pub(super) fn exact<T>(items: impl IntoIterator<Item = T>, length: usize) -> Box<[T]> {
    let mut all = Vec::with_capacity(length);
    all.extend(items);
    all.into_boxed_slice()
}

/// A text that was read. It keeps no word twice: the author's stand in the file.
#[derive(Clone, Debug, Default)]
pub struct Body {
    pub(super) html: Box<str>,
    /// What is missing, in the order of the offsets.
    pub(super) holes: Box<[(u32, Hole)]>,
    /// The names of the placeholders.
    pub(super) placeholders: Box<[String]>,
    /// The ids that links can lead to beside those of headings, sorted.
    pub(super) anchors: Box<[Box<str>]>,
    /// The headings in the order of their ids.
    pub(super) by_id: Box<[u32]>,
    pub(super) summary: Box<str>,
    pub(super) is_empty: bool,
    /// What the twin has instead of some bytes of the text, in their order.
    pub(super) edits: Box<[(Range<u32>, Edit)]>,
    /// The bytes of the text in its file.
    pub(super) written: Range<usize>,
    /// The links whose address is allowed.
    pub links: Box<[Link]>,
    /// The images whose address can be a file.
    pub images: Box<[Image]>,
    /// The headings, in the order of the HTML.
    pub headings: Box<[Heading]>,
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
        let heading = |index: &u32| self.headings.get(*index as usize).map_or("", |heading| &heading.id);
        self.by_id.binary_search_by(|index| heading(index).cmp(id)).is_ok()
            || self.anchors.binary_search_by(|anchor| (**anchor).cmp(id)).is_ok()
    }

    /// Whether both have the same headings, links and images, the same summary, and words or none: all that is known of a
    /// text outside. What an image is called is said on its own page only.
    pub fn leads_the_same(&self, other: &Self) -> bool {
        (&self.headings, &self.summary) == (&other.headings, &other.summary) && self.is_linked_as(other)
    }

    /// Whether both have the same anchors, links and images, and words or none: all that links depend on.
    pub fn is_linked_as(&self, other: &Self) -> bool {
        let ids = |body: &Self| body.headings.iter().map(|heading| heading.id.clone()).collect::<Vec<_>>();
        let links = self.links.iter().map(|link| &link.target);
        let images = self.images.iter().map(|image| &image.target);
        (ids(self), &self.anchors, self.is_empty) == (ids(other), &other.anchors, other.is_empty)
            && links.eq(other.links.iter().map(|link| &link.target))
            && images.eq(other.images.iter().map(|image| &image.target))
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

    /// Writes the HTML with all that was missing; `file` is the file that the text was read from.
    pub fn fill(&self, file: &str, filler: &dyn Fill, out: &mut String) {
        out.reserve(self.html.len() + self.written.len() + 64 * (self.links.len() + self.images.len()));
        let mut done = 0;
        for (offset, hole) in &self.holes {
            let offset = *offset as usize;
            out.push_str(&self.html[done..offset]);
            done = offset;
            match *hole {
                Hole::Text(bytes) => escape::text(out, bytes.text(file)),
                Hole::Link(link) => fill_link(link as usize, filler, out),
                Hole::Image(image) => self.fill_image(image as usize, filler, out),
                Hole::Placeholder(name, in_link) => {
                    let name = self.placeholders.get(name as usize).map_or("", String::as_str);
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
