//! One brand colour becomes the colours of a theme, in light and in dark, each fitted to its contrast.
//!
//! All steps happen in OKLCH, so that equal numbers look equally light; the result is rounded to eight bits before it is
//! measured, for that is what a browser shows.

use std::fmt::Write;

use super::color::{Rgb, WHITE, contrast, darken_until, lighten_until, mix, near, oklch, veiled};

/// The least contrast of text, by WCAG 2.2 AA.
pub const TEXT: f32 = 4.5;
/// What texts are fitted to: a little more, for thin strokes.
const COMFORT: f32 = 5.2;
/// The brand of those who name none: a deep blue.
pub const DEFAULT: Rgb = Rgb { r: 0x0b, g: 0x3a, b: 0x6e };
/// How much white the lightest motif adds to the band.
pub const MOTIF: f32 = 0.05;

/// Hue of the emergency colour and of errors.
const RED: f32 = 25.0;
/// Hue of "open" and "solved".
const GREEN: f32 = 150.0;
/// Hue of neutral tones.
const COOL: f32 = 255.0;

/// The colours that depend on the brand, for one colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The band where its text stands.
    pub brand: Rgb,
    /// The far end of the band.
    pub brand_2: Rgb,
    /// Text on the band.
    pub on_brand: Rgb,
    /// The fill of the main action.
    pub accent: Rgb,
    /// Text on it.
    pub on_accent: Rgb,
    /// The fill of quiet buttons and of chips.
    pub tint: Rgb,
    /// The page.
    pub ground: Rgb,
    /// Cards.
    pub surface: Rgb,
    /// Links, and words in quiet buttons.
    pub link: Rgb,
}

/// Why a colour is not the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Text on it could not be read.
    Contrast,
    /// It looks like a state: red is for emergencies, green is for open.
    State,
    /// It is too faint to be seen as a button.
    Faint,
}

/// A colour that was fitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The token: `accent`.
    pub token: &'static str,
    /// The brand colour.
    pub asked: Rgb,
    /// What stands in its place.
    pub used: Rgb,
    /// The contrast of the text on it that was reached.
    pub contrast: f32,
    /// Why.
    pub reason: Reason,
}

/// A brand in both schemes.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// In daylight.
    pub light: Tokens,
    /// At night.
    pub dark: Tokens,
    /// What had to be changed, for the report.
    pub changes: Vec<Change>,
}

impl Palette {
    /// The tokens as CSS; it stands before the style sheet of the theme and opens the layers in their order.
    pub fn css(&self) -> String {
        let mut css = String::from("@layer reset,tokens,base,components,theme,site;@layer tokens{");
        self.light.write(&mut css);
        css.push_str("@media(prefers-color-scheme:dark){");
        self.dark.write(&mut css);
        css.push_str("}}");
        css
    }
}

impl Tokens {
    /// Each token under its name in the contract.
    pub fn named(&self) -> [(&'static str, Rgb); 9] {
        [
            ("brand", self.brand),
            ("brand-2", self.brand_2),
            ("on-brand", self.on_brand),
            ("accent", self.accent),
            ("on-accent", self.on_accent),
            ("tint", self.tint),
            ("ground", self.ground),
            ("surface", self.surface),
            ("link", self.link),
        ]
    }

    fn write(&self, css: &mut String) {
        css.push_str(":root{");
        for (index, (name, value)) in self.named().into_iter().enumerate() {
            let gap = if index == 0 { "" } else { ";" };
            // Writing to a string cannot fail.
            let _ = write!(css, "{gap}--{name}:{}", value.css());
        }
        css.push('}');
    }
}

/// Fits a brand colour, or the default one.
pub fn fit(brand: Option<Rgb>) -> Palette {
    let asked = brand.unwrap_or(DEFAULT);
    let tone = Tone::of(asked);
    let light = tone.light(asked);
    let dark = tone.dark();
    let mut changes = Vec::new();
    if light.accent != asked && brand.is_some() {
        let reason = match tone.kind {
            Kind::State => Reason::State,
            Kind::Grey if tone.lightness > 0.6 => Reason::Faint,
            _ => Reason::Contrast,
        };
        // A dark brand is only brightened to look like a button: nothing was wrong with it.
        let only_brightened = match tone.kind {
            Kind::Hue => tone.lightness < BUTTON,
            Kind::Grey => tone.lightness < 0.3,
            Kind::Warm | Kind::State => false,
        };
        if !only_brightened {
            changes.push(Change {
                token: "accent",
                asked,
                used: light.accent,
                contrast: contrast(light.accent, light.on_accent),
                reason,
            });
        }
    }
    Palette { light, dark, changes }
}

/// The lightness to which dark brands are raised for a button.
const BUTTON: f32 = 0.51;

/// How a brand has to be treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Any other colour.
    Hue,
    /// Gold, yellow, lime: dark shades of it are mud, so darkness takes nearly no colour from it.
    Warm,
    /// Near red or green, which are states here.
    State,
    /// Black, grey, white.
    Grey,
}

