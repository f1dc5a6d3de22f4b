//! Where links and images lead, once it is known.

use std::collections::HashMap;
use std::hash::{Hash as _, Hasher as _};

use rapidhash::fast::RapidHasher;

use super::asset::Assets;
use crate::content::markdown::{Body, Image, Link};

/// Where the links and images of every text lead, by the path of its file.
#[derive(Debug, Default)]
pub struct Links {
    pub(super) by_file: HashMap<String, Targets>,
}

/// Where the links and images of one text lead.
#[derive(Debug, Default)]
pub struct Targets {
    /// The addresses of the links, one after the other.
    hrefs: Box<str>,
    /// Where the address of each link ends, and whether it leaves the site.
    ends: Box<[(u32, bool)]>,
    /// The source path for each image that exists.
    images: Box<[Option<String>]>,
}

impl Targets {
    pub(super) fn new(body: &Body, href: impl Fn(&Link) -> String, image: impl Fn(&Image) -> Option<String>) -> Self {
        let mut hrefs = String::new();
        let ends = body.links.iter().map(|link| {
            hrefs.push_str(&href(link));
            // No text of four gigabytes is read.
            (u32::try_from(hrefs.len()).unwrap_or(u32::MAX), link.is_web())
        });
        let ends = ends.collect();
        Self { ends, hrefs: hrefs.into_boxed_str(), images: body.images.iter().map(image).collect() }
    }

    /// The address of a link.
    pub fn href(&self, link: usize) -> &str {
        let end = |link: usize| self.ends.get(link).map_or(0, |(end, _)| *end as usize);
        let start = link.checked_sub(1).map_or(0, end);
        self.hrefs.get(start..end(link)).unwrap_or_default()
    }

    /// Whether a link leaves the site.
    pub fn is_external(&self, link: usize) -> bool {
        self.ends.get(link).is_some_and(|(_, leaves)| *leaves)
    }

    /// All of them, and the files of the images, as one number.
    pub fn hash(&self, assets: &Assets) -> u64 {
        let mut hasher = RapidHasher::default();
        let Self { hrefs, ends, images } = self;
        (hrefs, ends).hash(&mut hasher);
        let shown = |source: &String| assets.get(source).map(|asset| (&asset.output, asset.size));
        images.iter().for_each(|source| source.as_ref().and_then(shown).hash(&mut hasher));
        hasher.finish()
    }

    /// The source path of an image that exists.
    pub fn image(&self, image: usize) -> Option<&str> {
        self.images.get(image)?.as_deref()
    }
}

impl Links {
    /// The targets of a file.
    pub fn of(&self, file: &str) -> Option<&Targets> {
        self.by_file.get(file)
    }
}
