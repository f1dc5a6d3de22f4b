//! The JSON Schema of `support.toml`, for editors: made from the keys, so that it can say nothing else.
//!
//! It refuses only what the program refuses too; what depends on other values, such as the id of some hours, it leaves to
//! the program. Dates of TOML count as strings, as editors give them to a schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::keys::{Format, Key, SUPPORT, Shape, Table};

/// A language tag, as loosely as any is written: which ones are registered, the program knows.
const LANGUAGE: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";
const DAYS: &str = "^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$";
const INTERVAL: &str = "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$";

/// The schema, of the dialect 2020-12.
pub fn schema() -> Value {
    let mut tables = Tables::default();
    let mut schema = tables.object(&SUPPORT);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$defs"] = json!(tables.0);
    schema
}

/// The tables that were met, by their names.
#[derive(Default)]
struct Tables(BTreeMap<String, Value>);

impl Tables {
    fn reference(&mut self, table: &'static Table) -> Value {
        let name = table.name.trim_matches(['[', ']']).replace(".<id>", "");
        if !self.0.contains_key(&name) {
            let object = self.object(table);
            self.0.insert(name.clone(), object);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn object(&mut self, table: &'static Table) -> Value {
        let keys: Map<String, Value> =
            table.keys.iter().map(|key| (key.name.to_owned(), self.key(key, table))).collect();
        let required: Vec<&str> = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
        json!({
            "title": table.name,
            "description": table.doc,
            "type": "object",
            "properties": keys,
            "required": required,
            "additionalProperties": false,
        })
    }

    fn key(&mut self, key: &'static Key, table: &Table) -> Value {
        let mut schema = self.shape(&key.shape);
        schema["title"] = format!("{} of {}", key.name, table.name).into();
        schema["description"] = key.doc.into();
        if let Some(example) = example(key) {
            schema["examples"] = json!([example]);
        }
        schema
    }

    fn shape(&mut self, shape: &'static Shape) -> Value {
        match shape {
            Shape::Text => text(),
            Shape::Texts => json!({ "anyOf": [list(text()), by_language(&list(string(Format::Plain)))] }),
            Shape::String(format) => string(*format),
            Shape::Strings(format) => list(string(*format)),
            Shape::Choice(words) => json!({ "enum": words }),
            Shape::Choices(words) => list(json!({ "enum": words })),
            Shape::Date => json!({ "type": "string", "format": "date" }),
            Shape::DateTime => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}" }),
            Shape::Integer(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
            Shape::Boolean => json!({ "type": "boolean" }),
            Shape::Table(table) => self.reference(table),
            Shape::Tables(table) => list(self.reference(table)),
            Shape::TablesById(table) => json!({
                "type": "object",
                "propertyNames": string(Format::Id),
                "additionalProperties": self.reference(table),
            }),
            Shape::Weekdays => json!({
                "type": "object",
                "propertyNames": { "pattern": DAYS },
                "additionalProperties": { "anyOf": [{ "const": "always" }, list(string(Format::Interval))] },
            }),
            Shape::Levels => {
                json!({ "type": "object", "additionalProperties": { "enum": ["error", "warn", "allow"] } })
            }
            Shape::Any(shapes) => self.any(shapes),
        }
    }

    /// Texts and tables may stand side by side in one list.
    fn any(&mut self, shapes: &'static [Shape]) -> Value {
        match shapes {
            [Shape::Strings(format), Shape::Tables(table)] => {
                list(json!({ "anyOf": [string(*format), self.reference(table)] }))
            }
            _ => json!({ "anyOf": shapes.iter().map(|shape| self.shape(shape)).collect::<Vec<_>>() }),
        }
    }
}

fn list(item: Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// A text for all languages, or one for each.
fn text() -> Value {
    let all = string(Format::Plain);
    json!({ "anyOf": [all, by_language(&all)] })
}

fn by_language(one: &Value) -> Value {
    json!({ "type": "object", "propertyNames": { "pattern": LANGUAGE }, "additionalProperties": one, "minProperties": 1 })
}

/// A string of a format: what is sure about it, and no more.
fn string(format: Format) -> Value {
    let pattern = match format {
        Format::Plain | Format::Reference(_) | Format::File => return json!({ "type": "string" }),
        Format::Id => "^[A-Za-z0-9_-]{1,64}$",
        Format::Email => "^[^@\\s].*@[^@\\s]+\\.[^@\\s]+$",
        Format::Telephone => "^\\+[0-9]{4,15}$",
        Format::Url => "^[A-Za-z]+://[^\\s]+$",
        Format::Decimal => "^[0-9]{1,12}(\\.[0-9]{1,6})?$",
        Format::Duration => "^\\s*(P[0-9A-Z]+|[0-9].*)$",
        Format::Language => LANGUAGE,
        Format::Country => "^[A-Z]{2}$",
        Format::Currency => "^[A-Z]{3}$",
        Format::TimeZone => "^[A-Za-z][A-Za-z0-9_+/-]*$",
        Format::Color => "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$",
        Format::Interval => INTERVAL,
        Format::HolidayCalendar => "^[A-Z]{2}(-[A-Z0-9]+)*$",
    };
    json!({ "type": "string", "pattern": pattern })
}

/// The example of a key as JSON; a table that is written as a header of its own has none.
fn example(key: &Key) -> Option<Value> {
    let line = match key.shape {
        _ if key.example.is_empty() => return None,
        Shape::Levels => format!("{} = {{ {} }}", key.name, key.example),
        _ => format!("{} = {}", key.name, key.example),
    };
    let table: toml::Table = toml::from_str(&line).ok()?;
    table.into_iter().next().map(|(_, value)| as_json(value))
}

fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(moment) => moment.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, as_json(value))).collect(),
    }
}
