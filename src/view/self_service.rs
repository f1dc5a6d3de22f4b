//! What customers can do themselves: the self-service page and "I cannot sign in".

use super::{Block, Phrase, Shared, articles::ArticleGroup};
use serde::Serialize;

/// Data of `self-service.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct SelfService {
    /// The h1.
    pub heading: String,
    /// What to look at first.
    pub start: Block,
    /// The portals, one group for each cloud that the partner serves.
    pub clouds: Vec<Cloud>,
    /// The partner's own links.
    pub links: Vec<PortalLink>,
    /// By product: what stays yours to do.
    pub tasks: Vec<Block>,
    /// The partner's articles.
    pub articles: Shared<Vec<ArticleGroup>>,
    /// What the words of service health mean.
    pub health_words: Block,
}

/// The portals of one cloud.
#[derive(Clone, Debug, Serialize)]
pub struct Cloud {
    /// `global`, `gcc-high`, `dod`, `china`.
    pub id: String,
    /// Its name; shown when there is more than one.
    pub name: String,
    /// Its links.
    pub links: Vec<PortalLink>,
}

/// A link to a portal.
#[derive(Clone, Debug, Serialize)]
pub struct PortalLink {
    /// What it is called.
    pub title: Phrase,
    /// What to do there.
    pub task: Option<Phrase>,
    /// The cloud that it belongs to; empty when there is one cloud or it is for all.
    pub cloud: String,
    /// The address.
    pub href: String,
    /// The host, to show.
    pub host: String,
    /// "Checked on 22 November 2026"; may be empty.
    pub verified: String,
    /// Its icon.
    pub icon: String,
}

/// Data of `cannot-sign-in.html`, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct CannotSignIn {
    /// The h1.
    pub heading: String,
    /// The steps, in order; each with the links that belong to it.
    pub steps: Vec<SignInStep>,
}

/// A step that needs no sign-in.
#[derive(Clone, Debug, Serialize)]
pub struct SignInStep {
    /// What to do.
    pub block: Block,
    /// Links, one group for each cloud.
    pub clouds: Vec<Cloud>,
    /// Whether this step is for emergencies.
    pub emergency: bool,
}
