//! Links, on systems where a test may make them.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use super::*;
use crate::publish::refusal::Misplaced;

const FILES: &[(&str, &str)] = &[("index.html", "home"), ("contact/index.html", "call us")];

fn is_link_in_the_way(refusal: &Refusal, at: &str) -> bool {
    matches!(refusal, Refusal::InTheWay { path, what: Obstacle::Link, .. } if path == at)
}

#[test]
fn a_link_in_the_output_is_refused_and_never_followed() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let victim = sandbox.dir.join("victim");
    fs::create_dir(&victim).unwrap();
    fs::write(victim.join("index.html"), "precious").unwrap();
    for (link, target) in [("index.html", "index.html"), ("contact", ""), ("new", "")] {
        let at = sandbox.public().join(link);
        let aside = sandbox.dir.join("aside");
        let moved = fs::rename(&at, &aside).is_ok();
        symlink(victim.join(target), &at).unwrap();
        let files = [FILES, &[("new/index.html", "x")]].concat();
        let refusal = only(sandbox.try_publish(&files).unwrap_err());
        assert!(is_link_in_the_way(&refusal, link), "{refusal:?}");
        assert!(refusal.hint().contains("link"));
        fs::remove_file(&at).unwrap();
        if moved {
            fs::rename(&aside, &at).unwrap();
        }
    }
    assert_eq!(fs::read_to_string(victim.join("index.html")).unwrap(), "precious");
    assert_eq!(names(&victim), ["index.html"]);
}

#[test]
fn a_link_is_refused_even_where_it_leads_to_the_same_bytes() {
    let sandbox = Sandbox::new();
    for path in ["index.html", "contact"] {
        sandbox.publish_into(&sandbox.public(), FILES).unwrap();
        fs::rename(sandbox.public().join(path), sandbox.dir.join("aside")).unwrap();
        symlink(sandbox.dir.join("aside"), sandbox.public().join(path)).unwrap();
        assert!(is_link_in_the_way(&only(sandbox.try_publish(FILES).unwrap_err()), path));
        fs::remove_file(sandbox.public().join(path)).unwrap();
        fs::rename(sandbox.dir.join("aside"), sandbox.public().join(path)).unwrap();
    }
}

#[test]
fn a_link_planted_during_the_build_is_not_followed() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let victim = sandbox.dir.join("victim");
    fs::write(&victim, "home").unwrap();
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    fs::remove_file(sandbox.public().join("index.html")).unwrap();
    symlink(&victim, sandbox.public().join("index.html")).unwrap();
    assert!(is_link_in_the_way(&publication.put(&paths[0], b"home").unwrap_err(), "index.html"));
    drop(publication);
    let files = &[("index.html", "home"), ("deep/er/x", "")];
    fs::remove_file(sandbox.public().join("index.html")).unwrap();
    let paths = out(files);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    symlink(&sandbox.dir, sandbox.public().join("deep")).unwrap();
    assert!(publication.put(&paths[1], b"").is_err());
    assert!(!sandbox.dir.join("er").exists());
}

#[test]
fn a_foreign_link_elsewhere_stays_and_hides_nothing() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a/x", "1"), ("b", "2")]);
    symlink(sandbox.site().join("content"), sandbox.public().join("a/yours")).unwrap();
    sandbox.publish(&[("b", "2")]);
    assert_eq!(names(&sandbox.public().join("a")), ["yours"]);
    assert!(sandbox.site().join("content/en/about.md").exists());
}

#[test]
fn a_vanished_page_that_became_a_link_stays() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a", "1"), ("b", "2")]);
    fs::remove_file(sandbox.public().join("a")).unwrap();
    symlink(sandbox.site().join("support.toml"), sandbox.public().join("a")).unwrap();
    sandbox.publish(&[("b", "2")]);
    assert!(sandbox.public().join("a").is_symlink() && sandbox.site().join("support.toml").exists());
}

#[test]
fn the_output_folder_itself_may_be_a_link_but_not_to_the_sources() {
    let sandbox = Sandbox::new();
    let www = sandbox.dir.join("www");
    fs::create_dir(&www).unwrap();
    symlink(&www, sandbox.public()).unwrap();
    sandbox.publish(FILES);
    assert!(sandbox.public().is_symlink() && www.join("index.html").is_file());
    assert_eq!(sandbox.publish(FILES).unchanged, 2);
    for (target, why) in [("site/content", Misplaced::Sources("content".to_owned())), ("site", Misplaced::Site)] {
        let link = sandbox.dir.join(format!("link-{}", target.len()));
        symlink(sandbox.dir.join(target), &link).unwrap();
        let refusal = only(sandbox.publish_into(&link, FILES).unwrap_err());
        assert!(matches!(refusal, Refusal::Place { why: told, .. } if told == why));
    }
    let nowhere = sandbox.dir.join("nowhere");
    symlink(sandbox.dir.join("absent"), &nowhere).unwrap();
    assert_eq!(only(sandbox.publish_into(&nowhere, FILES).unwrap_err()).kind(), Kind::InputOutput);
    assert!(!sandbox.dir.join("absent").exists());
}

#[test]
fn sources_behind_a_link_are_guarded() {
    let sandbox = Sandbox::new();
    let shared = sandbox.dir.join("shared");
    fs::create_dir(&shared).unwrap();
    symlink(&shared, sandbox.site().join("static")).unwrap();
    for folder in [shared.clone(), shared.join("sub")] {
        let refusal = only(sandbox.publish_into(&folder, FILES).unwrap_err());
        assert!(matches!(refusal, Refusal::Place { why: Misplaced::Sources(name), .. } if name == "static"));
    }
}

#[test]
fn a_manifest_that_is_a_link_is_no_title() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let manifest = sandbox.public().join(".supportal");
    fs::rename(&manifest, sandbox.dir.join("manifest")).unwrap();
    symlink(sandbox.dir.join("manifest"), &manifest).unwrap();
    assert!(matches!(only(sandbox.try_publish(FILES).unwrap_err()), Refusal::NotOurs { .. }));
}

#[test]
fn names_that_are_no_text_stay() {
    use std::os::unix::ffi::OsStrExt as _;
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a/x", "1")]);
    let strange = sandbox.public().join("a").join(std::ffi::OsStr::from_bytes(b"\xFFx"));
    if fs::write(&strange, "yours").is_err() {
        // macOS takes no such name.
        return assert!(!strange.exists());
    }
    assert!(matches!(only(sandbox.try_publish(&[("a", "page")]).unwrap_err()), Refusal::InTheWay { .. }));
    sandbox.publish(&[]);
    assert_eq!(fs::read_to_string(&strange).unwrap(), "yours");
}
