//! `notices.atom` says what the page of a notice says, and its entries stay the same while only words are added.

use super::harness::{Built, build_at, repository};

const CONFIG: &str = "\n[[components]]\nid = \"mail\"\nname = { en = \"Mail & more\", de = \"Post\" }\n";

/// A portal in English and German with these notices, by path.
fn portal(files: &[(&str, &str)], now: &str) -> Built {
    let text =
        repository("tests/cases/base.toml").replace("languages = [\"en\"]", "languages = [\"en\", \"de\"]") + CONFIG;
    let files = files.iter().map(|(path, text)| (format!("content/{path}.md"), text.as_bytes().to_vec()));
    let built = build_at(files.chain([("support.toml".to_owned(), text.into_bytes())]).collect(), now);
    assert!(!built.has_errors(), "{}", built.told());
    built
}

const NOW: &str = "2026-11-22T10:00:00Z";

/// A notice with these facts.
fn notice(title: &str, facts: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n{facts}\n+++\n\nText.\n")
}

/// What stands in an element of the first entry, without escapes; empty when there is none.
fn first(feed: &str, name: &str) -> String {
    let entry = feed.split("<entry").nth(1).unwrap();
    let inside = entry.split_once(&format!("<{name}")).and_then(|(_, rest)| rest.split_once('>'));
    let text = inside.map(|(_, rest)| rest.split("</").next().unwrap()).unwrap_or_default();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

const WORK: &str = "kind = \"maintenance\"\ncomponents = [\"mail\"]\ndate = 2026-11-20\n\
    start = 2026-12-05T21:00:00Z\nend = 2026-12-06T01:00:00Z";

#[test]
fn an_entry_says_kind_status_times_and_services() {
    let feed = |more: &str, now: &str| {
        portal(&[("en/notices/work", &notice("The move", &format!("{WORK}\n{more}")))], now).page("notices.atom")
    };
    let planned = feed("status = \"scheduled\"", NOW);
    let when = "5 December 2026 at 22:00 to 6 December 2026 at 02:00, Warsaw time";
    assert_eq!(first(&planned, "title"), "The move");
    assert_eq!(first(&planned, "summary"), format!("Planned · Maintenance · {when} · Mail & more"));
    assert_eq!(
        first(&planned, "content"),
        format!("<p><b>Planned</b> · Maintenance · <b>{when}</b> · Mail &amp; more</p><p>Text.</p>\n")
    );
    for category in [
        "<category term=\"maintenance\" label=\"Maintenance\"/>",
        "<category term=\"scheduled\" label=\"Planned\"/>",
        "<category term=\"mail\" scheme=\"https://support.contoso.example/support.json#components\" label=\"Mail &amp; more\"/>",
    ] {
        assert!(planned.contains(category), "{category}: {planned}");
    }
    let cancelled = feed("status = \"cancelled\"", NOW);
    assert_eq!(first(&cancelled, "title"), "Cancelled: The move");
    assert!(first(&cancelled, "content").starts_with("<p><b>Cancelled</b> · "), "{cancelled}");
    // What it says on its own day is true on that day, and the end that came is news.
    let (during, over) = (feed("", "2026-12-05T10:00:00Z"), feed("", "2026-12-07T10:00:00Z"));
    assert_eq!(first(&during, "content"), first(&planned, "content"));
    assert!(first(&over, "content").starts_with("<p><b>Time window over</b> · "), "{over}");
    assert_eq!(
        (first(&during, "updated"), first(&over, "updated")),
        ("2026-11-20T00:00:00Z".into(), "2026-12-06T01:00:00Z".into())
    );
}

#[test]
fn an_entry_has_every_update_and_its_id_before_and_after_it_is_translated() {
    let facts = "kind = \"incident\"\nstatus = \"monitoring\"\nstart = 2026-11-22T07:00:00Z\ndate = 2026-11-21\n";
    let update = |hour: &str, text: &str| {
        format!("\n[[updates]]\ntime = 2026-11-22T{hour}:00:00Z\nstatus = \"monitoring\"\ntext = \"{text}\"\n")
    };
    let lead = notice("Slow", &format!("{facts}{}{}", update("08", "First."), update("09", "Second.")));
    let own = notice("Langsam", &update("08", "Erstens."));
    let feed = |files: &[(&str, &str)]| portal(files, NOW).page("de/notices.atom");
    let (foreign, translated) =
        (feed(&[("en/notices/slow", &lead)]), feed(&[("en/notices/slow", &lead), ("de/notices/slow", &own)]));
    let content = first(&translated, "content");
    let (second, first_said) = (content.find("Second.").unwrap(), content.find("Erstens.").unwrap());
    assert!(second < first_said && !content.contains("First."), "{content}");
    assert!(content.contains("<span lang=\"en\" dir=\"ltr\">Second.</span> (auf Englisch)"), "{content}");
    assert!(
        content.starts_with("<p><b>Reparatur wird beobachtet</b> · Störung · <b>seit dem 22. November 2026"),
        "{content}"
    );
    assert_eq!(first(&foreign, "id"), "https://support.contoso.example/de/notices/slow/");
    assert!(foreign.contains("href=\"https://support.contoso.example/notices/slow/\""), "{foreign}");
    for feed in [foreign, translated] {
        assert_eq!(first(&feed, "id"), "https://support.contoso.example/de/notices/slow/");
        assert_eq!(first(&feed, "published"), "2026-11-21T00:00:00Z");
        assert_eq!(first(&feed, "updated"), "2026-11-22T09:00:00Z");
    }
}

#[test]
fn a_change_of_the_facts_is_a_change_of_every_translation() {
    let lead = notice("The move", &format!("{WORK}\nupdated = 2026-11-22\nstatus = \"cancelled\""));
    let own = notice("Der Umzug", "date = 2026-11-20");
    let built = portal(&[("en/notices/work", &lead), ("de/notices/work", &own)], NOW);
    let feed = built.page("de/notices.atom");
    assert_eq!(
        (first(&feed, "title"), first(&feed, "updated")),
        ("Abgesagt: Der Umzug".into(), "2026-11-22T00:00:00Z".into())
    );
    // Nobody dated it: what is to come was not changed on its day.
    let undated = notice("The move", &WORK.replace("date = 2026-11-20\n", ""));
    let feed = portal(&[("en/notices/work", &undated)], NOW).page("notices.atom");
    assert!(*first(&feed, "updated") < *"2026-11-23", "{feed}");
}

#[test]
fn an_incident_that_is_over_does_not_go_on_since_it_began() {
    let over = notice("Slow", "kind = \"incident\"\nstatus = \"resolved\"\nstart = 2026-11-22T07:00:00Z");
    let built = portal(&[("en/notices/slow", &over)], NOW);
    let page = built.page("/notices/slow/");
    assert!(page.contains("began 22 November 2026 at 08:00") && !page.contains("since 22 November"), "{page}");
    assert!(
        first(&built.page("notices.atom"), "content").contains("<b>began 22 November 2026 at 08:00, Warsaw time</b>")
    );
}

#[test]
fn the_hour_that_comes_twice_in_autumn_is_told_by_its_offset() {
    let at = |start: &str, end: &str| {
        let facts = format!("kind = \"maintenance\"\nstart = 2026-10-25T{start}\nend = 2026-10-25T{end}");
        first(&portal(&[("en/notices/work", &notice("Work", &facts))], NOW).page("notices.atom"), "summary")
    };
    assert!(at("02:30:00+02:00", "02:15:00+01:00").ends_with("02:30 to 02:15, Warsaw time (UTC+02:00 – UTC+01:00)"));
    assert!(at("02:15:00+01:00", "05:00:00+01:00").ends_with("02:15 to 05:00, Warsaw time (UTC+01:00)"));
    assert!(at("03:00:00+01:00", "05:00:00+01:00").ends_with("03:00 to 05:00, Warsaw time"));
}
