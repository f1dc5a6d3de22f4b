//! What surrounds support: escalation, self-service, access, commerce, security, law, accessibility, components.

use super::{Format, Shape, Table, optional, required};

pub(super) static ESCALATION: Table = Table {
    name: "[escalation]",
    doc: "What happens when the first person cannot solve a problem.",
    keys: &[
        optional(
            "steps",
            Shape::Tables(&STEP),
            "Who takes over, in order.",
            "[{ who = \"Cloud engineer\", when = \"after 1 hour\" }]",
        ),
        optional(
            "microsoft_support_plan",
            Shape::Text,
            "The support plan that you have at Microsoft: Partner Center, Benefits, Support.",
            "\"Advanced Support for Partners\"",
        ),
    ],
};

static STEP: Table = Table {
    name: "escalation.steps",
    doc: "A step of the escalation.",
    keys: &[
        required("who", Shape::Text, "Who takes over.", "\"Cloud engineer\""),
        optional("when", Shape::Text, "When.", "\"after 1 hour\""),
    ],
};

pub(super) static SELF_SERVICE: Table = Table {
    name: "[self_service]",
    doc: "What customers can do themselves.",
    keys: &[
        optional("products", Shape::Texts, "The products that you sell.", "[\"Microsoft 365\", \"Azure\"]"),
        optional(
            "links",
            Shape::Tables(&LINK),
            "Links of your own.",
            "[{ title = \"Our status page\", url = \"https://status.contoso.com/\" }]",
        ),
        optional(
            "hide",
            Shape::Strings(Format::Plain),
            "Built-in links to leave out, by their keys.",
            "[\"azure-portal\"]",
        ),
    ],
};

static LINK: Table = Table {
    name: "self_service.links",
    doc: "A link of your own.",
    keys: &[
        required("title", Shape::Text, "What it is called.", "\"Our status page\""),
        required("url", Shape::String(Format::Url), "Its address.", "\"https://status.contoso.com/\""),
        optional("task", Shape::Text, "What to do there.", "\"See whether our services work.\""),
        optional(
            "cloud",
            Shape::Choice(&["global", "gcc-high", "dod", "china"]),
            "The Microsoft cloud that it is for.",
            "\"global\"",
        ),
        optional("verified", Shape::Date, "The day on which you last tried it.", "2026-11-12"),
    ],
};

pub(super) static DELEGATED_ACCESS: Table = Table {
    name: "[delegated_access]",
    doc: "The administrator rights that you ask your customers for: Partner Center, Customers, Administer.",
    keys: &[
        required(
            "roles",
            Shape::Tables(&ROLE),
            "The roles, each with a reason.",
            "[{ role = \"Service support administrator\", reason = \"To open requests at Microsoft\" }]",
        ),
        optional("duration_days", Shape::Integer(1, 730), "For how many days you ask for them.", "180"),
        optional("auto_extend", Shape::Boolean, "Whether they are extended by six months each time.", "false"),
    ],
};

static ROLE: Table = Table {
    name: "delegated_access.roles",
    doc: "An administrator role.",
    keys: &[
        required(
            "role",
            Shape::String(Format::Plain),
            "Its name as Microsoft writes it.",
            "\"Helpdesk administrator\"",
        ),
        optional("reason", Shape::Text, "What you need it for.", "\"To reset passwords\""),
    ],
};

pub(super) static VERIFICATION: Table = Table {
    name: "[verification]",
    doc: "How you and your callers know each other.",
    keys: &[
        optional("caller", Shape::Text, "How you know that it is them.", "\"We ask for the PIN on your contract.\""),
        optional("us", Shape::Text, "How they know that it is you.", "\"We name your customer number first.\""),
    ],
};

pub(super) static COMMERCE: Table = Table {
    name: "[commerce]",
    doc: "Buying and cancelling.",
    keys: &[
        optional(
            "buy",
            Shape::String(Format::Plain),
            "Where to buy more: the id of a contact method, a web address, or mailto: and an address.",
            "\"mailto:sales@contoso.com\"",
        ),
        optional(
            "cancel",
            Shape::String(Format::Plain),
            "Where to cancel: the id of a contact method, a web address, or mailto: and an address.",
            "\"mail\"",
        ),
        optional(
            "cancellation",
            Shape::Table(&CANCELLATION),
            "How long a subscription can be cancelled.",
            "{ days = 7, verified = 2026-11-12 }",
        ),
        optional(
            "collections",
            Shape::Text,
            "What happens when a bill is not paid, or the address of a page that says it.",
            "\"We remind you twice, then we restrict access.\"",
        ),
    ],
};

static CANCELLATION: Table = Table {
    name: "commerce.cancellation",
    doc: "How long a subscription can be cancelled.",
    keys: &[
        required("days", Shape::Integer(0, 366), "Days from purchase or renewal.", "7"),
        optional("verified", Shape::Date, "The day on which you last checked that.", "2026-11-12"),
        optional("note", Shape::Text, "More about it.", "\"Dates are counted in UTC.\""),
    ],
};

