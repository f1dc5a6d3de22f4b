//! What commands ask of a site beside its pages: all that is wrong with it, with its theme, and its facts.

use std::path::Path;

use super::{Options, Prepared, foundation, prepare};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::source;
use crate::timing::Timings;
use crate::{built_in, check, theme};

/// Everything that a build finds, and nothing written. None when there is no site.
pub fn check(root: &Path, options: &Options, timings: &mut Timings, diagnostics: &Diagnostics) -> Option<Prepared> {
    let partner = timings.phase("scan", || source::scan(root, diagnostics));
    let prepared = prepare(&partner, options, timings, diagnostics)?;
    let all = prepared.render(diagnostics, |_| Ok::<(), std::convert::Infallible>(()));
    debug_assert!(all.is_ok());
    Some(prepared)
}

/// Everything that can be wrong with the theme of a site: each kind of page is rendered, with a sample where the site
/// has none of it, and the contrast of its texts is computed. Nothing is written.
pub fn check_theme(
    root: &Path,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &Diagnostics,
) -> Vec<theme::contrast::Reading> {
    let partner = timings.phase("scan", || source::scan(root, diagnostics));
    let with_samples = theme::samples::of_missing(&partner).overlaid_by(&partner);
    let Some(prepared) = prepare(&with_samples, options, timings, diagnostics) else { return Vec::new() };
    let all = prepared.render(diagnostics, |_| Ok::<(), std::convert::Infallible>(()));
    debug_assert!(all.is_ok());
    let readings = timings.phase("contrast", || theme::contrast::check(&prepared.design.theme, diagnostics));
    check::adjust(&prepared.site, diagnostics);
    readings
}

/// The configuration of the site in `root`, for commands that need no page. None when it has errors.
pub fn facts(root: &Path, options: &Options, diagnostics: &Diagnostics) -> Option<Config> {
    let partner = source::scan(root, diagnostics);
    foundation::configuration(&partner, &built_in::sources().overlaid_by(&partner), options, diagnostics)
}
