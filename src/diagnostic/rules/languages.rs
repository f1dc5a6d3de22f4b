//! Languages: what is translated, and how pages say which they are in.

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
{% block head_meta %}<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{{ shell.policy | safe }}"><title>{{ shell.title }}</title>
<link rel="canonical" href="{{ shell.canonical }}">{% if shell.noindex %}<meta name="robots" content="noindex">{% endif %}{% endblock head_meta %}
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
];
