//! The command as it is typed: exit status, what it prints, what it leaves.

use std::process::Command;

use super::harness::{Folder, errors, run};

#[test]
fn build_writes_public_and_ends_with_0() {
    let site = Folder::site("build");
    let output = run(&["build", "--now", "2026-11-22T10:00:00Z"], &site.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(site.0.join("public/index.html").is_file());
    assert!(output.stdout.is_empty());
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Folder::site("again");
    run(&["build", "--now", "2026-11-22T10:00:00Z"], &site.0);
    let output = run(&["build", "--now", "2026-11-22T10:00:00Z"], &site.0);
    assert!(errors(&output).contains(" 0 written"), "{}", errors(&output));
}

#[test]
fn a_site_with_errors_ends_with_1_and_keeps_what_is_published() {
    let site = Folder::site("broken");
    run(&["build"], &site.0);
    let before = std::fs::read(site.0.join("public/index.html")).unwrap();
    let config = std::fs::read_to_string(site.0.join("support.toml")).unwrap();
    std::fs::write(site.0.join("support.toml"), config.replace("Europe/Warsaw", "CET")).unwrap();
    let output = run(&["build"], &site.0);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("error[HRS-01]") && errors(&output).contains("support.toml:"),
        "{}",
        errors(&output)
    );
    assert_eq!(std::fs::read(site.0.join("public/index.html")).unwrap(), before);
}

#[test]
fn wrong_usage_and_a_foreign_folder_end_with_2() {
    let site = Folder::site("usage");
    assert_eq!(run(&["build", "--colour"], &site.0).status.code(), Some(2));
    assert_eq!(run(&["build", "--now", "yesterday"], &site.0).status.code(), Some(2));
    let foreign = Folder::new("foreign");
    std::fs::write(foreign.0.join("thesis.docx"), "mine").unwrap();
    let output = run(&["build", "--output", foreign.0.to_str().unwrap()], &site.0);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    assert_eq!(std::fs::read_to_string(foreign.0.join("thesis.docx")).unwrap(), "mine");
}

#[test]
fn a_folder_that_does_not_exist_ends_with_3_and_one_without_support_toml_with_1() {
    let empty = Folder::new("empty");
    let nowhere = run(&["build"], &empty.0.join("nowhere"));
    assert_eq!(nowhere.status.code(), Some(3));
    let told = errors(&nowhere);
    for words in ["cannot read the folder", "it does not exist", "or make one: supportal init"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let output = run(&["build"], &empty.0);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("there is no support.toml"), "{}", errors(&output));
}

#[test]
fn check_writes_nothing_and_json_is_json() {
    let site = Folder::site("check");
    let output = run(&["check", "--format", "json"], &site.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["version"], 1);
    assert!(!site.0.join("public").exists());
}

#[test]
fn the_clock_may_come_from_source_date_epoch() {
    let site = Folder::site("epoch");
    let output = Command::new(env!("CARGO_BIN_EXE_supportal"))
        .args(["build"])
        .arg(&site.0)
        .env("SOURCE_DATE_EPOCH", "1795341600")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let output = Command::new(env!("CARGO_BIN_EXE_supportal"))
        .args(["build"])
        .arg(&site.0)
        .env("SOURCE_DATE_EPOCH", "soon")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}

/// Runs the command while nobody reads what it prints.
fn unread(arguments: &[&str], site: &std::path::Path) -> Option<i32> {
    let closed = || std::io::pipe().unwrap().1;
    let mut command = Command::new(env!("CARGO_BIN_EXE_supportal"));
    command.args(arguments).arg(site).stdout(closed()).stderr(closed()).status().unwrap().code()
}

