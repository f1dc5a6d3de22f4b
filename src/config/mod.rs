//! `support.toml` to the validated model: parse, check the shape, lower.
//!
//! Syntax comes first, because nothing can be said of a file that does not parse. Shape and meaning are then
//! checked together, so that one run reports all.

mod control;
mod entry;
pub mod holidays;
pub mod keys;
mod lower;
mod mistyped;
mod moments;
mod parse;
mod schema;
mod shape;
mod syntax;
mod texts;
mod values;

pub use entry::{Entry, Scope, Value};
pub use parse::parse;
pub use schema::schema;
pub use shape::check;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostics, Place, Severity, SourceFile};
use crate::model::Portal;
use crate::source::Sources;

/// How strict a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The site is not written.
    Error,
    /// The site is written.
    Warn,
    /// Nothing is said.
    Allow,
}

/// The configuration: the model, and how strict the checks are.
#[derive(Debug)]
pub struct Config {
    /// The model.
    pub portal: Portal,
    /// Levels that the partner set.
    pub levels: BTreeMap<Code, Level>,
    /// Where the contact stands that only Microsoft may see, so that no other text repeats it.
    pub microsoft_only: Vec<Place>,
    /// Whether the run publishes elsewhere than the configuration says.
    pub base_url_overridden: bool,
    /// The file it came from, for problems found later.
    pub source: Arc<SourceFile>,
}

impl Config {
    /// The place of a key of `[site]`, for problems found later.
    pub fn key_place(&self, key: &str) -> Option<Place> {
        let text = self.source.text();
        let mut at = text.find("[site]")?;
        for line in text.get(at..)?.split_inclusive('\n') {
            let name = line.split('=').next().unwrap_or_default();
            if name.trim() == key {
                let start = at + name.len() - name.trim_start().len();
                return Some(Place::new(&self.source, start..at + line.trim_end().len()));
            }
            at += line.len();
        }
        None
    }
}

/// What a build adds to the configuration file.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Publish under this address instead of `site.base_url`.
    pub base_url: Option<String>,
}

/// Applies the levels that the partner set under `[checks]` to what was told so far.
pub fn apply(levels: &BTreeMap<Code, Level>, diagnostics: &Diagnostics) {
    diagnostics.adjust(|code| {
        levels.get(&code).map(|level| match level {
            Level::Error => Some(Severity::Error),
            Level::Warn => Some(Severity::Warning),
            Level::Allow => None,
        })
    });
}

/// Reads `support.toml`. None when it has errors; every problem is in `diagnostics`.
pub fn read(
    source: &Arc<SourceFile>,
    data: &Sources,
    overrides: &Overrides,
    diagnostics: &Diagnostics,
) -> Option<Config> {
    let before = diagnostics.held();
    let table = parse(source, 0..source.text().len(), diagnostics)?;
    let scope = Scope::new(source, 0, diagnostics);
    check(&table, &keys::SUPPORT, &scope);
    let (portal, levels) = lower::lower(&table, &scope, data, overrides);
    let microsoft_only = lower::microsoft_only(&Entry::top(&table, &scope));
    diagnostics.hide(&microsoft_only);
    apply(&levels, diagnostics);
    let portal = portal.filter(|_| diagnostics.held() == before)?;
    Some(Config {
        portal,
        levels,
        microsoft_only,
        base_url_overridden: overrides.base_url.is_some(),
        source: Arc::clone(source),
    })
}
