use std::fs;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::publish::refusal::Misplaced;

const FILES: &[(&str, &str)] = &[("index.html", "home")];

/// Publishing into `folder` is refused as misplaced, and nothing in the sandbox changes.
fn misplaced(sandbox: &Sandbox, folder: &Path) -> Vec<Misplaced> {
    let before = stamps(&sandbox.dir);
    let refusals = sandbox.publish_into(folder, FILES).unwrap_err();
    assert_eq!(stamps(&sandbox.dir), before);
    let why = |refusal| match refusal {
        Refusal::Place { why, .. } => why,
        other => panic!("{other:?}"),
    };
    refusals.into_iter().map(why).collect()
}

#[test]
fn the_site_what_holds_it_home_and_root_are_refused() {
    let sandbox = Sandbox::new();
    assert_eq!(misplaced(&sandbox, &sandbox.site()), [Misplaced::Site]);
    fs::create_dir(sandbox.public()).unwrap();
    assert_eq!(misplaced(&sandbox, &sandbox.public().join("..")), [Misplaced::Site]);
    assert_eq!(misplaced(&sandbox, &sandbox.dir), [Misplaced::Home, Misplaced::Site]);
    let root = sandbox.dir.ancestors().last().unwrap();
    assert_eq!(misplaced(&sandbox, root), [Misplaced::Root, Misplaced::Home, Misplaced::Site]);
    let home = sandbox.dir.join("home/anna");
    fs::create_dir_all(&home).unwrap();
    for folder in [&home, home.parent().unwrap()] {
        let refused = Publication::begin_with(folder, &sandbox.site(), &[], None, Some(&home), SOON).map(|_| ());
        assert!(matches!(only(refused.unwrap_err()), Refusal::Place { why: Misplaced::Home, .. }));
    }
}

#[test]
fn the_sources_are_refused_even_those_that_do_not_exist_yet() {
    let sandbox = Sandbox::new();
    for folder in ["content", "content/en", "content/new/public", "static", "themes/mine", "templates", ".supportal"] {
        let name = folder.split('/').next().unwrap();
        assert_eq!(
            misplaced(&sandbox, &sandbox.site().join(folder)),
            [Misplaced::Sources(name.to_owned())],
            "{folder}"
        );
    }
    assert_eq!(misplaced(&sandbox, &sandbox.site().join("Static")), [Misplaced::Sources("static".to_owned())]);
}

#[test]
fn other_folders_of_the_site_and_elsewhere_are_taken() {
    let sandbox = Sandbox::new();
    for folder in ["site/dist", "site/public/sub", "www", "site-public"] {
        sandbox.publish_into(&sandbox.dir.join(folder), FILES).unwrap();
    }
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("thesis.docx", "years of work");
    let before = stamps(&sandbox.dir);
    let refusal = only(sandbox.try_publish(FILES).unwrap_err());
    assert!(matches!(&refusal, Refusal::NotOurs { holds, .. } if holds == "thesis.docx"));
    assert_eq!(refusal.kind(), Kind::Folder);
    assert_eq!(stamps(&sandbox.dir), before);
    let diagnostic = Diagnostic::from(&refusal);
    assert_eq!(diagnostic.code.id(), "OUT-01");
    assert!(diagnostic.message.contains("thesis.docx") && diagnostic.hints[0].contains("--output"));
}

#[test]
fn a_manifest_of_another_origin_or_damaged_is_no_title() {
    let sandbox = Sandbox::new();
    sandbox.publish(FILES);
    let whole = fs::read(sandbox.public().join(".supportal")).unwrap();
    let mut edited = whole.clone();
    edited[150] ^= 1;
    let texts: [&[u8]; 7] = [
        b"",
        b"hello",
        b"\xFF\xFE",
        &whole[..whole.len() / 2],
        &whole[..whole.len() - 3],
        &edited,
        b"supportal-manifest 1",
    ];
    for text in texts {
        fs::write(sandbox.public().join(".supportal"), text).unwrap();
        let before = stamps(&sandbox.dir);
        let refusal = only(sandbox.try_publish(&[("other.html", "")]).unwrap_err());
        assert!(matches!(refusal, Refusal::Damaged { .. }), "{refusal:?}");
        assert!(refusal.hint().contains("delete the folder"));
        assert_eq!(stamps(&sandbox.dir), before);
    }
    fs::write(sandbox.public().join(".supportal"), "supportal-manifest 2\nwhatever").unwrap();
    assert!(matches!(only(sandbox.try_publish(FILES).unwrap_err()), Refusal::Newer { .. }));
    fs::remove_file(sandbox.public().join(".supportal")).unwrap();
    fs::create_dir(sandbox.public().join(".supportal")).unwrap();
    assert!(matches!(only(sandbox.try_publish(FILES).unwrap_err()), Refusal::NotOurs { .. }));
}

