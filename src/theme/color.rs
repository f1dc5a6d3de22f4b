//! Colours in eight bits a channel, as a browser shows them, and in OKLCH, where equal numbers look equally light.

use std::fmt;
use std::str::FromStr;

use color::{Oklch, OpaqueColor, Srgb};

/// A colour in eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Rgb {
    /// The nearest colour of eight bits a channel.
    pub(super) fn of_srgb(parts: [f32; 3]) -> Self {
        let [r, g, b] = parts.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
        Self { r, g, b }
    }

    /// The channels from 0 to 1.
    pub(super) fn srgb(self) -> [f32; 3] {
        [self.r, self.g, self.b].map(|channel| f32::from(channel) / 255.0)
    }

    /// As CSS, in three digits where these say the same.
    pub(super) fn css(self) -> String {
        let long = self.to_string();
        let [r, g, b] = [self.r, self.g, self.b].map(|channel| (channel >> 4, channel & 15));
        if [r, g, b].iter().all(|(high, low)| high == low) { format!("#{:x}{:x}{:x}", r.0, g.0, b.0) } else { long }
    }
}

/// White.
pub const WHITE: Rgb = Rgb { r: 255, g: 255, b: 255 };

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

/// A text that is no colour such as `#0b3a6e`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAColour;

impl FromStr for Rgb {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.strip_prefix('#').ok_or(NotAColour)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        let long = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return Err(NotAColour),
        };
        let value = u32::from_str_radix(&long, 16).map_err(|_| NotAColour)?;
        let [_, r, g, b] = value.to_be_bytes();
        Ok(Self { r, g, b })
    }
}

/// The WCAG contrast of two colours, 1 to 21.
pub fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour with some white over it.
pub fn veiled(base: Rgb, white: f32) -> Rgb {
    let mix = |channel: u8| (f32::from(channel) * (1.0 - white) + 255.0 * white).round() as u8;
    Rgb { r: mix(base.r), g: mix(base.g), b: mix(base.b) }
}

/// Whether two hues lie within some degrees of each other.
pub(super) fn near(hue: f32, centre: f32, reach: f32) -> bool {
    let apart = (hue - centre).rem_euclid(360.0);
    apart.min(360.0 - apart) <= reach
}

pub(super) fn oklch(colour: Rgb) -> [f32; 3] {
    OpaqueColor::<Srgb>::new(colour.srgb()).convert::<Oklch>().components
}

/// The colour at this lightness and hue with as much of the chroma as a screen has.
pub(super) fn mix(lightness: f32, chroma: f32, hue: f32) -> Rgb {
    let at = |chroma: f32| OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert::<Srgb>().components;
    let shown = |parts: [f32; 3]| parts.into_iter().all(|part| (-0.0005..=1.0005).contains(&part));
    let (mut low, mut high) = (0.0, chroma);
    if shown(at(chroma)) {
        low = chroma;
    } else {
        for _ in 0..16 {
            let middle = (low + high) / 2.0;
            if shown(at(middle)) { low = middle } else { high = middle }
        }
    }
    Rgb::of_srgb(at(low))
}

pub(super) fn darken_until(start: f32, chroma: f32, hue: f32, enough: impl Fn(Rgb) -> bool) -> Rgb {
    let steps = (start / 0.005) as u32;
    (0..=steps)
        .map(|step| mix(start - step as f32 * 0.005, chroma, hue))
        .find(|colour| enough(*colour))
        .unwrap_or(Rgb { r: 0, g: 0, b: 0 })
}

pub(super) fn lighten_until(start: f32, chroma: f32, hue: f32, enough: impl Fn(Rgb) -> bool) -> Rgb {
    let steps = ((1.0 - start) / 0.005) as u32;
    (0..=steps)
        .map(|step| mix(start + step as f32 * 0.005, chroma, hue))
        .find(|colour| enough(*colour))
        .unwrap_or(WHITE)
}

pub(super) fn luminance(colour: Rgb) -> f32 {
    OpaqueColor::<Srgb>::new(colour.srgb()).relative_luminance()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        let short: Rgb = "#fc0".parse().expect("a colour");
        assert_eq!("#0B3A6E".parse::<Rgb>().map(|colour| colour.to_string()), Ok("#0b3a6e".to_owned()));
        assert_eq!("#ffcc00".parse(), Ok(short));
        for text in ["", "#", "fc0", "#ff", "#fffff", "#12345g", "#+12345", "#ééé"] {
            assert_eq!(text.parse::<Rgb>(), Err(NotAColour), "{text}");
        }
    }
}
