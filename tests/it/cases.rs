//! Data-driven cases: `tests/cases/*.md`.
//!
//! A case is a heading `## name` with fences. It starts from `tests/cases/base.toml`.
//! - ```` ```toml support.toml ```` replaces the configuration, ```` ```toml append ```` adds to it;
//! - ```` ```replace ```` holds old text, a line `=>`, new text;
//! - ```` ```md content/en/articles/a.md ```` (any language, any path) adds a file;
//! - ```` ```told ```` is everything that is told, exactly; `UPDATE=1` rewrites it;
//! - ```` ```html /contact/ ```` holds lines, each of which stands in the page; a line that begins with `!` does not.

use std::fmt::Write;
use std::path::Path;

use super::harness::{Built, build, repository};

struct Fence {
    info: String,
    body: String,
    /// The lines of the body in the file.
    lines: std::ops::Range<usize>,
}

struct Case {
    name: String,
    fences: Vec<Fence>,
}

#[test]
fn every_case_is_told_and_shown_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut failures = String::new();
    let mut count = 0;
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|e| e == "md") {
            count += run_file(entry.path(), &mut failures);
        }
    }
    assert!(count > 0, "there are no cases");
    assert!(failures.is_empty(), "\n{failures}");
}

fn run_file(path: &Path, failures: &mut String) -> usize {
    let text = std::fs::read_to_string(path).unwrap();
    let cases = read(&text);
    let mut updates: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for case in &cases {
        let built = build(files(case));
        for fence in &case.fences {
            match fence.info.split_once(' ') {
                _ if fence.info == "told" => {
                    let told = built.told();
                    if told.trim() != fence.body.trim() {
                        updates.push((fence.lines.clone(), told.clone()));
                        let _ = writeln!(
                            failures,
                            "{}: {}\nexpected:\n{}\ntold:\n{told}\n",
                            path.display(),
                            case.name,
                            fence.body
                        );
                    }
                }
                Some(("html", page)) => check_page(&built, page, fence, path, case, failures),
                _ => {}
            }
        }
    }
    if std::env::var_os("UPDATE").is_some() && !updates.is_empty() {
        std::fs::write(path, rewritten(&text, updates)).unwrap();
        failures.clear();
    }
    cases.len()
}

fn check_page(built: &Built, page: &str, fence: &Fence, path: &Path, case: &Case, failures: &mut String) {
    if built.has_errors() {
        let _ = writeln!(failures, "{}: {}: the site has errors:\n{}", path.display(), case.name, built.told());
        return;
    }
    let html = built.page(page);
    for line in fence.body.lines().filter(|line| !line.trim().is_empty()) {
        let (wanted, text) = line.strip_prefix('!').map_or((true, line), |text| (false, text));
        if html.contains(text) != wanted {
            let word = if wanted { "lacks" } else { "holds" };
            let _ = writeln!(failures, "{}: {}: {page} {word}\n  {text}\n", path.display(), case.name);
        }
    }
}

fn files(case: &Case) -> Vec<(String, Vec<u8>)> {
    let mut config = repository("tests/cases/base.toml");
    let mut files = Vec::new();
    for fence in &case.fences {
        match fence.info.as_str() {
            "toml support.toml" => config = fence.body.clone(),
            "toml append" => config.push_str(&fence.body),
            "replace" => {
                let (old, new) = fence.body.split_once("=>\n").unwrap_or_else(|| panic!("{}: no =>", case.name));
                assert!(config.contains(old.trim_end()), "{}: the base has no {old}", case.name);
                config = config.replacen(old.trim_end(), new.trim_end(), 1);
            }
            "told" => {}
            info => {
                if let Some((language, path)) = info.split_once(' ')
                    && language != "html"
                {
                    files.push((path.to_owned(), fence.body.clone().into_bytes()));
                }
            }
        }
    }
    files.push(("support.toml".to_owned(), config.into_bytes()));
    files
}

fn read(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<Fence> = None;
    for (number, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("````").or_else(|| line.strip_prefix("```"))) {
            (Some(_), Some("")) => {
                let mut fence = open.take().unwrap();
                fence.lines.end = number;
                cases.last_mut().unwrap().fences.push(fence);
            }
            (Some(fence), _) => {
                fence.body.push_str(line);
                fence.body.push('\n');
            }
            (None, Some(info)) => {
                open = Some(Fence { info: info.to_owned(), body: String::new(), lines: number + 1..0 })
            }
            (None, None) => {
                if let Some(name) = line.strip_prefix("## ") {
                    cases.push(Case { name: name.to_owned(), fences: Vec::new() });
                }
            }
        }
    }
    cases
}

fn rewritten(text: &str, updates: Vec<(std::ops::Range<usize>, String)>) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for (range, told) in updates.iter().rev() {
        lines.splice(range.clone(), told.lines());
    }
    lines.join("\n") + "\n"
}
