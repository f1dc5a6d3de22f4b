//! What `curl` says of servers that are silent, cannot be trusted, or stand behind a proxy.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;

use super::super::harness::Folder;
use super::{plain_site, told};

/// A `curl` that answers by the last word of the address, and writes down what it was asked.
fn with_curl(folder: &Folder) -> (Vec<String>, BTreeMap<String, String>) {
    let (bin, log) = (folder.0.join("bin"), folder.0.join("asked"));
    std::fs::create_dir_all(&bin).unwrap();
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$*\" >> '{}'\ncase \"$*\" in\n*/silent) exit 28;;\n*/untrusted) exit 60;;\n\
         */proxy) printf '\\n403'; exit 56;;\n*) printf 'HTTP/1.1 200 OK\\r\\n\\r\\n\\n000';;\nesac\n",
        log.display()
    );
    std::fs::write(bin.join("curl"), script).unwrap();
    std::fs::set_permissions(bin.join("curl"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_supportal"))
        .args(["check", "--links", "--format", "json", "--now", "2026-11-22T10:00:00Z"])
        .arg(&folder.0)
        .env("PATH", &bin)
        .output()
        .unwrap();
    let asked = std::fs::read_to_string(log).unwrap_or_default();
    (asked.lines().map(str::to_owned).collect(), told(&output).0)
}

#[test]
fn who_is_silent_is_asked_again_and_who_cannot_be_trusted_is_not() {
    let pages = ["silent", "untrusted", "proxy", "good"];
    let links: Vec<String> = pages.iter().map(|page| format!("https://www.contoso.com/{page}")).collect();
    let folder = plain_site("links-curl", &links);
    let (asked, told) = with_curl(&folder);
    let times = |page: &str| asked.iter().filter(|line| line.ends_with(page)).count();
    assert_eq!((times("/silent"), times("/untrusted"), times("/proxy"), times("/good")), (3, 1, 1, 1), "{asked:#?}");
    assert!(asked.iter().all(|line| line.contains("--max-time 10") && line.contains("--connect-timeout 5")));
    // Microsoft's portals are asked too, each address once.
    assert_eq!(times("https://portal.azure.com/"), 1, "{asked:#?}");
    assert!(told["silent"].starts_with("warning: leads nowhere: its server does not answer within 10 seconds"));
    assert!(told["untrusted"].starts_with("warning: leads nowhere: its server has no certificate that can be trusted"));
    let unasked = told.values().find(|words| words.contains("links out of the site were not asked"));
    assert!(told.len() == 3 && unasked.is_some_and(|words| words.starts_with("notice: of ")), "{told:#?}");
    let kept = std::fs::read_to_string(folder.0.join(".supportal/links")).unwrap();
    assert!(kept.contains("/good\n") && !kept.contains("/proxy"), "{kept}");
}
