//! The front matter of documents.

use super::{Format, Key, Shape, Table, optional, required};

const TITLE: Key =
    required("title", Shape::String(Format::Plain), "The heading of the page.", "\"Reset your password\"");
const DESCRIPTION: Key = optional(
    "description",
    Shape::String(Format::Plain),
    "One sentence for lists and search engines.",
    "\"Three steps, two minutes.\"",
);
const DATE: Key = optional("date", Shape::Date, "The day on which it was written.", "2026-09-14");
const UPDATED: Key = optional("updated", Shape::Date, "The day on which it was last changed.", "2026-11-12");
const DRAFT: Key = optional("draft", Shape::Boolean, "Whether it is left out of the published site.", "true");
const WEIGHT: Key =
    optional("weight", Shape::Integer(-1_000_000, 1_000_000), "Its place in lists: small numbers first.", "10");
const TAGS: Key = optional("tags", Shape::Strings(Format::Plain), "Words that it is about.", "[\"password\"]");
const PRODUCTS: Key =
    optional("products", Shape::Strings(Format::Plain), "Products that it is about.", "[\"Microsoft 365\"]");
const ALIASES: Key = optional(
    "aliases",
    Shape::Strings(Format::Plain),
    "Old addresses on this site that lead here.",
    "[\"/old/page/\"]",
);
const SLUG: Key = optional(
    "slug",
    Shape::String(Format::Plain),
    "The last part of its address, if not the file's name.",
    "\"reset\"",
);

/// Articles and free pages.
pub static PAGE: Table = Table {
    name: "front matter",
    doc: "What a document says about itself.",
    keys: &[TITLE, DESCRIPTION, DATE, UPDATED, DRAFT, WEIGHT, TAGS, PRODUCTS, ALIASES, SLUG],
};

/// Notices.
pub static NOTICE: Table = Table {
    name: "front matter",
    doc: "What a notice says about itself.",
    keys: &[
        TITLE,
        DESCRIPTION,
        DATE,
        UPDATED,
        DRAFT,
        WEIGHT,
        TAGS,
        PRODUCTS,
        ALIASES,
        SLUG,
        optional("kind", Shape::Choice(&["incident", "maintenance", "news"]), "What it is about.", "\"incident\""),
        optional("status", Shape::Choice(STATUSES), "Where it stands.", "\"monitoring\""),
        optional(
            "start",
            Shape::DateTime,
            "When it begins: with an offset, or local with time_zone.",
            "2026-12-05T22:00:00",
        ),
        optional(
            "end",
            Shape::DateTime,
            "When it ends. Maintenance that an update calls completed before ended then.",
            "2026-12-06T02:00:00",
        ),
        optional("time_zone", Shape::String(Format::TimeZone), "The city whose clock counts.", "\"Europe/Warsaw\""),
        optional(
            "components",
            Shape::Strings(Format::Reference("components")),
            "The services that it affects.",
            "[\"mail\"]",
        ),
        optional(
            "updates",
            Shape::Tables(&UPDATE),
            "What you said in the course of it.",
            "[{ time = 2026-11-22T09:10:00+01:00, status = \"identified\", text = \"We know the cause.\" }]",
        ),
    ],
};

const STATUSES: &[&str] = &[
    "investigating",
    "identified",
    "monitoring",
    "resolved",
    "scheduled",
    "in-progress",
    "verifying",
    "completed",
    "cancelled",
];

static UPDATE: Table = Table {
    name: "[[updates]]",
    doc: "What you said in the course of a notice.",
    keys: &[
        required(
            "time",
            Shape::DateTime,
            "When you said it; what is still to come is left out until its day.",
            "2026-11-22T09:10:00+01:00",
        ),
        optional("status", Shape::Choice(STATUSES), "Where it stood from then on.", "\"identified\""),
        required("text", Shape::String(Format::Plain), "What you said.", "\"We know the cause.\""),
    ],
};

/// Built-in texts and those that replace them.
pub static TEXT: Table = Table {
    name: "front matter",
    doc: "What a text block says about itself.",
    keys: &[
        TITLE,
        optional(
            "obligations",
            Shape::Strings(Format::Plain),
            "The duties of the programme that the text meets, and the checks that only words can satisfy, as the text had them that it replaces.",
            "[\"O-5\"]",
        ),
    ],
};
