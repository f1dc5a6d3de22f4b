//! Why nothing can notice some breaks: what the program cannot know, and what it does not ask for.

use super::facts::How::{self, Contradicted, OutOfRange, Removed, WrongType};

/// A reason, the ways of breaking, and the facts.
type Reason = (&'static str, &'static [How], &'static [&'static str]);

#[rustfmt::skip]
pub(super) const ALL: &[Reason] = &[
    ("Without it a page says less, and nothing wrong", &[Removed], &[
        "accessibility.contact", "commerce.collections", "contact_methods.have_ready", "contact_methods.if_no_answer",
        "contact_methods.who_may_use", "escalation.microsoft_support_plan", "escalation.steps", "escalation.steps.when",
        "hours.<id>.special.reason", "legal.data_protection_email", "legal.form", "legal.seat", "partner.legal_name",
        "partner.partner_id", "partner.website", "plans.includes", "plans.summary", "pricing.valid_from",
        "rates.expires_after", "rates.included_hours", "rates.waived_if", "security.microsoft_only.email",
        "security.microsoft_only.name", "security.microsoft_only.telephone", "self_service.links",
        "self_service.links.task", "self_service.products", "severities.contact_methods", "severities.targets",
        "severities.targets.first_response", "severities.targets.resolution", "severities.targets.update_every",
        "site.brand_color", "site.logo", "site.motif", "site.reviewed", "support_types.description",
        "support_types.in_scope", "support_types.out_of_scope", "verification.caller", "verification.us",
        "commerce.cancellation", "security.email", "self_service.links.verified",
        "article: date", "article: description", "article: products", "article: tags", "article: updated",
        "notice, translated: description", "notice, translated: products", "notice, translated: tags",
        "notice: components", "notice: date", "notice: description", "notice: end", "notice: products", "notice: start",
        "notice: tags", "notice: updated", "page: date", "page: description", "page: tags", "page: updated",
    ]),
    ("It has a documented default, and the portal says that", &[Removed], &[
        "accessibility.text_relay", "contact_methods.emergency", "contact_methods.hours", "contact_methods.languages",
        "contact_methods.name", "contact_methods.plans", "contact_methods.rate", "contact_methods.sign_in",
        "delegated_access.auto_extend", "delegated_access.duration_days", "hours.<id>.kind", "hours.<id>.name",
        "hours.<id>.public_holidays", "hours.<id>.special", "hours.<id>.special.until", "plans.hours", "plans.on_call",
        "plans.on_call.severities", "plans.price.minimum_quantity", "plans.price.per", "plans.price.period",
        "pricing.currency", "rates.out_of_hours", "rates.out_of_hours.hours", "rates.rollover", "schema",
        "security.security_txt", "security.security_txt.expires_after", "severities.targets.plan", "site.title",
        "support_types.price.plans", "support_types.price.rates", "article: weight", "notice: status",
        "notice: time_zone", "notice: updates.status", "notice, translated: updates.status", "page: weight",
    ]),
    ("Another number, address, amount, time or list may be the true one: the partner knows", &[Contradicted], &[
        "accessibility.contact", "contact_methods.email", "contact_methods.languages", "contact_methods.reply_within.within",
        "contact_methods.telephone", "contact_methods.url", "legal.address", "legal.data_protection_email",
        "legal.share_capital.amount", "partner.partner_id", "partner.website", "partner_of_record.telephone",
        "plans.price.amount", "pricing.tax.rate", "rates.amount", "rates.increment", "rates.minimum",
        "rates.out_of_hours.multiplier", "security.microsoft_only.email", "security.microsoft_only.telephone",
        "article: date", "notice: date", "notice: start", "page: date", "self_service.links.url",
        "self_service.products", "severities.targets.first_response",
        "severities.targets.resolution", "severities.targets.update_every",
    ]),
    ("Yes and no are both true of some partner", &[Contradicted], &[
        "accessibility.text_relay", "contact_methods.emergency", "delegated_access.auto_extend", "pricing.tax.included",
        "rates.rollover",
    ]),
    ("Another thing of the same list can be meant, and nothing referred to the first", &[Contradicted], &[
        "commerce.cancel", "components.id", "contact_methods.id", "contact_methods.rate", "rates.id", "severities.id",
        "support_types.id",
    ]),
    ("Any text is allowed: how the partner says it is its own", &[WrongType, OutOfRange], &[
        "accessibility.text_relay", "legal.address", "legal.vat_id", "partner.partner_id", "self_service.products",
        "article: products", "article: tags", "article: title", "notice, translated: products",
        "notice, translated: tags", "notice: products", "notice: tags", "page: tags", "page: title",
    ]),
];

/// The same of what a partner lays over: a reason, the ways, and the things; no things are all.
#[rustfmt::skip]
pub(super) const SLIPS: &[(&str, &[&str], &[&str])] = &[
    ("It stands in a branch that no page of the example takes; the first page that does is told, before anything is written",
        &["argument misspelt", "argument left out", "field misspelt", "condition misspelt"],
        &["articles.html", "markdown/article.md", "notices.html", "components/frame.html"]),
    ("Browsers read the same: quotes in an attribute may be escaped", &["escaped"], &["base.html"]),
    ("Markdown twins are for programs, and say the same with more marks", &["escaped"], &[
        "components/markdown.md", "markdown/article.md", "markdown/notice.md", "markdown/text.md",
    ]),
    ("A notice has a page of its own, and the list of notices names it", &["deleted"], &["the notices"]),
    ("The legal page says it, and a link leads there from every page", &["deleted"], &["the publisher"]),
    ("How a button looks is the affair of the theme; its address holds the number", &["deleted"], &["the number on a button"]),
    ("What of a document a page shows is the affair of the theme; its twin in Markdown holds all of it", &["deleted"], &[
        "the text of a notice", "the text of an article",
    ]),
];

/// Why a break of something of the partner's own cannot be noticed.
pub(super) fn of_slip(what: &str, way: &str) -> Option<&'static str> {
    let is_this = |ways: &[&str], whats: &[&str]| ways.contains(&way) && (whats.is_empty() || whats.contains(&what));
    SLIPS.iter().find(|(_, ways, whats)| is_this(ways, whats)).map(|(why, ..)| *why)
}
