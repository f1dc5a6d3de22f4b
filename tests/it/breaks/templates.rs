//! Templates and components that a partner took over, each broken in the ways in which people break templates.

use super::slips::Slip;

/// The ways of breaking a template.
pub(super) const WAYS: &[&str] = &[
    "field misspelt",
    "condition misspelt",
    "label misspelt",
    "block left open",
    "block misspelt",
    "component misspelt",
    "argument misspelt",
    "argument left out",
    "parent misspelt",
    "escaped",
];

/// The parts that every page needs, as the frame has them, and what stands there when somebody deletes them.
const PARTS: &[(&str, &str, &str, &str)] = &[
    ("the language", "templates/base.html", " lang=\"{{ shell.lang }}\"", ""),
    ("the type of the document", "templates/base.html", "<!doctype html>\n", ""),
    ("the encoding", "templates/base.html", "<meta charset=\"utf-8\">\n", ""),
    (
        "the policy",
        "templates/base.html",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{{ shell.policy | safe }}\">\n",
        "",
    ),
    ("the width of telephones", "templates/base.html", "<meta name=\"viewport\" content=\"width=device-width\">\n", ""),
    ("the title", "templates/base.html", "<title>{{ shell.title }}</title>\n", ""),
    ("a title with words", "templates/base.html", "{{ shell.title }}", ""),
    ("the description", "templates/base.html", "<meta name=\"description\" content=\"{{ shell.description }}\">", ""),
    ("noindex", "templates/base.html", "<meta name=\"robots\" content=\"noindex\">", ""),
    ("the canonical address", "templates/base.html", "<link rel=\"canonical\" href=\"{{ shell.canonical }}\">\n", ""),
    (
        "the other languages",
        "templates/base.html",
        "<link rel=\"alternate\" hreflang=\"{{ alternate.lang }}\" href=\"{{ alternate.href }}\">",
        "",
    ),
    ("the style", "templates/base.html", "<link rel=\"stylesheet\" href=\"{{ shell.style.href }}\">", ""),
    (
        "the hours for the script",
        "templates/base.html",
        "<script type=\"application/json\" id=\"hours\">{{ shell.live.data | safe }}</script>",
        "",
    ),
    ("the script of the hours", "templates/base.html", "<script>{{ shell.live.code | safe }}</script>", ""),
    (
        "the data for search engines",
        "templates/base.html",
        "<script type=\"application/ld+json\">{{ shell.json_ld | safe }}</script>",
        "",
    ),
    ("the way to the content", "templates/base.html", "<a class=\"skip vh\" href=\"#main\">{{ t.skip }}</a>", ""),
    ("the place that it leads to", "templates/base.html", "<main id=\"main\">", "<main>"),
    ("the heading", "templates/base.html", "{{ page.heading }}", ""),
    (
        "the h1",
        "templates/base.html",
        "<h1{% if shell.is_document and shell.words_lang %}{{ <own_language /> }}{% endif %}>{{ page.heading }}</h1>",
        "",
    ),
    ("the main part", "templates/base.html", "<main id=\"main\">", "<div id=\"main\">"),
    (
        "the menu",
        "templates/base.html",
        "{% if ready %}{{ ready.menu }}{% else %}{{ <menu links={shell.menu} /> }}{% endif %}",
        "",
    ),
    ("the languages to choose", "templates/base.html", "{{ <languages links={shell.languages} /> }}", ""),
    (
        "the notices",
        "templates/base.html",
        "{% for banner in banners.notices %}{{ <notice_banner banner={banner} /> }}{% endfor %}",
        "",
    ),
    (
        "the ways to reach us",
        "templates/base.html",
        "{% if ready %}{{ ready.stuck }}{% else %}{{ <stuck panel={shell.now} /> }}{% endif %}",
        "",
    ),
    (
        "the links of the footer",
        "templates/base.html",
        "{% if ready %}{{ ready.footer_links }}{% else %}{{ <footer_links links={shell.footer} /> }}{% endif %}",
        "",
    ),
    (
        "the publisher",
        "templates/base.html",
        "{% if ready %}{{ ready.publisher }}{% else %}{{ <publisher shell={shell} /> }}{% endif %}",
        "",
    ),
    ("the name of the menu", "components/frame.html", " aria-label=\"{{ t.main_menu }}\"", ""),
    ("the text of the logo", "components/frame.html", " alt=\"{{ brand.name }}\"", ""),
    ("the ways at the top of home", "templates/home.html", "{{ <now panel={shell.now} /> }}", ""),
    ("the heading of home", "templates/home.html", "<h1>{{ page.heading }}</h1>", ""),
    ("the number on a button", "components/now.html", "<bdi class=\"num\"{{ <as_is /> }}>{{ action.value }}</bdi>", ""),
    ("the address of a button", "components/now.html", " href=\"{{ action.href }}\"", ""),
    ("where the state is said", "components/now.html", "<p class=\"state\" data-live hidden></p>", ""),
    ("the text of an article", "templates/article.html", "{{ page.html | safe }}", ""),
    ("the text of a notice", "templates/notice.html", "{{ page.html | safe }}", ""),
    ("the words of a built-in text", "components/words.html", "{{ block.html | safe }}", ""),
];

