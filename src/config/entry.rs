//! Reading a parsed table: typed access to its keys.
//!
//! A value of the wrong TOML type reads as absent here; [`super::check`] has told of it.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::Table;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourceFile, code, guess};
use crate::model::list::Ids;
use crate::model::{Languages, Ref};

/// Where a table was read, and where problems go.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    source: &'a Arc<SourceFile>,
    offset: usize,
    /// Where problems go.
    pub diagnostics: &'a Diagnostics,
}

impl<'a> Scope<'a> {
    /// A table of `source` whose places count from `offset`.
    pub fn new(source: &'a Arc<SourceFile>, offset: usize, diagnostics: &'a Diagnostics) -> Self {
        Self { source, offset, diagnostics }
    }

    /// The place of a span.
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.source, self.offset + span.start..self.offset + span.end)
    }

    /// What stands in the file at a span.
    fn written(&self, span: Range<usize>) -> &'a str {
        self.source.text().get(self.offset + span.start..self.offset + span.end).unwrap_or_default()
    }

    /// Records an error at a span.
    pub fn error(&self, code: Code, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, message).at(self.place(span)).hint(hint));
    }

    /// Records an error at a span, with what stands there once it is right, where that is certain.
    pub fn correct(
        &self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
        fix: Option<String>,
    ) {
        self.diagnostics.push(Diagnostic::error(code, message).at(self.place(span)).hint(hint).fix(fix));
    }

    /// Records a warning at a span.
    pub fn warn(&self, code: Code, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.diagnostics.push(Diagnostic::warning(code, message).at(self.place(span)).hint(hint));
    }
}

/// A table with its scope.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub(super) table: &'a DeTable<'a>,
    header: (usize, usize),
    pub(super) scope: &'a Scope<'a>,
}

/// A value with its scope.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    pub(super) value: &'a Spanned<DeValue<'a>>,
    pub(super) scope: &'a Scope<'a>,
}

impl<'a> Entry<'a> {
    /// The top table.
    pub fn top(table: &'a Spanned<DeTable<'a>>, scope: &'a Scope<'a>) -> Self {
        Self { table: table.get_ref(), header: (0, 0), scope }
    }

    /// Where the table's header, or the table, stands.
    pub fn header(&self) -> Range<usize> {
        self.header.0..self.header.1
    }

    /// The place of the table's header.
    pub fn place(&self) -> Place {
        self.scope.place(self.header())
    }

    /// Whether a key is given, of whatever type.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A key of `table` as it stands here: itself, or misspelt, which has been told where it stands.
    pub fn meant<'k>(&self, key: &'k str, table: &'static Table) -> Option<&'k str>
    where
        'a: 'k,
    {
        if self.has(key) {
            return Some(key);
        }
        let unknown = self.pairs().map(|(name, ..)| name).filter(|name| table.key(name).is_none());
        unknown.into_iter().find(|name| super::shape::meant_by(name, table) == Some(key))
    }

