//! What must hold of a whole site: the duties of the programme, prices in force, the law of the publisher's country.
//!
//! Each rule sees the assembled site and the date of the build, and tells what is missing. The rules of `page` see what
//! templates made of it. What each rule means stands in `diagnostic::rules`.

mod contact;
mod content_line;
mod dates;
mod escalation;
mod fresh;
mod headings;
mod hours;
mod judge;
mod law;
mod machine_files;
mod money;
mod notices;
mod page;
mod parts;
mod placeholder;
mod programme;
mod secret;
mod security;
mod self_service;
mod standing;
mod status;
mod targets;

pub use contact::is_free_mail;
pub use judge::Judge;
pub use page::pages;
pub use placeholder::{MARK, is_placeholder};

use jiff::civil::Date;

use crate::config;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::model::{Portal, Text};
use crate::site::Site;
use crate::source::Sources;

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

/// What the site is checked for.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    /// The date of the build.
    pub today: Date,
    /// Whether it goes to customers: what is not filled in yet is then an error.
    pub release: bool,
}

impl Purpose {
    /// A problem of what is not filled in yet: a warning, until the site goes to customers.
    fn unfinished(self, code: Code, message: impl Into<String>) -> Diagnostic {
        if self.release { Diagnostic::error(code, message) } else { Diagnostic::warning(code, message) }
    }
}

/// Checks a site. `judge` looks at its texts, and remembers those that it has seen.
pub fn site(site: &Site, sources: &Sources, purpose: Purpose, judge: &mut Judge, diagnostics: &Diagnostics) {
    let report = &Report { site, purpose, diagnostics };
    let portals = self_service::Portals::of(site);
    judge.see(report, &portals);
    programme::check(report);
    self_service::check(report, &portals);
    hours::check(report);
    contact::check(report);
    money::check(report);
    targets::check(report);
    security::check(report, sources);
    escalation::check(report);
    machine_files::check(report, sources);
    law::check(report);
    fresh::check(report);
    notices::check(report);
    placeholder::check(report);
    adjust(site, diagnostics);
}

/// What is wrong with a document for itself.
pub fn document(site: &Site, purpose: Purpose, document: &Document) -> Vec<Diagnostic> {
    let unheard = &Diagnostics::new();
    judge::of_document(&Report { site, purpose, diagnostics: unheard }, &self_service::Portals::of(site), document)
}

/// Applies the levels that the partner set under `[checks]`.
pub fn adjust(site: &Site, diagnostics: &Diagnostics) {
    config::apply(&site.config.levels, diagnostics);
}

/// Where the rules tell what they find.
struct Report<'a> {
    site: &'a Site,
    purpose: Purpose,
    diagnostics: &'a Diagnostics,
}

impl<'a> Report<'a> {
    fn portal(&self) -> &'a Portal {
        self.site.portal()
    }

    fn today(&self) -> Date {
        self.purpose.today
    }

    /// A problem of what is not filled in yet: a warning, until the site goes to customers.
    fn unfinished(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        self.purpose.unfinished(code, message)
    }

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

    /// Tells a problem of the item `id` of a list, at one of its keys.
    fn tell_item(&self, diagnostic: Diagnostic, list: &str, id: &str, key: &str) {
        self.tell(diagnostic, &[&format!("[[{list}]]"), &format!("\"{id}\""), key]);
    }

    /// A text in every language of the site.
    fn said<'t>(&self, text: &'t Text) -> impl Iterator<Item = &'t str> {
        let languages = self.portal().languages.ids();
        languages.map(|language| text.in_language(language)).filter(|said| said.instead.is_none()).map(|said| said.text)
    }
}

/// Whole days from one date to a later one; negative when it is earlier.
fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
