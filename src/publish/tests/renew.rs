use std::fs;

use super::*;

const FILES: &[(&str, &str)] = &[("index.html", "home"), ("contact/index.html", "call us"), ("style.css", "a{}")];

#[test]
fn a_build_without_change_touches_nothing() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    sandbox.write("foreign.txt", "yours");
    let (before, site) = (stamps(&sandbox.public()), names(&sandbox.site()));
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    assert_eq!(stamps(&sandbox.public()), before, "not even in between");
    assert_eq!(publication.finish().unwrap(), Published { written: 0, unchanged: 3, removed: 0 });
    assert_eq!(stamps(&sandbox.public()), before);
    assert_eq!(names(&sandbox.site()), site);
}

#[test]
fn only_what_changed_is_written() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let before = stamps(&sandbox.public());
    let files = &[("index.html", "casa"), ("contact/index.html", "call us"), ("style.css", "a{}")];
    assert_eq!(sandbox.publish(files), Published { written: 1, unchanged: 2, removed: 0 });
    assert_clean(&sandbox.public(), files, "");
    for path in ["contact/index.html", "contact", "style.css"] {
        assert_eq!(stamps(&sandbox.public())[path], before[path], "{path}");
    }
}

#[test]
fn what_vanished_goes_and_so_do_the_folders_left_empty() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a/b/1", "x"), ("a/b/2", "x"), ("c/1", "x"), ("d", "x")]);
    sandbox.write("c/yours", "yours");
    fs::create_dir(sandbox.public().join("empty")).unwrap();
    assert_eq!(sandbox.publish(&[("d", "x")]), Published { written: 0, unchanged: 1, removed: 3 });
    assert_eq!(names(&sandbox.public()), [".supportal", "c", "d", "empty"]);
    assert_eq!(names(&sandbox.public().join("c")), ["yours"]);
}

#[test]
fn foreign_files_stay() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let yours = ["CNAME", ".git/HEAD", "contact/map.pdf", "old/index.html", ".supportal-notes", "x/.supportal"];
    yours.iter().for_each(|path| sandbox.write(path, "yours"));
    sandbox.publish(&[("index.html", "new"), ("old/new.html", "")]);
    sandbox.publish(&[]);
    for path in yours {
        assert_eq!(sandbox.read(path), "yours");
    }
    assert_eq!(snapshot(&sandbox.public()).values().flatten().count(), yours.len() + 1);
}

#[test]
fn every_foreign_file_in_the_way_is_told_and_nothing_is_written() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    sandbox.write("about", "yours");
    sandbox.write("news/2026/photo.jpg", "yours");
    sandbox.write("legal/index.html", "yours");
    fs::create_dir(sandbox.public().join("void")).unwrap();
    let before = stamps(&sandbox.public());
    let files = &[
        ("about/index.html", ""),
        ("contact", ""),
        ("legal/index.html", ""),
        ("news", ""),
        ("void", ""),
        ("index.html", "changed"),
    ];
    let refusals = sandbox.try_publish(files).unwrap_err();
    let told: Vec<_> = refusals
        .iter()
        .map(|refusal| match refusal {
            Refusal::InTheWay { path, what, .. } => (path.as_str(), *what),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        ("about", Obstacle::File),
        ("legal/index.html", Obstacle::File),
        ("news", Obstacle::Folder),
        ("void", Obstacle::Folder),
    ];
    assert_eq!(told, expected);
    assert!(refusals.iter().all(|refusal| refusal.kind() == Kind::Folder && refusal.code().id() == "OUT-02"));
    assert_eq!(stamps(&sandbox.public()), before);
}

#[test]
fn a_foreign_file_that_comes_during_the_build_is_not_overwritten() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let files = &[("new.html", "ours"), ("index.html", "home")];
    let paths = out(files);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    sandbox.write("new.html", "yours");
    let refusal = publication.put(&paths[0], b"ours").unwrap_err();
    assert!(matches!(refusal, Refusal::InTheWay { what: Obstacle::File, .. }));
    assert!(matches!(publication.finish(), Err(Refusal::Unplanned { path: None })), "a failed put spoils the end");
    assert_eq!(sandbox.read("new.html"), "yours");
    assert!(sandbox.has("contact/index.html"), "nothing was removed");
}