/// Breaks of one file of the theme. A component takes the place of the file of the same name.
pub(super) fn of(path: &str, text: &str) -> Vec<Slip> {
    let short = path.trim_start_matches("templates/");
    let file = own(path);
    let mut all = Vec::new();
    let mut push = |way, at: usize, len: usize, new: &str| {
        let text = format!("{}{new}{}", &text[..at], &text[at + len..]);
        all.push(Slip { what: short.to_owned(), way, file: file.clone(), text });
    };
    let after = |mark: &str, at: usize| at + mark.len();
    for (way, mark) in [
        ("field misspelt", "{{ page."),
        ("field misspelt", "{{ shell."),
        ("condition misspelt", "if page."),
        ("condition misspelt", "if shell."),
        ("label misspelt", "{{ t."),
    ] {
        for (at, _) in text.match_indices(mark).take(2) {
            let start = after(mark, at);
            let end = start + text[start..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(0);
            push(way, end, 0, "x");
        }
    }
    for mark in ["{% endif", "{% endfor", "{%- endblock"] {
        if let Some(at) = text.find(mark) {
            let len = text[at..].find("%}").map_or(0, |end| end + 2);
            push("block left open", at, len, "");
        }
    }
    if let Some(at) = text.find("block main") {
        let renamed = text.replace("block main", "block mian");
        push("block misspelt", at, text.len() - at, &renamed[at..]);
    }
    for (at, _) in text.match_indices("{{ <").take(2) {
        let start = at + 4;
        let end = start + text[start..].find(' ').unwrap_or(0);
        push("component misspelt", end, 0, "x");
        let Some(equals) = text[end..].split("/>").next().and_then(|rest| rest.find('=')) else { continue };
        push("argument misspelt", end + equals, 0, "x");
        let value = text[end + equals..].find(['}', ' ']).map_or(0, |len| len + 1);
        push("argument left out", end, equals + value, "");
    }
    if let Some(at) = text.find("base.") {
        push("parent misspelt", at, 4, "bass");
    }
    for (at, filter) in text.match_indices(" | safe").take(2) {
        push("escaped", at, filter.len(), "");
    }
    all
}

/// Where a partner's own stands in place of a file of the theme.
fn own(path: &str) -> String {
    format!("templates/{}", path.trim_start_matches("templates/"))
}

/// Each part that a page needs, deleted.
pub(super) fn parts(theme: impl Fn(&str) -> String) -> Vec<Slip> {
    let slip = |(what, path, part, new): &(&str, &str, &str, &str)| {
        let text = theme(path);
        assert!(text.contains(part), "{path} no longer holds {part}");
        Slip { what: (*what).to_owned(), way: "deleted", file: own(path), text: text.replacen(part, new, 1) }
    };
    PARTS.iter().map(slip).collect()
}
