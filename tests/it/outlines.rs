//! A build after an edit reads what changed, and of other articles only what the last build kept of them: what it writes
//! and tells is what a clean build writes and tells.

use std::collections::BTreeSet;
use std::fs;

use super::harness::{Folder, errors, run};
use super::watch::child::tree;

const NOW: [&str; 2] = ["--now", "2026-11-22T10:00:00Z"];

fn article(number: usize, more: &str) -> String {
    format!(
        "+++\ntitle = \"Article {number}\"\n+++\n\nText {number}.\n\n## Steps {number}\n\n[Next](a{}.md#steps-{}).\n{more}",
        (number + 1) % 20,
        (number + 1) % 20,
    )
}

fn site(name: &str) -> Folder {
    let site = Folder::site(name);
    (0..20).for_each(|number| write(&site, number, &article(number, "")));
    site
}

fn write(site: &Folder, number: usize, text: &str) {
    let folder = site.0.join("content/en/articles");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("a{number}.md")), text).unwrap();
}

/// Builds the site; its phases, and what was told.
fn build(site: &Folder) -> (BTreeSet<String>, String) {
    let output = run(&[&["build", "--timings=json"], &NOW[..]].concat(), &site.0);
    let phases: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let names = phases["phases"].as_array().into_iter().flatten();
    let told = errors(&output).lines().filter(|line| !line.contains(" files in ")).collect::<Vec<_>>().join("\n");
    (names.map(|phase| phase["phase"].as_str().unwrap().to_owned()).collect(), told)
}

/// The same as a build that knows nothing of another; says which phases it took.
#[track_caller]
fn assert_clean(site: &Folder) -> BTreeSet<String> {
    let (phases, told) = build(site);
    let (clean, memo, aside) = (site.0.with_extension("clean"), site.0.join(".supportal"), site.0.join(".aside"));
    fs::rename(&memo, &aside).unwrap();
    let output = run(&[&["build", "--output", clean.to_str().unwrap()], &NOW[..]].concat(), &site.0);
    let own = errors(&output).lines().filter(|line| !line.contains(" files in ")).collect::<Vec<_>>().join("\n");
    assert_eq!(told, own);
    if output.status.success() {
        assert!(tree(&site.0.join("public")) == tree(&clean), "the output is not that of a clean build");
    }
    let _ = fs::remove_dir_all(&clean);
    let _ = fs::remove_dir_all(&memo);
    fs::rename(&aside, &memo).unwrap();
    phases
}

fn took(phases: &BTreeSet<String>, name: &str) -> bool {
    phases.contains(name)
}

#[test]
fn another_text_renders_its_own_page_and_nothing_else() {
    let site = site("outlined-text");
    assert!(took(&assert_clean(&site), "proof"));
    for text in ["One more sentence.", "Another one.", ""] {
        assert_clean(&site);
        write(&site, 7, &article(7, text));
        let phases = assert_clean(&site);
        assert!(took(&phases, "touch") && !took(&phases, "proof"), "{text}: {phases:?}");
    }
    assert!(!took(&build(&site).0, "scan"), "and what it kept is the memo of the next");
}

#[test]
fn another_title_reads_the_articles_that_show_it_and_no_other() {
    let site = site("outlined-title");
    build(&site);
    write(&site, 7, &article(7, "").replace("Article 7", "Seventh"));
    let phases = assert_clean(&site);
    assert!(took(&phases, "outlines") && took(&phases, "proof"), "{phases:?}");
    fs::remove_file(site.0.join("content/en/articles/a7.md")).unwrap();
    write(&site, 6, &article(6, "").replace("[Next](a7.md#steps-7).", ""));
    assert!(took(&assert_clean(&site), "outlines"));
    write(&site, 7, &article(7, ""));
    assert!(took(&assert_clean(&site), "outlines"));
}

#[test]
fn what_goes_wrong_in_an_article_that_was_not_read_is_told_with_its_place() {
    let site = site("outlined-wrong");
    build(&site);
    write(&site, 7, &article(7, "").replace("## Steps 7", "## Other"));
    let phases = assert_clean(&site);
    assert!(took(&phases, "scan") && !took(&phases, "render and write"), "{phases:?}");
    let told = build(&site).1;
    assert!(told.contains("content/en/articles/a6.md:9:1") && told.contains("has no heading #steps-7"), "{told}");
    write(&site, 7, &article(7, ""));
    assert_clean(&site);
}

#[test]
fn outlines_of_another_build_or_none_are_not_used() {
    let site = site("outlined-damage");
    build(&site);
    let file = site.0.join(".supportal/articles");
    let whole = fs::read(&file).unwrap();
    let mut other = whole.clone();
    let place = other.windows(9).position(|bytes| bytes == b"Article 3").unwrap();
    other[place + 8] = b'8';
    for bytes in [other, Vec::new(), b"no outlines".to_vec(), whole[..whole.len() / 2].to_vec()] {
        fs::write(&file, bytes).unwrap();
        write(&site, 4, &article(4, "").replace("Article 4", "Fourth"));
        let phases = assert_clean(&site);
        assert!(!took(&phases, "outlines"), "{phases:?}");
        write(&site, 4, &article(4, ""));
        assert!(took(&assert_clean(&site), "outlines"));
    }
}

#[test]
fn a_configuration_or_word_that_changed_reads_all() {
    let site = site("outlined-ground");
    build(&site);
    let config = fs::read_to_string(site.0.join("support.toml")).unwrap();
    fs::write(site.0.join("support.toml"), config.replace("Contoso", "Fabrikam")).unwrap();
    assert!(!took(&assert_clean(&site), "outlines"));
    fs::create_dir_all(site.0.join("content/en")).unwrap();
    fs::write(site.0.join("content/en/strings.toml"), "menu_contact = \"Ways to us\"\n").unwrap();
    assert!(!took(&assert_clean(&site), "outlines"));
}
