//! What the Cloud Solution Provider programme asks of a partner.

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
        why: "Microsoft shows three fields of your support profile to customers: e-mail, telephone and website. The portal shows the same three, so that both agree.",
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
