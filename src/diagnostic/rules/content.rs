//! Documents, images, addresses, templates.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::DOC_01,
        severity: Severity::Error,
        why: "Front matter says what a document is: its title, its dates. It stands between two lines of +++ at the top.",
        source: "",
        fix: "Begin the file with +++, the title, and +++.",
        bad: Example::Files(&[("content/en/articles/mail.md", "Mail does not arrive.")]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail does not arrive"
+++

Wait five minutes."#,
        )]),
    },
    Rule {
        code: code::DOC_02,
        severity: Severity::Error,
        why: "The title is the heading of the page and its name in every list.",
        source: "",
        fix: r#"Add title = "…"."#,
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = " "
+++

Wait five minutes."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail does not arrive"
+++

Wait five minutes."#,
        )]),
    },
    Rule {
        code: code::DOC_03,
        severity: Severity::Error,
        why: "Built-in texts meet duties of the programme, and say which. A text of your own in their place meets the same, says so, and is not empty.",
        source: r#"Partner Center, "Provide different types of support to your customers""#,
        fix: "Say it in the text and add the obligations that the hint names.",
        bad: Example::Files(&[(
            "content/en/texts/partner-of-record/no-microsoft-requests.md",
            r#"+++
title = "Please ask us"
+++

We are glad to help."#,
        )]),
        good: Example::Files(&[(
            "content/en/texts/partner-of-record/no-microsoft-requests.md",
            r#"+++
title = "Please ask us"
obligations = ["O-5", "O-6"]
+++

You come to us for support, to buy more and to cancel. Microsoft sends you here."#,
        )]),
    },
    Rule {
        code: code::DOC_04,
        severity: Severity::Warning,
        why: "HTML inside Markdown may hold scripts and forms. Harmless elements stay, others are left out, unless site.raw_html says otherwise.",
        source: "",
        fix: "Write it in Markdown, or delete it.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

<form action="/send"><p>Name</p></form>"#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

<details><summary>Name</summary>Yours.</details>"#,
        )]),
    },
    Rule {
        code: code::DOC_05,
        severity: Severity::Error,
        why: "Texts may name facts in braces, which are filled in: {telephone}, {email}. Another name would stand there as it is.",
        source: "",
        fix: "Use one of the names that the hint lists.",
        bad: Example::Files(&[(
            "content/en/texts/contact/have-ready.md",
            r#"+++
title = "Have this ready"
+++

Call {phone}."#,
        )]),
        good: Example::Files(&[(
            "content/en/texts/contact/have-ready.md",
            r#"+++
title = "Have this ready"
+++

Call {telephone}."#,
        )]),
    },
    Rule {
        code: code::DOC_06,
        severity: Severity::Warning,
        why: "A file that stands where no page reads it is published nowhere, and nobody notices.",
        source: "",
        fix: "Move it to articles/, notices/ or pages/ of a language of the site.",
        bad: Example::Files(&[(
            "content/en/mail.md",
            r#"+++
title = "Mail"
+++

Wait five minutes."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

Wait five minutes."#,
        )]),
    },
    Rule {
        code: code::DOC_07,
        severity: Severity::Warning,
        why: "Quotes in quotes and lists in lists are lost on a telephone after a few levels, and nobody follows them.",
        source: "",
        fix: "Make a heading or a page of its own.",
        bad: Example::Words("A list inside a list, thirty levels deep."),
        good: Example::Words("A list with one list inside."),
    },
    Rule {
        code: code::DOC_08,
        severity: Severity::Warning,
        why: "Readers judge by its days whether a text still holds. One of next year, or changed before it was written, says that nobody looked.",
        source: "",
        fix: "Correct the date.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail does not arrive"
date = 2026-09-14
updated = 2026-09-01
+++

Wait five minutes."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail does not arrive"
date = 2026-09-14
updated = 2026-10-01
+++

Wait five minutes."#,
        )]),
    },
    Rule {
        code: code::DOC_09,
        severity: Severity::Warning,
        why: "Without the space a line of ## is no heading: the marks stand in the text, and the list of contents has a gap.",
        source: "CommonMark 0.31, ATX headings",
        fix: "Put a space behind the last #.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail does not arrive"
+++

##Wait

Five minutes."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail does not arrive"
+++

## Wait

Five minutes."#,
        )]),
    },
    Rule {
        code: code::IMG_01,
        severity: Severity::Error,
        why: "An image that is missing, broken or of an unusual kind shows as a torn page.",
        source: "",
        fix: "Put a PNG, JPEG, WebP, AVIF or SVG beside the text and write its name.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

![The settings](settings.png)"#,
        )]),
        good: Example::Files(&[
            (
                "content/en/articles/mail.md",
                r#"+++
title = "Mail"
+++

![The settings](settings.svg)"#,
            ),
            (
                "content/en/articles/settings.svg",
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="4" height="3"><path d="M0 0h4v3z"/></svg>"#,
            ),
        ]),
    },
    Rule {
        code: code::IMG_02,
        severity: Severity::Warning,
        why: "Customers open these pages on a telephone, often with a weak connection.",
        source: "",
        fix: "Make the image smaller than 500 KB.",
        bad: Example::Words("A photograph of 4 MB, as it comes from a camera."),
        good: Example::Words("The same, 1200 pixels wide, as WebP."),
    },
    Rule {
        code: code::URL_01,
        severity: Severity::Error,
        why: "Two sources of one address cannot both be published.",
        source: "",
        fix: "Rename one of them, or give it another slug.",
        bad: Example::Files(&[
            (
                "content/en/articles/mail.md",
                r#"+++
title = "Mail"
+++

One."#,
            ),
            (
                "content/en/articles/Mail.md",
                r#"+++
title = "Mail"
+++

Two."#,
            ),
        ]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
+++

One."#,
        )]),
    },
    Rule {
        code: code::URL_02,
        severity: Severity::Error,
        why: "A slug or an old address is a path inside the site. A file name that Windows cannot hold is a warning.",
        source: "",
        fix: "Write letters, digits and hyphens.",
        bad: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
slug = "../mail"
+++

One."#,
        )]),
        good: Example::Files(&[(
            "content/en/articles/mail.md",
            r#"+++
title = "Mail"
slug = "mail"
+++

One."#,
        )]),
    },
];
