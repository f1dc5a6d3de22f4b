//! The images beside the text: what they are and how large, read from their bytes.

use std::borrow::Cow;
use std::fmt;

use imagesize::{Compression, ImageType};

use super::svg;

/// An image of more bytes is too large for a telephone on a bad day (IMG-02).
pub const LARGE: usize = 500_000;

/// The largest width and height in pixels: more than any screen, and little enough to calculate with.
pub(super) const LARGEST_SIDE: u32 = 65_535;

/// The formats that every browser shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
    /// SVG.
    Svg,
}

/// An image that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageInfo<'a> {
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
    /// Its format, by its bytes.
    pub kind: ImageKind,
    /// Its bytes; those of an SVG are sanitised.
    pub bytes: Cow<'a, [u8]>,
}

/// Why a file cannot be published as an image. Displayed, it completes the sentence "It cannot be shown: …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    message: String,
    hint: String,
}

impl Problem {
    /// A problem and what to do about it.
    pub(super) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }

    /// What to do.
    pub fn hint(&self) -> &str {
        &self.hint
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl ImageKind {
    /// The name of the format, with its article.
    fn name(self) -> &'static str {
        match self {
            Self::Png => "a PNG",
            Self::Jpeg => "a JPEG",
            Self::Webp => "a WebP",
            Self::Avif => "an AVIF",
            Self::Svg => "an SVG",
        }
    }

    /// How the names of such files end; web servers tell the browser the format by it.
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Webp => &["webp"],
            Self::Avif => &["avif"],
            Self::Svg => &["svg"],
        }
    }
}

/// Finds out what kind of image the file `path` is and how large it is shown.
pub fn inspect<'a>(path: &str, bytes: &'a [u8]) -> Result<ImageInfo<'a>, Problem> {
    let kind = kind(bytes)?;
    check_extension(path, kind)?;
    if kind == ImageKind::Svg {
        let svg = svg::sanitise(bytes)?;
        return Ok(ImageInfo { width: svg.width, height: svg.height, kind, bytes: Cow::Owned(svg.bytes) });
    }
    let damaged =
        || Problem::new("the file is damaged: it does not say how large the image is", "save or copy it again");
    let size = imagesize::blob_size(bytes).map_err(|_| damaged())?;
    let side = |side: usize| u32::try_from(side).ok().filter(|side| (1..=LARGEST_SIDE).contains(side));
    let (width, height) = side(size.width).zip(side(size.height)).ok_or_else(damaged)?;
    let turned = kind == ImageKind::Jpeg && jpeg_lies_on_its_side(bytes);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    Ok(ImageInfo { width, height, kind, bytes: Cow::Borrowed(bytes) })
}

fn kind(bytes: &[u8]) -> Result<ImageKind, Problem> {
    if svg::looks_like_xml(bytes) {
        return Ok(ImageKind::Svg);
    }
    let found = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) => return Ok(ImageKind::Png),
        Ok(ImageType::Jpeg) => return Ok(ImageKind::Jpeg),
        Ok(ImageType::Webp) => return Ok(ImageKind::Webp),
        Ok(ImageType::Heif(Compression::Av1)) => return Ok(ImageKind::Avif),
        Ok(ImageType::Heif(Compression::Hevc)) => "it is a HEIC image",
        Ok(ImageType::Gif) => "it is a GIF image",
        Ok(ImageType::Bmp) => "it is a BMP image",
        Ok(ImageType::Tiff) => "it is a TIFF image",
        _ => "it is no image of a known format",
    };
    Err(Problem::new(found, "save it as PNG, JPEG, WebP, AVIF or SVG"))
}

fn check_extension(path: &str, kind: ImageKind) -> Result<(), Problem> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if kind.extensions().iter().any(|known| extension.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    let wanted = kind.extensions().join(" or .");
    Err(Problem::new(
        format!("its name ends in .{extension}, but it is {} image", kind.name()),
        format!("rename it so that it ends in .{wanted}, and change its name where it is used"),
    ))
}

/// Whether a JPEG is shown turned by a quarter: cameras store photographs as the sensor lay and note it in Exif, browsers
/// turn them (CSS Images 3, `image-orientation: from-image`).
fn jpeg_lies_on_its_side(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xFF, marker, high, low]) = bytes.get(at..at + 4) {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        if *marker == 0xE1
            && let Some(exif) = bytes.get(at + 4..).and_then(|rest| rest.strip_prefix(b"Exif\0\0"))
        {
            return exif_orientation(exif).is_some_and(|orientation| (5..=8).contains(&orientation));
        }
        // The picture itself follows the start of scan.
        if *marker == 0xDA || length < 2 {
            return false;
        }
        at += 2 + length;
    }
    false
}

