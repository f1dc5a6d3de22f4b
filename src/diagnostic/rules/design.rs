//! Themes: templates, colours and contrast.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::TPL_01,
        severity: Severity::Error,
        why: "A template that cannot be read, or that names a field that does not exist, would leave a page empty.",
        source: "",
        fix: "See docs/theme-contract.md for the fields; the hint names the nearest.",
        bad: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block main %}<p>{{ page.headline }}</p>{% endblock main %}"#,
        )]),
        good: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "base.html" %}
{% block main %}<p>{{ page.heading }}</p>{% endblock main %}"#,
        )]),
    },
    Rule {
        code: code::TPL_02,
        severity: Severity::Error,
        why: "A theme is a folder with a theme.toml that names the contract it is made for. It may extend another that exists.",
        source: "",
        fix: "Write the name of a theme that `supportal theme list` shows.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[site]
theme = "standrad""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[site]
theme = "standard""#,
        )]),
    },
    Rule {
        code: code::TPL_03,
        severity: Severity::Notice,
        why: "Text on the brand colour must be readable. A colour that is too light or too dark is fitted, and the change is told.",
        source: "WCAG 2.2, success criterion 1.4.3",
        fix: "Nothing; or choose a colour with more contrast.",
        bad: Example::Files(&[(
            "support.toml",
            r##"[site]
brand_color = "#1f6f4a""##,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r##"[site]
brand_color = "#0b3a6e""##,
        )]),
    },
    Rule {
        code: code::TPL_04,
        severity: Severity::Error,
        why: "The pairs of colours that a theme sets text in are readable in light and in dark: 4.5 to 1. `supportal theme check` computes them; colours that it cannot compute are a warning.",
        source: "WCAG 2.2, success criterion 1.4.3",
        fix: "Change the token that is named until the contrast is enough.",
        bad: Example::Words("A style that sets --muted to #aaaaaa on white."),
        good: Example::Words("A style that sets --muted to #595959 on white."),
    },
    Rule {
        code: code::TPL_05,
        severity: Severity::Warning,
        why: "The frame of a page holds what nobody sees and everybody needs: the encoding, the width of telephones, the policy, the style, the menu, a way to reach you. A template that leaves one out still makes pages.",
        source: "",
        fix: "Extend base.html and fill its blocks, or put the part back that is named.",
        bad: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "standard/contact.html" %}
{% block head_style %}{% endblock head_style %}"#,
        )]),
        good: Example::Files(&[(
            "templates/contact.html",
            r#"{% extends "standard/contact.html" %}
{% block head_style %}{{ super() }}{% endblock head_style %}"#,
        )]),
    },
];
