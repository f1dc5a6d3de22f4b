//! What programs read: search engines, calendars, address books.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
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
        code: code::STD_02,
        severity: Severity::Error,
        why: "A calendar under static/ that is not well formed is refused, or shows its events twice or never. Line ends other than CRLF and long lines are a warning: many programs read them all the same. The calendars that this program writes need no check.",
        source: "RFC 5545, sections 3.1, 3.6.1 and 3.8.4.7",
        fix: "Correct the line, or export the calendar once more.",
        bad: Example::Files(&[(
            "static/open-day.ics",
            "BEGIN:VCALENDAR
VERSION:2.0
PRODID:Contoso
BEGIN:VEVENT
UID:open-day-2027@contoso.com
DTSTAMP:20261122T100000Z
DTSTART:20270115T090000Z
DTEND:20270114T150000Z
SUMMARY:Open day
END:VEVENT
END:VCALENDAR",
        )]),
        good: Example::Files(&[(
            "static/open-day.ics",
            "BEGIN:VCALENDAR
VERSION:2.0
PRODID:Contoso
BEGIN:VEVENT
UID:open-day-2027@contoso.com
DTSTAMP:20261122T100000Z
DTSTART:20270115T090000Z
DTEND:20270115T150000Z
SUMMARY:Open day
END:VEVENT
END:VCALENDAR",
        )]),
    },
    Rule {
        code: code::STD_03,
        severity: Severity::Error,
        why: "A card under static/ without a version or a name is refused by telephones. The card that this program writes needs no check.",
        source: "RFC 2426, section 3; RFC 6350, sections 3.3 and 6",
        fix: "Add the line.",
        bad: Example::Files(&[(
            "static/sales.vcf",
            "BEGIN:VCARD
VERSION:3.0
N:;Contoso Sales;;;
TEL;TYPE=work:+48225550124
END:VCARD",
        )]),
        good: Example::Files(&[(
            "static/sales.vcf",
            "BEGIN:VCARD
VERSION:3.0
N:;Contoso Sales;;;
FN:Contoso Sales
TEL;TYPE=work:+48225550124
END:VCARD",
        )]),
    },
    Rule {
        code: code::STD_04,
        severity: Severity::Error,
        why: "A file under static/ whose name ends in .json or .webmanifest is read by programs, which refuse all of it for one comma. support.json is made from the types that its schema is made from, and cannot differ from it.",
        source: "RFC 8259",
        fix: "Correct the place.",
        bad: Example::Files(&[("static/branches.json", r#"{ "towns": ["Warsaw", "Berlin",] }"#)]),
        good: Example::Files(&[("static/branches.json", r#"{ "towns": ["Warsaw", "Berlin"] }"#)]),
    },
    Rule {
        code: code::STD_05,
        severity: Severity::Error,
        why: "Customers in trouble search for your name and support. A page that is named in the sitemap and tells robots to stay away is not found, and robots trust the sitemap less.",
        source: "sitemaps.org; RFC 9309",
        fix: "Write noindex only where shell.noindex is true.",
        bad: Example::Files(&[(
            "templates/notices.html",
            r#"{% extends "base.html" %}
{% block head_end %}<meta name="robots" content="noindex">{% endblock head_end %}
{% block main %}<p>{{ page.heading }}</p>{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/notices.html",
            r#"{% extends "base.html" %}
{% block head_end %}{% if shell.noindex %}<meta name="robots" content="noindex">{% endif %}{% endblock head_end %}
{% block main %}<p>{{ page.heading }}</p>{% endblock main %}"#,
        )]),
    },
];
