//! Prices, plans, rates, severities.

use super::{Format, Key, Shape, Table, optional, required};

const UNITS: Shape = Shape::Choice(&["user", "device", "mailbox", "tenant", "site", "company"]);
const PERIODS: Shape = Shape::Choice(&["month", "quarter", "year", "once"]);
const COUNTRIES: Key = optional(
    "countries",
    Shape::Strings(Format::Country),
    "The countries in which this price holds, as two letters each.",
    "[\"PL\", \"DE\"]",
);
const TAX_KEY: Key = optional(
    "tax",
    Shape::Table(&TAX),
    "The tax on this price, if it differs from the one under [pricing].",
    "{ name = \"VAT\", rate = \"23\", included = false }",
);
const CURRENCY: Key = optional(
    "currency",
    Shape::String(Format::Currency),
    "The currency, as three letters. Not given: that of your country.",
    "\"PLN\"",
);
const VALID_FROM: Key = optional("valid_from", Shape::Date, "The first day on which it holds.", "2026-07-01");
const VALID_UNTIL: Key = optional("valid_until", Shape::Date, "The last day on which it holds.", "2027-06-30");
const QUANTITY: Key =
    optional("minimum_quantity", Shape::Integer(1, 1_000_000), "The fewest units that can be bought.", "10");

pub(super) static PRICING: Table = Table {
    name: "[pricing]",
    doc: "What holds for all your prices.",
    keys: &[
        CURRENCY,
        optional(
            "tax",
            Shape::Table(&TAX),
            "The tax on your prices, and whether they include it.",
            "{ name = \"VAT\", rate = \"23\", included = false }",
        ),
        optional(
            "audience",
            Shape::Choice(&["business", "consumer"]),
            "Who buys from you; consumers must be shown prices with tax.",
            "\"business\"",
        ),
        VALID_FROM,
        VALID_UNTIL,
    ],
};

static TAX: Table = Table {
    name: "tax",
    doc: "A tax on prices.",
    keys: &[
        required("name", Shape::Text, "What the tax is called.", "\"VAT\""),
        required("rate", Shape::String(Format::Decimal), "Per cent, as digits in quotes.", "\"23\""),
        optional("included", Shape::Boolean, "Whether your amounts include it. Not given: they do not.", "false"),
    ],
};

pub(super) static PLAN: Table = Table {
    name: "[[plans]]",
    doc: "A support plan that customers can buy, or that they all have.",
    keys: &[
        required("id", Shape::String(Format::Id), "A short name for use in this file.", "\"premium\""),
        required("name", Shape::Text, "What your customers call it.", "\"Premium\""),
        optional("summary", Shape::Text, "For whom it is, in a sentence.", "\"For companies that cannot wait.\""),
        required(
            "price",
            Shape::Any(&[
                Shape::Choice(&["free", "on-request"]),
                Shape::Table(&PLAN_PRICE),
                Shape::Tables(&PLAN_PRICE),
            ]),
            "What it costs: `free`, `on-request`, a price, or a list of prices.",
            "{ amount = \"39.00\", per = \"user\", period = \"month\" }",
        ),
        optional(
            "hours",
            Shape::String(Format::Reference("hours")),
            "When people of this plan are answered.",
            "\"office\"",
        ),
        optional(
            "on_call",
            Shape::Table(&ON_CALL),
            "Help for grave problems beyond these hours.",
            "{ hours = \"on-call\", severities = [\"P1\"] }",
        ),
        optional("includes", Shape::Texts, "What belongs to it, the most important first.", "[\"Unlimited calls\"]"),
        optional("excludes", Shape::Texts, "What does not.", "[\"Work on site\"]"),
    ],
};

static PLAN_PRICE: Table = Table {
    name: "plans.price",
    doc: "A price.",
    keys: &[
        required("amount", Shape::String(Format::Decimal), "The sum, as digits with a point, in quotes.", "\"39.00\""),
        optional("per", UNITS, "For what it is charged. Not given: for the company as a whole.", "\"user\""),
        optional("period", PERIODS, "How often it is charged. A price without it is a warning.", "\"month\""),
        CURRENCY,
        COUNTRIES,
        TAX_KEY,
        QUANTITY,
        VALID_FROM,
        VALID_UNTIL,
    ],
};

static ON_CALL: Table = Table {
    name: "plans.on_call",
    doc: "Help for grave problems beyond the plan's hours.",
    keys: &[
        required("hours", Shape::String(Format::Reference("hours")), "When.", "\"on-call\""),
        optional(
            "severities",
            Shape::Strings(Format::Reference("severities")),
            "For which severities; all if you leave it out.",
            "[\"P1\"]",
        ),
    ],
};

