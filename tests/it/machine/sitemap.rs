//! The sitemap of a site with more pages than one sitemap may name.

use super::super::harness::{build, repository};

#[test]
fn more_pages_than_one_sitemap_may_name_stand_in_several() {
    let article = |number: usize| {
        let text = "+++\ntitle = \"Mail\"\n+++\n\nText.\n";
        (format!("content/en/articles/{}/{number}.md", number / 1_000), text.as_bytes().to_vec())
    };
    let config = ("support.toml".to_owned(), repository("tests/cases/whole.toml").into_bytes());
    let built = build((0..50_000).map(article).chain([config]).collect());
    assert!(!built.has_errors(), "{}", built.told());
    let index = built.page("sitemap.xml");
    let places: Vec<&str> = index.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(
        places,
        ["https://support.contoso.com/sitemap-1.xml", "https://support.contoso.com/sitemap-2.xml"],
        "{index}"
    );
    let of_part = |part: &str| built.page(part).matches("<loc>").count();
    assert_eq!(of_part("sitemap-1.xml"), 50_000);
    assert!((1..1_000).contains(&of_part("sitemap-2.xml")), "the rest, and no more");
    let support = build(vec![("support.toml".to_owned(), repository("tests/cases/whole.toml").into_bytes())]);
    assert!(!support.files.contains_key("sitemap-1.xml") && support.page("sitemap.xml").contains("<urlset"));
}
