//! What is told of a link that leads nowhere, and of an image that is too large.

use super::link::{Resolver, lock};
use super::path::{last_part, nearest};
use super::target::Links;
use crate::content::Document;
use crate::content::markdown::{Body, Link};
use crate::diagnostic::{Diagnostic, code, guess};

/// The most headings of a page that a hint repeats.
const MOST_HEADINGS: usize = 12;

impl Resolver<'_> {
    /// A heading to which a link leads and which is not there, with those that are.
    pub(super) fn missing_anchor(&self, link: &Link, anchor: &str, document: &Document) {
        let ids = || document.body.headings.iter().map(|heading| heading.id.as_str());
        let near = if self.diagnostics.are_many() { None } else { guess::nearest(anchor, ids()) };
        let hint = match (near, ids().count()) {
            (Some(near), _) => format!("did you mean #{near}?"),
            (None, 0) => "the page has no headings to lead to".to_owned(),
            (None, count) => {
                let known: Vec<String> = ids().take(MOST_HEADINGS).map(|id| format!("#{id}")).collect();
                let more = count - known.len();
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                format!("its headings are {}{more}", known.join(", "))
            }
        };
        let problem = Diagnostic::error(code::LNK_03, format!("{} has no heading #{anchor}", document.source.path()));
        self.diagnostics.push(problem.at(link.place.clone()).hint(hint));
    }

    /// A page or file that is not there; `written` is how one of those `known` is written in place of the link.
    pub(super) fn missing<'k>(
        &self,
        link: &Link,
        message: &str,
        known: impl Iterator<Item = &'k str>,
        written: impl Fn(&str) -> String,
    ) {
        let is_web = link.target.starts_with("www.");
        let path = link.target.split(['#', '?']).next().unwrap_or_default();
        let near = if self.diagnostics.are_many() || is_web { None } else { nearest(last_part(path), known) };
        let hint = near.map_or_else(
            || is_web.then(|| format!("write the whole address: https://{}", link.target)),
            |path| Some(format!("did you mean {}?", written(path))),
        );
        let hint = hint.unwrap_or_else(|| {
            "write the path from this file, such as ../mail/report-phishing.md, or a page such as /contact/".to_owned()
        });
        self.diagnostics.push(Diagnostic::error(code::LNK_03, message).at(link.place.clone()).hint(hint));
    }

    /// Each image that is too large, where it is first shown.
    pub(super) fn tell_large(&self, shown: &[(String, &Body)], links: &Links) {
        let mut large = lock(&self.large);
        for (key, body) in shown {
            if large.is_empty() {
                return;
            }
            let Some(targets) = links.of(key) else { continue };
            for (index, image) in body.images.iter().enumerate() {
                let Some(bytes) = targets.image(index).and_then(|source| large.remove(source)) else { continue };
                let message = format!("the image {} has {} KB", image.target, bytes / 1000);
                let problem = Diagnostic::warning(code::IMG_02, message).at(image.place.clone());
                self.diagnostics.push(problem.hint("make it smaller than 500 KB: customers open this page on a phone"));
            }
        }
    }
}
