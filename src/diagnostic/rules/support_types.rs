//! What is offered: support types with their hours, ways in and prices.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::CSP_01,
        severity: Severity::Error,
        why: "Customers must learn which types of support you offer. A portal that names none leaves out the first of the four facts that the programme asks for.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Add one [[support_types]] for each kind of help that you give.",
        bad: Example::Files(&[(
            "support.toml",
            r#"# alone
support_types = []

[site]
base_url = "https://support.contoso.com/"

[partner]
name = "Contoso"
role = "direct-bill"
country = "PL"

[partner_of_record]
email = "help@contoso.com"
telephone = "+48225550123"
website = "https://support.contoso.com/"

[hours.office]
time_zone = "Europe/Warsaw"
weekly = { mon-fri = ["08:00-17:00"] }
public_holidays = ["PL"]

[[contact_methods]]
id = "mail"
kind = "email"
email = "help@contoso.com""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "training"
category = "training"
name = "Training"
hours = "office"
contact_methods = ["mail"]
price = "on-request""#,
        )]),
    },
    Rule {
        code: code::CSP_02,
        severity: Severity::Error,
        why: "Billing, subscriptions and technical problems are the three classes of support that somebody has to answer for every customer. If your indirect provider does one of them, the portal says so.",
        source: r#"Partner Center, "Provide different types of support to your customers"; "Provide billing support""#,
        fix: "Add a support type of the missing category, or name it in handles of [partner.indirect_provider].",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "billing"
category = "advisory""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "billing"
category = "billing""#,
        )]),
    },
    Rule {
        code: code::CSP_03,
        severity: Severity::Error,
        why: "Customers must learn in which hours each type of support is given.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Name the hours of the support type.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "technical"
# no hours"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "technical"
hours = "office""#,
        )]),
    },
    Rule {
        code: code::CSP_04,
        severity: Severity::Error,
        why: "Customers must learn how to reach you, and who is locked out cannot sign in first. So each type of support has a contact method that works without a sign-in and without a plan.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Add a telephone or a mailbox to contact_methods of the support type.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "tickets"
kind = "ticket-portal"
url = "https://tickets.contoso.com/"
sign_in = "microsoft"
reply_within = { within = "4h", clock = "office" }

[[support_types]]
id = "technical"
contact_methods = ["tickets"]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "tickets"
kind = "ticket-portal"
url = "https://tickets.contoso.com/"
sign_in = "microsoft"
reply_within = { within = "4h", clock = "office" }

[[support_types]]
id = "technical"
contact_methods = ["tickets", "phone"]"#,
        )]),
    },
    Rule {
        code: code::CSP_05,
        severity: Severity::Error,
        why: "If support costs something, customers must learn the price; if it costs nothing, they should learn that too.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: r#"Write price = "included", "on-request", or the plans and rates."#,
        bad: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "technical"
# no price"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "technical"
price = "included""#,
        )]),
    },
];
