//! What stands on the disk in the place of a site, its files or its output: told exactly, and nothing is lost.

use std::path::{Path, PathBuf};

use super::harness::{Folder, errors, repository, run};

const NOW: [&str; 3] = ["build", "--now", "2026-11-22T10:00:00Z"];

/// Builds a site: the exit status, and the first lines told, with the site's own path left out.
fn build(site: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output = run(&[&NOW, more].concat(), site);
    assert!(output.stdout.is_empty());
    let told = errors(&output).replace(&site.display().to_string(), "SITE");
    let plain = told
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("error") || line.starts_with("= help") || line.starts_with("warning"));
    (output.status.code(), plain.map(|line| line.trim_start_matches("= ")).collect::<Vec<_>>().join("\n"))
}

#[track_caller]
fn check(site: &Folder, more: &[&str], exit: i32, told: &str) {
    assert_eq!(build(&site.0, more), (Some(exit), told.to_owned()), "{more:?}");
}

/// Everything under a folder, with its bytes; links are not followed.
fn contents(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries
        .map(|entry| {
            let bytes = entry.file_type().is_file().then(|| std::fs::read(entry.path()).unwrap());
            (entry.path().to_owned(), bytes)
        })
        .collect()
}

fn write(site: &Folder, path: &str, bytes: impl AsRef<[u8]>) {
    let file = site.0.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn support_toml_under_another_name_is_named() {
    for name in ["support.toml.txt", "support.toml.bak"] {
        let site = Folder::new("named");
        write(&site, name, repository("tests/cases/base.toml"));
        check(
            &site,
            &[],
            1,
            &format!(
                "error[IO-02]: there is no support.toml in this folder\nhelp: rename {name} to support.toml; in Windows Explorer choose View, Show, File name extensions, to see its whole name"
            ),
        );
        assert!(!site.0.join("public").exists());
    }
    let empty = Folder::new("none");
    check(
        &empty,
        &[],
        1,
        "error[IO-02]: there is no support.toml in this folder\nhelp: give the folder that holds support.toml",
    );
}

#[test]
fn a_folder_in_the_place_of_support_toml_is_told() {
    let site = Folder::new("folder");
    std::fs::create_dir(site.0.join("support.toml")).unwrap();
    check(
        &site,
        &[],
        1,
        "error[IO-02]: support.toml is a folder, and must be a file\nhelp: rename the folder, and put the file support.toml in its place",
    );
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told() {
    let site = Folder::site("file");
    write(&site, "content", "mine");
    check(
        &site,
        &[],
        1,
        "error[IO-02]: content is a file, and must be a folder\nhelp: give the file another name, and make a folder of this name if you need one",
    );
}

#[test]
fn an_output_folder_that_is_anothers_is_refused_and_stays_as_it_is() {
    let outer = Folder::new("outer");
    let site = Folder(outer.0.join("site"));
    write(&site, "support.toml", repository("tests/cases/base.toml"));
    write(&site, "content/en/articles/a.md", "+++\ntitle = \"A\"\n+++\n");
    write(&site, "mine/thesis.docx", "mine");
    write(&site, "a-file", "mine");
    let before = contents(&outer.0);
    let own = "publish into a folder of its own: leave out --output, or name a new folder such as public";
    let path = |inner: &str| site.0.join(inner).display().to_string();
    for (output, why) in [
        (path("."), "it is the site's own folder, or holds it"),
        (path(".."), "it is the site's own folder, or holds it"),
        (path("content"), "the site keeps its sources in content"),
        (path("content/en/new"), "the site keeps its sources in content"),
        (path("CONTENT/x"), "the site keeps its sources in content"),
        (path("static"), "the site keeps its sources in static"),
        (path("a-file"), "it is no folder"),
    ] {
        let (exit, told) = build(&site.0, &["--output", &output]);
        let output = output.replace(&site.0.display().to_string(), "SITE");
        assert_eq!(exit, Some(2), "{output}: {told}");
        assert_eq!(told, format!("error[OUT-01]: cannot publish into {output}: {why}\nhelp: {own}"));
    }
    let (exit, told) = build(&site.0, &["--output", &path("mine")]);
    assert_eq!(exit, Some(2));
    assert_eq!(
        told,
        "error[OUT-01]: cannot publish into SITE/mine: it holds thesis.docx, and supportal did not make this folder\nhelp: name a new or empty folder with --output, or move these files away first"
    );
    assert_eq!(contents(&outer.0), before, "nothing is written, nothing is lost");
}

#[test]
fn a_path_through_a_file_cannot_be_read() {
    let site = Folder::site("through");
    write(&site, "a-file", "mine");
    let output = site.0.join("a-file/public").display().to_string();
    let (exit, told) = build(&site.0, &["--output", &output]);
    assert_eq!(exit, Some(3), "{told}");
    assert!(told.starts_with("error[IO-01]: cannot read SITE/a-file/public: "), "{told}");
}

#[test]
fn a_clock_that_cannot_be_is_wrong_usage() {
    let site = Folder::site("clock");
    for clock in [
        "1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z",
        "10000-01-01T00:00:00Z",
        "-000001-01-01T00:00:00Z",
        "2026-11-22",
    ] {
        let output = run(&["build", &format!("--now={clock}")], &site.0);
        assert_eq!(output.status.code(), Some(2), "{clock}");
        assert_eq!(
            errors(&output),
            format!("error: --now {clock} is not an instant from 1970 to 9998; write it like 2026-11-22T10:00:00Z\n")
        );
    }
    for clock in ["1970-01-01T00:00:00Z", "9998-12-31T23:59:59Z"] {
        assert_eq!(run(&["check", "--now", clock], &site.0).status.code(), Some(0), "{clock}");
    }
    assert!(!site.0.join("public").exists());
}

#[test]
fn an_address_that_no_portal_can_have_is_wrong_usage() {
    let site = Folder::site("address");
    for url in [
        "foo",
        "https://support.contoso.example/?a=b",
        "https://support.contoso.example/#a",
        "http://support.contoso.example/",
    ] {
        let output = run(&["build", "--base-url", url], &site.0);
        assert_eq!(output.status.code(), Some(2), "{url}: {}", errors(&output));
        assert!(
            errors(&output).starts_with(&format!("error: --base-url {url} is not the whole web address of a folder"))
        );
    }
}

#[test]
fn thousands_of_problems_are_counted_and_the_first_told() {
    let site = Folder::site("many");
    let keys: String = (0..3_000).map(|i| format!("k{i} = 1\n")).collect();
    write(&site, "support.toml", repository("tests/cases/base.toml") + &keys);
    let output = run(&["check"], &site.0);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(errors(&output).matches("error[KEY-01]").count(), 100);
    assert!(
        errors(&output).contains("… and 2900 more") && errors(&output).contains("3000 errors"),
        "a count of the rest"
    );
    let output = run(&["check", "--format", "json"], &site.0);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((report["diagnostics"].as_array().unwrap().len(), &report["more"]), (1_000, &2_000.into()));
}

/// What only Unix lets a file be, or be called.
#[cfg(unix)]
mod unix {
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
        let names =
            ["a b", "it's \"new\"", "100%", "100%25", "#1 question", "why?", "call \u{1F4DE}", "\u{1F680}", &long];
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
}