#[test]
fn a_reader_who_goes_away_is_no_fault() {
    let site = Folder::site("closed-pipe");
    assert_eq!(unread(&["check", "--format", "json"], &site.0), Some(0));
    assert_eq!(unread(&["build", "--timings"], &site.0), Some(0));
    assert_eq!(unread(&["theme", "list"], &site.0), Some(0));
    assert_eq!(unread(&["profile"], &site.0), Some(0));
    for arguments in [&["explain"][..], &["schema"], &["completions", "zsh"], &["man"], &["--help"]] {
        let closed = || std::io::pipe().unwrap().1;
        let mut command = Command::new(env!("CARGO_BIN_EXE_supportal"));
        command.args(arguments).stdout(closed()).stderr(std::process::Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!((output.status.code(), errors(&output)), (Some(0), String::new()), "{arguments:?}");
    }
    std::fs::write(site.0.join("support.toml"), "schema = ").unwrap();
    assert_eq!(unread(&["check", "--format", "github"], &site.0), Some(1));
    assert_eq!(unread(&["build"], &site.0), Some(1));
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_does_not_fit_on_the_disk_ends_with_3() {
    let site = Folder::site("full-disk");
    let of_site = [&["check", "--format", "json"][..], &["theme", "list"], &["build", "--timings=json"], &["profile"]];
    let path = site.0.to_str().unwrap();
    let of_site = of_site.map(|arguments| [arguments, &[path]].concat());
    of_site.iter().for_each(|arguments| does_not_fit(arguments));
    // A report that nobody gets is the graver fault, for a program would take the silence for a clean site.
    std::fs::write(site.0.join("support.toml"), "schema = ").unwrap();
    for format in ["json", "sarif", "github"] {
        does_not_fit(&["check", "--format", format, path]);
        does_not_fit(&["profile", "--format", format, path]);
    }
    for arguments in [
        &["explain"][..],
        &["explain", "HRS-01"],
        &["schema"],
        &["completions", "bash"],
        &["completions", "zsh"],
        &["completions", "fish"],
        &["completions", "powershell"],
        &["man"],
        &["--help"],
        &["--version"],
    ] {
        does_not_fit(arguments);
    }
}

#[cfg(target_os = "linux")]
fn does_not_fit(arguments: &[&str]) {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_supportal"));
    let output = command.args(arguments).stdout(full).output().unwrap();
    let told = errors(&output);
    assert_eq!(output.status.code(), Some(3), "{arguments:?}: {told}");
    assert_eq!(told.matches("cannot write to standard output: the disk is full").count(), 1, "{arguments:?}: {told}");
}

#[test]
fn explain_shows_one_check_lists_all_and_suggests_the_nearest() {
    let explain = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_supportal")).arg("explain").args(arguments).output().unwrap()
    };
    let one = explain(&["csp-04"]);
    let text = String::from_utf8(one.stdout).unwrap();
    assert_eq!(one.status.code(), Some(0));
    assert!(
        text.starts_with("CSP-04 (error)\n")
            && text.contains("\nSource: ")
            && text.contains("\nRight, in support.toml:\n")
    );
    assert!(text.lines().all(|line| line.starts_with("    ") || line.chars().count() <= 80), "{text}");
    let all = String::from_utf8(explain(&[]).stdout).unwrap();
    assert_eq!(all.lines().count(), supportal::diagnostic::code::ALL.len());
    let unknown = explain(&["CSP-99"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(errors(&unknown).contains("did you mean CSP-"), "{}", errors(&unknown));
}

#[test]
fn sarif_has_all_rules_with_their_help_and_a_region_for_each_place() {
    let site = Folder::site("sarif");
    std::fs::create_dir_all(site.0.join("content/en/articles")).unwrap();
    std::fs::write(site.0.join("content/en/articles/z ż.md"), "no front matter").unwrap();
    let output = run(&["check", "--format", "sarif"], &site.0);
    assert_eq!(output.status.code(), Some(1));
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), supportal::diagnostic::code::ALL.len());
    assert!(rules.iter().all(|rule| rule["help"]["text"].as_str().is_some_and(|text| !text.is_empty())));
    let results = run["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result["ruleId"] == "DOC-01"));
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.is_ascii() && !uri.contains(' ') && !uri.starts_with('/'), "{uri}");
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
    }
}

