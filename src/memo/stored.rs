//! A diagnostic without the text that it points into, which stands in the sources still.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic, Place, Severity, SourceFile};
use crate::source::Sources;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct StoredDiagnostic {
    code: String,
    is_warning: bool,
    message: String,
    place: Option<StoredPlace>,
    label: String,
    hints: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct StoredPlace {
    path: String,
    span: Range<usize>,
    /// Whether its text is shown; a file that is no text, or concerns as a whole, is only named.
    shows_text: bool,
}

impl StoredDiagnostic {
    /// Of a build that ended well: so it is no error.
    pub(super) fn of(diagnostic: &Diagnostic) -> Self {
        let spot = |place: &Place| StoredPlace {
            path: place.source.path().to_owned(),
            span: place.span.clone(),
            shows_text: !place.source.text().is_empty(),
        };
        Self {
            code: diagnostic.code.id().to_owned(),
            is_warning: diagnostic.severity == Severity::Warning,
            message: diagnostic.message.to_string(),
            place: diagnostic.place.as_ref().map(spot),
            label: diagnostic.label.to_string(),
            hints: diagnostic.hints.clone(),
        }
    }

    /// The path of the file that it is told of.
    pub(super) fn path(&self) -> Option<&str> {
        self.place.as_ref().map(|spot| spot.path.as_str())
    }

    /// The path of the text that it shows a part of.
    pub(super) fn text(&self) -> Option<&str> {
        self.place.as_ref().filter(|spot| spot.shows_text).map(|spot| spot.path.as_str())
    }

    /// The diagnostic; none where its text cannot be read any more.
    pub(super) fn again(&self, sources: &Sources) -> Option<Diagnostic> {
        let code = Code::from_id(&self.code)?;
        let message = self.message.as_str();
        let plain =
            if self.is_warning { Diagnostic::warning(code, message) } else { Diagnostic::notice(code, message) };
        let labelled = self.hints.iter().fold(plain.label(self.label.as_str()), |told, hint| told.hint(hint.as_str()));
        let Some(StoredPlace { path, span, shows_text }) = &self.place else { return Some(labelled) };
        let source = if *shows_text { sources.text(path).ok()? } else { SourceFile::new(path.as_str(), "") };
        Some(labelled.at(Place::new(&source, span.clone())))
    }
}
