//! Whatever colour a partner has, every text can be read.

use super::*;
use crate::theme::color::luminance;

fn hex(text: &str) -> Rgb {
    text.parse().expect("a colour")
}

fn holds(tokens: &Tokens, what: Rgb) {
    for (text, under, name) in [
        (tokens.on_brand, tokens.brand, "on-brand on brand"),
        (tokens.on_brand, veiled(tokens.brand, MOTIF), "on-brand on brand with motif"),
        (tokens.on_brand, veiled(tokens.brand_2, MOTIF), "on-brand on brand-2 with motif"),
        (tokens.on_accent, tokens.accent, "on-accent on accent"),
        (tokens.link, tokens.surface, "link on surface"),
        (tokens.link, tokens.ground, "link on ground"),
        (tokens.link, tokens.tint, "link on tint"),
    ] {
        let reached = contrast(text, under);
        assert!(reached >= TEXT, "{what}: {name} {text} on {under} is {reached}");
    }
    assert!(contrast(tokens.accent, tokens.surface) >= 1.25, "{what}: the button {} cannot be seen", tokens.accent);
}

#[test]
fn four_thousand_brands_can_be_read() {
    // A fixed walk through the cube, so that a failure can be repeated.
    let mut state = 0x2545_f491_u32;
    for _ in 0..4_000 {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [_, r, g, b] = state.to_be_bytes();
        let brand = Rgb { r, g, b };
        let palette = fit(Some(brand));
        holds(&palette.light, brand);
        holds(&palette.dark, brand);
    }
}

#[test]
fn the_corners_can_be_read() {
    for text in
        ["#000", "#fff", "#f00", "#0f0", "#00f", "#ff0", "#0ff", "#f0f", "#ffcc00", "#c8102e", "#0b3a6e", "#808080"]
    {
        let palette = fit(Some(hex(text)));
        holds(&palette.light, hex(text));
        holds(&palette.dark, hex(text));
    }
}

#[test]
fn a_brand_near_a_state_gets_neutral_actions_and_says_so() {
    for text in ["#c8102e", "#e2001a", "#00843d", "#2e7d32"] {
        let palette = fit(Some(hex(text)));
        let [_, chroma, _] = oklch(palette.light.accent);
        assert!(chroma < 0.03, "{text}: {}", palette.light.accent);
        assert_eq!(palette.changes.first().map(|change| change.reason), Some(Reason::State), "{text}");
    }
}

#[test]
fn yellow_stays_yellow_under_dark_words() {
    let palette = fit(Some(hex("#ffcc00")));
    assert_eq!(palette.light.accent, hex("#ffcc00"));
    assert!(luminance(palette.light.on_accent) < 0.05);
    assert_eq!(palette.changes, []);
}

#[test]
fn no_brand_is_the_default_and_no_change() {
    let palette = fit(None);
    assert_eq!(palette.light, fit(Some(DEFAULT)).light);
    assert_eq!(palette.changes, []);
}

#[test]
fn the_style_names_every_token_twice() {
    let css = fit(None).css();
    for (name, _) in fit(None).light.named() {
        assert_eq!(css.matches(&format!("--{name}:#")).count(), 2, "{name}");
    }
}
