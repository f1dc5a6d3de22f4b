//! Blocks of raw HTML, cleaned by `ammonia`.

use std::collections::HashSet;
use std::ops::Range;

use ammonia::{Builder, UrlRelative};

use super::allowed;
use super::tag::{Token, tokens};

/// The most elements inside each other in one block. Browsers and `ammonia` repeat unclosed formatting elements, so
/// that output and time grow with the square of the depth.
const DEPTH: usize = 64;

/// How often a block is cleaned again; twice is what most need.
const ROUNDS: usize = 4;

/// Elements whose content means nothing to a reader once the element is gone.
const DROPPED_WITH_CONTENT: &[&str] = &[
    "script", "style", "iframe", "object", "noscript", "noembed", "noframes", "template", "textarea", "select",
    "title", "xmp", "svg", "math", "audio", "video",
];

/// A part of a block.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// HTML that stands by itself.
    Html(Range<usize>),
    /// `<details>` whose end is in a later block; `true` for `<details open>`.
    Details(bool),
    /// `</details>` whose start is in an earlier block.
    DetailsEnd,
}

/// The cleaner of blocks.
pub(super) fn cleaner() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(allowed::elements().map(|(name, _)| name).collect())
        .tag_attributes(allowed::elements().map(|(name, own)| (name, own.iter().copied().collect())).collect())
        .generic_attributes(allowed::EVERYWHERE.iter().copied().collect())
        .clean_content_tags(DROPPED_WITH_CONTENT.iter().copied().collect())
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    builder
}

/// Cleans HTML until a browser reads the tree that it writes down: without an element that is left out, those around it
/// may not stand in each other, as in `<li><form><li>`.
pub(super) fn clean(cleaner: &Builder<'_>, html: &str) -> String {
    let mut clean = with_breaks(&cleaner.clean(html).to_string());
    for _ in 0..ROUNDS {
        let again = with_breaks(&cleaner.clean(&clean).to_string());
        if again == clean {
            break;
        }
        clean = again;
    }
    clean
}

/// A browser drops the first line break after `<pre>`, and `ammonia` gives the break that it kept: there are to be two.
fn with_breaks(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut done = 0;
    for (token, range) in tokens(html) {
        if matches!(&token, Token::Start(tag) if tag.name == "pre") && html[range.end..].starts_with('\n') {
            kept.push_str(&html[done..range.end]);
            kept.push('\n');
            done = range.end;
        }
    }
    kept.push_str(&html[done..]);
    kept
}

/// Cuts a block at `<details>` and `</details>` when they do not match in it: writers put Markdown between the two,
/// which makes them two blocks.
pub(super) fn parts(html: &str) -> Vec<Part> {
    let mut cuts = Vec::new();
    let (mut depth, mut matched) = (0usize, true);
    for (token, range) in tokens(html) {
        match token {
            Token::Start(tag) if tag.name.eq_ignore_ascii_case("details") => {
                let open = tag.attributes.iter().any(|a| a.name.eq_ignore_ascii_case("open"));
                depth += 1;
                cuts.push((Part::Details(open), range));
            }
            Token::End(name) if name.eq_ignore_ascii_case("details") => {
                matched &= depth > 0;
                depth = depth.saturating_sub(1);
                cuts.push((Part::DetailsEnd, range));
            }
            _ => {}
        }
    }
    if matched && depth == 0 {
        return vec![Part::Html(0..html.len())];
    }
    let mut parts = Vec::with_capacity(2 * cuts.len() + 1);
    let mut done = 0;
    for (cut, range) in cuts {
        parts.push(Part::Html(done..range.start));
        parts.push(cut);
        done = range.end;
    }
    parts.push(Part::Html(done..html.len()));
    parts
}

/// Whether elements may nest deeper in `html` than [`DEPTH`], at a cautious count.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for (token, _) in tokens(html) {
        match token {
            Token::Start(tag) if !allowed::is_void(tag.name) => {
                while open.last().is_some_and(|last| ends(tag.name, last)) {
                    open.pop();
                }
                open.push(tag.name);
            }
            Token::End(name) if open.last().is_some_and(|last| last.eq_ignore_ascii_case(name)) => {
                open.pop();
            }
            _ => {}
        }
        if open.len() > DEPTH {
            return true;
        }
    }
    false
}

/// Whether the start tag `next` ends the open element `last` by itself: `<li>` needs no `</li>`.
fn ends(next: &str, last: &str) -> bool {
    let is = |name: &str, names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
    match () {
        () if is(next, &["p"]) => is(last, &["p"]),
        () if is(next, &["li"]) => is(last, &["li", "p"]),
        () if is(next, &["dt", "dd"]) => is(last, &["dt", "dd", "p"]),
        () if is(next, &["td", "th"]) => is(last, &["td", "th", "p"]),
        () if is(next, &["tr"]) => is(last, &["tr", "td", "th", "p"]),
        () => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, cleaner, is_too_deep, parts};

    #[test]
    fn only_what_is_allowed_passes() {
        let cleaner = cleaner();
        for (html, expected) in [
            ("<p class=x id=y style='color:red' onclick=z title=t>a", "<p title=\"t\">a</p>"),
            ("<script>alert(1)</script>b", "b"),
            ("<svg><script>alert(1)</script></svg>b", "b"),
            ("<math><mi><table><style><img src=x onerror=y>", ""),
            ("<img src=x onerror=y>b", "b"),
            ("<iframe src=x>c</iframe>b", "b"),
            ("<a href=javascript:alert(1)>b</a>", "<a>b</a>"),
            ("<a href='java&#9;script:alert(1)'>b</a>", "<a>b</a>"),
            ("<a href='&#1;javascript&colon;alert(1)'>b</a>", "<a>b</a>"),
            ("<a href=../x target=_blank>b", "<a href=\"../x\">b</a>"),
            ("</div></body></html><b>x", "<b>x</b>"),
            ("<!-- c --><h2 id=main>x</h2><form><input name=a>", "x"),
        ] {
            assert_eq!(cleaner.clean(html).to_string(), expected, "{html}");
        }
    }

    #[test]
    fn details_over_several_blocks() {
        assert_eq!(parts("<details>a</details>"), [Part::Html(0..20)]);
        assert_eq!(parts("<details OPEN>a"), [Part::Html(0..0), Part::Details(true), Part::Html(14..15)]);
        let both = parts("</details><details>");
        assert_eq!(both[1], Part::DetailsEnd);
        assert_eq!(both[3], Part::Details(false));
        assert_eq!(parts("<!-- <details> -->"), [Part::Html(0..18)]);
    }

    #[test]
    fn depth_is_bounded_and_long_tables_are_not_deep() {
        assert!(!is_too_deep(&"<tr><td>a<p>b<td>c".repeat(1000)));
        assert!(!is_too_deep(&"<ul><li>a<li>b</li></ul><br>".repeat(1000)));
        assert!(is_too_deep(&"<b><p>".repeat(100)));
        assert!(is_too_deep(&"<b><!-- </b> -->".repeat(100)));
        assert!(is_too_deep(&"<div>".repeat(65)));
    }
}
