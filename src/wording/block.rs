//! Built-in texts and documents as HTML and as Markdown, with their links and facts in place.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Wording, direction};
use crate::content::Document;
use crate::content::markdown::{Body, Fill, FillTwin, ImageFacts, notation};
use crate::content::texts::{Shown, TextBlock};
use crate::locale::LanguageTag;
use crate::model::partner::Role;
use crate::model::{LanguageId, Text};
use crate::site::{PageKind, Targets, text_key};
use crate::view::Block;

impl<'a> Wording<'a> {
    /// A built-in text for the partner's role, or the partner's own in its place; empty when no language has it.
    pub fn block(&self, name: &str) -> Block {
        let role = self.portal().partner.role.name();
        self.nearest(name, &[format!("{name}.{role}"), name.to_owned()])
    }

    /// A text in a variant (`NAME.VARIANT`), for the partner's role where there is one (`NAME.VARIANT.ROLE`).
    pub fn variant(&self, name: &str, variant: &str) -> Block {
        let role = self.portal().partner.role.name();
        let names = [format!("{name}.{variant}.{role}"), format!("{name}.{variant}")];
        self.nearest(name, &[names.as_slice(), &[format!("{name}.{role}"), name.to_owned()]].concat())
    }

    /// What a built-in text is called here, and which duties it meets; none when no language has it.
    pub(super) fn duties_of(&self, name: &str) -> Option<(&'a str, &'a BTreeSet<String>)> {
        let candidates = [format!("{name}.{}", self.portal().partner.role.name()), name.to_owned()];
        let (Shown::Own(block) | Shown::Instead(block, _) | Shown::English(block)) =
            self.site.texts.find(self.chosen(&candidates)?, self.language)?;
        Some((&block.title, &block.obligations))
    }

    /// The first of these texts that the partner wrote, else the first that there is.
    fn chosen<'c>(&self, candidates: &'c [String]) -> Option<&'c str> {
        let texts = &self.site.texts;
        let own = candidates.iter().find(|candidate| texts.is_own(candidate, self.language));
        let found = own.or_else(|| candidates.iter().find(|candidate| texts.contains(candidate, self.language)));
        found.map(String::as_str)
    }

    fn nearest(&self, name: &str, candidates: &[String]) -> Block {
        Block { id: anchor(name).to_owned(), ..self.named(self.chosen(candidates).unwrap_or(name)) }
    }

    fn named(&self, name: &str) -> Block {
        let id = anchor(name).to_owned();
        let Some(shown) = self.site.texts.find(name, self.language) else { return Block { id, ..Block::default() } };
        let (block, said_in, instead) = match shown {
            Shown::Own(block) => (block, self.language, None),
            Shown::Instead(block, language) => (block, language, Some(self.portal().languages.tag(language).clone())),
            Shown::English(block) => (block, self.english(), Some(LanguageTag::english())),
        };
        let tag = instead.as_ref().or_else(|| self.own_tag());
        Block {
            id,
            title: block.title.clone(),
            html: self.text_html(block, said_in),
            markdown: self.text_markdown(block, said_in),
            lang: tag.map(|tag| tag.as_str().to_owned()),
            dir: tag.map(|tag| direction(tag).to_owned()),
            note: instead.as_ref().map(|tag| self.in_language(tag)),
        }
    }

    /// The language of the site that says facts in English: English itself where it is one, else this one.
    fn english(&self) -> LanguageId {
        self.portal().languages.find(LanguageTag::english().as_str()).unwrap_or(self.language)
    }

    /// A text with links for readers of this language, and facts in its own.
    fn text_html(&self, block: &TextBlock, said_in: LanguageId) -> String {
        let targets = self.site.links.of(&text_key(self.language, block.source.path()));
        Wording { language: said_in, ..*self }.html(&block.body, targets, block.source.text())
    }

    /// The same as Markdown.
    fn text_markdown(&self, block: &TextBlock, said_in: LanguageId) -> String {
        let targets = self.site.links.of(&text_key(self.language, block.source.path()));
        Wording { language: said_in, ..*self }.markdown(&block.body, targets, block.source.text(), "")
    }

    /// The body of a document as Markdown; `kind` is the page that shows it.
    pub fn document_markdown(&self, document: &Document, kind: PageKind) -> String {
        let targets = self.site.links.of(document.source.path());
        let page = self.site.address(kind, self.language).absolute(self.portal());
        self.markdown(&document.body, targets, document.source.text(), &page)
    }

    /// The body of a document.
    pub fn document_html(&self, document: &Document) -> String {
        self.html(&document.body, self.site.links.of(document.source.path()), document.source.text())
    }

    fn markdown(&self, body: &Body, targets: Option<&Targets>, file: &str, page: &str) -> String {
        body.markdown(file, &Twin { filler: Filler { wording: self, targets }, page })
    }

    /// Adds a text of the partner as a paragraph.
    pub fn add_paragraph(&self, block: &mut Block, text: &Text) {
        let said = self.phrase(text);
        let note = said.note.as_ref().map(|note| format!(" ({})", notation::text(note))).unwrap_or_default();
        block.markdown.push_str(&format!("\n\n{}{note}", notation::text(&said.text)));
        let text = escape(&said.text);
        block.html.push_str(&match (said.lang, said.dir) {
            (Some(lang), Some(dir)) => {
                let note = escape(&said.note.unwrap_or_default());
                let lang = escape(&lang);
                format!(
                    "<p><span lang=\"{lang}\" dir=\"{dir}\">{text}</span> <small class=\"note\">({note})</small></p>"
                )
            }
            _ => format!("<p>{text}</p>"),
        });
    }

    /// Adds a link as a paragraph.
    pub fn add_link(&self, block: &mut Block, href: &str, text: &str) {
        block.markdown.push_str(&format!("\n\n{}", notation::link(text, href)));
        block.html.push_str(&format!("<p><a href=\"{}\" rel=\"noreferrer\">{}</a></p>", escape(href), escape(text)));
    }

    /// An address of the site in full; without a page, those within one stay as they are.
    fn absolute<'h>(&self, href: &'h str, page: &str) -> Cow<'h, str> {
        if href.starts_with('/') {
            return notation::absolute(href, self.portal().base_url.as_str());
        }
        notation::absolute(href, page)
    }

    fn html(&self, body: &Body, targets: Option<&Targets>, file: &str) -> String {
        let mut html = String::new();
        body.fill(file, &Filler { wording: self, targets }, &mut html);
        html
    }

    /// The value of a placeholder as trusted HTML or Markdown.
    fn fact(&self, name: &str, in_link: bool, Notation { escape, link }: Notation) -> String {
        let portal = self.portal();
        let record = &portal.partner_of_record;
        let emergency = portal.contact_methods.iter().filter(|m| m.emergency).find_map(|m| m.way.voice());
        match name {
            "partner" => escape(self.plain(&portal.partner.name)),
            "provider" => match &portal.partner.role {
                Role::IndirectReseller(provider) => escape(self.plain(&provider.name)),
                _ => String::new(),
            },
            "email" => link(&record.email.uri(), record.email.as_str(), in_link),
            "website" => link(record.website.as_str(), record.website.as_str(), in_link),
            "telephone" => link(&record.telephone.uri(), &self.number(&record.telephone), in_link),
            "emergency" => {
                let telephone = emergency.unwrap_or(&record.telephone);
                let link = link(&telephone.uri(), &self.number(telephone), in_link);
                match self.emergency_terms() {
                    Some(terms) => format!("{link} ({})", escape(&terms)),
                    None => link,
                }
            }
            "cancellation_days" => {
                let days = portal.commerce.cancellation.as_ref().map_or(7, |cancellation| cancellation.days);
                escape(&self.count("length_days", days, &[]))
            }
            "cancellation_verified" => {
                let date = portal.commerce.cancellation.as_ref().and_then(|cancellation| cancellation.verified);
                escape(&self.date(date.unwrap_or(CANCELLATION_CHECKED)))
            }
            "access_days" => {
                let days = portal.access.as_ref().and_then(|access| access.duration_days).unwrap_or(730);
                escape(&self.count("length_days", days, &[]))
            }
            _ => String::new(),
        }
    }
}

