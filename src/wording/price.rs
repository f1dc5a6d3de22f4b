//! Prices as words and digits, net or gross always said.

use super::Wording;
use super::due::Frame;
use crate::locale::decimal;
use crate::model::Ref;
use crate::model::address::Country;
use crate::model::hours::{Hours, never_close};
use crate::model::money::{Amount, Period, PlanUnit, Price, Tax, Validity};
use crate::model::plan::{Extra, Plan, PlanPrice, Rate, RateUnit};
use crate::model::support_type::{SupportAudience, SupportPrice, SupportType};
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
        self.with_tax(&self.money(amount), tax)
    }

    /// An amount in words with its tax.
    pub fn with_tax(&self, amount: &str, tax: &Tax) -> String {
        let said = self.tax(tax);
        if tax.rate.numerator == 0 {
            self.join("comma", [&amount.to_owned(), &said])
        } else {
            format!("{amount} {said}")
        }
    }

    /// The prices of a plan: those of today first, then those to come.
    pub fn plan_prices(&self, plan: &Plan) -> Vec<PriceTag> {
        match &plan.price {
            PlanPrice::Free => vec![self.tag_of(&self.word("free"))],
            PlanPrice::OnRequest => vec![self.tag_of(&self.word("on_request"))],
            PlanPrice::Prices(prices) => {
                self.in_force(prices).into_iter().map(|price| self.price_tag(price, self.plan_unit(price))).collect()
            }
        }
    }

    /// A plan's prices with their conditions, in one line.
    pub fn plan_price_line(&self, plan: &Plan) -> String {
        self.lines(&self.plan_prices(plan))
    }

    fn tag_of(&self, words: &str) -> PriceTag {
        PriceTag {
            amount: super::capital(words),
            currency: String::new(),
            unit: String::new(),
            tax: String::new(),
            conditions: String::new(),
        }
    }

    /// The prices of a rate: those of today first, then those to come.
    pub fn rate_prices(&self, rate: &Rate) -> Vec<PriceTag> {
        let unit = self.rate_unit(rate.per);
        self.in_force(&rate.prices).into_iter().map(|price| self.price_tag(price, unit.clone())).collect()
    }

    /// Prices that hold today, then those to come; of each, first the ones for the partner's own country. All of them
    /// when none holds any more: the build has told of that.
    pub(super) fn in_force<'p>(&self, prices: &'p [Price]) -> Vec<&'p Price> {
        self.in_force_for(prices, &[self.portal().partner.country])
    }

    /// As [`Self::in_force`], those for some of `countries` first.
    pub(super) fn in_force_for<'p>(&self, prices: &'p [Price], countries: &[Country]) -> Vec<&'p Price> {
        let ahead = |price: &&Price| price.valid.until.is_none_or(|until| self.first_day() <= until);
        let mut kept: Vec<&Price> = prices.iter().filter(ahead).collect();
        if kept.is_empty() {
            kept = prices.iter().collect();
        }
        kept.sort_by_key(|price| (!price.valid.holds_on(self.first_day()), distance(price, countries)));
        kept
    }

    /// All prices, those for the partner's own country first.
    pub(super) fn by_distance<'p>(&self, prices: &'p [Price]) -> Vec<&'p Price> {
        let mut sorted: Vec<&Price> = prices.iter().collect();
        sorted.sort_by_key(|price| distance(price, &[self.portal().partner.country]));
        sorted
    }

    fn price_tag(&self, price: &Price, unit: String) -> PriceTag {
        let tax = self.tax(&price.tax);
        // "no VAT" is set apart by a comma, "+ 23% VAT" is not.
        let (tax, mut conditions) =
            if price.tax.rate.numerator == 0 { (String::new(), vec![tax]) } else { (tax, Vec::new()) };
        if let Some(least) = price.minimum_quantity.filter(|least| *least > 1) {
            conditions.push(self.count("at_least_units", least, &[]));
        }
        if !price.countries.is_empty() {
            conditions.push(self.say("in_countries", &[("countries", &self.countries(&price.countries))]));
        }
        conditions.extend(self.term_phrases(price.valid));
        PriceTag {
            amount: self.money(price.amount),
            unit,
            tax,
            currency: price.amount.currency.code().to_owned(),
            conditions: self.join("comma", &conditions),
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
        if let (Some(extra), Some(hours)) = (&rate.out_of_hours, self.outside_hours(rate)) {
            let hours = hours.map(|hours| self.hours_sentence(&self.portal().hours[hours]));
            let (key, how) = match &extra.charge {
                Extra::Multiplier(ratio) => {
                    ("rule_multiplier", decimal(&ratio.decimal()).map(|n| self.locale().number(&n)).unwrap_or_default())
                }
                Extra::Surcharge(amounts) => {
                    let prices = self.in_force(&rate.prices);
                    let said = amounts.iter().filter_map(|amount| {
                        let price = prices.iter().find(|price| price.amount.currency == amount.currency)?;
                        Some(self.money_with_tax(*amount, &price.tax))
                    });
                    ("rule_surcharge", self.join("semicolon", &said.collect::<Vec<_>>()))
                }
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
        rules.extend(self.validity(rate.valid));
        let mut rules: Vec<Phrase> = rules.iter().map(|rule| super::plain(rule)).collect();
        if let Some(waived) = &rate.waived_if {
            let said = self.phrase(waived);
            rules.push(Phrase { text: self.say("rule_waived", &[("when", &said.text)]), ..said });
        }
        rules
    }

    /// "Valid from 1 July 2026."
    pub fn validity(&self, valid: Validity) -> Option<String> {
        let from = valid.from.map(|from| self.date(from));
        let until = valid.until.map(|until| self.date(until));
        match (from, until) {
            (Some(from), Some(until)) => Some(self.say("valid_between", &[("from", &from), ("until", &until)])),
            (Some(from), None) => Some(self.say("valid_from", &[("date", &from)])),
            (None, Some(until)) => Some(self.say("valid_until", &[("date", &until)])),
            (None, None) => None,
        }
    }

    /// The hours outside of which a rate costs more: its own, or those of the support type that offers it. None when it
    /// costs no more, or when these hours never end.
    pub fn outside_hours(&self, rate: &Rate) -> Option<Option<Ref<Hours>>> {
        let portal = self.portal();
        let offers = |price: &SupportPrice| match price {
            SupportPrice::Charged { rates, .. } => rates.iter().any(|offered| portal.rates[*offered].id == rate.id),
            _ => false,
        };
        let offered = portal.support_types.iter().find(|support| offers(&support.price)).map(|support| support.hours);
        let hours = rate.out_of_hours.as_ref()?.hours.or(offered);
        let never_ends = hours.is_some_and(|hours| never_close(&portal.hours, hours));
        (!never_ends).then_some(hours)
    }

    /// What a type of support costs, a sentence each, with the anchor of the plan or rate on the pricing page.
    pub fn support_price(&self, support: &SupportType) -> Vec<(String, String)> {
        match &support.price {
            SupportPrice::Included if support.audience == SupportAudience::Resellers => {
                vec![(self.word("support_free_resellers"), String::new())]
            }
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
        match price {
            SupportPrice::Included => self.word("free"),
            SupportPrice::OnRequest => self.word("on_request"),
            SupportPrice::Charged { plans, rates } => self.least_sentence(plans, self.least_of(rates, false, &[])),
        }
    }

    /// Prices in one line, each with amount, unit, tax and conditions.
    fn lines(&self, tags: &[PriceTag]) -> String {
        let line = |tag: &PriceTag| {
            let parts = [&tag.amount, &tag.unit, &tag.tax].into_iter().map(String::as_str);
            let price = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            if tag.conditions.is_empty() { price } else { self.join("comma", [&price, &tag.conditions]) }
        };
        self.join("semicolon", &tags.iter().map(line).collect::<Vec<_>>())
    }

    fn plan_sentence(&self, plan: Ref<Plan>) -> (String, String) {
        let plan = &self.portal().plans[plan];
        let price = self.plan_price_line(plan);
        (
            self.say("price_in_plan", &[("plan", self.plain(&plan.name)), ("price", &price)]),
            format!("#plan-{}", plan.id),
        )
    }

    fn rate_sentence(&self, rate: Ref<Rate>) -> (String, String) {
        let rate = &self.portal().rates[rate];
        let price = self.lines(&self.rate_prices(rate));
        (
            self.say("price_at_rate", &[("rate", self.plain(&rate.name)), ("price", &price)]),
            format!("#rate-{}", rate.id),
        )
    }
}

/// How far the buyers of a price are: those of `countries`, those of every country, others.
fn distance(price: &Price, countries: &[Country]) -> u8 {
    match price.countries.iter().any(|country| countries.contains(country)) {
        true => 0,
        false if price.countries.is_empty() => 1,
        false => 2,
    }
}