pub(super) static RATE: Table = Table {
    name: "[[rates]]",
    doc: "What you charge for work beside the plans.",
    keys: &[
        required("id", Shape::String(Format::Id), "A short name for use in this file.", "\"hourly\""),
        required("name", Shape::Text, "What your customers call it.", "\"Work by the hour\""),
        required(
            "amount",
            Shape::Any(&[Shape::String(Format::Decimal), Shape::Tables(&RATE_PRICE)]),
            "The sum, as digits with a point, in quotes; or a list of prices.",
            "\"240.00\"",
        ),
        required(
            "per",
            Shape::Choice(&["hour", "incident", "block", "visit", "device", "km"]),
            "For what it is charged.",
            "\"hour\"",
        ),
        optional("increment", Shape::String(Format::Duration), "The step in which time is counted.", "\"15m\""),
        optional("minimum", Shape::String(Format::Duration), "The shortest time that is charged.", "\"30m\""),
        optional(
            "out_of_hours",
            Shape::Table(&OUT_OF_HOURS),
            "What it costs when your desk is closed.",
            "{ multiplier = \"2\" }",
        ),
        optional(
            "included_hours",
            Shape::Any(&[Shape::Integer(1, 100_000), Shape::String(Format::Decimal)]),
            "The hours that a block holds.",
            "20",
        ),
        optional("expires_after", Shape::String(Format::Duration), "How long a block can be used.", "\"P12M\""),
        optional("rollover", Shape::Boolean, "Whether unused hours are kept.", "false"),
        optional("waived_if", Shape::Text, "When you do not charge it.", "\"The cause was at Microsoft.\""),
        optional("note", Shape::Text, "Anything else to know.", "\"Travel is charged apart.\""),
        CURRENCY,
        TAX_KEY,
        VALID_FROM,
        VALID_UNTIL,
    ],
};

static RATE_PRICE: Table = Table {
    name: "rates.amount",
    doc: "A price of a rate.",
    keys: &[
        required("amount", Shape::String(Format::Decimal), "The sum, as digits with a point, in quotes.", "\"240.00\""),
        CURRENCY,
        COUNTRIES,
        TAX_KEY,
        QUANTITY,
        VALID_FROM,
        VALID_UNTIL,
    ],
};

static OUT_OF_HOURS: Table = Table {
    name: "rates.out_of_hours",
    doc: "What a rate costs when the desk is closed: so many times as much, or so much on top.",
    keys: &[
        optional(
            "hours",
            Shape::String(Format::Reference("hours")),
            "The hours outside of which it applies.",
            "\"office\"",
        ),
        optional("multiplier", Shape::String(Format::Decimal), "How many times the ordinary rate.", "\"2\""),
        optional(
            "surcharge",
            Shape::Any(&[Shape::String(Format::Decimal), Shape::Tables(&SURCHARGE)]),
            "A sum on top; a list of sums for a rate with prices in several currencies.",
            "\"85.00\"",
        ),
    ],
};

static SURCHARGE: Table = Table {
    name: "rates.out_of_hours.surcharge",
    doc: "A sum on top in one currency.",
    keys: &[
        required("amount", Shape::String(Format::Decimal), "The sum, as digits with a point, in quotes.", "\"85.00\""),
        CURRENCY,
    ],
};

pub(super) static SEVERITY: Table = Table {
    name: "[[severities]]",
    doc: "How grave a problem can be, the gravest first.",
    keys: &[
        required("id", Shape::String(Format::Id), "A short name for use in this file and on the phone.", "\"P1\""),
        required("name", Shape::Text, "What your customers call it.", "\"Critical\""),
        optional("definition", Shape::Text, "When a problem is of this severity.", "\"Nobody can work.\""),
        optional("examples", Shape::Texts, "Examples that customers know.", "[\"Nobody can sign in\"]"),
        optional(
            "contact_methods",
            Shape::Strings(Format::Reference("contact_methods")),
            "How to report it.",
            "[\"emergency\"]",
        ),
        optional(
            "targets",
            Shape::Tables(&TARGET),
            "What you promise, for each plan.",
            "[{ plan = \"premium\", first_response = \"1h\", clock = \"elapsed\" }]",
        ),
    ],
};

static TARGET: Table = Table {
    name: "severities.targets",
    doc: "A promise for a severity.",
    keys: &[
        optional(
            "plan",
            Shape::String(Format::Reference("plans")),
            "The plan; everyone if you leave it out.",
            "\"premium\"",
        ),
        optional(
            "first_response",
            Shape::String(Format::Duration),
            "When an engineer answers at the latest.",
            "\"1h\"",
        ),
        optional("update_every", Shape::String(Format::Duration), "How often you send news.", "\"2h\""),
        optional("resolution", Shape::String(Format::Duration), "When you want to have it solved.", "\"8h\""),
        required(
            "clock",
            Shape::String(Format::Reference("hours")),
            "Whose time counts: the name of hours, or `elapsed` for day and night.",
            "\"elapsed\"",
        ),
    ],
};
