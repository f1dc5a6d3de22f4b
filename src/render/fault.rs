//! What Tera says of a broken template, as problems with a place, what was meant, and what there is instead.
//!
//! The names that exist come from Tera's own answer, which looks at the very value that the template saw, or from the
//! templates themselves; no list of them is kept here.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::TEMPLATE;
use crate::diagnostic::guess::{by_likeness, nearest};
use crate::diagnostic::{Diagnostic, Place, SourceFile, code};
use crate::theme::parts;

/// The templates by their full names.
pub(super) type Sources = BTreeMap<String, Arc<SourceFile>>;

/// The most names that a hint repeats; of more, those that are most alike.
const MOST: usize = 40;
/// Functions of Tera elsewhere that answer otherwise each time.
const FICKLE: [&str; 3] = ["now", "get_random", "get_env"];
/// How many of them, then.
const ALIKE: usize = 12;

/// Everything that can be said of templates that do not compile.
pub(super) fn of_compilation(sources: &Sources, prefixes: &[String], error: &tera::Error) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(_) => {
            // Tera stops at the first; each template is read alone, so that all are told.
            let alone = sources.iter().filter_map(|(name, source)| {
                let error = Tera::default().add_raw_template(name, source.text()).err()?;
                matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| of_rendering(sources, &error, name))
            });
            alone.collect()
        }
        ErrorKind::Msg(text) if text.starts_with("error: ") => {
            let reports = text.strip_prefix("error: ").unwrap_or_default().split("\n\nerror: ");
            reports.map(|report| of_report(sources, prefixes, report)).collect()
        }
        _ => vec![of_chain(sources, error)],
    }
}

/// What was wrong with a template, or with one that it uses, while a page was made with `template`.
pub(super) fn of_rendering(sources: &Sources, error: &tera::Error, template: &str) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return of_chain(sources, error);
    };
    let Some(source) = sources.get(report.filename()) else { return plain(report.message()) };
    let range = report.span().range.clone();
    let mut problem = match error.kind() {
        ErrorKind::SyntaxError(_) => misspelt(report.message()),
        _ => explained(report.message(), path_around(source.text(), &range)),
    };
    problem = problem.at(Place::new(source, range));
    let own = report.filename().rsplit_once('/').map_or(report.filename(), |(_, file)| file);
    if own != template && matches!(error.kind(), ErrorKind::RenderingError(_)) {
        problem = problem.hint(format!("this happens on pages made with {template}"));
    }
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        problem = problem.hint(inner.to_string());
        cause = inner.source();
    }
    problem
}

/// A message of Tera in the words of somebody who only wanted to change a page.
fn explained(message: &str, written: &str) -> Diagnostic {
    let quoted = quoted(message);
    let name = quoted.first().copied().unwrap_or_default();
    if let Some((_, fields)) = message.split_once(" is not defined. Available fields: ") {
        let holder = written.rsplit_once('.').map(|(holder, _)| format!(" in `{holder}`")).unwrap_or_default();
        return offer(error(format!("there is no field `{name}`{holder}")), name, "fields", fields.split(", "));
    }
    if let Some((_, values)) = message.split_once(" is not defined. Available variables: ") {
        return offer(error(format!("there is no value `{name}` here")), name, "values", values.split(", "));
    }
    if message.starts_with("Field `") || message.starts_with("Variable `") {
        return error(format!("there is no `{name}` here, and nothing else has a name either"));
    }
    if let (true, [argument, given, wanted]) = (message.starts_with("Component argument "), quoted.as_slice()) {
        return error(format!("`{argument}` must be {}, and here it is {}", kind(wanted), kind(given)))
            .hint("a value in braces is passed as it is, a text in quotes: <tag text={page.heading} tone=\"ok\" />");
    }
    if message.starts_with("Unknown argument") {
        let problem = error(format!("the component takes no argument `{name}`"));
        return offer(problem, name, "arguments", quoted.iter().skip(1).copied());
    }
    if message.starts_with("Argument `") {
        return error(format!("the component needs the argument `{name}`"))
            .hint(format!("write {name}={{…}} in the call"));
    }
    if message.starts_with("Implicit argument `") {
        return error(format!("the component takes `{name}` from the page, and there is none"));
    }
    if message.starts_with("Iteration not possible") {
        return error(format!("`{written}` is {}, and a loop needs a list", kind(name)));
    }
    plain(message)
}

