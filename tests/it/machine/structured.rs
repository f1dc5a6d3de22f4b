//! JSON-LD in pages: only types and properties of schema.org, and the facts of `support.json`.

use serde_json::Value;

use super::sites;

/// The types that are used, with the properties of schema.org that each may have.
const VOCABULARY: [(&str, &[&str]); 15] = [
    ("Audience", &["audienceType"]),
    ("BreadcrumbList", &["itemListElement"]),
    (
        "ContactPoint",
        &[
            "name",
            "contactType",
            "telephone",
            "email",
            "url",
            "contactOption",
            "availableLanguage",
            "areaServed",
            "hoursAvailable",
        ],
    ),
    ("ListItem", &["position", "name", "item"]),
    ("Offer", &["name", "description", "offeredBy", "price", "priceCurrency", "priceSpecification"]),
    ("OfferCatalog", &["name", "itemListElement"]),
    ("OpeningHoursSpecification", &["opens", "closes", "dayOfWeek", "validFrom", "validThrough"]),
    (
        "Organization",
        &[
            "name",
            "legalName",
            "url",
            "vatID",
            "address",
            "areaServed",
            "email",
            "telephone",
            "knowsLanguage",
            "contactPoint",
            "hasOfferCatalog",
        ],
    ),
    ("QuantitativeValue", &["value", "minValue", "unitCode"]),
    (
        "Service",
        &[
            "name",
            "serviceType",
            "description",
            "provider",
            "audience",
            "hoursAvailable",
            "availableChannel",
            "offers",
            "hasOfferCatalog",
        ],
    ),
    (
        "ServiceChannel",
        &["name", "servicePhone", "serviceSmsNumber", "serviceUrl", "availableLanguage", "processingTime"],
    ),
    (
        "UnitPriceSpecification",
        &[
            "price",
            "priceCurrency",
            "unitText",
            "unitCode",
            "valueAddedTaxIncluded",
            "eligibleQuantity",
            "referenceQuantity",
            "billingIncrement",
            "validFrom",
            "validThrough",
        ],
    ),
    ("WebPage", &["name"]),
    ("WebSite", &["name"]),
    ("Thing", &["name"]),
];

fn graph(html: &str) -> Option<Value> {
    let (_, after) = html.split_once("<script type=\"application/ld+json\">")?;
    let text = after.split_once("</script>")?.0;
    assert!(!text.contains('<'));
    Some(serde_json::from_str(text).unwrap())
}

fn check(value: &Value, place: &str) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| check(item, place)),
        Value::Object(thing) => {
            if let Some(kind) = thing.get("@type") {
                let known = VOCABULARY.iter().find(|(name, _)| kind == name);
                let (_, properties) = known.unwrap_or_else(|| panic!("{place}: no type {kind}"));
                for key in thing.keys().filter(|key| !key.starts_with('@')) {
                    assert!(properties.contains(&key.as_str()), "{place}: {kind} has no {key}");
                }
            }
            thing.values().for_each(|value| check(value, place));
        }
        _ => {}
    }
}

fn of_type<'v>(graph: &'v Value, kind: &str) -> Vec<&'v Value> {
    graph["@graph"].as_array().unwrap().iter().filter(|thing| thing["@type"] == kind).collect()
}

#[test]
fn only_the_vocabulary_is_used() {
    for (site, built, _) in sites() {
        let pages = built.files.keys().filter(|path| path.ends_with(".html"));
        let found = pages.filter_map(|path| Some((path, graph(&built.page(path))?)));
        let count = found.map(|(path, graph)| check(&graph, &format!("{site} {path}"))).count();
        assert!(count >= 4, "{site}");
    }
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
