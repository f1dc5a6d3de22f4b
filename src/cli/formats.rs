//! A problem in the formats of people and of programs.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use serde_json::json;

use crate::diagnostic::{Diagnostic, Place, Severity};

/// The most bytes of a line that are shown on either side of a problem.
const AROUND: usize = 400;

/// With the lines of its place, a caret and hints.
pub(super) fn for_people(renderer: &Renderer, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE,
    };
    let title = level.primary_title(&*diagnostic.message).id(diagnostic.code.id());
    let group = match &diagnostic.place {
        Some(place) if place.is_secret => title.element(origin(place)),
        Some(place) if !place.source.text().is_empty() => at_place(title, place, &diagnostic.label),
        Some(place) => title.element(Origin::path(place.source.path())),
        None => Group::with_title(title),
    };
    let group = diagnostic.hints.iter().fold(group, |group, hint| group.element(Level::HELP.message(hint.as_str())));
    renderer.render(&[group])
}

/// The lines of a place, and no more of the file: a thousand places of a long file would each cost the whole of it.
fn at_place<'a>(title: Title<'a>, place: &'a Place, label: &'a str) -> Group<'a> {
    let text = place.source.text();
    let (start, end) = (place.span.start.min(text.len()), place.span.end.min(text.len()));
    let (line, _) = place.source.line_column(start);
    let first = place.source.line_start(line);
    let from = text.floor_char_boundary(first.max(start.saturating_sub(AROUND)));
    let last = text[end.max(start)..].find('\n').map_or(text.len(), |at| end.max(start) + at);
    let to = text.floor_char_boundary(last.min(start + AROUND));
    let span = start - from..end.clamp(start, to.max(start)) - from;
    let annotation = AnnotationKind::Primary.span(span).label(label);
    let snippet = Snippet::source(&text[from..to.max(start)]).line_start(line).annotation(annotation);
    if from == first {
        return title.element(snippet.path(place.source.path()));
    }
    title.element(origin(place)).element(snippet)
}

/// Where a place is, without what stands there.
fn origin(place: &Place) -> Origin<'_> {
    let (line, column) = place.source.line_column(place.span.start);
    Origin::path(place.source.path()).line(line).char_column(column)
}

/// As SARIF calls it.
pub(super) fn level(severity: Severity) -> &'static str {
    severity.name()
}

/// As GitHub and our own JSON call it.
fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        Severity::Notice => "notice",
        graver => graver.name(),
    }
}

/// As our own JSON.
pub(super) fn as_json(diagnostic: &Diagnostic) -> serde_json::Value {
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.source.line_column(place.span.start);
        let (end_line, end_column) = place.source.line_column(place.span.end);
        json!({ "path": place.source.path(), "line": line, "column": column, "end_line": end_line, "end_column": end_column })
    });
    json!({ "code": diagnostic.code.id(), "severity": severity(diagnostic), "message": diagnostic.message, "place": place, "hints": diagnostic.hints, "fix": diagnostic.fix.as_ref().map(|fix| &fix.text) })
}

/// A workflow command of GitHub Actions; its values escape per cent signs and line ends.
pub(super) fn as_annotation(diagnostic: &Diagnostic, folder: &str) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.source.line_column(place.span.start);
        format!(
            " file={},line={line},col={column},title={}",
            escape(&format!("{folder}{}", place.source.path())).replace(',', "%2C").replace(':', "%3A"),
            diagnostic.code.id()
        )
    });
    let text = std::iter::once(&*diagnostic.message)
        .chain(diagnostic.hints.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("; ");
    format!("::{}{}::{}", severity(diagnostic), place.unwrap_or_default(), escape(&text))
}
