//! Folders whose files change elsewhere, of which this system is told nothing.

use std::path::{Path, PathBuf};

/// File systems of networks and of virtual machines, as Linux names them.
const ELSEWHERE: [&str; 18] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "fakeowner",
    "fuse.glusterfs",
    "fuse.grpcfuse",
    "fuse.rclone",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// The file system of `folder`, if its files can change without an event.
pub(super) fn silent(folder: &Path) -> Option<String> {
    // Only Linux has this file; elsewhere the system tells of changes on the network too.
    silent_in(&std::fs::read_to_string("/proc/self/mountinfo").ok()?, folder)
}

fn silent_in(mounts: &str, folder: &Path) -> Option<String> {
    let around = mounts.lines().filter_map(|line| {
        let (mount, rest) = line.split_once(" - ")?;
        let point = PathBuf::from(unescape(mount.split(' ').nth(4)?));
        let kind = rest.split(' ').next()?;
        folder.starts_with(&point).then(|| (point.components().count(), kind))
    });
    // Of two mounts at one place the later one lies above.
    let (_, kind) = around.max_by_key(|(depth, _)| *depth)?;
    ELSEWHERE.contains(&kind).then(|| kind.to_owned())
}

/// A space is written `\040` there, and so are a tab, a line end and a backslash.
fn unescape(text: &str) -> String {
    let plain = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")];
    plain.into_iter().fold(text.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/c rw,noatime - 9p drvfs rw,aname=drvfs
31 22 0:41 / /srv/team\\040share rw - cifs //server/share rw
32 31 8:2 / /srv/team\\040share/local rw - ext4 /dev/sdb1 rw
33 22 0:42 / /media rw - nfs4 server:/ rw
34 22 8:3 / /media rw - ext4 /dev/sdc1 rw
";

    #[test]
    fn the_nearest_mount_decides() {
        let silent = |folder: &str| silent_in(MOUNTS, Path::new(folder));
        assert_eq!(silent("/home/me/portal"), None);
        assert_eq!(silent("/mnt/c/portal").as_deref(), Some("9p"));
        assert_eq!(silent("/mnt/company"), None);
        assert_eq!(silent("/srv/team share/portal").as_deref(), Some("cifs"));
        assert_eq!(silent("/srv/team share/local/portal"), None);
    }

    #[test]
    fn a_mount_over_another_hides_it() {
        assert_eq!(silent_in(MOUNTS, Path::new("/media/portal")), None);
    }
}
