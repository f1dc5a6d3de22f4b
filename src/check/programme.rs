//! The duties of the Cloud Solution Provider programme.

use super::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::model::contact::{ContactMethod, SignIn, Way};
use crate::model::partner::{Handled, Role};
use crate::model::support_type::{Category, Delivery};

pub(super) fn check(report: &Report<'_>) {
    categories(report);
    open_methods(report);
    website(report);
    record(report);
    commerce(report);
    handled_twice(report);
}

/// CSP-02: billing, subscription and technical support are each offered, or handled by the indirect provider.
fn categories(report: &Report<'_>) {
    let portal = report.portal();
    let handled = |category: Category| match &portal.partner.role {
        Role::IndirectReseller(provider) => {
            provider.handles.contains(&Handled::Support(category))
                || (category == Category::Subscription && provider.handles.contains(&Handled::Orders))
        }
        _ => false,
    };
    for category in [Category::Billing, Category::Subscription, Category::Technical] {
        let offered = portal.support_types.iter().any(|support| support.category == category);
        if !offered && !handled(category) {
            let name = category.name();
            let problem = Diagnostic::error(code::CSP_02, format!("no support type is of the category `{name}`"));
            let hint = format!(
                "add [[support_types]] with category = \"{name}\"; if your indirect provider does it, add \"{name}\" to partner.indirect_provider.handles"
            );
            report.tell(problem.hint(hint), &["[[support_types]]"]);
        }
    }
}

/// CSP-04: every type of support can be asked for without a sign-in, by everyone.
fn open_methods(report: &Report<'_>) {
    let portal = report.portal();
    let open = |method: &ContactMethod| method.sign_in == SignIn::None && method.plans.is_empty();
    for support in portal.support_types.iter() {
        if !support.contact_methods.iter().any(|method| open(&portal.contact_methods[*method])) {
            let problem = Diagnostic::error(
                code::CSP_04,
                format!("`{}` can be asked for only after a sign-in, or only with a plan", support.id),
            );
            report.tell(
                problem.hint("add a telephone or a mailbox to its contact_methods"),
                &["[[support_types]]", &format!("\"{}\"", support.id), "contact_methods"],
            );
        }
    }
}

/// CSP-12: the website in the support profile is this portal.
fn website(report: &Report<'_>) {
    let portal = report.portal();
    let (website, base) = (portal.partner_of_record.website.as_base(), &portal.base_url);
    if report.site.config.base_url_overridden {
        return;
    }
    if website != *base {
        let problem = Diagnostic::warning(
            code::CSP_12,
            format!(
                "the website of the support profile, {}, is not the address of this portal, {}",
                portal.partner_of_record.website.as_str(),
                base.as_str()
            ),
        );
        report.tell(problem.hint("Microsoft sends customers to the website in your support profile: enter the portal's address in Partner Center and here"), &["[partner_of_record]", "website"]);
    }
}

/// CSP-11: who was sent by Microsoft finds the telephone of the support profile here too, with its hours.
fn record(report: &Report<'_>) {
    let portal = report.portal();
    let telephone = &portal.partner_of_record.telephone;
    let has = |method: &ContactMethod| match &method.way {
        Way::Phone(number) | Way::Sms(number) | Way::WhatsApp(number) | Way::Relay(number) => number == telephone,
        _ => false,
    };
    if !portal.contact_methods.iter().any(has) && portal.security.telephone.as_ref() != Some(telephone) {
        let message = format!("the telephone of the support profile, {}, is of no contact method", telephone.e164());
        let hint = "Microsoft sends customers there: add it to [[contact_methods]], so that they see when it is answered, \
                    or correct one of the two";
        let problem = Diagnostic::warning(code::CSP_11, message).hint(hint);
        report.tell(problem, &["[partner_of_record]", "telephone"]);
    }
}

/// CSP-07: where to buy and to cancel.
fn commerce(report: &Report<'_>) {
    let commerce = &report.portal().commerce;
    let missing: Vec<&str> = [("buy", commerce.buy.is_none()), ("cancel", commerce.cancel.is_none())]
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(key, _)| key)
        .collect();
    if !missing.is_empty() {
        let problem =
            Diagnostic::warning(code::CSP_07, format!("the portal has no button to {}", missing.join(" and to ")));
        report.tell(
            problem.hint(
                "add buy = \"…\" and cancel = \"…\" under [commerce]: the id of a contact method, https or mailto:",
            ),
            &["[commerce]"],
        );
    }
}

/// CSP-10: support that the indirect provider handles is not said to be given by the partner's own people.
fn handled_twice(report: &Report<'_>) {
    let portal = report.portal();
    let Role::IndirectReseller(provider) = &portal.partner.role else { return };
    for support in portal.support_types.iter() {
        if matches!(support.delivery, Delivery::Own) && provider.handles.contains(&Handled::Support(support.category)) {
            let problem = Diagnostic::warning(
                code::CSP_10,
                format!(
                    "`{}` says that your own people answer, but your indirect provider handles `{}`",
                    support.id,
                    support.category.name()
                ),
            );
            report.tell(
                problem.hint("add delivery = \"outsourced\" or \"resold\" with provider = \"…\", or delete the category from partner.indirect_provider.handles"),
                &["[[support_types]]", &format!("\"{}\"", support.id)],
            );
        }
    }
}
