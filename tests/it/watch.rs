//! `supportal watch`: whatever way a change comes, the output is soon what a clean build gives, and nothing is built
//! without a change.

pub mod child;
mod lasting;

use std::fs;
use std::time::Duration;

use super::harness::{errors, run};
use child::{Site, Watch, page};

const HELLO: &str = "content/en/pages/hello.md";

/// Longer than events are gathered, so that what follows is another change.
fn pause() {
    std::thread::sleep(Duration::from_millis(60));
}

/// The name of a way to save, and what it does with a site and a text.
type Save = (&'static str, fn(&Site, &str));

/// Saves the page in the ways of editors, with a text of its own each time.
fn saves() -> Vec<Save> {
    vec![
        ("a plain write", |site, text| site.write(HELLO, &page("Hello", text))),
        ("a temporary file renamed over", |site, text| {
            site.write("content/en/pages/.hello.md.tmp", &page("Hello", text));
            fs::rename(site.at("content/en/pages/.hello.md.tmp"), site.at(HELLO)).unwrap();
        }),
        ("a visible temporary file renamed over", |site, text| {
            site.write("content/en/pages/sedX7Yz9a", &page("Hello", text));
            fs::rename(site.at("content/en/pages/sedX7Yz9a"), site.at(HELLO)).unwrap();
        }),
        ("the old file kept as a backup", |site, text| {
            site.write("content/en/pages/4913", "");
            fs::remove_file(site.at("content/en/pages/4913")).unwrap();
            fs::rename(site.at(HELLO), site.at("content/en/pages/hello.md~")).unwrap();
            site.write(HELLO, &page("Hello", text));
            fs::remove_file(site.at("content/en/pages/hello.md~")).unwrap();
        }),
        ("removed and written again", |site, text| {
            fs::remove_file(site.at(HELLO)).unwrap();
            site.write(HELLO, &page("Hello", text));
        }),
        ("written in two steps", |site, text| {
            use std::io::Write as _;
            let whole = page("Hello", text);
            let mut file = fs::File::create(site.at(HELLO)).unwrap();
            let (begin, rest) = whole.split_at(whole.len() / 2);
            file.write_all(begin.as_bytes()).unwrap();
            std::thread::sleep(Duration::from_millis(3));
            file.write_all(rest.as_bytes()).unwrap();
        }),
    ]
}

#[test]
fn every_way_to_save_settles_in_the_right_result() {
    let site = Site::new("saves");
    let watch = Watch::of(&site);
    for (number, (name, save)) in saves().into_iter().enumerate() {
        // Texts of one length, for the length may not be what tells.
        let text = format!("text {number}");
        save(&site, &text);
        watch.until(name, || site.says("hello", &text));
        watch.sentinel(&site, &format!("sentinel {number}"));
        watch.until_clean(&site);
    }
    assert!(watch.builds() <= 1 + 5 * saves().len(), "{}", watch.told());
}

#[cfg(unix)]
#[test]
fn sed_in_place_is_one_change() {
    let site = Site::new("sed");
    let watch = Watch::of(&site);
    let sed = std::process::Command::new("sed").args(["-i.orig~", "s/first/other/"]).arg(site.at(HELLO)).status();
    assert!(sed.unwrap().success());
    watch.until("the edit is published", || site.says("hello", "other"));
    watch.sentinel(&site, "after");
    watch.until_clean(&site);
}

#[test]
fn what_is_saved_together_is_built_together() {
    let site = Site::new("together");
    let watch = Watch::of(&site);
    watch.sentinel(&site, "before");
    // A busy machine may pull the three saves apart, but not every time.
    let is_one_build = |round: usize| {
        for name in ["one", "two", "three"] {
            site.save(&format!("content/en/pages/{name}.md"), &page(name, &format!("round {round}")));
            std::thread::sleep(Duration::from_millis(2));
        }
        watch.until("the last is published", || site.says("three", &format!("round {round}")));
        watch.sentinel(&site, &format!("after round {round}"));
        watch.lines("one.md changed, and 2 more.") > 0
    };
    assert!((0..10).any(is_one_build), "{}", watch.told());
}

#[test]
fn swap_backup_and_foreign_files_build_nothing() {
    let site = Site::new("swap");
    let watch = Watch::of(&site);
    let ignored = [
        "content/en/pages/.hello.md.swp",
        "content/en/pages/hello.md~",
        "content/en/pages/~$hello.docx",
        "content/en/pages/#hello.md#",
        "content/.git/index",
        ".git/objects/pack",
        ".supportal/cache",
        "support.toml~",
        "notes.txt",
        "node_modules/a/b.js",
    ];
    for path in ignored {
        site.write(path, "not a source");
        pause();
    }
    watch.sentinel(&site, "one");
    fs::remove_file(site.at("content/en/pages/.hello.md.swp")).unwrap();
    fs::remove_dir_all(site.at(".git")).unwrap();
    pause();
    watch.sentinel(&site, "two");
    assert_eq!(watch.builds(), 3, "{}", watch.told());
    assert_eq!(watch.lines("more."), 0, "{}", watch.told());
}

#[test]
fn its_own_output_builds_nothing() {
    for output in ["public", "published/here"] {
        let site = Site::new("loop");
        let watch = Watch::with(&site, &["--output", site.at(output).to_str().unwrap()]);
        let text = |text: &str| {
            let file = site.at(output).join("hello/index.html");
            let (text, before) = (text.to_owned(), watch.builds());
            site.save(HELLO, &page("Hello", &text));
            watch.until("it is published", || fs::read_to_string(&file).is_ok_and(|html| html.contains(&text)));
            watch.until_builds(before + 1);
        };
        text("second");
        fs::remove_file(site.at(output).join("404.html")).unwrap();
        std::thread::sleep(Duration::from_millis(300));
        text("third");
        assert_eq!(watch.builds(), 3, "{}", watch.told());
        assert!(site.at(output).join("404.html").exists());
    }
}

#[test]
fn files_and_folders_come_and_go() {
    let site = Site::new("folders");
    let watch = Watch::of(&site);
    for name in ["one", "two", "three"] {
        site.write(&format!("content/en/pages/{name}.md"), &page(name, "several at once"));
    }
    site.write("static/deep/er/still/a.txt", "static");
    site.write(
        "templates/base.html",
        "{% extends \"standard/base.html\" %}{% block footer_legal %}<p>Ours</p>{% endblock %}",
    );
    watch.until("all are there", || {
        ["one", "two", "three"].iter().all(|name| site.says(name, "several at once"))
            && site.at("public/deep/er/still/a.txt").exists()
            && site.says("hello", "<p>Ours</p>")
    });
    // A folder that was not there at the start is watched too.
    site.write("static/deep/er/still/b.txt", "static");
    watch.until("a file in a new folder", || site.at("public/deep/er/still/b.txt").exists());
    fs::remove_dir_all(site.at("templates")).unwrap();
    fs::remove_dir_all(site.at("static/deep")).unwrap();
    fs::remove_file(site.at("content/en/pages/two.md")).unwrap();
    watch.until("all are gone", || {
        site.published("two").is_none() && !site.at("public/deep").exists() && !site.says("hello", "<p>Ours</p>")
    });
    site.write("content/en/pages/two.md", &page("two", "back again"));
    watch.until("it is back", || site.says("two", "back again"));
    // A whole folder is exchanged by renames, with another of the same names.
    site.write("other/en/pages/hello.md", &page("Hello", "the other"));
    fs::rename(site.at("content"), site.at("old")).unwrap();
    fs::rename(site.at("other"), site.at("content")).unwrap();
    watch.until("the other folder", || site.says("hello", "the other") && site.published("two").is_none());
    site.write(HELLO, &page("Hello", "the other, edited"));
    watch.until("an edit in the other folder", || site.says("hello", "the other, edited"));
    watch.until_clean(&site);
}

#[test]
fn a_checkout_of_a_thousand_files_ends_like_a_clean_build() {
    let site = Site::new("checkout");
    let article = |number: usize| match number {
        0..300 => format!("content/en/articles/f{}/a{number}.md", number % 25),
        _ => format!("static/f{}/{number}.txt", number % 25),
    };
    (0..1_000).for_each(|number| site.write(&article(number), &page(&format!("A {number}"), "the old branch")));
    let watch = Watch::of(&site);
    for number in 0..1_000 {
        fs::remove_file(site.at(&article(number))).unwrap();
        match number % 25 {
            7 => drop(fs::remove_dir(site.at("content/en/articles/f7"))),
            _ => site.write(&article(number), &page(&format!("B {number}"), "the new branch")),
        }
        site.write(&format!("content/en/pages/new{}.md", number % 50), &page("New", "the new branch"));
    }
    watch.until_clean(&site);
    let few = watch.builds();
    assert!(few <= 20, "{few} builds\n{}", watch.told());
    changes_during_a_build_are_one_more(&site, &watch);
    interrupted(&site, watch);
}

/// While the thousand files are built there is time for another change.
fn changes_during_a_build_are_one_more(site: &Site, watch: &Watch) {
    watch.sentinel(site, "before");
    let (builds, begun) = (watch.builds(), watch.lines("hello.md changed."));
    site.save(HELLO, &page("Hello", "one"));
    watch.until("a build begins", || watch.lines("hello.md changed.") > begun);
    site.save(HELLO, &page("Hello", "two"));
    watch.until("the last text is published", || site.says("hello", "two"));
    watch.until_builds(builds + 2);
    watch.sentinel(site, "after");
    assert_eq!(watch.builds(), builds + 3, "{}", watch.told());
}

/// Ctrl-C in the middle of a build ends it, and stops no other.
#[cfg(unix)]
fn interrupted(site: &Site, mut watch: Watch) {
    let begun = watch.lines("support.toml changed.");
    let text = fs::read_to_string(site.at("support.toml")).unwrap();
    site.write("support.toml", &text.replace("Contoso", "Fabrikam"));
    watch.until("a build begins", || watch.lines("support.toml changed.") > begun);
    watch.interrupt();
    let output = run(&["build", "--now", "2026-11-22T10:00:00Z"], &site.root);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(site.output() == site.clean());
    let names = fs::read_dir(&site.root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = names.filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, [".supportal"], "nothing but the memo stays beside the output");
}

#[cfg(not(unix))]
fn interrupted(_: &Site, _: Watch) {}

#[test]
fn polling_sees_what_events_tell() {
    let site = Site::new("poll");
    let watch = Watch::with(&site, &["--poll"]);
    for (number, (name, save)) in saves().into_iter().enumerate() {
        let text = format!("text {number}");
        save(&site, &text);
        watch.until(name, || site.says("hello", &text));
    }
    fs::remove_file(site.at(HELLO)).unwrap();
    watch.until("it is gone", || site.published("hello").is_none());
    watch.until_clean(&site);
}
