//! Problems of a site, each with its place: what the partner's service manager reads.
//!
//! A phase returns its value and pushes what it finds into [`Diagnostics`]; nothing stops at the first problem.
//! Nothing in here prints.

pub mod code;
pub mod fix;
pub mod guess;
mod place;
pub mod rules;
mod system;

pub use code::Code;
pub use fix::Fix;
pub use place::{Place, SourceFile};
pub use system::reason;

use std::collections::BTreeSet;
use std::sync::Mutex;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not written.
    Error,
    /// The site is written; `--strict` makes it an error.
    Warning,
    /// Good to know; never an error.
    Notice,
}

impl Severity {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "note",
        }
    }
}

/// One problem: what is wrong, where, and what to write instead.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: Box<str>,
    /// Where, when the problem has a place.
    pub place: Option<Place>,
    /// A short text under the caret.
    pub label: Box<str>,
    /// What to do, each a sentence.
    pub hints: Vec<String>,
    /// What stands at the place once it is right, where only one thing can be meant.
    pub fix: Option<Box<Fix>>,
    /// Whether the partner may set another level for it: true of warnings, and of errors that leave the site whole.
    pub adjustable: bool,
}

impl Diagnostic {
    /// An error of rule `code`.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into().into_boxed_str(),
            place: None,
            label: Box::default(),
            hints: Vec::new(),
            fix: None,
            adjustable: false,
        }
    }

    /// A warning of rule `code`.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, adjustable: true, ..Self::error(code, message) }
    }

    /// Something that the program did, good to know.
    pub fn notice(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Notice, ..Self::error(code, message) }
    }

    /// Lets the partner set another level for it.
    #[must_use]
    pub fn adjustable(mut self) -> Self {
        self.adjustable = true;
        self
    }

    /// Says, once, that another level set for it changes nothing.
    fn say_held(&mut self) {
        const HELD: &str = "[checks] cannot let this pass: it has to be mended";
        if !self.hints.iter().any(|hint| hint == HELD) {
            self.hints.push(HELD.to_owned());
        }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Puts a short text under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into().into_boxed_str();
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says what stands at the place once it is right. Only for what is certain: it is written without asking.
    #[must_use]
    pub fn fix(mut self, fix: Option<String>) -> Self {
        self.fix = fix.map(|text| Box::new(Fix { text }));
        self
    }

    /// Says which rule the bytes of its place break, and nothing of what stands there.
    fn keep_secret(&mut self) {
        let title = self.code.title().trim_end_matches('.');
        self.message = format!("a value that only Microsoft may see is wrong, and not shown here: {title}").into();
        self.hints = vec!["correct it as the same key of another table would be written".to_owned()];
        self.label = Box::default();
        self.fix = None;
        self.place = self.place.take().map(Place::secret);
    }

    fn order(&self) -> (&str, usize, &str, &str) {
        let (path, start) = self.place.as_ref().map_or(("", 0), |p| (p.source.path(), p.span.start));
        (path, start, self.code.id(), &self.message)
    }
}

/// So many problems that nobody reads them all: what costs time to say is left out from here on.
const MANY: usize = 1_000;

/// Collects problems from all threads of one run.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Mutex<Vec<Diagnostic>>,
}

impl Diagnostics {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was found so far, in no order.
    pub fn so_far(&self) -> Vec<Diagnostic> {
        self.lock().clone()
    }

    /// Records one problem.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.lock().push(diagnostic);
    }

    /// Leaves out of what was told what stands at these places: reports are kept in logs, and shared.
    pub fn hide(&self, secrets: &[Place]) {
        let is_secret = |place: &Place| secrets.iter().any(|secret| secret.meets(place));
        let mut found = self.lock();
        let told = found.iter_mut().filter(|diagnostic| diagnostic.place.as_ref().is_some_and(is_secret));
        told.for_each(Diagnostic::keep_secret);
    }

    /// Records the problems of a phase.
    pub fn extend(&self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.lock().extend(diagnostics);
    }

    /// Puts what is known to hold in the place of what was found so far.
    pub fn replace(&self, told: Vec<Diagnostic>) {
        *self.lock() = told;
    }

    /// Sets the severity of what may be adjusted; none drops it. A notice can be dropped, and is never more than that.
    pub fn adjust(&self, level: impl Fn(Code) -> Option<Option<Severity>>) {
        self.lock().retain_mut(|diagnostic| {
            let is_notice = diagnostic.severity == Severity::Notice;
            let wanted = level(diagnostic.code);
            let is_held = diagnostic.severity == Severity::Error && !diagnostic.adjustable;
            if is_held && wanted.is_some_and(|wanted| wanted != Some(Severity::Error)) {
                diagnostic.say_held();
            }
            match wanted.filter(|_| diagnostic.adjustable || is_notice) {
                Some(Some(severity)) if !is_notice => diagnostic.severity = severity,
                Some(None) => return false,
                _ => {}
            }
            true
        });
    }

    /// Whether any error was recorded.
    pub fn has_errors(&self) -> bool {
        self.has(Severity::Error)
    }

    /// The files in which errors were told so far.
    pub fn faulty_files(&self) -> BTreeSet<String> {
        let told = self.so_far();
        let errors = told.iter().filter(|problem| problem.severity == Severity::Error);
        errors.filter_map(|problem| Some(problem.place.as_ref()?.source.path().to_owned())).collect()
    }

    /// Whether any problem stands in a file that `is` one.
    pub fn has_place_in(&self, is: impl Fn(&str) -> bool) -> bool {
        self.lock().iter().any(|told| told.place.as_ref().is_some_and(|place| is(place.source.path())))
    }

    /// Whether an error of this rule was recorded.
    pub fn has_error_of(&self, code: Code) -> bool {
        self.lock().iter().any(|d| d.code == code && d.severity == Severity::Error)
    }

    /// Whether so many problems were recorded that a search for what was meant is no longer worth its time.
    pub fn are_many(&self) -> bool {
        self.lock().len() > MANY
    }

    /// How many errors were recorded.
    pub fn errors(&self) -> usize {
        self.lock().iter().filter(|d| d.severity == Severity::Error).count()
    }

    /// How many errors no level lets pass.
    pub fn held(&self) -> usize {
        self.lock().iter().filter(|d| d.severity == Severity::Error && !d.adjustable).count()
    }

    /// Whether a problem of this severity was recorded.
    pub fn has(&self, severity: Severity) -> bool {
        self.lock().iter().any(|d| d.severity == severity)
    }

    /// All problems, sorted by file, place and code, each once.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut all = self.found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        // Threads find one problem on many pages, each with hints of its own: which is told may not depend on their pace.
        all.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.hints.cmp(&b.hints)));
        all.dedup_by(|a, b| a.order() == b.order());
        all
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Diagnostic>> {
        self.found.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
