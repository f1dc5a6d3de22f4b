//! The page that tells in a browser what the terminal tells: why there is no new build.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Place, Severity};

/// How the page looks.
pub(super) const STYLE: &str = include_str!("problems.css");

/// The most problems that are shown: after so many, the first ones matter.
const MOST: usize = 100;

/// The most characters of a line that are shown on either side of a problem.
const AROUND: usize = 200;

/// HTML that is made of fixed tags and of texts, and of a text nothing but text can come.
#[derive(Debug, Default)]
struct Html(String);

impl Html {
    fn tags(&mut self, tags: &'static str) -> &mut Self {
        self.0.push_str(tags);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&quick_xml::escape::escape(text));
        self
    }

    fn number(&mut self, number: usize) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{number}");
        self
    }
}

/// The page. Behind it stands the last good build, if there is one.
pub(super) fn page(problems: &[Diagnostic], has_build: bool) -> String {
    let mut html = Html::default();
    html.tags("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
    title(&mut html, problems, has_build);
    html.tags("</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/.supportal/problems.css\"></head><body><main data-problems><header><h1 id=\"problems\">");
    title(&mut html, problems, has_build);
    html.tags("</h1><p>");
    html.tags(match (problems.is_empty(), has_build) {
        (true, true) => "What you see is what would be published.",
        (true, false) => "This page goes away as soon as it is there.",
        (false, true) => "Nothing of it is shown yet: the last good build stands. This goes away as soon as the site can be built again.",
        (false, false) => "There is no good build yet. This page goes away as soon as the site can be built.",
    });
    html.tags("</p></header><ol>");
    // What stops the build comes first: the reader of a browser sees the beginning, that of a terminal the end.
    let mut shown: Vec<&Diagnostic> = problems.iter().collect();
    shown.sort_by_key(|problem| problem.severity);
    shown.iter().take(MOST).for_each(|problem| item(&mut html, problem));
    html.tags("</ol>");
    if shown.len() > MOST {
        html.tags("<p>… and ").number(shown.len() - MOST).tags(" more.</p>");
    }
    html.tags("</main></body></html>\n");
    html.0
}

fn title(html: &mut Html, problems: &[Diagnostic], has_build: bool) {
    match problems.iter().filter(|problem| problem.severity == Severity::Error).count() {
        0 if problems.is_empty() && !has_build => html.tags("The site is being built"),
        0 if problems.is_empty() => html.tags("The site has no errors"),
        0 => html.tags("The site has warnings"),
        1 => html.tags("The site has an error"),
        errors => html.tags("The site has ").number(errors).tags(" errors"),
    };
}

fn item(html: &mut Html, problem: &Diagnostic) {
    let (open, word) = match problem.severity {
        Severity::Error => ("<li class=\"error\"><p class=\"severity tag\">", "error "),
        Severity::Warning => ("<li class=\"warning\"><p class=\"severity tag\">", "warning "),
        Severity::Notice => ("<li class=\"note\"><p class=\"severity tag\">", "note "),
    };
    html.tags(open).tags(word).text(problem.code.id()).tags("</p><h2>").text(&problem.message).tags("</h2>");
    if let Some(place) = &problem.place {
        let has_text = !place.source.text().is_empty();
        let path = if has_text { place.human() } else { place.source.path().to_owned() };
        html.tags("<p class=\"place\">").text(&path).tags("</p>");
        if has_text && !place.is_secret {
            line(html, place, &problem.label);
        }
    }
    for hint in &problem.hints {
        html.tags("<p><span class=\"tag\">help: </span>").text(hint).tags("</p>");
    }
    html.tags("</li>");
}

/// The line of a place, with what is wrong in it marked.
fn line(html: &mut Html, place: &Place, label: &str) {
    let text = place.source.text();
    let start = text.floor_char_boundary(place.span.start);
    let first = place.source.line_start(place.source.line_column(start).0);
    let last = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let end = text.floor_char_boundary(place.span.end).clamp(start, last);
    let (before, marked, after) = (&text[first.min(start)..start], &text[start..end], &text[end..last]);
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let cut = |text: &str| text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    html.tags("<pre><code>").text(&before[from..]).tags("<mark>").text(&marked[..cut(marked)]).tags("</mark>");
    html.text(&after[..cut(after)]).tags("</code></pre>");
    if !label.is_empty() {
        html.tags("<p class=\"label\">").text(label).tags("</p>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceFile, code};

    #[test]
    fn what_stands_in_a_source_is_shown_and_never_run() {
        let text = "a = 1\nname = \"<script>alert(1)</script>\" # ż & 'c'\n";
        let source = SourceFile::new("content/<b>.md", text);
        let at = text.find('<').unwrap_or_default();
        let problem = Diagnostic::error(code::KEY_01, "a \"<img onerror=x>\"")
            .at(Place::new(&source, at..at + 25))
            .label("<i>")
            .hint("<a href='javascript:b'>");
        let html = page(&[problem], true);
        for kept in [
            "<h2>a &quot;&lt;img onerror=x&gt;&quot;</h2>",
            "<p class=\"place\">content/&lt;b&gt;.md:2:9</p>",
            "<code>name = &quot;<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>&quot; # ż &amp; &apos;c&apos;</code>",
        ] {
            assert!(html.contains(kept), "{kept}\n{html}");
        }
        for wrong in ["<script", "<img", "<i>", "<a ", "<b>"] {
            assert!(!html.contains(wrong), "{wrong}\n{html}");
        }
    }

    #[test]
    fn no_place_is_too_odd() {
        let long = "ż".repeat(5_000);
        for text in ["", "\n", "a\r\nb", "ż", &long] {
            let source = SourceFile::new("support.toml", text);
            for span in [0..0, 0..1, 1..1, 1..2, 3..4_000, 9_999..20_000] {
                let html = page(&[Diagnostic::error(code::KEY_01, "m").at(Place::new(&source, span))], false);
                assert!(html.len() < 5_000 && html.contains("There is no good build yet"));
            }
        }
        let many = vec![Diagnostic::warning(code::KEY_01, "m"); 150];
        assert!(page(&many, true).contains("… and 50 more."));
    }
}
