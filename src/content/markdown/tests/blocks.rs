//! Blocks: lists, tables, alerts, code, footnotes.

use super::{check, html, read, read_with};

#[test]
fn plain_blocks() {
    check(&[
        ("a\nb", "<p>a\nb</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("***", "<hr>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
        ("7. a", "<ol start=\"7\">\n<li>a</li>\n</ol>"),
        ("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>"),
        ("\"a\" -- b...", "<p>\"a\" -- b...</p>"),
        ("---\ntitle: x\n---", "<hr>\n<h2 id=\"title-x\">title: x</h2>"),
        ("", ""),
    ]);
}

#[test]
fn code() {
    check(&[
        ("`<b>`", "<p><code translate=\"no\">&lt;b&gt;</code></p>"),
        ("    <b>", "<pre tabindex=\"0\"><code translate=\"no\">&lt;b&gt;</code></pre>"),
        (
            "```PowerShell,hl=1 x\n{a} https://example.com\n\n&amp;\n```",
            "<pre tabindex=\"0\"><code class=\"language-powershell\" translate=\"no\">{a} https://example.com\n\n&amp;amp;\n\
             </code></pre>",
        ),
        ("```\"><script>\n```", "<pre tabindex=\"0\"><code translate=\"no\"></code></pre>"),
    ]);
    assert_eq!(html("```\r\na\r\nb\r\n```\r\n"), html("```\na\nb\n```\n"));
}

#[test]
fn tasks() {
    check(&[
        (
            "- [x] a\n- [ ] b\n- c",
            "<ul>\n<li class=\"task\"><span class=\"box done\" role=\"img\" aria-label=\"done\"></span> a</li>\n\
             <li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"to do\"></span> b</li>\n<li>c</li>\n</ul>",
        ),
        (
            "- [x] a\n\n- b",
            "<ul>\n<li class=\"task\"><p><span class=\"box done\" role=\"img\" aria-label=\"done\"></span> a</p>\n</li>\n\
             <li><p>b</p>\n</li>\n</ul>",
        ),
    ]);
    assert!(html("[a](b) text\n\n- [x] [c](d)").contains("</ul>"));
}

#[test]
fn alerts() {
    check(&[
        (
            "> [!WARNING]\n> a",
            "<div class=\"alert warning\" role=\"note\" aria-label=\"Warning\"><p class=\"alert-title\">Warning</p>\n\
             <p>a</p>\n</div>",
        ),
        (
            "> [!CAUTION]\n> a",
            "<div class=\"alert caution\" role=\"note\" aria-label=\"&quot;Caution&quot; &lt;&amp;&gt;\">\
             <p class=\"alert-title\">\"Caution\" &lt;&amp;&gt;</p>\n<p>a</p>\n</div>",
        ),
    ]);
    for (kind, class) in [("NOTE", "note"), ("TIP", "tip"), ("IMPORTANT", "important")] {
        assert!(html(&format!("> [!{kind}]\n> a")).starts_with(&format!("<div class=\"alert {class}\"")));
    }
    assert!(html("> [!FOO]\n> a").starts_with("<blockquote>"));
}

#[test]
fn tables() {
    check(&[
        (
            "|a|b & c|d|\n|:-|:-:|-:|\n|1|2|3|",
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"a, b &amp; c, d\"><table>\n<thead><tr>\
             <th scope=\"col\">a</th><th scope=\"col\" class=\"center\">b &amp; c</th><th scope=\"col\" class=\"end\">d</th>\
             </tr></thead>\n<tbody>\n<tr><td>1</td><td class=\"center\">2</td><td class=\"end\">3</td></tr>\n</tbody>\n\
             </table></div>",
        ),
        (
            "||plan|\n|-|-|\n|day|1|\n||2|",
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"plan\"><table>\n<thead><tr><td></td>\
             <th scope=\"col\">plan</th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">day</th><td>1</td></tr>\n\
             <tr><td></td><td>2</td></tr>\n</tbody>\n</table></div>",
        ),
        (
            "|||\n|-|-|\n|a|b|",
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\n<tbody>\n\
             <tr><td>a</td><td>b</td></tr>\n</tbody>\n</table></div>",
        ),
        (
            "|a|\n|-|",
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"a\"><table>\n<thead><tr>\
             <th scope=\"col\">a</th></tr></thead>\n</table></div>",
        ),
    ]);
    let twice = html("|*a*|`b`|\n|-|-|\n|1|2|\n\n|![c](c.png)|\n|-|\n|1|\n");
    assert!(twice.contains("aria-label=\"a, b\"") && twice.contains("aria-label=\"c\""), "{twice}");
    assert!(!twice.contains("style="));
}

#[test]
fn footnotes() {
    check(&[
        (
            "a[^x] b[^y] c[^X]\n\n[^y]: why\n[^x]: ex\n[^z]: unused",
            "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote 1\">1</a></sup> \
             b<sup><a href=\"#fn-2\" id=\"fnref-2\" aria-label=\"Footnote 2\">2</a></sup> \
             c<sup><a href=\"#fn-1\" id=\"fnref-1-2\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
             <section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\n\
             <li id=\"fn-1\"><p>ex <a href=\"#fnref-1\" class=\"back\" aria-label=\"Back to text 1\">↩\u{FE0E}</a> \
             <a href=\"#fnref-1-2\" class=\"back\" aria-label=\"Back to text 1-2\">↩\u{FE0E}</a></p>\n</li>\n\
             <li id=\"fn-2\"><p>why <a href=\"#fnref-2\" class=\"back\" aria-label=\"Back to text 2\">↩\u{FE0E}</a></p>\n\
             </li>\n</ol></section>",
        ),
        ("a[^b]", "<p>a[^b]</p>"),
        ("a\n\n[^b]: c", "<p>a</p>"),
    ]);
}

#[test]
fn footnotes_in_footnotes() {
    let read = read("a[^1]\n\n[^3]: three[^1]\n[^2]: two\n[^1]: one[^3]\n\n    ```\n    x\n    ```");
    assert!(!read.html.contains("two"), "{}", read.html);
    let (one, three) = (read.html.find("<li id=\"fn-1\"><p>one"), read.html.find("<li id=\"fn-2\"><p>three"));
    assert!(one.is_some() && one < three, "{}", read.html);
    assert!(read.html.contains("href=\"#fnref-1-2\"") && read.html.contains("id=\"fnref-1-2\""), "{}", read.html);
    assert!(read.html.contains("</code></pre>\n <a href=\"#fnref-1\""), "{}", read.html);
    for (id, expected) in [("fn-1", true), ("fn-2", true), ("fn-3", false), ("fnref-1-2", true), ("fnref-2-2", false)] {
        assert_eq!(read.body.has_anchor(id), expected, "{id}");
    }
}

#[test]
fn ids_with_a_prefix() {
    let read = read_with("# a\n\nb[^1]\n\n[^1]: c", |options| options.id_prefix = "first-");
    for id in ["first-a", "first-fn-1", "first-fnref-1"] {
        assert!(read.body.has_anchor(id) && read.html.contains(&format!("id=\"{id}\"")), "{id} {}", read.html);
    }
    assert!(read.html.contains("href=\"#first-fn-1\"") && read.html.contains("href=\"#first-fnref-1\""));
}