#[test]
fn placeholders_warn_and_stop_a_release() {
    let site = Folder::new("release");
    let config = super::harness::repository("tests/cases/whole.toml");
    std::fs::write(site.0.join("support.toml"), &config).unwrap();
    let clock = ["--now", "2026-11-22T10:00:00Z"];
    assert_eq!(run(&["check", "--release", "--strict", clock[0], clock[1]], &site.0).status.code(), Some(0));
    let marked = config.replacen("name = \"Contoso\"", "name = \"Contoso\"  # placeholder: your company", 1);
    let reserved = config.replace("+48225550123", "+442079460123");
    let unfinished = config.replacen("country = \"PL\"", "country = \"DE\"", 1);
    for (config, code) in [(marked, "CON-05"), (reserved, "CON-05"), (unfinished, "LEG-01")] {
        std::fs::write(site.0.join("support.toml"), config).unwrap();
        let draft = run(&["check", clock[0], clock[1]], &site.0);
        assert_eq!(draft.status.code(), Some(0), "{}", errors(&draft));
        assert!(errors(&draft).contains(&format!("warning[{code}]")), "{}", errors(&draft));
        let release = run(&["build", "--release", clock[0], clock[1]], &site.0);
        assert_eq!(release.status.code(), Some(1));
        assert!(errors(&release).contains(&format!("error[{code}]")), "{}", errors(&release));
    }
    // Who lets them pass while writing publishes them no more than others.
    let allowed = config.replace("+48225550123", "+442079460123") + "\n[checks]\nCON-05 = \"allow\"\n";
    std::fs::write(site.0.join("support.toml"), allowed).unwrap();
    let draft = run(&["check", "--strict", clock[0], clock[1]], &site.0);
    assert_eq!(draft.status.code(), Some(0), "{}", errors(&draft));
    let release = run(&["build", "--release", clock[0], clock[1]], &site.0);
    assert!(errors(&release).contains("error[CON-05]"), "{}", errors(&release));
}

#[test]
fn a_foreign_file_where_a_page_would_stand_is_kept_and_told() {
    let site = Folder::site("in-the-way");
    run(&["build"], &site.0);
    let foreign = site.0.join("public/articles/mail/index.html");
    std::fs::create_dir_all(foreign.parent().unwrap()).unwrap();
    std::fs::write(&foreign, "mine").unwrap();
    std::fs::create_dir_all(site.0.join("content/en/articles")).unwrap();
    std::fs::write(site.0.join("content/en/articles/mail.md"), "+++\ntitle = \"Mail\"\n+++\n\nWait.\n").unwrap();
    let output = run(&["build"], &site.0);
    assert_ne!(output.status.code(), Some(0));
    assert!(errors(&output).contains("error[OUT-02]"), "{}", errors(&output));
    assert_eq!(std::fs::read_to_string(foreign).unwrap(), "mine");
}

#[test]
fn shells_complete_every_command_and_each_has_a_page() {
    let folder = Folder::new("manual");
    let said = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_supportal")).args(arguments).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {}", errors(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let pages = folder.0.join("man/man1");
    assert_eq!(run(&["man"], &pages).status.code(), Some(0));
    let help = said(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands: Vec<&str> =
        listed.map_while(|line| line.split_whitespace().next()).filter(|c| *c != "help").collect();
    assert!(commands.contains(&"build") && commands.len() > 5, "{commands:?}");
    for command in &commands {
        let page = std::fs::read_to_string(pages.join(format!("supportal-{command}.1"))).unwrap();
        assert!(page.contains(&format!(".TH supportal-{command} 1")), "{page}");
    }
    assert!(pages.join("supportal-theme-list.1").is_file());
    assert!(said(&["man"]).contains(".TH supportal 1"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = said(&["completions", shell]);
        for word in commands.iter().chain(&["base-url"]) {
            assert!(script.contains(word), "{shell} does not complete {word}");
        }
    }
}

#[test]
fn a_wrong_value_that_only_microsoft_may_see_is_in_no_report() {
    let site = Folder::site("secret");
    let path = site.0.join("support.toml");
    let config = std::fs::read_to_string(&path).unwrap();
    for (email, telephone) in [("\"soc at hush.example\"", "\"0987 hush\""), ("\"<soc@hush.example>\"", "48220000987")]
    {
        let secret = format!("\n[security.microsoft_only]\nemail = {email}\ntelephone = {telephone}\n");
        std::fs::write(&path, format!("{config}{secret}")).unwrap();
        for format in ["human", "json", "sarif", "github"] {
            let output = run(&["check", "--format", format], &site.0);
            let told = errors(&output) + &String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert!(told.contains("CON-03") && told.contains("only Microsoft may see is wrong"), "{told}");
            assert!(!told.contains("hush") && !told.contains("0987"), "{format}: {told}");
        }
    }
}
