//! The conversation: a question on a line, what Enter gives in brackets, and a wrong answer asked again.

use std::io::{self, BufRead, Write};

use super::answers::{Answers, Question};
use crate::locale::Telephone;

/// How the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Every question was asked.
    Answered,
    /// There was no more input: the person left.
    Left,
}

/// Asks what is still open, in order.
///
/// # Errors
///
/// Those of `input` and `output`.
pub fn ask(answers: &mut Answers, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<Ended> {
    writeln!(output, "A new support portal. Enter takes what stands in [brackets]; without brackets, Enter leaves a")?;
    writeln!(
        output,
        "placeholder that you replace later. Ctrl-C ends, and nothing is written before the last answer.\n"
    )?;
    // An answer can open a question, so that each is looked at in its turn.
    for question in Question::ALL {
        if answers.concerns(question) && !answers.has(question) && one(answers, question, input, output)? == Ended::Left
        {
            writeln!(output)?;
            return Ok(Ended::Left);
        }
    }
    writeln!(output)?;
    Ok(Ended::Answered)
}

/// Asks one question until its answer can be taken.
fn one(
    answers: &mut Answers,
    question: Question,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> io::Result<Ended> {
    let usual = answers.usual(question);
    let brackets = if usual.likely { format!(" [{}]", usual.text) } else { String::new() };
    loop {
        write!(output, "{}{brackets}: ", words(question, answers))?;
        output.flush()?;
        let Some(line) = line(input)? else { return Ok(Ended::Left) };
        let typed = line.trim();
        let answer = match typed {
            "" if usual.likely => &usual.text,
            "" => return Ok(Ended::Answered),
            typed => typed,
        };
        match answers.give(question, answer) {
            Ok(taken) => {
                if taken != answer {
                    writeln!(output, "  written as {taken}")?;
                }
                return Ok(Ended::Answered);
            }
            Err(problem) => writeln!(output, "  {}\n  {}", problem.message, problem.hint)?,
        }
    }
}

/// A line, in whatever encoding a terminal has; none at the end.
fn line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = input.read_until(b'\n', &mut bytes)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

/// The question as it is asked.
fn words(question: Question, answers: &Answers) -> String {
    let asked = match question {
        Question::Name => "Name of your company, as customers know it",
        Question::Role => "Role in the programme: direct-bill, indirect-reseller or indirect-provider",
        Question::Provider => "Name of your indirect provider",
        Question::ProviderWebsite => "Website of your indirect provider",
        Question::Country => "Your country, as two letters such as PL, DE or GB",
        Question::Languages => "Languages of the portal, the main one first, such as pl, en",
        Question::Telephone => {
            let code = Telephone::calling_code(&answers.text(Question::Country)).unwrap_or_else(|| "+44".to_owned());
            return format!("Telephone for customers, with {code} in front");
        }
        Question::Email => "E-mail for customers",
        Question::Website => "Web address where the portal will be",
        Question::Hours => "Opening hours, such as mon-fri 08:00-12:00 13:00-17:00, sat 09:00-12:00",
    };
    asked.to_owned()
}
