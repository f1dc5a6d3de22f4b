//! Hours, contact methods, support types.

use super::{Format, Shape, Table, optional, required};

const HOURS_ID: Shape = Shape::String(Format::Reference("hours"));
const METHOD_IDS: Shape = Shape::Strings(Format::Reference("contact_methods"));

pub(in crate::config) static HOURS: Table = Table {
    name: "[hours.<id>]",
    doc: "Opening hours under a name of your choice, such as [hours.office].",
    keys: &[
        optional("name", Shape::Text, "What your customers call these hours.", "\"Office\""),
        optional(
            "time_zone",
            Shape::String(Format::TimeZone),
            "The city whose clock counts, as Region/City.",
            "\"Europe/Warsaw\"",
        ),
        optional(
            "weekly",
            Shape::Any(&[Shape::Choice(&["always"]), Shape::Weekdays]),
            "The ordinary week: days with their hours, or `always` for day and night.",
            "{ mon-fri = [\"08:00-17:00\"] }",
        ),
        optional(
            "any_of",
            Shape::Strings(Format::Reference("hours")),
            "Open while any of these other hours is open.",
            "[\"berlin\", \"chicago\"]",
        ),
        optional(
            "kind",
            Shape::Choice(&["staffed", "on-call"]),
            "Whether people sit at their desks, or are on call for emergencies.",
            "\"staffed\"",
        ),
        optional(
            "public_holidays",
            Shape::Strings(Format::HolidayCalendar),
            "The countries or regions on whose public holidays you are closed; an empty list means that you are open.",
            "[\"PL\"]",
        ),
        optional(
            "special",
            Shape::Tables(&SPECIAL),
            "Days with other hours: holidays of your company, short days, open Saturdays.",
            "[{ date = 2026-12-31, open = [\"08:00-13:00\"], reason = \"New Year's Eve\" }]",
        ),
    ],
};

static SPECIAL: Table = Table {
    name: "hours.<id>.special",
    doc: "A day, or a run of days, with other hours.",
    keys: &[
        required("date", Shape::Date, "The day, or the first one.", "2026-12-31"),
        optional("until", Shape::Date, "The last day, if there are several.", "2027-01-02"),
        required(
            "open",
            Shape::Any(&[Shape::Choice(&["always"]), Shape::Strings(Format::Interval)]),
            "The hours of each of these days; an empty list means closed.",
            "[\"08:00-13:00\"]",
        ),
        optional("reason", Shape::Text, "Why, as your customers should read it.", "\"Short day before the New Year\""),
    ],
};

pub(in crate::config) static CONTACT_METHOD: Table = Table {
    name: "[[contact_methods]]",
    doc: "A way to reach you, in the order in which you want it used.",
    keys: &[
        required("id", Shape::String(Format::Id), "A short name for use in this file.", "\"hotline\""),
        required(
            "kind",
            Shape::Choice(&[
                "phone",
                "sms",
                "whatsapp",
                "relay",
                "email",
                "teams",
                "ticket-portal",
                "chat",
                "messenger",
                "remote-assistance",
                "booking",
                "post",
                "in-person",
            ]),
            "How people reach you there, which decides what else the table holds: phone, sms, whatsapp and relay have telephone; email and teams have email; post and in-person have address; all others have url.",
            "\"phone\"",
        ),
        optional(
            "telephone",
            Shape::String(Format::Telephone),
            "The number, with + and country code, without spaces.",
            "\"+48225550123\"",
        ),
        optional(
            "email",
            Shape::String(Format::Email),
            "The mailbox, or the account in Teams.",
            "\"help@contoso.com\"",
        ),
        optional("url", Shape::String(Format::Url), "The web address.", "\"https://tickets.contoso.com/\""),
        optional(
            "address",
            Shape::Strings(Format::Plain),
            "The postal address, line by line.",
            "[\"1 Example Street\", \"00-001 Warsaw\"]",
        ),
        optional("name", Shape::Text, "What your customers call it; its kind if you leave it out.", "\"Service desk\""),
        optional("hours", HOURS_ID, "When somebody answers there.", "\"office\""),
        optional(
            "languages",
            Shape::Any(&[Shape::Strings(Format::Language), Shape::Tables(&SPOKEN)]),
            "The languages that your people speak there; add hours where a language has its own.",
            "[\"pl\", \"en\"]",
        ),
        optional("emergency", Shape::Boolean, "Whether it is for emergencies.", "true"),
        optional(
            "rate",
            Shape::String(Format::Reference("rates")),
            "The rate that is charged for using it.",
            "\"on-call\"",
        ),
        optional(
            "cost",
            Shape::Text,
            "What the call itself costs, if it is not an ordinary call.",
            "\"Local call rate\"",
        ),
        optional(
            "reply_within",
            Shape::Table(&REPLY),
            "How soon you answer there.",
            "{ within = \"2h\", clock = \"office\" }",
        ),
        optional("have_ready", Shape::Texts, "What people should have ready.", "[\"Your customer number\"]"),
        optional(
            "plans",
            Shape::Strings(Format::Reference("plans")),
            "The plans that it is for; everyone if you leave it out.",
            "[\"premium\"]",
        ),
        optional(
            "countries",
            Shape::Strings(Format::Country),
            "The countries that it is for, as two letters each.",
            "[\"US\"]",
        ),
        optional(
            "sign_in",
            Shape::Choice(&["none", "microsoft", "own"]),
            "The sign-in that it needs: none, the customer's Microsoft account, or an account with you.",
            "\"none\"",
        ),
        optional(
            "who_may_use",
            Shape::Text,
            "Who may use it: `anyone`, `authorised` for people whom the customer named, or a text.",
            "\"anyone\"",
        ),
        optional(
            "if_no_answer",
            Shape::Text,
            "What to do when nobody answers.",
            "\"Leave a message; we call back within 30 minutes.\"",
        ),
        optional("note", Shape::Text, "Anything else to know.", "\"Calls are recorded.\""),
    ],
};

