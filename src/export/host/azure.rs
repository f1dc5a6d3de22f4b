//! `staticwebapp.config.json`, which Azure Static Web Apps reads.

use serde_json::{Map, Value, json};

use super::{ASSETS, ASSETS_CACHE, PAGES_CACHE, Redirect, Rules, TYPES};

/// The largest file that the host accepts, in bytes.
pub(super) const LARGEST: usize = 20 * 1024;

/// The configuration. Redirects that would make it too large are left out: their pages redirect by themselves.
pub(super) fn config(rules: &Rules) -> Vec<u8> {
    let mut routes = vec![json!({
        "route": format!("{}{ASSETS}*", rules.base),
        "headers": { "Cache-Control": ASSETS_CACHE },
    })];
    let rest = written(rules, &routes).len();
    let mut room = LARGEST.saturating_sub(rest);
    for Redirect { from, to, .. } in &rules.redirects {
        let route = json!({ "route": from, "redirect": to, "statusCode": 301 });
        // A comma, a line end and the indentation of five lines.
        let size = serde_json::to_string_pretty(&route).map_or(LARGEST, |text| text.len()) + 32;
        if size > room {
            break;
        }
        room -= size;
        routes.push(route);
    }
    written(rules, &routes)
}

fn written(rules: &Rules, routes: &[Value]) -> Vec<u8> {
    let mut headers: Map<String, Value> =
        rules.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    headers.insert("Cache-Control".to_owned(), json!(PAGES_CACHE));
    let types: Map<String, Value> =
        TYPES.iter().map(|(extension, kind)| ((*extension).to_owned(), json!(kind))).collect();
    let config = json!({
        "routes": routes,
        "globalHeaders": headers,
        "mimeTypes": types,
        "responseOverrides": { "404": { "rewrite": format!("{}404.html", rules.base) } },
    });
    format!("{config:#}\n").into_bytes()
}
