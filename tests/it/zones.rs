//! A build has a day of UTC, a desk one of its own: what is said of a day follows the clock of the desk.

use serde_json::Value;

use super::harness::{Built, build, repository};

/// A portal in Los Angeles, where it is still 21 November when 22 November, the day of the build, begins.
fn los_angeles(change: impl Fn(String) -> String) -> Built {
    let base = repository("tests/cases/base.toml").replace("Europe/Warsaw", "America/Los_Angeles");
    let text = change(base.replace("public_holidays = [\"PL\"]", "public_holidays = []"));
    let built = build(vec![("support.toml".to_owned(), text.into_bytes())]);
    assert!(!built.has_errors(), "{}", built.told());
    built
}

fn facts(built: &Built) -> Value {
    serde_json::from_str(&built.page("/support.json")).unwrap()
}

#[test]
fn a_closure_of_the_day_that_has_not_ended_at_the_desk_is_said_in_every_format() {
    let special = "public_holidays = []\nspecial = [\n  { date = 2026-11-20, open = [], reason = \"A move\" },\n\
        {  date = 2026-11-21, open = [\"09:00-10:00\"], reason = \"Stocktaking\" },\n]";
    let built = los_angeles(|base| base.replace("public_holidays = []", special));
    let exceptions = &facts(&built)["hours"]["office"]["exceptions"];
    let dates: Vec<&str> = exceptions.as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2026-11-21"]);
    let contact = built.page("/contact/");
    assert!(contact.contains("Stocktaking") && !contact.contains("A move"), "{contact}");
    assert!(contact.contains("\"validFrom\":\"2026-11-21\"") && !contact.contains("2026-11-20"), "{contact}");
}

#[test]
fn why_a_desk_is_closed_is_known_until_its_own_midnight() {
    let special =
        "public_holidays = []\nspecial = [{ date = 2026-11-20, until = 2026-11-21, open = [], reason = \"A move\" }]";
    let week = |base: String| base.replace("mon-fri", "mon-sun").replace("public_holidays = []", special);
    let contact = los_angeles(week).page("/contact/");
    let live = contact.split("id=\"hours\">").nth(1).unwrap().split("</script>").next().unwrap();
    let live: Value = serde_json::from_str(live).unwrap();
    // The first change is at the beginning of the build's day, the next when the desk's day ends, eight hours later.
    assert_eq!(live["reasons"], serde_json::json!({ "0": " (A move)" }));
    let changes: Vec<i64> = live["changes"].as_array().unwrap().iter().map(|change| change.as_i64().unwrap()).collect();
    assert_eq!((changes[0] / 4, changes[1] / 4), (0, 8 * 60), "{changes:?}");
}

#[test]
fn a_price_that_ends_with_the_day_holds_until_the_midnight_of_the_desk() {
    let rate = "[pricing]\ncurrency = \"USD\"\ntax = { name = \"VAT\", rate = \"0\", included = false }\n\
        [[rates]]\nid = \"hour\"\nname = \"Work\"\nper = \"hour\"\nincrement = \"15m\"\nminimum = \"15m\"\n\
        amount = [{ amount = \"100.00\", valid_until = 2026-11-21 }, { amount = \"120.00\", valid_from = 2026-11-22 }]\n";
    let page = los_angeles(|base| format!("{base}\n{rate}")).page("/pricing/");
    assert!(page.contains("Work, until 21 November 2026</th>"), "{page}");
    assert!(page.contains("Work, from 22 November 2026</th>"), "{page}");
    let warsaw = page.find("$100").zip(page.find("$120"));
    assert!(warsaw.is_some_and(|(now, then)| now < then), "{page}");
}

#[test]
fn hours_that_never_close_keep_their_zone_and_what_is_said_of_holidays() {
    let always = "weekly = \"always\"\n";
    let with = |more: &str| {
        let desk = format!("[hours.ever]\nname = \"Ever\"\n{always}{more}");
        let built = los_angeles(|base| format!("{base}\n{desk}"));
        let ever = facts(&built)["hours"]["ever"].clone();
        (ever["always"].clone(), ever["time_zone"].clone(), ever["public_holidays"].clone())
    };
    let yes = Value::from(true);
    assert_eq!(with(""), (yes.clone(), Value::Null, Value::Null));
    let zone = "time_zone = \"Asia/Tokyo\"\n";
    assert_eq!(with(zone), (yes.clone(), "Asia/Tokyo".into(), Value::Null));
    assert_eq!(with(&format!("{zone}public_holidays = []\n")), (yes, "Asia/Tokyo".into(), serde_json::json!([])));
}
