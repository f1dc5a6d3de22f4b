//! A text as Markdown for others: the author's own, with links, images, facts and heading levels as the HTML has them.
//!
//! The text is not written anew: places in it are exchanged, so that all else stays as its author wrote it.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::body::{exact, small};
use super::raw_html::words;
use super::writer::Writer;
use super::{Body, Heading, RawHtml, notation};

/// What stands in the place of some bytes of the text.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    Text(Box<str>),
    /// Nothing.
    Nothing,
    /// The end of a line.
    Break,
    /// The marks of a heading of this level, and a space.
    Marks(u8),
    /// Nothing, where a tag stood.
    Tag,
    /// A `<` that begins no tag, and must not begin one once the tags around it are gone.
    Less,
    /// The end of a link: its address.
    Link(u32),
    /// An image.
    Image(u32),
    /// The marks before a heading, whose level is not yet known.
    Heading(u32),
    /// The value of a placeholder; `true` inside a link.
    Placeholder(u32, bool),
}

/// The places of a text that others read otherwise.
#[derive(Debug, Default)]
pub(super) struct Edits {
    list: Vec<(Range<usize>, Edit)>,
    open: Vec<Open>,
    html: String,
    in_code: bool,
}

/// An element that has begun.
#[derive(Debug)]
struct Open {
    what: What,
    whole: Range<usize>,
    /// The bytes of what it holds.
    inner: Option<Range<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// A link with its place among those of the text.
    Link(Option<usize>),
    Image,
    Heading,
    Html,
}

/// What the writer of the HTML made of an event: the last of its links and images, and how many headings it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made {
    pub(super) link: Option<usize>,
    pub(super) image: Option<usize>,
    pub(super) headings: usize,
}

impl Writer<'_> {
    /// What became of the element at `range`, if it is a link or an image, and of the headings.
    pub(super) fn made(&self, range: &Range<usize>) -> Made {
        let start = self.report.in_file(range.start);
        let link = self.links.last().filter(|link| link.place.span.start == start);
        let image = self.images.last().filter(|image| image.place.span.start == start);
        Made {
            link: link.and(self.links.len().checked_sub(1)),
            image: image.and(self.images.len().checked_sub(1)),
            headings: self.headings.len(),
        }
    }
}

impl Edits {
    /// Notes what an event changes; the writer has written it.
    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>, made: Made, raw_html: RawHtml) {
        let is_end = matches!(event, Event::End(TagEnd::Link | TagEnd::Image | TagEnd::Heading(_) | TagEnd::HtmlBlock))
            && self.open.last().is_some_and(|open| open.whole == *range);
        let in_image = self.open.iter().any(|open| open.what == What::Image);
        let is_begun = match event {
            // All that stands in the brackets of an image is its text.
            Event::Start(_) if in_image => return,
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.open.push(Open { what: What::Link(None), whole: range.clone(), inner: None });
                return;
            }
            Event::Start(Tag::Link { .. }) => Some(What::Link(made.link)),
            Event::Start(Tag::Image { .. }) => Some(What::Image),
            Event::Start(Tag::Heading { .. }) => Some(What::Heading),
            Event::Start(Tag::HtmlBlock) => Some(What::Html),
            _ => None,
        };
        if let Some(what) = is_begun {
            self.within(range);
            return self.open.push(Open { what, whole: range.clone(), inner: None });
        }
        if is_end {
            if let Some(open) = self.open.pop() {
                self.close(open, made, raw_html);
            }
            return;
        }
        self.within(range);
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Html(html) => self.html.push_str(html),
            Event::InlineHtml(html) if !in_image => match raw_html {
                RawHtml::Allow => {}
                RawHtml::Escape => self.put(range.clone(), notation::text(html)),
                RawHtml::Sanitise => self.list.push((range.clone(), Edit::Tag)),
            },
            Event::Text(text) if raw_html != RawHtml::Allow && !self.in_code && text.len() == range.len() => {
                let signs = memchr::memchr_iter(b'<', text.as_bytes()).map(|at| range.start + at);
                self.list.extend(signs.map(|at| (at..at, Edit::Less)));
            }
            Event::SoftBreak if self.open.iter().any(|open| open.what == What::Heading) => {
                self.put(range.clone(), " ".to_owned());
            }
            _ => {}
        }
    }

    /// Notes a placeholder.
    pub(super) fn placeholder(&mut self, range: Range<usize>, name: usize, in_link: bool) {
        self.list.push((range, Edit::Placeholder(small(name), in_link)));
    }

    /// Leaves bytes of the text out.
    pub(super) fn leave_out(&mut self, range: Range<usize>) {
        self.list.push((range, Edit::Nothing));
    }

    fn put(&mut self, range: Range<usize>, text: String) {
        self.list.push((range, Edit::Text(text.into_boxed_str())));
    }

    /// Widens what the open elements hold.
    fn within(&mut self, range: &Range<usize>) {
        if let Some(open) = self.open.last_mut() {
            let inner = open.inner.get_or_insert(range.clone());
            inner.start = inner.start.min(range.start);
            inner.end = inner.end.max(range.end);
        }
    }

    fn close(&mut self, open: Open, made: Made, raw_html: RawHtml) {
        let Open { what, whole, inner } = open;
        self.within(&whole);
        match what {
            What::Link(Some(link)) => {
                let inner = inner.map_or(whole.start + 1, |inner| inner.end);
                self.list.push((inner..whole.end, Edit::Link(small(link))));
            }
            What::Image => self.list.extend(made.image.map(|image| (whole, Edit::Image(small(image))))),
            // A bare address stays as it is; one that is refused is an error, which is told.
            What::Link(None) => {}
            What::Heading => match inner {
                Some(inner) => {
                    self.list.push((whole.start..inner.start, Edit::Heading(small(made.headings.saturating_sub(1)))));
                    self.list.push((inner.end..whole.end, Edit::Break));
                }
                None => self.leave_out(whole),
            },
            What::Html => {
                let html = std::mem::take(&mut self.html);
                match raw_html {
                    RawHtml::Allow => {}
                    RawHtml::Escape => self.put(whole, notation::text(&html) + "\n"),
                    // The entities of HTML are those of Markdown.
                    RawHtml::Sanitise => {
                        self.put(whole, notation::text(words(&html).trim()).replace("\\&", "&") + "\n")
                    }
                }
            }
        }
    }

    /// What the text keeps: its edits in their order, those of headings with the levels that the HTML has.
    pub(super) fn finish(self, headings: &[Option<Heading>]) -> Box<[(Range<u32>, Edit)]> {
        let settle = |edit: Edit| match edit {
            Edit::Heading(heading) => {
                Edit::Marks(headings.get(heading as usize).and_then(Option::as_ref).map_or(2, |heading| heading.level))
            }
            edit => edit,
        };
        let length = self.list.len();
        let edits = self.list.into_iter().map(|(range, edit)| (small(range.start)..small(range.end), settle(edit)));
        let mut edits = exact(edits, length);
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        edits
    }
}

