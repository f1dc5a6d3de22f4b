//! What only Unix lets a file be, or be called.

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

fn pipe(site: &Folder, path: &str) {
    let file = site.0.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(file).status().unwrap().success());
}

#[test]
fn pipes_are_told_and_not_waited_for() {
    let site = Folder::new("pipe");
    pipe(&site, "support.toml");
    check(
        &site,
        &[],
        1,
        "error[IO-02]: support.toml is a pipe or a device, and must be a file\nhelp: put an ordinary text file in its place",
    );
    let site = Folder::site("pipes");
    pipe(&site, "content/en/articles/a.md");
    pipe(&site, "static/b");
    let told = ["content/en/articles/a.md", "static/b"].map(|path| {
        format!("error[IO-02]: {path} is a pipe or a device, and a site holds files and folders\nhelp: move it out of the site")
    });
    check(&site, &[], 1, &told.join("\n"));
}

#[test]
fn links_are_told_and_nothing_behind_them_is_read() {
    let secret = Folder::new("secret");
    write(&secret, "en/articles/secret.md", "+++\ntitle = \"Secret\"\n+++\n");
    write(&secret, "support.toml", repository("tests/cases/base.toml"));
    let link = |path: &str| {
        format!(
            "error[IO-02]: {path} is a symbolic link, and a site holds none\nhelp: copy the file or folder into the site in place of the link"
        )
    };
    let site = Folder::new("linked");
    symlink(secret.0.join("support.toml"), site.0.join("support.toml")).unwrap();
    check(&site, &[], 1, &link("support.toml"));

    let site = Folder::site("links");
    symlink(&secret.0, site.0.join("content")).unwrap();
    symlink("static", site.0.join("static")).unwrap();
    check(&site, &[], 1, &[link("content"), link("static")].join("\n"));

    let site = Folder::site("inner-links");
    std::fs::create_dir_all(site.0.join("content/en/articles")).unwrap();
    symlink("..", site.0.join("content/en/articles/loop")).unwrap();
    symlink("/etc/passwd", site.0.join("content/en/articles/passwd.md")).unwrap();
    symlink("nowhere", site.0.join("content/en/articles/nowhere.md")).unwrap();
    let told = ["loop", "nowhere.md", "passwd.md"].map(|name| link(&format!("content/en/articles/{name}")));
    check(&site, &[], 1, &told.join("\n"));
    assert!(!site.0.join("public").exists());
}

#[test]
fn an_output_folder_that_leads_nowhere_or_in_a_circle_cannot_be_read() {
    let site = Folder::site("nowhere");
    symlink("gone", site.0.join("o")).unwrap();
    let output = site.0.join("o").display().to_string();
    let (exit, told) = build(&site.0, &["--output", &output]);
    assert_eq!(
        (exit, told.lines().next()),
        (Some(3), Some("error[IO-01]: cannot read SITE/o: it is a link that leads nowhere"))
    );
    symlink("p", site.0.join("p")).unwrap();
    assert_eq!(build(&site.0, &["--output", &site.0.join("p").display().to_string()]).0, Some(3));
}

#[test]
fn the_root_and_the_home_folder_are_refused() {
    let site = Folder::site("root");
    let (exit, told) = build(&site.0, &["--output", "/"]);
    assert_eq!(exit, Some(2));
    assert!(told.starts_with("error[OUT-01]: cannot publish into /: it is the root of a disk\n"), "{told}");
    let home = Folder::new("home");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_supportal"))
        .args(NOW)
        .args(["--output".as_ref(), home.0.as_os_str(), site.0.as_os_str()])
        .env("HOME", &home.0)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("it is your home folder, or holds it"), "{}", errors(&output));
    assert!(contents(&home.0).len() == 1);
}

