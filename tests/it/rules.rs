//! The table of rules: complete, and true in its examples.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use supportal::diagnostic::rules::{self, ALONE, Example};
use supportal::diagnostic::{Code, code};

use super::harness::{build, repository};

#[test]
fn every_code_has_one_rule_and_is_told_somewhere() {
    let mut codes: Vec<Code> = rules::all().map(|rule| rule.code).collect();
    codes.sort_unstable();
    let mut all: Vec<Code> = code::ALL.iter().map(|(code, _)| *code).collect();
    all.sort_unstable();
    assert_eq!(codes, all);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut program = String::new();
    for entry in walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok) {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "rs") && !path.starts_with(root.join("diagnostic")) {
            program.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    for code in all {
        let name = format!("code::{}", code.id().replace('-', "_"));
        let told = program.match_indices(&name).any(|(at, _)| !program[at + name.len()..].starts_with('_'));
        assert!(told, "nothing tells {code}");
    }
}

#[test]
fn the_bad_example_of_each_rule_breaks_it_and_no_other_and_the_good_one_none() {
    let mut wrong = String::new();
    for rule in rules::all() {
        if let Some(files) = files(&rule.bad) {
            let built = build(files);
            let codes: BTreeSet<Code> = built.diagnostics.iter().map(|problem| problem.code).collect();
            let severe = built.diagnostics.iter().any(|d| d.code == rule.code && d.severity == rule.severity);
            if codes != BTreeSet::from([rule.code]) || !severe {
                let _ = writeln!(
                    wrong,
                    "the bad example of {} ({:?}) is told:\n{}\n",
                    rule.code,
                    rule.severity,
                    built.told()
                );
            }
        }
        if let Some(files) = files(&rule.good) {
            let built = build(files);
            if !built.diagnostics.is_empty() {
                let _ = writeln!(wrong, "the good example of {} is told:\n{}\n", rule.code, built.told());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// As it is told, in what a test or a case expects: words in a comment are no test.
#[test]
fn what_no_example_can_show_is_told_in_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut expected = String::new();
    for entry in
        ["tests", "src"].into_iter().flat_map(|folder| walkdir::WalkDir::new(root.join(folder))).filter_map(Result::ok)
    {
        let path = entry.path();
        let text = || std::fs::read_to_string(path).unwrap();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("md") if path.starts_with(root.join("tests/cases")) => {
                let told = text();
                let told = told.split("```told\n").skip(1).filter_map(|rest| rest.split("```").next());
                expected.extend(told);
            }
            Some("rs") => {
                let text = text();
                let tests = if path.starts_with(root.join("tests")) || path.iter().any(|part| part == "tests") {
                    &*text
                } else {
                    text.split_once("#[cfg(test)]").map_or("", |(_, tests)| tests)
                };
                let code = tests.lines().filter(|line| !line.trim_start().starts_with("//"));
                expected.extend(code.flat_map(|line| [line, "\n"]));
            }
            _ => {}
        }
    }
    for rule in rules::all().filter(|rule| matches!(rule.bad, Example::Words(_))) {
        // Some rules are told as an error or as a warning, by how far the site is off.
        let is_told = |severity| expected.contains(&format!("{severity}[{}]", rule.code));
        assert!(["error", "warning", "note"].into_iter().any(is_told), "no test expects {}", rule.code);
    }
}

#[test]
fn a_page_from_right_to_left_says_so() {
    let base = repository("themes/standard/templates/base.html");
    let config = repository("tests/cases/whole.toml").replace("[\"en\"]", "[\"ar\"]");
    let told = |template: String| {
        let files = [("support.toml", config.clone()), ("templates/base.html", template)];
        build(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()).told()
    };
    assert!(!told(base.clone()).contains("I18N-04"));
    let without = base.replace(" dir=\"{{ shell.dir }}\"", "");
    assert!(without != base && told(without).contains("warning[I18N-04]"));
}

#[test]
fn a_link_to_an_address_kept_for_examples_is_told_in_a_text_too() {
    let told = |host: &str| {
        let article = format!("+++\ntitle = \"Mail\"\n+++\n\nSee [our files](https://{host}/).\n");
        let files = [("support.toml", repository("tests/cases/whole.toml")), ("content/en/articles/mail.md", article)];
        build(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()).told()
    };
    assert_eq!(told("files.contoso.com"), "");
    assert!(told("files.contoso.example").starts_with("warning[CON-05] content/en/articles/mail.md:5:5: "));
}

#[test]
fn a_link_to_a_document_that_cannot_be_read_is_not_told_beside_it() {
    let told = |title: &str| {
        let files = [
            ("support.toml", repository("tests/cases/whole.toml")),
            ("content/en/articles/a.md", "+++\ntitle = \"A\"\n+++\n\nSee [b](b.md).\n".to_owned()),
            ("content/en/articles/b.md", format!("+++\n{title}\n+++\n\nText.\n")),
        ];
        build(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()).told()
    };
    assert_eq!(told("title = \"B\""), "");
    let colon = "error[TOML-01] content/en/articles/b.md:2:6: this line cannot be read: there is a colon in place of an equals \
                 sign\n  help: write an equals sign: title = \"B and C\"";
    assert_eq!(told("title: B and C"), colon);
    assert!(told("weight = 1").starts_with("error[KEY-03]") && !told("weight = 1").contains("LNK-03"));
}

#[test]
fn an_image_too_large_for_a_telephone_is_told() {
    let article = "+++\ntitle = \"Mail\"\n+++\n\n![The settings](settings.svg)\n";
    let told = |points: usize| {
        let path = "l1 1".repeat(points);
        let image =
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 0{path}\"/></svg>");
        let files = [
            ("support.toml", repository("tests/cases/whole.toml")),
            ("content/en/articles/mail.md", article.to_owned()),
            ("content/en/articles/settings.svg", image),
        ];
        build(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()).told()
    };
    assert_eq!(told(1_000), "");
    assert!(told(150_000).starts_with("warning[IMG-02] content/en/articles/mail.md:5:"));
}

#[test]
fn the_words_of_a_rule_are_whole_sentences() {
    for rule in rules::all() {
        for text in [rule.code.title(), rule.why, rule.fix] {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", rule.code);
        }
        assert!(!rule.source.ends_with('.'), "{}: {}", rule.code, rule.source);
    }
}

/// The files of an example, in a site that is otherwise whole.
fn files(example: &Example) -> Option<Vec<(String, Vec<u8>)>> {
    let Example::Files(files) = example else { return None };
    let base = repository("tests/cases/whole.toml");
    let own = files.iter().find(|(path, _)| *path == "support.toml");
    let config = own.map_or(base.clone(), |(_, lines)| {
        lines.strip_prefix(ALONE).map_or_else(|| merged(&base, lines), str::to_owned)
    });
    let others = files.iter().filter(|(path, _)| *path != "support.toml");
    let others = others.map(|(path, text)| {
        // The lines of these formats end so, and those of an example as in a program.
        let is_of_lines = path.ends_with(".ics") || path.ends_with(".vcf");
        let text = if is_of_lines { text.replace('\n', "\r\n") + "\r\n" } else { (*text).to_owned() };
        ((*path).to_owned(), text.into_bytes())
    });
    Some(others.chain([("support.toml".to_owned(), config.into_bytes())]).collect())
}

/// A header with its lines; the lines at the top have an empty one.
type Part = (String, Vec<String>);

fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![(String::new(), Vec::new())];
    for line in text.lines() {
        match line.starts_with('[') {
            true => parts.push((line.to_owned(), Vec::new())),
            false => parts.last_mut().unwrap().1.push(line.to_owned()),
        }
    }
    parts
}