    /// The value of a key.
    pub fn value(&self, key: &str) -> Option<Value<'a>> {
        self.table.get(key).map(|value| Value { value, scope: self.scope })
    }

    /// The place of a key's value, or of the header when it is absent.
    pub fn span(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.header(), Spanned::span)
    }

    /// The table at a key.
    pub fn table(&self, key: &str) -> Option<Entry<'a>> {
        self.value(key)?.entry()
    }

    /// The tables in the list at a key.
    pub fn tables(&self, key: &str) -> Vec<Entry<'a>> {
        self.value(key).map_or_else(Vec::new, |value| value.items().filter_map(|item| item.entry()).collect())
    }

    /// The tables by id at a key: id, its span, the table.
    pub fn tables_by_id(&self, key: &str) -> Vec<(&'a str, Range<usize>, Entry<'a>)> {
        let Some(table) = self.table(key) else { return Vec::new() };
        let entries = table.table.iter().filter_map(|(id, value)| {
            let entry = Value { value, scope: self.scope }.entry()?;
            Some((id.get_ref().as_ref(), id.span(), entry))
        });
        entries.collect()
    }

    /// The keys with their values, in the order of the file.
    pub fn pairs(&self) -> impl Iterator<Item = (&'a str, Range<usize>, Value<'a>)> {
        let scope = self.scope;
        self.table.iter().map(move |(key, value)| (key.get_ref().as_ref(), key.span(), Value { value, scope }))
    }

    /// The string at a key.
    pub fn string(&self, key: &str) -> Option<&'a str> {
        self.value(key)?.string()
    }

    /// The boolean at a key.
    pub fn boolean(&self, key: &str) -> Option<bool> {
        self.value(key)?.value.get_ref().as_bool()
    }

    /// The whole number at a key.
    pub fn integer(&self, key: &str) -> Option<i64> {
        self.value(key)?.integer()
    }

    /// What the word at a key stands for.
    pub fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.string(key)?;
        choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
    }

    /// What the words in the list at a key stand for.
    pub fn choices<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Vec<T> {
        let words = self
            .value(key)
            .into_iter()
            .flat_map(|value| value.items().filter_map(|item| item.string()).collect::<Vec<_>>());
        words.filter_map(|word| choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)).collect()
    }

    /// The item that a key refers to.
    pub fn reference<T>(&self, key: &str, ids: &Ids<T>, table: &str) -> Option<Ref<T>> {
        self.value(key)?.reference(ids, table)
    }

    /// The items that the list at a key refers to.
    pub fn references<T>(&self, key: &str, ids: &Ids<T>, table: &str) -> Vec<Ref<T>> {
        self.value(key)
            .map_or_else(Vec::new, |value| value.items().filter_map(|item| item.reference(ids, table)).collect())
    }

    /// The text at a key.
    pub fn text(&self, key: &str, languages: &Languages) -> Option<crate::model::Text> {
        self.value(key)?.text(languages)
    }

    /// The texts at a key.
    pub fn texts(&self, key: &str, languages: &Languages) -> Vec<crate::model::Text> {
        self.value(key).map_or_else(Vec::new, |value| value.texts(languages))
    }
}

impl<'a> Value<'a> {
    /// Where it stands.
    pub fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Where it stands, as a place of its file.
    pub fn place(&self) -> Place {
        self.scope.place(self.span())
    }

    /// Tells an error of it.
    pub fn reject(&self, code: Code, message: &str, hint: &str) {
        self.scope.error(code, self.span(), message, hint);
    }

    /// Tells of this value what its writer has to know, though it is understood.
    pub fn warn(&self, code: Code, message: impl Into<String>, hint: impl Into<String>) {
        self.scope.warn(code, self.span(), message, hint);
    }

    /// As a string.
    pub fn string(&self) -> Option<&'a str> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// As a whole number.
    pub fn integer(&self) -> Option<i64> {
        let number = self.value.get_ref().as_integer()?;
        i64::from_str_radix(number.as_str(), number.radix()).ok()
    }

    /// As a table.
    pub fn entry(&self) -> Option<Entry<'a>> {
        match self.value.get_ref() {
            DeValue::Table(table) => {
                Some(Entry { table, header: (self.value.span().start, self.value.span().end), scope: self.scope })
            }
            _ => None,
        }
    }

    /// Whether it is a date, with a time or without.
    pub fn is_moment(&self) -> bool {
        self.value.get_ref().is_datetime()
    }

    /// Whether it is a list without items.
    pub fn is_empty_list(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::Array(items) if items.is_empty())
    }

    /// What stands in the file.
    pub fn written(&self) -> &'a str {
        self.scope.written(self.span())
    }

    /// The items of a list; none of another value.
    pub fn items(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        let scope = self.scope;
        let items = match self.value.get_ref() {
            DeValue::Array(items) => Some(items.iter()),
            _ => None,
        };
        items.into_iter().flatten().map(move |value| Value { value, scope })
    }

    /// The item that it refers to.
    pub fn reference<T>(&self, ids: &Ids<T>, table: &str) -> Option<Ref<T>> {
        let id = self.string()?;
        let found = ids.find(id);
        if found.is_none() {
            let near = || guess::nearest(id, ids.all());
            // One of many wrong references is worth no search among many ids.
            let hint = match (!self.scope.diagnostics.are_many()).then(near).flatten() {
                Some(near) => format!("did you mean `{near}`?"),
                None if ids.all().next().is_none() => {
                    format!("the site has no {} yet; add one with this id", header(table))
                }
                None => format!("the ids in {table} are: {}", guess::listed(ids.all())),
            };
            self.scope.error(code::KEY_06, self.span(), format!("there is no `{id}` in {table}"), hint);
        }
        found
    }
}

/// How the header of a list is written: hours are tables by name.
fn header(table: &str) -> String {
    if table == "hours" { "[hours.<id>]".to_owned() } else { format!("[[{table}]]") }
}
