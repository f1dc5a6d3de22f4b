//! The conversation on a real terminal.
#![cfg(unix)]

use crate::harness::Folder;
use crate::terminal::Terminal;

const INIT: &[&str] = &["init", "site"];

#[test]
fn a_person_answers_and_has_a_portal() {
    let folder = Folder::new("init-terminal");
    let mut terminal = Terminal::new(INIT, &folder.0);
    terminal.answer("Name of your company", "Żółw \"IT\"\n".as_bytes());
    terminal.answer("[direct-bill]", b"\n");
    terminal.answer("Your country", b"pl\n");
    terminal.answer("[pl]", b"pl, en\n");
    terminal.answer("with +48 in front", b"225550123\n");
    terminal.answer("write \"+48225550123\"", b"+48225550123\n");
    terminal.answer("E-mail", b"pomoc@zolw.pl\n");
    terminal.answer("[https://support.zolw.pl/]", b"\n");
    terminal.answer("[mon-fri 08:00-17:00]", b"\n");
    assert_eq!(terminal.ended().code(), Some(0));
    let toml = std::fs::read_to_string(folder.0.join("site/support.toml")).unwrap();
    assert!(toml.contains("name = \"Żółw \\\"IT\\\"\"\n"), "{toml}");
    // By when the partner answers is asked of nobody, and promised for nobody.
    let marked: Vec<&str> = toml.lines().filter(|line| line.ends_with("  # placeholder")).collect();
    assert!(matches!(marked[..], [line] if line.starts_with("reply_within")), "{marked:?}");
}

#[test]
fn who_leaves_in_the_middle_leaves_nothing() {
    let folder = Folder::new("init-left");
    let mut terminal = Terminal::new(INIT, &folder.0);
    terminal.answer("Name of your company", b"Contoso\n");
    // Ctrl-D at the begin of a line.
    terminal.answer("[direct-bill]", b"\x04");
    assert_eq!(terminal.ended().code(), Some(2));
    assert!(!folder.0.join("site").exists());
}