pub(super) static SECURITY: Table = Table {
    name: "[security]",
    doc: "Where to report security problems.",
    keys: &[
        optional("email", Shape::String(Format::Email), "The mailbox for reports.", "\"security@contoso.com\""),
        optional("telephone", Shape::String(Format::Telephone), "The telephone for reports.", "\"+48225550123\""),
        optional(
            "policy",
            Shape::String(Format::Url),
            "The page that says how you treat reports.",
            "\"https://contoso.com/security\"",
        ),
        optional(
            "security_txt",
            Shape::Table(&SECURITY_TXT),
            "The file that security researchers look for.",
            "{ expires_after = \"P11M\" }",
        ),
        optional(
            "microsoft_only",
            Shape::Table(&MICROSOFT_ONLY),
            "The security contact that only Microsoft may see: Partner Center, Security contact. It is never published.",
            "",
        ),
    ],
};

static SECURITY_TXT: Table = Table {
    name: "security.security_txt",
    doc: "The file that security researchers look for.",
    keys: &[optional(
        "expires_after",
        Shape::String(Format::Duration),
        "How long it holds from the day of publishing.",
        "\"P11M\"",
    )],
};

static MICROSOFT_ONLY: Table = Table {
    name: "[security.microsoft_only]",
    doc: "The security contact that only Microsoft may see.",
    keys: &[
        optional("name", Shape::String(Format::Plain), "Its name.", "\"Security desk\""),
        optional("email", Shape::String(Format::Email), "Its mailbox.", "\"soc@contoso.com\""),
        optional(
            "telephone",
            Shape::String(Format::Telephone),
            "Its telephone, answered day and night.",
            "\"+48225550123\"",
        ),
    ],
};

pub(super) static LEGAL: Table = Table {
    name: "[legal]",
    doc: "What the law makes you say about your company.",
    keys: &[
        optional("form", Shape::Text, "The legal form.", "\"GmbH\""),
        optional("seat", Shape::Text, "The town of the seat.", "\"Warszawa\""),
        optional(
            "address",
            Shape::Strings(Format::Plain),
            "The address, line by line.",
            "[\"1 Example Street\", \"00-001 Warsaw\"]",
        ),
        optional("register", Shape::Text, "The register and the number in it.", "\"KRS 0000000000\""),
        optional("court", Shape::Text, "The court that keeps it.", "\"Amtsgericht Charlottenburg\""),
        optional("vat_id", Shape::String(Format::Plain), "The VAT number.", "\"PL0000000000\""),
        optional(
            "economic_id",
            Shape::String(Format::Plain),
            "The economic identification number, where there is one.",
            "\"DE000000000-00001\"",
        ),
        optional("representative", Shape::Text, "Who represents the company.", "\"The management board\""),
        optional(
            "share_capital",
            Shape::Table(&CAPITAL),
            "The share capital.",
            "{ amount = \"50000.00\", currency = \"PLN\" }",
        ),
        optional(
            "email",
            Shape::String(Format::Email),
            "The e-mail address of the publisher.",
            "\"office@contoso.com\"",
        ),
        optional("telephone", Shape::String(Format::Telephone), "The telephone of the publisher.", "\"+48225550123\""),
        optional(
            "privacy",
            Shape::String(Format::Url),
            "Your privacy notice, if it stands elsewhere.",
            "\"https://contoso.com/privacy\"",
        ),
        optional(
            "data_protection_email",
            Shape::String(Format::Email),
            "Where to ask about personal data.",
            "\"privacy@contoso.com\"",
        ),
    ],
};

static CAPITAL: Table = Table {
    name: "legal.share_capital",
    doc: "The share capital.",
    keys: &[
        required(
            "amount",
            Shape::String(Format::Decimal),
            "The sum, as digits with a point, in quotes.",
            "\"50000.00\"",
        ),
        required("currency", Shape::String(Format::Currency), "The currency, as three letters.", "\"PLN\""),
    ],
};

pub(super) static ACCESSIBILITY: Table = Table {
    name: "[accessibility]",
    doc: "Ways in for people who do not speak or hear, and where to report a barrier.",
    keys: &[
        optional(
            "contact",
            Shape::String(Format::Email),
            "Where to report a barrier on this portal.",
            "\"help@contoso.com\"",
        ),
        optional(
            "sign_languages",
            Shape::Strings(Format::Language),
            "The sign languages that your people use.",
            "[\"pso\"]",
        ),
        optional(
            "text_relay",
            Shape::Any(&[Shape::Boolean, Shape::Text]),
            "Whether calls through a text relay service are welcome, or how they work.",
            "true",
        ),
    ],
};

pub(super) static COMPONENT: Table = Table {
    name: "[[components]]",
    doc: "A service that a notice can affect.",
    keys: &[
        required("id", Shape::String(Format::Id), "A short name for use in notices.", "\"mail\""),
        required("name", Shape::Text, "What your customers call it.", "\"E-mail\""),
    ],
};
