//! Public holidays by rule: what a country or one of its regions keeps, in any year, with names.
//!
//! A [`Calendar`] is a list of [`Rule`]s; [`Calendar::holidays`] works them out for one year, with the days that a law
//! puts in place of a holiday on a weekend. Nothing in here knows where the rules come from.

mod names;
mod observed;
mod when;

pub use names::Names;
pub use observed::{Observed, Shift};
pub use when::{Church, When};

use jiff::civil::{Date, Weekday};
use std::sync::Arc;

/// The public holidays of one country or region.
#[derive(Clone, Debug)]
pub struct Calendar {
    code: String,
    area: String,
    verified: Date,
    rules: Vec<Rule>,
}

/// One holiday as the law describes it.
#[derive(Clone, Debug)]
pub struct Rule {
    /// On which day of the year.
    pub when: When,
    /// The first year in which it is kept, where that matters.
    pub from: Option<i16>,
    /// The last year in which it is kept.
    pub until: Option<i16>,
    /// Years in which it is not kept, or on another day that has a rule of its own.
    pub except: Vec<i16>,
    /// Kept only when it falls on one of these days of the week; none means on any.
    pub weekdays: Vec<Weekday>,
    /// What it is called.
    pub names: Arc<Names>,
    /// What the law does when it falls on a weekend.
    pub observed: Option<Observed>,
}

/// One day of one year on which a calendar rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// What it is called; two holidays on one day share it.
    pub names: Arc<Names>,
    /// Whether it stands in for a holiday on a weekend.
    pub substitute: bool,
}

impl Holiday {
    /// The name in `language`, or in the nearest language that has one, with the tag of that language.
    pub fn name(&self, language: &str) -> (&str, &str) {
        self.names.get(language)
    }
}

impl Rule {
    /// The days of `year` on which the law itself puts this holiday.
    fn days(&self, year: i16) -> impl Iterator<Item = Date> {
        let kept = self.from.is_none_or(|from| from <= year)
            && self.until.is_none_or(|until| year <= until)
            && !self.except.contains(&year);
        let days = if kept { self.when.days(year) } else { Vec::new() };
        days.into_iter().filter(|day| self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()))
    }

    /// The rule for a day in place of `date`, when the law gives one.
    fn shift(&self, date: Date) -> Option<&Observed> {
        self.observed.as_ref().filter(|observed| observed.shift.applies(date))
    }
}

impl Calendar {
    /// The calendar `code` (`PL`, `DE-BY`) of `area`, which somebody compared with the law on `verified`.
    pub fn new(code: impl Into<String>, area: impl Into<String>, verified: Date, rules: Vec<Rule>) -> Self {
        Self { code: code.into(), area: area.into(), verified, rules }
    }

    /// The code, as written in `observes`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The country or region in its own language.
    pub fn area(&self) -> &str {
        &self.area
    }

    /// The day on which somebody last compared the rules with the law.
    pub fn verified(&self) -> Date {
        self.verified
    }

    /// The rules, the country's own included in those of a region.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The holidays of `year` in order, one for each day, with substitute days.
    pub fn holidays(&self, year: i16) -> Vec<Holiday> {
        let mut found = Vec::with_capacity(3 * self.rules.len());
        // A substitute can stand in the year before or after: 1 January 2028 is observed on 31 December 2027 in the US.
        for year in [year.checked_sub(1), Some(year), year.checked_add(1)].into_iter().flatten() {
            self.keep(year, &mut found);
        }
        found.retain(|holiday| holiday.date.year() == year);
        found.sort_by_key(|holiday| holiday.date);
        found.dedup_by(|next, first| {
            let same = next.date == first.date;
            if same {
                first.join(next);
            }
            same
        });
        found
    }

    /// Adds the holidays that the rules put in `year`, and their substitutes.
    fn keep(&self, year: i16, found: &mut Vec<Holiday>) {
        let mut days: Vec<(Date, &Rule)> =
            self.rules.iter().flat_map(|rule| rule.days(year).map(move |day| (day, rule))).collect();
        days.sort_by_key(|(date, _)| *date);
        // Holidays that stay come first, because a substitute goes to the next day that none of them has taken.
        let start = found.len();
        for (date, rule) in &days {
            if !rule.shift(*date).is_some_and(|observed| observed.moves) {
                found.push(Holiday { date: *date, names: Arc::clone(&rule.names), substitute: false });
            }
        }
        for (date, rule) in days {
            let Some(observed) = rule.shift(date) else { continue };
            let free = |day: Date| !found[start..].iter().any(|holiday| holiday.date == day);
            if let Some(date) = observed.shift.target(date, free) {
                let names = Arc::clone(if observed.moves { &rule.names } else { &observed.names });
                found.push(Holiday { date, names, substitute: !observed.moves });
            }
        }
    }
}

impl Holiday {
    /// Takes in another holiday of the same day.
    fn join(&mut self, other: &Self) {
        self.substitute &= other.substitute;
        if self.names != other.names {
            self.names = Arc::new(self.names.join(&other.names));
        }
    }
}

#[cfg(test)]
mod tests;