/// The tag "orientation" of the first directory of a TIFF header (Exif 2.32, § 4.6).
fn exif_orientation(tiff: &[u8]) -> Option<u16> {
    let little = tiff.starts_with(b"II");
    let u16_at = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let (first, second) = (usize::from(u16_at(4)?), usize::from(u16_at(6)?));
    let directory = if little { second << 16 | first } else { first << 16 | second };
    let entries = usize::from(u16_at(directory)?);
    let tag = (0..entries).map(|entry| directory + 2 + 12 * entry).find(|at| u16_at(*at) == Some(0x0112))?;
    u16_at(tag + 8)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{ImageInfo, ImageKind, inspect};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0]);
        bytes
    }

    fn jpeg(orientation: Option<u8>, little: bool) -> Vec<u8> {
        let mut bytes = b"\xFF\xD8".to_vec();
        if let Some(orientation) = orientation {
            bytes.extend(b"\xFF\xE1\0\x22Exif\0\0");
            match little {
                true => bytes.extend(b"II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"),
                false => bytes.extend(b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"),
            }
            bytes.extend(if little { [orientation, 0, 0, 0] } else { [0, orientation, 0, 0] });
            bytes.extend([0, 0, 0, 0]);
        }
        bytes.extend(b"\xFF\xC0\0\x11\x08\0\x1E\0\x28\x03\0\0\0\0\0\0\0\0\0");
        bytes
    }

    fn webp() -> Vec<u8> {
        b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x27\0\0\x1d\0\0".to_vec()
    }

    fn avif() -> Vec<u8> {
        let mut bytes = b"\0\0\0\x14ftypavif\0\0\0\0avif".to_vec();
        let ispe = b"\0\0\0\x14ispe\0\0\0\0\0\0\0\x28\0\0\0\x1e";
        let boxed = |name: &[u8; 4], head: &[u8], inner: &[u8]| {
            let length = u32::try_from(8 + head.len() + inner.len()).unwrap();
            [&length.to_be_bytes()[..], name, head, inner].concat()
        };
        bytes.extend(boxed(b"meta", &[0; 4], &boxed(b"iprp", &[], &boxed(b"ipco", &[], ispe))));
        bytes.extend(boxed(b"mdat", &[], &[0; 64]));
        bytes
    }

    #[test]
    fn kind_and_size_come_from_the_bytes() {
        for (path, bytes, kind) in [
            ("a/b.png", png(40, 30), ImageKind::Png),
            ("b.PNG", png(40, 30), ImageKind::Png),
            ("b.jpg", jpeg(None, false), ImageKind::Jpeg),
            ("b.jpeg", jpeg(Some(1), true), ImageKind::Jpeg),
            ("b.webp", webp(), ImageKind::Webp),
            ("b.avif", avif(), ImageKind::Avif),
        ] {
            let expected = ImageInfo { width: 40, height: 30, kind, bytes: bytes.as_slice().into() };
            assert_eq!(inspect(path, &bytes), Ok(expected), "{path}");
        }
        let svg =
            inspect("b.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30' onload='x'/>").unwrap();
        assert_eq!((svg.width, svg.height, svg.kind), (40, 30, ImageKind::Svg));
        assert!(!svg.bytes.windows(6).any(|bytes| bytes == b"onload"));
    }

    #[test]
    fn photographs_are_turned() {
        for orientation in 0..=9 {
            for little in [true, false] {
                let bytes = jpeg(Some(orientation), little);
                let info = inspect("a.jpg", &bytes).unwrap();
                let turned = (5..=8).contains(&orientation);
                assert_eq!(info.width, if turned { 30 } else { 40 }, "{orientation} {little}");
            }
        }
    }

    #[test]
    fn problems() {
        for (path, bytes, message, hint) in [
            (
                "a.png",
                jpeg(None, false),
                "its name ends in .png, but it is a JPEG image",
                "rename it so that it ends in .jpg or .jpeg, and",
            ),
            ("a", png(1, 1), "its name ends in ., but it is a PNG image", "rename it so that it ends in .png, and"),
            ("a.gif", b"GIF89a\x01\0\x01\0\0\0\0".to_vec(), "it is a GIF image", "save it as PNG"),
            ("a.png", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "it is a HEIC image", "save it as PNG"),
            ("a.png", Vec::new(), "it is no image of a known format", "save it as PNG"),
            ("a.png", b"hello, I am a text".to_vec(), "it is no image of a known format", "save it as PNG"),
            ("a.png", png(0, 30), "the file is damaged", "save or copy it again"),
            ("a.png", png(u32::MAX, 30), "the file is damaged", "save or copy it again"),
            ("a.png", png(1, 1)[..20].to_vec(), "the file is damaged", "save or copy it again"),
        ] {
            let problem = inspect(path, &bytes).unwrap_err();
            assert!(problem.to_string().starts_with(message), "{path} {problem}");
            assert!(problem.hint().starts_with(hint), "{path} {}", problem.hint());
        }
    }

    #[test]
    fn no_bytes_make_it_panic() {
        for whole in [png(40, 30), jpeg(Some(6), true), jpeg(Some(6), false), webp(), avif()] {
            for length in 0..whole.len() {
                let _ = inspect("a.png", &whole[..length]);
                for value in [0, 1, 0x7F, 0xFF] {
                    let mut changed = whole.clone();
                    changed[length] = value;
                    for path in ["a.png", "a.jpg", "a.webp", "a.avif"] {
                        let _ = inspect(path, &changed);
                    }
                }
            }
        }
    }
}
