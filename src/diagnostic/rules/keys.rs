//! Keys of `support.toml` and their values.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::KEY_01,
        severity: Severity::Error,
        why: "A key that is misspelt or stands in the wrong table would be ignored, and the fact with it.",
        source: "",
        fix: "Write the key that the hint names, in the table that it names.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner]
websight = "https://contoso.com/""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
website = "https://contoso.com/""#,
        )]),
    },
    Rule {
        code: code::KEY_02,
        severity: Severity::Error,
        why: "Texts stand in quotes, lists in brackets, dates and numbers without quotes.",
        source: "",
        fix: "Write the value as the hint shows.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[site]
reviewed = "2026-11-12""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r"[site]
reviewed = 2026-11-12",
        )]),
    },
    Rule {
        code: code::KEY_03,
        severity: Severity::Error,
        why: "Without this key the portal could not say something that it must say.",
        source: "",
        fix: "Add the key; the hint shows an example.",
        bad: Example::Files(&[(
            "support.toml",
            r"[partner]
# no name",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
name = "Contoso""#,
        )]),
    },
    Rule {
        code: code::KEY_04,
        severity: Severity::Error,
        why: "Some keys take one of a few words, or a number of a range.",
        source: "",
        fix: "Write one of those that the hint names.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner]
role = "direct""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
role = "direct-bill""#,
        )]),
    },
    Rule {
        code: code::KEY_05,
        severity: Severity::Error,
        why: "Other tables refer to an item by its id, and pages use it in their addresses. So it is short, plain, and given once. A list that names something twice is a warning.",
        source: "",
        fix: "Write letters, digits, hyphens and underscores; give each item an id of its own.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[components]]
id = "our mail"
name = "Mail""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[components]]
id = "mail"
name = "Mail""#,
        )]),
    },
    Rule {
        code: code::KEY_06,
        severity: Severity::Error,
        why: "A reference to something that does not exist leads nowhere.",
        source: "",
        fix: "Write the id of an item that exists.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
hours = "ofice""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
hours = "office""#,
        )]),
    },
    Rule {
        code: code::KEY_07,
        severity: Severity::Error,
        why: "Some keys exclude each other: a telephone has no web address.",
        source: "",
        fix: "Move one of them to an item of its own.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
email = "help@contoso.com""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
telephone = "+48225550123""#,
        )]),
    },
    Rule {
        code: code::KEY_08,
        severity: Severity::Error,
        why: "A file written for a newer version of the program may mean something else.",
        source: "",
        fix: "Install a newer supportal, or write schema = 1.",
        bad: Example::Files(&[("support.toml", "schema = 2")]),
        good: Example::Files(&[("support.toml", "schema = 1")]),
    },
    Rule {
        code: code::DUR_01,
        severity: Severity::Error,
        why: "A length of time has one meaning only in one of the known notations.",
        source: "ISO 8601 for P30D and P12M",
        fix: "Write 15m, 4h, 2 business days, P30D or P12M.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "mail"
reply_within = { within = "a day", clock = "office" }"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "mail"
reply_within = { within = "1 business day", clock = "office" }"#,
        )]),
    },
];
