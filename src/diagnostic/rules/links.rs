//! Links: inside the site, out of it, and to the right cloud.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
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
];
