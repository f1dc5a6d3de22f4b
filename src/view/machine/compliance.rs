//! `compliance.json`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Text, Versions};

/// Which duties of the programme a portal meets, and where.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Which duties of the programme a support portal meets, and where")]
pub struct Compliance {
    /// The address of the schema of this file.
    #[serde(rename = "$schema")]
    #[schemars(url)]
    pub schema: String,
    /// The version of this format.
    pub version: u32,
    /// The address of the portal.
    #[schemars(url)]
    pub portal: String,
    /// What it was made with.
    pub versions: Versions,
    /// The day on which the partner last read its facts.
    #[schemars(extend("format" = "date"))]
    pub reviewed: Option<String>,
    /// The SHA-256 of `support.toml`.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub facts_sha256: String,
    /// The duties, in order.
    pub duties: Vec<DutyMet>,
}

/// A duty.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DutyMet {
    /// Its number.
    #[schemars(regex(pattern = "^O-[0-9]+$"))]
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
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// Its address, by language.
    pub url: Text,
    /// Its heading, by language.
    pub title: Text,
}
