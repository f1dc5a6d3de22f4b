//! Builds that die: what they leave is whole, and the next build repairs it.

use std::fs;
use std::process::{Command, Stdio};

use super::*;

const OLD: &[(&str, &str)] = &[
    ("index.html", "old"),
    ("a", "page"),
    ("b/x", "1"),
    ("b/y/z", "2"),
    ("Logo.png", "3"),
    ("gone/x", "4"),
    ("same", "5"),
];
const NEW: &[(&str, &str)] = &[
    ("index.html", "new and longer"),
    ("a/inner", "6"),
    ("b", "page"),
    ("logo.png", "3"),
    ("fresh/deep/x", "7"),
    ("same", "5"),
];

/// Each file of ours is one of the old site or one of the new, whole.
fn assert_whole(public: &Path) {
    for (path, bytes) in snapshot(public) {
        let Some(bytes) = bytes else { continue };
        let is = |files: &[(&str, &str)]| files.iter().any(|(name, text)| *name == path && text.as_bytes() == bytes);
        let is_ours_alone = path.split('/').next_back().is_some_and(|name| name.starts_with(".supportal"));
        assert!(is_ours_alone || is(OLD) || is(NEW), "{path} holds {:?}", String::from_utf8_lossy(&bytes));
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else if !entry.file_name().to_string_lossy().ends_with(".supportal-lock") {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The site as the machine's death at this moment would leave it is built again.
fn assert_repaired(sandbox: &Sandbox, files: &[(&str, &str)]) {
    let after = Sandbox::new();
    copy(&sandbox.dir, &after.dir);
    assert_whole(&after.public());
    after.publish(files);
    assert_clean(&after.public(), files, "");
    assert_eq!(names(&after.site()), ["content", "public", "support.toml"], "no stage stays");
}

#[test]
fn a_first_build_that_dies_at_any_step_is_forgotten() {
    for puts in 0..=NEW.len() {
        let sandbox = Sandbox::new();
        let paths = out(NEW);
        let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
        put(&publication, &NEW[..puts]).unwrap();
        assert_repaired(&sandbox, NEW);
        assert_repaired(&sandbox, OLD);
        drop(publication);
        assert_eq!(names(&sandbox.site()), ["content", "support.toml"]);
    }
}

#[test]
fn a_rebuild_that_dies_at_any_step_is_repaired() {
    for puts in 0..=NEW.len() {
        let sandbox = Sandbox::new();
        sandbox.publish(OLD);
        let paths = out(NEW);
        let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
        put(&publication, &NEW[..puts]).unwrap();
        assert_repaired(&sandbox, NEW);
        assert_repaired(&sandbox, OLD);
        drop(publication);
        assert_repaired(&sandbox, NEW);
        assert_repaired(&sandbox, &[]);
        assert!(names(&sandbox.public()).iter().all(|name| !name.starts_with(".supportal-")));
    }
}

#[test]
fn an_interrupted_build_may_be_interrupted_again() {
    let sandbox = Sandbox::new();
    sandbox.publish(OLD);
    for puts in [2, 5, 1, 6, 3] {
        let (one, other) = (out(NEW), out(OLD));
        let publication = sandbox.begin(&sandbox.public(), &one).unwrap();
        put(&publication, &NEW[..puts]).unwrap();
        drop(publication);
        let publication = sandbox.begin(&sandbox.public(), &other).unwrap();
        put(&publication, &OLD[..puts]).unwrap();
        drop(publication);
        assert_whole(&sandbox.public());
    }
    sandbox.publish(NEW);
    assert_clean(&sandbox.public(), NEW, "");
}

#[test]
fn what_dead_builds_left_is_swept_and_what_only_looks_so_is_kept() {
    let (dying, sandbox) = (Sandbox::new(), Sandbox::new());
    dying.publish(OLD);
    let paths = out(OLD);
    let publication = dying.begin(&dying.public(), &paths).unwrap();
    publication.put(&paths[0], b"changed").unwrap();
    copy(&dying.dir, &sandbox.dir);
    let beside = |name: &str| sandbox.site().join(name);
    sandbox.write("b/.supportal-0123456789abcdef", "half a pa");
    fs::create_dir(beside(".public.supportal-0123456789abcdef")).unwrap();
    copy(&sandbox.public(), &beside(".public.supportal-0123456789abcde0"));
    let yours = ["b/.supportal-notes", ".supportal-0123456789ABCDE0", ".supportal-0123456789abcdef/cv.docx"];
    yours.iter().for_each(|path| sandbox.write(path, "yours"));
    for name in [".public.supportal-0123456789abcde1", ".public.supportal-old", ".other.supportal-0123456789abcdef"] {
        fs::create_dir(beside(name)).unwrap();
        fs::write(beside(name).join("cv.docx"), "yours").unwrap();
    }
    sandbox.publish(OLD);
    assert!(!sandbox.has("b/.supportal-0123456789abcdef"));
    assert!(yours.iter().all(|path| sandbox.has(path)));
    assert_eq!(
        names(&sandbox.site()),
        [
            ".other.supportal-0123456789abcdef",
            ".public.supportal-0123456789abcde1",
            ".public.supportal-old",
            "content",
            "public",
            "support.toml"
        ]
    );
}

#[test]
fn a_build_that_dies_before_it_announced_itself_is_swept_too() {
    let sandbox = Sandbox::new();
    sandbox.publish(OLD);
    sandbox.write(".supportal-0123456789abcdef", "half a manif");
    assert_eq!(sandbox.publish(OLD).unchanged, OLD.len());
    assert_clean(&sandbox.public(), OLD, "");
}

#[test]
fn empty_folders_of_a_dead_build_go_and_yours_stay() {
    let (dying, sandbox) = (Sandbox::new(), Sandbox::new());
    dying.publish(OLD);
    fs::create_dir(dying.public().join("yours")).unwrap();
    let paths = out(NEW);
    let publication = dying.begin(&dying.public(), &paths).unwrap();
    put(&publication, &NEW[..1]).unwrap();
    publication.put(&paths[4], b"7").unwrap();
    copy(&dying.dir, &sandbox.dir);
    assert!(sandbox.has("fresh/deep"));
    sandbox.publish(OLD);
    assert!(!sandbox.has("fresh") && sandbox.has("yours"));
}

const CHILD: &str = "SUPPORTAL_TEST_CHILD";

/// Not a test of its own: the process that the next test kills. It builds old and new by turns until it dies.
#[test]
fn child() {
    let Some(dir) = std::env::var_os(CHILD) else { return };
    let sandbox = std::mem::ManuallyDrop::new(Sandbox { dir: dir.into() });
    for round in 0..100_000 {
        if round % 5 == 4 {
            // Away in one step, for this is not the deed that is tested.
            let _ = fs::rename(sandbox.public(), sandbox.dir.join(disk::unique()));
        }
        sandbox.publish(if round % 2 == 0 { NEW } else { OLD });
    }
}

#[test]
fn a_killed_build_loses_nothing_and_the_next_one_repairs() {
    let sandbox = Sandbox::new();
    for round in 0..25_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "publish::tests::crash::child"])
            .env(CHILD, &sandbox.dir)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(8 + round * 7 % 13));
        std::thread::sleep(Duration::from_micros(round * 137 % 1000));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!matches!(child.try_wait(), Ok(Some(status)) if status.success()), "the child died by our hand");
        if sandbox.public().exists() {
            assert_whole(&sandbox.public());
        }
        let files = if round % 3 == 0 { OLD } else { NEW };
        sandbox.publish(files);
        assert_clean(&sandbox.public(), files, &format!("round {round}"));
    }
}
