//! Severities and their targets.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::SLA_01,
        severity: Severity::Warning,
        why: "A customer chooses a severity by its words and its examples. With fewer than two examples everything is critical.",
        source: "",
        fix: "Add a definition and two examples.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]"#,
        )]),
    },
    Rule {
        code: code::SLA_02,
        severity: Severity::Error,
        why: "Severities stand in order, the gravest first. If a lesser one is answered sooner, the order or a time is wrong.",
        source: "",
        fix: "Change the order of the severities, or the times.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ first_response = "4h", clock = "office" }]

[[severities]]
id = "P2"
name = "Serious"
definition = "Several people cannot work."
examples = ["A department receives no mail", "Meetings keep dropping"]
targets = [{ first_response = "2h", clock = "office" }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ first_response = "1h", clock = "office" }]

[[severities]]
id = "P2"
name = "Serious"
definition = "Several people cannot work."
examples = ["A department receives no mail", "Meetings keep dropping"]
targets = [{ first_response = "2h", clock = "office" }]"#,
        )]),
    },
    Rule {
        code: code::SLA_03,
        severity: Severity::Error,
        why: "Four hours are something else at night than in office hours. Each target names its clock: elapsed, or hours that exist.",
        source: "",
        fix: r#"Write clock = "elapsed", or the name of hours."#,
        bad: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ first_response = "1h" }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ first_response = "1h", clock = "office" }]"#,
        )]),
    },
    Rule {
        code: code::SLA_04,
        severity: Severity::Notice,
        why: "A customer who reads four hours takes it for a guarantee. Say whether it is one, or what you pay when it is missed.",
        source: "",
        fix: r#"Say it in the text, with obligations = ["SLA-04"]."#,
        bad: Example::Files(&[(
            "content/en/texts/pricing/targets.md",
            r#"+++
title = "What our response times mean"
obligations = ["SLA-06"]
+++

The clock starts when your request reaches us."#,
        )]),
        good: Example::Files(&[(
            "content/en/texts/pricing/targets.md",
            r#"+++
title = "What our response times mean"
obligations = ["SLA-04", "SLA-06"]
+++

The clock starts when your request reaches us. The times are targets; your contract says what they guarantee."#,
        )]),
    },
    Rule {
        code: code::SLA_05,
        severity: Severity::Warning,
        why: "Who pays more does not wait longer. Plans are compared where one type of support offers both, in one currency, unit, period and clock.",
        source: "",
        fix: "Give the dearer plan a time that is no longer.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[plans]]
id = "basic"
name = "Basic"
price = "free"

[[plans]]
id = "gold"
name = "Gold"
price = { amount = "39.00", per = "user", period = "month" }

[[support_types]]
id = "technical"
price = { plans = ["basic", "gold"] }

[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ plan = "basic", first_response = "2h", clock = "office" }, { plan = "gold", first_response = "4h", clock = "office" }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[plans]]
id = "basic"
name = "Basic"
price = "free"

[[plans]]
id = "gold"
name = "Gold"
price = { amount = "39.00", per = "user", period = "month" }

[[support_types]]
id = "technical"
price = { plans = ["basic", "gold"] }

[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ plan = "basic", first_response = "4h", clock = "office" }, { plan = "gold", first_response = "2h", clock = "office" }]"#,
        )]),
    },
    Rule {
        code: code::SLA_06,
        severity: Severity::Notice,
        why: "Four hours from when? From the call, from the first reading of a mail, or from the hour at which the desk opens: without an answer the times say little.",
        source: "",
        fix: r#"Say it in the text, with obligations = ["SLA-06"]."#,
        bad: Example::Files(&[(
            "content/en/texts/pricing/targets.md",
            r#"+++
title = "What our response times mean"
obligations = ["SLA-04"]
+++

The times are targets; your contract says what they guarantee."#,
        )]),
        good: Example::Files(&[(
            "content/en/texts/pricing/targets.md",
            r#"+++
title = "What our response times mean"
obligations = ["SLA-04", "SLA-06"]
+++

The clock starts when your request reaches us. The times are targets; your contract says what they guarantee."#,
        )]),
    },
];