#[test]
fn a_page_becomes_a_folder_and_a_folder_a_page() {
    let sandbox = Sandbox::new();
    let (one, two) = (&[("a", "page"), ("b/x/1", "1"), ("b/2", "2")], &[("a/x", "1"), ("a/y/z", "2"), ("b", "page")]);
    for files in [&one[..], two, one, two] {
        sandbox.publish(files);
        assert_clean(&sandbox.public(), files, "");
    }
}

#[test]
fn a_page_stays_until_the_folder_in_its_place_is_written() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a", "page")]);
    let paths = out(&[("a/x", "")]);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    publication.put(&paths[0], b"new").unwrap();
    assert_eq!(sandbox.read("a"), "page");
    drop(publication);
    assert_eq!(sandbox.read("a"), "page");
    assert_eq!(names(&sandbox.public()), [".supportal", "a"]);
}

#[test]
fn a_published_file_that_somebody_deleted_or_edited_is_restored() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    fs::remove_dir_all(sandbox.public().join("contact")).unwrap();
    sandbox.write("style.css", "b{}");
    assert_eq!(sandbox.publish(FILES), Published { written: 2, unchanged: 1, removed: 0 });
    assert_clean(&sandbox.public(), FILES, "");
}

#[test]
fn a_put_that_was_not_announced_or_comes_twice_is_refused() {
    let sandbox = Sandbox::new();
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    publication.put(&paths[0], b"1").unwrap();
    assert!(matches!(publication.put(&paths[0], b"1"), Err(Refusal::Unplanned { path: Some(_) })));
    let stranger = OutPath::new("stranger").unwrap();
    assert!(matches!(publication.put(&stranger, b"1"), Err(Refusal::Unplanned { path: Some(_) })));
    assert!(publication.finish().is_err());
    assert!(!sandbox.public().exists());
}

#[test]
fn an_announced_file_that_is_not_put_counts_as_vanished() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    put(&publication, &FILES[..1]).unwrap();
    assert_eq!(publication.finish().unwrap(), Published { written: 0, unchanged: 1, removed: 2 });
    assert_clean(&sandbox.public(), &FILES[..1], "");
}

/// Law 5: whatever came before, the result is that of a clean build.
#[test]
fn any_sequence_of_builds_ends_as_a_clean_one() {
    let sandbox = Sandbox::new();
    let pool = ["a", "a/b", "a/b/c", "a/d", "e/f", "e", "g", "h/i/j", "h/i", "Zürich/ż"];
    let mut dice: u32 = 20_261_122;
    for round in 0..40 {
        let mut files: Vec<(&str, &str)> = Vec::new();
        for path in pool {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let nested = |(other, _): &(&str, &str)| {
                path.starts_with(&format!("{other}/")) || other.starts_with(&format!("{path}/"))
            };
            if dice >> 31 == 0 && !files.iter().any(nested) {
                files.push((path, ["", "one", "two", "longer"][(dice >> 20) as usize % 4]));
            }
        }
        sandbox.publish(&files);
        assert_clean(&sandbox.public(), &files, &format!("round {round}"));
    }
}

#[test]
fn a_build_that_is_given_up_leaves_the_folder_to_the_byte() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let before = snapshot(&sandbox.public());
    let files =
        &[("index.html", "casa"), ("contact/index.html", "call us"), ("fresh/deep/x", "new"), ("style.css", "b{}")];
    let paths = out(files);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    put(&publication, files).unwrap();
    assert_eq!(sandbox.read("index.html"), "home", "not even in between");
    drop(publication);
    assert_eq!(snapshot(&sandbox.public()), before);
    assert_eq!(sandbox.publish(files), Published { written: 3, unchanged: 1, removed: 0 });
}

#[test]
fn an_amended_folder_is_counted_whole() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let paths = out(&[("index.html", "")]);
    let publication = Publication::amend(&sandbox.public(), &sandbox.site(), &paths).unwrap();
    put(&publication, &[("index.html", "casa")]).unwrap();
    assert_eq!(publication.finish().unwrap(), Published { written: 1, unchanged: 2, removed: 0 });
    assert_eq!(sandbox.read("index.html"), "casa");
}
