//! `supportal check --fix`: what is certain is written, and nothing else is touched.

use super::harness::{Folder, errors, repository, run};

const CLOCK: [&str; 2] = ["--now", "2026-11-22T10:00:00Z"];

#[test]
fn certain_faults_are_fixed_and_comments_and_layout_stay() {
    let site = Folder::new("fix");
    let whole = repository("tests/cases/whole.toml");
    let slips = [
        ("country = \"PL\"", "country = \"pl\"   # where we are"),
        ("[\"08:00-17:00\"]", "[\"8:00–17:00\"]"),
        ("mon-fri", "Mon-Fri"),
        ("telephone = \"+48225550123\"\nhours", "telephone = \"+48 22 555 01 23\"\nhours"),
        ("time_zone = \"Europe/Warsaw\"", "time_zonne   =   \"europe/warsaw\""),
        ("languages = [\"en\"]", "languages = \"en\"\nreviewed = \"2026-11-12\""),
        ("email = \"security@contoso.com\"", "email = \"Security <security@contoso.com>\""),
    ];
    let broken = slips.iter().fold(whole, |text, (right, wrong)| {
        assert!(text.contains(right), "{right}");
        text.replacen(right, wrong, 1)
    });
    let path = site.0.join("support.toml");
    // As Notepad saves it.
    std::fs::write(&path, format!("\u{feff}{}", broken.replace('\n', "\r\n"))).unwrap();
    let output = run(&["check", "--fix", CLOCK[0], CLOCK[1]], &site.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(errors(&output).contains("fixed support.toml:"), "{}", errors(&output));
    let fixed = std::fs::read_to_string(&path).unwrap();
    for words in [
        "country = \"PL\"   # where we are\r\n",
        "{ mon-fri = [\"08:00-17:00\"] }",
        "telephone = \"+48225550123\"",
        "time_zone   =   \"Europe/Warsaw\"\r\n",
        "languages = [\"en\"]\r\nreviewed = 2026-11-12\r\n",
        "email = \"security@contoso.com\"",
    ] {
        assert!(fixed.contains(words), "{words}\n{fixed}");
    }
    assert!(fixed.starts_with('\u{feff}'));
    assert_eq!(std::fs::read_dir(&site.0).unwrap().count(), 1, "no other file is left");
    assert!(!errors(&run(&["check", "--fix", CLOCK[0], CLOCK[1]], &site.0)).contains("fixed "));
}

#[test]
fn what_is_only_likely_stays_as_it_was_written() {
    let site = Folder::new("unfixed");
    let whole = repository("tests/cases/whole.toml");
    for (right, wrong) in [
        ("role = \"direct-bill\"", "role = \"direct\""),
        ("telephone = \"+48225550123\"", "telephone = \"22 555 01 23\""),
        ("website = \"https", "website = \"http"),
        ("hours = \"office\"", "hours = \"ofice\""),
        ("time_zone = \"Europe/Warsaw\"", "time_zone = \"Warsaw\""),
        ("name = \"Contoso\"", "name = \"Contoso\"\nnaem = \"Contoso\""),
    ] {
        let broken = whole.replacen(right, wrong, 1);
        assert_ne!(broken, whole, "{right}");
        std::fs::write(site.0.join("support.toml"), &broken).unwrap();
        let output = run(&["check", "--fix", CLOCK[0], CLOCK[1]], &site.0);
        assert_eq!(output.status.code(), Some(1), "{wrong}: {}", errors(&output));
        assert_eq!(std::fs::read_to_string(site.0.join("support.toml")).unwrap(), broken, "{wrong}");
    }
}

#[test]
fn front_matter_is_fixed_too_and_without_the_flag_nothing_is() {
    let site = Folder::new("fix-front-matter");
    std::fs::write(site.0.join("support.toml"), repository("tests/cases/whole.toml")).unwrap();
    std::fs::create_dir_all(site.0.join("content/en/articles")).unwrap();
    let article = site.0.join("content/en/articles/mail.md");
    let broken = "+++\ntitel = \"Mail\" # the heading\ndate = \"2026-11-12\"\n+++\n\nWait.\n";
    std::fs::write(&article, broken).unwrap();
    run(&["check", CLOCK[0], CLOCK[1]], &site.0);
    assert_eq!(std::fs::read_to_string(&article).unwrap(), broken);
    let output = run(&["check", "--fix", CLOCK[0], CLOCK[1]], &site.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let fixed = "+++\ntitle = \"Mail\" # the heading\ndate = 2026-11-12\n+++\n\nWait.\n";
    assert_eq!(std::fs::read_to_string(&article).unwrap(), fixed);
}

#[test]
fn a_file_protected_against_writing_stays() {
    let site = Folder::site("fix-protected");
    let path = site.0.join("support.toml");
    let broken = std::fs::read_to_string(&path).unwrap().replace("time_zone", "time_zon");
    std::fs::write(&path, &broken).unwrap();
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights.clone()).unwrap();
    let output = run(&["check", "--fix", CLOCK[0], CLOCK[1]], &site.0);
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert!(errors(&output).contains("protected against writing"), "{}", errors(&output));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), broken);
}
