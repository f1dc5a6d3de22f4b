//! The `supportal` command: arguments in, exit status out. The only floor that prints.

mod args;
mod explain;
mod fix;
mod formats;
mod init;
mod manual;
mod profile;
mod report;
mod sarif;
mod say;
mod serve;
mod theme;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use jiff::Timestamp;

use crate::config::{self, Overrides};
use crate::diagnostic::{Diagnostic, Diagnostics, code, reason};
use crate::model::address::WebAddress;
use crate::pipeline::{self, Builder, Options, Outcome, Watched};
use crate::publish::{Kind, Refusal};
use crate::timing::Timings;

use args::{Command, Common};
use report::Report;

/// How a run ended, as the exit status says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    Done = 0,
    SiteHasErrors = 1,
    WrongUsage = 2,
    CannotReadOrWrite = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the command that was typed.
pub fn main() -> ExitCode {
    let arguments = match args::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(problem) => {
            let wrong = problem.use_stderr();
            let printed = problem.print().map_or_else(say::unheard, |()| Ok(()));
            return if wrong { Exit::WrongUsage } else { printed.err().unwrap_or(Exit::Done) }.into();
        }
    };
    let exit = match arguments.command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Build { common, output } => build(&common, output),
        Command::Watch { common, output, poll } => watch::run(&common, output, poll),
        Command::Check { common, fix, links } => check(&common, fix, links),
        Command::Profile { common, diff } => profile::run(&common, diff.as_deref()),
        Command::Explain { code } => explain::run(code.as_deref()),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Schema => schema(),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { folder } => manual::pages(folder.as_deref()),
        Command::Theme(command) => theme::run(command),
    };
    exit.into()
}

fn build(common: &Common, output: Option<PathBuf>) -> Exit {
    let (report, options) = match begin(common) {
        Ok(ready) => ready,
        Err(exit) => return exit,
    };
    let output = output.unwrap_or_else(|| common.site.join("public"));
    let mut builder = Builder::new(&common.site);
    let exit = report.end(publish(&report, &mut builder, None, &options, &output));
    builder.leave();
    exit
}

/// One build, told in one report.
fn publish(
    report: &Report<'_>,
    builder: &mut Builder,
    watched: Option<Watched<'_>>,
    options: &Options,
    output: &Path,
) -> Exit {
    let (diagnostics, mut timings) = (Diagnostics::new(), Timings::default());
    let outcome = builder.build(watched, output, options, &mut timings, &diagnostics);
    let failed = failure(options, &diagnostics);
    let mut problems = diagnostics.into_sorted();
    if let Outcome::Refused(refusals) = &outcome {
        problems.splice(0..0, refusals.iter().map(Diagnostic::from));
    }
    report.diagnostics(&problems);
    report.timings(&timings);
    if let Outcome::Published(published) = outcome {
        report.published(&published, output, timings.total());
        return Exit::Done;
    }
    let of_system = |refusal: &Refusal| refusal.kind() == Kind::InputOutput;
    report.rejected(matches!(&outcome, Outcome::Refused(refusals) if refusals.iter().any(of_system)));
    match outcome {
        Outcome::Refused(refusals) => refused(&refusals),
        _ => failed.unwrap_or(Exit::CannotReadOrWrite),
    }
}

fn refused(refusals: &[Refusal]) -> Exit {
    match refusals.iter().map(Refusal::kind).max() {
        Some(Kind::InputOutput) => Exit::CannotReadOrWrite,
        Some(Kind::Site) => Exit::SiteHasErrors,
        _ => Exit::WrongUsage,
    }
}

