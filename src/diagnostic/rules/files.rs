//! Files and folders.

use super::{Example, Rule};
use crate::diagnostic::{Severity, code};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: code::TOML_01,
        severity: Severity::Error,
        why: "A file that does not follow the grammar cannot be read further.",
        source: "TOML 1.0",
        fix: "Correct the line; the hint says how.",
        bad: Example::Files(&[(
            "support.toml",
            r"# alone
[site]
base_url = https://support.contoso.com/",
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[site]
base_url = "https://support.contoso.com/""#,
        )]),
    },
    Rule {
        code: code::TOML_02,
        severity: Severity::Error,
        why: "Text is UTF-8 without control characters, which no reader sees and some programs obey.",
        source: "Unicode; RFC 3629",
        fix: "Save the file as UTF-8; delete the character.",
        bad: Example::Files(&[(
            "support.toml",
            r#"[partner]
name = "Contoso\u0000""#,
        )]),
        good: Example::Files(&[(
            "support.toml",
            r#"[partner]
name = "Contoso""#,
        )]),
    },
    Rule {
        code: code::OUT_01,
        severity: Severity::Error,
        why: "The program removes from its output folder what the site no longer has. So it writes only into a folder that is absent, empty or its own, and apart from the sources.",
        source: "",
        fix: "Choose another folder with --output.",
        bad: Example::Words("supportal build --output Documents"),
        good: Example::Words("supportal build --output public"),
    },
    Rule {
        code: code::OUT_02,
        severity: Severity::Error,
        why: "A file of yours stands where a page would be written. The program never overwrites what it did not write.",
        source: "",
        fix: "Move the file; to publish it, put it under static/.",
        bad: Example::Words("A file contact/index.html of yours in public/."),
        good: Example::Words("The same file as static/old-contact.html."),
    },
    Rule {
        code: code::IO_01,
        severity: Severity::Error,
        why: "A file cannot be read or written: access is denied, the disk is full, or another program holds it.",
        source: "",
        fix: "See that your account may open the file, and that the disk has room.",
        bad: Example::Words("A content/en/articles/mail.md that only the administrator may read."),
        good: Example::Words("The same file, which your account may read."),
    },
    Rule {
        code: code::IO_02,
        severity: Severity::Error,
        why: "A site is a folder with support.toml, of ordinary files. A link out of it would publish what is elsewhere.",
        source: "",
        fix: "Copy the file to where the link stands.",
        bad: Example::Words("A symbolic link static/logo.svg to another folder."),
        good: Example::Words("The file static/logo.svg itself."),
    },
    Rule {
        code: code::IO_03,
        severity: Severity::Error,
        why: "A text that no person can have written is a mistake, and would fill the memory.",
        source: "",
        fix: "Delete the file, or put it under static/ if it is to be downloaded.",
        bad: Example::Words("A content/en/articles/export.md of 40 MB."),
        good: Example::Words("The same file as static/export.csv."),
    },
    Rule {
        code: code::IO_04,
        severity: Severity::Notice,
        why: "Some shared disks do not tell when a file changes. The program then looks at the files twice a second.",
        source: "",
        fix: "Nothing; --poll asks for it from the start.",
        bad: Example::Words("supportal watch on a network drive."),
        good: Example::Words("supportal watch --poll"),
    },
];
