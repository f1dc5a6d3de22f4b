//! Full, read-only and forbidden disks.

use std::fs;
use std::io::ErrorKind;
use std::process::Command;

use super::*;
use crate::publish::Doing;

/// A disk of one megabyte at `dir`, where the test may make one: on Linux, as root.
struct Disk<'a> {
    dir: &'a Path,
}

impl<'a> Disk<'a> {
    fn mount(dir: &'a Path) -> Option<Self> {
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(dir).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self { dir })
    }

    fn make_read_only(&self) -> bool {
        Command::new("mount").args(["-o", "remount,ro"]).arg(self.dir).status().is_ok_and(|status| status.success())
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.dir).status();
    }
}

/// The manifest alone tells that a build began.
fn without_manifest(mut files: BTreeMap<String, Option<Vec<u8>>>) -> BTreeMap<String, Option<Vec<u8>>> {
    files.remove(".supportal");
    files
}

fn is_full(refusal: &Refusal) -> bool {
    refusal.kind() == Kind::InputOutput
        && refusal.to_string().contains("the disk is full")
        && refusal.hint().contains("free some space")
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    assert!(is_full(&Refusal::io(Doing::Writing, "public/a", ErrorKind::StorageFull.into())));
    let sandbox = Sandbox::new();
    let mount = sandbox.dir.join("mount");
    fs::create_dir(&mount).unwrap();
    let Some(disk) = Disk::mount(&mount) else { return };
    let (small, large) = ("x".repeat(1000), "y".repeat(2 << 20));
    // The mount itself, an empty folder, stands for a volume of a container; `public` in it for an ordinary folder.
    for folder in [mount.join("public"), mount.clone()] {
        let refusal = only(sandbox.publish_into(&folder, &[("a", &small), ("b", &large)]).unwrap_err());
        assert!(is_full(&refusal), "{refusal}");
        assert!(names(&mount).is_empty(), "nothing stays of a first build that failed");
        let old = [("a", small.as_str()), ("b", "old"), ("c", "old")];
        // The kernel may take a moment to give back what the failed build held.
        let is_free = |_: &i32| {
            sandbox.publish_into(&folder, &old).is_ok() || {
                std::thread::sleep(Duration::from_millis(50));
                false
            }
        };
        assert!((0..20).any(|tries| is_free(&tries)), "what a failed build held is free again");
        let before = stamps(&folder);
        let refusal = only(sandbox.publish_into(&folder, &[("b", &large), ("a", &small)]).unwrap_err());
        assert!(is_full(&refusal), "{refusal}");
        assert_eq!(without_manifest(snapshot(&folder)), without_manifest(clean(&old)));
        // What was added goes again, and the space that it took; the whole folder is as it was.
        let added = [("a", small.as_str()), ("b", "old"), ("c", "old"), ("new/a", &small), ("new/b", &large)];
        let refusal = only(sandbox.publish_into(&folder, &added).unwrap_err());
        assert!(is_full(&refusal), "{refusal}");
        assert_eq!(snapshot(&folder), clean(&old));
        assert_eq!(sandbox.publish_into(&folder, &old).unwrap().unchanged, 3);
        assert_eq!(stamps(&folder)["a"], before["a"]);
        sandbox.publish_into(&folder, &[("b", &small)]).unwrap();
        assert_clean(&folder, &[("b", &small)], "");
        names(&folder).iter().for_each(|name| fs::remove_file(folder.join(name)).unwrap());
        let _ = fs::remove_dir(&folder);
    }
    drop(disk);
}

#[test]
fn a_read_only_disk_is_told_and_needs_no_writing_when_nothing_changed() {
    assert!(Refusal::io(Doing::Writing, "a", ErrorKind::ReadOnlyFilesystem.into()).hint().contains("another disk"));
    let sandbox = Sandbox::new();
    let mount = sandbox.dir.join("mount");
    fs::create_dir(&mount).unwrap();
    let Some(disk) = Disk::mount(&mount) else { return };
    let (folder, files) = (mount.join("public"), &[("a", "1"), ("b", "2")]);
    sandbox.publish_into(&folder, files).unwrap();
    assert!(disk.make_read_only());
    assert_eq!(sandbox.publish_into(&folder, files).unwrap().unchanged, 2);
    for changed in [&[("a", "1"), ("b", "3")][..], &[("a", "1")], &[("a", "1"), ("b", "2"), ("c", "3")]] {
        let refusal = only(sandbox.publish_into(&folder, changed).unwrap_err());
        assert_eq!(refusal.kind(), Kind::InputOutput);
        assert!(refusal.to_string().contains("read-only"), "{refusal}");
        assert_clean(&folder, files, "");
    }
    let fresh = only(sandbox.publish_into(&mount.join("new"), files).unwrap_err());
    assert!(fresh.to_string().contains("read-only"), "{fresh}");
    drop(disk);
}

/// Root may write everywhere; the test then shows that the same folder is published.
#[cfg(unix)]
#[test]
fn a_forbidden_folder_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a", "1")]);
    let before = snapshot(&sandbox.public());
    allow(&sandbox.public(), 0o555);
    let may_write_anyway = fs::write(sandbox.public().join("probe"), "").is_ok();
    let _ = fs::remove_file(sandbox.public().join("probe"));
    let published = sandbox.try_publish(&[("a", "2")]);
    allow(&sandbox.public(), 0o755);
    if may_write_anyway {
        assert_eq!(published.unwrap().written, 1);
    } else {
        let refusal = only(published.unwrap_err());
        assert!(refusal.to_string().contains("access is denied"), "{refusal}");
        assert_eq!(snapshot(&sandbox.public()), before);
    }
}

/// A folder of ours that cannot be read is no reason to forget what is in it. (Root may read everywhere.)
#[cfg(unix)]
#[test]
fn an_unreadable_folder_of_ours_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let sandbox = Sandbox::new();
    sandbox.publish(&[("a/x", "1"), ("b", "2")]);
    sandbox.write("yours/x", "yours");
    let folders = ["a", "yours"].map(|name| sandbox.public().join(name));
    folders.iter().for_each(|folder| allow(folder, 0o000));
    let may_read_anyway = fs::read_dir(&folders[0]).is_ok();
    let published = sandbox.try_publish(&[("b", "2"), ("c", "3")]);
    folders.iter().filter(|folder| folder.exists()).for_each(|folder| allow(folder, 0o755));
    if may_read_anyway {
        assert_eq!(published.unwrap(), Published { written: 1, unchanged: 1, removed: 1 });
    } else {
        let refusal = only(published.unwrap_err());
        assert!(refusal.to_string().starts_with("cannot read") && refusal.to_string().contains("access is denied"));
        assert!(sandbox.has("a/x") && !sandbox.has("c"));
    }
    assert_eq!(sandbox.read("yours/x"), "yours");
}

/// Where the folder above is forbidden, an empty folder is staged from within.
#[cfg(unix)]
#[test]
fn a_folder_in_a_forbidden_one_is_filled() {
    use std::os::unix::fs::PermissionsExt as _;
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let sandbox = Sandbox::new();
    let above = sandbox.dir.join("above");
    let folder = above.join("public");
    fs::create_dir_all(&folder).unwrap();
    allow(&above, 0o555);
    let published = sandbox.publish_into(&folder, &[("a/b", "1"), ("c", "2")]);
    allow(&above, 0o755);
    assert_eq!(published.unwrap().written, 2);
    assert_clean(&folder, &[("a/b", "1"), ("c", "2")], "");
}
