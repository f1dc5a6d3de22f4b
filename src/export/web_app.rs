//! `manifest.webmanifest` and `icon.svg`: the portal on a home screen.

use serde_json::json;

use super::facts::Facts;
use crate::model::LanguageId;
use crate::site::PageKind;
use crate::wording::direction;

/// The manifest.
pub(super) const FILE: &str = "manifest.webmanifest";
/// The icon.
pub(super) const ICON: &str = "icon.svg";

/// The manifest, in the default language.
pub(super) fn manifest(facts: &Facts<'_>) -> Vec<u8> {
    let portal = facts.portal();
    let wording = facts.wording(LanguageId::DEFAULT);
    let tag = portal.languages.tag(LanguageId::DEFAULT);
    let home = wording.href(PageKind::Home);
    let shortcut = |kind: PageKind, label: &str| json!({ "name": wording.word(label), "url": wording.href(kind) });
    let manifest = json!({
        "id": home,
        "name": wording.plain(&portal.title),
        "short_name": wording.plain(&portal.partner.name),
        "lang": tag.as_str(),
        "dir": direction(tag),
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "theme_color": facts.color,
        "background_color": "#ffffff",
        "icons": [{
            "src": format!("{}{ICON}", portal.base_url.path()),
            "sizes": "any",
            "type": "image/svg+xml",
            "purpose": "any",
        }],
        "shortcuts": [
            shortcut(PageKind::Contact, "menu_contact"),
            shortcut(PageKind::CannotSignIn, "cannot_sign_in"),
            shortcut(PageKind::Notices, "menu_status"),
        ],
    });
    format!("{manifest:#}\n").into_bytes()
}

/// The tile with the partner's monogram.
pub(super) fn icon(facts: &Facts<'_>) -> String {
    format!("{}\n", facts.wording(LanguageId::DEFAULT).tile(&facts.color))
}
