//! The site, the partner, its contact of record.

use super::{Format, Shape, Table, optional, required};

const CATEGORIES_AND_DUTIES: &[&str] = &[
    "billing",
    "subscription",
    "technical",
    "security",
    "advisory",
    "onboarding",
    "training",
    "second-line",
    "orders",
    "microsoft-requests",
];

pub(super) static SITE: Table = Table {
    name: "[site]",
    doc: "Where the portal is published, in which languages, and how it looks.",
    keys: &[
        required(
            "base_url",
            Shape::String(Format::Url),
            "The address at which customers open the portal; the same as the website in your support profile in Partner Center.",
            "\"https://support.contoso.com/\"",
        ),
        optional(
            "languages",
            Shape::Strings(Format::Language),
            "The languages of the portal, the most important one first.",
            "[\"pl\", \"en\"]",
        ),
        optional("title", Shape::Text, "The name of the portal, if it has one of its own.", "\"Contoso support\""),
        optional(
            "theme",
            Shape::String(Format::Plain),
            "The name of the theme: `standard`, or a folder under themes/.",
            "\"standard\"",
        ),
        optional(
            "brand_color",
            Shape::String(Format::Color),
            "The main colour of your company, as your designer or your logo gives it.",
            "\"#0b3a6e\"",
        ),
        optional(
            "motif",
            Shape::Choice(&["peaks", "arcs", "grid", "waves", "none"]),
            "The quiet drawing in the head of each page.",
            "\"waves\"",
        ),
        optional(
            "logo",
            Shape::String(Format::File),
            "Your logo: a file under static/, as SVG, PNG, JPEG or WebP.",
            "\"logo.svg\"",
        ),
        optional(
            "logo_dark",
            Shape::String(Format::File),
            "Your logo for dark mode: a file under static/.",
            "\"logo-dark.svg\"",
        ),
        optional(
            "reviewed",
            Shape::Date,
            "The day on which you last read everything here and found it true.",
            "2026-11-12",
        ),
        optional(
            "raw_html",
            Shape::Choice(&["sanitise", "escape", "allow"]),
            "What happens to HTML inside your Markdown files: harmless elements stay, everything is shown as text, or everything stays.",
            "\"sanitise\"",
        ),
        optional(
            "offline",
            Shape::Boolean,
            "Whether browsers keep your home and contact pages for times without internet; they do unless you write false.",
            "false",
        ),
        optional(
            "about",
            Shape::Boolean,
            "Whether a page shows which duties your portal meets, and where; it does unless you write false.",
            "false",
        ),
    ],
};

pub(super) static PARTNER: Table = Table {
    name: "[partner]",
    doc: "Your company as a partner of Microsoft.",
    keys: &[
        required("name", Shape::Text, "The name by which your customers know you.", "\"Contoso\""),
        optional(
            "legal_name",
            Shape::Text,
            "The name as it stands in the register and in Partner Center under Account settings, Legal info.",
            "\"Contoso Ltd\"",
        ),
        required(
            "role",
            Shape::Choice(&["direct-bill", "indirect-reseller", "indirect-provider"]),
            "How you take part in the programme: Partner Center shows it under Account settings, Programs.",
            "\"direct-bill\"",
        ),
        optional(
            "partner_id",
            Shape::String(Format::Plain),
            "Your number at Microsoft: Partner Center, Account settings, Identifiers.",
            "\"1234567\"",
        ),
        required("country", Shape::String(Format::Country), "The country of your company, as two letters.", "\"PL\""),
        optional(
            "clouds",
            Shape::Choices(&["global", "gcc-high", "dod", "china"]),
            "The Microsoft clouds that your customers use; almost everyone uses global.",
            "[\"global\"]",
        ),
        optional("website", Shape::String(Format::Url), "The website of your company.", "\"https://contoso.com/\""),
        optional(
            "indirect_provider",
            Shape::Table(&INDIRECT_PROVIDER),
            "The company through which you buy, if you are an indirect reseller.",
            "",
        ),
    ],
};

static INDIRECT_PROVIDER: Table = Table {
    name: "[partner.indirect_provider]",
    doc: "The company through which an indirect reseller buys.",
    keys: &[
        required("name", Shape::Text, "Its name.", "\"Fabrikam Distribution\""),
        optional("website", Shape::String(Format::Url), "Its website.", "\"https://fabrikam.com/\""),
        required(
            "handles",
            Shape::Choices(CATEGORIES_AND_DUTIES),
            "What it does for your customers: categories of support, `second-line`, `orders`, `microsoft-requests`.",
            "[\"second-line\", \"orders\"]",
        ),
        optional(
            "contact_confirmed",
            Shape::Date,
            "The day on which it confirmed that your customers see your contact, not its own.",
            "2026-03-04",
        ),
    ],
};

pub(super) static PARTNER_OF_RECORD: Table = Table {
    name: "[partner_of_record]",
    doc: "The contact that Microsoft shows to your customers: Partner Center, Account settings, Organization profile, Legal info, Reseller, Customer support profile.",
    keys: &[
        optional(
            "name",
            Shape::Text,
            "The name to show with it; your company's name if you leave it out.",
            "\"Contoso service desk\"",
        ),
        required(
            "email",
            Shape::String(Format::Email),
            "The support e-mail address in your support profile.",
            "\"help@contoso.com\"",
        ),
        required(
            "telephone",
            Shape::String(Format::Telephone),
            "The support telephone in your support profile, with + and country code, without spaces.",
            "\"+48225550123\"",
        ),
        required(
            "website",
            Shape::String(Format::Url),
            "The support website in your support profile.",
            "\"https://support.contoso.com/\"",
        ),
    ],
};
