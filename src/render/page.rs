//! One page: its data, its frame, its template, and the twin that another template makes of the same.

use serde::Serialize;
use tera::Value;

use super::engine::Seen;
use super::theme_files::Head;
use super::{OutputFile, Renderer, Wanted, ready};
use crate::compose::common::Common;
use crate::compose::shell::{self, Frame};
use crate::compose::{about, articles, contact, documents, home, notices, pricing, print, self_service, support_types};
use crate::diagnostic::Diagnostic;
use crate::export::json_ld;
use crate::model::LanguageId;
use crate::site::{Page, PageKind, Redirect, Site};
use crate::view::Link;
use crate::view::documents::TextPage;
use crate::view::shell::Shell;

impl Renderer<'_> {
    /// A page and its twin, or one of them.
    pub(super) fn page(&self, page: &Page, wanted: Wanted) -> Result<Vec<OutputFile>, Box<Diagnostic>> {
        let wording = &self.wording(page);
        let guides = &self.common_of(page).guides;
        let document = || page.kind.document().and_then(|id| self.site.document(id).in_language(page.language));
        match page.kind {
            PageKind::Home => self.write(page, wanted, "home", |view| &view.heading, &home::of(wording)),
            PageKind::Contact => self.write(page, wanted, "contact", |view| &view.heading, &contact::of(wording)),
            PageKind::Pricing => self.write(page, wanted, "pricing", |view| &view.heading, &pricing::of(wording)),
            PageKind::SupportTypes => {
                self.write(page, wanted, "support-types", |view| &view.heading, &support_types::of(wording))
            }
            PageKind::SelfService => {
                self.write(page, wanted, "self-service", |view| &view.heading, &self_service::of(wording, guides))
            }
            PageKind::CannotSignIn => {
                self.write(page, wanted, "cannot-sign-in", |view| &view.heading, &self_service::cannot_sign_in(wording))
            }
            PageKind::Articles => {
                self.write(page, wanted, "articles", |view| &view.heading, &articles::index(wording, guides))
            }
            PageKind::Notices => self.write(page, wanted, "notices", |view| &view.heading, &notices::index(wording)),
            PageKind::PartnerOfRecord => self.write(
                page,
                wanted,
                "partner-of-record",
                |view| &view.heading,
                &documents::partner_of_record(wording),
            ),
            PageKind::DelegatedAccess => self.write(
                page,
                wanted,
                "delegated-access",
                |view| &view.heading,
                &documents::delegated_access(wording),
            ),
            PageKind::Print => self.write(page, wanted, "print", |view| &view.heading, &print::of(wording)),
            PageKind::About => self.write(page, wanted, "about-this-portal", |view| &view.heading, &about::of(wording)),
            PageKind::Legal => self.text(page, wanted, &documents::legal(wording)),
            PageKind::Privacy => self.text(page, wanted, &documents::privacy(wording)),
            PageKind::Accessibility => self.text(page, wanted, &documents::accessibility(wording)),
            PageKind::NotFound => self.text(page, wanted, &documents::not_found(wording)),
            PageKind::Article(id) => match document() {
                Some(document) => self.write(
                    page,
                    wanted,
                    "article",
                    |view| &view.heading,
                    &articles::of(wording, guides, id, document),
                ),
                None => Ok(Vec::new()),
            },
            PageKind::Notice(id) => match document().and_then(|document| notices::of(wording, id, document)) {
                Some(view) => self.write(page, wanted, "notice", |view| &view.heading, &view),
                None => Ok(Vec::new()),
            },
            PageKind::Free(id) => match document() {
                Some(document) => self.text(page, wanted, &documents::free(wording, id, document)),
                None => Ok(Vec::new()),
            },
        }
    }

    fn text(&self, page: &Page, wanted: Wanted, view: &TextPage) -> Result<Vec<OutputFile>, Box<Diagnostic>> {
        self.write(page, wanted, "text", |view| &view.heading, view)
    }

    fn write<V: Serialize>(
        &self,
        page: &Page,
        wanted: Wanted,
        name: &str,
        heading: impl Fn(&V) -> &String,
        view: &V,
    ) -> Result<Vec<OutputFile>, Box<Diagnostic>> {
        let labels = self.labels[page.language.index()].clone();
        let seen = Seen::new(&self.shell(page, heading(view)), view, labels);
        let seen = match &self.ready[page.language.index()] {
            Some(ready) if matches!(page.kind, PageKind::Article(_)) => seen.with_ready(ready.clone()),
            _ if matches!(page.kind, PageKind::Articles | PageKind::SelfService) => {
                let lists = self.lists.get().and_then(|lists| lists.get(page.language.index())).cloned();
                let lists = lists.unwrap_or_else(|| ready::lists(self.templates, None, &seen));
                seen.with_lists(lists)
            }
            _ => seen,
        };
        let mut files = Vec::with_capacity(2);
        if wanted != Wanted::Twin {
            files.push(OutputFile { path: page.address.output(), bytes: self.templates.page(name, &seen)? });
        }
        if let Some(twin) = page.address.twin().filter(|_| wanted != Wanted::Page) {
            files.push(OutputFile { path: twin.output(), bytes: self.templates.twin(name, &seen)? });
        }
        Ok(files)
    }

    /// What a page carries around its own content.
    fn shell(&self, page: &Page, heading: &str) -> Shell {
        let wording = self.wording(page);
        let (common, head) = (self.common_of(page), self.head(page.kind));
        let way = common.way(&wording, page.kind);
        let links: Vec<&Link> = way.iter().map(|step| &step.link).collect();
        let frame = Frame {
            page,
            heading,
            description: &wording.description(page.kind),
            style: &head.style,
            json_ld: json_ld::of(&self.facts, page.language, page.kind, heading, &links),
            way: &way,
            policy: &head.policy,
            common,
        };
        shell::of(&wording, frame)
    }

    /// What is ready of all articles of a language.
    pub(super) fn ready(&self, language: LanguageId) -> Option<Value> {
        let is_article = |page: &&Page| matches!(page.kind, PageKind::Article(_)) && page.language == language;
        let any = self.site.pages.iter().find(is_article).filter(|_| self.theme.has_only_built_in_components)?;
        let shell = self.shell(any, "");
        let seen = Seen::new(&shell, &(), self.labels[language.index()].clone());
        ready::of(self.templates, &shell, &seen)
    }

    /// The lists of articles that are ready for pages of a language.
    pub(super) fn lists(&self, language: LanguageId) -> Value {
        let is_index = |page: &&Page| page.kind == PageKind::Articles && page.language == language;
        let index = self.site.pages.iter().find(is_index).filter(|_| self.theme.has_only_built_in_components);
        let shell = index.map(|index| self.shell(index, ""));
        let seen = Seen::new(&shell, &(), self.labels[language.index()].clone());
        let groups = index.map(|index| self.common_of(index).guides.groups.seen());
        ready::lists(self.templates, groups, &seen)
    }

    pub(super) fn common_of(&self, page: &Page) -> &Common {
        &self.common[page.language.index()]
    }

    fn head(&self, kind: PageKind) -> &Head {
        match kind {
            PageKind::Home => &self.heads.home,
            PageKind::Print => &self.heads.print,
            _ => &self.heads.other,
        }
    }
}

/// A page that leads from an old address to the new one, for hosts that know no redirects.
pub(super) fn redirect(redirect: &Redirect, site: &Site) -> OutputFile {
    let (href, url) = (redirect.to.href(site.portal()), redirect.to.absolute(site.portal()));
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>{href}</title><meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{url}\"><meta http-equiv=\"refresh\" content=\"0; url={href}\"></head><body><p><a href=\"{href}\">{href}</a></p></body></html>\n",
        site.portal().languages.tag(LanguageId::DEFAULT).as_str()
    );
    OutputFile { path: redirect.from.output(), bytes: html.into_bytes() }
}