fn check(common: &Common, fixes: bool, links: bool) -> Exit {
    let (report, options) = match begin(common) {
        Ok(ready) => ready,
        Err(exit) => return exit,
    };
    if fixes && let Err(exit) = fix::run(&common.site, &options, common.quiet) {
        return exit;
    }
    let (diagnostics, mut timings) = (Diagnostics::new(), Timings::default());
    let prepared = pipeline::check(&common.site, &options, &mut timings, &diagnostics);
    if let Some(prepared) = prepared.filter(|_| links) {
        let watched = report.is_watched();
        let progress = |done: usize, all: usize| {
            if watched {
                say::over(if done < all { format!("{done} of {all} links") } else { String::new() });
            }
        };
        timings.phase("links", || prepared.ask_links(&common.site, &progress, &diagnostics));
        // Threads may have told their numbers in another order.
        progress(0, 0);
    }
    let failed = failure(&options, &diagnostics);
    let count = report.diagnostics(&diagnostics.into_sorted());
    report.timings(&timings);
    report.checked(count, failed.is_some());
    report.end(failed.unwrap_or(Exit::Done))
}

fn schema() -> Exit {
    say::answer(format_args!("{:#}", config::schema())).err().unwrap_or(Exit::Done)
}

/// What a command begins with: how it reports and what was asked for; the exit where that or the site cannot be read.
fn begin(common: &Common) -> Result<(Report<'_>, Options), Exit> {
    let report = Report::new(common);
    let options = options(common).map_err(|message| report.usage(&message))?;
    readable(&common.site)?;
    Ok((report, options))
}

/// Tells a site folder that cannot be read.
fn readable(site: &Path) -> Result<(), Exit> {
    let Err(problem) = std::fs::read_dir(site) else { return Ok(()) };
    if site.is_file() {
        say::aside(format_args!(
            "error: {} is a file\n  give the folder that holds support.toml: {problem}",
            site.display()
        ));
        return Err(Exit::WrongUsage);
    }
    say::aside(format_args!(
        "error: cannot read the folder {}: {}\n  give the folder that holds support.toml, or make one: supportal init",
        site.display(),
        reason(&problem)
    ));
    Err(Exit::CannotReadOrWrite)
}

/// How a run ends that may not pass: what could not be read comes before what was read and is wrong.
fn failure(options: &Options, diagnostics: &Diagnostics) -> Option<Exit> {
    let unread = diagnostics.has_error_of(code::IO_01);
    options.strictness.fails(diagnostics).then_some(if unread { Exit::CannotReadOrWrite } else { Exit::SiteHasErrors })
}

/// The years that can be calculated with: those of the year after must exist too.
fn in_range(now: &Timestamp) -> bool {
    (1970..=9998).contains(&now.to_zoned(jiff::tz::TimeZone::UTC).year())
}

/// The clock: the instant that was asked for, else `SOURCE_DATE_EPOCH`, else the time of day.
fn clock(asked: Option<&str>) -> Result<Timestamp, String> {
    match (asked, std::env::var("SOURCE_DATE_EPOCH")) {
        (Some(text), _) => text.parse::<Timestamp>().ok().filter(in_range).ok_or_else(|| {
            format!("--now {text} is not an instant from 1970 to 9998; write it like 2026-11-22T10:00:00Z")
        }),
        (None, Ok(seconds)) => {
            let parsed = seconds.trim().parse::<i64>().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
            parsed.filter(in_range).ok_or_else(|| {
                format!("SOURCE_DATE_EPOCH is `{seconds}`, and must be seconds since 1970, up to the year 9998")
            })
        }
        (None, Err(_)) => Some(Timestamp::now()).filter(in_range).ok_or_else(|| {
            "the clock of this computer is wrong; set it, or give --now 2026-11-22T10:00:00Z".to_owned()
        }),
    }
}

/// The options of a run.
fn options(common: &Common) -> Result<Options, String> {
    let now = clock(common.now.as_deref())?;
    if let Some(url) = common.base_url.as_ref().filter(|url| !WebAddress::parse(url).is_ok_and(|url| url.is_base())) {
        return Err(format!(
            "--base-url {url} is not the whole web address of a folder; give one such as https://support.contoso.com/"
        ));
    }
    Ok(Options {
        now,
        overrides: Overrides { base_url: common.base_url.clone() },
        drafts: common.drafts,
        strictness: common.strictness(),
        release: common.release,
    })
}
