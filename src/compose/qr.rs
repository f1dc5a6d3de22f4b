//! QR codes as one path of an SVG.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder, QRCode};

/// The white modules around a code that ISO/IEC 18004 asks for.
const QUIET: usize = 4;

/// The width of the drawing in modules, and its path; none for a text that is too long for a code.
pub(super) fn drawing(text: &str) -> Option<(usize, String)> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    Some((code.size + 2 * QUIET, path(&code)))
}

/// A line for each run of dark modules: `M` to the first of a row, `m` from there to the next, `h` along it.
fn path(code: &QRCode) -> String {
    let mut path = String::with_capacity(code.size * code.size);
    for row in 0..code.size {
        let mut end = None;
        for (start, length) in runs(code, row) {
            // Writing to a string cannot fail.
            let _ = match end {
                None => write!(path, "M{} {}h{length}", start + QUIET, row + QUIET),
                Some(end) => write!(path, "m{} 0h{length}", start - end),
            };
            end = Some(start + length);
        }
    }
    path
}

/// Where dark modules stand side by side in a row: the first, and how many.
fn runs(code: &QRCode, row: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for column in (0..code.size).filter(|column| code[row][*column].value()) {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == column => *length += 1,
            _ => runs.push((column, 1)),
        }
    }
    runs
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{QUIET, drawing};

    #[test]
    fn the_path_begins_with_the_upper_edge_of_a_finder_and_leaves_the_quiet_zone_white() {
        let (size, path) = drawing("https://help.example/contact/").unwrap();
        assert_eq!((size - 2 * QUIET - 17) % 4, 0, "no size of a code: {size}");
        assert!(path.starts_with("M4 4h7m"), "{path}");
        let rows = path.split('M').skip(1).map(|line| line.split(['h', ' ']).nth(1).unwrap().parse::<usize>().unwrap());
        assert_eq!(rows.max(), Some(size - QUIET - 1));
    }

    #[test]
    fn a_text_that_no_code_holds_has_none() {
        assert!(drawing(&"a".repeat(2400)).is_none());
    }
}
