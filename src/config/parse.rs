//! TOML to a table with places; every syntax error of a file at once.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;

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
        return Some(table);
    }
    for error in errors.iter().take(MOST) {
        let span = error.span().unwrap_or(0..0);
        let place = Place::new(source, range.start + span.start..range.start + span.end);
        let mut diagnostic =
            Diagnostic::error(code::TOML_01, format!("this is not valid TOML: {}", error.message())).at(place);
        if let Some(hint) = hint(text, span) {
            diagnostic = diagnostic.hint(hint);
        }
        diagnostics.push(diagnostic);
    }
    None
}

/// What a word processor or a habit of other formats leaves behind, and what to write instead.
fn hint(text: &str, span: Range<usize>) -> Option<String> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next()?;
    let quote = line.chars().find(|c| matches!(c, '„' | '”' | '“' | '«' | '»' | '‚' | '‘' | '’'));
    if let Some(quote) = quote {
        return Some(format!("the line holds the typographic quote {quote}; write straight quotes: \"like this\""));
    }
    if line.contains(['\u{a0}', '\u{202f}', '\u{2007}']) {
        return Some(
            "the line holds a no-break space, which looks like a space; delete it and type an ordinary space"
                .to_owned(),
        );
    }
    let (key, value) = line.split_once('=').or_else(|| line.split_once(':'))?;
    let value = value.trim();
    if line.contains(':') && !line.contains('=') {
        return Some(format!("write an equals sign: {} = {value}", key.trim()));
    }
    let bare = !value.is_empty() && !value.starts_with(['"', '\'', '[', '{']);
    bare.then(|| format!("text stands in quotes: {} = \"{}\"", key.trim(), value.trim_matches('"')))
}
