//! Where links may lead.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::diagnostic::{Diagnostic, code};

use super::Link;
use super::fragment::{Gap, Mark};
use super::plain::clip;
use super::writer::Writer;

/// What a link may be, as a hint.
pub(super) const ALLOWED: &str = "a link is an address with https, http, mailto or tel, a path such as `/contact/` or `../mail.md`, or an anchor \
     such as `#steps`";

/// The most characters of an address that a message repeats.
const SHOWN: usize = 60;

/// An open link.
#[derive(Debug)]
pub(super) struct OpenLink {
    /// Its index; none when its address was refused.
    index: Option<usize>,
    target: String,
    content: Mark,
}

/// Why an address is refused.
#[derive(Debug, PartialEq, Eq)]
enum Refusal<'a> {
    Empty,
    ControlCharacter,
    Backslash,
    NoScheme,
    Scheme(&'a str),
    Incomplete,
}

impl Writer<'_> {
    /// Writes the start of a link of Markdown.
    pub(super) fn open_link(&mut self, kind: LinkType, target: &str, title: &str, range: Range<usize>) -> OpenLink {
        let target = match kind {
            LinkType::Email => format!("mailto:{target}"),
            _ => target.trim().to_owned(),
        };
        let index = self.add_link(&target, range);
        if let Some(index) = index {
            self.out.push("<a");
            self.out.gap(Gap::Link(index));
            if !title.is_empty() {
                self.out.attribute("title", title);
            }
            self.out.push(">");
        }
        self.in_link = true;
        OpenLink { index, target, content: self.out.mark() }
    }

    /// Writes the end of a link.
    pub(super) fn close_link(&mut self, link: OpenLink) {
        self.in_link = false;
        if link.index.is_none() {
            return;
        }
        if !self.out.grown_since(link.content) {
            // A link without text has no name for a screen reader: its address is better than nothing.
            self.out.text(&link.target);
            self.see(&link.target);
        }
        self.out.push("</a>");
    }

    /// Records a link, or says why its address is refused.
    pub(super) fn add_link(&mut self, target: &str, range: Range<usize>) -> Option<usize> {
        if let Err(refusal) = check(target) {
            self.report.push(refusal.error(target), range);
            return None;
        }
        let place = self.report.place(range);
        self.links.push(Link { target: target.to_owned(), place });
        Some(self.links.len() - 1)
    }

    /// Writes a link made of a bare address, if the address is complete.
    pub(super) fn bare_link(&mut self, target: &str, text: &str, range: Range<usize>) {
        if check(target).is_err() {
            return self.out.text(text);
        }
        if let Some(index) = self.add_link(target, range) {
            self.out.push("<a");
            self.out.gap(Gap::Link(index));
            self.out.push(">");
            self.out.text(text);
            self.out.push("</a>");
        }
    }
}

/// The part of `target` before its colon, if a colon comes before any `/`, `?` or `#` (RFC 3986, § 4.2).
pub(super) fn scheme(target: &str) -> Option<&str> {
    let end = target.find([':', '/', '?', '#'])?;
    target[end..].starts_with(':').then_some(&target[..end])
}

/// Whether `target` leads to the web.
pub(super) fn is_web(target: &str) -> bool {
    scheme(target).is_some_and(|s| s.eq_ignore_ascii_case("https") || s.eq_ignore_ascii_case("http"))
}

/// Whether a link may lead to `target`. Browsers skip control characters and read `\` as `/` (URL standard, § 4.4), so an
/// address with them is not what it looks like.
fn check(target: &str) -> Result<(), Refusal<'_>> {
    let inner = target.trim();
    if inner.is_empty() {
        return Err(Refusal::Empty);
    }
    if target.chars().any(|c| {
        c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    }) {
        return Err(Refusal::ControlCharacter);
    }
    if inner.contains('\\') {
        return Err(Refusal::Backslash);
    }
    if inner.starts_with("//") {
        return Err(Refusal::NoScheme);
    }
    let Some(scheme) = scheme(inner) else { return Ok(()) };
    let rest = &inner[scheme.len() + 1..];
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let host = rest.strip_prefix("//").is_some_and(|rest| !rest.starts_with(['/', '?', '#']));
            if host && url::Url::parse(inner).is_ok() { Ok(()) } else { Err(Refusal::Incomplete) }
        }
        "mailto" | "tel" if rest.trim().is_empty() => Err(Refusal::Incomplete),
        "mailto" | "tel" => Ok(()),
        _ => Err(Refusal::Scheme(scheme)),
    }
}

