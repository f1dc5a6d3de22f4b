//! The card that answers: are you open, how do I reach you, what does it cost, what can I do myself?

use serde::Serialize;

use super::Link;
use crate::model::Ref;
use crate::model::contact::{ContactMethod, Way};
use crate::site::PageKind;
use crate::wording::Wording;

/// The Now card. Every sentence in it is true at any time of the day.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NowPanel {
    /// The main ways in, best first: an office telephone, then an emergency line. At most two.
    pub primary: Vec<Action>,
    /// Other ways, at most two.
    pub secondary: Vec<Action>,
    /// "I cannot sign in", "Status".
    pub links: Vec<Link>,
}

/// One way to reach the partner, as a button with its conditions.
#[derive(Clone, Debug, Serialize)]
pub struct Action {
    /// The id of the contact method.
    pub id: String,
    /// The icon: `phone`, `alert`, `mail`, `ticket`, `chat`, `video`, `calendar`, `pin`, `screen`.
    pub icon: String,
    /// The verb: "Call", "Emergency", "Email", "Open a ticket".
    pub verb: String,
    /// What is called or opened, for people; a telephone number, else empty.
    pub value: String,
    /// The address behind the button.
    pub href: String,
    /// Whether it is for emergencies.
    pub emergency: bool,
    /// When it is answered: "Monday to Friday, 08:00 to 17:00, Warsaw time".
    pub hours: String,
    /// The same, as short as it can be: "Mon to Fri 08:00 to 17:00".
    pub hours_short: String,
    /// The least that using it can cost: "free", "from 480 zł + VAT an hour". Empty when no price belongs to it.
    pub price: String,
    /// The languages spoken: "Polish, English". Empty when not given.
    pub languages: String,
    /// Who may use it: "Everyone", "Plan Round the clock; others at the rate". Empty for everyone.
    pub who: String,
    /// When an answer comes: "answer within 2 hours in opening hours". Empty when not given.
    pub reply: String,
}

/// The Now card: the first office telephone, the first emergency line, then what answers later.
pub fn of(wording: &Wording<'_>) -> NowPanel {
    let portal = wording.portal();
    let methods: Vec<(Ref<ContactMethod>, &ContactMethod)> = portal.contact_methods.refs().collect();
    let voice = |emergency: bool| methods.iter().find(|(_, m)| m.way.voice().is_some() && m.emergency == emergency);
    let office = voice(false).or_else(|| methods.iter().find(|(_, m)| !m.emergency && has_button(&m.way)));
    let primary: Vec<Ref<ContactMethod>> = [office, voice(true)].into_iter().flatten().map(|(r, _)| *r).collect();
    let rank = |way: &Way| match way {
        Way::Email(_) => 0,
        Way::TicketPortal(_) => 1,
        Way::Teams(_) | Way::Chat(_) => 2,
        _ => 3,
    };
    let mut others: Vec<&(Ref<ContactMethod>, &ContactMethod)> = methods.iter().filter(|(r, m)| !primary.contains(r) && has_button(&m.way) && !matches!(m.way, Way::RemoteAssistance(_))).collect();
    others.sort_by_key(|(_, m)| rank(&m.way));
    NowPanel {
        primary: primary.into_iter().map(|method| wording.action(method)).collect(),
        secondary: others.into_iter().take(2).map(|(method, _)| wording.action(*method)).collect(),
        links: vec![wording.page(PageKind::CannotSignIn, "cannot_sign_in", "key"), wording.page(PageKind::Notices, "menu_status", "pulse")],
    }
}

fn has_button(way: &Way) -> bool {
    !matches!(way, Way::Post(_) | Way::InPerson(_))
}
