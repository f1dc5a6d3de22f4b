//! What must hold of a whole site: the duties of the programme, prices in force, the law of the publisher's country.
//!
//! Each rule sees the assembled site and the date of the build, and tells what is missing.

mod hours;
mod law;
mod money;
mod programme;

use jiff::civil::Date;

use crate::config::Level;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::site::Site;

/// What a run does not let pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Errors.
    #[default]
    Errors,
    /// Errors and warnings.
    Warnings,
}

impl Strictness {
    /// Whether what was found so far stops the run.
    pub fn fails(self, diagnostics: &Diagnostics) -> bool {
        match self {
            Self::Errors => diagnostics.has(Severity::Error),
            Self::Warnings => diagnostics.has(Severity::Error) || diagnostics.has(Severity::Warning),
        }
    }
}

/// Checks a site.
pub fn site(site: &Site, today: Date, diagnostics: &Diagnostics) {
    let report = Report { site, diagnostics };
    programme::check(&report);
    hours::check(&report, today);
    money::check(&report, today);
    law::check(&report);
    adjust(site, diagnostics);
}

/// Applies the levels that the partner set under `[checks]`.
pub fn adjust(site: &Site, diagnostics: &Diagnostics) {
    let levels = &site.config.levels;
    diagnostics.adjust(|code| {
        levels.get(&code).map(|level| match level {
            Level::Error => Some(Severity::Error),
            Level::Warn => Some(Severity::Warning),
            Level::Allow => None,
        })
    });
}

/// Where the rules tell what they find.
struct Report<'a> {
    site: &'a Site,
    diagnostics: &'a Diagnostics,
}

impl Report<'_> {
    /// Tells a problem at the first place of `words` in the configuration, each searched after the one before.
    fn tell(&self, diagnostic: Diagnostic, words: &[&str]) {
        let source = &self.site.config.source;
        let mut span = 0..0;
        for word in words {
            match source.text().get(span.end..).and_then(|rest| rest.find(word)) {
                Some(at) => span = span.end + at..span.end + at + word.len(),
                None => break,
            }
        }
        self.diagnostics.push(diagnostic.at(Place::new(source, span)).adjustable());
    }
}
