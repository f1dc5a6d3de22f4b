//! The least that help can cost: what a caller wants to know first.

use super::Wording;
use crate::model::Ref;
use crate::model::address::Country;
use crate::model::money::Amount;
use crate::model::plan::{Plan, PlanPrice, Rate, RateUnit};

/// The least that something can cost.
#[derive(Clone, Debug)]
pub struct Least {
    /// "120 zł + 23% VAT".
    pub amount: String,
    /// Whether it costs never more.
    is_fixed: bool,
}

impl Wording<'_> {
    /// The least that work at a rate can cost today.
    fn least_charge(&self, rate: &Rate, outside: bool, countries: &[Country]) -> Option<(Amount, String)> {
        let price = self.in_force_for(&rate.prices, countries).first().copied()?;
        // What all prices share is said once on a page.
        let dated = |said: String| {
            let said = std::iter::once(said).chain(self.term_phrases(price.valid.within(rate.valid)));
            self.join("comma", &said.collect::<Vec<_>>())
        };
        if rate.per == RateUnit::Hour {
            // The shortest call that can be charged lasts one minute.
            let amount = rate.charge(price, 1, outside && self.outside_hours(rate).is_some());
            return Some((amount, dated(self.money_with_tax(amount, &price.tax))));
        }
        let said = format!("{} {}", self.money_with_tax(price.amount, &price.tax), self.rate_unit(rate.per));
        Some((price.amount, dated(said)))
    }

    /// The least that work at any of these rates can cost: "120 zł + 23% VAT". Rates for calls count before blocks,
    /// visits and ways, which a call alone cannot cost.
    /// Where customers of some countries only are meant, their prices count.
    pub fn least_of(&self, rates: &[Ref<Rate>], outside: bool, countries: &[Country]) -> Option<Least> {
        let portal = self.portal();
        let home = [portal.partner.country];
        let countries = if countries.is_empty() { home.as_slice() } else { countries };
        let by_call = |rate: &&Ref<Rate>| matches!(portal.rates[**rate].per, RateUnit::Hour | RateUnit::Incident);
        let calls: Vec<&Ref<Rate>> = rates.iter().filter(by_call).collect();
        let chosen = if calls.is_empty() { rates.iter().collect() } else { calls };
        // A single rate that does not grow with time is no least, but the price.
        let is_fixed = matches!(chosen.as_slice(), [only] if portal.rates[**only].per != RateUnit::Hour
            && portal.rates[**only].out_of_hours.is_none());
        let charges: Vec<(Amount, String)> =
            chosen.into_iter().filter_map(|rate| self.least_charge(&portal.rates[*rate], outside, countries)).collect();
        let currency = charges.first()?.0.currency;
        charges
            .into_iter()
            .filter(|(amount, _)| amount.currency == currency)
            .min_by_key(|(amount, _)| amount.minor)
            .map(|(_, amount)| Least { amount, is_fixed })
    }

    /// "free", "included in Premium; others from 120 zł", "from 120 zł": by plans, and the least charge beside them.
    pub fn least_sentence(&self, plans: &[Ref<Plan>], least: Option<Least>) -> String {
        let portal = self.portal();
        let free = plans.iter().any(|plan| matches!(portal.plans[*plan].price, PlanPrice::Free));
        let names: Vec<String> = plans.iter().map(|plan| self.plain(&portal.plans[*plan].name).to_owned()).collect();
        match (free, least) {
            (true, None) => self.word("free"),
            (true, Some(least)) => self.say("price_free_or_from", &[("amount", &least.amount)]),
            (false, Some(least)) if names.is_empty() && least.is_fixed => least.amount,
            (false, Some(least)) if names.is_empty() => self.say("price_from", &[("amount", &least.amount)]),
            (false, Some(least)) => {
                self.say("price_plans_or_from", &[("plans", &self.and(&names)), ("amount", &least.amount)])
            }
            (false, None) if names.is_empty() => String::new(),
            (false, None) => self.say("price_plans", &[("plans", &self.and(&names))]),
        }
    }
}
