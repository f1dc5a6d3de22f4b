//! Files that are no text, too long, or more than anybody can have meant: each is told, and in bounded time.

use std::time::{Duration, Instant};

use super::harness::{Built, build, repository};

/// Generous, for a loaded machine: what takes time with the square of its size takes much longer.
const PATIENCE: Duration = Duration::from_secs(10);

fn base() -> String {
    repository("tests/cases/base.toml")
}

/// The base site with another `support.toml`.
fn configured(bytes: impl Into<Vec<u8>>) -> Built {
    build(vec![("support.toml".to_owned(), bytes.into())])
}

/// The base site with one article more.
fn written(bytes: impl Into<Vec<u8>>) -> Built {
    build(vec![("support.toml".to_owned(), base().into_bytes()), ("content/en/articles/a.md".to_owned(), bytes.into())])
}

fn article(body: &str) -> String {
    format!("+++\ntitle = \"A\"\n+++\n\n{body}")
}

#[track_caller]
fn in_time(name: &str, work: impl FnOnce() -> Built) -> Built {
    let start = Instant::now();
    let built = work();
    assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
    built
}

#[test]
fn what_notepad_saves_otherwise_is_named() {
    let utf16 = |little: bool| -> Vec<u8> {
        let units = base().encode_utf16().collect::<Vec<u16>>();
        units.iter().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    let told = "error[TOML-02] support.toml:1:1: support.toml is saved as UTF-16, not as UTF-8\n  help: open it in Notepad, choose File, Save as, pick UTF-8 under Encoding, and save";
    for little in [true, false] {
        let mark: &[u8] = if little { b"\xFF\xFE" } else { b"\xFE\xFF" };
        assert_eq!(configured(utf16(little)).told(), told);
        assert_eq!(configured([mark, &utf16(little)].concat()).told(), told);
    }
    let polish = base().replacen("Contoso", "Za\u{1}\u{2}", 1).into_bytes();
    let windows_1250: Vec<u8> = polish
        .iter()
        .map(|byte| match byte {
            1 => 0xBF,
            2 => 0xF3,
            byte => *byte,
        })
        .collect();
    assert_eq!(
        configured(windows_1250).told(),
        "error[TOML-02] support.toml:8:11: support.toml is saved in an older encoding such as Windows-1250, not as UTF-8\n  help: open it in Notepad, choose File, Save as, pick UTF-8 under Encoding, and save"
    );
    assert_eq!(
        written(b"+++\ntitle = \"A\"\n+++\n\nna\xEFve \xFF".as_slice()).told(),
        "error[TOML-02] content/en/articles/a.md:5:3: content/en/articles/a.md is saved in an older encoding such as Windows-1250, not as UTF-8\n  help: open it in Notepad, choose File, Save as, pick UTF-8 under Encoding, and save"
    );
}

#[test]
fn control_characters_are_told_where_they_stand() {
    for (bad, what, hint) in [
        (
            '\0',
            "holds a NUL character; it is not a text file, or is damaged",
            "save the file again as plain text in UTF-8",
        ),
        ('\u{7}', "holds an invisible control character", "delete the characters around the caret and type them again"),
        (
            '\u{b}',
            "holds a line or page break of a word processor",
            "delete the character at the caret, and press Enter where a new line begins",
        ),
    ] {
        assert_eq!(
            configured(base().replacen("Contoso", &format!("Con{bad}toso"), 1)).told(),
            format!("error[TOML-02] support.toml:8:12: support.toml {what}\n  help: {hint}")
        );
    }
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_are_welcome() {
    let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let plain = |text: &str| text.to_owned();
    let both = [plain, windows].map(|form: fn(&str) -> String| {
        build(vec![
            ("support.toml".to_owned(), form(&base()).into_bytes()),
            ("content/en/articles/a.md".to_owned(), form(&article("## One\n\n- two\n- three\n")).into_bytes()),
        ])
    });
    assert_eq!(both[1].told(), "");
    assert_eq!(both[0].files, both[1].files, "the same site");
    assert_eq!(
        configured(base().replace('\n', "\r")).told(),
        "error[TOML-01] support.toml:1:12: this line cannot be read: the lines end as on very old computers\n  help: save the file again with the line ends of Windows (CRLF) or Unix (LF)"
    );
}

#[test]
fn a_text_that_nobody_wrote_is_not_read() {
    let long = "# word\n".repeat(50_000_000 / 7);
    assert_eq!(
        in_time("configuration", || configured(base() + &long)).told(),
        "error[IO-03] support.toml:1:1: support.toml is longer than 2 MB, the most that is read of it: 50 MB\n  help: see that it is the right file; a long text can be split into several files"
    );
    assert_eq!(
        in_time("article", || written(article(&long))).told(),
        "error[IO-03] content/en/articles/a.md:1:1: content/en/articles/a.md is longer than 8 MB, the most that is read of it: 50 MB\n  help: see that it is the right file; a long text can be split into several files"
    );
    assert!(!in_time("7 MB", || written(article(&"word word\n".repeat(700_000)))).has_errors());
}

#[test]
fn deep_and_wide_texts_are_shown() {
    let n = 100_000;
    for mark in [">", "> ", "- ", "1. ", "> - "] {
        let built = in_time(mark, || written(article(&format!("{}deep\n\nflat\n", mark.repeat(n)))));
        assert!(!built.has_errors(), "{mark}: {}", built.told());
        let page = built.page("/articles/a/");
        assert!(page.contains("deep") && page.contains("flat") && page.len() < 40_000, "{mark}: {}", page.len());
    }
    let row = |cell: &str| format!("{}|\n", format!("|{cell}").repeat(5_000));
    let built = in_time("columns", || written(article(&format!("{}{}{}", row("a"), row("-"), row("b")))));
    assert_eq!(built.told(), "");
    assert_eq!(built.page("/articles/a/").matches("<td").count(), 5_000);
}

#[test]
fn thousands_of_faults_take_no_more_than_their_number() {
    let n = 50_000;
    let many = |line: fn(usize) -> String| (0..n).map(line).collect::<String>();
    let appended = |lines: String| base() + &lines;
    let (headings, first) = ("## h\n\n".repeat(3_000), "contact_methods = [\"phone\"]");
    for (name, built, code) in [
        ("unknown keys", in_time("keys", || configured(appended(many(|i| format!("k{i} = 1\n"))))), "KEY-01"),
        (
            "repeated ids",
            in_time("ids", || configured(appended("[[components]]\nid=\"a\"\nname=\"x\"\n".repeat(n)))),
            "KEY-05",
        ),
        (
            "wrong references",
            in_time("references", || {
                let methods = (0..5_000).map(|i| {
                    format!("[[contact_methods]]\nid=\"a{i}\"\nkind=\"phone\"\ntelephone=\"+442079460123\"\n")
                });
                configured(
                    base().replacen(first, &format!("contact_methods = [{}]", "\"fone\",".repeat(n)), 1)
                        + &methods.collect::<String>(),
                )
            }),
            "KEY-06",
        ),
        (
            "circles",
            in_time("circles", || {
                configured(appended(many(|i| format!("[hours.h{i}]\nany_of=[\"h{}\"]\n", (i + 1) % 50_000))))
            }),
            "KEY-07",
        ),
        ("links", in_time("links", || written(article(&"[a](b.md)\n".repeat(n)))), "LNK-03"),
        ("anchors", in_time("anchors", || written(article(&(headings.clone() + &"[a](#nix)\n".repeat(n))))), "LNK-03"),
        (
            "aliases",
            in_time("aliases", || {
                let aliases: String = (0..10_000).map(|i| format!("\"/A{i}/\",")).collect();
                written(format!("+++\ntitle = \"A\"\naliases = [{aliases}]\n+++\n"))
            }),
            "URL-02",
        ),
    ] {
        assert!(built.diagnostics.iter().any(|d| d.code.id() == code), "{name}");
        let longest = built.diagnostics.iter().flat_map(|d| &d.hints).map(String::len).max();
        assert!(longest < Some(1_000), "{name}: a hint of {longest:?} bytes");
    }
    assert!(!in_time("headings", || written(article(&"# a\n\n".repeat(n)))).has_errors());
    let syntax = in_time("syntax", || configured(appended("a b\n".repeat(n))));
    assert_eq!(syntax.diagnostics.len(), 20, "the first ones matter");
}

#[test]
fn brackets_and_names_nested_without_end_are_told() {
    let n = 100_000;
    for (line, column) in [
        (format!("x = {}1{}\n", "[".repeat(n), "]".repeat(n)), 85),
        (format!("x = {}1{}\n", "{a=".repeat(n), "}".repeat(n)), 245),
        (format!("{}b = 1\n", "a.".repeat(n)), 1),
    ] {
        let told = in_time("nested", || configured(base() + &line)).told();
        let expected = format!(
            "error[TOML-01] support.toml:56:{column}: this line cannot be read: brackets or names are nested too deep\n  help: write no more than a few levels"
        );
        assert_eq!(told, expected);
    }
}
