//! Every key of `support.toml` and of front matter, defined once: its shape, whether it is required, what it means.
//!
//! The check of a document's shape reads these tables; so do the JSON Schema and the reference. A key's first sentence
//! uses no term of a standard.

mod contact;
pub mod document;
mod pricing;
mod site;
mod surroundings;

pub(super) use contact::{CONTACT_METHOD, HOURS};

/// A table of keys.
#[derive(Debug)]
pub struct Table {
    /// What it is called in messages: `[partner]`.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub doc: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Table {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// What the tables at a key hold.
    pub fn inner(&self, name: &str) -> Option<&'static Self> {
        match self.key(name)?.shape {
            Shape::Table(table) | Shape::Tables(table) | Shape::TablesById(table) => Some(table),
            _ => None,
        }
    }
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it must be given.
    pub required: bool,
    /// What it means, in sentences for a service manager.
    pub doc: &'static str,
    /// A value as it may be written.
    pub example: &'static str,
}

/// A key that must be given.
const fn required(name: &'static str, shape: Shape, doc: &'static str, example: &'static str) -> Key {
    Key { name, shape, required: true, doc, example }
}

/// A key that may be given.
const fn optional(name: &'static str, shape: Shape, doc: &'static str, example: &'static str) -> Key {
    Key { name, shape, required: false, doc, example }
}

/// What may stand at a key.
#[derive(Debug)]
pub enum Shape {
    /// A text for people: a string, or a table of strings by language.
    Text,
    /// Texts for people: a list, or a table of lists by language.
    Texts,
    /// A string of a format.
    String(Format),
    /// A list of strings of a format.
    Strings(Format),
    /// A string that is one of these.
    Choice(&'static [&'static str]),
    /// A list of strings, each one of these.
    Choices(&'static [&'static str]),
    /// A date without time.
    Date,
    /// A date with time, with or without offset.
    DateTime,
    /// A whole number from..=to.
    Integer(i64, i64),
    /// `true` or `false`.
    Boolean,
    /// A table.
    Table(&'static Table),
    /// A list of tables, also written `[[name]]`.
    Tables(&'static Table),
    /// Tables by id, written `[name.id]`.
    TablesById(&'static Table),
    /// Opening intervals by day.
    Weekdays,
    /// Levels by check code.
    Levels,
    /// Any of these; the first whose TOML type fits is meant.
    Any(&'static [Self]),
}

/// The format of a string. What it means is checked where it is lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Any text.
    Plain,
    /// A new id.
    Id,
    /// The id of something in the table named.
    Reference(&'static str),
    /// An e-mail address.
    Email,
    /// A telephone in E.164 form.
    Telephone,
    /// An https address.
    Url,
    /// A decimal number.
    Decimal,
    /// A duration.
    Duration,
    /// A language tag.
    Language,
    /// A country's two letters.
    Country,
    /// A currency's three letters.
    Currency,
    /// An IANA time zone.
    TimeZone,
    /// A colour.
    Color,
    /// An opening interval.
    Interval,
    /// A code of a public holiday calendar.
    HolidayCalendar,
    /// A file under `static/`.
    File,
}

/// The top of `support.toml`.
pub static SUPPORT: Table = Table {
    name: "support.toml",
    doc: "The support configuration of one partner.",
    keys: &[
        optional("schema", Shape::Integer(1, i64::MAX), "The version of this file's form; leave it at 1.", "1"),
        required("site", Shape::Table(&site::SITE), site::SITE.doc, ""),
        required("partner", Shape::Table(&site::PARTNER), site::PARTNER.doc, ""),
        required("partner_of_record", Shape::Table(&site::PARTNER_OF_RECORD), site::PARTNER_OF_RECORD.doc, ""),
        required("hours", Shape::TablesById(&HOURS), HOURS.doc, ""),
        required("contact_methods", Shape::Tables(&CONTACT_METHOD), CONTACT_METHOD.doc, ""),
        required("support_types", Shape::Tables(&contact::SUPPORT_TYPE), contact::SUPPORT_TYPE.doc, ""),
        optional("pricing", Shape::Table(&pricing::PRICING), pricing::PRICING.doc, ""),
        optional("plans", Shape::Tables(&pricing::PLAN), pricing::PLAN.doc, ""),
        optional("rates", Shape::Tables(&pricing::RATE), pricing::RATE.doc, ""),
        optional("severities", Shape::Tables(&pricing::SEVERITY), pricing::SEVERITY.doc, ""),
        optional("escalation", Shape::Table(&surroundings::ESCALATION), surroundings::ESCALATION.doc, ""),
        optional("self_service", Shape::Table(&surroundings::SELF_SERVICE), surroundings::SELF_SERVICE.doc, ""),
        optional(
            "delegated_access",
            Shape::Table(&surroundings::DELEGATED_ACCESS),
            surroundings::DELEGATED_ACCESS.doc,
            "",
        ),
        optional("verification", Shape::Table(&surroundings::VERIFICATION), surroundings::VERIFICATION.doc, ""),
        optional("commerce", Shape::Table(&surroundings::COMMERCE), surroundings::COMMERCE.doc, ""),
        optional("security", Shape::Table(&surroundings::SECURITY), surroundings::SECURITY.doc, ""),
        optional("legal", Shape::Table(&surroundings::LEGAL), surroundings::LEGAL.doc, ""),
        optional("accessibility", Shape::Table(&surroundings::ACCESSIBILITY), surroundings::ACCESSIBILITY.doc, ""),
        optional("components", Shape::Tables(&surroundings::COMPONENT), surroundings::COMPONENT.doc, ""),
        optional(
            "checks",
            Shape::Levels,
            "How strict each check is: its code, and error, warn or allow.",
            "CON-04 = \"allow\"",
        ),
    ],
};
