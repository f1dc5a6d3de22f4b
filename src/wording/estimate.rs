//! What work by the hour costs, worked out: examples in words, and a table.

use super::Wording;
use super::due::Frame;
use crate::model::money::Price;
use crate::model::plan::{Rate, RateUnit};
use crate::view::Phrase;
use crate::view::pricing::{Estimate, Estimator};

/// Lengths of work in the table, in minutes.
const LENGTHS: [u32; 3] = [20, 60, 120];

impl Wording<'_> {
    /// Worked examples of a rate by the hour: a short call, in hours and outside.
    pub fn rate_examples(&self, rate: &Rate) -> Vec<String> {
        let [minutes, ..] = LENGTHS;
        let Some(price) = self.first_price(rate) else { return Vec::new() };
        let counted = rate.counted_minutes(minutes);
        let differs = self.outside_hours(rate).is_some();
        let example = |outside: bool| {
            let slots = [
                ("minutes", minutes.to_string()),
                ("counted", self.minutes(Frame::Plain, counted)),
                ("charge", self.money_with_tax(rate.charge(price, minutes, outside), &price.tax)),
            ];
            let slots: Vec<(&str, &str)> = slots.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let key = match (outside, differs) {
                (true, _) => "example_outside",
                (false, true) => "example_inside",
                (false, false) => "example_plain",
            };
            // The name of a tax may end in a dot of its own.
            self.say(key, &slots).replace("..", ".")
        };
        let outside = differs.then(|| example(true));
        std::iter::once(example(false)).chain(outside).collect()
    }

    /// The price of a rate by the hour that holds today in the partner's own country, else the nearest one; none for
    /// other rates.
    pub fn first_price<'r>(&self, rate: &'r Rate) -> Option<&'r Price> {
        self.in_force(&rate.prices).first().copied().filter(|_| rate.per == RateUnit::Hour)
    }

    /// What some lengths of work cost at every rate by the hour; none when there is no such rate.
    pub fn estimator(&self) -> Option<Estimator> {
        let rates = self.portal().rates.iter().filter_map(|rate| Some((rate, self.first_price(rate)?)));
        let rates: Vec<(&Rate, &Price)> = rates.collect();
        let row = |rate: &Rate, price: &Price, when: Option<&str>, outside: bool| {
            let name = self.phrase(&rate.name);
            let label = match when {
                Some(when) => Phrase { text: self.join("comma", [&name.text, &self.word(when)]), ..name },
                None => name,
            };
            let charge = |minutes: &u32| self.money_with_tax(rate.charge(price, *minutes, outside), &price.tax);
            Estimate { label, charges: LENGTHS.iter().map(charge).collect() }
        };
        let rows = rates.iter().flat_map(|(rate, price)| match self.outside_hours(rate) {
            Some(_) => {
                vec![row(rate, price, Some("in_our_hours"), false), row(rate, price, Some("outside_our_hours"), true)]
            }
            None => vec![row(rate, price, None, false)],
        });
        let rows: Vec<Estimate> = rows.collect();
        (!rows.is_empty()).then(|| Estimator {
            lengths: LENGTHS.iter().map(|minutes| self.minutes(Frame::Plain, *minutes)).collect(),
            rows,
            rates: rates.iter().map(|(rate, _)| self.phrase(&rate.name)).collect(),
            differs: rates.iter().any(|(rate, _)| self.outside_hours(rate).is_some()),
        })
    }
}
