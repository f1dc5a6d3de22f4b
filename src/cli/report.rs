//! What the command says: problems with their places, then one line on how it ended.
//!
//! Machine formats go to standard output, what people read to standard error.

use std::cell::Cell;
use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal as _};
use std::path::{Component, Path};
use std::time::Duration;

use annotate_snippets::Renderer;
use serde_json::json;

use super::args::{Common, Format, TimingsFormat};
use super::formats::{self, as_annotation, as_json};
use super::{Exit, sarif, say};
use crate::diagnostic::{Diagnostic, Severity, reason};
use crate::publish::Published;
use crate::serve::{Closed, Door};
use crate::source::{Change, What};
use crate::theme::contrast::Reading;
use crate::timing::Timings;

/// The most problems that are shown to people: after so many, the first ones matter.
const MOST: usize = 100;

/// The most problems that are told to programs, which show them to people in the end.
const MOST_FOR_PROGRAMS: usize = 1_000;

pub(super) struct Report<'a> {
    common: &'a Common,
    renderer: Renderer,
    /// The exit when something for programs could not be written.
    unheard: Cell<Option<Exit>>,
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
        Self { common, renderer: if colour { Renderer::styled() } else { Renderer::plain() }, unheard: Cell::new(None) }
    }

    /// How a command ends that would end with `exit`: a report that did not arrive is the graver fault.
    pub(super) fn end(&self, exit: Exit) -> Exit {
        self.unheard.get().unwrap_or(exit)
    }

    fn answer(&self, line: impl Display) {
        if self.unheard.get().is_none() {
            self.unheard.set(say::answer(line).err());
        }
    }

    /// Tells a wrong argument.
    pub(super) fn usage(&self, message: &str) -> Exit {
        say::aside(format_args!("error: {message}"));
        Exit::WrongUsage
    }

    /// Tells problems, and counts them.
    pub(super) fn diagnostics(&self, all: &[Diagnostic]) -> Count {
        let of = |severity: Severity| all.iter().filter(|d| d.severity == severity).count();
        let count = Count { errors: of(Severity::Error), warnings: of(Severity::Warning) };
        match self.common.format {
            Format::Human => self.tell_people(all),
            Format::Json => {
                let told: Vec<_> = all.iter().take(MOST_FOR_PROGRAMS).map(as_json).collect();
                self.answer(json!({ "version": 1, "more": all.len() - told.len(), "diagnostics": told }));
            }
            Format::Sarif => {
                let told = all.get(..MOST_FOR_PROGRAMS).unwrap_or(all);
                self.answer(sarif::log(told, &self.folder()));
            }
            Format::Github => {
                let folder = self.folder();
                all.iter().take(MOST_FOR_PROGRAMS).for_each(|d| self.answer(as_annotation(d, &folder)));
            }
        }
        count
    }

    /// The folder of the site as programs find it from where they run: empty for this one, and for one elsewhere.
    fn folder(&self) -> String {
        let parts = self.common.site.components().map(|part| match part {
            Component::Normal(name) => name.to_str().map(|name| format!("{name}/")),
            Component::CurDir => Some(String::new()),
            _ => None,
        });
        parts.collect::<Option<String>>().unwrap_or_default()
    }

    /// The first problems of each severity that is shown, and how many there are more.
    fn tell_people(&self, all: &[Diagnostic]) {
        let shown = |d: &&Diagnostic| !self.common.quiet || d.severity == Severity::Error;
        let mut left = 0;
        for (number, diagnostic) in all.iter().filter(shown).enumerate() {
            if number < MOST {
                say::aside(format_args!("{}\n", formats::for_people(&self.renderer, diagnostic)));
            } else {
                left += 1;
            }
        }
        if left > 0 {
            say::aside(format_args!("… and {left} more\n"));
        }
    }

    /// Tells the times of the phases.
    pub(super) fn timings(&self, timings: &Timings) {
        match self.common.timings {
            None => {}
            Some(TimingsFormat::Human) => {
                for (name, time) in timings.phases() {
                    say::aside(format_args!("{name:>18} {:>9.2} ms", time.as_secs_f64() * 1e3));
                }
            }
            Some(TimingsFormat::Json) => {
                let phases: Vec<_> = timings
                    .phases()
                    .iter()
                    .map(|(name, time)| json!({ "phase": name, "ms": time.as_secs_f64() * 1e3 }))
                    .collect();
                self.answer(json!({ "version": 1, "phases": phases, "total_ms": timings.total().as_secs_f64() * 1e3 }));
            }
        }
    }

    /// Tells that the site is published.
    pub(super) fn published(&self, published: &Published, output: &Path, time: Duration) {
        if !self.common.quiet && self.common.format == Format::Human {
            let all = published.written + published.unchanged;
            say::aside(format_args!(
                "{} files in {}: {} written, {} unchanged, {} removed, in {:.0} ms",
                all,
                output.display(),
                published.written,
                published.unchanged,
                published.removed,
                time.as_secs_f64() * 1e3
            ));
        }
    }

    /// Tells that nothing was written; or, where the system stopped a build, what may have been.
    pub(super) fn rejected(&self, is_stopped: bool) {
        if self.common.format == Format::Human {
            say::aside(match is_stopped {
                false => "Nothing was written.",
                true => {
                    "The build stopped. Each published file is whole, the old one or the new one; the next build goes on."
                }
            });
        }
    }

    /// Tells that the site is watched.
    pub(super) fn watching(&self, site: &Path) {
        self.note(|| format!("Watching {} for changes; Ctrl-C ends.", site.display()));
    }

    /// Tells why the site is built again.
    pub(super) fn changed(&self, changes: &[Change]) {
        let Some(first) = changes.first() else { return };
        let what = match first.what {
            What::New => "is new",
            What::Changed => "changed",
            What::Gone => "is gone",
        };
        self.note(|| match changes.len() - 1 {
            0 => format!("{} {what}.", first.path),
            more => format!("{} {what}, and {more} more.", first.path),
        });
    }

    /// Tells that a build was possible again.
    pub(super) fn recovered(&self) {
        self.note(|| "The errors are gone.".to_owned());
    }

    /// Tells why nothing can be listened on.
    pub(super) fn closed(&self, closed: &Closed) -> Exit {
        let (what, problem, exit) = match closed {
            Closed::NoAddress(problem) => {
                ("the name given with --host leads to no address".to_owned(), problem, Exit::WrongUsage)
            }
            Closed::Refused(address, problem) => {
                (format!("cannot listen on {address}"), problem, Exit::CannotReadOrWrite)
            }
        };
        let why = match problem.kind() {
            ErrorKind::AddrInUse => "another program does; give another --port".to_owned(),
            ErrorKind::AddrNotAvailable => "this computer has no such address".to_owned(),
            _ => reason(problem),
        };
        say::aside(format_args!("error: {what}: {why}"));
        exit
    }

    /// Tells that the system lets nothing be shown.
    pub(super) fn no_preview(&self, problem: &std::io::Error) -> Exit {
        say::aside(format_args!("error: cannot show the site: {}", reason(problem)));
        Exit::CannotReadOrWrite
    }

    /// Tells where the site is shown: even a quiet command has been asked for that.
    pub(super) fn showing(&self, address: &str) {
        say::aside(format_args!("Showing {} at {address}; Ctrl-C ends.", self.common.site.display()));
    }

    /// Warns that the site is shown to others too.
    pub(super) fn public(&self, door: &Door) {
        say::aside(format_args!(
            "warning: who reaches port {} of this computer, from the network too, can read this preview",
            door.port()
        ));
    }

    /// Tells that no browser could be opened.
    pub(super) fn unopened(&self, problem: &std::io::Error) {
        self.note(|| format!("The browser could not be opened: {}", reason(problem)));
    }

    /// Tells that a build is shown.
    pub(super) fn shown(&self, files: usize, changed: Option<usize>, time: Duration) {
        let changed = changed.map(|changed| format!(", {changed} changed")).unwrap_or_default();
        self.note(|| format!("{files} files{changed}, in {:.0} ms", time.as_secs_f64() * 1e3));
    }

    /// Tells that a build cannot be shown.
    pub(super) fn unshown(&self, had_build: bool) {
        if self.common.format == Format::Human {
            say::aside(if had_build { "The last good build is still shown." } else { "Nothing is shown yet." });
        }
    }

    /// Whether somebody looks on while the command works.
    pub(super) fn is_watched(&self) -> bool {
        !self.common.quiet && self.common.format == Format::Human && std::io::stderr().is_terminal()
    }

    fn note(&self, sentence: impl FnOnce() -> String) {
        if !self.common.quiet && self.common.format == Format::Human {
            say::aside(format_args!("{}", sentence()));
        }
    }

    /// Tells which text of a theme is the hardest to read.
    pub(super) fn contrasts(&self, readings: &[Reading]) {
        let known = readings.iter().filter_map(|reading| Some((reading.contrast?, reading)));
        let least = known.min_by(|(one, _), (other, _)| one.total_cmp(other));
        if let Some((contrast, reading)) = least.filter(|_| !self.common.quiet && self.common.format == Format::Human) {
            say::aside(format_args!(
                "{} pairs of colours; the faintest is --{} on {} in {} mode, {contrast:.2}:1",
                readings.len(),
                reading.text,
                reading.ground,
                reading.scheme
            ));
        }
    }

    /// Tells how a check ended.
    pub(super) fn checked(&self, count: Count, failed: bool) {
        if self.common.format == Format::Human && (failed || !self.common.quiet) {
            let word = if failed { "The site has problems" } else { "The site can be built" };
            let said = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
            let (errors, warnings) = (said(count.errors, "error"), said(count.warnings, "warning"));
            say::aside(format_args!("{word}: {errors}, {warnings}"));
        }
    }
}
