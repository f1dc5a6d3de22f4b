//! Names whose case changed, on file systems that mind case and on those that do not.

use std::fs;

use super::*;
use crate::publish::digest::Digest;
use crate::publish::manifest::Manifest;
use crate::publish::plan::{Survey, Way};
use crate::publish::tree::Tree;

#[test]
fn a_name_takes_its_new_case_on_every_file_system() {
    let sandbox = Sandbox::new();
    let builds: [&[(&str, &str)]; 4] = [
        &[("Logo.png", "1"), ("Guide/Start/index.html", "2"), ("Guide/other.html", "3"), ("same", "4")],
        &[("logo.png", "1"), ("guide/start/index.html", "2"), ("guide/other.html", "3"), ("same", "4")],
        &[("LOGO.png", "new"), ("guide/Start/index.html", "2"), ("guide/other.html", "3"), ("same", "4")],
        &[("logo.PNG/x", "new"), ("GUIDE", "2"), ("same", "4")],
    ];
    for files in builds {
        sandbox.publish(files);
        assert_clean(&sandbox.public(), files, "");
        assert_eq!(sandbox.publish(files).unchanged, files.len());
    }
}

#[test]
fn a_folder_with_a_foreign_file_keeps_its_name() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("Guide/a", "1")]);
    sandbox.write("Guide/yours", "yours");
    let files = &[("guide/a", "1")];
    for _ in 0..2 {
        sandbox.publish(files);
        assert_eq!(sandbox.read("guide/a"), "1");
        assert_eq!(sandbox.read("Guide/yours"), "yours");
    }
    assert_eq!(sandbox.publish(files).unchanged, 1);
    sandbox.publish(&[]);
    assert!(!sandbox.has("guide/a") || sandbox.has("Guide/a"), "not taken away under a name that it does not bear");
    assert_eq!(sandbox.read("Guide/yours"), "yours");
}

/// The tree was listed under one case and is found under another: what a file system without case looks like.
#[test]
fn the_plan_knows_its_own_under_another_case() {
    let sandbox = Sandbox::new();
    for path in ["Guide/a", "Guide/yours", "Logo.png", "yours.txt"] {
        sandbox.write(path, "");
    }
    let root = sandbox.public();
    let tree = Tree::walk(&root, &root, &Manifest::default()).unwrap();
    let files = ["Guide/a", "Logo.png"].map(|path| (Digest::of_path(path), Digest::of_bytes(b"")));
    let old = Manifest::published(files, [Digest::of_folder("Guide")]);
    for (from, to) in [("Guide", "guide"), ("Logo.png", "logo.png"), ("yours.txt", "Yours.txt")] {
        fs::rename(root.join(from), root.join(to)).unwrap();
    }
    let survey = Survey::new(&root, &root, &tree, &old);
    let way = |path: &str| survey.way(path, Digest::of_path(path));
    assert_eq!(way("logo.png").unwrap(), Way::Await, "ours in another case");
    assert_eq!(way("guide/a").unwrap(), Way::Await);
    assert_eq!(way("guide/new").unwrap(), Way::Await, "a new file in a folder of another case");
    assert_eq!(way("logo.png/x").unwrap(), Way::Await, "a folder where our page stands in another case");
    for (path, told, obstacle) in [
        ("guide/yours", "Guide/yours", Obstacle::File),
        ("Yours.txt", "yours.txt", Obstacle::File),
        ("Yours.txt/x", "yours.txt", Obstacle::File),
        ("guide", "Guide", Obstacle::Folder),
    ] {
        let refusal = way(path).unwrap_err();
        assert!(matches!(refusal, Refusal::InTheWay { path, what, .. } if path == told && what == obstacle), "{path}");
    }
    let moved = old.building([Digest::of_path("guide/yours")], []);
    let survey = Survey::new(&root, &root, &tree, &moved);
    assert_eq!(
        survey.way("guide/yours", Digest::of_path("guide/yours")).unwrap(),
        Way::Replace,
        "ours by its new name"
    );
}
