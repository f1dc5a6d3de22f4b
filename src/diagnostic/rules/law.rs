//! Security, law, privacy, accessibility.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::SEC_01,
        severity: Severity::Warning,
        why: "Phishing, a lost device, an account taken over: customers need one place to report them, and researchers one for weaknesses.",
        source: "Directive (EU) 2022/2555 (NIS2), article 23; RFC 9116",
        fix: "Add [security] with a mailbox, an emergency line, or a support type of the category security.",
        bad: Example::Files(&[(
            "support.toml",
            r"[security]
# no email",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[security]
email = "security@contoso.com""#,
        )]),
    },
    Rule {
        code: code::SEC_02,
        severity: Severity::Error,
        why: "A security.txt that has run out is ignored, and one for longer than a year is not recommended. It holds for 30 days to a year, so that a portal that is built every month never shows one that is out of date.",
        source: "RFC 9116, section 2.5.5",
        fix: r#"Write expires_after = "P11M"; in a file of your own, a new date."#,
        bad: Example::Files(&[(
            "support.toml",
            r#"[security]
security_txt = { expires_after = "P7D" }"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[security]
security_txt = { expires_after = "P11M" }"#,
        )]),
    },
    Rule {
        code: code::SEC_03,
        severity: Severity::Error,
        why: "The security contact in Partner Center is between you and Microsoft, and is answered day and night. What stands under microsoft_only is published nowhere, so it may stand nowhere else.",
        source: r#"Partner Center, "Provide a security contact""#,
        fix: "Give customers another address or number.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[security]
email = "soc@contoso.com"

[security.microsoft_only]
email = "soc@contoso.com""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[security]
email = "security@contoso.com"

[security.microsoft_only]
email = "soc@contoso.com""#,
        )]),
    },
    Rule {
        code: code::SEC_04,
        severity: Severity::Error,
        why: "The id of a tenant or a subscription says who your customer is, and a private key opens a door. Neither belongs on a public page.",
        source: "",
        fix: "Delete it; in an example write zeros. If an id is no customer's, set the check to warn or allow.",
        bad: Example::Files(&[(
            "content/en/articles/tenant.md",
            r#"+++
title = "Find your tenant"
+++

It looks like 4f1c2a9e-7d3b-4c56-9a80-1b2c3d4e5f60."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/tenant.md",
            r#"+++
title = "Find your tenant"
+++

It looks like 00000000-0000-0000-0000-000000000000."#,
        )]),
    },
    Rule {
        code: code::LEG_01,
        severity: Severity::Warning,
        why: "In Germany, Austria and Switzerland a website names its publisher: an address at which papers can be served, who represents the company, its tax number. Missing it can be fined. With --release it is an error.",
        source: "§ 5 DDG (Germany); § 5 ECG (Austria); art. 3 UWG (Switzerland)",
        fix: "Fill in [legal].",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner]
country = "DE""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
country = "DE"

[legal]
address = ["Musterweg 1", "10115 Berlin"]
representative = "A. Beispiel"
vat_id = "DE000000000""#,
        )]),
    },
    Rule {
        code: code::LEG_02,
        severity: Severity::Warning,
        why: "A Polish company states its seat and address, its register and court, its tax number and its capital on its website. With --release it is an error.",
        source: "art. 206 and 374 of the Polish commercial companies code (KSH)",
        fix: "Fill in [legal].",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner]
legal_name = "Contoso sp. z o.o.""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
legal_name = "Contoso sp. z o.o."

[legal]
address = ["ul. Przykładowa 1", "00-001 Warszawa"]
register = "KRS 0000000001"
court = "Sąd Rejonowy dla m.st. Warszawy"
vat_id = "PL0000000000"
share_capital = { amount = "50000.00", currency = "PLN" }"#,
        )]),
    },
    Rule {
        code: code::LEG_03,
        severity: Severity::Warning,
        why: "A privacy notice is there for everyone whose data is processed, so every page leads to it.",
        source: "GDPR, article 13",
        fix: "Show shell.footer in your template, or link to the privacy page.",
        bad: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block main %}{% for method in page.methods %}<p>{{ method.action.value }}</p>{% endfor %}{% endblock main %}
{% block footer_nav %}{% endblock footer_nav %}"#,
        )]),
        good: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block main %}{% for method in page.methods %}<p>{{ method.action.value }}</p>{% endfor %}{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::LEG_04,
        severity: Severity::Warning,
        why: "The European platform for online disputes closed in July 2025, and the German TMG gave way to the DDG in May 2024. A text that still names them misleads.",
        source: "Regulation (EU) 2024/3228; § 5 DDG",
        fix: "Delete the link; write § 5 DDG.",
        bad: Example::Files(&[(
            "content/en/pages/disputes.md",
            r#"+++
title = "Disputes"
+++

Use <https://ec.europa.eu/consumers/odr>."#,
        )]),
        good: Example::Files(&[(
            "content/en/pages/disputes.md",
            r#"+++
title = "Disputes"
+++

Write to us first."#,
        )]),
    },
    Rule {
        code: code::LEG_05,
        severity: Severity::Notice,
        why: "Services for consumers are under the European Accessibility Act, and say where a barrier can be reported.",
        source: "Directive (EU) 2019/882 (European Accessibility Act), article 13",
        fix: "Add contact under [accessibility].",
        bad: Example::Files(&[(
            "support.toml",
            r#"[pricing]
audience = "consumer"
tax = { name = "VAT", rate = "23", included = true }"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[pricing]
audience = "consumer"
tax = { name = "VAT", rate = "23", included = true }

[accessibility]
contact = "help@contoso.com""#,
        )]),
    },
    Rule {
        code: code::A11Y_01,
        severity: Severity::Error,
        why: "Who listens to a page or uses the keyboard finds the way by its headings, its main part and the texts of its images. A skipped level of headings is a warning.",
        source: "WCAG 2.2, success criteria 1.1.1, 1.3.1, 3.1.1",
        fix: "Describe the image between the brackets; show one h1 and one main in your templates.",
        bad: Example::Files(&[
            (
                "content/en/articles/mail.md",
                r#"+++
title = "Mail"
+++

![](settings.svg)"#,
            ),
            (
                "content/en/articles/settings.svg",
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="4" height="3"><path d="M0 0h4v3z"/></svg>"#,
            ),
        ]),
        good: Example::Files(&[
            (
                "content/en/articles/mail.md",
                r#"+++
title = "Mail"
+++

![The settings of the mailbox](settings.svg)"#,
            ),
            (
                "content/en/articles/settings.svg",
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="4" height="3"><path d="M0 0h4v3z"/></svg>"#,
            ),
        ]),
    },
    Rule {
        code: code::A11Y_02,
        severity: Severity::Error,
        why: "Who sees no colours, or listens to the page, knows whether somebody answers only by words. An alert cuts off the sentence that is being read, and a status that changes by itself is no reason for that.",
        source: "WCAG 2.2, success criteria 1.4.1, 4.1.3",
        fix: r#"Write the status in words, and role="status" where it changes."#,
        bad: Example::Files(&[(
            "templates/notices.html",
            r#"{% extends "base.html" %}
{% block main %}<p role="alert">{{ page.heading }}</p>{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/notices.html",
            r#"{% extends "base.html" %}
{% block main %}<p role="status">{{ page.heading }}</p>{% endblock main %}"#,
        )]),
    },
];
