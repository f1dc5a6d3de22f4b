//! Prices.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::PRC_01,
        severity: Severity::Error,
        why: "Money is digits with a point, in quotes, with no more decimals than the currency has. So no cent is lost or invented.",
        source: "ISO 4217",
        fix: r#"Write "39.00"."#,
        bad: Example::Files(&[(
            "support.toml",
            r#"[[rates]]
id = "visit"
name = "Visit"
amount = "99.999"
per = "visit""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[rates]]
id = "visit"
name = "Visit"
amount = "99.99"
per = "visit""#,
        )]),
    },
    Rule {
        code: code::PRC_02,
        severity: Severity::Error,
        why: "A price without a word on tax can mean two sums. Consumers must see prices that include it.",
        source: "Directive 98/6/EC on the indication of prices",
        fix: "Write tax under [pricing], with its name, its rate and whether it is included.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[pricing]
# no tax

[[rates]]
id = "visit"
name = "Visit"
amount = "99.99"
per = "visit""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[pricing]
tax = { name = "VAT", rate = "23", included = false }

[[rates]]
id = "visit"
name = "Visit"
amount = "99.99"
per = "visit""#,
        )]),
    },
    Rule {
        code: code::PRC_03,
        severity: Severity::Error,
        why: "Customers rely on the prices that they read. A price that has run out is an error; one that began more than 18 months ago is a warning, because it may have been forgotten.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Enter the new prices and dates.",
        bad: Example::Files(&[(
            "support.toml",
            r"[pricing]
valid_until = 2026-06-30",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r"[pricing]
valid_from = 2026-07-01",
        )]),
    },
    Rule {
        code: code::PRC_04,
        severity: Severity::Warning,
        why: "A 20-minute call can cost 20, 30 or 60 minutes. Who pays by the hour learns in which steps time is counted, and the least that is charged; who buys a plan learns how often it is paid.",
        source: "",
        fix: "Add increment and minimum to the rate, period to the price of the plan.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[rates]]
id = "hour"
name = "Work by the hour"
amount = "240.00"
per = "hour""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[rates]]
id = "hour"
name = "Work by the hour"
amount = "240.00"
per = "hour"
increment = "15m"
minimum = "30m""#,
        )]),
    },
    Rule {
        code: code::PRC_05,
        severity: Severity::Error,
        why: "Two plans of one name cannot be told apart, and two prices of one plan for the same country and time cannot both hold.",
        source: "",
        fix: "Give each plan a name of its own, and each price its country, currency or dates.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[plans]]
id = "one"
name = "Extended"
price = "on-request"

[[plans]]
id = "two"
name = "Extended"
price = "on-request""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[plans]]
id = "one"
name = "Extended"
price = "on-request"

[[plans]]
id = "two"
name = "Complete"
price = "on-request""#,
        )]),
    },
    Rule {
        code: code::PRC_06,
        severity: Severity::Warning,
        why: "A plan that names countries in its prices leaves out customers of your own country, or of one that another plan names.",
        source: "",
        fix: "Add a price for that country, or one without countries for all others.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[plans]]
id = "extended"
name = "Extended"
price = { amount = "12.50", currency = "EUR", per = "user", period = "month", countries = ["DE"] }"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[plans]]
id = "extended"
name = "Extended"
price = { amount = "12.50", currency = "EUR", per = "user", period = "month", countries = ["DE", "PL"] }"#,
        )]),
    },
];
