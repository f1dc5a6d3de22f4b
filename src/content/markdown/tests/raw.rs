//! Raw HTML in its three ways.

use super::{RawHtml, read, read_raw};

const HINT: &str =
    "raw HTML is sanitised; if you trust everybody who writes for this site, set `raw_html = \"allow\"` in [site]";

#[test]
fn sanitised_lines() {
    for (markdown, expected) in [
        ("a <kbd>Ctrl</kbd> <BR> b", "<p>a <kbd>Ctrl</kbd> <br> b</p>"),
        ("<kbd>*a*", "<p><kbd><em>a</em></kbd></p>"),
        ("*<kbd>a*</kbd> b", "<p><em><kbd>a</kbd></em> b</p>"),
        ("a</kbd></p></div> b", "<p>a b</p>"),
        ("<sub><sup>a</sub></sup>", "<p><sub><sup>a</sup></sub></p>"),
        ("<abbr title='a\"b<c&amp;d' class=x id=y>e</abbr>", "<p><abbr title=\"a&quot;b&lt;c&amp;d\">e</abbr></p>"),
        ("<b title='&#0;&lt'>a</b>", "<p><b title=\"\u{FFFD}&lt;\">a</b></p>"),
        ("<span lang=de dir=ltr>a</span>", "<p><span dir=\"ltr\" lang=\"de\">a</span></p>"),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("[a <mark>b](c) d</mark>", "<p><a href=\"c\">a <mark>b</mark></a> d</p>"),
        (
            "![a <b>c</b>](d.png)",
            "<p><img src=\"d.png\" width=\"40\" height=\"30\" alt=\"a c\" loading=\"lazy\" decoding=\"async\"></p>",
        ),
        (
            "|<b>a|b</b>|\n|-|-|",
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"a, b\"><table>\n<thead><tr><th scope=\"col\"><b>a</b></th><th scope=\"col\">b</th></tr></thead>\n</table></div>",
        ),
    ] {
        let read = read(markdown);
        assert_eq!(read.html.trim_end(), expected, "{markdown}");
        let only_unbalanced = read.problems.iter().all(|problem| problem.starts_with("?DOC-04"));
        assert!(only_unbalanced, "{markdown} {:?}", read.problems);
    }
    let deep = read(&"<b>".repeat(1000)).html;
    assert_eq!(deep.matches("<b>").count(), 16);
    assert_eq!(deep.matches("</b>").count(), 16);
}

#[test]
fn sanitised_blocks() {
    for (markdown, expected) in [
        ("<ul><li>a<form><li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<pre>\na</pre>", "<pre>a</pre>"),
        // A browser drops one line break here, and keeps the one that was meant.
        ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
        ("<div class=a>\n<p>b</div>\n\nc", "<div>\n<p>b</p></div>\n<p>c</p>"),
        ("</div></main>\n\na", "<p>a</p>"),
        ("- a\n\n  <li>b\n\n  c", "<ul>\n<li><p>a</p>\nb\n\n<p>c</p>\n</li>\n</ul>"),
        ("- a\n\n  <ul><li>b</ul>", "<ul>\n<li><p>a</p>\n<ul><li>b</li></ul>\n</li>\n</ul>"),
        ("> <div>\n> a</div>", "<blockquote>\n<div>\na</div>\n</blockquote>"),
        (
            "<table><tr><th scope=col>a<td colspan=2>b</table>",
            "<table><tbody><tr><th scope=\"col\">a</th><td colspan=\"2\">b</td></tr></tbody></table>",
        ),
        ("<p dir=rtl>{a} *b* https://c.example", "<p dir=\"rtl\">{a} *b* https://c.example</p>"),
        ("<!-- a -->", ""),
    ] {
        assert_eq!(read(markdown).html.trim_end(), expected, "{markdown}");
    }
}

#[test]
fn details_around_markdown() {
    for (markdown, expected) in [
        (
            "<details>\n<summary>a</summary>\n\n*b*\n\n</details>\n\nc",
            "<details>\n<summary>a</summary>\n<p><em>b</em></p>\n</details>\n<p>c</p>",
        ),
        (
            "<details open>\n\nb\n\n</details>\n<details>\n\nc",
            "<details open>\n<p>b</p>\n</details>\n<details>\n<p>c</p>\n</details>",
        ),
        ("> <details>\n\na\n\n</details>", "<blockquote>\n<details>\n</details>\n</blockquote>\n<p>a</p>"),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
    ] {
        let read = read(markdown);
        assert_eq!(read.html.trim_end(), expected, "{markdown}");
        assert_eq!(read.problems, [""; 0]);
    }
    let deep = read(&"<details>\n\n".repeat(1000)).html;
    assert_eq!(deep.matches("<details>").count(), 16);
    assert_eq!(deep.matches("</details>").count(), 16);
}

