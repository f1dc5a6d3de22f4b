//! `supportal watch`: a build for each change, until it is interrupted.
//!
//! Ctrl-C ends the process at once, as the system does it: publishing is made to be interrupted at any moment.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::args::Common;
use super::report::Report;
use super::{Exit, begin, options, publish};
use crate::pipeline::{Builder, Watched};
use crate::watch::{self, News};

/// Builds the site again and again; returns only when the first build shows that none can ever be written.
pub(super) fn run(common: &Common, output: Option<PathBuf>, polls: bool) -> Exit {
    let report = match begin(common) {
        Ok((report, _)) => report,
        Err(exit) => return exit,
    };
    let output = output.unwrap_or_else(|| common.site.join("public"));
    let mut builder = Builder::new(&common.site);
    let mut last = Exit::Done;
    watch::watch(&common.site, polls, |news| {
        match news {
            News::Begun(survey) => {
                let watched = Watched { survey, changes: None };
                last = build(&report, common, &mut builder, watched, &output);
                if last == Exit::WrongUsage {
                    return ControlFlow::Break(last);
                }
                report.watching(&common.site);
            }
            News::Changed(changes, survey) => {
                report.changed(&changes);
                let watched = Watched { survey, changes: Some(&changes) };
                let before = std::mem::replace(&mut last, build(&report, common, &mut builder, watched, &output));
                if before != Exit::Done && last == Exit::Done {
                    report.recovered();
                }
            }
            News::Vanished(problem) => {
                last = Exit::CannotReadOrWrite;
                report.diagnostics(&[problem]);
            }
            News::Looking(notice) => {
                report.diagnostics(&[notice]);
            }
        }
        ControlFlow::Continue(())
    })
}

/// One build, by the clock of its moment unless another was given.
fn build(report: &Report<'_>, common: &Common, builder: &mut Builder, watched: Watched<'_>, output: &Path) -> Exit {
    match options(common) {
        Ok(options) => publish(report, builder, Some(watched), &options, output),
        Err(message) => report.usage(&message),
    }
}
