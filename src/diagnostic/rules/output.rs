//! Languages, links, notices, freshness, and what browsers and machines read.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::I18N_01,
        severity: Severity::Warning,
        why: "Where a translation is missing, the words of the default language stand there with a note. A text without the default language is an error.",
        source: "",
        fix: "Add the text in that language.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[site]
languages = ["en", "de"]

[partner]
name = { en = "Contoso Support" }

[[contact_methods]]
id = "phone"
languages = ["en", "de"]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[site]
languages = ["en", "de"]

[partner]
name = { en = "Contoso Support", de = "Contoso Hilfe" }

[[contact_methods]]
id = "phone"
languages = ["en", "de"]"#,
        )]),
    },
    Rule {
        code: code::I18N_02,
        severity: Severity::Error,
        why: "Languages count differently: English has two forms, Polish four. A counted sentence of your own has all forms of its language.",
        source: "Unicode CLDR, plural rules",
        fix: "Write all the forms that the hint names.",
        bad: Example::Files(&[(
            "content/en/strings.toml",
            r#"[sentences]
length_days = { one = "{n} day" }"#,
        )]),
        good: Example::Files(&[(
            "content/en/strings.toml",
            r#"[sentences]
length_days = { one = "{n} day", other = "{n} days" }"#,
        )]),
    },
    Rule {
        code: code::I18N_03,
        severity: Severity::Error,
        why: "Search engines show each reader the page in the own language only if every page names the others.",
        source: r#"RFC 8288; Google Search Central, "Localized versions of your pages""#,
        fix: "Keep the block head_meta of base.html in your template.",
        bad: Example::Files(&[
            (
                "support.toml",
                r#"[site]
languages = ["en", "de"]

[[contact_methods]]
id = "phone"
languages = ["en", "de"]"#,
            ),
            (
                "templates/text.html",
                r#"{% extends "base.html" %}
{% block head_meta %}<meta charset="utf-8"><title>{{ shell.title }}</title>{% endblock head_meta %}
{% block main %}{% for block in page.blocks %}{{ <block block={block} /> }}{% endfor %}{% endblock main %}"#,
            ),
        ]),
        good: Example::Files(&[(
            "support.toml",
            r#"[site]
languages = ["en", "de"]

[[contact_methods]]
id = "phone"
languages = ["en", "de"]"#,
        )]),
    },
    Rule {
        code: code::I18N_04,
        severity: Severity::Warning,
        why: "A page in Arabic or Hebrew that does not say its direction is laid out the wrong way round.",
        source: "WCAG 2.2, success criterion 1.3.2; HTML, the dir attribute",
        fix: "Write the dir of the shell in the html element of your template.",
        bad: Example::Words("A template base.html of your own whose html element has no dir, on a site in Arabic."),
        good: Example::Words(r#"<html lang="{{ shell.lang }}" dir="{{ shell.dir }}">"#),
    },
    Rule {
        code: code::I18N_05,
        severity: Severity::Error,
        why: "Browsers, screen readers and search engines know a language by its registered tag in its usual form.",
        source: "BCP 47",
        fix: "Write the tag as the hint says.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[site]
languages = ["en_GB"]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[site]
languages = ["en-GB"]"#,
        )]),
    },
    Rule {
        code: code::LNK_01,
        severity: Severity::Error,
        why: "A tenant is in exactly one cloud. A customer in the Chinese or the US Government cloud cannot sign in to a portal of the global one.",
        source: r#"Microsoft Entra, "National clouds""#,
        fix: "Link to the portal of the cloud that the readers use.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[self_service]
links = [{ title = "Azure", url = "https://portal.azure.cn/", verified = 2026-11-12 }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[self_service]
links = [{ title = "Azure", url = "https://portal.azure.com/", verified = 2026-11-12 }]"#,
        )]),
    },
    Rule {
        code: code::LNK_02,
        severity: Severity::Warning,
        why: "Pages of others move and vanish. With --links the check asks each address: once a week, one host after the other, and only for the head of the page. A page that has moved for good is a note, and so is a computer without a network.",
        source: "",
        fix: "Open the link in a browser; write where the page is now, or delete the link.",
        bad: Example::Words("A link to https://learn.microsoft.com/no-such-page, whose server answers 404."),
        good: Example::Words("A link whose server answers, be it with the question who you are."),
    },
    Rule {
        code: code::LNK_03,
        severity: Severity::Error,
        why: "A link that leads nowhere costs a customer the answer. Links inside the portal are followed when it is built, anchors too.",
        source: "",
        fix: "Write the path from this file, or a page such as /contact/.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

See [our hours](/opening-hours/)."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

See [our hours](/contact/)."#,
        )]),
    },
    Rule {
        code: code::LNK_04,
        severity: Severity::Error,
        why: "A link is https, mailto, tel or a path. Others can run code or open files of the reader.",
        source: "RFC 3986; RFC 6068; RFC 3966",
        fix: "Write a whole address.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

See [our files](file:///srv/files)."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

See [our files](https://files.contoso.com/)."#,
        )]),
    },
    Rule {
        code: code::STD_01,
        severity: Severity::Error,
        why: "Search engines read the facts of a page from JSON that a template writes into its head. Escaped twice, it is none.",
        source: "JSON-LD 1.1; schema.org",
        fix: "Write {{ shell.json_ld | safe }}.",
        bad: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block head_end %}<script type="application/ld+json">{{ shell.json_ld }}</script>{% endblock head_end %}
{% block main %}<p>{{ page.heading }}</p>{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block head_end %}<script type="application/ld+json">{{ shell.json_ld | safe }}</script>{% endblock head_end %}
{% block main %}<p>{{ page.heading }}</p>{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::OPS_01,
        severity: Severity::Warning,
        why: "A font or an image from another host tells that host of every visit, and the policy of the pages stops it anyway.",
        source: "GDPR, article 5; Content Security Policy Level 3",
        fix: "Put the file under static/ and use it from there.",
        bad: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block main %}<p>{{ page.heading }}</p><img src="https://cdn.contoso.com/map.png" alt="Map">{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block main %}<p>{{ page.heading }}</p><img src="/map.png" alt="Map">{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::OPS_02,
        severity: Severity::Error,
        why: "An incident starts before it ends, and not in the future. An update with a date to come is a warning: it is left out until then.",
        source: "",
        fix: "Correct the date; what is planned is maintenance.",
        bad: Example::Files(&[(
            "content/en/notices/mail.md",
            r#"+++
title = "Mail is slow"
kind = "incident"
start = 2026-12-24T08:00:00+01:00
+++

We look into it."#,
        )]),
        good: Example::Files(&[(
            "content/en/notices/mail.md",
            r#"+++
title = "Mail is slow"
kind = "incident"
start = 2026-11-22T08:00:00+01:00
+++

We look into it."#,
        )]),
    },
    Rule {
        code: code::OPS_03,
        severity: Severity::Error,
        why: "Planned work has a start and an end, so that customers can plan too. Two windows of one service that overlap are a warning.",
        source: "",
        fix: "Give start, end and time_zone.",
        bad: Example::Files(&[(
            "content/en/notices/move.md",
            r#"+++
title = "We move the mail gateway"
kind = "maintenance"
start = 2026-12-05T22:00:00+01:00
+++

Mail waits."#,
        )]),
        good: Example::Files(&[(
            "content/en/notices/move.md",
            r#"+++
title = "We move the mail gateway"
kind = "maintenance"
start = 2026-12-05T22:00:00+01:00
end = 2026-12-06T02:00:00+01:00
+++

Mail waits."#,
        )]),
    },
    Rule {
        code: code::OPS_04,
        severity: Severity::Warning,
        why: "Planned work that ended more than 14 days ago is done or was called off. A notice that still says scheduled makes readers doubt the others.",
        source: "",
        fix: r#"Write status = "completed" or "cancelled"."#,
        bad: Example::Files(&[(
            "content/en/notices/move.md",
            r#"+++
title = "We move the mail gateway"
kind = "maintenance"
status = "scheduled"
start = 2026-10-03T22:00:00+02:00
end = 2026-10-04T02:00:00+02:00
+++

Mail waits."#,
        )]),
        good: Example::Files(&[(
            "content/en/notices/move.md",
            r#"+++
title = "We move the mail gateway"
kind = "maintenance"
status = "completed"
start = 2026-10-03T22:00:00+02:00
end = 2026-10-04T02:00:00+02:00
+++

Mail waits."#,
        )]),
    },
    Rule {
        code: code::OPS_06,
        severity: Severity::Warning,
        why: "Hours, people and links change quietly. Facts that carry a date of review are looked at again after 180 days.",
        source: "",
        fix: "Look again, then write the date of today.",
        bad: Example::Files(&[(
            "support.toml",
            r"[site]
reviewed = 2026-01-15",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r"[site]
reviewed = 2026-11-12",
        )]),
    },
];
