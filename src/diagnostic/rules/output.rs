//! What is written: pages, notices and how fresh they are.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
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
        why: "Planned work has a start and an end, so that customers can plan too. Two windows of one service that overlap are a warning, and so is the time of a notice that the clock shows twice or never.",
        source: "",
        fix: "Give start, end and time_zone; on the days on which clocks change, times with an offset.",
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
        code: code::OPS_05,
        severity: Severity::Error,
        why: "A site that is built twice from the same files is the same to the byte: an auditor can prove what customers were told, and a host sends only what changed. A template that asks for the time or for chance would end that.",
        source: "",
        fix: "Show what the page knows: shell.as_of is the day of the build.",
        bad: Example::Files(&[(
            "templates/notices.html",
            r#"{% extends "base.html" %}
{% block main %}<p>{{ now() }}</p>{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/notices.html",
            r#"{% extends "base.html" %}
{% block main %}<p>{{ shell.as_of }}</p>{% endblock main %}"#,
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
    Rule {
        code: code::OPS_07,
        severity: Severity::Error,
        why: "A status stands in large letters above the times and the updates. Where it contradicts them, the page, the feed and the calendar say something false: work that is done before it begins, an incident that is open above and resolved below. Where only the word is odd, or the end is missing, it is a warning.",
        source: "",
        fix: "Write the status that the last update gave, and the time at which it was over.",
        bad: Example::Files(&[(
            "content/en/notices/mail.md",
            r#"+++
title = "Mail is slow"
kind = "incident"
status = "investigating"
start = 2026-11-22T08:00:00+01:00

[[updates]]
time = 2026-11-22T10:00:00+01:00
status = "resolved"
text = "Mail arrives at once again."
+++

Mail from outside waits."#,
        )]),
        good: Example::Files(&[(
            "content/en/notices/mail.md",
            r#"+++
title = "Mail is slow"
kind = "incident"
status = "resolved"
start = 2026-11-22T08:00:00+01:00
end = 2026-11-22T09:50:00+01:00

[[updates]]
time = 2026-11-22T10:00:00+01:00
status = "resolved"
text = "Mail arrives at once again."
+++

Mail from outside waited."#,
        )]),
    },
];
