//! The card that answers: are you open, how do I reach you, what does it cost, what can I do myself?

use crate::model::Ref;
use crate::model::contact::{ContactMethod, SignIn, Way};
use crate::site::PageKind;
use crate::view::now::NowPanel;
use crate::wording::Wording;

/// The Now card: the first office telephone, the first emergency line, then what answers later.
pub fn of(wording: &Wording<'_>, reader: Reader) -> NowPanel {
    let portal = wording.portal();
    let open = |method: &ContactMethod| reader == Reader::Anyone || method.sign_in == SignIn::None;
    let methods: Vec<(Ref<ContactMethod>, &ContactMethod)> =
        portal.contact_methods.refs().filter(|(_, method)| open(method)).collect();
    let voice = |emergency: bool| methods.iter().find(|(_, m)| m.way.voice().is_some() && m.emergency == emergency);
    let office = voice(false).or_else(|| methods.iter().find(|(_, m)| !m.emergency && has_button(&m.way)));
    let primary: Vec<Ref<ContactMethod>> = [office, voice(true)].into_iter().flatten().map(|(r, _)| *r).collect();
    let rank = |way: &Way| match way {
        Way::Email(_) => 0,
        Way::TicketPortal(_) => 1,
        Way::Teams(_) | Way::Chat(_) => 2,
        _ => 3,
    };
    let mut others: Vec<&(Ref<ContactMethod>, &ContactMethod)> = methods
        .iter()
        .filter(|(r, m)| !primary.contains(r) && has_button(&m.way) && !matches!(m.way, Way::RemoteAssistance(_)))
        .collect();
    others.sort_by_key(|(_, m)| rank(&m.way));
    NowPanel {
        primary: primary.into_iter().map(|method| wording.action(method)).collect(),
        secondary: others.into_iter().take(2).map(|(method, _)| wording.action(*method)).collect(),
        links: vec![
            wording.page(PageKind::CannotSignIn, "cannot_sign_in", "key"),
            wording.page(PageKind::Notices, "menu_status", "pulse"),
        ],
    }
}

/// Who reads the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Anyone.
    Anyone,
    /// Someone who cannot sign in: what needs a sign-in is left out.
    LockedOut,
}

fn has_button(way: &Way) -> bool {
    !matches!(way, Way::Post(_) | Way::InPerson(_))
}
