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

/// The elements and attributes of `html` that are left out; `is_allowed` knows the elements.
pub(super) fn losses(html: &str, is_allowed: impl Fn(&str) -> Option<&'static str>) -> Vec<Loss<'_>> {
    let mut losses = Vec::new();
    for (token, range) in tokens(html) {
        let Token::Start(tag) = token else { continue };
        let Some(name) = is_allowed(tag.name) else {
            losses.push(Loss { element: tag.name, attribute: None, range });
            continue;
        };
        let lost = tag.attributes.into_iter().filter(|attribute| !allowed::unmissed(name, attribute.name));
        losses.extend(lost.map(|lost| Loss { element: tag.name, attribute: Some(lost.name), range: lost.range }));
    }
    losses
}

impl Loss<'_> {
    /// What is lost, whatever its place: said once in each text.
    pub(super) fn name(&self) -> String {
        let attribute = self.attribute.map(|attribute| clip(attribute, NAME));
        format!("{} {}", clip(self.element, NAME), attribute.unwrap_or_default()).to_ascii_lowercase()
    }

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