#[test]
fn what_cannot_be_read_or_written_ends_with_3() {
    // Who may do everything is refused nothing.
    let site = Folder::site("denied");
    write(&site, "content/en/articles/a.md", "+++\ntitle = \"A\"\n+++\n");
    let article = site.0.join("content/en/articles/a.md");
    std::fs::set_permissions(&article, PermissionsExt::from_mode(0o000)).unwrap();
    if std::fs::read(&article).is_err() {
        check(
            &site,
            &[],
            3,
            "error[IO-01]: cannot read content/en/articles/a.md: access is denied\nhelp: see that your account may open the file, and that no other program holds it",
        );
    }
    std::fs::set_permissions(&article, PermissionsExt::from_mode(0o600)).unwrap();
    if cfg!(target_os = "linux") {
        // Nobody can write there, and nobody can make a folder.
        let (exit, told) = build(&site.0, &["--output", "/proc/supportal/public"]);
        assert_eq!(exit, Some(3), "{told}");
        assert!(told.starts_with("error[IO-01]: cannot write /proc/supportal"), "{told}");
    }
    let output = site.0.join("x".repeat(300)).display().to_string();
    let (exit, told) = build(&site.0, &["--output", &output]);
    assert_eq!(exit, Some(3));
    assert!(told.contains("a name in the path is too long, or not allowed here"), "{told}");
}

#[test]
fn a_name_that_is_no_text_is_told() {
    let site = Folder::site("bytes");
    std::fs::create_dir_all(site.0.join("static")).unwrap();
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9.txt");
    if std::fs::write(site.0.join("static").join(name), "mine").is_ok() {
        check(
            &site,
            &[],
            1,
            "error[IO-02]: the name of static/caf\u{FFFD}.txt is not readable text\nhelp: rename it with ordinary letters and digits",
        );
    }
}

#[test]
fn any_name_of_a_file_is_welcome() {
    let site = Folder::site("names");
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    let long = "é".repeat(125);
    let names = ["a b", "it's \"new\"", "100%", "100%25", "#1 question", "why?", "call \u{1F4DE}", "\u{1F680}", &long];
    for (number, name) in names.iter().enumerate() {
        let link = name.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
        write(
            &site,
            &format!("content/en/articles/{name}.md"),
            format!("+++\ntitle = \"A\"\n+++\n\n![what](<{link}.png>)\n"),
        );
        let bytes = [png.as_slice(), &[number as u8]].concat();
        write(&site, &format!("content/en/articles/{name}.png"), bytes);
        write(&site, &format!("static/{name}.txt"), name);
    }
    write(&site, &format!("static/{}", "x".repeat(255)), "long");
    let foreign = |name: &str, c: char| {
        format!(
            "warning[URL-02]: the name of static/{name}.txt holds `{c}`, which no file has in Windows\nhelp: rename it, so that the site can be copied to a computer with Windows"
        )
    };
    check(&site, &[], 0, &[foreign("it's \"new\"", '"'), foreign("why?", '?')].join("\n"));
    for name in names {
        let file = site.0.join("public").join(format!("{name}.txt"));
        assert_eq!(std::fs::read_to_string(file).unwrap(), name);
    }
    let articles =
        std::fs::read_dir(site.0.join("public/articles")).unwrap().filter(|e| e.as_ref().unwrap().path().is_dir());
    assert_eq!(articles.count(), names.len());
    assert_eq!(
        std::fs::read_dir(site.0.join("public/assets")).unwrap().count(),
        names.len() + 2,
        "each image, the style and a script"
    );
    let again = run(&NOW, &site.0);
    assert!(errors(&again).contains(" 0 written"), "{}", errors(&again));
}

#[test]
fn names_that_differ_only_in_case_are_told_and_equal_images_are_one() {
    let site = Folder::site("case");
    write(&site, "static/Logo.txt", "a");
    write(&site, "static/logo.txt", "b");
    if std::fs::read_dir(site.0.join("static")).unwrap().count() < 2 {
        return;
    }
    check(
        &site,
        &[],
        1,
        "error[URL-01]: static/logo.txt and static/Logo.txt would both be published as logo.txt\nhelp: rename one of them",
    );
    std::fs::remove_dir_all(site.0.join("static")).unwrap();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    write(&site, "content/en/articles/A.png", png);
    write(&site, "content/en/articles/a.png", png);
    write(&site, "content/en/articles/a.md", "+++\ntitle = \"A\"\n+++\n\n![one](A.png) ![two](a.png)\n");
    check(&site, &[], 0, "");
}
