//! Dates on which a desk keeps other hours, with the reason.

use jiff::Span;
use jiff::civil::Date;

use super::{Wording, plain};
use crate::model::hours::{DayPlan, HORIZON_DAYS, Weekly, Why, date_in};
use crate::view::Phrase;
use crate::view::desk::SpecialDate;

impl Wording<'_> {
    /// The last date of a desk that begins within the horizon; that ends at midnight in UTC.
    fn last_date(&self, weekly: &Weekly) -> Date {
        self.today.checked_add(Span::new().days(HORIZON_DAYS)).map_or(Date::MAX, |end| date_in(&weekly.zone, end))
    }

    /// The dates ahead on which the hours of a desk differ from its week.
    pub(super) fn special_dates(&self, weekly: &Weekly) -> Vec<SpecialDate> {
        let (first, last) = (date_in(&weekly.zone, self.today), self.last_date(weekly));
        let days = weekly.days(first, last);
        let mut dates: Vec<(Date, Date, SpecialDate)> = Vec::new();
        for (date, plan) in days.exceptions(first, last) {
            let entry = self.special_date(date, &plan);
            match dates.last_mut() {
                Some((_, until, earlier)) if runs_on(*until, date, weekly, earlier, &entry) => *until = date,
                _ => dates.push((date, date, entry)),
            }
        }
        let said = dates.into_iter().map(|(first, last, entry)| {
            let label = if first == last {
                self.locale().date_with_weekday(first)
            } else {
                self.say("date_range", &[("first", &self.locale().day_month(first)), ("last", &self.date(last))])
            };
            SpecialDate { label, ..entry }
        });
        said.collect()
    }

    /// The hours of a date that differ from the week, and why.
    pub fn special_date(&self, date: Date, plan: &DayPlan<'_>) -> SpecialDate {
        let reason = match &plan.why {
            Why::Special(day) => day.reason.as_ref().map(|reason| self.phrase(reason)).unwrap_or_default(),
            Why::Holiday(holiday) => {
                let tag = self.locale().tag().as_str();
                let (name, lang) = holiday.name(tag);
                if tag.split('-').next() == lang.split('-').next() {
                    plain(name)
                } else {
                    Phrase { lang: Some(lang.to_owned()), ..plain(name) }
                }
            }
            Why::Ordinary => Phrase::default(),
        };
        let hours = if plan.open.is_empty() { self.word("closed") } else { self.times(plan.open) };
        SpecialDate { date: date.to_string(), label: String::new(), hours, closed: plan.open.is_empty(), reason }
    }
}

/// Whether a date goes on with the run before it: all days between are closed anyway, and the reason is the same or absent.
fn runs_on(until: Date, date: Date, weekly: &Weekly, earlier: &SpecialDate, entry: &SpecialDate) -> bool {
    let same = earlier.hours == entry.hours && earlier.reason == entry.reason;
    let mut between = until.series(Span::new().days(1)).skip(1).take_while(|day| *day < date);
    same && between.all(|day| entry.closed && weekly.week.day(day.weekday()).is_empty())
}
