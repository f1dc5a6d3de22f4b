//! `supportal profile`: the body for Partner Center, and drift against what stands there.

use super::harness::{Folder, errors, repository, run};

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    std::fs::write(folder.0.join("support.toml"), repository("tests/cases/whole.toml")).unwrap();
    folder
}

#[test]
fn the_body_has_the_fields_of_the_support_profile_and_people_learn_where_to_enter_them() {
    let site = folder("profile");
    let output = run(&["profile"], &site.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let body: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let wanted = serde_json::json!({
        "Email": "help@contoso.com",
        "Telephone": "+48225550123",
        "Website": "https://support.contoso.com/",
        "ProfileType": "support_profile",
        "Attributes": { "ObjectType": "PartnerSupportProfile" },
    });
    assert_eq!(body, wanted);
    let told = errors(&output);
    for words in [
        "Customer support profile",
        "Help desk information",
        "Custom helpdesk email or URL",
        "Tenant administration",
        "https://support.contoso.com/cannot-sign-in/",
    ] {
        assert!(told.contains(words), "{words}");
    }
}

#[test]
fn drift_is_told_field_by_field_and_ends_with_1() {
    let site = folder("drift");
    let live = site.0.join("live.json");
    let diff = |answer: &str| {
        std::fs::write(&live, answer).unwrap();
        let output = run(&["profile", "--diff", live.to_str().unwrap()], &site.0);
        let fields: Vec<String> = serde_json::from_slice::<serde_json::Value>(&output.stdout).map_or_else(
            |_| Vec::new(),
            |told| {
                told["fields"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|field| field["state"].as_str().unwrap().to_owned())
                    .collect()
            },
        );
        (output.status.code(), fields.join(" "))
    };
    let same = r#"{"email":"Help@contoso.com","telephone":"+48 22 555 01 23","website":"https://support.contoso.com","profileType":"support_profile"}"#;
    assert_eq!(diff(same), (Some(0), "same same same".to_owned()));
    assert_eq!(diff(&format!("\u{feff}{same}")), (Some(0), "same same same".to_owned()));
    let drift = r#"{"Email":"old@contoso.com","Telephone":"","Website":"http://support.contoso.com/"}"#;
    assert_eq!(diff(drift), (Some(1), "changed missing changed".to_owned()));
    let drift =
        r#"{"email":"help@contoso.com","telephone":"+48 22 555 01 24","website":"https://support.contoso.com/en/"}"#;
    assert_eq!(diff(drift), (Some(1), "same changed changed".to_owned()));
    assert_eq!(diff("{}"), (Some(1), "missing missing missing".to_owned()));
    assert_eq!(diff("[]").0, Some(2));
    assert_eq!(diff("<html>").0, Some(2));
    assert_eq!(run(&["profile", "--diff", "nowhere.json"], &site.0).status.code(), Some(3));
    std::fs::write(site.0.join("support.toml"), "schema = ").unwrap();
    assert_eq!(run(&["profile"], &site.0).status.code(), Some(1));
}

#[test]
fn the_answer_is_read_as_powershell_saves_it() {
    let site = folder("drift-encodings");
    let live = site.0.join("live.json");
    let text =
        "{\"email\":\"help@contoso.com\",\"telephone\":\"+48225550123\",\"website\":\"https://support.contoso.com/\"}";
    let units =
        |bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect();
    let all: [Vec<u8>; 4] =
        [text.into(), format!("\u{feff}{text}").into(), units(u16::to_le_bytes), units(u16::to_be_bytes)];
    for bytes in all {
        std::fs::write(&live, &bytes).unwrap();
        let output = run(&["profile", "--diff", live.to_str().unwrap()], &site.0);
        assert_eq!(output.status.code(), Some(0), "{bytes:?}: {}", errors(&output));
    }
    std::fs::write(&live, b"{\"email\": \"\xff\xfe").unwrap();
    assert_eq!(run(&["profile", "--diff", live.to_str().unwrap()], &site.0).status.code(), Some(2));
}

#[test]
fn what_is_no_file_or_has_no_end_is_told_at_once() {
    let site = Folder::site("profile-no-file");
    let folder = run(&["profile", "--diff", "."], &site.0);
    assert_eq!(folder.status.code(), Some(3));
    assert!(errors(&folder).contains("it is a folder"), "{}", errors(&folder));
    if std::path::Path::new("/dev/zero").exists() {
        let device = run(&["profile", "--diff", "/dev/zero"], &site.0);
        assert_eq!(device.status.code(), Some(3));
        assert!(errors(&device).contains("it is no ordinary file; give `-`"), "{}", errors(&device));
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_to_is_not_waited_for() {
    let site = folder("profile-pipe");
    let pipe = site.0.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let output = run(&["profile", "--diff", pipe.to_str().unwrap()], &site.0);
    assert_eq!(output.status.code(), Some(3));
    assert!(errors(&output).contains("it is no ordinary file; give `-`"), "{}", errors(&output));
}

#[test]
fn another_command_may_hand_the_answer_over() {
    let site = folder("profile-handed");
    let answer = r#"{"email":"help@contoso.com","telephone":"+48225550123","website":"https://support.contoso.com/"}"#;
    let (reader, mut writer) = std::io::pipe().unwrap();
    std::io::Write::write_all(&mut writer, answer.as_bytes()).unwrap();
    drop(writer);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_supportal"));
    let output = command.args(["profile", "--diff", "-"]).arg(&site.0).stdin(reader).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
}

#[test]
fn no_more_than_the_start_of_a_long_file_is_read() {
    let site = folder("profile-long");
    let live = site.0.join("live.json");
    let answer = r#"{"email":"help@contoso.com","telephone":"+48225550123","website":"https://support.contoso.com/"}"#;
    // What stands behind the first megabyte is not looked at.
    for (blanks, exit) in [(1 << 10, 0), (1 << 20, 2)] {
        std::fs::write(&live, format!("{}{answer}", " ".repeat(blanks))).unwrap();
        let output = run(&["profile", "--diff", live.to_str().unwrap()], &site.0);
        assert_eq!(output.status.code(), Some(exit), "{blanks}: {}", errors(&output));
    }
}
