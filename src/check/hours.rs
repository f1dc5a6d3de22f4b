//! Hours that hold.

use jiff::civil::Date;

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::hours::Opening;

/// HRS-06: special days that are past change nothing, and a reader of the file takes them for those to come.
pub(super) fn check(report: &Report<'_>, today: Date) {
    for hours in report.site.portal().hours.iter() {
        let Opening::Weekly(weekly) = &hours.opening else { continue };
        let mut past = weekly.special.iter().filter(|day| day.last < today);
        let Some(first) = past.next() else { continue };
        let message = match past.count() {
            0 => format!("a special day of the hours `{}` is past: {}", hours.id, first.first),
            more => format!("{} special days of the hours `{}` are past, from {} on", more + 1, hours.id, first.first),
        };
        let problem = Diagnostic::warning(code::HRS_06, message).hint("delete them, and add those to come");
        report.tell(problem, &[&format!("[hours.{}]", hours.id), &first.first.to_string()]);
    }
}
