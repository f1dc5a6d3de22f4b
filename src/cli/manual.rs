//! `supportal completions` and `supportal man`: what shells complete and what `man` shows, made from the arguments.

use std::io;
use std::path::Path;

use clap::{Command, CommandFactory as _};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args::Arguments;
use super::{Exit, say};
use crate::diagnostic::reason;

/// Prints what `shell` completes.
pub(super) fn completions(shell: Shell) -> Exit {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "supportal", &mut script);
    say::answer(String::from_utf8_lossy(&script).trim_end()).err().unwrap_or(Exit::Done)
}

/// Prints the page of the whole command, or writes the pages of all commands into a folder.
pub(super) fn pages(folder: Option<&Path>) -> Exit {
    let mut command = Arguments::command();
    command.build();
    let Some(folder) = folder else {
        return match page(&command) {
            Ok(page) => say::answer(page.trim_end()).err().unwrap_or(Exit::Done),
            Err(problem) => unwritable("the manual", &problem),
        };
    };
    if let Err(problem) = std::fs::create_dir_all(folder) {
        return unwritable(&folder.display().to_string(), &problem);
    }
    for command in all(&command) {
        let file = folder.join(format!("{}.1", name(command)));
        match page(command).and_then(|page| std::fs::write(&file, page)) {
            Ok(()) => say::aside(file.display()),
            Err(problem) => return unwritable(&file.display().to_string(), &problem),
        }
    }
    Exit::Done
}

/// A command and those below it; `help` explains itself.
fn all(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().filter(|below| below.get_name() != "help");
    std::iter::once(command).chain(below.flat_map(all)).collect()
}

/// `supportal-theme-list`.
fn name(command: &Command) -> String {
    command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned()
}

fn page(command: &Command) -> io::Result<String> {
    let mut page = Vec::new();
    Man::new(command.clone()).title(name(command)).render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn unwritable(what: &str, problem: &io::Error) -> Exit {
    say::aside(format_args!("error: cannot write {what}: {}", reason(problem)));
    Exit::CannotReadOrWrite
}
