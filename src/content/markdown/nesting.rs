//! The depth of quotes and lists, bounded before the parser sees them.
//!
//! CommonMark sets no bound. The parser (pulldown-cmark 0.13) visits every open container again for each line that
//! continues a paragraph lazily, so that 100,000 markers followed by 100,000 lines would take it minutes.

/// The most quotes and lists inside each other.
pub(super) const LIMIT: usize = 100;

/// The columns of white space that can continue one list item of an earlier line.
const COLUMNS_PER_LEVEL: usize = 2;

/// Where the first line starts that may stand deeper than [`LIMIT`], if there is one.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if depth(line.as_bytes()) > LIMIT {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// At least the number of containers open at the end of the markers of `line`; 0 when it opens none itself.
fn depth(line: &[u8]) -> usize {
    let (mut at, mut columns, mut markers) = (0, 0, 0);
    while let Some(byte) = line.get(at) {
        match byte {
            b' ' => (at, columns) = (at + 1, columns + 1),
            b'\t' => (at, columns) = (at + 1, columns + 4),
            _ => match marker(&line[at..]) {
                Some(length) => (at, markers) = (at + length, markers + 1),
                None => break,
            },
        }
    }
    if markers == 0 || is_rule(line) { 0 } else { markers + columns / COLUMNS_PER_LEVEL }
}

/// The length of the marker of a quote, a list item, a definition or a footnote at the start of `line`.
fn marker(line: &[u8]) -> Option<usize> {
    let length = match line.first()? {
        b'>' => return Some(1),
        b'-' | b'*' | b'+' | b':' => 1,
        b'0'..=b'9' => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            matches!(line.get(digits), Some(b'.' | b')')).then_some(digits + 1)?
        }
        b'[' if line.get(1) == Some(&b'^') => line.windows(2).position(|two| two == b"]:")? + 2,
        _ => return None,
    };
    let spaced = line.get(length).is_none_or(|byte| b" \t\r\n".contains(byte));
    (spaced || line.first() == Some(&b'[')).then_some(length)
}

/// Whether the line is a thematic break written with many marks, such as `* * *`.
fn is_rule(line: &[u8]) -> bool {
    let mut marks = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    let first = marks.next();
    matches!(first, Some(b'-' | b'*')) && marks.all(|mark| Some(mark) == first)
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, depth, too_deep};

    #[test]
    fn depth_of_a_line() {
        for (line, expected) in [
            ("text", 0),
            ("> a", 1),
            (">>> a", 3),
            ("- a", 1),
            ("-a", 0),
            ("    - a", 3),
            ("1. 2) a", 3),
            ("1.a", 0),
            ("- - - -", 0),
            ("+ + +", 4),
            ("[^a]: [^b]: c", 3),
            (": a", 1),
            ("        deep code", 0),
        ] {
            assert_eq!(depth(line.as_bytes()), expected, "{line}");
        }
    }

    #[test]
    fn where_it_is_too_deep() {
        assert_eq!(too_deep(&format!("a\n{}b\n", ">".repeat(LIMIT))), None);
        assert_eq!(too_deep(&format!("a\n{}b\n", ">".repeat(LIMIT + 1))), Some(2));
        assert_eq!(too_deep(&"- ".repeat(100_000)), None, "a thematic break");
    }
}
