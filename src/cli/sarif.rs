//! Problems as SARIF 2.1.0, which code hosts show beside the lines: one run, all rules with their help.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::formats::level;
use crate::diagnostic::rules::{self, Rule};
use crate::diagnostic::{Diagnostic, Place};

/// What a relative reference does not hold as it is; a colon could end a scheme.
const NOT_IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The log of one run; paths begin with `prefix`, the folder of the site as it was named.
pub(super) fn log(problems: &[Diagnostic], prefix: &str) -> Value {
    let rules: Vec<&Rule> = rules::all().collect();
    let results: Vec<Value> = problems.iter().map(|problem| result(problem, &rules, prefix)).collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "supportal",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn descriptor(rule: &Rule) -> Value {
    let source = if rule.source.is_empty() { String::new() } else { format!(" Source: {}.", rule.source) };
    json!({
        "id": rule.code.id(),
        "shortDescription": { "text": rule.code.title() },
        "fullDescription": { "text": rule.why },
        "help": { "text": format!("{} {}{source}", rule.why, rule.fix) },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(problem: &Diagnostic, rules: &[&Rule], prefix: &str) -> Value {
    let text = std::iter::once(&*problem.message).chain(problem.hints.iter().map(String::as_str));
    let mut result = json!({
        "ruleId": problem.code.id(),
        "level": level(problem.severity),
        "message": { "text": text.collect::<Vec<_>>().join("; ") },
    });
    if let Some(index) = rules.iter().position(|rule| rule.code == problem.code) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(place) = &problem.place {
        let location = location(place, prefix);
        if let Some(fix) = &problem.fix {
            result["fixes"] = json!([{ "artifactChanges": [{
                "artifactLocation": location["physicalLocation"]["artifactLocation"],
                "replacements": [{
                    "deletedRegion": location["physicalLocation"]["region"],
                    "insertedContent": { "text": fix.text },
                }],
            }] }]);
        }
        result["locations"] = json!([location]);
    }
    result
}

fn location(place: &Place, prefix: &str) -> Value {
    let (line, column) = place.source.line_column(place.span.start);
    let (end_line, end_column) = place.source.line_column(place.span.end);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&format!("{prefix}{}", place.source.path())) },
        "region": { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
    } })
}

/// A path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_PATH).to_string()
}