#[test]
fn links_in_blocks_are_links() {
    let read = read("<p>\n<a href=\"../b.md?c&amp;d\" target=_blank title=e>f</a>\n<a href='https://g.example'>h</a>");
    assert_eq!(
        read.html,
        "<p>\n<a href=\"../b.md?c&amp;d\" title=\"e\">f</a>\n<a href=\"https://g.example\" rel=\"noreferrer\">h</a></p>\n"
    );
    let targets: Vec<_> = read.body.links.iter().map(|link| link.target.as_str()).collect();
    assert_eq!(targets, ["../b.md?c&d", "https://g.example"]);
    assert_eq!(read.problems, [""; 0]);
}

#[test]
fn refused_links_in_blocks() {
    for href in [
        "javascript:alert(1)",
        "JAVA&Tab;SCRIPT&colon;x",
        "&#1;data:x",
        "//a.example",
        "vbscript:x",
        "",
        "/\\\\a.example",
    ] {
        let read = read(&format!("<p><a href=\"{href}\">b</a>"));
        assert_eq!(read.html, "<p><a>b</a></p>\n", "{href}");
        assert!(
            read.problems.len() == 1 && read.problems[0].starts_with("LNK-04 `<p><a"),
            "{href} {:?}",
            read.problems
        );
    }
}

#[test]
fn losses_are_told_once() {
    for (markdown, problem) in [
        (
            "a <iframe src=x> <IFRAME src=y>",
            "`<iframe src=x>` the HTML element <iframe> is left out | to show the tag as text, write `\\<iframe>`",
        ),
        (
            "a\n\n> <p>\n> <video src=x></video></p>\n\n<video>",
            "`<video src=x>` the HTML element <video> is left out | to show the tag as text, write `\\<video>`",
        ),
        (
            "<img src=a.png>",
            "`<img src=a.png>` the HTML element <img> is left out | write an image as `![what it shows](file.png)`",
        ),
        ("x <a href=b>c</a>", "`<a href=b>` the HTML element <a> is left out | write a link as `[text](address)`"),
        ("<h1>a</h1>", "`<h1>` the HTML element <h1> is left out | write a heading as `## Heading`"),
        ("<p\nonclick=x>", "`onclick=x` the attribute onclick of the HTML element <p> is left out"),
        ("a <b style='x'>c</b>", "`style='x'` the attribute style of the HTML element <b> is left out"),
    ] {
        assert_eq!(read(markdown).problems, [format!("?DOC-04 {problem} | {HINT}")], "{markdown}");
    }
    assert_eq!(read("<!-- a --> <b class=x id=y>c</b>\n\n</div>").problems, [""; 0]);
}

#[test]
fn every_loss_is_told() {
    let told = |markdown: &str| {
        let problems = read(markdown).problems;
        problems.iter().filter_map(|problem| problem.split(" | ").next()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        told("<p onclick=x style=y>a</p>\n<img>\n<p onclick=z>\n\nb <video> <img> <b style=x>c</b>"),
        [
            "?DOC-04 `onclick=x` the attribute onclick of the HTML element <p> is left out",
            "?DOC-04 `style=y` the attribute style of the HTML element <p> is left out",
            "?DOC-04 `<img>` the HTML element <img> is left out",
            "?DOC-04 `<video>` the HTML element <video> is left out",
            "?DOC-04 `style=x` the attribute style of the HTML element <b> is left out",
        ]
    );
    let many: String = (0..1000).map(|i| format!("<x{i}>")).collect();
    assert_eq!(told(&format!("<p>{many}")).len(), 51, "fifty, and that it nests too deep");
}

#[test]
fn deep_blocks_are_text() {
    let read = read(&format!("<p>{}", "<b><p>".repeat(2000)));
    assert!(read.html.starts_with("<p>&lt;p&gt;&lt;b&gt;&lt;p&gt;"));
    assert_eq!(read.problems.len(), 1);
    assert!(read.problems[0].contains("nests too deep and is shown as text | close every element"));
}

#[test]
fn shown_as_text() {
    let read = |markdown| read_raw(markdown, RawHtml::Escape);
    assert_eq!(read("a <b>c</b>").html, "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert_eq!(read("<script>\nalert(1)\n\n</script>").html, "<p>&lt;script&gt;\nalert(1)\n\n&lt;/script&gt;</p>\n");
    assert_eq!(read("# <kbd>").body.headings[0].text, "<kbd>");
    assert_eq!(read("a <iframe>").problems, [""; 0]);
}

#[test]
fn passed_on() {
    let read = read_raw("a <b id=x onclick=y>c\n\n<script>\n1 < 2\n\n</script>\n\n[d](#x)", RawHtml::Allow);
    assert_eq!(read.html, "<p>a <b id=x onclick=y>c</p>\n<script>\n1 < 2\n\n</script>\n<p><a href=\"#x\">d</a></p>\n");
    assert!(read.body.has_anchor("x"));
    assert_eq!(read.problems, [""; 0]);
}
