//! What the last build left behind spares the next one its work only where nothing differs.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::harness::{Folder, errors, run};

const DAY: [&str; 3] = ["build", "--now", "2026-11-22T10:00:00Z"];

/// A site that was built, and whose files are as old as those of a site that nobody works on.
fn built(name: &str) -> Folder {
    let site = Folder::site(name);
    fs::create_dir_all(site.0.join("static")).unwrap();
    fs::create_dir_all(site.0.join("templates")).unwrap();
    fs::write(site.0.join("static/terms.txt"), "ours").unwrap();
    age(&site.0);
    assert!(!is_recalled(&site.0, &DAY), "the first build");
    site
}

/// Makes every source an hour old, as `touch` would.
fn age(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.path() {
            path if path.ends_with("public") || path.ends_with(".supportal") => {}
            path if path.is_dir() => age(&path),
            path => {
                let hour_ago = SystemTime::now() - Duration::from_secs(3600);
                fs::File::options().write(true).open(path).unwrap().set_modified(hour_ago).unwrap();
            }
        }
    }
}

/// Whether a build was over before it read the site.
fn is_recalled(site: &Path, arguments: &[&str]) -> bool {
    let output = run(&[arguments, &["--timings=json"]].concat(), site);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("\"look\""), "{told}");
    !told.contains("\"scan\"")
}

fn index(site: &Path) -> String {
    fs::read_to_string(site.join("public/index.html")).unwrap()
}

#[test]
fn a_site_without_a_change_is_not_even_read() {
    let site = built("recalled");
    let memo = fs::read(site.0.join(".supportal/last-build")).unwrap();
    assert!(is_recalled(&site.0, &DAY));
    assert!(is_recalled(&site.0, &["build", "--now", "2026-11-22T23:59:00Z"]), "only the day enters the output");
    assert_eq!(fs::read(site.0.join(".supportal/last-build")).unwrap(), memo);
    let told = run(&DAY, &site.0);
    assert!(errors(&told).contains(" 0 written, ") && errors(&told).contains(" 0 removed"), "{}", errors(&told));
}

#[test]
fn another_day_address_or_folder_is_built() {
    let site = built("other-terms");
    for terms in [
        &["build", "--now", "2026-11-23T10:00:00Z"][..],
        &["build", "--now", "2026-11-23T10:00:00Z", "--base-url", "https://elsewhere.example/"],
        &["build", "--now", "2026-11-23T10:00:00Z", "--drafts"],
        &["build", "--now", "2026-11-23T10:00:00Z", "--strict"],
        &["build", "--now", "2026-11-23T10:00:00Z", "--output", site.0.join("elsewhere").to_str().unwrap()],
    ] {
        assert!(!is_recalled(&site.0, terms), "{terms:?}");
        assert!(is_recalled(&site.0, terms), "{terms:?} again");
    }
}

#[test]
fn every_change_of_a_source_is_seen() {
    let site = built("sources");
    let config = site.0.join("support.toml");
    let text = fs::read_to_string(&config).unwrap();
    let changes: [(&str, &dyn Fn()); 6] = [
        ("another text", &|| fs::write(&config, text.replace("Contoso", "Fabrikam Kft")).unwrap()),
        ("a text of the same length", &|| {
            fs::write(&config, text.replace("Contoso", "Contosi")).unwrap();
        }),
        ("a new template", &|| fs::write(site.0.join("templates/text.html"), "{% extends \"base.html\" %}").unwrap()),
        ("a template less", &|| fs::remove_file(site.0.join("templates/text.html")).unwrap()),
        ("a file under another name", &|| {
            fs::rename(site.0.join("static/terms.txt"), site.0.join("static/terms.md")).unwrap();
        }),
        ("a new file", &|| fs::write(site.0.join("static/more.txt"), "more").unwrap()),
    ];
    for (what, change) in changes {
        change();
        age(&site.0);
        assert!(!is_recalled(&site.0, &DAY), "{what}");
        assert!(is_recalled(&site.0, &DAY), "{what}, again");
    }
    assert!(index(&site.0).contains("Contosi") && site.0.join("public/static").metadata().is_err());
    assert!(site.0.join("public/more.txt").is_file() && !site.0.join("public/terms.txt").exists());
}

