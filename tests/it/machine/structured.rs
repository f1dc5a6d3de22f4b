//! JSON-LD in pages says the facts of `support.json`.

use serde_json::Value;

use super::sites;
use crate::harness::{build, repository};

/// The JSON-LD of a page.
pub(super) fn graph(html: &str) -> Option<Value> {
    let (_, after) = html.split_once("<script type=\"application/ld+json\">")?;
    let text = after.split_once("</script>")?.0;
    assert!(!text.contains('<'));
    Some(serde_json::from_str(text).unwrap())
}

fn of_type<'v>(graph: &'v Value, kind: &str) -> Vec<&'v Value> {
    graph["@graph"].as_array().unwrap().iter().filter(|thing| thing["@type"] == kind).collect()
}

#[test]
fn pages_say_what_the_data_says() {
    for (site, built, support) in sites() {
        let contact = graph(&built.page("/contact/")).unwrap();
        let points = of_type(&contact, "Organization")[0]["contactPoint"].as_array().unwrap();
        let methods = support["contact_methods"].as_array().unwrap();
        let reachable: Vec<&Value> =
            methods.iter().filter(|method| method["address"].as_array().unwrap().is_empty()).collect();
        assert_eq!(points.len(), reachable.len(), "{site}");
        for (point, method) in points.iter().zip(&reachable) {
            assert_eq!(point["telephone"], method["telephone"], "{site}");
            assert_eq!(point["contactType"] == "emergency", method["emergency"] == true, "{site}");
        }
        let services = graph(&built.page("/support-types/")).unwrap();
        assert_eq!(of_type(&services, "Service").len(), support["support_types"].as_array().unwrap().len(), "{site}");
        let pricing = graph(&built.page("/pricing/")).unwrap();
        let offers = of_type(&pricing, "OfferCatalog")[0]["itemListElement"].as_array().cloned().unwrap_or_default();
        let plans = support["plans"].as_array().unwrap();
        let said = plans.iter().chain(support["rates"].as_array().unwrap());
        assert_eq!(offers.len(), said.clone().count(), "{site}");
        for (offer, said) in offers.iter().zip(said) {
            let prices = said["prices"].as_array().unwrap();
            let written = offer["priceSpecification"].as_array().cloned().unwrap_or_default();
            let amounts = |list: &[Value], key: &str, currency: &str| -> Vec<(Value, Value)> {
                list.iter().map(|price| (price[key].clone(), price[currency].clone())).collect()
            };
            assert_eq!(amounts(&written, "price", "priceCurrency"), amounts(prices, "amount", "currency"), "{site}");
        }
    }
}

#[test]
fn a_day_of_24_hours_is_not_a_closed_one() {
    let config = repository("tests/cases/base.toml").replace("[\"08:00-17:00\"]", "[\"08:00-08:00\"]");
    let config = config.replace("checks = {", "checks = { HRS-03 = \"allow\",");
    let built = build(vec![("support.toml".to_owned(), config.into_bytes())]);
    assert!(!built.has_errors(), "{}", built.told());
    let text = graph(&built.page("/contact/")).unwrap().to_string();
    assert!(text.contains("\"opens\":\"08:00\"") && text.contains("\"closes\":\"07:59\""), "{text}");
    assert!(!text.contains("\"closes\":\"08:00\""), "{text}");
}
