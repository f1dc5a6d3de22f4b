//! `weekly`: days, runs of days, and their opening intervals.

use jiff::civil::Weekday;

use super::super::entry::{Entry, Value};
use crate::diagnostic::code;
use crate::diagnostic::guess::nearest;
use crate::model::hours::{Interval, Week, WeekProblem, day};

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The opening intervals of each day.
pub(super) fn week(days: &Entry<'_>) -> Option<Week> {
    let mut week: [Option<Vec<Interval>>; 7] = Default::default();
    let mut good = true;
    let names: Vec<&str> = days.pairs().map(|(name, ..)| name).collect();
    for (name, span, value) in days.pairs() {
        let Some(range) = day_range(name) else {
            let fix = plain_days(name).filter(|days| day_range(days).is_some() && !names.contains(&days.as_str()));
            days.scope.correct(
                code::HRS_02,
                span,
                format!("`{name}` is neither a day nor a run of days"),
                day_hint(name),
                fix,
            );
            good = false;
            continue;
        };
        let Some(open) = intervals(&value, name) else {
            good = false;
            continue;
        };
        for index in range {
            match week.get_mut(index) {
                Some(slot @ None) => *slot = Some(open.clone()),
                _ => {
                    days.scope.error(
                        code::HRS_02,
                        span.clone(),
                        format!("`{name}` names a day that has hours already"),
                        "give each day once",
                    );
                    good = false;
                }
            }
        }
    }
    let week = Week::new(week.map(Option::unwrap_or_default));
    match week {
        Ok(week) => good.then_some(week),
        Err((weekday, problem)) => {
            days.scope.error(
                code::HRS_02,
                days.header(),
                format!("the night before runs into the morning of {weekday:?}: {}", describe(&problem)),
                "let the night end before the morning begins",
            );
            None
        }
    }
}

/// The places of a day, or of a run of days that may wrap over Sunday.
fn day_range(name: &str) -> Option<Vec<usize>> {
    let index = |day: &str| NAMES.iter().position(|n| *n == day);
    match name.split_once('-') {
        None => Some(vec![index(name)?]),
        Some((first, last)) => {
            let (first, last) = (index(first)?, index(last)?);
            let length = (last + 7 - first) % 7 + 1;
            (length > 1).then(|| (first..first + length).map(|i| i % 7).collect())
        }
    }
}

/// The same days in the usual form: `Monday` and `Mon–Fri`, but no word that is only near one.
fn plain_days(name: &str) -> Option<String> {
    each_day(name, plain_day)
}

/// The day or run that is probably meant: `Monday` and `mon–fri` are clear, `mno-fri` is near.
fn day_hint(name: &str) -> String {
    let days = each_day(name, |word| plain_day(word).or_else(|| nearest(word, NAMES.iter().copied())));
    match days.filter(|days| day_range(days).is_some()) {
        Some(days) => format!("did you mean `{days}`?"),
        None => "write mon, tue, wed, thu, fri, sat, sun, or a run such as mon-fri".to_owned(),
    }
}

/// A day, or a run of days, with each word as `day` has it; none where it has none.
fn each_day<'d>(name: &str, day: impl Fn(&str) -> Option<&'d str>) -> Option<String> {
    let plain = name.to_lowercase().replace(['–', '—', '‑', '−'], "-");
    plain.split('-').map(|word| day(word.trim())).collect::<Option<Vec<_>>>().map(|days| days.join("-"))
}

/// The day of its own name or of a longer one: `mon`, `monday`.
fn plain_day(word: &str) -> Option<&'static str> {
    let is_longer = |day: &str| word.len() > 3 && word.ends_with("day") && word.starts_with(day);
    NAMES.into_iter().find(|day| *day == word || is_longer(day))
}

/// The intervals of a day: a list of `08:00-17:00`, or the whole day. None when one is wrong.
pub(super) fn intervals(value: &Value<'_>, what: &str) -> Option<Vec<Interval>> {
    if value.string() == Some("always") {
        return Some(Week::always().day(Weekday::Monday).to_vec());
    }
    if value.value.get_ref().as_array().is_none() {
        value.scope.error(
            code::KEY_02,
            value.span(),
            format!("`{what}` is a list of times"),
            format!("write {what} = [\"08:00-17:00\"], or {what} = [] for closed"),
        );
        return None;
    }
    let mut good = true;
    let mut found = Vec::new();
    for item in value.items() {
        match item.string().map(|text| (text, Interval::parse(text))) {
            Some((_, Ok(interval))) => {
                if interval.length() > 16 * 60 && interval.end() > 24 * 60 {
                    item.scope.warn(
                        code::HRS_03,
                        item.span(),
                        format!("`{}` lasts {} hours, over midnight", interval.written(), interval.length() / 60),
                        "check both times: the end is on the next day",
                    );
                }
                found.push(interval);
            }
            Some((text, Err(problem))) => {
                let hint = match &problem {
                    WeekProblem::WriteLike(usual) => format!("write \"{usual}\""),
                    _ => "write two times of the 24-hour clock with a hyphen: \"08:00-17:00\"".to_owned(),
                };
                let fix = match &problem {
                    WeekProblem::WriteLike(usual) => Some(format!("\"{usual}\"")),
                    _ => None,
                };
                item.scope.correct(code::HRS_02, item.span(), format!("`{text}`: {}", describe(&problem)), hint, fix);
                good = false;
            }
            None => {
                item.scope.error(
                    code::HRS_02,
                    item.span(),
                    "a time of opening stands in quotes",
                    "write \"08:00-17:00\"",
                );
                good = false;
            }
        }
    }
    match day(found) {
        Ok(found) => good.then_some(found),
        Err(problem) => {
            value.scope.error(
                code::HRS_02,
                value.span(),
                describe(&problem),
                "let one interval end before the next begins",
            );
            None
        }
    }
}

fn describe(problem: &WeekProblem) -> String {
    match problem {
        WeekProblem::NotAnInterval => "this is not a time of opening".to_owned(),
        WeekProblem::NoSuchTime(time) => format!("there is no time {time}"),
        WeekProblem::WriteLike(_) => "the times are not written with colons and one hyphen".to_owned(),
        WeekProblem::Overlap(a, b) => format!("{a} and {b} overlap"),
    }
}
