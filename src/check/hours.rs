//! Hours that hold.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::{Report, days};
use crate::config::Level;
use crate::diagnostic::{Diagnostic, code};
use crate::model::hours::{self, Hours, HoursKind, OpenSpan, Opening, Why};
use crate::model::support_type::{SupportPrice, SupportType};
use crate::model::{Ref, Text};

/// How far hours are compared: four weeks hold every weekday and most of what is special.
const COMPARED: i64 = 28;

/// Within so many days hours may not end, or nothing is told for long.
const AHEAD: i32 = 60;

/// Within so many days customers plan around a holiday.
const SOON: i64 = 14;

/// Nobody plans special days for longer than two years.
const FAR: i32 = 2 * 366;

pub(super) fn check(report: &Report<'_>) {
    past_days(report);
    far_days(report);
    last_openings(report);
    unattended(report);
    claims(report);
    owed(report);
    holidays(report);
}

/// HRS-06: special days that are past change nothing, and a reader of the file takes them for those to come.
fn past_days(report: &Report<'_>) {
    for hours in report.portal().hours.iter() {
        let Opening::Weekly(weekly) = &hours.opening else { continue };
        let mut past = weekly.special.iter().filter(|day| day.last < report.today());
        let Some(first) = past.next() else { continue };
        let message = match past.count() {
            0 => format!("a special day of the hours `{}` is past: {}", hours.id, first.first),
            more => format!("{} special days of the hours `{}` are past, from {} on", more + 1, hours.id, first.first),
        };
        let problem = Diagnostic::warning(code::HRS_06, message).hint("delete them, and add those to come");
        report.tell(problem, &[&format!("[hours.{}]", hours.id), &first.first.to_string()]);
    }
}

/// HRS-06: a special day of a far year is nearly always a slip of the pen, and nothing tells of it before it comes near.
fn far_days(report: &Report<'_>) {
    for hours in report.portal().hours.iter() {
        let Opening::Weekly(weekly) = &hours.opening else { continue };
        let far = weekly.special.iter().find(|day| days(report.today(), day.first) > FAR);
        if let Some(day) = far {
            let message = format!("a special day of the hours `{}` is years away: {}", hours.id, day.first);
            let problem = Diagnostic::warning(code::HRS_06, message);
            report.tell(
                problem.hint("correct the year; the portal tells the days of the next 400"),
                &[&format!("[hours.{}]", hours.id), &day.first.to_string()],
            );
        }
    }
}

/// HRS-08: hours of single days only end with the last of them.
fn last_openings(report: &Report<'_>) {
    for hours in report.portal().hours.iter() {
        let Opening::Weekly(weekly) = &hours.opening else { continue };
        let last = weekly.special.iter().filter(|day| !day.open.is_empty()).map(|day| day.last).max();
        let Some(last) = last.filter(|_| weekly.week.is_never()) else { continue };
        if (0..AHEAD).contains(&days(report.today(), last)) {
            let message = format!("the hours `{}` open for the last time on {last}", hours.id);
            let problem = Diagnostic::warning(code::HRS_08, message);
            report.tell(
                problem.hint("add the days that follow, or the ordinary week"),
                &[&format!("[hours.{}]", hours.id), "special"],
            );
        }
    }
}

/// HRS-04: nobody is promised an answer at a time when no support of that kind is given.
fn unattended(report: &Report<'_>) {
    let portal = report.portal();
    for (method, contact) in portal.contact_methods.refs() {
        let staffed = |hours: &Ref<Hours>| portal.hours[*hours].kind == HoursKind::Staffed;
        let Some(own) = contact.hours.filter(staffed).filter(|_| !contact.emergency) else { continue };
        let types = portal.support_types.iter().filter(|support| support.contact_methods.contains(&method));
        if let Some(span) = outside(report, own, types) {
            let when = span.start.strftime("%A %Y-%m-%d %H:%M UTC");
            let message =
                format!("`{}` is answered when none of its types of support is given, such as {when}", contact.id);
            report.tell_item(
                Diagnostic::warning(code::HRS_04, message).hint("give both the same hours, or delete those of one"),
                "contact_methods",
                &contact.id,
                "hours",
            );
        }
    }
    for (plan, offered) in portal.plans.refs() {
        let includes = |support: &&SupportType| matches!(&support.price, SupportPrice::Charged { plans, .. } if plans.contains(&plan));
        let Some(own) = offered.hours else { continue };
        if let Some(span) = outside(report, own, portal.support_types.iter().filter(includes)) {
            let when = span.start.strftime("%A %Y-%m-%d %H:%M UTC");
            let message =
                format!("the plan `{}` promises hours in which no support of it is given, such as {when}", offered.id);
            report.tell_item(
                Diagnostic::warning(code::HRS_04, message)
                    .hint("write hours that the types of support of this plan have, or give these as on_call"),
                "plans",
                &offered.id,
                "hours",
            );
        }
    }
}

/// The first span of `own` hours in which none of the `types` is given; none without types.
fn outside<'t>(report: &Report<'_>, own: Ref<Hours>, types: impl Iterator<Item = &'t SupportType>) -> Option<OpenSpan> {
    let all = &report.portal().hours;
    let given: Vec<Ref<Hours>> = types.map(|support| support.hours).collect();
    if given.is_empty() || given.contains(&own) {
        return None;
    }
    let (from, until) = (midnight(report.today(), 0)?, midnight(report.today(), COMPARED)?);
    let given = hours::expand_any(all, &given, from, until);
    let covered = |span: &OpenSpan| given.iter().any(|open| open.start <= span.start && span.end <= open.end);
    hours::expand(all, own, from, until).into_iter().find(|span| !covered(span))
}

