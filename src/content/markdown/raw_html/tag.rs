//! The tags in a piece of HTML, read as browsers read them (HTML standard, § 13.2.5 "Tokenization").
//!
//! What is found here decides on messages, depth and places; that nothing dangerous gets out is decided elsewhere,
//! by writing every allowed tag anew or by `ammonia`.

use std::ops::Range;

/// A piece of markup; text is passed over.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A start tag.
    Start(Tag<'a>),
    /// The name in an end tag.
    End(&'a str),
    /// A comment.
    Comment,
    /// A declaration, a processing instruction or a tag that never ends: browsers show none of them.
    Nothing,
}

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The name as written.
    pub(super) name: &'a str,
    /// The attributes in their order.
    pub(super) attributes: Vec<Attribute<'a>>,
}

/// An attribute of a start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    /// The name as written.
    pub(super) name: &'a str,
    /// The value as written, without its quotes, its entities not decoded.
    pub(super) value: &'a str,
    /// Its bytes, from the name to the end of the value.
    pub(super) range: Range<usize>,
}

/// The elements that hold text only, up to their end tag.
const RAW_TEXT: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

impl Tag<'_> {
    /// Whether what follows is text only, up to the end tag.
    pub(super) fn holds_text_only(&self) -> bool {
        RAW_TEXT.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

/// The markup of `html` and its bytes.
pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { html, at: 0, raw_text: None }
}

/// See [`tokens`].
pub(super) struct Tokens<'a> {
    html: &'a str,
    at: usize,
    /// The element whose text-only content comes next.
    raw_text: Option<&'a str>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (Token<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.raw_text.take() {
            self.at = self.end_of_raw_text(name);
        }
        loop {
            let start = self.at + self.html.get(self.at..)?.find('<')?;
            self.at = start + 1;
            let token = match (self.byte(0), self.byte(1)) {
                (Some(letter), _) if letter.is_ascii_alphabetic() => self.tag().map_or(Token::Nothing, Token::Start),
                (Some(b'/'), Some(letter)) if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    self.tag().map_or(Token::Nothing, |tag| Token::End(tag.name))
                }
                (Some(b'!'), Some(b'-')) if self.byte(2) == Some(b'-') => self.comment(),
                (Some(b'!' | b'?' | b'/'), _) => {
                    self.take(|byte| byte == b'>');
                    self.at = self.html.len().min(self.at + 1);
                    Token::Nothing
                }
                _ => continue,
            };
            if let Token::Start(tag) = &token {
                self.raw_text = tag.holds_text_only().then_some(tag.name);
            }
            return Some((token, start..self.at));
        }
    }
}

impl<'a> Tokens<'a> {
    fn byte(&self, ahead: usize) -> Option<u8> {
        self.html.as_bytes().get(self.at + ahead).copied()
    }

    fn comment(&mut self) -> Token<'a> {
        self.at += 3;
        let rest = self.html.get(self.at..).unwrap_or_default();
        let ends = |at: &usize| {
            let before = &rest[..*at];
            before.is_empty() || before == "-" || before.ends_with("--") || before.ends_with("--!")
        };
        let end = rest.match_indices('>').map(|(at, _)| at).find(ends);
        self.at += end.map_or(rest.len(), |at| at + 1);
        Token::Comment
    }

    /// Reads a tag from its name to its `>`; none when the text ends before.
    fn tag(&mut self) -> Option<Tag<'a>> {
        let name = self.take(|byte| byte.is_ascii_whitespace() || byte == b'/' || byte == b'>');
        let mut attributes = Vec::new();
        loop {
            self.take(|byte| !byte.is_ascii_whitespace() && byte != b'/');
            match self.byte(0) {
                None => return None,
                Some(b'>') => break,
                Some(_) => attributes.push(self.attribute()?),
            }
        }
        self.at += 1;
        Some(Tag { name, attributes })
    }

    fn attribute(&mut self) -> Option<Attribute<'a>> {
        let start = self.at;
        // An equals sign at the start belongs to the name.
        self.at += usize::from(self.byte(0) == Some(b'='));
        self.take(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let name = self.html.get(start..self.at)?;
        let mut end = self.at;
        let mut value = "";
        self.take(|byte| !byte.is_ascii_whitespace());
        if self.byte(0) == Some(b'=') {
            self.at += 1;
            self.take(|byte| !byte.is_ascii_whitespace());
            value = match self.byte(0)? {
                b'>' => "",
                quote @ (b'"' | b'\'') => {
                    self.at += 1;
                    let value = self.take(|byte| byte == quote);
                    self.byte(0)?;
                    self.at += 1;
                    value
                }
                _ => self.take(|byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            end = self.at;
        }
        Some(Attribute { name, value, range: start..end })
    }

    /// Moves on to the first byte of ASCII that is one of `stop`, or to the end.
    fn take(&mut self, stop: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.html.get(self.at..).unwrap_or_default();
        let length = rest.bytes().position(stop).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn end_of_raw_text(&self, name: &str) -> usize {
        let rest = self.html.get(self.at..).unwrap_or_default();
        let ends = |at: usize| {
            let after = rest.as_bytes().get(at + 2..at + 2 + name.len());
            let stop = rest.as_bytes().get(at + 2 + name.len());
            after.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
                && stop.is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        };
        let end = rest.match_indices("</").map(|(at, _)| at).find(|at| ends(*at));
        self.at + end.unwrap_or(rest.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    /// Start tags as `name[attribute=value]`, end tags as `/name`, comments as `#`, the rest as `-`.
    fn read(html: &str) -> String {
        let show = |(token, _): (Token<'_>, _)| match token {
            Token::Start(tag) => {
                let show = |a: &super::Attribute<'_>| format!("[{}={}]", a.name, a.value);
                tag.name.to_owned() + &tag.attributes.iter().map(show).collect::<String>()
            }
            Token::End(name) => format!("/{name}"),
            Token::Comment => "#".to_owned(),
            Token::Nothing => "-".to_owned(),
        };
        tokens(html).map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn as_browsers_do() {
        for (html, expected) in [
            ("a < b <3", ""),
            ("<b>x</b >", "b /b"),
            ("<A HREF=x>", "A[HREF=x]"),
            ("<a href='x\"y' b = \"c d\" e>", "a[href=x\"y][b=c d][e=]"),
            ("<a/href=x/b>", "a[href=x/b]"),
            ("<img/src=x/onerror=y>", "img[src=x/onerror=y]"),
            ("<a =b=c>", "a[=b=c]"),
            ("<a b=>c", "a[b=]"),
            ("<a href=\"x", "-"),
            ("<a ", "-"),
            ("<!-- <b> -->x<i>", "# i"),
            ("<!--><i>", "# i"),
            ("<!---><i>", "# i"),
            ("<!-- --!><i>", "# i"),
            ("<!-- ---><i>", "# i"),
            ("<!-- -- ><i>", "#"),
            ("<!doctype html><?php ?></ x></><i>", "- - - - i"),
            ("<script>'<b>' </scriptx> </SCRIPT ><i>", "script /SCRIPT i"),
            ("<style><b></title></style", "style"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }
}
