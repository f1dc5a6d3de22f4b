//! Any text as a slug, an alias, a link, a path of the output and an address of the web.

use supportal::content::{Texts, markdown};
use supportal::diagnostic::Diagnostics;
use supportal::model::address::{EmailAddress, WebAddress};
use supportal::publish::OutPath;
use supportal::site::{self, slug};
use supportal::source::Sources;

use super::portal::{self, BASE};

/// A slug is one part of a path and its own slug; no path, alias or link leads out of the output.
pub fn holds(bytes: &[u8]) {
    let text = super::text(bytes);
    check_slug(&text);
    if OutPath::new(&*text).is_ok() {
        portal::check_path(&text);
    }
    if let Ok(address) = WebAddress::parse(&text) {
        let base = address.as_base();
        assert!(base.path().ends_with('/') && base.as_base() == base, "{text:?}: {base:?}");
        assert_eq!(WebAddress::parse(address.as_str()).as_ref(), Ok(&address), "{text:?}");
        assert!(!address.host().is_empty(), "{text:?}");
        as_base(&text);
    }
    if let Some(address) = EmailAddress::parse(&text) {
        let uri = address.uri();
        assert!(uri.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'\\".contains(&byte)), "{text:?}: {uri}");
    }
    in_site(&text);
}

fn check_slug(text: &str) {
    let made = slug(text);
    assert!(!made.contains(['/', '\\', '.', ':', '%']) && !made.chars().any(char::is_control), "{text:?}: {made:?}");
    assert!(made.len() <= 201, "{text:?}: {made:?} has {} bytes", made.len());
    assert_eq!(slug(&made), made, "{text:?}: another slug of its slug");
    if !made.is_empty() {
        portal::check_path(&made);
    }
    let anchor = markdown::slug(text);
    assert!(!anchor.contains(['"', '<', '>', '&']) && !anchor.contains(char::is_whitespace), "{text:?}: {anchor:?}");
}

/// The text in each place of a site that makes an address of it.
fn in_site(text: &str) {
    let quoted = super::quoted(text);
    for page in [
        format!("+++\ntitle = \"A\"\nslug = {quoted}\n+++\n"),
        format!("+++\ntitle = \"A\"\naliases = [{quoted}]\n+++\n"),
        format!("+++\ntitle = \"A\"\n+++\n\n[a]({text}) ![b](<{text}>)\n"),
    ] {
        let diagnostics = Diagnostics::new();
        let documents = portal::read("content/en/articles/mail/a.md", page.as_bytes(), &diagnostics);
        // The built-in texts have no part in it.
        let (texts, config) = (Texts::default(), portal::base());
        let (config, texts) = (config.into(), texts.into());
        let parts = site::Parts { config, locales: [].into(), strings: [].into(), texts, documents };
        let site = site::assemble(parts, &Sources::default(), &diagnostics);
        let told = diagnostics.into_sorted();
        portal::check_told(&told);
        if portal::has_errors(&told) {
            continue;
        }
        let addresses = site.pages.iter().map(|page| &page.address);
        for address in addresses.chain(site.redirects.iter().map(|redirect| &redirect.from)) {
            portal::check_path(&address.output());
            let href = address.href(site.portal());
            assert!(href.starts_with('/') && !href.starts_with("//") && href.is_ascii(), "{text:?}: {href}");
        }
    }
}

/// A portal at this address: every file is the tree that it claims.
fn as_base(text: &str) {
    let based = BASE.replacen("\"https://support.contoso.example/\"", &super::quoted(text), 1);
    portal::check(&[("support.toml", based.as_bytes())]);
}
