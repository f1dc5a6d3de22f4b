//! Hours and holidays.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::HRS_01,
        severity: Severity::Error,
        why: "The clock of a region changes in summer and winter. An abbreviation such as CET, or an offset, is an hour wrong for half of the year.",
        source: "IANA Time Zone Database",
        fix: "Write the region and city whose clock counts.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
time_zone = "CET""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
time_zone = "Europe/Warsaw""#,
        )]),
    },
    Rule {
        code: code::HRS_02,
        severity: Severity::Error,
        why: "Times of opening are two times of the 24-hour clock. Intervals of one day do not overlap, and no day is named twice, or nobody could tell when you are open.",
        source: "",
        fix: "Write times like 08:00-17:00 and give each day once.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
weekly = { mon-fri = ["08:00-13:00", "12:00-17:00"] }"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
weekly = { mon-fri = ["08:00-12:00", "13:00-17:00"] }"#,
        )]),
    },
    Rule {
        code: code::HRS_03,
        severity: Severity::Warning,
        why: "An interval whose end is not after its start ends on the next day. One of more than 16 hours is rarely meant.",
        source: "",
        fix: "Check both times.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
weekly = { mon-thu = ["08:00-07:59"] }"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
weekly = { mon-thu = ["22:00-06:00"] }"#,
        )]),
    },
    Rule {
        code: code::HRS_04,
        severity: Severity::Warning,
        why: "Somebody answers the telephone although the support that it is for is not given, or a plan promises hours that its support does not have. One of the two is wrong, and customers believe the longer one.",
        source: "",
        fix: "Give both the same hours.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.long]
time_zone = "Europe/Warsaw"
weekly = { mon-fri = ["06:00-22:00"] }
public_holidays = ["PL"]

[[contact_methods]]
id = "phone"
hours = "long""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
hours = "office""#,
        )]),
    },
    Rule {
        code: code::HRS_05,
        severity: Severity::Warning,
        why: "Customers call on public holidays if nobody tells them that you are closed. Hours name the calendars that they keep, or say that they keep none.",
        source: "",
        fix: "Write public_holidays with your country or region, or [] if you are open.",
        bad: Example::Files(&[(
            "support.toml",
            r"[hours.office]
# no public_holidays",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
public_holidays = ["PL"]"#,
        )]),
    },
    Rule {
        code: code::HRS_06,
        severity: Severity::Warning,
        why: "Special days that are past change nothing, and who reads the file takes them for those to come. A date that is given twice is an error.",
        source: "",
        fix: "Delete the days that are past and add those to come.",
        bad: Example::Files(&[(
            "support.toml",
            r"[hours.office]
special = [{ date = 2024-12-24, open = [] }]",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
special = [{ date = 2026-12-31, open = ["08:00-13:00"] }]"#,
        )]),
    },
    Rule {
        code: code::HRS_07,
        severity: Severity::Error,
        why: "A text that says 24/7 is believed at three in the morning. It holds only where hours are open day and night.",
        source: "",
        fix: r#"Say when you answer, or name hours with weekly = "always"."#,
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
name = "24/7 service desk""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.desk]
name = "24/7 service desk"
weekly = "always""#,
        )]),
    },
    Rule {
        code: code::HRS_08,
        severity: Severity::Warning,
        why: "Hours that are made of single days only end with the last of them. Within 60 days of that, customers who plan ahead find nothing.",
        source: "",
        fix: "Add the days that follow, or the ordinary week.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.saturdays]
time_zone = "Europe/Warsaw"
weekly = {}
public_holidays = []
special = [{ date = 2026-12-05, open = ["09:00-12:00"] }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.saturdays]
time_zone = "Europe/Warsaw"
weekly = {}
public_holidays = []
special = [{ date = 2027-03-06, open = ["09:00-12:00"] }]"#,
        )]),
    },
    Rule {
        code: code::HRS_09,
        severity: Severity::Notice,
        why: "A public holiday comes within two weeks and nobody can be reached on it. Customers can prepare if they know.",
        source: "",
        fix: "Name an emergency contact method, or give the day a reason under special.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
public_holidays = ["US"]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[hours.office]
public_holidays = ["PL"]"#,
        )]),
    },
];
