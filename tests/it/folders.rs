//! What stands on the disk in the place of a site, its files or its output: told exactly, and nothing is lost.

#[cfg(unix)]
mod unix;

use std::path::{Path, PathBuf};

use super::harness::{Folder, errors, repository, run};

const NOW: [&str; 3] = ["build", "--now", "2026-11-22T10:00:00Z"];

/// Builds a site: the exit status, and the first lines told, with the site's own path left out.
fn build(site: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output = run(&[&NOW, more].concat(), site);
    assert!(output.stdout.is_empty());
    let told = errors(&output).replace(&site.display().to_string(), "SITE");
    let plain = told
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("error") || line.starts_with("= help") || line.starts_with("warning"));
    (output.status.code(), plain.map(|line| line.trim_start_matches("= ")).collect::<Vec<_>>().join("\n"))
}

#[track_caller]
fn check(site: &Folder, more: &[&str], exit: i32, told: &str) {
    assert_eq!(build(&site.0, more), (Some(exit), told.to_owned()), "{more:?}");
}

/// Everything under a folder, with its bytes; links are not followed.
fn contents(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries
        .map(|entry| {
            let bytes = entry.file_type().is_file().then(|| std::fs::read(entry.path()).unwrap());
            (entry.path().to_owned(), bytes)
        })
        .collect()
}

fn write(site: &Folder, path: &str, bytes: impl AsRef<[u8]>) {
    let file = site.0.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn support_toml_under_another_name_is_named() {
    for name in ["support.toml.txt", "support.toml.bak"] {
        let site = Folder::new("named");
        write(&site, name, repository("tests/cases/base.toml"));
        check(
            &site,
            &[],
            1,
            &format!(
                "error[IO-02]: there is no support.toml in this folder\nhelp: rename {name} to support.toml; in Windows Explorer choose View, Show, File name extensions, to see its whole name"
            ),
        );
        assert!(!site.0.join("public").exists());
    }
    let empty = Folder::new("none");
    check(
        &empty,
        &[],
        1,
        "error[IO-02]: there is no support.toml in this folder\nhelp: give the folder that holds support.toml",
    );
}

#[test]
fn a_folder_in_the_place_of_support_toml_is_told() {
    let site = Folder::new("folder");
    std::fs::create_dir(site.0.join("support.toml")).unwrap();
    check(
        &site,
        &[],
        1,
        "error[IO-02]: support.toml is a folder, and must be a file\nhelp: rename the folder, and put the file support.toml in its place",
    );
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told() {
    let site = Folder::site("file");
    write(&site, "content", "mine");
    check(
        &site,
        &[],
        1,
        "error[IO-02]: content is a file, and must be a folder\nhelp: give the file another name, and make a folder of this name if you need one",
    );
}

#[test]
fn an_output_folder_that_is_anothers_is_refused_and_stays_as_it_is() {
    let outer = Folder::new("outer");
    let site = Folder(outer.0.join("site"));
    write(&site, "support.toml", repository("tests/cases/base.toml"));
    write(&site, "content/en/articles/a.md", "+++\ntitle = \"A\"\n+++\n");
    write(&site, "mine/thesis.docx", "mine");
    write(&site, "a-file", "mine");
    let before = contents(&outer.0);
    let own = "publish into a folder of its own: leave out --output, or name a new folder such as public";
    let path = |inner: &str| site.0.join(inner).display().to_string();
    for (output, why) in [
        (path("."), "it is the site's own folder, or holds it"),
        (path(".."), "it is the site's own folder, or holds it"),
        (path("content"), "the site keeps its sources in content"),
        (path("content/en/new"), "the site keeps its sources in content"),
        (path("CONTENT/x"), "the site keeps its sources in content"),
        (path("static"), "the site keeps its sources in static"),
        (path("a-file"), "it is no folder"),
    ] {
        let (exit, told) = build(&site.0, &["--output", &output]);
        let output = output.replace(&site.0.display().to_string(), "SITE");
        assert_eq!(exit, Some(2), "{output}: {told}");
        assert_eq!(told, format!("error[OUT-01]: cannot publish into {output}: {why}\nhelp: {own}"));
    }
    let (exit, told) = build(&site.0, &["--output", &path("mine")]);
    assert_eq!(exit, Some(2));
    assert_eq!(
        told,
        "error[OUT-01]: cannot publish into SITE/mine: it holds thesis.docx, and supportal did not make this folder\nhelp: name a new or empty folder with --output, or move these files away first"
    );
    assert_eq!(contents(&outer.0), before, "nothing is written, nothing is lost");
}

#[test]
fn a_path_through_a_file_cannot_be_read() {
    let site = Folder::site("through");
    write(&site, "a-file", "mine");
    let output = site.0.join("a-file/public").display().to_string();
    let (exit, told) = build(&site.0, &["--output", &output]);
    assert_eq!(exit, Some(3), "{told}");
    assert!(told.starts_with("error[IO-01]: cannot read SITE/a-file/public: "), "{told}");
}

#[test]
fn a_clock_that_cannot_be_is_wrong_usage() {
    let site = Folder::site("clock");
    for clock in [
        "1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z",
        "10000-01-01T00:00:00Z",
        "-000001-01-01T00:00:00Z",
        "2026-11-22",
    ] {
        let output = run(&["build", &format!("--now={clock}")], &site.0);
        assert_eq!(output.status.code(), Some(2), "{clock}");
        assert_eq!(
            errors(&output),
            format!("error: --now {clock} is not an instant from 1970 to 9998; write it like 2026-11-22T10:00:00Z\n")
        );
    }
    for clock in ["1970-01-01T00:00:00Z", "9998-12-31T23:59:59Z"] {
        assert_eq!(run(&["check", "--now", clock], &site.0).status.code(), Some(0), "{clock}");
    }
    assert!(!site.0.join("public").exists());
}

#[test]
fn an_address_that_no_portal_can_have_is_wrong_usage() {
    let site = Folder::site("address");
    for url in [
        "foo",
        "https://support.contoso.example/?a=b",
        "https://support.contoso.example/#a",
        "http://support.contoso.example/",
    ] {
        let output = run(&["build", "--base-url", url], &site.0);
        assert_eq!(output.status.code(), Some(2), "{url}: {}", errors(&output));
        assert!(
            errors(&output).starts_with(&format!("error: --base-url {url} is not the whole web address of a folder"))
        );
    }
}

#[test]
fn thousands_of_problems_are_counted_and_the_first_told() {
    let site = Folder::site("many");
    let keys: String = (0..3_000).map(|i| format!("k{i} = 1\n")).collect();
    write(&site, "support.toml", repository("tests/cases/base.toml") + &keys);
    let output = run(&["check"], &site.0);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(errors(&output).matches("error[KEY-01]").count(), 100);
    assert!(
        errors(&output).contains("… and 2900 more") && errors(&output).contains("3000 errors"),
        "a count of the rest"
    );
    let output = run(&["check", "--format", "json"], &site.0);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((report["diagnostics"].as_array().unwrap().len(), &report["more"]), (1_000, &2_000.into()));
}
