//! Custom properties that a style sheet sets on the whole page, by colour scheme, and the colours that they come to.

use std::collections::BTreeMap;

use color::{Oklab, OpaqueColor, Srgb, parse_color};
use cssparser::{ParseError, Parser, Token};

use super::color::Rgb;

/// The layers of a page's style in their order; what stands in no layer comes after all.
const LAYERS: [&str; 6] = ["reset", "tokens", "base", "components", "theme", "site"];
/// How often one property may stand for another before it is a circle.
const LONGEST_CHAIN: usize = 16;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scheme {
    /// In daylight.
    Light,
    /// At night.
    Dark,
}

impl Scheme {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in a sentence.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A property that a sheet sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    /// Its name without the dashes.
    pub(super) name: String,
    /// Its value as written.
    pub(super) value: String,
    /// The byte at which it begins in its sheet.
    pub(super) at: usize,
    scheme: Option<Scheme>,
    layer: usize,
}

/// What a sheet sets on `:root`, in its order.
pub(super) fn settings(css: &str) -> Vec<Setting> {
    let mut found = Vec::new();
    let around = Around { scheme: None, layer: LAYERS.len() };
    // What cannot be read sets nothing: a browser leaves it out too.
    let _ = rules(&mut Parser::new(css), around, &mut found);
    found
}

/// The rules that stand around a declaration.
#[derive(Clone, Copy, Debug)]
struct Around {
    scheme: Option<Scheme>,
    layer: usize,
}

impl Around {
    /// Inside a rule; none where it does not hold for every page.
    fn within(self, prelude: &str) -> Option<Self> {
        let compact: String = prelude.to_ascii_lowercase().split_whitespace().collect();
        if let Some(name) = compact.strip_prefix("@layer") {
            let layer = LAYERS.iter().position(|layer| *layer == name).unwrap_or(LAYERS.len());
            Some(Self { layer, ..self })
        } else if compact == "@media(prefers-color-scheme:dark)" {
            Some(Self { scheme: Some(Scheme::Dark), ..self })
        } else if compact == "@media(prefers-color-scheme:light)" {
            Some(Self { scheme: Some(Scheme::Light), ..self })
        } else {
            compact.starts_with("@supports").then_some(self)
        }
    }
}

fn rules(parser: &mut Parser<'_>, around: Around, found: &mut Vec<Setting>) -> Result<(), ParseError<()>> {
    loop {
        parser.skip_whitespace();
        let start = parser.position();
        let prelude = loop {
            match parser.next().cloned() {
                Err(_) => return Ok(()),
                Ok(Token::Semicolon) => break None,
                Ok(Token::CurlyBracketBlock) => break Some(parser.slice_from(start).trim_end_matches('{').trim()),
                Ok(_) => {}
            }
        };
        let Some(prelude) = prelude else { continue };
        if let Some(inner) = around.within(prelude) {
            parser.parse_nested_block(|block| rules(block, inner, found))?;
        } else if prelude.split(',').any(|selector| matches!(selector.trim(), ":root" | "html")) {
            parser.parse_nested_block(|block| declarations(block, around, found))?;
        }
    }
}

fn declarations(parser: &mut Parser<'_>, around: Around, found: &mut Vec<Setting>) -> Result<(), ParseError<()>> {
    loop {
        parser.skip_whitespace();
        let at = parser.position().byte_index();
        let name = match parser.next().cloned() {
            Err(_) => return Ok(()),
            Ok(Token::Ident(name)) => name,
            Ok(_) => continue,
        };
        let start = parser.position();
        while !matches!(parser.next(), Err(_) | Ok(Token::Semicolon)) {}
        let rest = parser.slice_from(start).trim_end_matches(';').trim_start();
        if let (Some(name), Some(value)) = (name.strip_prefix("--"), rest.strip_prefix(':')) {
            let Around { scheme, layer } = around;
            found.push(Setting { name: name.to_owned(), value: value.trim().to_owned(), at, scheme, layer });
        }
    }
}

/// The properties that hold in one colour scheme, each with the sheet that set it.
#[derive(Debug, Default)]
pub(super) struct Values<'a> {
    by_name: BTreeMap<&'a str, (usize, &'a Setting)>,
}

