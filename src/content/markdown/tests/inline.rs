//! Inside a line: links, images, bare addresses, placeholders, and the places of their problems.

use super::{check, read, read_with};

#[test]
fn markup() {
    check(&[
        ("*a* **b** ~~c~~ \\*d\\* &lt; &copy;", "<p><em>a</em> <strong>b</strong> <del>c</del> *d* &lt; ©</p>"),
        ("a & b < c > d \"e\"", "<p>a &amp; b &lt; c &gt; d \"e\"</p>"),
        ("~a~ ^b^ $c$ [[d]]", "<p><del>a</del> ^b^ $c$ [[d]]</p>"),
    ]);
}

#[test]
fn links() {
    check(&[
        ("[a](/b/)", "<p><a href=\"/b/\">a</a></p>"),
        ("[a](https://b.c)", "<p><a href=\"https://b.c\" rel=\"noreferrer\">a</a></p>"),
        (
            "[*a* `b`](c 'd\"e')",
            "<p><a href=\"c\" title=\"d&quot;e\"><em>a</em> <code translate=\"no\">b</code></a></p>",
        ),
        ("[a](<b c\">)", "<p><a href=\"b c&quot;\">a</a></p>"),
        ("[a](b?c&amp;d)", "<p><a href=\"b?c&amp;d\">a</a></p>"),
        ("<https://b.c>", "<p><a href=\"https://b.c\" rel=\"noreferrer\">https://b.c</a></p>"),
        ("<a@b.c>", "<p><a href=\"mailto:a@b.c\">a@b.c</a></p>"),
        ("[](/b/)", "<p><a href=\"/b/\">/b/</a></p>"),
        ("[a][b]\n\n[b]: #c", "<p><a href=\"#c\">a</a></p>"),
        (
            "[![a](b.png)](c)",
            "<p><a href=\"c\"><img src=\"b.png\" width=\"40\" height=\"30\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></a></p>",
        ),
    ]);
    let links = read("x [*a* b](c&amp;d)\n\n> <e@f.gh>").body.links;
    let shown: Vec<_> = links.iter().map(|l| (l.target.as_str(), l.place.human())).collect();
    assert_eq!(shown, [("c&d", "a.md:3:3".to_owned()), ("mailto:e@f.gh", "a.md:5:3".to_owned())]);
}

#[test]
fn refused_links_keep_their_text() {
    for (markdown, place, message) in [
        ("a [*b*](javascript:x) c", "[*b*](javascript:x)", "a link cannot use `javascript:`"),
        ("a [*b*](JavaScript&colon;x) c", "[*b*](JavaScript&colon;x)", "a link cannot use `JavaScript:`"),
        ("a [*b*](&#106;avascript:x) c", "[*b*](&#106;avascript:x)", "a link cannot use `javascript:`"),
        (
            "a [*b*](java&#9;script:x) c",
            "[*b*](java&#9;script:x)",
            "the address java\\tscript:x holds an invisible character",
        ),
        (
            "a [*b*](&#1;javascript:x) c",
            "[*b*](&#1;javascript:x)",
            "the address \\u{1}javascript:x holds an invisible character",
        ),
        ("a [*b*](data:text/html,x) c", "[*b*](data:text/html,x)", "a link cannot use `data:`"),
        ("a [*b*]() c", "[*b*]()", "this link has no address"),
        ("a [*b*](//d.e) c", "[*b*](//d.e)", "the address //d.e does not say how to get there"),
        ("a [*b*](https:) c", "[*b*](https:)", "the address https: is not complete"),
    ] {
        let read = read(markdown);
        assert_eq!(read.html, "<p>a <em>b</em> c</p>\n", "{markdown}");
        assert_eq!(read.problems.len(), 1, "{markdown} {:?}", read.problems);
        assert!(read.problems[0].starts_with(&format!("LNK-04 `{place}` {message} | ")), "{:?}", read.problems);
        assert!(read.body.links.is_empty());
    }
    assert_eq!(
        read("[b](//d.e)").problems,
        ["LNK-04 `[b](//d.e)` the address //d.e does not say how to get there | write `https://d.e`"]
    );
}

