//! What is taken as an answer, what is told of another, and how a conversation goes.

use std::io::Cursor;

use supportal::init::{Answers, Ended, Question, ask};

use super::{built, configuration, given};

#[test]
fn any_text_as_a_name_is_written_as_valid_toml_or_refused() {
    for name in [
        "Büro \"X\" \\ n",
        "'''",
        "👍👩‍🔧",
        "\u{202e}عربي שלום",
        "# placeholder",
        "{{ name }} {% if %}",
        "<b>&amp;",
        "]] = \u{a0}",
    ] {
        let answers = given(&[(Question::Name, name)]);
        let table: toml::Table = configuration(&answers).parse().unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(table["partner"]["name"].as_str(), Some(name.trim()));
        assert!(!built(&answers).has_errors());
    }
    for name in ["", "  ", "a\nb", "a\r", "\u{0}", "\u{1b}[31m"] {
        let told = Answers::default().give(Question::Name, &format!("x{name}x"));
        assert!(name.trim().is_empty() || told.is_err(), "{name:?}");
    }
    assert!(Answers::default().give(Question::Name, " ").is_err());
}

#[test]
fn a_part_of_a_role_is_enough_to_be_told_which() {
    for (said, role) in
        [("direct", "direct-bill"), ("reseller", "indirect-reseller"), ("Provider", "indirect-provider")]
    {
        let problem = Answers::default().give(Question::Role, said).unwrap_err();
        assert_eq!(problem.hint, format!("did you mean `{role}`?"), "{said}");
    }
    let problem = Answers::default().give(Question::Role, "indirect").unwrap_err();
    assert!(problem.hint.contains("indirect-reseller, indirect-provider"), "{}", problem.hint);
}

#[test]
fn a_wrong_answer_is_told_what_to_say_instead_and_a_clear_one_is_corrected() {
    let mut answers = given(&[(Question::Country, "DE")]);
    for (question, typed, hint) in [
        (Question::Role, "reseller", "indirect-reseller"),
        (Question::Country, "Utopia", "two letters"),
        (Question::Languages, "english", "pl, de"),
        (Question::Telephone, "0341 2345678", "\"+493412345678\""),
        (Question::Email, "help at contoso", "help@contoso.com"),
        (Question::Website, "support.contoso.com", "https://support.contoso.com"),
        (Question::Hours, "mon-fri 09:00-26:00", "24-hour clock"),
        (Question::Hours, "workdays", "mon, tue"),
    ] {
        let problem = answers.give(question, typed).unwrap_err();
        assert!(problem.hint.contains(hint), "{typed}: {problem:?}");
    }
    for (question, typed, taken) in [
        (Question::Country, "uk", "GB"),
        (Question::Languages, "PL,en_gb", "pl,en-GB"),
        (Question::Telephone, "+49 341 2345678", "+493412345678"),
        (Question::Hours, "Mon-Fri 8:00–17:00", "Mon-Fri 08:00-17:00"),
    ] {
        assert_eq!(answers.give(question, typed).as_deref(), Ok(taken));
    }
}

#[test]
fn a_conversation_asks_again_takes_what_is_usual_and_ends_politely() {
    let mut answers = given(&[(Question::Name, "Contoso")]);
    let typed = "\nPL\n\n22 555 01 23\n+48 22 555 01 23\nhelp@contoso.com\n\n\n";
    let mut said = Vec::new();
    let ended = ask(&mut answers, &mut Cursor::new(typed), &mut said).unwrap();
    let said = String::from_utf8(said).unwrap();
    assert_eq!(ended, Ended::Answered, "{said}");
    assert!(!said.contains("Name of your company") && !said.contains("indirect provider:"), "{said}");
    assert!(said.contains("with +48 in front") && said.contains("write \"+48225550123\""), "{said}");
    assert!(said.contains("[https://support.contoso.com/]"), "{said}");
    assert_eq!(answers.open().count(), 0);
    assert!(built(&answers).diagnostics.is_empty(), "{}", built(&answers).told());

    let left = ask(&mut Answers::default(), &mut Cursor::new("Contoso\n"), &mut Vec::new()).unwrap();
    assert_eq!(left, Ended::Left);
}
