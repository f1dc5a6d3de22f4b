//! Who supports.

use super::{name_of, perhaps, text};
use crate::model::Portal;
use crate::model::money::Amount;
use crate::model::partner::{Handled, IndirectProvider, Role};
use crate::view::machine;

pub(super) fn partner(portal: &Portal) -> machine::Partner {
    let partner = &portal.partner;
    let (role, provider) = match &partner.role {
        Role::DirectBill => ("direct-bill", None),
        Role::IndirectReseller(provider) => ("indirect-reseller", Some(provider)),
        Role::IndirectProvider => ("indirect-provider", None),
    };
    machine::Partner {
        name: text(portal, &partner.name),
        legal_name: perhaps(portal, &partner.legal_name),
        role: role.to_owned(),
        partner_id: partner.partner_id.clone(),
        country: partner.country.code().to_owned(),
        clouds: partner.clouds.iter().map(|cloud| cloud.name().to_owned()).collect(),
        website: partner.website.as_ref().map(|url| url.as_str().to_owned()),
        indirect_provider: provider.map(|provider| indirect_provider(portal, provider)),
    }
}

fn indirect_provider(portal: &Portal, provider: &IndirectProvider) -> machine::IndirectProvider {
    let handled = |handled: &Handled| match handled {
        Handled::Support(category) => category.name(),
        Handled::SecondLine => "second-line",
        Handled::Orders => "orders",
        Handled::MicrosoftRequests => "microsoft-requests",
    };
    machine::IndirectProvider {
        name: text(portal, &provider.name),
        website: provider.website.as_ref().map(|url| url.as_str().to_owned()),
        handles: provider.handles.iter().map(|work| handled(work).to_owned()).collect(),
        contact_confirmed: provider.contact_confirmed.map(|date| date.to_string()),
    }
}

pub(super) fn of_record(portal: &Portal) -> machine::PartnerOfRecord {
    let profile = &portal.partner_of_record;
    machine::PartnerOfRecord {
        name: text(portal, &profile.name),
        email: profile.email.as_str().to_owned(),
        telephone: profile.telephone.e164().to_owned(),
        website: profile.website.as_str().to_owned(),
    }
}

pub(super) fn legal(portal: &Portal) -> machine::Legal {
    let legal = &portal.legal;
    machine::Legal {
        form: perhaps(portal, &legal.form),
        seat: perhaps(portal, &legal.seat),
        address: legal.address.clone(),
        register: perhaps(portal, &legal.register),
        court: perhaps(portal, &legal.court),
        vat_id: legal.vat_id.clone(),
        economic_id: legal.economic_id.clone(),
        representative: perhaps(portal, &legal.representative),
        share_capital: legal.share_capital.map(amount),
        email: legal.email.as_ref().map(|email| email.as_str().to_owned()),
        telephone: legal.telephone.as_ref().map(|telephone| telephone.e164().to_owned()),
        privacy: legal.privacy.as_ref().map(|url| url.as_str().to_owned()),
        data_protection_email: legal.data_protection_email.as_ref().map(|email| email.as_str().to_owned()),
    }
}

pub(super) fn amount(amount: Amount) -> machine::Amount {
    machine::Amount { amount: amount.decimal(), currency: amount.currency.code().to_owned() }
}

/// The name of a cloud, where one is meant.
pub(super) fn cloud(cloud: Option<crate::model::partner::Cloud>) -> Option<String> {
    cloud.map(|cloud| name_of(&crate::model::partner::Cloud::ALL, cloud))
}
