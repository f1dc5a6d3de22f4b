//! `[commerce]`.

use super::super::entry::Entry;
use super::Context;
use crate::diagnostic::code;
use crate::diagnostic::guess::listed;
use crate::model::access::{Cancellation, Commerce, CommerceWay, TextOrAddress};
use crate::model::address::{EmailAddress, WebAddress};

pub(super) fn commerce(top: &Entry<'_>, context: &Context<'_>) -> Commerce {
    let Some(entry) = top.table("commerce") else { return Commerce::default() };
    let cancellation = entry.table("cancellation").and_then(|table| {
        let days = u16::try_from(table.integer("days")?).ok()?;
        Some(Cancellation { days, verified: table.date("verified"), note: table.text("note", &context.languages) })
    });
    let collections = match entry.string("collections").and_then(|text| WebAddress::parse(text).ok()) {
        Some(url) => Some(TextOrAddress::Web(url)),
        None => entry.text("collections", &context.languages).map(TextOrAddress::Text),
    };
    Commerce { buy: way(&entry, "buy", context), cancel: way(&entry, "cancel", context), cancellation, collections }
}

fn way(entry: &Entry<'_>, key: &str, context: &Context<'_>) -> Option<CommerceWay> {
    let value = entry.value(key)?;
    let text = value.string()?;
    if let Some(method) = context.methods.find(text) {
        return Some(CommerceWay::Method(method));
    }
    if let Some(address) = text.strip_prefix("mailto:") {
        let found = EmailAddress::parse(address);
        if found.is_none() {
            entry.scope.error(
                code::CON_03,
                value.span(),
                format!("`{address}` is not an e-mail address"),
                "write mailto: and an address, without spaces",
            );
        }
        return found.map(CommerceWay::Email);
    }
    if text.starts_with("https:") || text.starts_with("http:") {
        return value.url().map(CommerceWay::Web);
    }
    let hint = match EmailAddress::parse(text) {
        Some(_) => format!("write \"mailto:{text}\""),
        None => format!(
            "write the id of a contact method ({}), an https address, or mailto: and an address",
            listed(context.methods.all())
        ),
    };
    entry.scope.error(code::KEY_06, value.span(), format!("`{text}` is neither a contact method nor an address"), hint);
    None
}
