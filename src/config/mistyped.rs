//! A value of the wrong type: what it is, what it must be, and how to write it.

use toml::de::DeValue;

use super::entry::Value;
use super::keys::{Format, Shape};
use crate::diagnostic::code;

/// Tells a value of a type that its key does not expect.
pub(super) fn wrong_type(value: &Value<'_>, name: &str, shape: &Shape, example: &str) {
    let found = kind(value);
    let written = value.string();
    let expected = expected(shape);
    // A key that takes an amount or a list of prices is meant to have an amount where a number stands.
    let is_number = matches!(value.value.get_ref(), DeValue::Integer(_) | DeValue::Float(_));
    let amount = |shape: &&Shape| matches!(shape, Shape::String(Format::Decimal));
    let shape = match shape {
        Shape::Any(shapes) if is_number => shapes.iter().find(amount).unwrap_or(shape),
        other => other,
    };
    let hint = match (shape, value.value.get_ref()) {
        (Shape::Tables(table), DeValue::Table(_)) => {
            format!("write [[{name}]] with two brackets; each one is an item of the list: {}", table.doc)
        }
        (Shape::Table(_) | Shape::TablesById(_), DeValue::Array(_)) => format!("write [{name}] with one bracket"),
        (Shape::Date | Shape::DateTime, DeValue::String(_)) => {
            let date = written.filter(|text| text.as_bytes().get(4) == Some(&b'-')).map(str::to_owned);
            let date = date.or_else(|| written.and_then(turned)).unwrap_or_else(|| example.to_owned());
            format!("write the date as year, month and day, without quotes: {name} = {date}")
        }
        (Shape::Boolean | Shape::Integer(..), DeValue::String(_)) => {
            format!("write it without quotes: {name} = {example}")
        }
        (Shape::String(Format::Decimal), DeValue::Integer(_) | DeValue::Float(_)) => {
            format!("write the number in quotes, so that not a cent is lost: {name} = \"{}\"", value.written())
        }
        (
            Shape::String(Format::Telephone | Format::Plain | Format::Id | Format::Reference(_)) | Shape::Text,
            DeValue::Integer(_) | DeValue::Float(_),
        ) => {
            format!("write it in quotes: {name} = \"{}\"", value.written())
        }
        (Shape::Strings(_) | Shape::Choices(_) | Shape::Texts, DeValue::String(_)) => {
            format!("write a list: {name} = [\"{}\"]", written.unwrap_or_default())
        }
        _ if example.is_empty() => format!("`{name}` is {expected}"),
        _ => format!("write {name} = {example}"),
    };
    value.scope.correct(
        code::KEY_02,
        value.span(),
        format!("`{name}` is {found}, and must be {expected}"),
        hint,
        certain(value, shape),
    );
}

/// A date that ends with its year, in the order of TOML: 24.12.2026, and 12/24/2026 where only that can be meant.
fn turned(text: &str) -> Option<String> {
    let parts: Vec<i16> = text.split(['/', '.', '-']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [first, second, year] = parts[..] else { return None };
    let date = |day: i16, month: i16| {
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
            .ok()
            .map(|date| date.to_string())
    };
    if year < 1000 { None } else { date(first, second).or_else(|| date(second, first)) }
}

/// The same value in the notation of its key, where no sense is lost.
fn certain(value: &Value<'_>, shape: &Shape) -> Option<String> {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match (shape, value.value.get_ref()) {
        (Shape::Date, DeValue::String(text)) => text.parse::<jiff::civil::Date>().ok().map(|date| date.to_string()),
        (Shape::Boolean, DeValue::String(text)) => matches!(text.as_ref(), "true" | "false").then(|| text.to_string()),
        (Shape::Integer(..), DeValue::String(text)) => text.parse::<u32>().ok().map(|number| number.to_string()),
        (Shape::String(Format::Decimal), DeValue::Integer(_) | DeValue::Float(_)) => {
            let written = value.written();
            written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then(|| format!("\"{written}\""))
        }
        (Shape::String(Format::Plain | Format::Id | Format::Reference(_)), DeValue::Integer(_)) => {
            Some(format!("\"{}\"", value.written())).filter(|_| plain(value.written()))
        }
        (Shape::Strings(_) | Shape::Choices(_), DeValue::String(_)) => Some(format!("[{}]", value.written())),
        _ => None,
    }
}

fn expected(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text in quotes, or a table of texts by language".to_owned(),
        Shape::Texts => "a list of texts".to_owned(),
        Shape::String(_) => "a text in quotes".to_owned(),
        Shape::Strings(_) | Shape::Choices(_) => "a list of texts in quotes".to_owned(),
        Shape::Choice(words) => format!("one of {}", words.join(", ")),
        Shape::Date => "a date such as 2026-12-31".to_owned(),
        Shape::DateTime => "a date with a time such as 2026-12-05T22:00:00".to_owned(),
        Shape::Integer(..) => "a whole number".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::Table(_) | Shape::TablesById(_) => "a table".to_owned(),
        Shape::Weekdays => "days with their hours".to_owned(),
        Shape::Levels => "a table of check codes".to_owned(),
        Shape::Tables(_) => "a list of tables".to_owned(),
        Shape::Any(shapes) => shapes.iter().map(expected).collect::<Vec<_>>().join(", or "),
    }
}

/// What a value is, in plain words.
pub(super) fn kind(value: &Value<'_>) -> &'static str {
    match value.value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
