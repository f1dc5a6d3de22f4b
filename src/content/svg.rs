//! SVG images, rebuilt from a list of what is harmless.
//!
//! A browser runs the scripts of an SVG that somebody opens by its address, under the portal's own origin, and an SVG can
//! ask other servers for pictures and fonts. What is written here is never copied: every element, attribute and text
//! is read as XML, compared with the lists in [`allowed`] and written anew; all else is left out.

mod allowed;
mod size;
mod value;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::image::Problem;
use allowed::Element;

const SVG: Namespace<'_> = Namespace("http://www.w3.org/2000/svg");
const XLINK: Namespace<'_> = Namespace("http://www.w3.org/1999/xlink");
const XML: Namespace<'_> = Namespace("http://www.w3.org/XML/1998/namespace");

/// The most bytes of an SVG.
const LARGEST: usize = 2_000_000;

/// The most elements inside each other; browsers draw recursively.
const DEEPEST: usize = 128;

/// What a data address in an attribute does not hold as it is.
const NOT_IN_DATA: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'=')
    .remove(b':')
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b',')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

const SAVE_AGAIN: &str = "export it again as plain or optimised SVG";

/// A harmless SVG.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Svg {
    /// Its width in CSS pixels.
    pub(super) width: u32,
    /// Its height in CSS pixels.
    pub(super) height: u32,
    /// The file.
    pub(super) bytes: Vec<u8>,
}

/// Whether a file is XML by its first letter, which no other image starts with.
pub(super) fn looks_like_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// An SVG as a data address; percent-encoding compresses better than base64.
pub fn data_address(svg: &[u8]) -> String {
    format!("data:image/svg+xml,{}", percent_encode(svg, NOT_IN_DATA))
}

/// Rebuilds an SVG, and finds its size.
pub(super) fn sanitise(bytes: &[u8]) -> Result<Svg, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::new("it has more than 2 MB", "draw it with fewer points, or save it as PNG or WebP"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::new("it is not written in UTF-8", SAVE_AGAIN))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = NsReader::from_str(text);
    let mut copy = Copy { out: String::with_capacity(text.len()), ..Copy::default() };
    loop {
        let event = reader.read_event();
        let here = usize::try_from(reader.error_position()).unwrap_or(usize::MAX).min(text.len());
        let event = event.map_err(|error| {
            let line = text.as_bytes()[..here].iter().filter(|byte| **byte == b'\n').count() + 1;
            Problem::new(format!("it is not well-formed XML in line {line}: {error}"), SAVE_AGAIN)
        })?;
        match event {
            Event::Start(start) => copy.start(&reader, &start, true)?,
            Event::Empty(start) => copy.start(&reader, &start, false)?,
            Event::End(_) => copy.end(),
            Event::Text(text) => copy.text(&text.xml10_content()),
            Event::CData(text) => copy.text(&text.xml10_content()),
            Event::GeneralRef(reference) => copy.reference(&reference)?,
            // A document type could define entities; nothing else here is drawn.
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
            Event::Eof => return copy.finish(),
        }
    }
}

/// What was copied so far.
#[derive(Default)]
struct Copy {
    out: String,
    /// The open elements that are copied; none for one whose content alone is.
    open: Vec<Option<Element>>,
    /// How many elements are open inside and including one that is left out.
    skipped: usize,
    /// The text of an open `style` element, which is copied as a whole or not at all.
    style: String,
    size: Option<Result<(u32, u32), Problem>>,
}

impl Copy {
    fn start(&mut self, reader: &NsReader<&[u8]>, start: &BytesStart<'_>, has_content: bool) -> Result<(), Problem> {
        if self.open.len() + self.skipped >= DEEPEST {
            return Err(Problem::new("its elements are nested too deep", SAVE_AGAIN));
        }
        if self.skipped > 0 {
            self.skipped += usize::from(has_content);
            return Ok(());
        }
        let (namespace, name) = reader.resolver().resolve_element(start.name());
        let is_svg = matches!(namespace, ResolveResult::Unbound) || namespace == ResolveResult::Bound(SVG);
        let element = allowed::element(name.into_inner()).filter(|_| is_svg);
        if self.open.is_empty() {
            let is_root = self.size.is_none() && element.is_some_and(|element| element.name == "svg");
            if !is_root {
                return Err(Problem::new("it is XML, but no SVG image", "save it as SVG, PNG, JPEG, WebP or AVIF"));
            }
        }
        let is_wrapper = is_svg && allowed::WRAPPERS.contains(&name.into_inner());
        match element {
            Some(element) => self.copy_start(reader, start, element, has_content),
            None if is_wrapper && has_content => self.open.push(None),
            None => self.skipped += usize::from(has_content),
        }
        Ok(())
    }

