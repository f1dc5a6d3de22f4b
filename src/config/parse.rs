//! TOML to a table with places; every independent syntax error of a file at once.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::control;
use super::syntax::{self, Fault};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code};

/// The most syntax errors that are told of one file: after so many, the first ones matter.
const MOST: usize = 20;

/// Parses a range of a file as TOML. Places in the table count from the start of the range.
pub fn parse<'a>(
    source: &'a Arc<SourceFile>,
    range: Range<usize>,
    diagnostics: &Diagnostics,
) -> Option<Spanned<DeTable<'a>>> {
    let text = source.text().get(range.clone())?;
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        for span in control::found(table.get_ref()).into_iter().take(MOST) {
            let place = Place::new(source, range.start + span.start..range.start + span.end);
            let problem = Diagnostic::error(code::TOML_02, "this text holds an invisible control character").at(place);
            diagnostics.push(problem.hint("delete the backslash and what follows it, such as \\u0000 or \\b"));
        }
        return Some(table);
    }
    for Fault { span, message, hint } in independent(text, &errors).into_iter().take(MOST) {
        let place = Place::new(source, range.start + span.start..range.start + span.end);
        let problem = Diagnostic::error(code::TOML_01, format!("this line cannot be read: {message}"));
        diagnostics.push(problem.at(place).hint(hint));
    }
    None
}

/// The faults that are no consequence of another: one for a line, and none after a bracket that is never closed.
fn independent(text: &str, errors: &[Error]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (mut last_line, mut repeated) = (None, None);
    let mut errors: Vec<(Range<usize>, &Error)> = errors.iter().map(|error| (span_of(text, error), error)).collect();
    errors.sort_by_key(|(span, _)| span.start);
    for (number, (span, error)) in errors.iter().enumerate() {
        let span = span.clone();
        let line = syntax::line_start(text, span.start);
        let header = header_before(text, line);
        if last_line == Some(line) || error.message() == "duplicate key" && header.is_some() && header == repeated {
            continue;
        }
        last_line = Some(line);
        let is_last = number + 1 == errors.len();
        if let Some(fault) = syntax::unclosed(text, &span, error.message(), is_last) {
            faults.push(fault);
            break;
        }
        let fault = syntax::fault(text, span, error.message());
        if text[line..].trim_start().starts_with('[') {
            // The keys under a header that stands twice are no further fault.
            repeated = Some(line);
        }
        faults.push(fault);
        if faults.len() == MOST {
            break;
        }
    }
    faults
}

/// The bytes of an error; one without place stands where the brackets nest deepest.
fn span_of(text: &str, error: &Error) -> Range<usize> {
    let deepest = || {
        let depth = |line: &&str| line.bytes().filter(|byte| matches!(byte, b'.' | b'[' | b'{')).count();
        let line = text.lines().max_by_key(depth).unwrap_or_default();
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        start..start
    };
    let span = error.span().unwrap_or_else(deepest);
    let start = span.start.min(text.len());
    start..span.end.clamp(start, text.len())
}

/// Where the header stands that the line belongs to; itself, if it is one.
fn header_before(text: &str, line: usize) -> Option<usize> {
    if text.get(line..)?.starts_with('[') {
        return Some(line);
    }
    text.get(..line)?.rfind("\n[").map(|end| end + 1)
}
