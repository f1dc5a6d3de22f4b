//! What belongs to nobody else: the contact for Microsoft only, ids of customers' tenants, keys.

use std::sync::Arc;

use memchr::{memchr_iter, memmem};

use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

/// What of it a text tells; `secrets` are the values of the contact for Microsoft.
pub(super) fn in_text(source: &Arc<SourceFile>, secrets: &[Place]) -> impl Iterator<Item = Diagnostic> {
    told_of_microsoft(source, secrets).into_iter().chain(keys(source)).map(Diagnostic::adjustable)
}

/// SEC-03: the contact for Microsoft only stands nowhere else.
fn told_of_microsoft(source: &Arc<SourceFile>, secrets: &[Place]) -> Vec<Diagnostic> {
    let written = |secret: &Place| {
        secret.source.text().get(secret.span.clone()).map(|text| text.trim_matches(['"', '\'']).to_owned())
    };
    let elsewhere = |secret: &Place| {
        let value = written(secret).filter(|value| !value.is_empty())?;
        let own = |at: &usize| Arc::ptr_eq(source, &secret.source) && secret.span.contains(at);
        let at = memmem::find_iter(source.text().as_bytes(), value.as_bytes()).find(|at| !own(at))?;
        Some((at, value))
    };
    let told = secrets.iter().filter_map(elsewhere).map(|(at, value)| {
        let message = "this is the security contact that only Microsoft may see";
        Diagnostic::error(code::SEC_03, message).at(Place::new(source, at..at + value.len())).hint(
            "give customers another address or number: this one reaches the people who answer Microsoft day and night",
        )
    });
    told.collect()
}

/// SEC-04: no id of a tenant and no key is published.
fn keys(source: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let text = source.text();
    let mut found = Vec::new();
    let begins_key = |at: &usize| text[*at..].lines().next().is_some_and(|line| line.contains("PRIVATE KEY"));
    for at in memmem::find_iter(text.as_bytes(), "-----BEGIN ").filter(begins_key) {
        let problem = Diagnostic::error(code::SEC_04, "a private key stands in the text");
        found.push(
            problem.at(Place::new(source, at..at + 11)).hint("delete it, and replace the key: who saw the file has it"),
        );
    }
    let mut rest = 0;
    while let Some(start) = guid(text, rest) {
        rest = start + GUID;
        let id = &text[start..rest];
        if id.bytes().any(|byte| !matches!(byte, b'0' | b'-')) {
            let problem =
                Diagnostic::error(code::SEC_04, format!("`{id}` looks like the id of a tenant or a subscription"));
            let hint = "delete it, or write 00000000-0000-0000-0000-000000000000 in an example; if it is no customer's, set SEC-04 = \"warn\" under [checks]";
            found.push(problem.at(Place::new(source, start..rest)).hint(hint));
        }
    }
    found
}

/// The length of a GUID as text.
const GUID: usize = 36;

/// Where the next GUID begins, at or after `from`.
fn guid(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_guid = |start: usize| {
        let inside = bytes.get(start..start + GUID).is_some_and(|id| {
            id.iter().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
        });
        let edge = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        inside && edge(start.checked_sub(1).and_then(|before| bytes.get(before))) && edge(bytes.get(start + GUID))
    };
    // A GUID begins eight bytes before its first hyphen.
    let hyphens = memchr_iter(b'-', bytes.get(from..)?).map(|at| from + at);
    hyphens.filter_map(|at| at.checked_sub(8)).find(|start| *start >= from && is_guid(*start))
}
