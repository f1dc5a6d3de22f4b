//! Content lines as calendars (RFC 5545) and cards (RFC 6350) have them: `NAME;PARAMETER=x:value`, the next line going on
//! where it begins with a space.

use std::ops::Range;

/// The longest line in bytes, without its end.
pub(super) const LONGEST: usize = 75;

/// A line, whole again where it was folded.
#[derive(Debug)]
pub(super) struct ContentLine {
    /// Where its first part stands.
    pub at: Range<usize>,
    /// Its name in capitals, without a group.
    pub name: String,
    /// What stands between the name and the colon.
    pub parameters: String,
    /// What stands behind the colon.
    pub value: String,
}

/// The lines of a file as they stand there, each with where it begins.
pub(super) fn physical(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let lines = text.split_inclusive('\n');
    lines.scan(0, |next, line| {
        let at = std::mem::replace(next, *next + line.len());
        Some((at, line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line))))
    })
}

/// All lines, or where one is none.
pub(super) fn read(text: &str) -> Result<Vec<ContentLine>, Range<usize>> {
    let mut whole: Vec<(Range<usize>, String)> = Vec::new();
    for (at, line) in physical(text).filter(|(_, line)| !line.is_empty()) {
        match (line.strip_prefix([' ', '\t']), whole.last_mut()) {
            (Some(more), Some((_, before))) => before.push_str(more),
            _ => whole.push((at..at + line.len(), line.to_owned())),
        }
    }
    whole.into_iter().map(|(at, line)| parted(at.clone(), &line).ok_or(at)).collect()
}

/// The parts of a line; a colon in quotes is a part of a parameter.
fn parted(at: Range<usize>, line: &str) -> Option<ContentLine> {
    let mut is_quoted = false;
    let colon = line.find(|c| {
        is_quoted ^= c == '"';
        c == ':' && !is_quoted
    })?;
    let (before, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name.then(|| ContentLine {
        at,
        name: name.to_ascii_uppercase(),
        parameters: parameters.to_owned(),
        value: value.to_owned(),
    })
}
