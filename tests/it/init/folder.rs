//! Where the portal is put: nothing that stands is touched, and nothing lies elsewhere.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::super::harness::{Folder, errors};

fn init(folder: &Path, options: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_supportal"))
        .arg("init")
        .args(options)
        .arg(folder)
        .env("SOURCE_DATE_EPOCH", "1795341600")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It can be over before anything is written: it does not read.
    let _ = child.stdin.take().unwrap().write_all(b"never read\n");
    child.wait_with_output().unwrap()
}

#[test]
fn without_a_terminal_it_asks_nothing_and_a_second_time_it_changes_nothing() {
    let folder = Folder::new("init-twice");
    let site = folder.0.join("a portal");
    let first = init(&site, &["--name", "Contoso", "--lang", "pl,en"]);
    assert_eq!(first.status.code(), Some(0), "{}", errors(&first));
    assert!(errors(&first).contains("supportal serve \"") && first.stdout.is_empty());
    let toml = std::fs::read(site.join("support.toml")).unwrap();
    assert!(String::from_utf8_lossy(&toml).starts_with("#:schema ./support.toml.schema.json\n"));
    assert!(
        site.join("content/pl/notices/new-portal.md").is_file()
            && site.join("content/en/articles/new-phone.md").is_file()
    );

    let again = init(&site, &["--name", "Fabrikam"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(errors(&again).contains("holds already: support.toml"));
    assert_eq!(std::fs::read(site.join("support.toml")).unwrap(), toml);
}

#[test]
fn a_file_that_stands_anywhere_stops_it_before_the_first_is_written() {
    let folder = Folder::new("init-stands");
    std::fs::create_dir_all(folder.0.join("content/en/articles")).unwrap();
    std::fs::write(folder.0.join("content/en/articles/new-phone.md"), "mine").unwrap();
    let refused = init(&folder.0, &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(errors(&refused).contains("content/en/articles/new-phone.md"), "{}", errors(&refused));
    assert!(!folder.0.join("support.toml").exists());
    let wrong = init(&folder.0.join("new"), &["--telephone", "12"]);
    assert!(wrong.status.code() == Some(2) && !folder.0.join("new").exists(), "{}", errors(&wrong));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed_and_nothing_is_left() {
    let (folder, elsewhere) = (Folder::new("init-link"), Folder::new("init-elsewhere"));
    std::os::unix::fs::symlink(&elsewhere.0, folder.0.join("content")).unwrap();
    let refused = init(&folder.0, &[]);
    assert_eq!(refused.status.code(), Some(3), "{}", errors(&refused));
    assert!(!folder.0.join("support.toml").exists() && !folder.0.join("support.toml.schema.json").exists());
    let left = std::fs::read_dir(&elsewhere.0).unwrap().count();
    assert_eq!(left, 0);
}
