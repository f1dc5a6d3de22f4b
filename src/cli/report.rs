//! What the command says: problems with their places, then one line on how it ended.
//!
//! Machine formats go to standard output, what people read to standard error.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is where the command speaks")]

use std::path::Path;
use std::time::Duration;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::json;

use super::Exit;
use super::args::{Common, Format, TimingsFormat};
use crate::diagnostic::{Diagnostic, Severity};
use crate::publish::Published;
use crate::timing::Timings;

/// The most problems that are shown to people: after so many, the first ones matter.
const MOST: usize = 100;

pub(super) struct Report<'a> {
    common: &'a Common,
    renderer: Renderer,
}

/// How many problems were told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    errors: usize,
    warnings: usize,
}

impl<'a> Report<'a> {
    pub(super) fn new(common: &'a Common) -> Self {
        let colour = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
        Self { common, renderer: if colour { Renderer::styled() } else { Renderer::plain() } }
    }

    /// Tells a wrong argument.
    pub(super) fn usage(&self, message: &str) -> Exit {
        eprintln!("error: {message}");
        Exit::WrongUsage
    }

    /// Tells a site folder that cannot be read.
    pub(super) fn unreadable(&self, site: &Path) -> Option<Exit> {
        match std::fs::read_dir(site) {
            Ok(_) => None,
            Err(problem) if site.is_file() => {
                eprintln!("error: {} is a file\n  give the folder that holds support.toml: {problem}", site.display());
                Some(Exit::WrongUsage)
            }
            Err(problem) => {
                eprintln!("error: cannot read the folder {}: {problem}", site.display());
                Some(Exit::CannotReadOrWrite)
            }
        }
    }

    /// Tells problems, and counts them.
    pub(super) fn diagnostics(&self, all: Vec<Diagnostic>) -> Count {
        let of = |severity: Severity| all.iter().filter(|d| d.severity == severity).count();
        let count = Count { errors: of(Severity::Error), warnings: of(Severity::Warning) };
        match self.common.format {
            Format::Human => all
                .iter()
                .filter(|d| !self.common.quiet || d.severity == Severity::Error)
                .take(MOST)
                .for_each(|d| eprintln!("{}\n", self.human(d))),
            Format::Json => {
                println!("{}", json!({ "version": 1, "diagnostics": all.iter().map(as_json).collect::<Vec<_>>() }))
            }
            Format::Github => all.iter().for_each(|d| println!("{}", as_annotation(d))),
        }
        if all.len() > MOST && self.common.format == Format::Human {
            eprintln!("… and {} more\n", all.len() - MOST);
        }
        count
    }

    fn human(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Notice => Level::NOTE,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id());
        let group = match &diagnostic.place {
            Some(place) if !place.source.text().is_empty() => {
                let length = place.source.text().len();
                let span = place.span.start.min(length)..place.span.end.min(length);
                let annotation = AnnotationKind::Primary.span(span).label(diagnostic.label.as_str());
                title.element(Snippet::source(place.source.text()).path(place.source.path()).annotation(annotation))
            }
            Some(place) => title.element(annotate_snippets::Origin::path(place.source.path())),
            None => Group::with_title(title),
        };
        let group =
            diagnostic.hints.iter().fold(group, |group, hint| group.element(Level::HELP.message(hint.as_str())));
        self.renderer.render(&[group])
    }

    /// Tells the times of the phases.
    pub(super) fn timings(&self, timings: &Timings) {
        match self.common.timings {
            None => {}
            Some(TimingsFormat::Human) => {
                for (name, time) in timings.phases() {
                    eprintln!("{name:>18} {:>9.2} ms", time.as_secs_f64() * 1e3);
                }
            }
            Some(TimingsFormat::Json) => {
                let phases: Vec<_> = timings
                    .phases()
                    .iter()
                    .map(|(name, time)| json!({ "phase": name, "ms": time.as_secs_f64() * 1e3 }))
                    .collect();
                println!(
                    "{}",
                    json!({ "version": 1, "phases": phases, "total_ms": timings.total().as_secs_f64() * 1e3 })
                );
            }
        }
    }

    /// Tells that the site is published.
    pub(super) fn published(&self, published: &Published, output: &Path, time: Duration) {
        if !self.common.quiet && self.common.format == Format::Human {
            let all = published.written + published.unchanged;
            eprintln!(
                "{} files in {}: {} written, {} unchanged, {} removed, in {:.0} ms",
                all,
                output.display(),
                published.written,
                published.unchanged,
                published.removed,
                time.as_secs_f64() * 1e3
            );
        }
    }

    /// Tells that nothing was written.
    pub(super) fn rejected(&self) {
        if self.common.format == Format::Human {
            eprintln!("Nothing was written.");
        }
    }

    /// Tells how a check ended.
    pub(super) fn checked(&self, count: Count, failed: bool) {
        if self.common.format == Format::Human && (failed || !self.common.quiet) {
            let word = if failed { "The site has problems" } else { "The site can be built" };
            eprintln!("{word}: {} errors, {} warnings", count.errors, count.warnings);
        }
    }
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

fn as_json(diagnostic: &Diagnostic) -> serde_json::Value {
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.source.line_column(place.span.start);
        let (end_line, end_column) = place.source.line_column(place.span.end);
        json!({ "path": place.source.path(), "line": line, "column": column, "end_line": end_line, "end_column": end_column })
    });
    json!({ "code": diagnostic.code.id(), "severity": severity(diagnostic), "message": diagnostic.message, "place": place, "hints": diagnostic.hints })
}

/// A workflow command of GitHub Actions; its values escape per cent signs and line ends.
fn as_annotation(diagnostic: &Diagnostic) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.source.line_column(place.span.start);
        format!(
            " file={},line={line},col={column},title={}",
            escape(place.source.path()).replace(',', "%2C").replace(':', "%3A"),
            diagnostic.code.id()
        )
    });
    let text = std::iter::once(diagnostic.message.as_str())
        .chain(diagnostic.hints.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("; ");
    format!("::{}{}::{}", severity(diagnostic), place.unwrap_or_default(), escape(&text))
}
