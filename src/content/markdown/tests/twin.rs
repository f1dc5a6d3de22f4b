//! The text as Markdown for others.

use super::{RawHtml, read, read_raw, read_with};

#[test]
fn links_and_images_have_whole_addresses_and_all_else_stays() {
    for (markdown, expected) in [
        ("*a* and\n\n- b\n- c", "*a* and\n\n- b\n- c"),
        ("a [*b* c](d.md \"e\") f", "a [*b* c](https://a.example/d.md) f"),
        ("a [b][c] d\n\n[c]: e.md 'f'", "a [b](https://a.example/e.md) d"),
        ("a [b] [c][]\n\n[b]: d.md\n[c]: e.md", "a [b](https://a.example/d.md) [c](https://a.example/e.md)"),
        ("a ![b *c*](d.png) e", "a ![b c](https://a.example/d.png) e"),
        ("a ![b](none.png) c", "a b c"),
        ("[![a](b.png)](c.md)", "[![a](https://a.example/b.png)](https://a.example/c.md)"),
        ("<https://b.example/> <c@d.example>", "<https://b.example/> <c@d.example>"),
        ("https://b.example/ and c@d.example", "https://b.example/ and c@d.example"),
        ("> - [a](b.md)\r\n> - c\r\n", "> - [a](https://a.example/b.md)\n> - c"),
        ("`[a](b.md)`\n\n```\n[a](b.md)\n# c\n```", "`[a](b.md)`\n\n```\n[a](b.md)\n# c\n```"),
        ("a[^1]\n\n[^1]: [b](c.md)", "a[^1]\n\n[^1]: [b](https://a.example/c.md)"),
        ("| a | [b](c.md) |\n|---|---|\n| d | e |", "| a | [b](https://a.example/c.md) |\n|---|---|\n| d | e |"),
        ("[a](<b c.md>)", "[a](https://a.example/b%20c.md)"),
        ("\\[a](b.md) \\*", "\\[a](b.md) \\*"),
    ] {
        assert_eq!(read(markdown).twin, expected, "{markdown}");
    }
}

#[test]
fn headings_have_the_levels_of_the_page_and_no_ids() {
    for (markdown, expected) in [
        ("# a\n\nb\n\n## c ##\n\nd", "## a\n\nb\n\n### c\n\nd"),
        ("a\nb\n===\n\nc\n---\n", "## a b\n\n### c"),
        ("## a {#b .c}\n\nd", "## a\n\nd"),
        ("# [a](b.md) *c*\n", "## [a](https://a.example/b.md) *c*"),
        ("> # a\n> b", "> ## a\n> b"),
        ("#\n\n# a", "## a"),
    ] {
        assert_eq!(read(markdown).twin, expected, "{markdown}");
    }
}

#[test]
fn html_leaves_its_words() {
    let html = "a <b class=\"c\">d</b> e<br>f\n\n<div>\n<p>g &amp; *h*</p>\n<script>i()</script>\n</div>\n\nj\n";
    assert_eq!(read_raw(html, RawHtml::Sanitise).twin, "a d ef\n\ng &amp; \\*h\\*\n\nj");
    assert_eq!(read_raw(html, RawHtml::Allow).twin, html.trim_end());
    assert!(read_raw(html, RawHtml::Escape).twin.starts_with("a \\<b class=\"c\"\\>d\\</b\\> e\\<br\\>f"));
    for (html, twin) in [
        ("a <<b></b>script> b", "a \\< script> b"),
        ("a <scr<b></b>ipt> b", "a \\<script> b"),
        ("[a]<b></b>(b.md) c < d `<e>`", "[a]  (b.md) c < d `<e>`"),
        ("a \\<b> <b>c</b>", "a \\<b> c"),
    ] {
        assert_eq!(read_raw(html, RawHtml::Sanitise).twin, twin, "{html}");
    }
    assert_eq!(read_raw("a <!-- b --> c", RawHtml::Sanitise).twin, "a  c");
}

#[test]
fn facts_stand_in_their_places() {
    let twin = |markdown| read_with(markdown, |options| options.placeholders = Some(&["a", "b_c"])).twin;
    assert_eq!(
        twin("x {a} and **{b_c}**, [{a}](y.md) `{a}`"),
        "x **a** and ****b_c****, [a](https://a.example/y.md) `{a}`"
    );
    assert_eq!(twin("# {a}\n\n- {b_c}"), "## **a**\n\n- **b_c**");
}
