//! Contact methods.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::CON_01,
        severity: Severity::Error,
        why: "A number in its international form can be dialled from everywhere, and only such a number makes a link that works.",
        source: "ITU-T E.164; RFC 3966",
        fix: "Write + and the country code, without spaces.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
telephone = "22 555 01 23""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "phone"
telephone = "+48225550123""#,
        )]),
    },
    Rule {
        code: code::CON_02,
        severity: Severity::Notice,
        why: "One telephone under two names leaves callers in doubt which to choose.",
        source: "",
        fix: "Make one contact method of the two, if one desk answers.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "sales"
kind = "phone"
telephone = "+48225550123""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "sales"
kind = "phone"
telephone = "+48225550124""#,
        )]),
    },
    Rule {
        code: code::CON_03,
        severity: Severity::Warning,
        why: "A mailbox at a free provider is nobody's company, and everyone can have one that looks like it. An address that is none, or whose domain has no dot, is an error.",
        source: "RFC 5321",
        fix: "Use a mailbox of your own domain.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
email = "contoso.support@gmail.com""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
email = "help@contoso.com""#,
        )]),
    },
    Rule {
        code: code::CON_04,
        severity: Severity::Warning,
        why: "A caller who hears another language hangs up. On a portal of several languages each method where people talk says what is spoken, and each language of the portal is spoken somewhere.",
        source: "",
        fix: "Add languages to the contact methods.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[site]
languages = ["en", "de"]"#,
        )]),
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
        code: code::CON_05,
        severity: Severity::Warning,
        why: "An address at example.com or a name that ends in .example, a number kept for films, and a value that is still marked as a placeholder reach nobody. With --release they are errors.",
        source: "RFC 2606; RFC 6761; national plans of telephone numbers",
        fix: "Write your own value; delete the comment that marks it.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
email = "help@contoso.example""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner_of_record]
email = "help@contoso.com""#,
        )]),
    },
    Rule {
        code: code::CON_06,
        severity: Severity::Warning,
        why: "Who writes waits, and calls if nobody says for how long. E-mail, a ticket portal, and chats without hours name the longest time until an answer.",
        source: r#"GOV.UK Design System, "Contact a department or service team""#,
        fix: "Add reply_within.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "mail"
# no reply_within"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "mail"
reply_within = { within = "4h", clock = "office" }"#,
        )]),
    },
    Rule {
        code: code::CON_07,
        severity: Severity::Warning,
        why: "A call to a premium or shared-cost number is dearer than others. The caller learns it before calling.",
        source: r#"GOV.UK Design System, "Telephone numbers""#,
        fix: "Write the price of a minute as cost.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "hotline"
kind = "phone"
telephone = "+48701234567""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "hotline"
kind = "phone"
telephone = "+48701234567"
cost = "2.58 PLN a minute""#,
        )]),
    },
    Rule {
        code: code::CON_08,
        severity: Severity::Warning,
        why: "Not everyone can speak on the telephone: people who do not hear, who stammer, who sit in a meeting. One way in writing is open to everyone.",
        source: r#"WCAG 2.2; GOV.UK Design System, "Contact a department or service team""#,
        fix: "Add a contact method of the kind email.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "mail"
kind = "booking"
url = "https://contoso.com/book-a-call"
# no email
# no reply_within"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "mail"
kind = "email""#,
        )]),
    },
    Rule {
        code: code::CON_09,
        severity: Severity::Error,
        why: "The gravest problems are promised an answer day and night, and no contact method is answered then. A promise that nobody hears is none.",
        source: "",
        fix: "Add emergency = true to the line that is answered day and night.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ first_response = "1h", clock = "elapsed" }]"#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[severities]]
id = "P1"
name = "Critical"
definition = "The whole company cannot work."
examples = ["Nobody can sign in", "No mail arrives"]
targets = [{ first_response = "1h", clock = "office" }]"#,
        )]),
    },
    Rule {
        code: code::CON_10,
        severity: Severity::Warning,
        why: "Swindlers offer software for remote assistance too. Customers learn when yours is safe to open.",
        source: "",
        fix: "Add a note, such as: Open it only while you talk to us and have asked for it.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "remote"
kind = "remote-assistance"
url = "https://remote.contoso.com/""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[[contact_methods]]
id = "remote"
kind = "remote-assistance"
url = "https://remote.contoso.com/"
note = "Open it only while you talk to us and have asked for it.""#,
        )]),
    },
];
