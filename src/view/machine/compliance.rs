//! `compliance.json`.

use serde::Serialize;

use super::{Text, Versions};

/// Which duties of the programme a portal meets, and where.
#[derive(Clone, Debug, Serialize)]
pub struct Compliance {
    /// The version of this format.
    pub version: u32,
    /// The address of the portal.
    pub portal: String,
    /// What it was made with.
    pub versions: Versions,
    /// The day on which the partner last read its facts.
    pub reviewed: Option<String>,
    /// The SHA-256 of `support.toml`.
    pub facts_sha256: String,
    /// The duties, in order.
    pub duties: Vec<DutyMet>,
}

/// A duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyMet {
    /// Its number.
    pub id: String,
    /// What customers must learn, by language.
    pub text: Text,
    /// Whether a place of the portal says it.
    pub met: bool,
    /// The places.
    pub places: Vec<Place>,
    /// The codes of the checks that prove it.
    pub checks: Vec<String>,
}

/// A place of the portal.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// Its address, by language.
    pub url: Text,
    /// Its heading, by language.
    pub title: Text,
}