#[test]
fn line_ends_of_windows_do_not_damage_the_manifest() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a", "1"), ("b", "2")]);
    let text = sandbox.read(".supportal").replace('\n', "\r\n");
    sandbox.write(".supportal", &text);
    assert_eq!(sandbox.publish(FILES), Published { written: 1, unchanged: 0, removed: 2 });
    assert_clean(&sandbox.public(), FILES, "");
}

#[test]
fn what_is_no_folder_is_refused() {
    let sandbox = Sandbox::new();
    fs::write(sandbox.public(), "a file").unwrap();
    let refusal = only(sandbox.try_publish(FILES).unwrap_err());
    assert!(matches!(refusal, Refusal::NotAFolder { .. }));
    let below = only(sandbox.publish_into(&sandbox.public().join("sub"), FILES).unwrap_err());
    assert_eq!(below.kind(), Kind::InputOutput, "{below:?}");
    assert_eq!(fs::read_to_string(sandbox.public()).unwrap(), "a file");
}

#[test]
fn outputs_that_clash_are_a_fault_of_the_site() {
    let sandbox = Sandbox::new();
    let refusal = only(sandbox.try_publish(&[("Logo.png", ""), ("logo.png", "")]).unwrap_err());
    assert_eq!((refusal.kind(), refusal.code().id()), (Kind::Site, "URL-01"));
    assert_eq!(names(&sandbox.site()), ["content", "support.toml"]);
}

#[test]
fn a_site_that_is_not_there_is_told() {
    let sandbox = Sandbox::new();
    let site = sandbox.dir.join("nowhere");
    let refused = Publication::begin_with(&sandbox.public(), &site, &[], None, None, SOON).map(|_| ());
    let refusal = only(refused.unwrap_err());
    assert_eq!(refusal.kind(), Kind::InputOutput);
    assert!(refusal.to_string().ends_with("nowhere: it does not exist"), "{refusal}");
}

/// Every message is one sentence without a full stop, and every refusal says what to do.
#[test]
fn refusals_speak_to_people() {
    let folder = || PathBuf::from("public");
    let why = [Misplaced::Root, Misplaced::Home, Misplaced::Site, Misplaced::Sources("content".to_owned())];
    let mut all: Vec<Refusal> = why.into_iter().map(|why| Refusal::Place { folder: folder(), why }).collect();
    all.extend([
        Refusal::NotAFolder { folder: folder() },
        Refusal::NotOurs { folder: folder(), holds: "cv.docx".to_owned() },
        Refusal::Damaged { folder: folder() },
        Refusal::Newer { folder: folder() },
        Refusal::Busy { folder: folder() },
        Refusal::Clash { first: "a".to_owned(), second: "a".to_owned() },
        Refusal::Unplanned { path: Some("a".to_owned()) },
        Refusal::Unplanned { path: None },
    ]);
    for what in [Obstacle::File, Obstacle::Folder, Obstacle::Link, Obstacle::Other] {
        all.push(Refusal::InTheWay { folder: folder(), path: "a/b".to_owned(), what });
    }
    use std::io::ErrorKind::*;
    for kind in [StorageFull, QuotaExceeded, PermissionDenied, ReadOnlyFilesystem, NotFound, Other] {
        all.push(Refusal::io(crate::publish::Doing::Writing, "public/a", kind.into()));
    }
    for refusal in all {
        let (message, hint) = (refusal.to_string(), refusal.hint());
        assert!(message.len() > 20 && !message.ends_with('.') && !message.contains('\n'), "{message}");
        assert!(hint.len() > 20 && !hint.ends_with('.'), "{hint}");
    }
}
