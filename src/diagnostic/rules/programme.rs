//! The programme: roles, what customers must be told, and what is asked of them.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::CSP_06,
        severity: Severity::Error,
        why: "Customers must learn that they come to you for support, not to Microsoft. A template that leaves out that text leaves out the duty.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Show the block in your template of the page.",
        bad: Example::Files(&[(
            "templates/partner-of-record.html",
            r#"{% extends "base.html" %}
{% block main %}{% for block in page.duties %}{{ <block block={block} /> }}{% endfor %}{{ <block block={page.who_writes} /> }}{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/partner-of-record.html",
            r#"{% extends "base.html" %}
{% block main %}{{ <block block={page.who} /> }}{{ <block block={page.no_microsoft_requests} /> }}{% for block in page.duties %}{{ <block block={block} /> }}{% endfor %}{{ <block block={page.who_writes} /> }}{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::CSP_07,
        severity: Severity::Warning,
        why: "Customers buy more and cancel through you, because they cannot change these subscriptions at Microsoft. They should find where.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Write buy and cancel under [commerce].",
        bad: Example::Files(&[(
            "support.toml",
            r"[commerce]
# no cancel",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[commerce]
buy = "mailto:sales@contoso.com"
cancel = "mail""#,
        )]),
    },
    Rule {
        code: code::CSP_08,
        severity: Severity::Error,
        why: "Customers do much themselves: in the Microsoft 365 admin center, the Azure portal, service health and the message center. They are owed these links, of the cloud that they use.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Delete the link from hide; in a content/portal-links.toml of your own, keep all four for each cloud.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[self_service]
hide = ["message-center"]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[self_service]
hide = ["azure-status"]"#,
        )]),
    },
    Rule {
        code: code::CSP_09,
        severity: Severity::Warning,
        why: "Microsoft encourages partners to point to the help of its products as a first step. It answers many questions at once, at any time of the day.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Delete product-help from hide.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[self_service]
hide = ["product-help"]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r"[self_service]
hide = []",
        )]),
    },
    Rule {
        code: code::CSP_10,
        severity: Severity::Error,
        why: "Until an indirect provider names the reseller, Microsoft shows the provider's contact to new customers. So a reseller says through whom it buys and who answers what, and both sites must agree.",
        source: r#"Partner Center, "Assign support contacts"; "Work with indirect providers""#,
        fix: "Add [partner.indirect_provider] with its name and what it handles.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner]
role = "indirect-reseller""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
role = "indirect-reseller"
indirect_provider = { name = "Fabrikam Distribution", handles = ["second-line", "orders"] }"#,
        )]),
    },
    Rule {
        code: code::CSP_11,
        severity: Severity::Error,
        why: "Microsoft shows three fields of your support profile to customers: e-mail, telephone and website. The portal shows the same three, so that both agree. A telephone of the profile that no contact method has is a warning: customers would not see when it is answered.",
        source: r#"Partner Center, "Update the support profile" (Account settings, Organization profile, Legal info, Reseller)"#,
        fix: "Copy the three fields from Partner Center.",
        bad: Example::Files(&[(
            "support.toml",
            r"[partner_of_record]
# no telephone",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
telephone = "+48225550123""#,
        )]),
    },
    Rule {
        code: code::CSP_12,
        severity: Severity::Error,
        why: "Microsoft's portals link to the website of your support profile. It is a whole https address, and it leads to this portal; else customers end elsewhere. An address that is not the portal's is a warning.",
        source: r#"Partner Center, "Update the support profile""#,
        fix: "Write the address of this portal with https://, here and in Partner Center.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
website = "www.contoso.com""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
website = "https://support.contoso.com/""#,
        )]),
    },
    Rule {
        code: code::CSP_13,
        severity: Severity::Warning,
        why: "Five kinds of problem go to Microsoft, and customers should know them: then they know what takes longer, and that you ask for them. Microsoft sets its own times. Whoever promises them promises what nobody can keep. Promises are found in English, German and Polish.",
        source: r#"Partner Center, "Escalate issues to Microsoft""#,
        fix: r#"List the five kinds in the text, with obligations = ["CSP-13"], and promise only what you do yourself."#,
        bad: Example::Files(&[(
            "content/en/texts/partner-of-record/what-microsoft-does.md",
            r#"+++
title = "What only Microsoft can repair"
obligations = ["CSP-13"]
+++

Outages, bugs, undocumented behaviour, broken networks and faults of a whole region go to Microsoft.
Microsoft solves every case within 4 hours."#,
        )]),
        good: Example::Files(&[(
            "content/en/texts/partner-of-record/what-microsoft-does.md",
            r#"+++
title = "What only Microsoft can repair"
obligations = ["CSP-13"]
+++

Outages, bugs, undocumented behaviour, broken networks and faults of a whole region go to Microsoft.
We pass your case on within 4 hours, and tell you the news every day."#,
        )]),
    },
    Rule {
        code: code::CSP_14,
        severity: Severity::Warning,
        why: "Delegated rights are granted by role and for at most 730 days. A customer decides better who knows what each role is for, above all one that can do everything.",
        source: r#"Partner Center, "Introduction to granular delegated admin privileges (GDAP)""#,
        fix: "Give each role a reason, and ask for roles that can do less.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[delegated_access]
roles = [{ role = "Global Administrator" }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[delegated_access]
roles = [{ role = "Helpdesk administrator", reason = "To reset passwords" }]
duration_days = 180"#,
        )]),
    },
];
