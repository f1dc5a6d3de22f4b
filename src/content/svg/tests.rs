use super::{Svg, looks_like_xml, sanitise};

const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

/// The content that is left of an SVG with this content.
fn left(content: &str) -> String {
    let start = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:x='y' viewBox='0 0 4 3'>";
    let svg =
        sanitise(format!("{start}{content}</svg>").as_bytes()).unwrap_or_else(|problem| panic!("{content}: {problem}"));
    let text = String::from_utf8(svg.bytes).unwrap();
    let inner = text.strip_prefix(&format!("{HEAD} viewBox=\"0 0 4 3\">")).and_then(|text| text.strip_suffix("</svg>"));
    inner.unwrap_or_else(|| panic!("{text}")).to_owned()
}

fn problem(svg: &str) -> String {
    sanitise(svg.as_bytes()).map(|svg| String::from_utf8_lossy(&svg.bytes).into_owned()).unwrap_err().to_string()
}

#[test]
fn drawings_stay() {
    for same in [
        "<path d=\"M0 0L1 1z\" fill=\"#fff\"/>",
        "<g id=\"a\" transform=\"translate(1 2)\"><rect width=\"1\" height=\"1\" rx=\".5\"/></g>",
        "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>",
        "<use href=\"#a\" fill=\"url(#a)\"/>",
        "<text x=\"1\">a &amp; <tspan>b</tspan> c</text>",
        "<title>Logo (dark) &lt;x&gt;</title><desc>d</desc>",
        "<style>.a{fill:url(#b)}.c&gt;.d{stroke:rgb(0,0,0)}</style>",
        "<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\" height=\"1\"/>",
        "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1\"/></filter>",
    ] {
        assert_eq!(left(same), same);
    }
}

#[test]
fn dangers_go() {
    for (content, expected) in [
        ("<script>alert(1)</script><g/>", "<g/>"),
        ("<SCRIPT>alert(1)</SCRIPT>", ""),
        ("<x:script>alert(1)</x:script>", ""),
        ("<script xlink:href='//a'/><g/>", "<g/>"),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>x</script></body></foreignObject>", ""),
        ("<iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/>", ""),
        ("<g xmlns='http://www.w3.org/1999/xhtml'><script xmlns='http://www.w3.org/2000/svg'>x</script></g>", ""),
        ("<g onload='x' ONCLICK='x' x:onload='x'/>", "<g/>"),
        ("<animate attributeName='href' to='javascript:x'/><set/>", ""),
        ("<a href='javascript:x'><g/>t</a>", "<g/>"),
        ("<text><a xlink:href='//x'>t</a></text>", "<text>t</text>"),
        ("<use href='//a/b.svg#c'/><use xlink:href='b.svg#c'/><use/>", ""),
        ("<use xlink:href='#c'/>", "<use href=\"#c\"/>"),
        ("<use href='//a' xlink:href='#c'/>", "<use href=\"#c\"/>"),
        ("<image href='https://a/b.png'/><image href='data:image/svg+xml;base64,AA'><g/></image>", ""),
        ("<image href='data:image/png;base64,AA\"&gt;&lt;script&gt;'/>", ""),
        ("<g fill='url(//a)' stroke='url(#a)' filter='url(a.svg#b)'/>", "<g stroke=\"url(#a)\"/>"),
        ("<g style='fill:red;background:url(//a);stroke:url(//b)'/>", "<g style=\"fill:red\"/>"),
        ("<style>@import '//a'</style>", "<style></style>"),
        ("<style><![CDATA[*{fill:url(//a)}]]></style>", "<style></style>"),
        ("<style>*{fill:u&#92;72l(//a)}</style>", "<style></style>"),
        ("<style><script>x</script></style>", "<style></style>"),
        ("<metadata>m</metadata><x:namedview/>t<!-- c --><?php x ?>", ""),
        ("<g id='a\"&gt;&lt;script&gt;'/>", "<g id=\"a&quot;&gt;&lt;script&gt;\"/>"),
        ("<text>&#1;&#65534;&#60;script></text>", "<text>&lt;script&gt;</text>"),
        ("<g id='a' id='b'/>", "<g id=\"a\"/>"),
        ("<linearGradient xlink:href='//a'/>", "<linearGradient/>"),
    ] {
        assert_eq!(left(content), expected, "{content}");
    }
}

#[test]
fn whole_files() {
    let file = "\u{FEFF}<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>\n<!-- c -->\n\
                <s:svg xmlns:s='http://www.w3.org/2000/svg' width='4' height='3' onload='x'>\n<s:g/>\n</s:svg>\n";
    let bytes = format!("{HEAD} width=\"4\" height=\"3\"><g/></svg>").into_bytes();
    assert!(looks_like_xml(file.as_bytes()));
    assert_eq!(sanitise(file.as_bytes()), Ok(Svg { width: 4, height: 3, bytes }));
    assert_eq!(sanitise(b"<svg viewBox='0 0 4 3'/>").map(|svg| svg.width), Ok(4));
}

#[test]
fn again_changes_nothing() {
    let file = "<svg viewBox='0 0 4 3'><text>a &lt; &quot; <tspan style='fill:red'>b</tspan></text><style>a&gt;b{}</style></svg>";
    let once = sanitise(file.as_bytes()).unwrap();
    assert_eq!(sanitise(&once.bytes).unwrap(), once);
}

#[test]
fn problems() {
    for (svg, message) in [
        ("<html/>", "it is XML, but no SVG image"),
        ("<!-- c -->", "it is XML, but no SVG image"),
        ("<svg xmlns='x' viewBox='0 0 1 1'/>", "it is XML, but no SVG image"),
        ("<svg viewBox='0 0 1 1'/><svg/>", "it is XML, but no SVG image"),
        ("<svg/>", "it does not say how large it is"),
        ("<svg viewBox='0 0 1 1'>", "it ends before its last element does"),
        ("<svg viewBox='0 0 1 1'>\n<g></svg>", "it is not well-formed XML in line 2: "),
        ("<svg viewBox='0 0 1 1'><text>&x;</text></svg>", "it uses entities of its own"),
        (
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg viewBox='0 0 1 1'><text>&x;</text></svg>",
            "it uses entities of its own",
        ),
    ] {
        assert!(problem(svg).starts_with(message), "{svg} {}", problem(svg));
    }
    assert_eq!(sanitise(b"<svg \xFF/>").unwrap_err().to_string(), "it is not written in UTF-8");
    assert_eq!(problem(&" ".repeat(2_000_001)), "it has more than 2 MB");
    assert_eq!(problem(&"<svg viewBox='0 0 1 1'>".repeat(10_000)), "its elements are nested too deep");
    assert_eq!(
        problem(&format!("<svg viewBox='0 0 1 1'>{}", "<x>".repeat(10_000))),
        "its elements are nested too deep"
    );
}

#[test]
fn large_files_take_little_time() {
    let start = std::time::Instant::now();
    let attributes: String = (0..50_000).map(|i| format!(" a{i}='1'")).collect();
    assert_eq!(left(&format!("<g{attributes}/>")), "<g/>");
    assert_eq!(left(&"<g/>".repeat(100_000)).len(), 400_000);
    left(&format!("<g style='{}'/>", "fill:red;".repeat(50_000)));
    left(&format!("<style>{}</style>", "(".repeat(500_000)));
    left(&format!("<style>{}</style>", "a".repeat(500_000)));
    left(&format!("<g fill='{}'/>", "rgb(".repeat(100_000)));
    left(&format!("<text>{}</text>", "&amp;".repeat(50_000)));
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
}
