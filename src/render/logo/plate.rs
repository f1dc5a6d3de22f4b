//! Whether a logo needs a white plate on the brand's band: most logos are drawn for white paper.

use png::{ColorType, Decoder, Limits, Transformations};

use crate::content::image::{ImageInfo, ImageKind};
use crate::theme::color::{Rgb, WHITE, contrast};

/// Below this contrast a part of a logo is not seen on its ground.
const UNSEEN: f32 = 2.0;
/// The most memory for the pixels of a logo, in bytes.
const MOST_PIXELS: usize = 16 * 1024 * 1024;
/// The share of a logo's parts from which they count.
const ENOUGH: f32 = 0.25;

/// Whether the logo stands on a white plate: it brings its own ground, or is not seen on the band and not drawn in white.
pub(super) fn is_needed(logo: &ImageInfo<'_>, band: Rgb) -> bool {
    let colours = match logo.kind {
        ImageKind::Jpeg => return true,
        ImageKind::Svg => colours_of_svg(&logo.bytes),
        ImageKind::Png => match colours_of_png(&logo.bytes) {
            Some(Pixels { is_opaque: true, .. }) => return true,
            Some(pixels) => pixels.colours,
            None => return false,
        },
        ImageKind::Webp => return !webp_can_be_transparent(&logo.bytes),
        ImageKind::Avif => return !avif_can_be_transparent(&logo.bytes),
    };
    let unseen_on = |ground: Rgb| share(&colours, |colour| contrast(colour, ground) < UNSEEN);
    unseen_on(band) >= ENOUGH && unseen_on(WHITE) < ENOUGH
}

fn share(colours: &[Rgb], counts: impl Fn(Rgb) -> bool) -> f32 {
    let counted = colours.iter().filter(|colour| counts(**colour)).count();
    if colours.is_empty() { 0.0 } else { counted as f32 / colours.len() as f32 }
}

/// The colours that an SVG names; one that names none is black.
fn colours_of_svg(svg: &[u8]) -> Vec<Rgb> {
    let text = String::from_utf8_lossy(svg);
    let named = text.split('#').skip(1).filter_map(|rest| {
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let length = if digits >= 6 { 6 } else { 3 };
        format!("#{}", rest.get(..length)?).parse().ok()
    });
    let colours: Vec<Rgb> = named.collect();
    let is_white = || text.contains("\"white\"") || text.contains(":white");
    match colours.is_empty() {
        true if is_white() => vec![WHITE],
        true => vec![Rgb { r: 0, g: 0, b: 0 }],
        false => colours,
    }
}

/// Whether the header of a WebP allows transparent pixels; its colours stay unknown.
fn webp_can_be_transparent(bytes: &[u8]) -> bool {
    let flags = |place: usize, bit: u8| bytes.get(place).is_some_and(|byte| byte & bit != 0);
    match bytes.get(12..16) {
        Some(b"VP8X") => flags(20, 0x10),
        Some(b"VP8L") => flags(24, 0x10),
        _ => false,
    }
}

/// Whether an AVIF has a picture beside the main one that says how much each pixel covers (MIAF, 7.3.5.2).
fn avif_can_be_transparent(bytes: &[u8]) -> bool {
    const ALPHA: &[u8] = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";
    bytes.windows(ALPHA.len()).any(|window| window == ALPHA)
}

/// The pixels of a PNG that are seen.
struct Pixels {
    colours: Vec<Rgb>,
    is_opaque: bool,
}

fn colours_of_png(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = Decoder::new_with_limits(std::io::Cursor::new(bytes), Limits { bytes: MOST_PIXELS });
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().ok()?;
    let size = reader.output_buffer_size().filter(|size| *size <= MOST_PIXELS)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).ok()?;
    let grey = frame.color_type == ColorType::GrayscaleAlpha;
    let width = if grey { 2 } else { 4 };
    let (mut colours, mut is_opaque) = (Vec::new(), true);
    for pixel in pixels.get(..frame.buffer_size())?.chunks_exact(width) {
        match *pixel {
            [level, alpha] if alpha > 127 => colours.push(Rgb { r: level, g: level, b: level }),
            [r, g, b, alpha] if alpha > 127 => colours.push(Rgb { r, g, b }),
            _ => is_opaque = false,
        }
    }
    Some(Pixels { colours, is_opaque })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const BAND: Rgb = Rgb { r: 11, g: 58, b: 110 };

    fn svg(text: &str) -> bool {
        is_needed(&ImageInfo { width: 10, height: 10, kind: ImageKind::Svg, bytes: text.as_bytes().into() }, BAND)
    }

    #[test]
    fn a_logo_for_white_paper_gets_a_plate() {
        assert!(svg("<svg><path fill=\"#0b3a6e\"/></svg>"), "the colour of the band");
        assert!(svg("<svg><path d=\"M0 0h2\"/></svg>"), "black");
        assert!(!svg("<svg><path fill=\"#fff\"/><path fill=\"#7ec8ff\"/></svg>"), "white and light blue");
        assert!(!svg("<svg><path fill=\"white\"/></svg>"), "white by name");
        assert!(!svg("<svg><path fill=\"#ffcc00\"/></svg>"), "yellow is seen on the band");
    }

    #[test]
    fn the_pixels_of_a_png_are_looked_at() {
        let png = |pixel: [u8; 4], rest: [u8; 4]| {
            let mut bytes = Vec::new();
            let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
            encoder.set_color(ColorType::Rgba);
            let mut writer = encoder.write_header().unwrap();
            writer.write_image_data(&[pixel, rest].concat()).unwrap();
            writer.finish().unwrap();
            is_needed(&ImageInfo { width: 2, height: 1, kind: ImageKind::Png, bytes: bytes.into() }, BAND)
        };
        assert!(png([0, 0, 0, 255], [0, 0, 0, 0]), "black on nothing");
        assert!(!png([255, 255, 255, 255], [0, 0, 0, 0]), "white on nothing");
        assert!(png([255, 255, 255, 255], [0, 0, 0, 255]), "with a ground of its own");
    }

    #[test]
    fn a_photograph_of_a_logo_brings_its_own_ground() {
        let logo = |kind, bytes: &[u8]| is_needed(&ImageInfo { width: 2, height: 1, kind, bytes: bytes.into() }, BAND);
        let webp = |chunk: &[u8]| logo(ImageKind::Webp, &[b"RIFF\x10\0\0\0WEBP", chunk].concat());
        assert!(webp(b"VP8 \x10\0\0\0\0\0\0\0\0\0\0\0"), "lossy, in its simple form");
        assert!(webp(b"VP8X\x0a\0\0\0\x20\0\0\0\0\0\0\0") && !webp(b"VP8X\x0a\0\0\0\x30\0\0\0\0\0\0\0"));
        assert!(webp(b"VP8L\x0a\0\0\0\x2f\xff\xff\xff\x0f\0") && !webp(b"VP8L\x0a\0\0\0\x2f\0\0\0\x10\0"));
        assert!(logo(ImageKind::Avif, b"ftypavif") && logo(ImageKind::Jpeg, b""));
        assert!(!logo(ImageKind::Avif, b"ftypavif auxC\0urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"));
    }
}
