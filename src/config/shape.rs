//! The shape of a document against the table of its keys: unknown keys, wrong types, missing keys, words not allowed.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::{Entry, Scope, Value};
use super::keys::{Format, Key, SUPPORT, Shape, Table};
use super::mistyped::{kind, wrong_type};
use crate::diagnostic::code;
use crate::diagnostic::guess::{listed, meant, nearest, only_near};

/// Checks a document against `table` and tells every fault.
pub fn check(document: &Spanned<DeTable<'_>>, table: &'static Table, scope: &Scope<'_>) {
    check_table(&Entry::top(document, scope), table);
}

fn check_table(entry: &Entry<'_>, table: &'static Table) {
    let mut misspelt = Vec::new();
    for (name, span, value) in entry.pairs() {
        match table.key(name) {
            Some(key) => check_value(&value, name, &key.shape, key.example),
            None => misspelt.extend(unknown_key(entry, name, span, table)),
        }
    }
    // A key that stands there misspelt has been told once, with its right name.
    let missing = |key: &&Key| key.required && !entry.has(key.name) && !misspelt.contains(&key.name);
    for key in table.keys.iter().filter(missing) {
        let header = entry.header();
        let (message, hint) = match key.shape {
            Shape::Table(t) => (format!("{} is missing", t.name), format!("add {}: {}", t.name, t.doc)),
            Shape::Tables(t) => (format!("{} is missing", t.name), format!("add at least one {}: {}", t.name, t.doc)),
            Shape::TablesById(t) => {
                (format!("{} is missing", t.name), format!("add at least one {}: {}", t.name, t.doc))
            }
            _ => {
                (format!("{} lacks the key `{}`", table.name, key.name), format!("add {} = {}", key.name, key.example))
            }
        };
        entry.scope.error(missing_code(table.name, key.name), header, message, hint);
    }
}

/// Where a rule of the field covers a missing key, its id is the code.
fn missing_code(table: &str, key: &str) -> crate::diagnostic::Code {
    match (table, key) {
        ("support.toml", "support_types") => code::CSP_01,
        ("[[support_types]]", "hours") => code::CSP_03,
        ("[[support_types]]", "contact_methods") => code::CSP_04,
        ("[[support_types]]" | "[[plans]]", "price") => code::CSP_05,
        ("[partner_of_record]", _) | ("support.toml", "partner_of_record") => code::CSP_11,
        ("severities.targets", "clock") | ("contact_methods.reply_within", "clock") => code::SLA_03,
        _ => code::KEY_03,
    }
}

/// Tells a key that does not exist, and returns the one that was meant.
fn unknown_key(
    entry: &Entry<'_>,
    name: &str,
    span: std::ops::Range<usize>,
    table: &'static Table,
) -> Option<&'static str> {
    let known = known_keys(table);
    let meant = meant_by(name, table);
    let hint = if let Some(meant) = meant {
        format!("did you mean `{meant}`?")
    } else if let Some(hint) = home_of(name) {
        hint
    } else {
        format!("the keys of {} are: {}", table.name, known.collect::<Vec<_>>().join(", "))
    };
    // A key that is given already would stand there twice.
    let fix = only_near(name, known_keys(table)).filter(|near| !entry.has(near)).map(str::to_owned);
    entry.scope.correct(code::KEY_01, span, format!("{} has no key `{name}`", table.name), hint, fix);
    meant
}

