//! `supportal serve`: a build for each change, shown to browsers of this computer.
//!
//! Nothing is written, in `public/` or elsewhere: what is published stays as it was published. Ctrl-C ends the process at
//! once, as the system does it.

use std::ops::ControlFlow;

use super::args::Serve;
use super::report::Report;
use super::{Exit, begin, options};
use crate::diagnostic::Diagnostics;
use crate::pipeline::Builder;
use crate::serve::{Build, Door, Preview};
use crate::source::{Change, What};
use crate::timing::Timings;
use crate::watch::{self, News};

/// Shows the site until it is interrupted; returns only when it cannot be shown at all.
pub(super) fn run(serve: &Serve) -> Exit {
    let report = match begin(&serve.common) {
        Ok((report, _)) => report,
        Err(exit) => return exit,
    };
    let (listener, door) = match Door::open(serve.host.as_deref(), serve.port) {
        Ok(open) => open,
        Err(closed) => return report.closed(&closed),
    };
    let preview = match Preview::start(listener, door.clone()) {
        Ok(preview) => preview,
        Err(problem) => return report.no_preview(&problem),
    };
    let builder = Builder::new(&serve.common.site);
    let mut live =
        LivePreview { serve, report: &report, door, preview, builder, address: String::new(), failed: false };
    watch::watch(&serve.common.site, serve.poll, |news| {
        match news {
            News::Begun(_) => live.begin(),
            News::Changed(changes, _) => live.change(&changes),
            News::Vanished(problem) => {
                report.diagnostics(std::slice::from_ref(&problem));
                live.preview.tell(&[problem]);
                live.failed = true;
            }
            News::Looking(notice) => {
                report.diagnostics(&[notice]);
            }
        }
        ControlFlow::Continue(())
    })
}

/// Where builds are made, told in the terminal, and shown.
struct LivePreview<'a> {
    serve: &'a Serve,
    report: &'a Report<'a>,
    door: Door,
    preview: Preview,
    builder: Builder,
    /// The address that was told last.
    address: String,
    failed: bool,
}

impl LivePreview<'_> {
    fn begin(&mut self) {
        self.build(None);
        if self.address.is_empty() {
            self.tell_address("/");
        }
        if self.door.is_public() {
            self.report.public(&self.door);
        }
        if self.serve.open
            && let Err(problem) = open::that_detached(&self.address)
        {
            self.report.unopened(&problem);
        }
    }

    fn change(&mut self, changes: &[Change]) {
        self.report.changed(changes);
        let had_failed = std::mem::take(&mut self.failed);
        self.build(Some(changes));
        if had_failed && !self.failed {
            self.report.recovered();
        }
    }

    /// One build, by the clock of its moment unless another was given, in one report.
    fn build(&mut self, changes: Option<&[Change]>) {
        let options = match options(&self.serve.common) {
            Ok(options) => options,
            Err(message) => {
                self.report.usage(&message);
                return;
            }
        };
        let (before, diagnostics, mut timings) = (self.preview.build(), Diagnostics::new(), Timings::default());
        let made = Build::make(&mut self.builder, changes, &options, before.as_deref(), &mut timings, &diagnostics);
        let problems = diagnostics.into_sorted();
        self.report.diagnostics(&problems);
        self.report.timings(&timings);
        let Some(build) = made else {
            self.failed = true;
            self.report.unshown(before.is_some());
            return self.preview.tell(&problems);
        };
        let changed = before.map(|before| build.changes_since(&before));
        self.report.shown(build.len(), changed, timings.total());
        let base = build.base().to_owned();
        let follow = self.edited(&build, changes.unwrap_or_default());
        self.preview.show(build, follow);
        self.tell_address(&base);
    }

    /// The page of the first source that was edited, if browsers are to go there.
    fn edited(&self, build: &Build, changes: &[Change]) -> Option<String> {
        let edited = changes.iter().filter(|change| self.serve.follow && change.what != What::Gone);
        edited.map(|change| build.page_of(&change.path)).find_map(|page| page.map(str::to_owned))
    }

    /// Tells where the site is shown, if that is news.
    fn tell_address(&mut self, base: &str) {
        let address = format!("{}{base}", self.door.origin());
        if self.address != address {
            self.report.showing(&address);
            self.address = address;
        }
    }
}
