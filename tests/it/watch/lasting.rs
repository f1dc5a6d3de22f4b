//! A watch that lasts: broken states, a site that is moved, idle hours, Ctrl-C.

use std::fs;
#[cfg(target_os = "linux")]
use std::time::Duration;

use super::super::harness::{Folder, run};
use super::HELLO;
use super::child::{Site, Watch, page};

#[test]
fn a_broken_state_is_told_and_the_next_save_recovers() {
    let site = Site::new("broken");
    for arguments in [&[][..], &["--poll"]] {
        let watch = Watch::with(&site, arguments);
        let (good, toml) = (site.output(), fs::read_to_string(site.at("support.toml")).unwrap());
        site.save("support.toml", &toml.replace("Europe/Warsaw", "CET"));
        watch.until("the error is told", || {
            watch.lines("error[HRS-01]") >= 1 && watch.lines("Nothing was written.") >= 1
        });
        assert!(site.output() == good, "the last good output stays");
        fs::remove_file(site.at("support.toml")).unwrap();
        watch.until("the missing file is told", || watch.lines("there is no support.toml") >= 1);
        assert!(site.output() == good, "the last good output stays");
        site.save("support.toml", &toml.replace("Contoso", "Fabrikam"));
        watch.until("the next save recovers", || watch.lines("The errors are gone.") >= 1);
        watch.until_clean(&site);
        assert!(site.output() != good);
        site.save("support.toml", &toml);
        watch.until_builds(5);
    }
}

#[test]
fn a_site_that_is_broken_at_the_start_is_watched_too() {
    let site = Site::new("start");
    site.write(HELLO, "+++\nno toml\n+++\n");
    let watch = Watch::of(&site);
    assert!(!site.at("public").exists());
    site.write(HELLO, &page("Hello", "whole"));
    watch.until("it is published", || site.says("hello", "whole"));
}

#[test]
fn the_folder_of_the_site_may_be_replaced() {
    let site = Site::new("replaced");
    let watch = Watch::of(&site);
    fs::rename(&site.root, site.beside("away")).unwrap();
    watch.until("it is told", || watch.lines(": the folder") == 1);
    fs::rename(site.beside("away"), &site.root).unwrap();
    site.write(HELLO, &page("Hello", "back"));
    watch.until("it is built again", || site.says("hello", "back"));
    let other = Site::new("replacing");
    other.write(HELLO, &page("Hello", "another folder"));
    // Not at once, for a build may still be writing there.
    watch.until("it is removed", || fs::remove_dir_all(&site.root).is_ok());
    watch.until("it is told again", || watch.lines(": the folder") == 2);
    fs::rename(&other.root, &site.root).unwrap();
    watch.until("the other is built", || site.says("hello", "another folder"));
    site.write(HELLO, &page("Hello", "an edit there"));
    watch.until("the other is watched", || site.says("hello", "an edit there"));
}

#[test]
fn machines_get_one_report_for_each_build() {
    let site = Site::new("json");
    let mut watch = Watch::with(&site, &["--format", "json"]);
    let mut reports = std::io::BufRead::lines(std::io::BufReader::new(watch.stdout()));
    let mut next = || serde_json::from_str::<serde_json::Value>(&reports.next().unwrap().unwrap()).unwrap();
    let count = |report: &serde_json::Value| report["diagnostics"].as_array().unwrap().len();
    let whole = count(&next());
    site.save(HELLO, "no front matter");
    assert!(count(&next()) > whole);
    site.save(HELLO, &page("Hello", "whole"));
    assert_eq!(count(&next()), whole);
    assert_eq!(watch.told(), "");
}

#[test]
fn what_no_change_of_the_site_can_mend_ends_it() {
    let site = Site::new("usage");
    let foreign = Folder::new("watch-foreign");
    fs::write(foreign.0.join("thesis.docx"), "mine").unwrap();
    assert_eq!(run(&["watch", "--output", foreign.0.to_str().unwrap()], &site.root).status.code(), Some(2));
    assert_eq!(run(&["watch", "--now", "yesterday"], &site.root).status.code(), Some(2));
    assert_eq!(run(&["watch"], &site.at("nowhere")).status.code(), Some(3));
}

#[cfg(target_os = "linux")]
#[test]
fn waiting_costs_no_time_of_the_processor_and_ends_at_once() {
    let site = Site::new("idle");
    let mut watch = Watch::of(&site);
    watch.sentinel(&site, "one");
    // The threads of the build look for work a moment longer.
    std::thread::sleep(Duration::from_millis(300));
    let before = ticks(watch.id());
    std::thread::sleep(Duration::from_secs(2));
    let spent = ticks(watch.id()) - before;
    assert!(spent <= 2, "{spent} hundredths of a second in two seconds");
    watch.interrupt();
}

/// The time of the processor that a process took, in hundredths of a second.
#[cfg(target_os = "linux")]
fn ticks(id: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}
