//! Images and other files beside the text, published under the hash of their bytes.

use std::collections::BTreeMap;

use rapidhash::v3::rapidhash_v3;

use super::route::slug;
use crate::content::image::ImageInfo;

/// A file that is published under the hash of its bytes.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its path in the output folder.
    pub output: String,
    /// Its bytes; those of an SVG are sanitised.
    pub bytes: Vec<u8>,
    /// Width and height, of an image.
    pub size: Option<(u32, u32)>,
}

/// The files beside the text, by their paths in the site.
#[derive(Debug, Default)]
pub struct Assets {
    by_source: BTreeMap<String, Asset>,
}

impl Assets {
    /// The asset made from a file.
    pub fn get(&self, source: &str) -> Option<&Asset> {
        self.by_source.get(source)
    }

    /// All assets, in the order of their outputs; two sources with the same bytes and name are one output.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        let by_output: BTreeMap<&str, &Asset> =
            self.by_source.values().map(|asset| (asset.output.as_str(), asset)).collect();
        by_output.into_values()
    }

    /// Adds an image.
    pub(super) fn add_image(&mut self, source: &str, info: ImageInfo<'_>) {
        let size = Some((info.width, info.height));
        self.add(source, info.bytes.into_owned(), size);
    }

    /// Adds a file.
    pub(super) fn add(&mut self, source: &str, bytes: Vec<u8>, size: Option<(u32, u32)>) {
        let name = source.rsplit('/').next().unwrap_or_default();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let output = format!("assets/{}.{:016x}.{}", slug(stem), rapidhash_v3(&bytes), slug(extension));
        self.by_source.insert(source.to_owned(), Asset { output, bytes, size });
    }
}
