//! Built-in texts: `content/<lang>/texts/**/*.md`, each replaceable by a file of the same path.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::front_matter;
use super::markdown::{self, Body};
use super::strings::Strings;
use crate::config::{self, Entry, Scope, keys};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity, SourceFile, code, rules};
use crate::locale::LanguageTag;
use crate::model::partner::Role;
use crate::model::{LanguageId, Languages};
use crate::source::Sources;

/// The facts that a text may name in braces.
pub const PLACEHOLDERS: &[&str] = &[
    "partner",
    "provider",
    "email",
    "telephone",
    "website",
    "emergency",
    "cancellation_days",
    "cancellation_verified",
    "access_days",
];

/// A text in one language.
#[derive(Debug)]
pub struct TextBlock {
    /// The file.
    pub source: Arc<SourceFile>,
    /// Its heading.
    pub title: String,
    /// The duties of the programme that it meets.
    pub obligations: BTreeSet<String>,
    /// The text.
    pub body: Body,
    /// Whether the partner wrote it.
    pub is_own: bool,
}

/// All texts of a site, by language and name such as `contact/have-ready`.
#[derive(Debug, Default)]
pub struct Texts {
    by_language: Vec<BTreeMap<String, TextBlock>>,
    english: BTreeMap<String, TextBlock>,
}

/// A text as it can be shown in a language.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// In the language asked for.
    Own(&'a TextBlock),
    /// In another language of the site.
    Instead(&'a TextBlock, LanguageId),
    /// In English, which is no language of the site.
    English(&'a TextBlock),
}

/// Reads the texts of all languages.
pub fn read(
    languages: &Languages,
    strings: &[Strings],
    built_in: &Sources,
    partner: &Sources,
    role: &Role,
    diagnostics: &Diagnostics,
) -> Texts {
    let mut texts = Texts::default();
    for (language, tag) in languages.iter() {
        let Some(strings) = strings.get(language.index()) else { continue };
        let base = tag.as_str().split('-').next().unwrap_or_default();
        let mut blocks = folder(&format!("content/{base}/texts/"), built_in, strings, diagnostics);
        if base != tag.as_str() {
            blocks.extend(folder(&format!("content/{}/texts/", tag.as_str()), built_in, strings, diagnostics));
        }
        for (name, own) in folder(&format!("content/{}/texts/", tag.as_str()), partner, strings, diagnostics) {
            match blocks.get(&name) {
                Some(replaced) => compare(&own, replaced, diagnostics),
                None => unknown(&name, &own, built_in, diagnostics),
            }
            blocks.insert(name, TextBlock { is_own: true, ..own });
        }
        texts.by_language.push(blocks);
    }
    let names = names(built_in, role);
    for ((_, tag), blocks) in languages.iter().zip(&texts.by_language) {
        tell_missing(tag, blocks, &names, diagnostics);
    }
    let lacks = |blocks: &BTreeMap<String, TextBlock>| names.iter().any(|name| !blocks.contains_key(*name));
    if texts.by_language.first().is_none_or(lacks)
        && let Some(strings) = strings.first()
    {
        texts.english = folder("content/en/texts/", built_in, strings, diagnostics);
    }
    texts
}

/// The names of the built-in texts that a partner of this role shows, each in the variant for the role.
fn names<'s>(built_in: &'s Sources, role: &Role) -> Vec<&'s str> {
    let all = || {
        let paths = built_in.under("content/en/texts/").filter_map(|path| path.strip_prefix("content/en/texts/"));
        paths.filter_map(|path| path.strip_suffix(".md"))
    };
    let is_shown = |name: &&str| match name.rsplit_once(['/', '.']) {
        Some((_, last)) if Role::NAMES.contains(&last) => last == role.name() && !is_lack(name),
        _ => !is_lack(name) && !all().any(|other| other.strip_prefix(*name) == Some(&format!(".{}", role.name()))),
    };
    all().filter(is_shown).collect()
}

/// Whether a text is for partners who lack something, such as an emergency line.
fn is_lack(name: &str) -> bool {
    name.contains(".without-") || name.contains(".unspecified")
}

fn tell_missing(tag: &LanguageTag, blocks: &BTreeMap<String, TextBlock>, names: &[&str], diagnostics: &Diagnostics) {
    let missing: Vec<&str> = names.iter().copied().filter(|name| !blocks.contains_key(*name)).collect();
    let Some(first) = missing.first() else { return };
    let problem = Diagnostic::warning(
        code::I18N_01,
        format!(
            "{} of {} built-in texts are not translated into `{}`; they stand in another language, with a note",
            missing.len(),
            names.len(),
            tag.as_str()
        ),
    );
    diagnostics.push(problem.hint(format!(
        "write them as content/{}/texts/{first}.md and so on: {}",
        tag.as_str(),
        missing.join(", ")
    )));
}

