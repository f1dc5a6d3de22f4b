//! Words of the command on their way out. Who closed the other end of a pipe has read enough: that is no fault.

use std::fmt::Display;
use std::io::{Error, ErrorKind, Write as _};

use super::Exit;
use crate::diagnostic::reason;

/// Writes lines for people to standard error.
pub(super) fn aside(lines: impl Display) {
    // A closed standard error leaves no place to tell that it is closed.
    let _ = std::io::stderr().write_all(format!("{lines}\n").as_bytes());
}

/// Writes a line for people that the next one covers.
pub(super) fn over(line: String) {
    let _ = std::io::stderr().write_all(format!("\r{line:<30}\r").as_bytes());
}

/// Writes lines for programs to standard output.
///
/// # Errors
///
/// The exit status of a disk that is full, and the like: what was asked for did not arrive.
pub(super) fn answer(lines: impl Display) -> Result<(), Exit> {
    let mut output = std::io::stdout().lock();
    let written = output.write_all(format!("{lines}\n").as_bytes()).and_then(|()| output.flush());
    written.or_else(unheard)
}

/// Tells why an answer did not arrive.
///
/// # Errors
///
/// The exit status of that, unless the reader went away.
pub(super) fn unheard(problem: Error) -> Result<(), Exit> {
    if problem.kind() == ErrorKind::BrokenPipe {
        return Ok(());
    }
    aside(format_args!("error: cannot write to standard output: {}", reason(&problem)));
    Err(Exit::CannotReadOrWrite)
}