impl Refusal<'_> {
    fn error(&self, target: &str) -> Diagnostic {
        let shown = clip(&target.escape_debug().take(4 * SHOWN).collect::<String>(), SHOWN);
        let error = |message: String| Diagnostic::error(code::LNK_04, message);
        match self {
            Self::Empty => error("this link has no address".to_owned())
                .hint("write the address in the parentheses, or remove the brackets"),
            Self::ControlCharacter => error(format!("the address {shown} holds an invisible character"))
                .hint("type the address again, or copy it from the browser's address bar"),
            Self::Backslash => {
                error(format!("the address {shown} holds a backslash")).hint("write `/` instead of `\\`")
            }
            Self::NoScheme => error(format!("the address {shown} does not say how to get there"))
                .hint(format!("write `https:{shown}`")),
            Self::Scheme(scheme) => error(format!("a link cannot use `{}:`", clip(scheme, SHOWN)))
                .hint(ALLOWED)
                .hint("a file whose name holds a colon is written with `./` before it"),
            Self::Incomplete => error(format!("the address {shown} is not complete"))
                .hint("write it like `https://example.com/page`, `mailto:name@example.com` or `tel:+48221234567`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, check, is_web};

    #[test]
    fn allowed_addresses() {
        for target in [
            "https://example.com",
            "HTTP://example.com/a?b=c#d",
            "https://example.com/a b",
            "https://zażółć.pl/ścieżka",
            "https://[::1]:8080/",
            "mailto:a@example.com?subject=x",
            "TEL:+48 22 123 45 67",
            "/contact/",
            "../mail.md#steps",
            "a/b:c",
            "./10:30.md",
            "#a:b",
            "?q=javascript:x",
            "zażółć.md",
        ] {
            assert_eq!(check(target), Ok(()), "{target}");
        }
    }

    #[test]
    fn refused_addresses() {
        for (target, refusal) in [
            ("", Refusal::Empty),
            (" \u{A0}", Refusal::Empty),
            ("javascript:alert(1)", Refusal::Scheme("javascript")),
            ("  JavaScript:alert(1)", Refusal::Scheme("JavaScript")),
            ("java\tscript:alert(1)", Refusal::ControlCharacter),
            ("\u{1}javascript:alert(1)", Refusal::ControlCharacter),
            ("java\u{0}script:alert(1)", Refusal::ControlCharacter),
            ("\u{202E}javascript:alert(1)", Refusal::ControlCharacter),
            ("\u{200B}javascript:alert(1)", Refusal::Scheme("\u{200B}javascript")),
            ("javascript&colon;alert(1)://x:", Refusal::Scheme("javascript&colon;alert(1)")),
            ("data:text/html,x", Refusal::Scheme("data")),
            ("vbscript:x", Refusal::Scheme("vbscript")),
            ("file:///etc/passwd", Refusal::Scheme("file")),
            ("blob:https://a", Refusal::Scheme("blob")),
            ("view-source:https://a", Refusal::Scheme("view-source")),
            ("ms-settings:x", Refusal::Scheme("ms-settings")),
            ("10:30.md", Refusal::Scheme("10")),
            (":x", Refusal::Scheme("")),
            ("//example.com", Refusal::NoScheme),
            ("/\\example.com", Refusal::Backslash),
            ("https:\\\\example.com", Refusal::Backslash),
            ("https:", Refusal::Incomplete),
            ("https:example.com", Refusal::Incomplete),
            ("https:///example.com", Refusal::Incomplete),
            ("https://", Refusal::Incomplete),
            ("https://exa mple.com", Refusal::Incomplete),
            ("https://a:b:c/", Refusal::Incomplete),
            ("mailto:", Refusal::Incomplete),
            ("tel: ", Refusal::Incomplete),
        ] {
            assert_eq!(check(target), Err(refusal), "{target:?}");
        }
    }

    #[test]
    fn the_web() {
        assert!(is_web("https://a") && is_web("HTTP://a"));
        assert!(!is_web("/https://a") && !is_web("mailto:a") && !is_web("httpsx://a"));
    }
}
