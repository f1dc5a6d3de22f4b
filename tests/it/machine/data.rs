//! `support.json` against the configuration and the other files.

use super::super::harness::{self, build, example};
use super::{SITES, json, sites, strings};

#[test]
fn every_item_of_the_configuration_is_there() {
    for (site, built, support) in sites() {
        let files = harness::site(site);
        let (_, bytes) = files.iter().find(|(path, _)| path == "support.toml").unwrap();
        let config: toml::Table = std::str::from_utf8(bytes).unwrap().parse().unwrap();
        for list in ["contact_methods", "support_types", "plans", "rates", "severities", "components"] {
            let ids = |item: &toml::Value| item["id"].as_str().unwrap().to_owned();
            let said: Vec<String> =
                config.get(list).and_then(|list| list.as_array()).into_iter().flatten().map(ids).collect();
            let written: Vec<&str> =
                support[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
            assert_eq!(written, said, "{site}: {list}");
        }
        let mut said: Vec<&String> = config["hours"].as_table().unwrap().keys().collect();
        said.sort();
        assert_eq!(support["hours"].as_object().unwrap().keys().collect::<Vec<_>>(), said, "{site}");
        let text = built.page("support.json");
        for key in ["partner_of_record", "legal", "commerce", "escalation"] {
            let Some(table) = config.get(key).and_then(|table| table.as_table()) else { continue };
            for value in table.values().filter_map(|value| value.as_str()).filter(|value| !value.starts_with("mailto:"))
            {
                assert!(
                    text.contains(&serde_json::to_string(value).unwrap().trim_matches('"').to_owned()),
                    "{site}: {value}"
                );
            }
        }
    }
}

#[test]
fn what_is_for_microsoft_only_is_in_no_byte() {
    for site in SITES {
        let mut files = harness::site(site);
        for (path, bytes) in &mut files {
            if path == "support.toml" {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let text = text.replace("[security.microsoft_only]", "[was.here]");
                let text = text.split("[was.here]").next().unwrap().to_owned() + &rest(&text);
                let security =
                    if text.contains("\n[security]") { "" } else { "\n[security]\nemail = \"open@a.example\"\n" };
                let planted = "\n[security.microsoft_only]\nname = \"Marker QZXJ\"\nemail = \"qzxj@marker.example\"\ntelephone = \"+48220000987\"\n";
                *bytes = format!("{text}{security}{planted}").into_bytes();
            }
        }
        let built = build(files);
        assert!(!built.has_errors(), "{site}: {}", built.told());
        for (path, bytes) in &built.files {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            for marker in ["qzxj", "48220000987", "22 000 09 87", "microsoft_only"] {
                assert!(!text.contains(marker), "{site}: {path} holds {marker}");
            }
        }
    }
}

/// What follows the table that was marked.
fn rest(text: &str) -> String {
    let Some((_, after)) = text.split_once("[was.here]") else { return String::new() };
    after.find("\n[").map_or_else(String::new, |at| after[at..].to_owned())
}

#[test]
fn the_schema_is_named_and_describes_every_key() {
    for (site, built, support) in sites() {
        let schema = json(&built, "support.schema.json");
        assert_eq!(support["$schema"], schema["$id"], "{site}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let properties = schema["properties"].as_object().unwrap();
        assert_eq!(properties.keys().collect::<Vec<_>>(), support.as_object().unwrap().keys().collect::<Vec<_>>());
        assert!(properties.values().all(|property| property["description"].is_string()));
    }
}

#[test]
fn hours_are_instants_of_the_horizon_sorted_and_apart() {
    for (site, _, support) in sites() {
        let (from, until) =
            (support["horizon"]["from"].as_str().unwrap(), support["horizon"]["until"].as_str().unwrap());
        assert_eq!((from, until), ("2026-11-22T00:00:00Z", "2027-12-27T00:00:00Z"));
        for (id, hours) in support["hours"].as_object().unwrap() {
            let mut last = from;
            for span in hours["open"].as_array().unwrap() {
                let [start, end] = strings(span).try_into().unwrap();
                assert!(last <= start && start < end && end <= until, "{site}: {id} {start} {end}");
                assert!(last == from || last < start, "{site}: {id} touches at {start}");
                last = end;
            }
        }
    }
}

#[test]
fn christmas_at_the_office_is_closed_in_every_format() {
    let built = build(example());
    let support = json(&built, "support.json");
    let open = support["hours"]["biuro"]["open"].as_array().unwrap();
    let at = open.iter().position(|span| span[0] == "2026-12-23T07:00:00Z").unwrap();
    assert_eq!(strings(&open[at]), ["2026-12-23T07:00:00Z", "2026-12-23T16:00:00Z"]);
    assert_eq!(strings(&open[at + 1]), ["2026-12-28T07:00:00Z", "2026-12-28T16:00:00Z"]);
    assert!(built.page("hours.ics").contains("EXDATE;TZID=Europe/Warsaw:20261224T080000"));
    assert!(built.page("closures.ics").contains("DTSTART;VALUE=DATE:20261224"));
    assert!(built.page("/contact/").contains("\"validFrom\":\"2026-12-24\""));
}
