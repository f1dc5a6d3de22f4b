//! DOC-08: the days that a document says of itself.

use super::{Purpose, days};
use crate::content::Document;
use crate::diagnostic::{Diagnostic, Place, code};

/// What is wrong with the dates of a document. The day after that of the build still passes, for only its date is known.
pub(super) fn of(document: &Document, purpose: Purpose) -> Vec<Diagnostic> {
    let (written, changed) = (document.meta.date, document.meta.updated);
    let mut told = Vec::new();
    for (key, date) in [("date", written), ("updated", changed)] {
        if let Some(date) = date.filter(|date| days(purpose.today, *date) > 1) {
            let message = format!("the document says `{key}` of a day to come, {date}");
            told.push(
                problem(document, key, message).hint("correct the year or the day; readers would see it at once"),
            );
        }
    }
    if let Some((written, changed)) = written.zip(changed).filter(|(written, changed)| changed < written) {
        let message = format!("the document was changed on {changed}, before it was written on {written}");
        told.push(problem(document, "updated", message).hint("correct one of the two"));
    }
    told
}

fn problem(document: &Document, key: &str, message: String) -> Diagnostic {
    Diagnostic::warning(code::DOC_08, message).at(line(document, key)).adjustable()
}

/// The line of a key in the front matter.
fn line(document: &Document, key: &str) -> Place {
    let mut at = 0;
    for line in document.source.text().split_inclusive('\n') {
        if line.split_once('=').is_some_and(|(name, _)| name.trim() == key) {
            return Place::new(&document.source, at..at + line.trim_end().len());
        }
        at += line.len();
    }
    Place::file(&document.source)
}
