//! Headings, anchors, summary, emptiness.

use super::super::Heading;
use super::{check, html, read, read_with};

fn outline(markdown: &str) -> String {
    let show = |h: &Heading| format!("{} {} {}", h.level, h.id, h.text);
    read(markdown).body.headings.iter().map(show).collect::<Vec<_>>().join("; ")
}

#[test]
fn levels_start_under_the_title() {
    check(&[
        ("# a\n## b", "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>"),
        ("### a\n#### b", "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>"),
        ("a\n=", "<h2 id=\"a\">a</h2>"),
        (
            "# a\n## b\n### c\n#### d\n##### e\n###### f",
            "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<h4 id=\"c\">c</h4>\n<h5 id=\"d\">d</h5>\n<h6 id=\"e\">e</h6>\n<h6 id=\"f\">f</h6>",
        ),
    ]);
    assert!(read_with("# a\n\n## b", |o| o.top_level = 3).html.starts_with("<h3 id=\"a\">a</h3>\n<h4"));
    assert!(read_with("# a", |o| o.top_level = 0).html.starts_with("<h1 "));
    assert!(read_with("# a", |o| o.top_level = 255).html.starts_with("<h6 "));
}

#[test]
fn skipped_levels_are_warned_of() {
    for (markdown, expected) in [
        ("# a\n\n### b\n", "?A11Y-01 `### b` this heading skips from level 1 to level 3 | write `##` here"),
        (
            "### a\n\n## b\n",
            "?A11Y-01 `### a` the first heading has level 3, deeper than one below it | write `##` here",
        ),
    ] {
        assert_eq!(read(markdown).problems, [expected], "{markdown}");
    }
    assert_eq!(read("## a\n### b\n#### c\n## d\n### e").problems, [""; 0]);
}

#[test]
fn ids() {
    for (markdown, expected) in [
        ("# Reset *your* `pass-word`!", "2 reset-your-pass-word Reset your pass-word!"),
        ("# a\n# a\n# a-2\n# a", "2 a a; 2 a-2 a; 2 a-2-2 a-2; 2 a-3 a"),
        ("# a\n# b {#a}", "2 a-2 a; 2 a b"),
        ("# a {#x_Y-1 .c d=e}", "2 x_Y-1 a"),
        ("# a {#x/y.Z}", "2 x-y-z a"),
        ("# *a* {#x} ##", "2 x a"),
        ("# a{#x}\n\nb {#y}\n===", "2 x a; 2 y b"),
        ("# a {#} {#<\"}", "2 section a {#}"),
        ("# a {b}\n# a {.b}\n# {}\n# a \\{#x}", "2 a-b a {b}; 2 a-b-2 a {.b}; 2 section {}; 2 a-x a {#x}"),
        ("# `a {#x}`", "2 a-x a {#x}"),
        ("# a {#ż}\n# b {#ż}", "2 ż a; 2 ż-2 b"),
        ("# 👍\n# !!!", "2 section 👍; 2 section-2 !!!"),
        ("# [a](b) ![c](c.png)", "2 a-c a c"),
        ("#\n# a", "2 a a"),
        ("# fn 1\n\nx[^1]\n\n[^1]: y", "2 fn-1-2 fn 1"),
        ("# a[^1]\n\n[^1]: ## b\n[^2]: ## c", "2 a a; 3 b b"),
    ] {
        assert_eq!(outline(markdown), expected, "{markdown}");
    }
    assert_eq!(html("#\n\n## \n"), "");
}

#[test]
fn anchors() {
    let body = read("# a\n\n## b").body;
    assert!(body.has_anchor("a") && body.has_anchor("b") && !body.has_anchor("c") && !body.has_anchor(""));
}

#[test]
fn summary() {
    let long = format!("{}end", "word ".repeat(40));
    let cut = format!("{}word…", "word ".repeat(30));
    for (markdown, expected) in [
        ("# h\n\nOne *two*\n`three` [four](five).\n\nsix", "One two three four."),
        ("x[^1]\n\n[^1]: y", "x"),
        ("[^1]: y\n\nx[^1]", "x"),
        ("- a", ""),
        ("![a](b.png)", "a"),
        (long.as_str(), cut.as_str()),
    ] {
        assert_eq!(read(markdown).body.summary(), expected, "{markdown}");
    }
    assert!(cut.chars().count() <= 155);
    let body = read_with("{a} b\n\nc", |options| options.placeholders = Some(&["a"])).body;
    assert_eq!(body.summary(), "c");
}

#[test]
fn emptiness() {
    for empty in ["", " \n\n", "#", "<!-- a -->", "<script>a</script>", "- \n- ", "[a]: b", "[^1]: a", "&nbsp;", "***"]
    {
        assert!(read(empty).body.is_empty(), "{empty}");
    }
    for full in [
        "a",
        "# a",
        "`a`",
        "    a",
        "![a](b.png)",
        "<div>a</div>",
        "[](https://example.com)",
        "[^a]",
        "b[^1]\n\n[^1]: a",
    ] {
        assert!(!read(full).body.is_empty(), "{full}");
    }
    let placeholder = read_with("{a}", |options| options.placeholders = Some(&["a"]));
    assert!(!placeholder.body.is_empty());
}
