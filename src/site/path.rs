//! Paths as they are written in links: percent-encoded, relative to a file, sometimes misspelt.

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::diagnostic::guess;

/// The path that `relative` means in `file`; none when it leaves the site.
pub(super) fn join(file: &str, relative: &str) -> Option<String> {
    if relative.bytes().any(|byte| matches!(byte, b'\\' | 0)) {
        return None;
    }
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path = String::with_capacity(folder.len() + 1 + relative.len());
    path.push_str(folder);
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or_default()),
            _ => {
                path.push_str(if path.is_empty() { "" } else { "/" });
                path.push_str(part);
            }
        }
    }
    Some(path)
}

/// The way from one file to another as a link writes it: what [`join`] takes to lead there.
pub(super) fn way(from: &str, to: &str) -> String {
    let (mut from, mut to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    from.pop();
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count().min(to.len().saturating_sub(1));
    let up = std::iter::repeat_n("..", from.len() - common);
    // A space ends a link, and a sign of per cent begins a code; other letters stay readable for who writes the link.
    let down: Vec<String> = to.drain(common..).map(|part| part.replace('%', "%25").replace(' ', "%20")).collect();
    up.chain(down.iter().map(String::as_str)).collect::<Vec<_>>().join("/")
}

/// Percent-decodes a path; what is no UTF-8 stays as it is.
pub(super) fn decode(path: &str) -> Cow<'_, str> {
    percent_decode_str(path).decode_utf8().unwrap_or(Cow::Borrowed(path))
}

/// The last part of a path that is not empty.
pub(super) fn last_part(path: &str) -> &str {
    path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default()
}

/// The path whose last part is most like `wanted`, if any is.
pub(super) fn nearest<'k>(wanted: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    // Of paths that end alike the first one is offered.
    let mut by_end: BTreeMap<&str, &str> = BTreeMap::new();
    for path in known {
        let first = by_end.entry(last_part(path)).or_insert(path);
        *first = path.min(first);
    }
    guess::nearest(wanted, by_end.keys().copied()).and_then(|end| by_end.get(end).copied())
}

#[cfg(test)]
mod tests {
    use super::{decode, join, nearest, way};

    #[test]
    fn a_path_is_found_from_its_file_and_never_leaves_the_site() {
        for (path, expected) in [
            ("b.md", Some("content/en/b.md")),
            ("./x//b.md", Some("content/en/x/b.md")),
            ("../de/b.md", Some("content/de/b.md")),
            ("../../../etc/passwd", None),
            ("a\\b", None),
        ] {
            assert_eq!(join("content/en/a.md", path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn the_way_to_a_file_leads_there() {
        let from = "content/en/articles/mail/a.md";
        for (to, expected) in [
            ("content/en/articles/mail/b.md", "b.md"),
            ("content/en/articles/c.md", "../c.md"),
            ("content/en/articles/mail/old/d e.md", "old/d%20e.md"),
            ("content/de/pages/100%.md", "../../../de/pages/100%25.md"),
        ] {
            assert_eq!(way(from, to), expected);
            assert_eq!(join(from, &decode(expected)).as_deref(), Some(to));
        }
    }

    #[test]
    fn what_is_encoded_is_decoded_once() {
        for (path, expected) in
            [("a%20b", "a b"), ("100%25", "100%"), ("%2525", "%25"), ("50%", "50%"), ("%zz", "%zz"), ("%ff", "%ff")]
        {
            assert_eq!(decode(path), expected);
        }
    }

    #[test]
    fn the_nearest_path_is_that_whose_last_part_is() {
        assert_eq!(nearest("contcat", ["contact/", "pricing/"].into_iter()), Some("contact/"));
        assert_eq!(nearest("elsewhere", ["contact/", "pricing/"].into_iter()), None);
    }
}