#[test]
fn bare_addresses() {
    let web = |address: &str| format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>");
    for (markdown, expected) in [
        ("See https://a.example/b_c_d.", format!("See {}.", web("https://a.example/b_c_d"))),
        ("(http://a.example)", format!("({})", web("http://a.example"))),
        ("x@a.example", "<a href=\"mailto:x@a.example\">x@a.example</a>".to_owned()),
        ("https://a.example?b&amp;c", web("https://a.example?b&amp;c")),
        ("**https://a.example**", format!("<strong>{}</strong>", web("https://a.example"))),
        ("ftp://a.example javascript://a.example", "ftp://a.example javascript://a.example".to_owned()),
        ("https://a:b:c/", "https://a:b:c/".to_owned()),
        ("`https://a.example`", "<code translate=\"no\">https://a.example</code>".to_owned()),
        ("[https://a.example](b)", "<a href=\"b\">https://a.example</a>".to_owned()),
    ] {
        check(&[(markdown, &format!("<p>{expected}</p>"))]);
    }
    let links = read("> a\n> &amp; https://a.example/b_c_d?e&amp;f g").body.links;
    assert_eq!(links[0].target, "https://a.example/b_c_d?e&f");
    assert_eq!(&links[0].place.source.text()[links[0].place.span.clone()], "https://a.example/b_c_d?e&amp;f");
}

#[test]
fn images() {
    check(&[
        (
            "![a *b* `c` [d](e) ![f](g)\n\"<](h.png 'i')",
            "<p><img src=\"h.png\" width=\"40\" height=\"30\" alt=\"a b c d f &quot;&lt;\" loading=\"lazy\" decoding=\"async\"></p>",
        ),
        ("x ![a & b](none.png) y", "<p>x a &amp; b y</p>"),
    ]);
    let body = read("![a [d](e) ![f](g)](h%20i.png)").body;
    assert_eq!((body.images.len(), body.links.len()), (1, 0));
    assert_eq!((body.images[0].target.as_str(), body.images[0].alt.as_str()), ("h%20i.png", "a d f"));
    assert_eq!(body.images[0].place.human(), "a.md:3:1");
}

#[test]
fn image_problems() {
    for (markdown, html, problem) in [
        (
            "![ ](a.png)",
            "<img src=\"a.png\"",
            "A11Y-01 `![ ](a.png)` this image has no text for those who do not see it | ",
        ),
        (
            "![a](https://b.c/d.png)",
            "<p>a</p>",
            "IMG-01 `![a](https://b.c/d.png)` the image https://b.c/d.png lies on another server | ",
        ),
        ("![a](//b.c/d.png)", "<p>a</p>", "IMG-01 `![a](//b.c/d.png)` the image //b.c/d.png lies on another server | "),
        ("![a](data:image/png;base64,AAAA)", "<p>a</p>", "IMG-01 `![a](data:image/png;base64,AAAA)` the image data:"),
        ("![a]()", "<p>a</p>", "IMG-01 `![a]()` this image names no file | "),
    ] {
        let read = read(markdown);
        assert!(read.html.contains(html), "{}", read.html);
        assert!(read.problems.len() == 1 && read.problems[0].starts_with(problem), "{:?}", read.problems);
    }
    assert_eq!(read("![](https://b.c)").problems.len(), 2);
}

#[test]
fn placeholders() {
    let known = |markdown: &str| read_with(markdown, |options| options.placeholders = Some(&["telephone", "e_mail"]));
    let text = known(
        "*Call* {telephone}, {e_mail} {Telephone} { telephone } `{telephone}` [{e_mail}](x) https://a.example/{telephone}",
    );
    assert_eq!(
        text.html,
        "<p><em>Call</em> <b>telephone</b>, <b>e_mail</b> {Telephone} { telephone } \
         <code translate=\"no\">{telephone}</code> <a href=\"x\"><b>e_mail in a link</b></a> \
         <a href=\"https://a.example/\" rel=\"noreferrer\">https://a.example/</a><b>telephone</b></p>\n"
    );
    assert_eq!(text.problems, [""; 0]);
    let wrong = known("a &amp; {telefone} b");
    assert_eq!(wrong.html, "<p>a &amp; {telefone} b</p>\n");
    assert_eq!(
        wrong.problems,
        ["DOC-05 `{telefone}` there is no placeholder {telefone} | did you mean {telephone}? | \
          the placeholders of this text are {telephone}, {e_mail}"]
    );
    assert_eq!(known("[a]({telephone})").problems, [""; 0]);
    check(&[("{telephone}", "<p>{telephone}</p>")]);
}

#[test]
fn not_every_one_of_a_million_problems_is_told() {
    assert_eq!(read(&"[a]() ".repeat(5000)).problems.len(), 1000);
    let both = read(&format!("{}\n\n[a]()", "# a\n### b\n".repeat(2000)));
    assert!(both.problems.iter().any(|problem| problem.starts_with("LNK-04")), "warnings hide no error");
}
