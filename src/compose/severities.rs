//! Severities and by when somebody answers.

use crate::model::Ref;
use crate::model::plan::Plan;
use crate::site::PageKind;
use crate::view::pricing::{Severity, Target};
use crate::view::{Link, Phrase};
use crate::wording::{Frame, Wording, plain};

/// The model's own types of the names that views have too.
mod model {
    pub(super) use crate::model::severity::{Due, Severity};
}

/// Severities, and the plans that their targets are for.
pub(super) struct Severities {
    /// Gravest first.
    pub rows: Vec<Severity>,
    /// The plans with targets, in the order of `Severity::targets`.
    pub plans: Vec<Phrase>,
}

/// All severities.
pub(super) fn of(wording: &Wording<'_>) -> Severities {
    let plans = target_plans(wording);
    let numbered = (1u8..=u8::MAX).zip(wording.portal().severities.iter());
    Severities {
        rows: numbered.map(|(level, severity)| self::severity(wording, level, severity, &plans)).collect(),
        plans: plans.iter().map(|plan| plan_name(wording, *plan)).collect(),
    }
}

/// Those for which an answer is promised.
pub(super) fn answers(wording: &Wording<'_>) -> Severities {
    let mut all = of(wording);
    all.rows.retain(|severity| severity.targets.iter().any(|target| !target.first_response.is_empty()));
    all
}

/// The plans that some severity has a target for; none stands for everyone.
fn target_plans(wording: &Wording<'_>) -> Vec<Option<Ref<Plan>>> {
    let mut plans: Vec<Option<Ref<Plan>>> = Vec::new();
    for target in wording.portal().severities.iter().flat_map(|severity| &severity.targets) {
        if !plans.contains(&target.plan) {
            plans.push(target.plan);
        }
    }
    plans.sort_by_key(|plan| plan.map(Ref::index));
    plans
}

fn plan_name(wording: &Wording<'_>, plan: Option<Ref<Plan>>) -> Phrase {
    plan.map_or_else(|| plain(&wording.word("every_plan")), |plan| wording.phrase(&wording.portal().plans[plan].name))
}

fn severity(wording: &Wording<'_>, level: u8, severity: &model::Severity, plans: &[Option<Ref<Plan>>]) -> Severity {
    let contact = wording.href(PageKind::Contact);
    let methods = severity.contact_methods.iter().map(|method| {
        let method = &wording.portal().contact_methods[*method];
        let label = wording.method_name(method);
        Link { label, href: format!("{contact}#method-{}", method.id), ..Link::default() }
    });
    let target = |plan: &Option<Ref<Plan>>| {
        let found = severity.targets.iter().find(|target| target.plan == *plan);
        found.map(|target| {
            let say =
                |frame: Frame, due: Option<model::Due>| due.map(|due| wording.due(frame, due)).unwrap_or_default();
            let clock = target.first_response.or(target.resolution).or(target.update_every);
            Target {
                first_response: say(Frame::Within, target.first_response),
                first_response_due: target.first_response.map(rule).unwrap_or_default(),
                update_every: say(Frame::Every, target.update_every),
                resolution: say(Frame::Within, target.resolution),
                resolution_due: target.resolution.map(rule).unwrap_or_default(),
                clock: clock.map(|due| wording.clock_of(due)).unwrap_or_default(),
            }
        })
    };
    Severity {
        id: severity.id.clone(),
        level,
        name: wording.phrase(&severity.name),
        definition: severity.definition.as_ref().map(|text| wording.phrase(text)),
        examples: severity.examples.iter().map(|text| wording.phrase(text)).collect(),
        methods: methods.collect(),
        targets: plans.iter().map(|plan| target(plan).unwrap_or_default()).collect(),
    }
}

/// A promise as the script of promises reads it: "elapsed 240", "open 240 0", "days 2 0", the last number being the desk.
pub(super) fn rule(due: model::Due) -> String {
    match due {
        model::Due::Elapsed(length) => {
            length.elapsed_minutes().map(|minutes| format!("elapsed {minutes}")).unwrap_or_default()
        }
        model::Due::Open(minutes, desk) => format!("open {minutes} {}", desk.index()),
        model::Due::BusinessDays(count, desk) => format!("days {count} {}", desk.index()),
    }
}