/// The key of a table that an unknown one is most likely meant to be.
pub(super) fn meant_by(name: &str, table: &'static Table) -> Option<&'static str> {
    nearest(name, known_keys(table))
}

fn known_keys(table: &'static Table) -> impl Iterator<Item = &'static str> + Clone {
    table.keys.iter().map(|key| key.name)
}

/// Where a key of this name belongs, if there is such a place.
fn home_of(name: &str) -> Option<String> {
    let homes = homes(&SUPPORT, name);
    match homes.split_first() {
        Some((first, more)) if *first == SUPPORT.name && more.is_empty() => Some(match SUPPORT.key(name)?.shape {
            Shape::Table(_) => format!("write [{name}] as a header of its own"),
            Shape::Tables(_) => format!("write [[{name}]] as a header of its own"),
            _ => format!("move the line `{name}` to the top of the file, before the first header"),
        }),
        Some((first, more)) => {
            let homes = if *first == SUPPORT.name { more } else { &homes };
            let homes = listed(homes.iter().copied());
            Some(format!("`{name}` belongs under {homes}; move the line there"))
        }
        None => None,
    }
}

/// The tables in which a key of this name is known.
fn homes(table: &'static Table, name: &str) -> Vec<&'static str> {
    fn inner(shape: &'static Shape) -> Option<&'static Table> {
        match shape {
            Shape::Table(table) | Shape::Tables(table) | Shape::TablesById(table) => Some(table),
            Shape::Any(shapes) => shapes.iter().find_map(inner),
            _ => None,
        }
    }
    let mut found: Vec<&str> = table.key(name).map(|_| table.name).into_iter().collect();
    found.extend(table.keys.iter().filter_map(|key| inner(&key.shape)).flat_map(|inner| homes(inner, name)));
    found.dedup();
    found
}

fn check_value(value: &Value<'_>, name: &str, shape: &'static Shape, example: &str) {
    if let Shape::Any(shapes) = shape {
        if let Some(table) = mixed(value, shapes) {
            check_items(
                value,
                name,
                example,
                |item| item.string().is_some() || item.entry().is_some(),
                "a text or a table",
            );
            check_repeats(value, name);
            return value.items().filter_map(|item| item.entry()).for_each(|entry| check_table(&entry, table));
        }
        match shapes.iter().find(|shape| fits(value, shape)) {
            Some(shape) => check_value(value, name, shape, example),
            None => wrong_type(value, name, shape, example),
        }
        return;
    }
    if !fits(value, shape) {
        return wrong_type(value, name, shape, example);
    }
    match shape {
        Shape::Choice(words) => check_word(value, name, words, example),
        Shape::Choices(words) => {
            value.items().for_each(|item| check_word(&item, name, words, example));
            check_repeats(value, name);
        }
        Shape::Strings(Format::Reference(_) | Format::Country | Format::HolidayCalendar) => {
            check_items(value, name, example, |item| item.string().is_some(), "a string");
            check_repeats(value, name);
        }
        Shape::Texts => {
            let is_text = |item: &Value<'_>| item.string().is_some();
            check_items(value, name, example, |item| is_text(item) || item.entry().is_some(), "a text");
            for (_, _, list) in value.entry().iter().flat_map(Entry::pairs) {
                check_items(&list, name, example, is_text, "a text");
            }
        }
        Shape::Strings(_) => {
            check_items(value, name, example, |item| item.string().is_some(), "a string");
            // The lines of an address may be alike; words that things are found by are not.
            if matches!(name, "languages" | "tags" | "products") {
                check_repeats(value, name);
            }
        }
        // A document without a title has a rule of its own.
        Shape::String(Format::Plain) if name != "title" => not_blank(value, name, example),
        Shape::Integer(from, to) if value.integer().is_none_or(|number| number < *from || number > *to) => {
            let message = format!("`{name}` is a whole number from {from} to {to}");
            value.scope.error(code::KEY_04, value.span(), message, format!("write {name} = {example}"));
        }
        Shape::Table(table) => value.entry().iter().for_each(|entry| check_table(entry, table)),
        Shape::Tables(table) => {
            check_items(value, name, example, |item| item.entry().is_some(), "a table");
            value.items().filter_map(|item| item.entry()).for_each(|entry| check_table(&entry, table));
        }
        Shape::TablesById(table) => check_by_id(value, name, table),
        _ => {}
    }
}

/// A string for people says something.
fn not_blank(value: &Value<'_>, name: &str, example: &str) {
    if value.string().is_some_and(|text| text.trim().is_empty()) {
        let hint = format!("write {name} = {example}, or delete the line");
        value.scope.error(code::KEY_04, value.span(), format!("`{name}` is empty"), hint);
    }
}

fn check_by_id(value: &Value<'_>, name: &str, table: &'static Table) {
    for (id, span, inner) in value.entry().iter().flat_map(Entry::pairs) {
        match inner.entry() {
            Some(entry) => check_table(&entry, table),
            None if table.key(id).is_some() => {
                value.scope.error(
                    code::KEY_01,
                    span,
                    format!("`{id}` belongs to hours with a name"),
                    format!("write [{name}.office] as the header, with a name of your choice"),
                );
            }
            None => value.scope.error(
                code::KEY_02,
                inner.span(),
                format!("`{name}.{id}` is {}, and must be a table", kind(&inner)),
                format!("write [{name}.{id}] as a header of its own"),
            ),
        }
    }
}

fn check_items(value: &Value<'_>, name: &str, example: &str, good: impl Fn(&Value<'_>) -> bool, what: &str) {
    for item in value.items().filter(|item| !good(item)) {
        value.scope.error(
            code::KEY_02,
            item.span(),
            format!("each item of `{name}` is {what}, and this is {}", kind(&item)),
            format!("write {name} = {example}"),
        );
    }
}

/// What a list names twice is said once on the page, and is a slip.
fn check_repeats(value: &Value<'_>, name: &str) {
    let mut seen = HashSet::new();
    for item in value.items() {
        if let Some(word) = item.string().filter(|word| !seen.insert(*word)) {
            let message = format!("`{name}` names `{word}` twice");
            value.scope.warn(code::KEY_05, item.span(), message, "delete one of the two");
        }
    }
}

fn check_word(value: &Value<'_>, name: &str, words: &[&str], example: &str) {
    let Some(word) = value.string() else {
        let hint = format!("the words allowed are: {}", words.join(", "));
        return value.scope.error(
            code::KEY_02,
            value.span(),
            format!("`{name}` holds words in quotes, and this is {}", kind(value)),
            hint,
        );
    };
    if !words.contains(&word) {
        let hint = match meant(word, words) {
            Some(near) => format!("did you mean `{near}`?"),
            None if words.len() == 1 => format!("write {name} = \"{}\", or {name} = {example}", words.join("")),
            None => format!("the words allowed are: {}", words.join(", ")),
        };
        value.scope.error(code::KEY_04, value.span(), format!("`{name}` cannot be `{word}`"), hint);
    }
}

/// The table of the items, where a list may hold texts and tables side by side.
fn mixed(value: &Value<'_>, shapes: &'static [Shape]) -> Option<&'static Table> {
    let tables = shapes.iter().find_map(|shape| match shape {
        Shape::Tables(table) => Some(*table),
        _ => None,
    });
    let strings = shapes.iter().any(|shape| matches!(shape, Shape::Strings(_)));
    tables.filter(|_| strings && value.value.get_ref().is_array())
}

/// Whether the TOML type of a value is one that the shape expects.
fn fits(value: &Value<'_>, shape: &Shape) -> bool {
    match (value.value.get_ref(), shape) {
        (DeValue::String(_), Shape::Text | Shape::String(_) | Shape::Choice(_)) => true,
        (
            DeValue::Table(_),
            Shape::Text | Shape::Texts | Shape::Table(_) | Shape::TablesById(_) | Shape::Weekdays | Shape::Levels,
        ) => true,
        (DeValue::Array(items), Shape::Any(_) | Shape::Tables(_)) => {
            items.iter().any(|item| item.get_ref().is_table()) || items.is_empty()
        }
        (DeValue::Array(items), Shape::Strings(_)) => !items.iter().any(|item| item.get_ref().is_table()),
        (DeValue::Array(_), Shape::Texts | Shape::Choices(_)) => true,
        (DeValue::Integer(_), Shape::Integer(..)) | (DeValue::Boolean(_), Shape::Boolean) => true,
        (DeValue::Datetime(moment), Shape::Date) => moment.date.is_some() && moment.time.is_none(),
        (DeValue::Datetime(moment), Shape::DateTime) => moment.date.is_some(),
        _ => false,
    }
}
