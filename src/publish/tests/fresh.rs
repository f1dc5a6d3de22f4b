use std::fs;

use super::*;

const FILES: &[(&str, &str)] =
    &[("index.html", "home"), ("contact/index.html", "call us"), ("a/b/c/deep.txt", ""), (".nojekyll", "")];

#[test]
fn an_absent_folder_gets_the_whole_tree_and_nothing_else_is_left() {
    let ground = Ground::new();
    assert_eq!(ground.publish(FILES), Published { written: 4, unchanged: 0, removed: 0 });
    assert_eq!(ground.read("contact/index.html"), "call us");
    assert_eq!(names(&ground.public()), [".nojekyll", ".supportal", "a", "contact", "index.html"]);
    assert_eq!(names(&ground.site()), ["content", "public", "support.toml"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let ground = Ground::new();
    fs::create_dir(ground.public()).unwrap();
    ground.publish(FILES);
    assert_clean(&ground.public(), FILES, "");
    assert_eq!(names(&ground.site()), ["content", "public", "support.toml"]);
}

#[test]
fn nothing_shows_before_the_end() {
    let ground = Ground::new();
    fs::create_dir(ground.public()).unwrap();
    let paths = out(FILES);
    let publication = ground.begin(&ground.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    assert!(names(&ground.public()).is_empty());
    publication.finish().unwrap();
    assert!(ground.has("index.html"));
}

#[test]
fn missing_folders_above_are_made_and_taken_away_when_nothing_comes_of_it() {
    let ground = Ground::new();
    let folder = ground.dir.join("www/support/2026");
    let paths = out(FILES);
    let publication = ground.begin(&folder, &paths).unwrap();
    put(&publication, FILES).unwrap();
    drop(publication);
    assert!(!ground.dir.join("www").exists());
    ground.publish_into(&folder, FILES).unwrap();
    assert_clean(&folder, FILES, "");
    assert_eq!(names(folder.parent().unwrap()), ["2026"]);
}

#[cfg(unix)]
#[test]
fn a_relative_folder_works() {
    let ground = Ground::new();
    let up: PathBuf = std::env::current_dir().unwrap().components().skip(1).map(|_| "..").collect();
    let folder = up.join(ground.public().strip_prefix("/").unwrap());
    ground.publish_into(&folder, FILES).unwrap();
    assert!(ground.has("index.html"));
}

/// A name so long that nothing can be called after it: the stage must lie in the folder.
#[test]
fn where_nothing_can_stand_beside_the_folder_the_tree_is_staged_in_it() {
    let ground = Ground::new();
    let folder = ground.dir.join("p".repeat(245));
    let paths = out(FILES);
    let publication = ground.begin(&folder, &paths).unwrap();
    put(&publication, FILES).unwrap();
    assert!(!folder.join("index.html").exists());
    assert!(names(&folder).iter().all(|name| name.starts_with(".supportal-")));
    publication.finish().unwrap();
    assert_clean(&folder, FILES, "");
}

#[test]
fn the_manifest_names_no_path_and_depends_on_the_files_alone() {
    let ground = Ground::new();
    ground.publish(FILES);
    let manifest = ground.read(".supportal");
    assert!(!manifest.contains("contact") && !manifest.contains("index"), "{manifest}");
    assert_eq!(manifest.lines().filter(|line| line.starts_with("file ")).count(), 4);
    let turned: Vec<(&str, &str)> = FILES.iter().rev().copied().collect();
    assert_eq!(clean(&turned)[".supportal"], Some(manifest.clone().into_bytes()));
    ground.publish(&[("other.html", "x")]);
    ground.publish(FILES);
    assert_eq!(ground.read(".supportal"), manifest);
}

#[test]
fn what_comes_into_the_folder_during_the_build_is_kept() {
    let ground = Ground::new();
    fs::create_dir(ground.public()).unwrap();
    let paths = out(FILES);
    let publication = ground.begin(&ground.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    ground.write("google123.html", "not ours");
    publication.finish().unwrap();
    assert_eq!(ground.read("google123.html"), "not ours");
    assert_eq!(ground.read("index.html"), "home");
    assert_eq!(ground.publish(FILES).unchanged, 4);
}

#[test]
fn what_comes_to_a_path_of_ours_during_the_build_is_kept_too() {
    let ground = Ground::new();
    fs::create_dir(ground.public()).unwrap();
    let paths = out(FILES);
    let publication = ground.begin(&ground.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    ground.write("index.html", "not ours");
    let refusal = publication.finish().unwrap_err();
    assert!(matches!(&refusal, Refusal::InTheWay { path, what: Obstacle::File, .. } if path == "index.html"));
    assert_eq!(names(&ground.public()), ["index.html"]);
    assert_eq!(ground.read("index.html"), "not ours");
    assert_eq!(names(&ground.site()), ["content", "public", "support.toml"]);
}

#[test]
fn no_file_at_all_is_a_site_too() {
    let ground = Ground::new();
    assert_eq!(ground.publish(&[]), Published::default());
    assert_eq!(names(&ground.public()), [".supportal"]);
    assert_eq!(ground.publish(FILES).written, 4);
    assert_clean(&ground.public(), FILES, "");
}

#[cfg(unix)]
#[test]
fn the_rights_of_an_empty_folder_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let ground = Ground::new();
    fs::create_dir(ground.public()).unwrap();
    fs::set_permissions(ground.public(), fs::Permissions::from_mode(0o2750)).unwrap();
    ground.publish(FILES);
    assert_eq!(fs::metadata(ground.public()).unwrap().permissions().mode() & 0o7777, 0o2750);
}
