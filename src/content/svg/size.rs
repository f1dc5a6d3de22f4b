//! How large an SVG is shown.

use crate::content::image::{LARGEST_SIDE, Problem};

/// Width and height in CSS pixels, from the attributes `width` and `height` or else from the `viewBox`.
pub(super) fn of(attributes: &[(&'static str, String)]) -> Result<(u32, u32), Problem> {
    let get = |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.trim());
    let (width, height) = (get("width").and_then(pixels), get("height").and_then(pixels));
    let (across, down) = get("viewBox").and_then(view_box).unzip();
    let (width, height) = match (width, height, across.zip(down)) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(size)) => size,
        _ => return Err(no_size()),
    };
    side(width).zip(side(height)).ok_or_else(no_size)
}

fn no_size() -> Problem {
    Problem::new("it does not say how large it is", "add viewBox=\"0 0 WIDTH HEIGHT\" to its <svg> element")
}

/// A number of CSS pixels; other units depend on the screen or the page.
fn pixels(value: &str) -> Option<f64> {
    positive(value.strip_suffix("px").unwrap_or(value))
}

/// Width and height of the view: the last two of four numbers.
fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<&str> =
        value.split([' ', ',', '\t', '\r', '\n']).filter(|number| !number.is_empty()).take(5).collect();
    match numbers.as_slice() {
        [_, _, across, down] => positive(across).zip(positive(down)),
        _ => None,
    }
}

fn positive(number: &str) -> Option<f64> {
    // Rust also reads "infinity" and "nan".
    number.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0)
}

/// Whole pixels, at least one.
fn side(length: f64) -> Option<u32> {
    let pixels = length.round().max(1.0);
    // In this range the number is whole and fits.
    (pixels <= f64::from(LARGEST_SIDE)).then_some(pixels as u32)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn sizes() {
        for (width, height, view_box, expected) in [
            ("40", "30px", "", Some((40, 30))),
            ("", "", "0 0 40 30", Some((40, 30))),
            ("", "", "-5,-5,40.4,29.6", Some((40, 30))),
            ("80", "", "0 0 40 30", Some((80, 60))),
            ("", "60", "0 0 40 30", Some((80, 60))),
            ("100%", "10mm", "0 0 40 30", Some((40, 30))),
            ("0.1", "0.1", "", Some((1, 1))),
            ("40", "", "", None),
            ("", "", "", None),
            ("0", "-1", "", None),
            ("inf", "nan", "0 0 1e999 1", None),
            ("", "", "0 0 40", None),
            ("", "", "0 0 40 30 20", None),
            ("", "", "0 0 40 0", None),
            ("70000", "1", "", None),
            ("1e308", "", "0 0 1e-308 1", None),
        ] {
            let attributes =
                [("width", width.to_owned()), ("height", height.to_owned()), ("viewBox", view_box.to_owned())];
            assert_eq!(of(&attributes).ok(), expected, "{width} {height} {view_box}");
        }
    }
}
