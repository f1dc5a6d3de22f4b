//! What the rest of a site knows of a text: enough to lead to it and to list it, not to show it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::body::Body;
use super::{Heading, Image, Link};
use crate::diagnostic::{Place, SourceFile};

/// A text without its words.
#[derive(Debug, Serialize, Deserialize)]
pub struct Outline<'a> {
    /// Level, id and text of each.
    #[serde(borrow)]
    headings: Vec<(u8, &'a str, &'a str)>,
    by_id: Vec<u32>,
    anchors: Vec<&'a str>,
    summary: &'a str,
    is_empty: bool,
    links: Vec<&'a str>,
    /// Target and text of each.
    images: Vec<(&'a str, &'a str)>,
}

impl Body {
    /// What others know of it.
    pub fn outline(&self) -> Outline<'_> {
        let headings = self.headings.iter();
        Outline {
            headings: headings.map(|heading| (heading.level, heading.id.as_str(), heading.text.as_str())).collect(),
            by_id: self.by_id.to_vec(),
            anchors: self.anchors.iter().map(AsRef::as_ref).collect(),
            summary: &self.summary,
            is_empty: self.is_empty,
            links: self.links.iter().map(|link| link.target.as_str()).collect(),
            images: self.images.iter().map(|image| (image.target.as_str(), image.alt.as_str())).collect(),
        }
    }

    /// A text of which only this is known; its links and images have no place but their file.
    pub fn of_outline(outline: &Outline<'_>, source: &Arc<SourceFile>) -> Self {
        let heading =
            |(level, id, text): &(u8, &str, &str)| Heading { level: *level, id: (*id).into(), text: (*text).into() };
        let link = |target: &&str| Link { target: (*target).to_owned(), place: Place::file(source) };
        let image = |(target, alt): &(&str, &str)| Image {
            target: (*target).into(),
            alt: (*alt).into(),
            place: Place::file(source),
        };
        Self {
            headings: outline.headings.iter().map(heading).collect(),
            by_id: outline.by_id.clone().into_boxed_slice(),
            anchors: outline.anchors.iter().map(|anchor| (*anchor).into()).collect(),
            summary: outline.summary.into(),
            is_empty: outline.is_empty,
            links: outline.links.iter().map(link).collect(),
            images: outline.images.iter().map(image).collect(),
            ..Self::default()
        }
    }
}
