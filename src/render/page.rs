//! One page: its data, its frame, its template.

use serde::Serialize;

use super::{OutputFile, Renderer};
use crate::compose::shell::{self, Frame};
use crate::compose::{articles, contact, documents, home, notices, pricing, self_service, support_types};
use crate::content::Document;
use crate::diagnostic::Diagnostic;
use crate::export::json_ld;
use crate::site::{Page, PageKind, Redirect, Site};
use crate::view::documents::TextPage;
use crate::view::shell::Style;

/// The heading and the description of a page, for its frame.
struct About<'a> {
    heading: &'a str,
    description: &'a str,
}

impl Renderer<'_> {
    pub(super) fn page(&self, page: &Page) -> Result<OutputFile, Box<Diagnostic>> {
        let wording = self.wording(page);
        let described = |key: &str| wording.say(key, &[("partner", wording.plain(&wording.portal().partner.name))]);
        let document =
            || page.kind.document().and_then(|id| Some((id, self.site.document(id).in_language(page.language)?)));
        let bytes = match page.kind {
            PageKind::Home => {
                let view = home::of(&wording);
                self.write(
                    page,
                    "home.html",
                    &About { heading: &view.heading, description: &described("describe_home") },
                    &view,
                )
            }
            PageKind::Contact => {
                let view = contact::of(&wording);
                self.write(
                    page,
                    "contact.html",
                    &About { heading: &view.heading, description: &described("describe_contact") },
                    &view,
                )
            }
            PageKind::Pricing => {
                let view = pricing::of(&wording);
                self.write(
                    page,
                    "pricing.html",
                    &About { heading: &view.heading, description: &described("describe_pricing") },
                    &view,
                )
            }
            PageKind::SupportTypes => {
                let view = support_types::of(&wording);
                self.write(
                    page,
                    "support-types.html",
                    &About { heading: &view.heading, description: &described("describe_support_types") },
                    &view,
                )
            }
            PageKind::SelfService => {
                let view = self_service::of(&wording);
                self.write(
                    page,
                    "self-service.html",
                    &About { heading: &view.heading, description: &described("describe_self_service") },
                    &view,
                )
            }
            PageKind::CannotSignIn => {
                let view = self_service::cannot_sign_in(&wording);
                self.write(
                    page,
                    "cannot-sign-in.html",
                    &About { heading: &view.heading, description: &described("describe_cannot_sign_in") },
                    &view,
                )
            }
            PageKind::Articles => {
                let view = articles::index(&wording);
                self.write(
                    page,
                    "articles.html",
                    &About { heading: &view.heading, description: &described("describe_articles") },
                    &view,
                )
            }
            PageKind::Notices => {
                let view = notices::index(&wording);
                self.write(
                    page,
                    "notices.html",
                    &About { heading: &view.heading, description: &described("describe_notices") },
                    &view,
                )
            }
            PageKind::PartnerOfRecord => {
                let view = documents::partner_of_record(&wording);
                self.write(
                    page,
                    "partner-of-record.html",
                    &About { heading: &view.heading, description: &described("describe_partner_of_record") },
                    &view,
                )
            }
            PageKind::DelegatedAccess => {
                let view = documents::delegated_access(&wording);
                self.write(
                    page,
                    "delegated-access.html",
                    &About { heading: &view.heading, description: &described("describe_delegated_access") },
                    &view,
                )
            }
            PageKind::Legal => self.text(page, &documents::legal(&wording), ""),
            PageKind::Privacy => self.text(page, &documents::privacy(&wording), ""),
            PageKind::Accessibility => self.text(page, &documents::accessibility(&wording), ""),
            PageKind::NotFound => self.text(page, &documents::not_found(&wording), ""),
            PageKind::Article(id) => match document() {
                Some((_, document)) => {
                    let view = articles::of(&wording, id, document);
                    self.write(
                        page,
                        "article.html",
                        &About { heading: &view.heading, description: description(document) },
                        &view,
                    )
                }
                None => Ok(Vec::new()),
            },
            PageKind::Notice(id) => {
                match document().and_then(|(_, document)| Some((document, notices::of(&wording, id, document)?))) {
                    Some((document, view)) => self.write(
                        page,
                        "notice.html",
                        &About { heading: &view.heading, description: description(document) },
                        &view,
                    ),
                    None => Ok(Vec::new()),
                }
            }
            PageKind::Free(_) => match document() {
                Some((_, document)) => self.text(page, &documents::free(&wording, document), description(document)),
                None => Ok(Vec::new()),
            },
        };
        Ok(OutputFile { path: page.address.output(), bytes: bytes? })
    }

    fn text(&self, page: &Page, view: &TextPage, description: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.write(page, "text.html", &About { heading: &view.heading, description }, view)
    }

    fn write(
        &self,
        page: &Page,
        template: &str,
        about: &About<'_>,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let wording = self.wording(page);
        let palette = &self.theme.palette;
        let breadcrumb = shell::breadcrumb(&wording, page.kind);
        let frame = Frame {
            page,
            heading: about.heading,
            description: about.description,
            style: self.style(page.kind),
            colors: (palette.light.brand.to_string(), palette.dark.brand.to_string()),
            json_ld: json_ld::of(&self.facts, page.language, page.kind, about.heading, &breadcrumb),
            breadcrumb,
            policy: &self.policy,
            common: &self.common[page.language.index()],
        };
        let shell = shell::of(&wording, frame);
        self.templates.render(template, &shell, view, self.labels[page.language.index()].clone())
    }

    /// The home page carries its styles, so that one request shows it; other pages share a file.
    fn style(&self, kind: PageKind) -> Style {
        match kind {
            PageKind::Home => Style { inline: self.theme.home_css.clone(), href: String::new() },
            _ => Style {
                inline: String::new(),
                href: format!("{}{}", self.site.portal().base_url.path(), self.style_path),
            },
        }
    }
}

/// What a document says of itself, else its first paragraph.
fn description(document: &Document) -> &str {
    document.meta.description.as_deref().unwrap_or_else(|| document.body.summary())
}

/// A page that leads from an old address to the new one, for hosts that know no redirects.
pub(super) fn redirect(redirect: &Redirect, site: &Site) -> OutputFile {
    let (href, url) = (redirect.to.href(site.portal()), redirect.to.absolute(site.portal()));
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{href}</title><meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{url}\"><meta http-equiv=\"refresh\" content=\"0; url={href}\"></head><body><p><a href=\"{href}\">{href}</a></p></body></html>\n",
        site.portal().languages.tag(crate::model::LanguageId::DEFAULT).as_str()
    );
    OutputFile { path: redirect.from.output(), bytes: html.into_bytes() }
}