    fn copy_start(&mut self, reader: &NsReader<&[u8]>, start: &BytesStart<'_>, element: Element, has_content: bool) {
        let attributes = attributes(reader, start, element);
        if self.open.is_empty() {
            self.size = Some(size::of(&attributes));
        }
        let has_reference = attributes.iter().any(|(name, _)| *name == "href");
        if element.needs_reference && !has_reference {
            self.skipped += usize::from(has_content);
            return;
        }
        self.out.push('<');
        self.out.push_str(element.name);
        if self.open.is_empty() {
            self.out.push_str(&format!(" xmlns=\"{}\"", SVG.0));
        }
        for (name, value) in attributes {
            self.out.push_str(&format!(" {name}=\""));
            self.push_escaped(&value);
            self.out.push('"');
        }
        self.out.push_str(if has_content { ">" } else { "/>" });
        if has_content {
            self.open.push(Some(element));
        }
    }

    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if let Some(Some(element)) = self.open.pop() {
            let style = std::mem::take(&mut self.style);
            if value::is_harmless_sheet(&style) {
                self.push_escaped(&style);
            }
            self.out.push_str(&format!("</{}>", element.name));
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.iter().rev().find_map(|element| *element) {
            _ if self.skipped > 0 => {}
            Some(element) if element.name == "style" => self.style.push_str(text),
            Some(element) if element.has_text => self.push_escaped(text),
            _ => {}
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Problem> {
        if let Ok(Some(letter)) = reference.resolve_char_ref() {
            self.text(letter.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let text = resolve_predefined_entity(reference).filter(|_| !reference.is_char_ref());
        let text = text.ok_or_else(|| Problem::new("it uses entities of its own", SAVE_AGAIN))?;
        self.text(text);
        Ok(())
    }

    fn push_escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                // XML 1.0, § 2.2: these letters may not stand in a document, not even as references.
                '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
                letter => self.out.push(letter),
            }
        }
    }

    fn finish(self) -> Result<Svg, Problem> {
        if !self.open.is_empty() || self.skipped > 0 {
            return Err(Problem::new("it ends before its last element does", SAVE_AGAIN));
        }
        let missing = || Err(Problem::new("it is XML, but no SVG image", SAVE_AGAIN));
        let (width, height) = self.size.unwrap_or_else(missing)?;
        Ok(Svg { width, height, bytes: self.out.into_bytes() })
    }
}

/// The harmless attributes of an element, values decoded, each once.
fn attributes(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, element: Element) -> Vec<(&'static str, String)> {
    let mut kept: Vec<(&'static str, String)> = Vec::new();
    // The reader's own search for repeated names takes time with the square of their number.
    for attribute in start.attributes().with_checks(false).flatten() {
        let (namespace, name) = reader.resolver().resolve_attribute(attribute.key);
        let name = match (&namespace, name.into_inner()) {
            (ResolveResult::Unbound, name) => allowed::attribute(name),
            (ResolveResult::Bound(XLINK), "href") => Some("href"),
            (ResolveResult::Bound(XML), "space") => Some("xml:space"),
            (ResolveResult::Bound(XML), "lang") => Some("xml:lang"),
            _ => None,
        };
        let Some(name) = name.filter(|name| kept.iter().all(|(other, _)| other != name)) else { continue };
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else { continue };
        let value = match name {
            "href" => Some(value.trim().to_owned()).filter(|value| value::is_harmless_reference(value, element)),
            "style" => Some(value::harmless_declarations(&value)).filter(|style| !style.is_empty()),
            name if allowed::is_prose(name) => Some(value.into_owned()),
            _ => Some(value.into_owned()).filter(|value| value::is_harmless(value)),
        };
        kept.extend(value.map(|value| (name, value)));
    }
    kept
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
