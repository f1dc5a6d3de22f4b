//! `closures.ics`: a whole-day event for each date on which a desk is closed or open for a shorter time than usual.

use super::event::{Event, Moment};
use super::{CLOSURES, Calendar};
use crate::export::facts::Facts;
use crate::model::LanguageId;
use crate::model::hours::{DayPlan, Hours, Opening};
use crate::site::PageKind;
use jiff::civil::Date;

/// The closed and short days of all desks within the horizon.
pub(in crate::export) fn closures(facts: &Facts<'_>) -> Vec<u8> {
    let mut calendar = Calendar::begin(facts, CLOSURES, "calendar_closures");
    for (_, desk) in facts.desks() {
        let Opening::Weekly(weekly) = &desk.opening else { continue };
        let (first, last) = facts.days(&weekly.zone);
        let days = weekly.days(first, last);
        for (date, plan) in days.exceptions(first, last) {
            if plan.is_shorter_than(weekly.week.day(date.weekday())) {
                calendar.add(&closure(facts, desk, date, &plan));
            }
        }
    }
    calendar.end()
}

fn closure(facts: &Facts<'_>, desk: &Hours, date: Date, plan: &DayPlan<'_>) -> Event {
    let wording = facts.wording(LanguageId::DEFAULT);
    let said = wording.special_date(date, plan);
    let (name, reason) = (wording.desk_name(desk).text, said.reason.text);
    let sentence = if reason.is_empty() { "calendar_closure" } else { "calendar_closure_reason" };
    Event {
        uid: facts.unique(&format!("closure.{}.{date}", desk.id)),
        sequence: facts.revision(),
        start: Moment::Day(date),
        end: Moment::Day(date.tomorrow().unwrap_or(date)),
        rule: None,
        except: Vec::new(),
        summary: wording.say(sentence, &[("desk", &name), ("hours", &said.hours), ("reason", &reason)]),
        description: String::new(),
        url: facts.site.address(PageKind::Contact, LanguageId::DEFAULT).absolute(facts.portal()),
        status: "CONFIRMED",
    }
}