impl<'a> Values<'a> {
    /// Those of some sheets, farthest first: later layers win, then later sheets.
    pub(super) fn of(sheets: &'a [Vec<Setting>], scheme: Scheme) -> Self {
        let mut by_name: BTreeMap<&str, (usize, &Setting)> = BTreeMap::new();
        for (sheet, settings) in sheets.iter().enumerate() {
            for setting in settings.iter().filter(|setting| setting.scheme.is_none_or(|own| own == scheme)) {
                let stands = by_name.get(setting.name.as_str());
                if stands.is_none_or(|(_, before)| before.layer <= setting.layer) {
                    by_name.insert(&setting.name, (sheet, setting));
                }
            }
        }
        Self { by_name }
    }

    /// The setting of a property, and the number of its sheet.
    pub(super) fn get(&self, name: &str) -> Option<(usize, &'a Setting)> {
        self.by_name.get(name).copied()
    }

    /// The colour of a property; none where it is no opaque colour that can be computed here.
    pub(super) fn colour(&self, name: &str) -> Option<Rgb> {
        let value = self.resolved(name)?;
        let colour = parse_color(&value).ok()?.to_alpha_color::<Srgb>();
        let [r, g, b, alpha] = colour.components;
        (alpha >= 1.0).then(|| Rgb::of_srgb([r, g, b]))
    }

    /// The share from 0 to 1 that a property is.
    pub(super) fn share(&self, name: &str) -> Option<f32> {
        let value = self.resolved(name)?;
        match value.strip_suffix('%') {
            Some(number) => Some(number.trim().parse::<f32>().ok()? / 100.0),
            None => value.parse().ok(),
        }
    }

    fn resolved(&self, name: &str) -> Option<String> {
        let mut name = name.to_owned();
        for _ in 0..LONGEST_CHAIN {
            let (_, setting) = self.get(&name)?;
            match setting.value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
                Some(other) => name = other.split(',').next().unwrap_or_default().trim().to_owned(),
                None => return Some(setting.value.clone()),
            }
        }
        None
    }
}

/// Two colours mixed as `color-mix(in oklab, one share, other)` does it.
pub(super) fn mixed(one: Rgb, share: f32, other: Rgb) -> Rgb {
    let lab = |colour: Rgb| OpaqueColor::<Srgb>::new(colour.srgb()).convert::<Oklab>().components;
    let (one, other) = (lab(one), lab(other));
    let mut parts = other;
    for (part, first) in parts.iter_mut().zip(one) {
        *part += (first - *part) * share;
    }
    Rgb::of_srgb(OpaqueColor::<Oklab>::new(parts).convert::<Srgb>().components)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(css: &[&str]) -> Vec<Vec<Setting>> {
        css.iter().map(|css| settings(css)).collect()
    }

    #[test]
    fn layers_schemes_and_order_decide_as_in_a_browser() {
        let all = sheets(&[
            "@layer tokens, theme; @layer tokens { :root { --a: #111; --b: #222 } @media (prefers-color-scheme: dark) { :root { --a: #eee } } }",
            "@layer theme { :root { --b: #333; } } @layer tokens { html { --b: #444; --c: var(--a) } } .x { --a: red }",
            "@media print { :root { --a: blue } }",
        ]);
        let (light, dark) = (Values::of(&all, Scheme::Light), Values::of(&all, Scheme::Dark));
        let colour = |text: &str| text.parse::<Rgb>().ok();
        assert_eq!((light.colour("a"), dark.colour("a")), (colour("#111"), colour("#eee")));
        assert_eq!(
            (light.colour("b"), light.colour("c"), dark.colour("c")),
            (colour("#333"), colour("#111"), colour("#eee"))
        );
        assert_eq!(light.get("b").map(|(sheet, _)| sheet), Some(1));
    }

    #[test]
    fn what_is_no_opaque_colour_is_none() {
        let all = sheets(&[":root{--a:#0001;--b:12px;--c:var(--c);--d:oklch(1 0 0);--half:50%;--third:.3}"]);
        let values = Values::of(&all, Scheme::Light);
        assert_eq!([values.colour("a"), values.colour("b"), values.colour("c"), values.colour("x")], [None; 4]);
        assert_eq!(values.colour("d"), "#fff".parse().ok());
        assert_eq!((values.share("half"), values.share("third")), (Some(0.5), Some(0.3)));
    }

    #[test]
    fn a_broken_sheet_sets_what_stands_before_the_break() {
        assert_eq!(settings(":root{--a:#111} } :root{").len(), 1);
    }
}
