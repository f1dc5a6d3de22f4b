//! The card that answers: are you open, how do I reach you, what does it cost, what can I do myself?

use crate::model::Ref;
use crate::model::contact::{ContactMethod, SignIn, Way};
use crate::site::PageKind;
use crate::view::now::NowPanel;
use crate::wording::Wording;

/// The Now card: the first office telephone, the first emergency line, then what answers later.
pub fn of(wording: &Wording<'_>, reader: Reader) -> NowPanel {
    let Chosen { primary, secondary } = chosen(wording, reader);
    let actions = |methods: Vec<Ref<ContactMethod>>| methods.into_iter().map(|method| wording.action(method)).collect();
    NowPanel {
        primary: actions(primary),
        secondary: actions(secondary),
        links: vec![
            wording.page(PageKind::CannotSignIn, "cannot_sign_in", "key"),
            wording.page(PageKind::Notices, "menu_status", "pulse"),
        ],
    }
}

/// The contact methods that matter most.
pub(super) struct Chosen {
    /// A telephone of the office and an emergency line, or what stands in for them: at most two.
    pub(super) primary: Vec<Ref<ContactMethod>>,
    /// What answers later: at most two.
    pub(super) secondary: Vec<Ref<ContactMethod>>,
}

/// Chooses the contact methods that matter most.
pub(super) fn chosen(wording: &Wording<'_>, reader: Reader) -> Chosen {
    let portal = wording.portal();
    let open = |method: &ContactMethod| reader == Reader::Anyone || method.sign_in == SignIn::None;
    let methods: Vec<(Ref<ContactMethod>, &ContactMethod)> =
        portal.contact_methods.refs().filter(|(_, method)| open(method)).collect();
    let voice = |emergency: bool| methods.iter().find(|(_, m)| m.way.voice().is_some() && m.emergency == emergency);
    let office = voice(false).or_else(|| methods.iter().find(|(_, m)| !m.emergency && has_button(&m.way)));
    // Without an emergency line a second office, which may be open when the first is closed, takes its place.
    let second = || methods.iter().filter(|(_, m)| is_office(m)).nth(1);
    let primary: Vec<Ref<ContactMethod>> =
        [office, voice(true).or_else(second)].into_iter().flatten().map(|(r, _)| *r).collect();
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
    // One more office, so that what is written has its place too.
    let office = others.iter().position(|(_, m)| is_office(m));
    let office = office.map(|at| others.remove(at));
    others.sort_by_key(|(_, m)| rank(&m.way));
    let others = office.into_iter().chain(others);
    Chosen { primary, secondary: others.take(2).map(|(method, _)| *method).collect() }
}

/// Who reads the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Anyone.
    Anyone,
    /// Someone who cannot sign in: what needs a sign-in is left out.
    LockedOut,
}

/// Whether people answer the telephone in an office.
fn is_office(method: &ContactMethod) -> bool {
    matches!(method.way, Way::Phone(_)) && !method.emergency && method.plans.is_empty()
}

fn has_button(way: &Way) -> bool {
    !matches!(way, Way::Post(_) | Way::InPerson(_))
}