static SPOKEN: Table = Table {
    name: "contact_methods.languages",
    doc: "A language with hours of its own.",
    keys: &[
        required("tag", Shape::String(Format::Language), "The language.", "\"en\""),
        optional("hours", HOURS_ID, "When somebody speaks it.", "\"office\""),
    ],
};

static REPLY: Table = Table {
    name: "contact_methods.reply_within",
    doc: "How soon you answer.",
    keys: &[
        required("within", Shape::String(Format::Duration), "The longest time until an answer.", "\"2h\""),
        required(
            "clock",
            Shape::String(Format::Reference("hours")),
            "Whose time counts: the name of hours, or `elapsed` for day and night.",
            "\"office\"",
        ),
    ],
};

pub(super) static SUPPORT_TYPE: Table = Table {
    name: "[[support_types]]",
    doc: "Something that you help with.",
    keys: &[
        required("id", Shape::String(Format::Id), "A short name for use in this file.", "\"technical\""),
        required(
            "category",
            Shape::Choice(&["billing", "subscription", "technical", "security", "advisory", "onboarding", "training"]),
            "What kind of help it is.",
            "\"technical\"",
        ),
        required("name", Shape::Text, "What your customers call it.", "\"Technical support\""),
        optional(
            "description",
            Shape::Text,
            "A sentence or two about it.",
            "\"Faults and questions about Microsoft 365 and Azure.\"",
        ),
        optional("audience", Shape::Choice(&["customers", "resellers"]), "For whom it is.", "\"customers\""),
        optional(
            "delivery",
            Shape::Choice(&["own", "outsourced", "resold"]),
            "Who answers: your own people, a company that works for you, or a company whose support you sell.",
            "\"own\"",
        ),
        optional("provider", Shape::Text, "The name of that company.", "\"Fabrikam Service\""),
        required("hours", HOURS_ID, "When somebody answers.", "\"office\""),
        required("contact_methods", METHOD_IDS, "How to ask for it.", "[\"hotline\", \"mail\"]"),
        required(
            "price",
            Shape::Any(&[Shape::Choice(&["included", "on-request"]), Shape::Table(&SUPPORT_PRICE)]),
            "What it costs: `included`, `on-request`, or the plans and rates.",
            "\"included\"",
        ),
        optional("in_scope", Shape::Texts, "What belongs to it.", "[\"Set-up of Exchange Online\"]"),
        optional("out_of_scope", Shape::Texts, "What does not.", "[\"Printers\"]"),
    ],
};

static SUPPORT_PRICE: Table = Table {
    name: "support_types.price",
    doc: "Plans that include a type of support, and rates at which it is charged.",
    keys: &[
        optional("plans", Shape::Strings(Format::Reference("plans")), "The plans that include it.", "[\"premium\"]"),
        optional(
            "rates",
            Shape::Strings(Format::Reference("rates")),
            "The rates at which it is charged.",
            "[\"hourly\"]",
        ),
    ],
};