impl Texts {
    /// The text of this name, in `language` or instead of it.
    pub fn find(&self, name: &str, language: LanguageId) -> Option<Shown<'_>> {
        let of = |language: LanguageId| self.by_language.get(language.index())?.get(name);
        if let Some(block) = of(language) {
            return Some(Shown::Own(block));
        }
        if let Some(block) = of(LanguageId::DEFAULT) {
            return Some(Shown::Instead(block, LanguageId::DEFAULT));
        }
        self.english.get(name).map(Shown::English)
    }

    /// Every text that can be shown in a language, its own or one instead.
    pub fn shown_in(&self, language: LanguageId) -> impl Iterator<Item = &TextBlock> {
        let own = self.by_language.get(language.index());
        let others = [self.by_language.first(), Some(&self.english)];
        let instead = others
            .into_iter()
            .flatten()
            .flatten()
            .filter(move |(name, _)| own.is_none_or(|own| !own.contains_key(*name)));
        own.into_iter().flatten().chain(instead).map(|(_, block)| block)
    }

    /// Whether the partner wrote a text of this name in a language.
    pub fn is_own(&self, name: &str, language: LanguageId) -> bool {
        self.by_language.get(language.index()).and_then(|blocks| blocks.get(name)).is_some_and(|block| block.is_own)
    }

    /// Whether a text of this name can be shown in a language.
    pub fn contains(&self, name: &str, language: LanguageId) -> bool {
        self.find(name, language).is_some()
    }
}

fn folder(
    folder: &str,
    sources: &Sources,
    strings: &Strings,
    diagnostics: &Diagnostics,
) -> BTreeMap<String, TextBlock> {
    let files = sources.under(folder).filter(|path| path.ends_with(".md"));
    let blocks = files.filter_map(|path| {
        let name = path.strip_prefix(folder)?.strip_suffix(".md")?.to_owned();
        let source = sources.text(path).map_err(|problem| diagnostics.push(problem)).ok()?;
        Some((name, block(source, strings, diagnostics)?))
    });
    blocks.collect()
}

fn block(source: Arc<SourceFile>, strings: &Strings, diagnostics: &Diagnostics) -> Option<TextBlock> {
    let split = front_matter::split(&source, diagnostics)?;
    let (title, obligations) = {
        let table = config::parse(&source, split.front.clone(), diagnostics)?;
        let scope = Scope::new(&source, split.front.start, diagnostics);
        config::check(&table, &keys::document::TEXT, &scope);
        let entry = Entry::top(&table, &scope);
        (entry.string("title")?.to_owned(), entry.strings("obligations").into_iter().collect())
    };
    let options = markdown::Options { placeholders: Some(PLACEHOLDERS), ..markdown::Options::new(&strings.markdown) };
    let body = markdown::parse(&source, split.body, &options, diagnostics);
    Some(TextBlock { source, title, obligations, body, is_own: false })
}

/// A text that replaces a built-in one says something, and meets the duties that the built-in one met.
fn compare(own: &TextBlock, replaced: &TextBlock, diagnostics: &Diagnostics) {
    if own.title.trim().is_empty() {
        let problem = Diagnostic::error(code::DOC_02, "the title of this text is empty").at(Place::file(&own.source));
        diagnostics.push(problem.hint("write title = \"…\": it is the heading over the text"));
    }
    if own.body.is_empty() {
        let problem = Diagnostic::error(code::DOC_03, "this text replaces a built-in one and says nothing")
            .at(Place::file(&own.source));
        diagnostics.push(problem.hint("write the text, or delete the file to have the built-in one back"));
    }
    let missing = replaced.obligations.difference(&own.obligations).map(String::as_str);
    let (rules, duties): (Vec<&str>, Vec<&str>) = missing.partition(|id| Code::from_id(id).is_some());
    if !duties.is_empty() {
        diagnostics.push(undeclared(Diagnostic::error, code::DOC_03, "met", &duties, own));
    }
    for id in rules {
        let Some(rule) = Code::from_id(id).and_then(rules::of) else { continue };
        let problem = if rule.severity == Severity::Notice { Diagnostic::notice } else { Diagnostic::warning };
        diagnostics.push(undeclared(problem, rule.code, "kept", &[id], own).adjustable());
    }
}

/// What a text does not say that it does, and the built-in one did.
fn undeclared(
    problem: fn(Code, String) -> Diagnostic,
    code: Code,
    did: &str,
    missing: &[&str],
    own: &TextBlock,
) -> Diagnostic {
    let list = missing.iter().map(|o| format!("\"{o}\"")).collect::<Vec<_>>().join(", ");
    let message = format!("the built-in text {did} {}, and this one does not say that it does", missing.join(", "));
    problem(code, message)
        .at(Place::file(&own.source))
        .hint(format!("say it in the text and add obligations = [{list}]"))
}

fn unknown(name: &str, own: &TextBlock, built_in: &Sources, diagnostics: &Diagnostics) {
    if built_in.contains(&format!("content/en/texts/{name}.md")) {
        return;
    }
    let known: Vec<&str> =
        built_in.under("content/en/texts/").filter_map(|path| path.strip_prefix("content/en/texts/")).collect();
    let folder = name.split('/').next().unwrap_or_default();
    let beside: Vec<&str> = known.iter().copied().filter(|path| path.starts_with(&format!("{folder}/"))).collect();
    let mut folders: Vec<&str> = known.iter().filter_map(|path| path.split('/').next()).collect();
    folders.dedup();
    let hint = match beside.as_slice() {
        [] => format!("the folders of texts are: {}", folders.join(", ")),
        texts => format!("the texts in this folder are: {}", texts.join(", ")),
    };
    let problem = Diagnostic::error(code::DOC_03, "no page shows a text of this name").at(Place::file(&own.source));
    diagnostics.push(problem.hint(hint));
}
