//! Prices as words and digits, net or gross always said.

use super::Wording;
use super::due::Frame;
use crate::locale::decimal;
use crate::model::Ref;
use crate::model::money::{Amount, Period, PlanUnit, Price, Tax};
use crate::model::plan::{Extra, Plan, PlanPrice, Rate, RateUnit};
use crate::model::support_type::SupportPrice;
use crate::view::Phrase;
use crate::view::pricing::PriceTag;

impl Wording<'_> {
    /// "39,00 zł"; a whole sum without its zeros: "39 zł".
    pub fn money(&self, amount: Amount) -> String {
        decimal(&amount.decimal()).map(|value| self.locale().money_trimmed(&value, amount.currency)).unwrap_or_default()
    }

    /// "+ 23% VAT", "incl. 23% VAT", "no VAT".
    pub fn tax(&self, tax: &Tax) -> String {
        let name = self.plain(&tax.name);
        if tax.rate.numerator == 0 {
            return self.say("tax_none", &[("tax", name)]);
        }
        let rate = decimal(&tax.rate.decimal()).map(|rate| self.locale().percent(&rate)).unwrap_or_default();
        self.say(if tax.included { "tax_included" } else { "tax_added" }, &[("tax", name), ("rate", &rate)])
    }

    /// "39 zł + 23% VAT".
    pub fn money_with_tax(&self, amount: Amount, tax: &Tax) -> String {
        format!("{} {}", self.money(amount), self.tax(tax))
    }

    /// The prices of a plan.
    pub fn plan_prices(&self, plan: &Plan) -> Vec<PriceTag> {
        match &plan.price {
            PlanPrice::Free => vec![self.tag_of(&self.word("free"))],
            PlanPrice::OnRequest => vec![self.tag_of(&self.word("on_request"))],
            PlanPrice::Prices(prices) => {
                self.current(prices).into_iter().map(|price| self.price_tag(price, self.plan_unit(price))).collect()
            }
        }
    }

    fn tag_of(&self, words: &str) -> PriceTag {
        PriceTag { amount: super::capital(words), unit: String::new(), tax: String::new(), conditions: String::new() }
    }

    /// The prices of a rate.
    pub fn rate_prices(&self, rate: &Rate) -> Vec<PriceTag> {
        self.current(&rate.prices).into_iter().map(|price| self.price_tag(price, self.rate_unit(rate.per))).collect()
    }

    /// The prices that hold today or later; all of them when none does, for a wrong price says more than none.
    fn current<'p>(&self, prices: &'p [Price]) -> Vec<&'p Price> {
        let ahead: Vec<&Price> =
            prices.iter().filter(|price| price.valid.until.is_none_or(|until| self.today <= until)).collect();
        if ahead.is_empty() { prices.iter().collect() } else { ahead }
    }

    fn price_tag(&self, price: &Price, unit: String) -> PriceTag {
        let mut conditions = Vec::new();
        if let Some(least) = price.minimum_quantity.filter(|least| *least > 1) {
            conditions.push(self.count("at_least_units", least, &[]));
        }
        if !price.countries.is_empty() {
            conditions.push(self.say("in_countries", &[("countries", &self.countries(&price.countries))]));
        }
        if let Some(from) = price.valid.from.filter(|from| self.today < *from) {
            conditions.push(self.say("from_date", &[("date", &self.date(from))]));
        }
        if let Some(until) = price.valid.until {
            conditions.push(self.say("until_date", &[("date", &self.date(until))]));
        }
        PriceTag {
            amount: self.money(price.amount),
            unit,
            tax: self.tax(&price.tax),
            conditions: conditions.join(", "),
        }
    }

    fn plan_unit(&self, price: &Price) -> String {
        let name = |all: &[(&str, PlanUnit)], unit: PlanUnit| {
            all.iter().find(|(_, u)| *u == unit).map(|(name, _)| (*name).to_owned())
        };
        let per = price.per.and_then(|unit| name(&PlanUnit::ALL, unit)).map(|unit| self.word(&format!("per_{unit}")));
        let period = price
            .period
            .and_then(|period| Period::ALL.iter().find(|(_, p)| *p == period))
            .map(|(name, _)| self.word(&format!("every_{name}")));
        per.into_iter().chain(period).collect::<Vec<_>>().join(" ")
    }

    /// "per hour".
    pub fn rate_unit(&self, unit: RateUnit) -> String {
        let name = RateUnit::ALL.iter().find(|(_, u)| *u == unit).map_or("hour", |(name, _)| name);
        self.word(&format!("per_{name}"))
    }

    /// The rules of a rate, a sentence each.
    pub fn rate_rules(&self, rate: &Rate) -> Vec<Phrase> {
        let mut rules = Vec::new();
        if let Some(step) = rate.increment {
            rules.push(self.say("rule_increment", &[("length", &self.minutes(Frame::Plain, step))]));
        }
        if let Some(least) = rate.minimum {
            rules.push(self.say("rule_minimum", &[("length", &self.minutes(Frame::Plain, least))]));
        }
        if let Some(extra) = &rate.out_of_hours {
            let hours = extra.hours.map(|hours| self.hours_sentence(&self.portal().hours[hours]));
            let (key, how) = match extra.charge {
                Extra::Multiplier(ratio) => {
                    ("rule_multiplier", decimal(&ratio.decimal()).map(|n| self.locale().number(&n)).unwrap_or_default())
                }
                Extra::Surcharge(amount) => (
                    "rule_surcharge",
                    rate.prices.first().map(|p| self.money_with_tax(amount, &p.tax)).unwrap_or_default(),
                ),
            };
            let outside = match hours {
                Some(hours) => self.say("outside_hours", &[("hours", &hours)]),
                None => self.word("outside_our_hours"),
            };
            rules.push(self.say(key, &[("how", &how), ("outside", &outside)]));
        }
        if let Some(hours) = rate.included_hours {
            rules.push(self.count("rule_included_hours", hours.decimal(), &[]));
        }
        if let Some(length) = rate.expires_after {
            rules.push(self.say("rule_expires", &[("length", &self.length(Frame::Plain, length))]));
        }
        if let Some(rollover) = rate.rollover {
            rules.push(self.word(if rollover { "rule_rollover" } else { "rule_no_rollover" }));
        }
        let mut rules: Vec<Phrase> = rules.iter().map(|rule| super::plain(rule)).collect();
        if let Some(waived) = &rate.waived_if {
            let said = self.phrase(waived);
            rules.push(Phrase { text: self.say("rule_waived", &[("when", &said.text)]), ..said });
        }
        rules
    }

    /// Worked examples of a rate by the hour: a short call, in hours and outside.
    pub fn rate_examples(&self, rate: &Rate) -> Vec<String> {
        const MINUTES: u32 = 20;
        let Some(price) = rate.prices.first().filter(|_| rate.per == RateUnit::Hour) else { return Vec::new() };
        let counted = rate.counted_minutes(MINUTES);
        let example = |outside: bool| {
            let charge = self.money_with_tax(rate.charge(price, MINUTES, outside), &price.tax);
            let slots = [
                ("minutes", MINUTES.to_string()),
                ("counted", self.minutes(Frame::Plain, counted)),
                ("charge", charge),
            ];
            let slots: Vec<(&str, &str)> = slots.iter().map(|(name, value)| (*name, value.as_str())).collect();
            self.say(if outside { "example_outside" } else { "example_inside" }, &slots)
        };
        let outside = rate.out_of_hours.is_some().then(|| example(true));
        std::iter::once(example(false)).chain(outside).collect()
    }

    /// The least that work at a rate can cost, with its tax: "120 zł + 23% VAT".
    pub fn least_charge(&self, rate: &Rate, outside: bool) -> String {
        let Some(price) = self.current(&rate.prices).first().copied() else { return String::new() };
        if rate.per != RateUnit::Hour {
            let amount = self.money_with_tax(price.amount, &price.tax);
            return format!("{amount} {}", self.rate_unit(rate.per));
        }
        // The shortest call that can be charged lasts one minute.
        self.money_with_tax(rate.charge(price, 1, outside), &price.tax)
    }

    /// What a type of support costs, a sentence each, with the anchor of the plan or rate on the pricing page.
    pub fn support_price(&self, price: &SupportPrice) -> Vec<(String, String)> {
        match price {
            SupportPrice::Included => vec![(self.word("support_free"), String::new())],
            SupportPrice::OnRequest => vec![(self.word("support_on_request"), String::new())],
            SupportPrice::Charged { plans, rates } => {
                let plans = plans.iter().map(|plan| self.plan_sentence(*plan));
                let rates = rates.iter().map(|rate| self.rate_sentence(*rate));
                plans.chain(rates).collect()
            }
        }
    }

    /// What a type of support costs, in a few words: "free", "free, or from 120 zł + 23% VAT".
    pub fn support_price_short(&self, price: &SupportPrice) -> String {
        let portal = self.portal();
        let SupportPrice::Charged { plans, rates } = price else {
            return self.word(if matches!(price, SupportPrice::Included) { "free" } else { "on_request" });
        };
        let free = plans.iter().any(|plan| matches!(portal.plans[*plan].price, PlanPrice::Free));
        let names: Vec<String> = plans.iter().map(|plan| self.plain(&portal.plans[*plan].name).to_owned()).collect();
        let least = rates.first().map(|rate| self.least_charge(&portal.rates[*rate], false));
        match (free, least) {
            (true, None) => self.word("free"),
            (true, Some(amount)) => self.say("price_free_or_from", &[("amount", &amount)]),
            (false, Some(amount)) if names.is_empty() => self.say("price_from", &[("amount", &amount)]),
            (false, Some(amount)) => {
                self.say("price_plans_or_from", &[("plans", &self.and(&names)), ("amount", &amount)])
            }
            (false, None) => self.say("price_plans", &[("plans", &self.and(&names))]),
        }
    }

    fn plan_sentence(&self, plan: Ref<Plan>) -> (String, String) {
        let plan = &self.portal().plans[plan];
        let price = self.plan_prices(plan).into_iter().next();
        let price = price
            .map(|p| [p.amount, p.tax, p.unit].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" "))
            .unwrap_or_default();
        (
            self.say("price_in_plan", &[("plan", self.plain(&plan.name)), ("price", &price)]),
            format!("#plan-{}", plan.id),
        )
    }

    fn rate_sentence(&self, rate: Ref<Rate>) -> (String, String) {
        let rate = &self.portal().rates[rate];
        let price = self.rate_prices(rate).into_iter().next();
        let price = price
            .map(|p| [p.amount, p.tax, p.unit].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" "))
            .unwrap_or_default();
        (
            self.say("price_at_rate", &[("rate", self.plain(&rate.name)), ("price", &price)]),
            format!("#rate-{}", rate.id),
        )
    }
}
