//! `[[rates]]`.

use super::super::entry::Entry;
use super::Context;
use super::pricing::{Money, amount, price, refuse_clashes, validity};
use crate::diagnostic::code;
use crate::locale::Currency;
use crate::model::money::{Amount, Price, Ratio};
use crate::model::plan::{Extra, OutOfHours, Rate, RateUnit};

pub(super) fn rates(top: &Entry<'_>, context: &Context<'_>, money: &Money) -> Vec<Rate> {
    top.tables("rates").iter().filter_map(|entry| rate(entry, context, money)).collect()
}

fn rate(entry: &Entry<'_>, context: &Context<'_>, money: &Money) -> Option<Rate> {
    let languages = &context.languages;
    let name = entry.text("name", languages);
    let prices: Vec<Price> = match entry.string("amount") {
        Some(_) => price(entry, context, money).into_iter().collect(),
        None => {
            let entries = entry.tables("amount");
            let prices: Vec<Price> = entries.iter().filter_map(|e| price(e, context, money)).collect();
            refuse_clashes(&prices, &entries, "rate");
            prices
        }
    };
    let mut currencies: Vec<Currency> = Vec::new();
    for price in &prices {
        if !currencies.contains(&price.amount.currency) {
            currencies.push(price.amount.currency);
        }
    }
    let out_of_hours = entry.table("out_of_hours").and_then(|table| out_of_hours(&table, context, money, &currencies));
    let included_hours = match entry.integer("included_hours") {
        Some(hours) => Ratio::parse(&hours.to_string()),
        None => entry.ratio("included_hours"),
    };
    let rate = Rate {
        id: entry.string("id").unwrap_or_default().to_owned(),
        per: entry.choice("per", &RateUnit::ALL)?,
        increment: entry.minutes("increment"),
        minimum: entry.minutes("minimum"),
        out_of_hours,
        included_hours,
        expires_after: entry.duration("expires_after"),
        rollover: entry.boolean("rollover"),
        waived_if: entry.text("waived_if", languages),
        note: entry.text("note", languages),
        valid: validity(entry),
        name: name?,
        prices,
    };
    (!rate.prices.is_empty()).then_some(rate)
}

fn out_of_hours(
    entry: &Entry<'_>,
    context: &Context<'_>,
    money: &Money,
    currencies: &[Currency],
) -> Option<OutOfHours> {
    let hours = entry.reference("hours", &context.hours, "hours");
    let multiplier = entry.ratio("multiplier");
    if entry.has("multiplier") == entry.has("surcharge") {
        entry.scope.error(
            code::KEY_07,
            entry.header(),
            "out of hours costs so many times as much, or so much on top: one of the two",
            "write { multiplier = \"2\" } or { surcharge = \"85.00\" }",
        );
        return None;
    }
    let charge = multiplier
        .map(Extra::Multiplier)
        .or_else(|| surcharge(entry, money, currencies).filter(|amounts| !amounts.is_empty()).map(Extra::Surcharge))?;
    Some(OutOfHours { hours, charge })
}

/// The sum on top in each currency of the rate: a number alone means nothing in two of them.
fn surcharge(entry: &Entry<'_>, money: &Money, currencies: &[Currency]) -> Option<Vec<Amount>> {
    let listed = entry.tables("surcharge");
    let list = |currencies: &[Currency]| {
        let sums: Vec<String> = currencies
            .iter()
            .map(|currency| format!("{{ amount = \"85.00\", currency = \"{}\" }}", currency.code()))
            .collect();
        format!("write surcharge = [{}]", sums.join(", "))
    };
    let is_number = entry.string("surcharge").is_some();
    if listed.is_empty() && (is_number || currencies.is_empty()) {
        return match currencies {
            [] => None,
            [only] => amount(entry, "surcharge", *only).map(|amount| vec![amount]),
            several => {
                let message = "the rate has prices in several currencies, and this sum is in none of them";
                entry.scope.error(code::PRC_01, entry.span("surcharge"), message, list(several));
                None
            }
        };
    }
    let own = |sum: &Entry<'_>| if sum.has("currency") { sum.currency("currency") } else { money.currency };
    let amounts: Option<Vec<Amount>> = listed.iter().map(|sum| amount(sum, "amount", own(sum)?)).collect();
    let amounts = amounts?;
    let lacks = |currency: &&Currency| amounts.iter().filter(|amount| amount.currency == **currency).count() != 1;
    let lacking: Vec<&str> = currencies.iter().filter(lacks).map(|currency| currency.code()).collect();
    if !lacking.is_empty() {
        let message = format!("the rate needs one sum on top in {}", lacking.join(" and in "));
        entry.scope.error(code::PRC_01, entry.span("surcharge"), message, list(currencies));
        return None;
    }
    Some(amounts)
}