/// What is wrong with the grammar of a template, and how it is usually meant.
fn misspelt(message: &str) -> Diagnostic {
    let hint = if message.starts_with("Unexpected end of input") {
        "something is not closed: each `{% if %}`, `{% for %}`, `{% block %}` and `{% component %}` has its end, such as `{% endif %}`"
    } else if message.starts_with("This content would be ignored") {
        "put it between `{% block … %}` and `{% endblock %}`; what stands outside belongs to the template above"
    } else if message.contains("expected }}") || message.contains("expected %}") {
        "a value ends with `}}`, a tag with `%}`"
    } else {
        "compare it with a template of the theme: `supportal theme eject` copies one"
    };
    error(format!("the template cannot be read: {}", message.trim_end_matches('.'))).hint(hint)
}

/// The path that a span is a part of, such as `page.heading`, up to the end of the span or of the path.
fn path_around<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) else { return "" };
    let start = before.rfind(|c| !inside(c)).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let end = span.end + after.find(|c| !inside(c)).unwrap_or(after.len());
    text.get(start..end).unwrap_or_default()
}

/// A report that Tera has already drawn: a message, `--> name:line:column`, the line, carets.
fn of_report(sources: &Sources, prefixes: &[String], report: &str) -> Diagnostic {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default();
    let at = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
    let width = report.lines().last().map_or(1, |line| line.matches('^').count().max(1));
    let found = at.and_then(|at| {
        let mut parts = at.rsplitn(3, ':');
        let (column, line, template) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
        Some((template, range(sources.get(template)?, line, column, width)))
    });
    let name = quoted(message).first().copied().unwrap_or_default();
    let template = found.as_ref().map_or("", |(template, _)| *template);
    let problem = if message.starts_with("Unknown component") {
        let all: Vec<&str> =
            sources.values().flat_map(|source| parts::components(source.text())).map(|part| part.name).collect();
        offer(error(format!("there is no component `{name}`")), name, "components", all.into_iter())
    } else if message.starts_with("Block ") {
        let blocks = blocks_above(sources, prefixes, template);
        offer(error(format!("no template above this one has a block `{name}`")), name, "blocks", blocks.into_iter())
    } else if message.starts_with("Unknown template") {
        offer(error(format!("there is no template `{name}`")), name, "templates", templates(sources))
    } else if message.starts_with("Unknown function") && FICKLE.contains(&name) {
        Diagnostic::error(code::OPS_05, format!("`{name}` would say something else in each build"))
            .hint("shell.as_of is the day of the build; what has to follow the clock does so in the browser")
    } else if message.starts_with("Unknown") {
        let what = message.split(' ').nth(1).unwrap_or_default();
        error(format!("there is no {what} `{name}`"))
            .hint("the templates are those of Tera 2, which has its own words for this")
    } else {
        plain(message)
    };
    match found.and_then(|(template, range)| Some(Place::new(sources.get(template)?, range))) {
        Some(place) => problem.at(place),
        None => problem,
    }
}

/// Templates that extend or include each other wrongly, and components that two files define.
fn of_chain(sources: &Sources, problem: &tera::Error) -> Diagnostic {
    let path = |name: &str| sources.get(name).map_or(name.to_owned(), |source| source.path().to_owned());
    let at = |diagnostic: Diagnostic, template: &str, word: &str| match sources.get(template) {
        Some(source) => {
            let start = source.text().find(word).unwrap_or(0);
            let span = parts::parent(source.text()).map_or(start..start + word.len(), |(_, span)| span);
            diagnostic.at(Place::new(source, span))
        }
        None => diagnostic,
    };
    match problem.kind() {
        ErrorKind::MissingParent { current, parent } => {
            let told = error(format!("there is no template `{parent}` to extend"));
            at(offer(told, parent, "templates", templates(sources)), current, parent)
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain: Vec<String> = inheritance_chain.iter().map(|name| path(name)).collect();
            let told = error(format!("the template extends itself: {}", chain.join(", then ")));
            let file = tpl.split_once('/').map_or(tpl.as_str(), |(_, file)| file);
            at(
                told.hint(format!(
                    "to change a template of the theme, name the theme too: {{% extends \"standard/{file}\" %}}"
                )),
                tpl,
                "extends",
            )
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let chain: Vec<String> = include_chain.iter().map(|name| path(name)).collect();
            at(error(format!("the template includes itself: {}", chain.join(", then "))), tpl, "include")
        }
        ErrorKind::Msg(text) if text.starts_with("Component `") => twice(sources, text),
        other => plain(&other.to_string()),
    }
}

