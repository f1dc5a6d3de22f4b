//! What sanitising leaves out, said once in each text.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, code};

use super::super::plain::clip;
use super::allowed;
use super::tag::{Token, tokens};

/// The most characters of a name that a message repeats.
const NAME: usize = 40;

/// Something that is left out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Loss<'a> {
    element: &'a str,
    attribute: Option<&'a str>,
    /// Its bytes in the HTML.
    pub(super) range: Range<usize>,
}

/// The first element or attribute of `html` that is left out; `is_allowed` knows the elements.
pub(super) fn first(html: &str, is_allowed: impl Fn(&str) -> Option<&'static str>) -> Option<Loss<'_>> {
    tokens(html).find_map(|(token, range)| {
        let Token::Start(tag) = token else { return None };
        let Some(name) = is_allowed(tag.name) else {
            return Some(Loss { element: tag.name, attribute: None, range });
        };
        let lost = tag.attributes.into_iter().find(|attribute| !allowed::unmissed(name, attribute.name))?;
        Some(Loss { element: tag.name, attribute: Some(lost.name), range: lost.range })
    })
}

impl Loss<'_> {
    /// The warning, without its place.
    pub(super) fn warning(&self) -> Diagnostic {
        let element = clip(self.element, NAME);
        let message = match self.attribute {
            Some(attribute) => {
                format!("the attribute {} of the HTML element <{element}> is left out", clip(attribute, NAME))
            }
            None => format!("the HTML element <{element}> is left out"),
        };
        let warning = Diagnostic::warning(code::DOC_04, message).label("left out");
        let warning = match (self.attribute, element.to_ascii_lowercase().as_str()) {
            (Some(_), _) => warning,
            (None, "img") => warning.hint("write an image as `![what it shows](file.png)`"),
            (None, "a") => warning.hint("write a link as `[text](address)`"),
            (None, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") => warning.hint("write a heading as `## Heading`"),
            (None, _) => warning.hint(format!("to show the tag as text, write `\\<{element}>`")),
        };
        warning.hint(
            "raw HTML is sanitised; if you trust everybody who writes for this site, set `raw_html = \"allow\"` in [site]",
        )
    }
}
