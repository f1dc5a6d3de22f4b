use std::fs;

use super::*;

const FILES: &[(&str, &str)] =
    &[("index.html", "home"), ("contact/index.html", "call us"), ("a/b/c/deep.txt", ""), (".nojekyll", "")];

#[test]
fn an_absent_folder_gets_the_whole_tree_and_nothing_else_is_left() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.publish(FILES), Published { written: 4, unchanged: 0, removed: 0 });
    assert_eq!(sandbox.read("contact/index.html"), "call us");
    assert_eq!(names(&sandbox.public()), [".nojekyll", ".supportal", "a", "contact", "index.html"]);
    assert_eq!(names(&sandbox.site()), ["content", "public", "support.toml"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.public()).unwrap();
    sandbox.publish(FILES);
    assert_clean(&sandbox.public(), FILES, "");
    assert_eq!(names(&sandbox.site()), ["content", "public", "support.toml"]);
}

#[test]
fn nothing_shows_before_the_end() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.public()).unwrap();
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    assert!(names(&sandbox.public()).is_empty());
    publication.finish().unwrap();
    assert!(sandbox.has("index.html"));
}

#[test]
fn missing_folders_above_are_made_and_taken_away_when_nothing_comes_of_it() {
    let sandbox = Sandbox::new();
    let folder = sandbox.dir.join("www/support/2026");
    let paths = out(FILES);
    let publication = sandbox.begin(&folder, &paths).unwrap();
    put(&publication, FILES).unwrap();
    drop(publication);
    assert!(!sandbox.dir.join("www").exists());
    sandbox.publish_into(&folder, FILES).unwrap();
    assert_clean(&folder, FILES, "");
    assert_eq!(names(folder.parent().unwrap()), ["2026"]);
}

#[cfg(unix)]
#[test]
fn a_relative_folder_works() {
    let sandbox = Sandbox::new();
    let up: PathBuf = std::env::current_dir().unwrap().components().skip(1).map(|_| "..").collect();
    let folder = up.join(sandbox.public().strip_prefix("/").unwrap());
    sandbox.publish_into(&folder, FILES).unwrap();
    assert!(sandbox.has("index.html"));
}

/// A name so long that nothing can be called after it: the stage must lie in the folder.
#[test]
fn where_nothing_can_stand_beside_the_folder_the_tree_is_staged_in_it() {
    let sandbox = Sandbox::new();
    let folder = sandbox.dir.join("p".repeat(245));
    let paths = out(FILES);
    let publication = sandbox.begin(&folder, &paths).unwrap();
    put(&publication, FILES).unwrap();
    assert!(!folder.join("index.html").exists());
    assert!(names(&folder).iter().all(|name| name.starts_with(".supportal-")));
    publication.finish().unwrap();
    assert_clean(&folder, FILES, "");
}

#[test]
fn the_manifest_names_no_path_and_depends_on_the_files_alone() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let manifest = sandbox.read(".supportal");
    assert!(!manifest.contains("contact") && !manifest.contains("index"), "{manifest}");
    assert_eq!(manifest.lines().filter(|line| line.starts_with("file ")).count(), 4);
    let turned: Vec<(&str, &str)> = FILES.iter().rev().copied().collect();
    assert_eq!(clean(&turned)[".supportal"], Some(manifest.clone().into_bytes()));
    sandbox.publish(&[("other.html", "x")]);
    sandbox.publish(FILES);
    assert_eq!(sandbox.read(".supportal"), manifest);
}

#[test]
fn what_comes_into_the_folder_during_the_build_is_kept() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.public()).unwrap();
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    sandbox.write("google123.html", "not ours");
    publication.finish().unwrap();
    assert_eq!(sandbox.read("google123.html"), "not ours");
    assert_eq!(sandbox.read("index.html"), "home");
    assert_eq!(sandbox.publish(FILES).unchanged, 4);
}

#[test]
fn what_comes_to_a_path_of_ours_during_the_build_is_kept_too() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.public()).unwrap();
    let paths = out(FILES);
    let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
    put(&publication, FILES).unwrap();
    sandbox.write("index.html", "not ours");
    let refusal = publication.finish().unwrap_err();
    assert!(matches!(&refusal, Refusal::InTheWay { path, what: Obstacle::File, .. } if path == "index.html"));
    assert_eq!(names(&sandbox.public()), ["index.html"]);
    assert_eq!(sandbox.read("index.html"), "not ours");
    assert_eq!(names(&sandbox.site()), ["content", "public", "support.toml"]);
}

#[test]
fn no_file_at_all_is_a_site_too() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.publish(&[]), Published::default());
    assert_eq!(names(&sandbox.public()), [".supportal"]);
    assert_eq!(sandbox.publish(FILES).written, 4);
    assert_clean(&sandbox.public(), FILES, "");
}

#[cfg(unix)]
#[test]
fn the_rights_of_an_empty_folder_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.public()).unwrap();
    fs::set_permissions(sandbox.public(), fs::Permissions::from_mode(0o2750)).unwrap();
    sandbox.publish(FILES);
    assert_eq!(fs::metadata(sandbox.public()).unwrap().permissions().mode() & 0o7777, 0o2750);
}