/// The templates that another can extend or include.
fn templates(sources: &Sources) -> impl Iterator<Item = &str> {
    sources.keys().map(String::as_str).filter(|name| !name.contains("/components/") && !name.starts_with("site/"))
}

/// A component that two files of one folder define.
fn twice(sources: &Sources, message: &str) -> Diagnostic {
    let quoted = quoted(message);
    let [name, first, second] = quoted.as_slice() else { return plain(message) };
    let (Some(first), Some(second)) = (sources.get(*first), sources.get(*second)) else { return plain(message) };
    let span = parts::components(second.text()).into_iter().find(|part| part.name == *name).map(|part| part.span);
    let start = span.map_or(0, |span| span.start);
    let end = second.text()[start..].find('\n').map_or(second.text().len(), |end| start + end);
    error(format!("the component `{name}` stands in {} too", first.path()))
        .at(Place::new(second, start..end))
        .hint("keep one of them")
}

/// The blocks of the templates that a template extends.
fn blocks_above<'a>(sources: &'a Sources, prefixes: &[String], template: &'a str) -> Vec<&'a str> {
    let (mut blocks, mut below) = (Vec::new(), template);
    // As many steps as there are templates: a circle ends too.
    for _ in 0..sources.len() {
        let Some((parent, _)) = sources.get(below).and_then(|source| parts::parent(source.text())) else { break };
        let names = std::iter::once(parent.to_owned()).chain(prefixes.iter().map(|prefix| format!("{prefix}{parent}")));
        let Some((name, source)) = names.into_iter().find_map(|name| sources.get_key_value(&name)) else { break };
        blocks.extend(parts::blocks(source.text()));
        below = name;
    }
    blocks
}

/// Says what was likely meant, and what there is.
pub(super) fn offer<'k>(
    problem: Diagnostic,
    wanted: &str,
    what: &str,
    names: impl Iterator<Item = &'k str>,
) -> Diagnostic {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.dedup();
    let problem = match nearest(wanted, names.iter().copied()) {
        Some(near) => problem.hint(format!("did you mean `{near}`?")),
        None => problem,
    };
    let more = if names.len() > MOST { names.len() - ALIKE } else { 0 };
    if more > 0 {
        by_likeness(wanted, &mut names);
        names.truncate(ALIKE);
    }
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    match names.is_empty() {
        true => problem,
        false => problem.hint(format!("the {what} here are: {}{rest}", names.join(", "))),
    }
}

/// The bytes of a caret of Tera.
fn range(source: &SourceFile, line: usize, column: usize, width: usize) -> Range<usize> {
    let start = source.line_start(line);
    let rest = source.text().get(start..).unwrap_or_default();
    let at = |column: usize| start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
    at(column.saturating_sub(1))..at(column.saturating_sub(1) + width)
}

/// What stands in backquotes, in its order.
fn quoted(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// A type of Tera in words.
fn kind(name: &str) -> &str {
    match name {
        "string" => "a text",
        "bool" => "true or false",
        "integer" | "i64" | "u64" => "a whole number",
        "float" | "number" | "f64" => "a number",
        "array" => "a list",
        "map" | "map/struct" => "a group of fields",
        "none" | "undefined" => "nothing",
        other => other,
    }
}

fn plain(message: &str) -> Diagnostic {
    error(format!("the template cannot be used: {message}"))
}

pub(super) fn error(message: String) -> Diagnostic {
    Diagnostic::error(TEMPLATE, message)
}
