//! What customers agree to: cancelling, paying, the customer agreement, rights that they give and take back, and who stands
//! behind the partner.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::CSP_15,
        severity: Severity::Warning,
        why: "How long a subscription can be cancelled has changed before, and customers count the days. The fact carries the date on which you checked it, at most 180 days ago.",
        source: r#"Partner Center, "Cancel a new-commerce subscription""#,
        fix: "Check the days in Partner Center and write the date as verified.",
        bad: Example::Files(&[(
            "support.toml",
            r"[commerce]
cancellation = { days = 7, verified = 2026-02-01 }",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r"[commerce]
cancellation = { days = 7, verified = 2026-11-12 }",
        )]),
    },
    Rule {
        code: code::CSP_16,
        severity: Severity::Notice,
        why: "For a marketplace product Microsoft gives no support: its publisher does, and you answer for the subscription and the bill. Customers cannot guess that.",
        source: r#"Partner Center, "Support for marketplace products""#,
        fix: r#"Say it in the text, with obligations = ["CSP-16"], or delete your text to have the built-in one back."#,
        bad: Example::Files(&[(
            "content/en/texts/support-types/boundaries.md",
            r#"+++
title = "What basic support covers"
+++

We set up what you bought from us, and find the cause of faults."#,
        )]),
        good: Example::Files(&[(
            "content/en/texts/support-types/boundaries.md",
            r#"+++
title = "What basic support covers"
obligations = ["CSP-16"]
+++

We set up what you bought from us, and find the cause of faults. For products of other publishers, ask the publisher;
for their bills, ask us."#,
        )]),
    },
    Rule {
        code: code::CSP_17,
        severity: Severity::Notice,
        why: "A customer who removes your rights should know that you can then open no request at Microsoft for it.",
        source: r#"Partner Center, "Customers remove administrator privileges""#,
        fix: "Show the block end in your template of the page on delegated access.",
        bad: Example::Files(&[(
            "templates/delegated-access.html",
            r#"{% extends "base.html" %}
{% block main %}{{ <block block={page.why} /> }}{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/delegated-access.html",
            r#"{% extends "base.html" %}
{% block main %}{{ <block block={page.why} /> }}{{ <block block={page.end} /> }}{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::CSP_18,
        severity: Severity::Notice,
        why: "Partners are advised to say when a bill that is not paid ends access, before it happens.",
        source: r#"Partner Center, "Provide billing support""#,
        fix: "Show all blocks of page.commerce in your template of the prices, and write collections under [commerce].",
        bad: Example::Files(&[(
            "templates/pricing.html",
            r#"{% extends "base.html" %}
{% block main %}{% for block in page.commerce %}{% if block.id != "non-payment" %}{{ <block block={block} /> }}{% endif %}{% endfor %}{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/pricing.html",
            r#"{% extends "base.html" %}
{% block main %}{% for block in page.commerce %}{{ <block block={block} /> }}{% endfor %}{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::CSP_19,
        severity: Severity::Notice,
        why: "After you attest the Microsoft Customer Agreement, Microsoft writes to the customer and sends questions to you.",
        source: r#"Partner Center, "Confirm customer acceptance of the Microsoft Customer Agreement""#,
        fix: "Show all blocks of page.commerce in your template of the prices.",
        bad: Example::Files(&[(
            "templates/pricing.html",
            r#"{% extends "base.html" %}
{% block main %}{% for block in page.commerce %}{% if block.id != "customer-agreement" %}{{ <block block={block} /> }}{% endif %}{% endfor %}{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/pricing.html",
            r#"{% extends "base.html" %}
{% block main %}{% for block in page.commerce %}{{ <block block={block} /> }}{% endfor %}{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::CSP_20,
        severity: Severity::Error,
        why: "Some contracts with an indirect provider ask for support at every hour of the year. This program cannot know yours: the rule is silent until you name it under [checks].",
        source: "Your contract with the indirect provider",
        fix: r#"Name hours with weekly = "always" for a contact method, or in the on_call of a plan."#,
        bad: Example::Files(&[(
            "support.toml",
            r#"[checks]
CSP-20 = "error""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[checks]
CSP-20 = "error"

[hours.duty]
name = "On-call duty"
kind = "on-call"
weekly = "always"

[[contact_methods]]
id = "duty"
kind = "phone"
name = "Emergency line"
telephone = "+48225550124"
emergency = true
hours = "duty""#,
        )]),
    },
    Rule {
        code: code::CSP_21,
        severity: Severity::Error,
        why: "Support may be given by another company, under contract or resold. Customers should know whom they talk to, and who sees their data.",
        source: r#"Partner Center, "Provide different types of support to your customers"; GDPR, articles 13 and 28"#,
        fix: "Add the name of the company as provider.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "technical"
delivery = "outsourced""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[support_types]]
id = "technical"
delivery = "outsourced"
provider = "Fabrikam Service""#,
        )]),
    },
];
