//! `supportal explain`: what a check means, from the table of rules.

use std::fmt::Write;

use super::{Exit, say};
use crate::diagnostic::guess::nearest;
use crate::diagnostic::rules::{self, Example, Rule};
use crate::diagnostic::{Code, code};

/// The width of a terminal that everyone has.
const WIDTH: usize = 80;

/// Explains one check, or lists all.
pub(super) fn run(asked: Option<&str>) -> Exit {
    let Some(asked) = asked else {
        let lines: Vec<String> = rules::all().map(line).collect();
        return say::answer(lines.join("\n")).err().unwrap_or(Exit::Done);
    };
    let id = asked.trim().to_uppercase();
    match Code::from_id(&id).and_then(rules::of) {
        Some(rule) => say::answer(entry(rule).trim_end()).err().unwrap_or(Exit::Done),
        None => {
            let near = nearest(&id, code::ALL.iter().map(|(code, _)| code.id()));
            let hint = near.map_or_else(
                || "`supportal explain` lists all checks".to_owned(),
                |near| format!("did you mean {near}? `supportal explain` lists all checks"),
            );
            say::aside(format_args!("error: there is no check `{asked}`\n  {hint}"));
            Exit::WrongUsage
        }
    }
}

fn line(rule: &Rule) -> String {
    format!("{:<8} {:<8} {}", rule.code.id(), rule.severity.name(), rule.code.title())
}

fn entry(rule: &Rule) -> String {
    let mut text =
        format!("{} ({})\n{}\n\n{}\n", rule.code, rule.severity.name(), wrapped(rule.code.title()), wrapped(rule.why));
    if !rule.source.is_empty() {
        let _ = writeln!(text, "\n{}", wrapped(&format!("Source: {}.", rule.source)));
    }
    let _ = writeln!(text, "\n{}", wrapped(&format!("What to do: {}", rule.fix)));
    example(&mut text, "Wrong", &rule.bad);
    example(&mut text, "Right", &rule.good);
    text
}

fn example(text: &mut String, name: &str, example: &Example) {
    match example {
        Example::Words(words) => {
            let _ = writeln!(text, "\n{}", wrapped(&format!("{name}: {words}")));
        }
        Example::Files(files) => {
            for (path, lines) in *files {
                let _ = writeln!(text, "\n{name}, in {path}:\n");
                for line in lines.strip_prefix(rules::ALONE).unwrap_or(lines).lines() {
                    let _ = writeln!(text, "{}", format!("    {line}").trim_end());
                }
            }
        }
    }
}

/// The words in lines that fit a terminal.
fn wrapped(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 8);
    let mut column = 0;
    for word in words.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += length;
    }
    text
}
