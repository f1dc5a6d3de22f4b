//! `docs/theme-contract.md` says what templates may use. It is written from the doc comments of `src/view`, the
//! templates and styles of `standard`, and the tokens; `UPDATE=1 cargo test` rewrites it.

use std::fmt::Write;
use std::path::Path;

use supportal::built_in;
use supportal::diagnostic::Diagnostics;
use supportal::source::Sources;
use supportal::theme::{self, CONTRACT, parts, tokens};

use super::harness::repository;

const PAGE: &str = "docs/theme-contract.md";

#[test]
fn the_page_on_the_theme_contract_is_what_the_program_does() {
    let written = contract();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE), &written).unwrap();
    }
    let stands = repository(PAGE);
    let differs = stands.lines().zip(written.lines()).position(|(one, other)| one != other);
    assert!(stands == written, "{PAGE} is stale at line {differs:?}: run UPDATE=1 cargo test");
}

#[test]
fn the_built_in_theme_is_made_for_this_contract() {
    let diagnostics = Diagnostics::new();
    assert!(theme::manifest(&built_in::sources(), theme::STANDARD, None, &diagnostics).is_some());
    assert!(repository("themes/standard/theme.toml").contains(&format!("contract = {CONTRACT}\n")));
}

fn contract() -> String {
    let sources = built_in::sources();
    let mut page = format!(
        "# Theme contract {CONTRACT}\n\nWhat templates, components and styles of a theme may rely on. It is written from the program itself; \
         [themes.md](themes.md) says how to use it. A theme names the contract that it is made for: `contract = {CONTRACT}` in \
         `theme.toml`. Fields, blocks, arguments and tokens may be added to a contract; renaming or removing one makes a new \
         contract.\n\nA template sees three values: `page`, its own data; `shell`, the frame of every page; `t`, the words of the \
         interface in the language of the page. Every sentence is ready to show. Fields named `html` and `markdown` hold markup made by \
         this program; everything else is text, and templates escape it: those that end in `.html` as HTML, those that end in `.md` as \
         Markdown. These have the filter `absolute(page=shell.canonical)` for addresses. An empty text or list counts as false. On articles, where all \
         components are built in, `ready` holds what the frame shows the same on each of them, made by its component: `motif`, `brand`, `menu`, \
         `stuck`, `footer_links`, `publisher`, and `ways` for the twin. A template that does not ask for it is as right, and slower.\n"
    );
    views(&mut page);
    templates(&sources, &mut page);
    components(&sources, &mut page);
    all_tokens(&mut page);
    labels(&sources, &mut page);
    page
}

/// The views by their files: first what every page has, then the pages.
fn views(page: &mut String) {
    let list = repository("src/view/mod.rs");
    let mut names: Vec<&str> =
        list.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|name| name.trim_end_matches(';')).collect();
    // Facts for machines and the script's data are no part of what templates see.
    names.retain(|name| !matches!(*name, "machine" | "live"));
    names.sort_by_key(|name| match *name {
        "shell" => (0, *name),
        "words" => (1, *name),
        name => (2, name),
    });
    for name in names {
        let source = repository(&format!("src/view/{name}.rs"));
        let about = source.lines().find_map(|line| line.strip_prefix("//! ")).unwrap();
        let _ = write!(page, "\n## {}\n", about.trim_end_matches('.'));
        structs(&source, page);
    }
}

/// A table for each type of a view: its fields with their types and comments.
fn structs(source: &str, page: &mut String) {
    let mut comment = String::new();
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            if !comment.is_empty() {
                comment.push(' ');
            }
            comment.push_str(text);
        } else if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            let _ = write!(page, "\n### {name}\n\n{comment}\n\n| field | is | |\n|---|---|---|\n");
            comment.clear();
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) {
            let _ = writeln!(page, "| `{name}` | {} | {comment} |", words(kind.trim_end_matches(',')));
            comment.clear();
        } else if !line.starts_with("#[") {
            comment.clear();
        }
    }
}

