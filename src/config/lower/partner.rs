//! `[partner]`, `[partner_of_record]`, `[legal]`.

use super::super::entry::Entry;
use super::Context;
use super::pricing::amount;
use crate::diagnostic::code;
use crate::locale::Telephone;
use crate::model::Text;
use crate::model::address::{EmailAddress, WebAddress};
use crate::model::partner::{Cloud, Handled, IndirectProvider, Legal, Partner, PartnerOfRecord, Role};
use crate::model::support_type::Category;

/// A contact of record whose name may still be the partner's.
pub(super) struct Record {
    name: Option<Text>,
    email: EmailAddress,
    telephone: Telephone,
    website: WebAddress,
}

impl Record {
    pub(super) fn with_name(self, partner: &Text) -> PartnerOfRecord {
        PartnerOfRecord {
            name: self.name.unwrap_or_else(|| partner.clone()),
            email: self.email,
            telephone: self.telephone,
            website: self.website,
        }
    }
}

pub(super) fn partner(top: &Entry<'_>, context: &Context<'_>) -> Option<Partner> {
    let entry = top.table("partner")?;
    let name = entry.text("name", &context.languages);
    let legal_name = entry.text("legal_name", &context.languages);
    let role = role(&entry, context);
    let website = entry.url("website");
    let mut clouds = entry.choices("clouds", &Cloud::ALL);
    clouds.sort_unstable();
    clouds.dedup();
    if clouds.is_empty() {
        if entry.value("clouds").is_some_and(|list| list.is_empty_list()) {
            entry.scope.error(
                code::KEY_04,
                entry.span("clouds"),
                "`clouds` names at least one cloud",
                "write clouds = [\"global\"], or delete the line",
            );
        }
        clouds.push(Cloud::Global);
    }
    Some(Partner {
        legal_name,
        partner_id: entry.string("partner_id").map(str::to_owned),
        clouds,
        website,
        name: name?,
        role: role?,
        country: context.country?,
    })
}

fn role(entry: &Entry<'_>, context: &Context<'_>) -> Option<Role> {
    let provider = entry.table("indirect_provider").map(|provider| (provider, indirect_provider(&provider, context)));
    match (entry.string("role")?, provider) {
        ("indirect-reseller", Some((_, provider))) => provider.map(Role::IndirectReseller),
        ("indirect-reseller", None) => {
            let hint = "add [partner.indirect_provider] with name = \"…\" and handles = [\"second-line\", \"orders\"]";
            entry.scope.error(
                code::CSP_10,
                entry.span("role"),
                "an indirect reseller names its indirect provider",
                hint,
            );
            None
        }
        (role, Some((provider, _))) if role == "direct-bill" || role == "indirect-provider" => {
            let hint = "delete the table, or write role = \"indirect-reseller\"";
            entry.scope.error(
                code::CSP_10,
                provider.header(),
                format!("a partner with the role {role} has no indirect provider"),
                hint,
            );
            None
        }
        ("direct-bill", None) => Some(Role::DirectBill),
        ("indirect-provider", None) => Some(Role::IndirectProvider),
        _ => None,
    }
}

fn indirect_provider(entry: &Entry<'_>, context: &Context<'_>) -> Option<IndirectProvider> {
    let duties = [
        ("second-line", Handled::SecondLine),
        ("orders", Handled::Orders),
        ("microsoft-requests", Handled::MicrosoftRequests),
    ];
    let categories = Category::ALL.map(|(name, category)| (name, Handled::Support(category)));
    let words: Vec<(&str, Handled)> = categories.into_iter().chain(duties).collect();
    let name = entry.text("name", &context.languages);
    let website = entry.url("website");
    let handles = entry.choices("handles", &words);
    if entry.value("handles").is_some_and(|list| list.is_empty_list()) {
        entry.scope.error(
            code::CSP_10,
            entry.span("handles"),
            "`handles` says what the indirect provider does for your customers, and is empty",
            "write handles = [\"second-line\", \"orders\"]",
        );
    }
    Some(IndirectProvider { name: name?, website, handles, contact_confirmed: entry.date("contact_confirmed") })
}

pub(super) fn partner_of_record(top: &Entry<'_>, context: &Context<'_>) -> Option<Record> {
    let entry = top.table("partner_of_record")?;
    let name = entry.text("name", &context.languages);
    let email = entry.email("email");
    let telephone = entry.telephone("telephone", context.country);
    let website = entry.url("website");
    Some(Record { name, email: email?, telephone: telephone?, website: website? })
}

pub(super) fn legal(top: &Entry<'_>, context: &Context<'_>) -> Legal {
    let Some(entry) = top.table("legal") else { return Legal::default() };
    let text = |key| entry.text(key, &context.languages);
    let share_capital = entry.table("share_capital").and_then(|capital| {
        let currency = capital.currency("currency")?;
        amount(&capital, "amount", currency)
    });
    Legal {
        form: text("form"),
        seat: text("seat"),
        address: entry.strings("address"),
        register: text("register"),
        court: text("court"),
        vat_id: entry.string("vat_id").map(str::to_owned),
        economic_id: entry.string("economic_id").map(str::to_owned),
        representative: text("representative"),
        share_capital,
        email: entry.email("email"),
        telephone: entry.telephone("telephone", context.country),
        privacy: entry.url("privacy"),
        data_protection_email: entry.email("data_protection_email"),
    }
}
