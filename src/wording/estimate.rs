//! What work by the hour costs, worked out: examples in words, and a table.

use super::Wording;
use super::due::Frame;
use crate::model::money::{Price, Validity};
use crate::model::plan::{Rate, RateUnit};
use crate::view::Phrase;
use crate::view::pricing::{Estimate, Estimator};

/// Lengths of work in the table, in minutes.
const LENGTHS: [u32; 3] = [20, 60, 120];

impl Wording<'_> {
    /// Worked examples of a rate by the hour: a short call, in hours and outside.
    pub fn rate_examples(&self, rate: &Rate) -> Vec<String> {
        let [minutes, ..] = LENGTHS;
        let course = self.hourly_course(rate);
        let Some((term, price)) = course.first() else { return Vec::new() };
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
        std::iter::once(example(false)).chain(outside).chain(self.term_sentence(*term)).collect()
    }

    /// The prices of a rate by the hour that count one after the other; none for other rates.
    pub fn hourly_course<'r>(&self, rate: &'r Rate) -> Vec<(Validity, &'r Price)> {
        if rate.per == RateUnit::Hour { self.course(rate) } else { Vec::new() }
    }

    /// What some lengths of work cost at every rate by the hour; none when there is no such rate.
    pub fn estimator(&self) -> Option<Estimator> {
        let rates: Vec<&Rate> =
            self.portal().rates.iter().filter(|rate| !self.hourly_course(rate).is_empty()).collect();
        let rows: Vec<Estimate> = rates.iter().flat_map(|rate| self.estimates(rate)).collect();
        (!rows.is_empty()).then(|| Estimator {
            lengths: LENGTHS.iter().map(|minutes| self.minutes(Frame::Plain, *minutes)).collect(),
            rows,
            rates: rates.iter().map(|rate| self.phrase(&rate.name)).collect(),
            differs: rates.iter().any(|rate| self.outside_hours(rate).is_some()),
        })
    }

    /// The rows of a rate: one for each of its prices, two where it costs more outside hours.
    fn estimates(&self, rate: &Rate) -> Vec<Estimate> {
        let row = |term: Validity, price: &Price, when: Option<&str>, outside: bool| {
            let name = self.phrase(&rate.name);
            let said = when.map(|when| self.word(when)).into_iter().chain(self.term_phrases(term));
            let label: Vec<String> = std::iter::once(name.text.clone()).chain(said).collect();
            let charge = |minutes: &u32| self.money_with_tax(rate.charge(price, *minutes, outside), &price.tax);
            Estimate {
                label: Phrase { text: self.join("comma", &label), ..name },
                charges: LENGTHS.iter().map(charge).collect(),
            }
        };
        let differs = self.outside_hours(rate).is_some();
        let rows = self.hourly_course(rate).into_iter().flat_map(|(term, price)| match differs {
            true => {
                vec![row(term, price, Some("in_our_hours"), false), row(term, price, Some("outside_our_hours"), true)]
            }
            false => vec![row(term, price, None, false)],
        });
        rows.collect()
    }
}