/// Knows what is exchanged in a text once the whole site is known; addresses are whole, and not escaped.
pub trait FillTwin {
    /// The address of link number `link` of [`Body::links`].
    fn href(&self, link: usize) -> Cow<'_, str>;
    /// The address of image number `image` of [`Body::images`]; none leaves its text in its place.
    fn image(&self, image: usize) -> Option<String>;
    /// The value of a placeholder as Markdown. `in_link` says that it stands inside a link and so must not hold one.
    fn placeholder(&self, name: &str, in_link: bool) -> String;
}

impl Body {
    /// The text as Markdown with everything in place; `file` is the file that it was read from.
    pub fn markdown(&self, file: &str, filler: &dyn FillTwin) -> String {
        let text = file.get(self.written.clone()).unwrap_or_default();
        let mut out = String::with_capacity(text.len() + 64 * self.edits.len());
        let mut done = 0;
        for (range, edit) in &self.edits {
            let range = range.start as usize..range.end as usize;
            // What stands in something that was exchanged went with it.
            let Some(before) = text.get(done..range.start) else { continue };
            out.push_str(before);
            done = range.end;
            match edit {
                Edit::Text(text) => out.push_str(text),
                Edit::Nothing => {}
                Edit::Break => out.push('\n'),
                Edit::Marks(level) => {
                    out.extend(std::iter::repeat_n('#', usize::from(*level)));
                    out.push(' ');
                }
                Edit::Tag => {
                    // Signs that a tag kept apart would be markup side by side.
                    let is_sign = |at: Option<usize>| {
                        at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_punctuation)
                    };
                    if is_sign(range.start.checked_sub(1)) && is_sign(Some(range.end)) {
                        out.push(' ');
                    }
                }
                Edit::Less => {
                    let next = text.get(range.end..).and_then(|rest| rest.chars().nth(1));
                    if !out.ends_with('\\') && next.is_some_and(|next| !next.is_whitespace()) {
                        out.push('\\');
                    }
                }
                Edit::Link(link) => {
                    // The parser counts the second pair of brackets of `[a][]` as text.
                    let is_collapsed = text.get(range.clone()) == Some("]")
                        && text.get(done..).is_some_and(|rest| rest.starts_with("[]"));
                    done += if is_collapsed { "[]".len() } else { 0 };
                    out.push_str(&format!("]({})", notation::destination(&filler.href(*link as usize))));
                }
                Edit::Image(image) => self.image(*image as usize, filler, &mut out),
                Edit::Placeholder(name, in_link) => {
                    let name = self.placeholders.get(*name as usize).map_or("", String::as_str);
                    out.push_str(&filler.placeholder(name, *in_link));
                }
                // Settled when the text was read.
                Edit::Heading(_) => {}
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        if memchr::memchr(b'\r', out.as_bytes()).is_some() {
            out.retain(|c| c != '\r');
        }
        out.truncate(out.trim_end().len());
        out.drain(..out.len() - out.trim_start_matches('\n').len());
        out
    }

    fn image(&self, index: usize, filler: &dyn FillTwin, out: &mut String) {
        let alt = notation::text(self.images.get(index).map_or("", |image| image.alt.as_str()));
        match filler.image(index) {
            Some(address) => out.push_str(&format!("![{alt}]({})", notation::destination(&address))),
            None => out.push_str(&alt),
        }
    }
}