/// A type of the program in words.
fn words(kind: &str) -> String {
    let inside = |prefix: &str| kind.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{}, or none", words(inner));
    }
    if let Some(inner) = inside("Shared<") {
        return words(inner);
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", words(inner));
    }
    if let Some((inner, count)) =
        kind.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).and_then(|inner| inner.rsplit_once("; "))
    {
        return format!("list of {count}: {}", words(inner));
    }
    if let Some((_, value)) = inside("BTreeMap<").and_then(|pair| pair.split_once(", ")) {
        return format!("{} by name", words(value));
    }
    match kind {
        "String" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "u8" | "u16" | "u32" | "usize" | "i32" | "i64" => "number".to_owned(),
        name => format!("[{name}](#{})", name.to_lowercase()),
    }
}

fn templates(sources: &Sources, page: &mut String) {
    page.push_str("\n## Templates and their blocks\n\nA block that stands in `base.html` can be filled in every template.\n\n| template | extends | its blocks |\n|---|---|---|\n");
    let folder = "themes/standard/templates/";
    for path in sources.under(folder) {
        let source = sources.text(path).unwrap();
        let parent = parts::parent(source.text()).map(|(name, _)| format!("`{name}`")).unwrap_or_default();
        let blocks: Vec<String> = parts::blocks(source.text()).into_iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(page, "| `{}` | {parent} | {} |", path.strip_prefix(folder).unwrap(), blocks.join(" "));
    }
}

fn components(sources: &Sources, page: &mut String) {
    page.push_str("\n## Components\n\nCalled as `{{ <tag tone=\"ok\" text={t.open} /> }}`. An argument with a value after `=` may be left out; what is taken from the page is not passed.\n\n| component | arguments | from the page | file | |\n|---|---|---|---|---|\n");
    let folder = "themes/standard/";
    for path in sources.under("themes/standard/components/") {
        let source = sources.text(path).unwrap();
        for part in parts::components(source.text()) {
            assert!(!part.about.is_empty(), "{path}: the component {} has no comment before it", part.name);
            let list = |all: &[&str]| all.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
            let names: Vec<&str> = part.implicit.iter().map(|one| one.split(':').next().unwrap()).collect();
            let file = path.strip_prefix(folder).unwrap();
            let _ = writeln!(
                page,
                "| `{}` | {} | {} | `{file}` | {} |",
                part.name,
                list(&part.arguments),
                list(&names),
                part.about
            );
        }
    }
}

fn all_tokens(page: &mut String) {
    page.push_str("\n## Tokens\n\nCustom properties on `:root`. The layers are, in their order: `reset`, `tokens`, `base`, `components`, `theme`, `site`; a theme sets its tokens in `theme`, a site's own style in `site`.\n\n| token | standard | is |\n|---|---|---|\n");
    let styles = repository("themes/standard/standard.css") + &repository("themes/standard/pages.css");
    let made = theme::brand::fit(None).css();
    for token in tokens::ALL {
        let set = styles.split(&format!("--{}: ", token.name)).nth(1);
        let value = set.and_then(|rest| rest.split([';', '}']).next()).map(|value| format!("`{}`", value.trim()));
        assert!(value.is_some() || made.contains(&format!("--{}:", token.name)), "--{} is set nowhere", token.name);
        let _ = writeln!(page, "| `--{}` | {} | {} |", token.name, value.unwrap_or_default(), token.about);
    }
}

fn labels(sources: &Sources, page: &mut String) {
    page.push_str("\n## Words of the interface\n\nThe fields of `t`, in English.\n\n| field | |\n|---|---|\n");
    let table: toml::Table = sources.text("content/en/strings.toml").unwrap().text().parse().unwrap();
    for (name, words) in table["labels"].as_table().unwrap() {
        let _ = writeln!(page, "| `{name}` | {} |", words.as_str().unwrap_or_default());
    }
}
