//! Texts made to overflow the stack or to take time with the square of their size.

use std::time::{Duration, Instant};

use super::read;

/// Generous, for a loaded machine and a build without optimisation: what is not linear takes much longer.
const PATIENCE: Duration = Duration::from_secs(20);

#[track_caller]
fn in_time(name: &str, text: &str) {
    let start = Instant::now();
    read(text);
    assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
}

#[test]
fn depth() {
    let n = 100_000;
    for mark in [">", "> ", "- ", "+ ", "1. ", "> - ", "[^a]: ", ": "] {
        in_time(mark, &format!("{}a\n{}", mark.repeat(n), "b\n".repeat(n)));
    }
    let too_deep = read(&format!("a\n\n{}b\n\nc", ">".repeat(n)));
    assert!(too_deep.html.starts_with("<p>a</p>\n<blockquote>") && too_deep.html.ends_with("<p>c</p>\n"));
    assert!(too_deep.html.contains("<p>b</p>") && too_deep.html.matches("<blockquote>").count() == 101);
    assert!(too_deep.problems[0].starts_with("?DOC-07 `>>>"), "{:.80}", too_deep.problems[0]);
    for (open, close) in
        [("*a ", " a*"), ("**a ", " a**"), ("[", "](b)"), ("![", "](b)"), ("<b>", "</b>"), ("`", "`"), ("~~a ", " a~~")]
    {
        in_time(open, &format!("{}x{}", open.repeat(n), close.repeat(n)));
        in_time(open, &open.repeat(n));
        in_time(close, &close.repeat(n));
    }
}

#[test]
fn width() {
    let n = 30_000;
    let columns = 5_000;
    let row = |cell: &str| format!("{}|\n", format!("|{cell}").repeat(columns));
    in_time("columns", &format!("{}{}{}", row("a"), row("-"), row("b").repeat(4)));
    in_time("short rows", &format!("{}{}{}", row("a"), row("-"), "|b\n".repeat(n)));
    for line in [
        "# a\n",
        "# a {#b}\n",
        "- [x] a\n",
        "[^1] ",
        "{zz} ",
        "[a](javascript:x) ",
        "https://a.example ",
        "<details>\n\n",
        "<b>",
        "</b>",
        "![a](b) ",
        "> [!NOTE]\n> a\n\n",
    ] {
        in_time(line, &format!("{}\n\n[^1]: x", line.repeat(n)));
    }
    let notes: String = (0..n).map(|i| format!("[^{i}]: [^{}]\n", i + 1)).collect();
    in_time("chain of footnotes", &format!("[^0]\n\n{notes}"));
}

#[test]
fn raw_html() {
    let n = 20_000;
    for piece in [
        "<div>",
        "<b><p>",
        "<b title=\"{}\"><p>",
        "<ul><li>",
        "<table><tr><td>",
        "<details>",
        "</details>",
        "<!--",
        "<script>",
        "<a href=x>",
        "<b a=1 ",
        "<",
        "</",
        "<svg><b>",
    ] {
        in_time(piece, &format!("<div>\n{}", piece.repeat(n)));
        in_time(piece, &format!("x {}", piece.repeat(n)));
    }
    in_time("a long table", &format!("<table>{}</table>", "<tr><td>a<td>b</tr>".repeat(n)));
    in_time("many blocks", &"<div>a</div>\n\n".repeat(n));
}

#[test]
fn one_long_word() {
    let n = 200_000;
    for piece in
        ["a", "@", "a@", "https://", "{", "{a", "&", "&amp;", "\\", "é", "<", "|", "[", "`", " ", "\t", "_a", "x:"]
    {
        in_time(piece, &piece.repeat(n / piece.len()));
        in_time(piece, &format!("# {}", piece.repeat(n / piece.len())));
    }
}
