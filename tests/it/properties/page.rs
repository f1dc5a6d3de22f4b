//! What runs on a page, or loads and leads elsewhere by itself, is what the theme wrote.

use super::html::Piece;

/// The theme's own script.
const LIVE: &str = include_str!("../../../themes/standard/live.min.js");

/// Elements that no page of the theme has.
const NOWHERE: [&str; 7] = ["base", "iframe", "frame", "object", "embed", "math", "template"];

/// Checks the elements of a page.
pub(super) fn check(html: &str, tree: &[Piece]) {
    let (mut scripts, mut styles) = (0, 0);
    for (at, piece) in tree.iter().enumerate() {
        let Piece::Open(name, attributes) = piece else { continue };
        let attributes: Vec<_> = attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let text = match tree.get(at + 1) {
            Some(Piece::Text(text)) => text.as_str(),
            _ => "",
        };
        match name.as_str() {
            "script" if attributes.is_empty() => {
                scripts += 1;
                assert!(text == LIVE, "the theme has no script {text:?} in {html}");
            }
            "script" if is_of_promises(&attributes) || is_offline(&attributes) => {
                assert!(text.is_empty(), "{text:?} in a script of {html}")
            }
            "form" => assert!(is_estimate(&attributes), "a form with {attributes:?} in {html}"),
            "script" => assert!(is_data(&attributes, text), "a script with {attributes:?} in {html}"),
            "style" => styles += 1,
            "meta" => assert!(is_meta(&attributes), "<meta {attributes:?}> in {html}"),
            "link" => assert!(is_link(&attributes), "<link {attributes:?}> in {html}"),
            name => assert!(!NOWHERE.contains(&name), "<{name}> in {html}"),
        }
    }
    assert!(scripts <= 1 && styles <= 1, "{scripts} scripts, {styles} styles in {html}");
}

/// The theme's file that says by when promises are due.
fn is_of_promises(attributes: &[(&str, &str)]) -> bool {
    matches!(attributes, [("src", src)] if is_own(src) && src.contains("/assets/") && src.ends_with(".js"))
}

/// The file that keeps pages for times without a network.
fn is_offline(attributes: &[(&str, &str)]) -> bool {
    matches!(attributes, [("src", src), ("async", "")] if is_own(src) && src.ends_with("/offline.js"))
}

/// The form of the estimator, which sends nothing.
fn is_estimate(attributes: &[(&str, &str)]) -> bool {
    attributes.iter().any(|(name, _)| *name == "data-estimate") && attributes.iter().all(|(name, _)| *name != "action")
}

/// The hours for the script, or facts for search engines.
fn is_data(attributes: &[(&str, &str)], text: &str) -> bool {
    let is_known = matches!(
        attributes,
        [("type", "application/json"), ("id", "hours" | "promises")] | [("type", "application/ld+json")]
    );
    // Without this character no text in it can end the script or open a comment.
    is_known && !text.contains('<') && serde_json::from_str::<serde_json::Value>(text).is_ok()
}

/// A name for robots and browsers, the policy, or the way on from an old address of the same site.
fn is_meta(attributes: &[(&str, &str)]) -> bool {
    match attributes {
        [("http-equiv", "Content-Security-Policy"), ("content", policy)] => {
            // A stub that only leads on loads nothing at all.
            policy.starts_with("default-src 'none';") || policy == &"default-src 'none'"
        }
        [("http-equiv", "refresh"), ("content", to)] => to.strip_prefix("0; url=").is_some_and(is_own),
        _ => attributes.iter().all(|(name, _)| *name != "http-equiv"),
    }
}

/// What a browser loads comes from the site or stands in the page; a whole address only names a page.
fn is_link(attributes: &[(&str, &str)]) -> bool {
    let value = |key| attributes.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
    let href = value("href").unwrap_or_default();
    match value("rel") {
        Some("stylesheet" | "manifest") => is_own(href),
        Some("icon") => is_own(href) || href.starts_with("data:image/"),
        // The twin of the page stands beside it.
        Some("alternate") if value("type") == Some("text/markdown") => href == "index.md",
        Some("canonical" | "alternate") => is_own(href) || href.starts_with("https://") || href.starts_with("http://"),
        _ => false,
    }
}

fn is_own(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains('\\')
}