fn midnight(day: Date, later: i64) -> Option<Timestamp> {
    let day = day.checked_add(Span::new().days(later)).ok()?;
    day.to_zoned(TimeZone::UTC).ok().map(|midnight| midnight.timestamp())
}

/// HRS-07: who says "24/7" is there day and night.
fn claims(report: &Report<'_>) {
    let portal = report.portal();
    let open: Vec<bool> = portal.hours.refs().map(|(hours, _)| is_always(report, hours)).collect();
    let always = |hours: Ref<Hours>| open.get(hours.index()).copied().unwrap_or_default();
    for (own, hours) in portal.hours.refs() {
        if !always(own) {
            claimed(report, hours.name.iter(), &format!("[hours.{}]", hours.id), "name");
        }
    }
    for method in portal.contact_methods.iter() {
        if method.hours.is_some_and(|hours| !always(hours)) {
            let texts = method.name.iter().chain(&method.note);
            claimed(report, texts, "[[contact_methods]]", &format!("\"{}\"", method.id));
        }
    }
    for support in portal.support_types.iter() {
        let methods = support.contact_methods.iter().filter_map(|method| portal.contact_methods[*method].hours);
        if !methods.chain([support.hours]).any(always) {
            let texts = std::iter::once(&support.name).chain(&support.description);
            claimed(report, texts, "[[support_types]]", &format!("\"{}\"", support.id));
        }
    }
    for plan in portal.plans.iter() {
        let own = plan.hours.into_iter().chain(plan.on_call.as_ref().map(|on_call| on_call.hours));
        let own: Vec<Ref<Hours>> = own.collect();
        if !own.is_empty() && !own.into_iter().any(always) {
            let texts = std::iter::once(&plan.name).chain(&plan.summary).chain(&plan.includes);
            claimed(report, texts, "[[plans]]", &format!("\"{}\"", plan.id));
        }
    }
}

fn is_always(report: &Report<'_>, hours: Ref<Hours>) -> bool {
    let (Some(from), Some(until)) = (midnight(report.today(), 0), midnight(report.today(), COMPARED)) else {
        return false;
    };
    hours::expand(&report.portal().hours, hours, from, until) == [OpenSpan { start: from, end: until }]
}

fn claimed<'t>(report: &Report<'_>, texts: impl Iterator<Item = &'t Text>, list: &str, item: &str) {
    const CLAIMS: [&str; 5] = ["24/7", "24x7", "24×7", "7x24", "7×24"];
    for text in texts {
        let claim = report.said(text).find_map(|said| CLAIMS.into_iter().find(|claim| said.contains(claim)));
        if let Some(claim) = claim {
            let message = format!("the text says {claim}, and its hours are not day and night");
            let problem = Diagnostic::error(code::HRS_07, message)
                .hint("say when you answer, or name hours with weekly = \"always\"");
            report.tell(problem, &[list, item, claim]);
        }
    }
}

/// CSP-20: who owes support for day and night gives it. Asked only where `[checks]` names the rule.
fn owed(report: &Report<'_>) {
    let portal = report.portal();
    let is_asked = matches!(report.site.config.levels.get(&code::CSP_20), Some(Level::Error | Level::Warn));
    let methods = portal.contact_methods.iter().filter_map(|method| method.hours);
    let on_call = portal.plans.iter().filter_map(|plan| Some(plan.on_call.as_ref()?.hours));
    if is_asked && !methods.chain(on_call).any(|hours| is_always(report, hours)) {
        let message = "your contract asks for support day and night, and nobody answers at every hour";
        let hint = "name hours with weekly = \"always\" for a contact method, or in the on_call of a plan";
        report.tell(Diagnostic::error(code::CSP_20, message).hint(hint), &["CSP-20"]);
    }
}

/// HRS-09: before a holiday somebody should be there for what cannot wait.
fn holidays(report: &Report<'_>) {
    let portal = report.portal();
    let used = |own: Ref<Hours>| portal.support_types.iter().any(|support| support.hours == own);
    let reachable = portal
        .contact_methods
        .iter()
        .any(|method| method.emergency || method.hours.is_some_and(|hours| is_always(report, hours)));
    if reachable {
        return;
    }
    let Ok(last) = report.today().checked_add(Span::new().days(SOON)) else { return };
    for (own, hours) in portal.hours.refs() {
        let Opening::Weekly(weekly) = &hours.opening else { continue };
        let planned = weekly.days(report.today(), last);
        let closed = planned.exceptions(report.today(), last);
        let first = closed.into_iter().find_map(|(date, plan)| match plan.why {
            Why::Holiday(holiday) if used(own) => Some((date, holiday.name("en").0.to_owned())),
            _ => None,
        });
        if let Some((date, name)) = first {
            let message =
                format!("on {date} ({name}) the hours `{}` are closed, and nobody answers in an emergency", hours.id);
            let problem = Diagnostic::notice(code::HRS_09, message);
            report.tell(
                problem.hint("name an emergency contact method, or give the day a reason under `special`"),
                &[&format!("[hours.{}]", hours.id)],
            );
        }
    }
}
