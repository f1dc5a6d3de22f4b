//! The example site: what a partner sees first.

use super::harness::{build, build_at, example};

#[test]
fn it_builds_without_error_or_warning_in_three_languages() {
    let built = build(example());
    let told = built.told();
    assert!(!built.has_errors() && !told.contains("warning["), "{told}");
    for page in [
        "",
        "cannot-sign-in/",
        "support-types/",
        "contact/",
        "pricing/",
        "self-service/",
        "articles/",
        "notices/",
        "partner-of-record/",
        "delegated-access/",
        "legal/",
        "privacy/",
        "accessibility/",
        "print/",
        "about-this-portal/",
        "404.html",
    ] {
        for language in ["", "en/", "de/"] {
            assert!(!built.page(&format!("/{language}{page}")).is_empty());
        }
    }
    let articles =
        built.files.keys().filter(|path| path.starts_with("articles/") && path.matches('/').count() == 3).count();
    assert!(articles >= 12, "{articles} articles");
}

#[test]
fn the_same_clock_gives_the_same_bytes_and_the_time_of_day_changes_nothing() {
    let (first, second) = (build(example()), build(example()));
    assert_eq!(first.files, second.files);
    let evening = build_at(example(), "2026-11-22T23:59:59Z");
    assert_eq!(first.files, evening.files);
}

#[test]
fn only_pages_that_tell_time_depend_on_the_date() {
    let (today, later) = (build(example()), build_at(example(), "2027-02-01T10:00:00Z"));
    let changed: Vec<&String> = today
        .files
        .iter()
        .filter(|(path, bytes)| later.files.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(changed.iter().any(|path| *path == "contact/index.html"), "the special days are those to come");
    let dated = |path: &str| {
        ["", "en/", "de/"].iter().any(|l| {
            path.strip_prefix(l).is_some_and(|p| {
                ["contact/", "pricing/", "notices/", "print/"].iter().any(|page| p.starts_with(page))
                    || matches!(p, "index.html" | "index.md")
            })
        })
    };
    let dated = |path: &str| {
        // Calendars and data give instants of the horizon; security.txt ends some time after the build; a feed says of a
        // notice whose end has come that it is over.
        dated(path)
            || path.ends_with(".ics")
            || path.ends_with("notices.atom")
            || matches!(path, "support.json" | "offline.js" | ".well-known/security.txt")
    };
    let others: Vec<_> = changed.into_iter().filter(|path| !dated(path)).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn the_security_contact_for_microsoft_is_in_no_byte() {
    let built = build(example());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["soc@chmurnik", "SOC Chmurnik", "48220000190", "22 000 01 90"] {
            assert!(!text.contains(secret), "{path} holds {secret}");
        }
    }
}

#[test]
fn christmas_is_said_in_each_language() {
    let built = build(example());
    for (page, words) in [
        ("/contact/", ["24", "grudnia 2026", "Wigilia"]),
        ("/en/contact/", ["24", "December 2026", "Christmas Eve"]),
        ("/de/contact/", ["24.", "Dezember 2026", "Heiligabend"]),
    ] {
        let html = built.page(page);
        for word in words {
            assert!(html.contains(word), "{page} lacks {word}");
        }
    }
}

#[test]
fn the_contact_of_record_is_exactly_that_of_the_support_profile() {
    let html = build(example()).page("/en/partner-of-record/");
    for fact in ["mailto:pomoc@chmurnik.example", "tel:+48220000101", "https://wsparcie.chmurnik.example/"] {
        assert!(html.contains(fact), "{fact}");
    }
}

#[test]
fn nothing_is_fetched_from_another_host() {
    let built = build(example());
    for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for part in html.split("<link ").skip(1).filter(|part| part.starts_with("rel=\"stylesheet\"")) {
            assert!(!part.split('>').next().unwrap_or_default().contains("//"), "{path}");
        }
        for attribute in ["src=\"http", "src=\"//", "url(http", "@import"] {
            assert!(!html.contains(attribute), "{path} holds {attribute}");
        }
    }
}