fn key(line: &str) -> Option<&str> {
    line.split_once(" = ").map(|(key, _)| key)
}

/// The base with the lines of an example in place of those of the same key, in the table of the same header and id.
fn merged(base: &str, lines: &str) -> String {
    let mut all = parts(base);
    let id = |part: &Part| part.1.iter().find(|line| key(line) == Some("id")).cloned();
    for part in parts(lines) {
        let same = |other: &&mut Part| other.0 == part.0 && (!part.0.starts_with("[[") || id(other) == id(&part));
        let Some(target) = all.iter_mut().find(same) else {
            all.push(part);
            continue;
        };
        for line in part.1 {
            let replaced = line.strip_prefix("# no ").or_else(|| key(&line)).map(str::to_owned);
            target.1.retain(|old| replaced.is_none() || key(old).map(str::to_owned) != replaced);
            target.1.insert(0, line);
        }
    }
    all.into_iter().map(|(header, lines)| format!("{header}\n{}\n", lines.join("\n"))).collect()
}

#[test]
fn the_links_of_documents_are_judged_too() {
    let article =
        "+++\ntitle = \"Links\"\n+++\n\nSee [A](https://help.example.com/) and [B](https://portal.azure.us/).\n";
    let config = repository("tests/cases/whole.toml");
    let files = [("support.toml", config.as_str()), ("content/en/articles/links.md", article)];
    let built = build(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).to_vec());
    let told: Vec<(String, usize)> = built
        .diagnostics
        .iter()
        .map(|problem| {
            (
                problem.code.id().to_owned(),
                problem.place.as_ref().unwrap().source.line_column(problem.place.as_ref().unwrap().span.start).0,
            )
        })
        .collect();
    assert_eq!(told, [("CON-05".to_owned(), 5), ("LNK-01".to_owned(), 5)], "{}", built.told());
}
