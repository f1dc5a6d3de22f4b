//! `supportal init`: a new portal from options, from a conversation on a terminal, or from placeholders.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::Init;
use super::{Exit, clock, say};
use crate::check::MARK;
use crate::diagnostic::reason;
use crate::init::{Answers, Ended, File, Folder, Question, Refused, ask, starter};

/// Makes the portal, and says what to do next.
pub(super) fn run(init: &Init) -> Exit {
    let folder = match Folder::new(&init.folder) {
        Ok(folder) => folder,
        Err(refused) => return tell(&refused, &init.folder),
    };
    let now = match clock(None) {
        Ok(now) => now,
        Err(message) => return wrong(&message),
    };
    let mut answers = Answers::default();
    if let Err(exit) = take(init, &mut answers) {
        return exit;
    }
    if answers.open().next().is_some() && io::stdin().is_terminal() && io::stderr().is_terminal() {
        match ask(&mut answers, &mut io::stdin().lock(), &mut io::stderr().lock()) {
            Ok(Ended::Answered) => {}
            Ok(Ended::Left) => {
                say::aside("Nothing was written. Run the command again when you are ready.");
                return Exit::WrongUsage;
            }
            Err(problem) => {
                say::aside(format_args!("error: cannot ask: {}\nNothing was written.", reason(&problem)));
                return Exit::CannotReadOrWrite;
            }
        }
    }
    let files = starter(&answers, today(now));
    if let Err(refused) = folder.write(&files) {
        return tell(&refused, &init.folder);
    }
    done(&init.folder, &files);
    Exit::Done
}

fn today(now: Timestamp) -> jiff::civil::Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// Takes the options, in the order of the questions.
fn take(init: &Init, answers: &mut Answers) -> Result<(), Exit> {
    for (question, option, given) in [
        (Question::Name, "--name", &init.name),
        (Question::Role, "--role", &init.role),
        (Question::Provider, "--provider", &init.provider),
        (Question::ProviderWebsite, "--provider-website", &init.provider_website),
        (Question::Country, "--country", &init.country),
        (Question::Languages, "--lang", &init.lang),
        (Question::Telephone, "--telephone", &init.telephone),
        (Question::Email, "--email", &init.email),
        (Question::Website, "--base-url", &init.base_url),
        (Question::Hours, "--hours", &init.hours),
    ] {
        let Some(given) = given else { continue };
        if !answers.concerns(question) {
            return Err(wrong(&format!(
                "{option} is for an indirect reseller\n  leave it out, or give --role indirect-reseller"
            )));
        }
        match answers.give(question, given) {
            Ok(taken) if taken != given.trim() => say::aside(format_args!("{option} is written as {taken}")),
            Ok(_) => {}
            Err(problem) => return Err(wrong(&format!("{option}: {}\n  {}", problem.message, problem.hint))),
        }
    }
    Ok(())
}

fn wrong(message: &str) -> Exit {
    say::aside(format_args!("error: {message}\nNothing was written."));
    Exit::WrongUsage
}

fn tell(refused: &Refused, folder: &Path) -> Exit {
    let folder = folder.display();
    match refused {
        Refused::NoFolder => wrong(&format!("{folder} is a file\n  give the folder in which the portal is to be")),
        Refused::Standing(files) => wrong(&format!(
            "{folder} holds already: {}\n  nothing is ever overwritten; give a new folder: supportal init my-portal",
            files.join(", ")
        )),
        Refused::Unwritable(file, problem) => {
            say::aside(format_args!(
                "error: cannot write {file} in {folder}: {}\nNothing was written.",
                reason(problem)
            ));
            Exit::CannotReadOrWrite
        }
    }
}

/// What there is now, what is missing, and what to do.
fn done(folder: &Path, files: &[File]) {
    let site = folder.display();
    say::aside(format_args!("A portal of {} files is in {site}; its facts are in support.toml.", files.len()));
    let marked = |(path, text): &&File| path == "support.toml" && text.contains(&format!("  {MARK}"));
    if let Some((_, text)) = files.iter().find(marked) {
        let lines: Vec<String> = text
            .lines()
            .zip(1..)
            .filter(|(line, _)| line.ends_with(MARK))
            .map(|(_, number)| format!("{number}"))
            .collect();
        say::aside(format_args!(
            "Placeholders to replace with your own values stand in its line{} {}.",
            if lines.len() == 1 { "" } else { "s" },
            lines.join(", ")
        ));
    }
    let site = if folder == Path::new(".") { String::new() } else { format!(" {}", quoted(&site.to_string())) };
    say::aside(format_args!(
        "\nNext:\n  supportal serve{site} --open    shows it in your browser while you edit\n  supportal check{site}           names what is missing\n  supportal build{site} --release    writes what you publish"
    ));
}

/// The path as a shell takes it. Windows has no quotes in names, and other shells read nothing between single ones.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:~+,@".contains(c);
    match path {
        _ if path.chars().all(is_plain) => path.to_owned(),
        _ if path.contains(['"', '$', '`', '!']) => format!("'{}'", path.replace('\'', "'\\''")),
        _ => format!("\"{path}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_path_is_quoted_as_a_shell_takes_it() {
        for (path, written) in [
            ("my-portal", "my-portal"),
            ("C:\\Portals\\żółw", "C:\\Portals\\żółw"),
            ("my portal", "\"my portal\""),
            ("it's (new)", "\"it's (new)\""),
            ("say \"hi\"", "'say \"hi\"'"),
            ("it's $5", "'it'\\''s $5'"),
        ] {
            assert_eq!(quoted(path), written);
        }
    }
}
