//! What each code means: how grave it is, why it is a rule, who says so, what to do, and an example of either side.
//!
//! This is the one place for these words: `supportal explain`, the rules in SARIF and `docs/reference/checks.md` are made
//! from it. A test builds every example: the bad one breaks its rule and no other, the good one breaks none.

mod agreement;
mod contact;
mod content;
mod design;
mod files;
mod hours;
mod keys;
mod languages;
mod law;
mod links;
mod machines;
mod money;
mod output;
mod programme;
mod support_types;
mod targets;

use super::{Code, Severity};

/// A rule with its reasons.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its code; the rule in one sentence is [`Code::title`].
    pub code: Code,
    /// How grave a breach is, unless the partner says otherwise.
    pub severity: Severity,
    /// What it means, and why.
    pub why: &'static str,
    /// Where it comes from: a document of the programme, a law, a standard; empty when it is this program's own.
    pub source: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// What breaks it.
    pub bad: Example,
    /// The same, as it should be.
    pub good: Example,
}

/// One side of a rule.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// Files of a site, by their paths. Lines of `support.toml` stand in a file that is otherwise whole; a comment
    /// `# no KEY` says that a key is missing there.
    Files(&'static [(&'static str, &'static str)]),
    /// What no file can show, in a sentence.
    Words(&'static str),
}

/// The first line of an example that is no part of another file.
pub const ALONE: &str = "# alone\n";

/// The families, in the order of the reference.
const FAMILIES: [&[Rule]; 16] = [
    support_types::RULES,
    programme::RULES,
    agreement::RULES,
    hours::RULES,
    contact::RULES,
    money::RULES,
    targets::RULES,
    law::RULES,
    languages::RULES,
    links::RULES,
    machines::RULES,
    output::RULES,
    content::RULES,
    design::RULES,
    keys::RULES,
    files::RULES,
];

/// All rules, by family.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flatten()
}

/// The rule of a code.
pub fn of(code: Code) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}
