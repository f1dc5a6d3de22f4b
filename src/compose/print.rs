//! The sheet to print and hang up: of everything the most important few, so that it always is one page.

use super::contact::method;
use super::now::{self, Reader};
use super::{home, qr};
use crate::model::contact::ContactMethod;
use crate::model::{LanguageId, Ref};
use crate::site::{Address, PageKind};
use crate::view::desk::Desk;
use crate::view::print::{Code, Print};
use crate::wording::Wording;

/// The most dates with other hours.
const MOST_DATES: usize = 4;
/// The most other hours: with them there are fewer dates.
const MOST_DESKS: usize = 2;
/// The most examples of a severity.
const MOST_EXAMPLES: usize = 2;

/// The data of the sheet.
pub fn of(wording: &Wording<'_>) -> Print {
    let portal = wording.portal();
    let chosen = now::chosen(wording, Reader::Anyone);
    let full = |methods: &[Ref<ContactMethod>]| {
        methods.iter().map(|reference| method(wording, *reference, &portal.contact_methods[*reference])).collect()
    };
    let mut desk = wording.main_desk().map(|hours| wording.desk(hours));
    let mut other_desks = home::other_desks(wording);
    other_desks.truncate(MOST_DESKS);
    let mut special = desk.as_mut().map(|desk: &mut Desk| std::mem::take(&mut desk.special)).unwrap_or_default();
    special.truncate(MOST_DATES - other_desks.len());
    let mut urgency = home::urgency(wording);
    urgency.iter_mut().for_each(|card| card.examples.truncate(MOST_EXAMPLES));
    Print {
        heading: wording.word("print_heading"),
        numbers: full(&chosen.primary),
        written: full(&chosen.secondary),
        desk,
        other_desks,
        special,
        urgency,
        have_ready: wording.block("contact/have-ready"),
        record: record(wording),
        as_of: wording.say("print_as_of", &[("date", &wording.date(wording.today))]),
        codes: codes(wording, &chosen.primary),
        back: wording.page(PageKind::Contact, "print_back", "arrow"),
    }
}

/// The contact that Microsoft shows to customers.
fn record(wording: &Wording<'_>) -> String {
    let record = &wording.portal().partner_of_record;
    let contact =
        [wording.plain(&record.name).to_owned(), wording.number(&record.telephone), record.email.as_str().to_owned()];
    wording.say("print_record", &[("contact", &wording.join("comma", &contact))])
}

/// The contact page, the number that matters most, and the card for the address book.
fn codes(wording: &Wording<'_>, primary: &[Ref<ContactMethod>]) -> Vec<Code> {
    let portal = wording.portal();
    let methods = || primary.iter().map(|reference| &portal.contact_methods[*reference]);
    let with_voice = |emergency: bool| methods().find_map(|m| m.way.voice().filter(|_| m.emergency == emergency));
    let call = match (with_voice(true), with_voice(false)) {
        (Some(telephone), _) => Some(("code_emergency", telephone)),
        (None, telephone) => telephone.map(|telephone| ("code_call", telephone)),
    };
    let contact = wording.site.address(PageKind::Contact, wording.language).absolute(portal);
    let card = Address::file(portal, LanguageId::DEFAULT, "contact.vcf").absolute(portal);
    let web = |word: &str, address: String| code(wording, word, shown(&address), address);
    let call = call.map(|(word, telephone)| code(wording, word, wording.number(telephone), telephone.uri()));
    [web("code_portal", contact), call.flatten(), web("code_card", card)].into_iter().flatten().collect()
}

fn code(wording: &Wording<'_>, word: &str, text: String, href: String) -> Option<Code> {
    let (size, path) = qr::drawing(&href)?;
    let label = wording.word(word);
    let parts = parts(&text);
    Some(Code { name: wording.say("code_name", &[("what", &label)]), label, text, parts, href, size, path })
}

/// What of an address stays together: its host breaks before a dot, its path before a slash, and a name of a file nowhere.
fn parts(text: &str) -> Vec<String> {
    let host = text.find('/').unwrap_or(text.len());
    let breaks = text.char_indices().filter(|(at, c)| *c == '/' || (*c == '.' && *at < host)).map(|(at, _)| at);
    let ends: Vec<usize> = breaks.filter(|at| *at > 0).chain([text.len()]).collect();
    let mut start = 0;
    ends.into_iter().map(|end| text[std::mem::replace(&mut start, end)..end].to_owned()).collect()
}

/// An address as people type it.
fn shown(address: &str) -> String {
    address.trim_start_matches("https://").trim_end_matches('/').to_owned()
}
