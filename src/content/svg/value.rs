//! Values that can ask another server for something, or hold another document.

use super::allowed::{self, Element};

/// The functions that a value may call: colours, movements, shapes and filters, which load nothing.
const FUNCTIONS: &[&str] = &[
    "blur",
    "brightness",
    "calc",
    "circle",
    "color",
    "contrast",
    "drop-shadow",
    "ellipse",
    "grayscale",
    "hsl",
    "hsla",
    "hue-rotate",
    "hwb",
    "inset",
    "invert",
    "lab",
    "lch",
    "matrix",
    "oklab",
    "oklch",
    "opacity",
    "path",
    "polygon",
    "rgb",
    "rgba",
    "rotate",
    "saturate",
    "scale",
    "scalex",
    "scaley",
    "sepia",
    "skewx",
    "skewy",
    "translate",
    "translatex",
    "translatey",
    "url",
];

/// Whether a CSS value, or a whole style sheet, refers to nothing but parts of its own image.
pub(super) fn is_harmless(value: &str) -> bool {
    // Escapes can spell any name, `@` imports, `{{` and tags have no business here.
    !value.contains(['\\', '@', '<'])
        && value.match_indices('(').all(|(at, _)| is_harmless_call(&value[..at], &value[at + 1..]))
}

fn is_harmless_call(before: &str, argument: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let name = &before[before.trim_end_matches(is_name).len()..];
    if name.is_empty() {
        return true;
    }
    if !FUNCTIONS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return false;
    }
    !name.eq_ignore_ascii_case("url") || is_own_part(argument)
}

/// Whether the argument of `url(` is `#id)`, quoted or not.
fn is_own_part(argument: &str) -> bool {
    let argument = argument.trim_start();
    let unquoted = argument.strip_prefix(['"', '\'']).unwrap_or(argument);
    unquoted.starts_with('#')
}

/// Whether the text of a `style` element is harmless.
pub(super) fn is_harmless_sheet(sheet: &str) -> bool {
    !sheet.is_empty() && is_harmless(sheet)
}

/// The declarations of a `style` attribute that are harmless.
pub(super) fn harmless_declarations(style: &str) -> String {
    let mut kept = String::new();
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let Some(name) = allowed::property(name.trim()) else { continue };
        let value = value.trim();
        let quotes_match = ['"', '\''].iter().all(|quote| value.matches(*quote).count() % 2 == 0);
        if is_harmless(value)
            && quotes_match
            && !value.contains(['{', '}'])
            && !value.contains("/*")
            && !value.contains("*/")
        {
            if !kept.is_empty() {
                kept.push(';');
            }
            kept.push_str(&format!("{name}:{value}"));
        }
    }
    kept
}

/// Whether `href` leads to a part of the image, or holds a picture for an `image`.
pub(super) fn is_harmless_reference(href: &str, element: Element) -> bool {
    if element.name != "image" {
        return href.len() > 1 && href.starts_with('#');
    }
    let picture =
        ["png", "jpeg", "jpg", "webp"].iter().find_map(|kind| href.strip_prefix(&format!("data:image/{kind};base64,")));
    picture.is_some_and(|data| {
        data.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace() || b"+/=".contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::{harmless_declarations, is_harmless};

    #[test]
    fn values() {
        for harmless in [
            "#fff",
            "url(#a)",
            "url( \"#a\" )",
            "url('#a') rgb(0, 0, 0)",
            "RGBA(0 0 0 / 5%)",
            "translate(1,2) rotate(3)",
            "M0 0 (1)",
            "",
            "a (b)",
        ] {
            assert!(is_harmless(harmless), "{harmless}");
        }
        for harmful in [
            "url(https://example.com/a)",
            "URL(//a)",
            "url( a.svg#b)",
            "url('a.png')",
            "url(data:x)",
            "u\\72l(#a)",
            "image-set('a' 1x)",
            "-webkit-image-set(url(#a) 1x)",
            "src(\"a\")",
            "expression(1)",
            "url(#a) url(a)",
            "image('a')",
            "@import 'a'",
            "var(--a)",
            "attr(a url)",
        ] {
            assert!(!is_harmless(harmful), "{harmful}");
        }
    }

    #[test]
    fn declarations() {
        for (style, kept) in [
            ("fill: red; stroke:url(#a)", "fill:red;stroke:url(#a)"),
            ("FILL:red;-inkscape-x:1;behavior:url(#a)", "fill:red"),
            ("fill:url(//a);stroke:blue", "stroke:blue"),
            ("font-family:'a;b';fill:red", "fill:red"),
            ("fill:red}*{fill:blue", ""),
            ("fill:/*;stroke:*/red", ""),
            ("background:url(//a)", ""),
            ("x", ""),
        ] {
            assert_eq!(harmless_declarations(style), kept, "{style}");
        }
    }
}