/// A brand colour in OKLCH with its kind.
#[derive(Clone, Copy, Debug)]
struct Tone {
    lightness: f32,
    chroma: f32,
    hue: f32,
    kind: Kind,
}

impl Tone {
    fn of(colour: Rgb) -> Self {
        let [lightness, chroma, hue] = oklch(colour);
        let kind = if chroma < 0.03 {
            Kind::Grey
        } else if (near(hue, RED, 15.0) && chroma >= 0.08) || (near(hue, GREEN, 22.0) && chroma >= 0.06) {
            Kind::State
        } else if near(hue, 90.0, 38.0) {
            Kind::Warm
        } else {
            Kind::Hue
        };
        let hue = if kind == Kind::Grey { COOL } else { hue };
        Self { lightness, chroma, hue, kind }
    }

    /// The band: its lightness in both schemes and its colour.
    fn band(&self, first: f32, second: f32) -> (Rgb, Rgb) {
        let (first, second, chroma) = match self.kind {
            Kind::Grey if self.lightness < 0.35 => (first - 0.14, second - 0.17, 0.012),
            Kind::Grey => (first - 0.06, second - 0.08, 0.015),
            Kind::Warm => (first - 0.08, second - 0.10, self.chroma.min(0.026)),
            _ if self.lightness < first => (
                self.lightness.max(first - 0.1),
                self.lightness.max(first - 0.1) + second - first,
                self.chroma.min(0.15),
            ),
            _ => (first, second, self.chroma.min(0.15)),
        };
        let near =
            darken_until(second, chroma, self.hue, |colour| contrast(WHITE, veiled(colour, MOTIF)) >= TEXT + 0.1);
        (mix(first, chroma, self.hue), near)
    }

    fn light(&self, asked: Rgb) -> Tokens {
        let neutral = matches!(self.kind, Kind::State | Kind::Grey);
        let (brand, brand_2) = self.band(0.35, 0.50);
        let surface = WHITE;
        let ground = mix(0.98, 0.005, self.hue);
        let tint = if neutral { mix(0.955, 0.010, COOL) } else { mix(0.96, 0.022, self.hue) };
        let ink = mix(0.21, 0.02, if neutral { COOL } else { self.hue });
        let bright = if near(self.hue, 75.0, 38.0) { 0.64 } else { 0.76 };
        let (accent, on_accent) = if neutral {
            (mix(0.28, 0.015, COOL), WHITE)
        } else if self.lightness >= bright && contrast(asked, surface) >= 1.25 && contrast(asked, ink) >= TEXT {
            (asked, ink)
        } else if self.lightness >= bright {
            // Too pale for a button on a white card.
            (mix(0.30, self.chroma.min(0.04), self.hue), WHITE)
        } else if self.lightness >= BUTTON && contrast(asked, WHITE) >= TEXT {
            (asked, WHITE)
        } else {
            let chroma = if self.lightness < BUTTON { (self.chroma * 1.3).min(0.16) } else { self.chroma };
            (
                darken_until(self.lightness.max(BUTTON + 0.03), chroma, self.hue, |colour| {
                    contrast(colour, WHITE) >= COMFORT
                }),
                WHITE,
            )
        };
        let (chroma, hue) = match self.kind {
            Kind::State | Kind::Grey | Kind::Warm => (0.055, COOL),
            Kind::Hue => (self.chroma.clamp(0.08, 0.14), self.hue),
        };
        let link = darken_until(0.46, chroma, hue, |colour| {
            [surface, ground, tint].into_iter().all(|under| contrast(colour, under) >= COMFORT)
        });
        Tokens { brand, brand_2, on_brand: WHITE, accent, on_accent, tint, ground, surface, link }
    }

    fn dark(&self) -> Tokens {
        let neutral = matches!(self.kind, Kind::State | Kind::Grey);
        let (brand, brand_2) = self.band(0.25, 0.38);
        let cool = if neutral { COOL } else { self.hue };
        let ground = mix(0.18, 0.012, cool);
        let surface = mix(0.22, 0.015, cool);
        let tint = mix(0.285, if neutral { 0.012 } else { 0.032 }, cool);
        let ink = mix(0.18, 0.02, cool);
        let (accent, on_accent) = if neutral {
            (mix(0.91, 0.008, COOL), ink)
        } else {
            (
                lighten_until(self.lightness.clamp(0.74, 0.90), self.chroma.min(0.16), self.hue, |colour| {
                    contrast(colour, ink) >= COMFORT
                }),
                ink,
            )
        };
        let (chroma, hue) = match self.kind {
            Kind::State | Kind::Grey => (0.05, COOL),
            Kind::Warm => (0.07, self.hue),
            Kind::Hue => (self.chroma.clamp(0.06, 0.10), self.hue),
        };
        let link = lighten_until(0.82, chroma, hue, |colour| {
            [surface, ground, tint].into_iter().all(|under| contrast(colour, under) >= COMFORT)
        });
        Tokens { brand, brand_2, on_brand: WHITE, accent, on_accent, tint, ground, surface, link }
    }
}

#[cfg(test)]
mod tests;