#[test]
fn what_changes_while_it_is_young_is_seen_by_its_bytes() {
    let site = built("young");
    let file = site.0.join("static/terms.txt");
    let is_published = |text: &str| fs::read_to_string(site.0.join("public/terms.txt")).unwrap() == text;
    for text in ["one!", "two!", "two!", "four"] {
        fs::write(&file, text).unwrap();
        run(&DAY, &site.0);
        assert!(is_published(text), "{text}");
    }
}

#[test]
fn what_others_did_to_the_output_is_mended() {
    let site = built("output");
    let page = site.0.join("public/index.html");
    let whole = index(&site.0);
    let harms: [(&str, &dyn Fn()); 5] = [
        ("gone", &|| fs::remove_file(&page).unwrap()),
        ("empty", &|| fs::write(&page, "").unwrap()),
        ("another of the same length", &|| fs::write(&page, whole.replace("<h1>", "<H1>")).unwrap()),
        ("a copy", &|| {
            fs::copy(&page, page.with_extension("copy")).unwrap();
            fs::rename(page.with_extension("copy"), &page).unwrap();
        }),
        ("the whole folder", &|| fs::remove_dir_all(site.0.join("public")).unwrap()),
    ];
    for (what, harm) in harms {
        harm();
        assert!(!is_recalled(&site.0, &DAY), "{what}");
        assert_eq!(index(&site.0), whole, "{what}");
        assert!(is_recalled(&site.0, &DAY), "{what}, again");
    }
}

#[test]
fn a_memo_that_is_damaged_or_in_the_way_is_none() {
    let site = built("damaged");
    let file = site.0.join(".supportal/last-build");
    let memo = fs::read(&file).unwrap();
    let mut flipped = memo.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for (what, bytes) in [
        ("empty", &[][..]),
        ("cut short", &memo[..memo.len() / 2]),
        ("a bit flipped", &flipped),
        ("of another", b"an entirely other file, and rather a long one too"),
    ] {
        fs::write(&file, bytes).unwrap();
        assert!(!is_recalled(&site.0, &DAY), "{what}");
        assert!(is_recalled(&site.0, &DAY), "{what}, again");
    }
    fs::remove_dir_all(site.0.join(".supportal")).unwrap();
    fs::write(site.0.join(".supportal"), "mine").unwrap();
    assert!(!is_recalled(&site.0, &DAY) && !is_recalled(&site.0, &DAY));
    assert_eq!(fs::read_to_string(site.0.join(".supportal")).unwrap(), "mine");
}

#[test]
fn what_was_told_is_told_again() {
    let site = built("told");
    let config = site.0.join("support.toml");
    let text = fs::read_to_string(&config).unwrap();
    // A translation is missing, and a calendar of holidays.
    fs::write(&config, text.replace("public_holidays = [\"PL\"]\n", "").replace("[\"en\"]", "[\"en\", \"de\"]"))
        .unwrap();
    age(&site.0);
    let told = |format: &str| {
        let output = run(&[&DAY[..], &["--format", format]].concat(), &site.0);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        let problems = errors(&output);
        let problems = problems.rsplit_once(" files in ").map_or(problems.as_str(), |(before, _)| before).to_owned();
        (problems, String::from_utf8(output.stdout).unwrap())
    };
    let (people, programs) = (told("human"), told("json"));
    assert!(people.0.contains("warning[") && programs.1.contains("\"line\""), "{people:?}");
    assert!(is_recalled(&site.0, &DAY));
    let fresh =
        run(&[&DAY[..], &["--format", "json", "--output", site.0.join("fresh").to_str().unwrap()]].concat(), &site.0);
    assert_eq!(programs.1, String::from_utf8(fresh.stdout).unwrap());
    assert!(is_recalled(&site.0, &[&DAY[..], &["--output", site.0.join("fresh").to_str().unwrap()]].concat()));
    assert_eq!(told("human").0.lines().skip(1).collect::<Vec<_>>(), people.0.lines().skip(1).collect::<Vec<_>>());
}
