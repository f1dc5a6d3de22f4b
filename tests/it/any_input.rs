//! Random inputs: every property holds for each, and for the portals of the repository.

use proptest::prelude::*;

use super::harness::site;
use super::properties::{self, address, file, front_matter, hours, html, markdown, money, request};

/// What Markdown, HTML and addresses are made of, and what breaks those who read them.
const PIECES: &[&str] = &[
    "a",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "|",
    "|-|-|\n",
    "# ",
    "- ",
    "1. ",
    "> ",
    "[!NOTE]\n",
    "<div>",
    "</div>",
    "<details>",
    "<summary>",
    "<b>",
    "</b>",
    "<a href=",
    "javascript:",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<pre>\n",
    "<td>",
    "<svg>",
    "<style>",
    " onclick=",
    "title=\"",
    "\"",
    "'",
    ">",
    "&#106;",
    "&quot;",
    "\\",
    "https://a.example/",
    "a@b.example",
    "{#a}",
    "\u{202e}",
    "é",
    "👍",
    "\0",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn html_is_the_tree_that_it_claims(text in pieces()) {
        markdown::holds(text.as_bytes());
    }

    #[test]
    fn any_request_gets_a_built_file_or_none(
        target in "(/|//|\\.\\.|\\.|%2[eEfF]|%5[cC]|%00|%[a-f0-9]{0,2}|hello|index\\.html|contact|old|en|\\.supportal|events|http://a|\\?|[ -~]|\\PC){0,12}",
        lines in "(\n(host|origin|content-length|sec-fetch-site|x): ?(localhost|127\\.0\\.0\\.1|a|0|http://|:1|@|cross-site|,){0,4}){0,4}",
    ) {
        request::holds(format!("{target}{lines}").as_bytes());
    }

    #[test]
    fn any_text_has_hours_or_is_told(text in "([0-2]?[0-9][:.]?[0-9]{0,2} ?[-–] ?[0-2]?[0-9][:.][0-9]{2}\n){0,9}") {
        hours::holds(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_slug_alias_or_link_leaves_the_output(text in "[a-zA-Zżß/.\\\\%:?#éİ👍\u{301} -]{0,40}|\\PC{0,40}") {
        address::holds(text.as_bytes());
    }

    #[test]
    fn any_text_is_money_or_is_told(text in "[0-9]{0,14}(\\.[0-9]{0,7})?|P?T?[0-9]{1,8}( business days|[hmdYMWDH])") {
        money::holds(text.as_bytes());
    }

    #[test]
    fn any_document_is_read_or_told(title in "\\PC{0,40}", text in pieces()) {
        front_matter::holds(format!("+++\ntitle = {}\n+++\n{text}", properties::quoted(&title)).as_bytes());
    }
}

#[test]
fn the_portals_of_the_repository_are_the_trees_that_they_claim_and_equal_when_built_twice() {
    for folder in
        ["example-site", "tests/sites/minimal", "tests/sites/reseller", "tests/sites/provider", "tests/sites/hostile"]
    {
        let files = site(folder);
        let files: Vec<_> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        properties::portal::check(&files);
        properties::portal::check_twice(&files);
    }
}

#[test]
fn the_check_of_html_is_strict() {
    for bad in [
        "<b>",
        "</b>",
        "<b><i></b></i>",
        "<p><div></div></p>",
        "<table><tr><td></td></tr></table>",
        "<script></script>",
        "<b onclick=\"x\"></b>",
        "<b style=\"x\"></b>",
        "<a href=\"java&#10;script:x\"></a>",
        "<a href=\"data:text/html,x\"></a>",
        "<i id=\"a\"></i><i id=\"a\"></i>",
        "<b title=\"a\"\"></b>",
        "<b",
    ] {
        let strict = std::panic::catch_unwind(|| html::check_part(bad));
        assert!(strict.is_err(), "{bad}");
    }
    html::check_part("<p class=\"a b\" title=\"\">a<br>&lt;</p><details open=\"\"><summary>b</summary></details>");
}

#[test]
fn the_check_of_pages_is_strict() {
    let live = include_str!("../../themes/standard/live.min.js");
    let page = |head: &str, body: &str| {
        format!("<!doctype html>\n<html><head><title>a</title>{head}</head><body>{body}</body></html>")
    };
    for (head, body) in [
        ("", "<script>alert(1)</script>"),
        ("", "<script src=\"/a.js\"></script>"),
        ("", "<script type=\"application/json\" id=\"a\">{}</script>"),
        ("", "<script type=\"application/json\" id=\"hours\">{\"a\":\"<!--\"}</script>"),
        ("", "<script type=\"application/ld+json\">alert(1)</script>"),
        ("", "<script type=\"module\">{}</script>"),
        ("", &format!("<script>{live}</script><script>{live}</script>")),
        ("<style>a{}</style>", "<style>b{}</style>"),
        ("<meta http-equiv=\"refresh\" content=\"0; url=https://a.example/\">", ""),
        ("<meta http-equiv=\"refresh\" content=\"0; url=//a.example/\">", ""),
        ("<link rel=\"stylesheet\" href=\"https://a.example/\">", ""),
        ("<link rel=\"preload\" href=\"/a\">", ""),
        ("", "<form></form>"),
        ("", "<a href=\"data:image/svg+xml,a\">a</a>"),
        ("", "<a href=\"webcal://a.example/\">a</a>"),
        ("", "<svg><a xlink:href=\"javascript:a\"></a></svg>"),
    ] {
        let html = page(head, body);
        let strict = std::panic::catch_unwind(|| html::check_page(&html));
        assert!(strict.is_err(), "{html}");
    }
    html::check_page(&page(
        "<style>a{}</style><link rel=\"icon\" href=\"data:image/svg+xml,a\"><script type=\"application/ld+json\">{}</script>",
        &format!(
            "<a href=\"sms:1\">a</a><script type=\"application/json\" id=\"hours\">{{}}</script><script>{live}</script>"
        ),
    ));
}

#[test]
fn the_check_of_files_is_strict() {
    for (path, text) in [
        ("a.json", "{"),
        ("a.atom", "<a><b></a></b>"),
        ("a.xml", "<a/><b/>"),
        ("a.xml", "<a>\u{1}</a>"),
        ("a.xml", "<a b=\"<\"/>"),
        ("a.xml", "<a/>b"),
        ("a.ics", "BEGIN:A\r\nEND:B\r\n"),
        ("a.ics", "BEGIN:A\r\nb\r\nEND:A\r\n"),
        ("a.vcf", "BEGIN:A\nEND:A\r\n"),
        ("_redirects", "/a /b c 301\n"),
        ("_headers", "/a\r\n"),
    ] {
        let strict = std::panic::catch_unwind(|| file::check(path, text.as_bytes()));
        assert!(strict.is_err(), "{path}: {text}");
    }
    file::check("a.ics", b"BEGIN:A\r\nB;C=D:e\r\n f\r\nEND:A\r\n");
    file::check("a.xml", b"<?xml version=\"1.0\"?>\n<a b=\"c\">&amp;<d/></a>\n");
}