/// The anchor of a text on the page that shows it.
pub(super) fn anchor(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// When the built-in window of seven days was last compared with Partner Center's page on new-commerce cancellations.
const CANCELLATION_CHECKED: Date = jiff::civil::date(2026, 11, 22);

/// How facts are written.
#[derive(Clone, Copy)]
struct Notation {
    escape: fn(&str) -> String,
    /// From an address, its words, and whether they stand in a link already.
    link: fn(&str, &str, bool) -> String,
}

const HTML: Notation = Notation { escape, link };

const MARKDOWN: Notation = Notation {
    escape: notation::text,
    link: |href, text, in_link| if in_link { notation::text(text) } else { notation::link(text, href) },
};

fn link(href: &str, text: &str, in_link: bool) -> String {
    if in_link {
        format!("<bdi translate=\"no\">{}</bdi>", escape(text))
    } else {
        format!("<a href=\"{}\"><bdi translate=\"no\">{}</bdi></a>", escape(href), escape(text))
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

struct Filler<'a> {
    wording: &'a Wording<'a>,
    targets: Option<&'a Targets>,
}

impl Fill for Filler<'_> {
    fn href(&self, link: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.targets.map_or("", |targets| targets.href(link)))
    }

    fn external(&self, link: usize) -> bool {
        self.targets.is_some_and(|targets| targets.is_external(link))
    }

    fn image(&self, image: usize) -> Option<ImageFacts<'_>> {
        let source = self.targets?.image(image)?;
        let asset = self.wording.site.assets.get(source)?;
        let (width, height) = asset.size?;
        let src = format!("{}{}", self.wording.portal().base_url.path(), asset.output);
        Some(ImageFacts { src: Cow::Owned(src), width, height })
    }

    fn placeholder(&self, name: &str, in_link: bool) -> Cow<'_, str> {
        Cow::Owned(self.wording.fact(name, in_link, HTML))
    }
}

/// What is exchanged in a text for readers of Markdown, who may have it without its page.
struct Twin<'a> {
    filler: Filler<'a>,
    /// The address of the page; empty for a text that stands on several.
    page: &'a str,
}

impl FillTwin for Twin<'_> {
    fn href(&self, link: usize) -> Cow<'_, str> {
        let href = self.filler.targets.map_or("", |targets| targets.href(link));
        self.filler.wording.absolute(href, self.page)
    }

    fn image(&self, image: usize) -> Option<String> {
        let image = Fill::image(&self.filler, image)?;
        Some(self.filler.wording.absolute(&image.src, self.page).into_owned())
    }

    fn placeholder(&self, name: &str, in_link: bool) -> String {
        self.filler.wording.fact(name, in_link, MARKDOWN)
    }
}
