//! Prices that end, and those that follow: said wherever a price stands, and known to the estimator.

use serde_json::Value;

use super::harness::{Built, build, repository};

/// A portal with a rate that has `amount` and more keys.
fn portal(pricing: &str, rate: &str) -> Built {
    let base = repository("tests/cases/base.toml").replace("price = \"included\"", "price = { rates = [\"hour\"] }");
    let text = format!(
        "{base}\n[pricing]\ncurrency = \"EUR\"\ntax = {{ name = \"VAT\", rate = \"20\", included = false }}\n{pricing}\n\
        [[rates]]\nid = \"hour\"\nname = \"Work\"\nper = \"hour\"\nincrement = \"15m\"\nminimum = \"15m\"\n{rate}\n"
    );
    let built = build(vec![("support.toml".to_owned(), text.into_bytes())]);
    assert!(!built.has_errors(), "{}", built.told());
    built
}

/// What the script of a page works with.
fn promises(built: &Built) -> Value {
    let html = built.page("/pricing/");
    let data = html.split("id=\"promises\">").nth(1).unwrap().split("</script>").next().unwrap();
    serde_json::from_str(data).unwrap()
}

const SUCCESSIVE: &str =
    "amount = [{ amount = \"100.00\", valid_until = 2026-12-31 }, { amount = \"120.00\", valid_from = 2027-01-01 }]";

#[test]
fn an_example_and_a_row_say_until_when_they_hold() {
    let page = portal("", SUCCESSIVE).page("/pricing/");
    assert!(page.contains("€50 + 20% VAT.</bdi></p><p><bdi>Valid until 31 December 2026.</bdi>"), "{page}");
    for row in ["Work, until 31 December 2026</th><td><bdi>€50 ", "Work, from 1 January 2027</th><td><bdi>€60 "] {
        assert!(page.contains(row), "{row}: {page}");
    }
    let whole = portal("valid_until = 2027-06-30", "amount = \"100.00\"").page("/pricing/");
    assert!(whole.contains("Work, until 30 June 2027</th>"), "{whole}");
}

#[test]
fn the_least_that_a_way_costs_says_until_when() {
    let contact = portal("", SUCCESSIVE).page("/contact/");
    assert!(contact.contains("from €25 + 20% VAT, until 31 December 2026"), "{contact}");
    let contact = portal("valid_until = 2027-06-30", "amount = \"100.00\"").page("/contact/");
    assert!(contact.contains("Valid until 30 June 2027."), "{contact}");
}

#[test]
fn the_estimator_goes_on_with_the_next_price_from_its_first_minute() {
    // Midnight in Warsaw, where the desk is.
    let midnight = 1_798_758_000 / 60;
    let rates = promises(&portal("", SUCCESSIVE))["rates"].clone();
    let prices = rates[0]["prices"].as_array().unwrap();
    assert_eq!(prices.len(), 2);
    assert_eq!(
        (&prices[0]["minor"], &prices[0]["until"], &prices[0]["from"]),
        (&10_000.into(), &midnight.into(), &Value::Null)
    );
    assert_eq!(
        (&prices[1]["minor"], &prices[1]["from"], &prices[1]["until"]),
        (&12_000.into(), &midnight.into(), &Value::Null)
    );
}

#[test]
fn all_prices_end_where_the_list_of_prices_ends() {
    let rates = promises(&portal("valid_until = 2026-12-31", "amount = \"100.00\""))["rates"].clone();
    assert_eq!(rates[0]["prices"][0]["until"], 1_798_758_000 / 60);
}

#[test]
fn a_price_for_another_country_does_not_step_in() {
    let amount = "amount = [{ amount = \"100.00\", valid_until = 2026-12-31 }, { amount = \"130.00\", currency = \"USD\" }]\n\
        out_of_hours = { surcharge = [{ amount = \"40.00\" }, { amount = \"55.00\", currency = \"USD\" }] }";
    let built = portal("", amount);
    let rates = promises(&built)["rates"].clone();
    assert_eq!(rates[0]["prices"].as_array().unwrap().len(), 1);
    assert_eq!(rates[0]["prices"][0]["plus"], 4000);
    assert!(built.page("/pricing/").contains("€40 + 20% VAT; $55 + 20% VAT on top"), "{}", built.page("/pricing/"));
}
