//! How long a price holds, and which one comes after it.

use jiff::civil::Date;

use super::Wording;
use crate::model::money::{Price, Validity};
use crate::model::plan::Rate;

impl Wording<'_> {
    /// The days on which a price of a rate holds: its own, else those of the rate, else those of all prices.
    pub fn term(&self, rate: &Rate, price: &Price) -> Validity {
        price.valid.within(rate.valid).within(self.portal().pricing.valid)
    }

    /// The prices of a rate that count one after the other, from today on: of each time the one that is nearest to the
    /// partner's own country, in the currency of today. At least one.
    pub fn course<'r>(&self, rate: &'r Rate) -> Vec<(Validity, &'r Price)> {
        let Some(first) = self.in_force(&rate.prices).first().copied() else { return Vec::new() };
        let rivals: Vec<(Validity, &Price)> = self
            .by_distance(&rate.prices)
            .into_iter()
            .filter(|price| price.amount.currency == first.amount.currency)
            .map(|price| (self.term(rate, price), price))
            .collect();
        let mut course: Vec<(Validity, &Price)> = Vec::new();
        for (from, until) in self.stretches(&rivals) {
            let Some((_, price)) = rivals.iter().find(|(term, _)| term.holds_on(from)) else { continue };
            match course.last_mut() {
                Some((term, last))
                    if *last == *price && term.until.and_then(|day| day.tomorrow().ok()) == Some(from) =>
                {
                    term.until = until;
                }
                _ => {
                    course.push((Validity { from: Some(from).filter(|from| self.first_day() < *from), until }, *price))
                }
            }
        }
        if course.is_empty() {
            // None holds any more: the build has told of that.
            course.push((self.term(rate, first), first));
        }
        course
    }

    /// The time from today on, cut where a price begins or ends: first and last days.
    fn stretches(&self, prices: &[(Validity, &Price)]) -> Vec<(Date, Option<Date>)> {
        let begins = prices.iter().filter_map(|(term, _)| term.from);
        let after = prices.iter().filter_map(|(term, _)| term.until?.tomorrow().ok());
        let mut days: Vec<Date> =
            begins.chain(after).filter(|day| self.first_day() < *day).chain([self.first_day()]).collect();
        days.sort_unstable();
        days.dedup();
        let lasts = days.iter().skip(1).map(|day| day.yesterday().ok()).chain([None]);
        days.iter().copied().zip(lasts).collect()
    }

    /// "until 31 December 2026", "from 1 January 2027": what a reader of today has to know; may be empty.
    pub fn term_phrases(&self, term: Validity) -> Vec<String> {
        let from = term.from.filter(|from| self.first_day() < *from);
        let from = from.map(|from| self.say("from_date", &[("date", &self.date(from))]));
        let until = term.until.map(|until| self.say("until_date", &[("date", &self.date(until))]));
        from.into_iter().chain(until).collect()
    }

    /// Until when all prices hold, for pages that name some of them; empty when that is not known.
    pub fn end_of_prices(&self) -> String {
        let valid = self.portal().pricing.valid;
        let ends = self.portal().charges() && valid.until.is_some();
        ends.then(|| self.validity(valid)).flatten().unwrap_or_default()
    }

    /// A term as a sentence of its own.
    pub(super) fn term_sentence(&self, term: Validity) -> Option<String> {
        self.validity(Validity { from: term.from.filter(|from| self.first_day() < *from), ..term })
    }
}
