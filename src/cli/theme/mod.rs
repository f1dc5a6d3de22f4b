//! `supportal theme`: which themes there are, their files to start from, and whether one can be read.

mod eject;
mod list;

use std::path::PathBuf;

use clap::Subcommand;

use super::args::Common;
use super::{Exit, begin, failure};
use crate::diagnostic::Diagnostics;
use crate::pipeline;
use crate::source::Sources;
use crate::theme::STANDARD;
use crate::timing::Timings;

#[derive(Debug, Subcommand)]
pub(super) enum Theme {
    /// List the built-in themes and those of the site
    List {
        /// The folder that holds support.toml
        #[arg(default_value = ".", value_name = "SITE")]
        site: PathBuf,
    },
    /// Copy templates, components or styles of a theme into the site, to change them; never overwrites
    Eject {
        /// The theme; without one, that of the site
        #[arg(value_name = "NAME")]
        name: Option<String>,
        /// Files of the theme, such as templates/home.html or components/icon.html; without any, the whole theme
        #[arg(value_name = "PATH")]
        paths: Vec<String>,
        /// The folder that holds support.toml
        #[arg(long, default_value = ".", value_name = "SITE")]
        site: PathBuf,
    },
    /// Render every kind of page and compute the contrast of all texts, in light and in dark
    Check {
        #[command(flatten)]
        common: Common,
    },
}

/// Runs the subcommand that was typed.
pub(super) fn run(theme: Theme) -> Exit {
    match theme {
        Theme::List { site } => list::run(&site),
        Theme::Eject { name, paths, site } => eject::run(&site, name.as_deref(), &paths),
        Theme::Check { common } => check(&common),
    }
}

fn check(common: &Common) -> Exit {
    let (report, options) = match begin(common) {
        Ok(ready) => ready,
        Err(exit) => return exit,
    };
    let (diagnostics, mut timings) = (Diagnostics::new(), Timings::default());
    let readings = pipeline::check_theme(&common.site, &options, &mut timings, &diagnostics);
    let failed = failure(&options, &diagnostics);
    let count = report.diagnostics(&diagnostics.into_sorted());
    report.timings(&timings);
    report.contrasts(&readings);
    report.checked(count, failed.is_some());
    report.end(failed.unwrap_or(Exit::Done))
}

/// The theme that a site names; `standard` where it names none, or cannot be read, for then no theme is to blame.
fn of_site(partner: &Sources) -> String {
    let source = partner.text("support.toml").ok();
    let table = source.and_then(|source| toml::from_str::<toml::Table>(source.text()).ok());
    let name = table.as_ref().and_then(|table| table.get("site")?.get("theme")?.as_str());
    name.unwrap_or(STANDARD).to_owned()
}
