//! What a page of an article is made of, as one number: where it is the same, so is the page.
//!
//! An article shows its own file, facts of its translations, where its links lead, the articles listed beside or below it,
//! its folder, and what all pages of its language have around them. Whatever else enters such a page has to enter its key.

use std::hash::Hasher as _;

use rapidhash::fast::RapidHasher;
use rayon::prelude::*;

use super::Renderer;
use crate::site::{Page, PageKind};
use crate::view::hash_of;

/// What a page is made of.
pub type Key = u64;

/// What the files of a page are made of.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// The page itself.
    pub page: Key,
    /// Its twin.
    pub twin: Key,
}

impl Renderer<'_> {
    /// The keys of all pages, by their places; none for those that are rendered each time, for they show much and are few.
    /// `foundation` stands for everything that pages, or their twins, are made of but documents and what stands beside
    /// them. Nor of pages at a place that is not one of those asked for.
    pub fn keys(&self, foundation: Keys, is_one: impl Fn(usize) -> bool + Sync) -> Vec<Option<Keys>> {
        let frames = self.site.portal().languages.ids().map(|language| {
            let around = self.common[language.index()].around_articles();
            [foundation.page, foundation.twin].map(|foundation| hash_of(&(foundation, around)))
        });
        let frames: Vec<[Key; 2]> = frames.collect();
        let keys = |(place, page): (usize, &Page)| {
            if !is_one(place) {
                return None;
            }
            let (own, frames) = (self.key(page)?, frames.get(page.language.index())?);
            let [page, twin] = frames.map(|frame| hash_of(&(frame, own)));
            Some(Keys { page, twin })
        };
        self.site.pages.par_iter().enumerate().map(keys).collect()
    }

    /// What a page of an article has of its own.
    fn key(&self, page: &Page) -> Option<Key> {
        let PageKind::Article(id) = page.kind else { return None };
        let set = self.site.document(id);
        let document = set.in_language(page.language)?;
        let mut hasher = RapidHasher::default();
        hasher.write(page.address.path().as_bytes());
        hasher.write_u64(document.hash);
        hasher.write_u64(set.lead()?.hash);
        for version in set.versions() {
            hasher.write_usize(version.language.index());
        }
        if let Some(targets) = self.site.links.of(document.source.path()) {
            hasher.write_u64(targets.hash(&self.site.assets));
        }
        hasher.write_u64(self.common_of(page).guides.shown_by(&self.wording(page), set));
        Some(hasher.finish())
    }
}
