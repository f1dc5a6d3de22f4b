//! Whether the texts of a theme can be read: the contrast of every pair of tokens that stand on each other, in light
//! and in dark, computed from its style sheets.

use super::Theme;
use super::brand::TEXT;
use super::color::{Rgb, contrast};
use super::custom::{Scheme, Setting, Values, mixed, settings};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, code};

/// Words on their ground, as the templates of `standard` use the tokens.
const PAIRS: [(&str, &str); 15] = [
    ("text", "ground"),
    ("text", "surface"),
    ("text", "tint"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("link", "ground"),
    ("link", "surface"),
    ("link", "tint"),
    ("on-brand", "brand"),
    ("on-brand", "brand-2"),
    ("on-accent", "accent"),
    ("on-emergency", "emergency"),
    ("ok", "surface"),
    ("warn", "surface"),
    ("bad", "surface"),
];

/// States whose words also stand on a wash of their own colour over a card.
const WASHED: [&str; 3] = ["ok", "warn", "bad"];

/// One pair in one scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The token of the words.
    pub text: &'static str,
    /// What they stand on.
    pub ground: String,
    /// In which scheme.
    pub scheme: &'static str,
    /// The contrast, 1 to 21; none where a colour cannot be computed.
    pub contrast: Option<f32>,
}

/// Computes every pair, and tells those that cannot be read.
pub fn check(theme: &Theme, diagnostics: &Diagnostics) -> Vec<Reading> {
    let mut sheets = vec![settings(&theme.palette.css())];
    sheets.extend(theme.sheets.iter().map(|sheet| settings(sheet.text())));
    let mut readings = Vec::new();
    for scheme in Scheme::ALL {
        let values = Values::of(&sheets, scheme);
        for reading in of_scheme(&values, scheme) {
            if let Some(problem) = problem(theme, &values, &reading) {
                diagnostics.push(problem);
            }
            readings.push(reading);
        }
    }
    readings
}

fn of_scheme(values: &Values<'_>, scheme: Scheme) -> Vec<Reading> {
    let read = |text: &'static str, ground: String, under: Option<Rgb>| Reading {
        text,
        ground,
        scheme: scheme.name(),
        contrast: values.colour(text).zip(under).map(|(words, under)| contrast(words, under)),
    };
    let plain = PAIRS.into_iter().map(|(text, ground)| read(text, format!("--{ground}"), values.colour(ground)));
    let washed = WASHED.into_iter().map(|state| {
        let under = wash(values, state);
        read(state, "its wash over --surface".to_owned(), under)
    });
    let motif = read("on-brand", "the lightest place of the band under its motif".to_owned(), under_motif(values));
    plain.chain(washed).chain([motif]).collect()
}

/// A card with some of a state's colour over it.
fn wash(values: &Values<'_>, state: &str) -> Option<Rgb> {
    Some(mixed(values.colour(state)?, values.share("wash").unwrap_or(0.0), values.colour("surface")?))
}

/// The band where the motif lies on it, and words on it have the least contrast.
fn under_motif(values: &Values<'_>) -> Option<Rgb> {
    let (brand, second, words) = (values.colour("brand")?, values.colour("brand-2")?, values.colour("on-brand")?);
    let share = values.share("motif").unwrap_or(0.0).clamp(0.0, 1.0);
    let over = |under: Rgb| {
        let (top, under) = (brand.srgb(), under.srgb());
        Rgb::of_srgb([0, 1, 2].map(|part| top[part] * share + under[part] * (1.0 - share)))
    };
    // The gradient runs from one to the other: its extremes are the places to look at, and the middle of the way.
    let places = [brand, second, mixed(brand, 0.5, second)].into_iter().flat_map(|place| [place, over(place)]);
    places.min_by(|one, other| contrast(words, *one).total_cmp(&contrast(words, *other)))
}

fn problem(theme: &Theme, values: &Values<'_>, reading: &Reading) -> Option<Diagnostic> {
    let Reading { text, ground, scheme, contrast } = reading;
    let mut problem = match contrast {
        Some(reached) if *reached >= TEXT => return None,
        Some(reached) => Diagnostic::error(
            code::TPL_04,
            format!("in {scheme} mode --{text} on {ground} has a contrast of {reached:.2}:1, and text needs {TEXT}:1"),
        )
        .hint(match *scheme {
            "dark" => format!(
                "in dark mode make --{text} lighter or its ground darker; text on a light fill goes the other way"
            ),
            _ => format!(
                "in light mode make --{text} darker or its ground lighter; text on a dark fill goes the other way"
            ),
        })
        .adjustable(),
        None => Diagnostic::warning(
            code::TPL_04,
            format!("the contrast of --{text} on {ground} in {scheme} mode cannot be computed"),
        )
        .hint("write both as colours without transparency, such as #0b3a6e or oklch(0.35 0.1 255)"),
    };
    problem.place = [*text, ground.trim_start_matches("--")].into_iter().find_map(|name| place(theme, values, name));
    Some(problem)
}

/// Where a theme sets a token; none where it was made from the brand's colour.
fn place(theme: &Theme, values: &Values<'_>, name: &str) -> Option<Place> {
    let (sheet, Setting { at, name, .. }) = values.get(name)?;
    let source = theme.sheets.get(sheet.checked_sub(1)?)?;
    Some(Place::new(source, *at..at + name.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;
    use crate::theme::brand::fit;

    fn theme(brand: &str, sheets: &[&str]) -> Theme {
        let palette = fit(brand.parse().ok());
        let sheets = sheets.iter().map(|css| SourceFile::new("themes/x/x.css", *css)).collect();
        let empty = String::new();
        Theme {
            prefixes: Vec::new(),
            has_only_built_in_components: true,
            templates: Vec::new(),
            sheets,
            home_css: empty.clone(),
            print_css: empty.clone(),
            css: empty.clone(),
            script: empty.clone(),
            script_promises: empty,
            palette,
        }
    }

    const STANDARD: &str = include_str!("../../themes/standard/standard.css");

    #[test]
    fn the_standard_theme_can_be_read_with_any_brand() {
        for brand in ["#0b3a6e", "#ffcc00", "#c8102e", "#000000", "#ffffff", "#00ff00", "#7a00ff", "#808080"] {
            let diagnostics = Diagnostics::new();
            let readings = check(&theme(brand, &[STANDARD]), &diagnostics);
            let told: Vec<_> = diagnostics.into_sorted().into_iter().map(|problem| problem.message).collect();
            assert_eq!(told, Vec::<Box<str>>::new(), "{brand}");
            assert_eq!(readings.len(), 2 * (PAIRS.len() + WASHED.len() + 1));
        }
    }

    #[test]
    fn a_faint_token_is_told_where_the_theme_sets_it() {
        let own = "@layer theme { :root { --muted: #999 } }";
        let diagnostics = Diagnostics::new();
        check(&theme("#0b3a6e", &[STANDARD, own]), &diagnostics);
        let told = diagnostics.into_sorted();
        assert!(
            told.iter().all(|problem| problem.place.as_ref().is_some_and(|place| place.span == (23..30))),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|problem| problem.message.starts_with("in light mode --muted on --surface has a contrast of 2.8")),
            "{told:?}"
        );
    }
}
