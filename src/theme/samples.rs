//! A sample of each kind of page that a site may lack, so that a check of its theme renders every template.

use crate::source::Sources;

/// What a folder of content holds, with a sample that uses everything that a template may have to show.
const KINDS: [(&str, &str); 3] = [
    (
        "articles",
        "+++\ntitle = \"Sample article\"\ndescription = \"A sample.\"\nupdated = 2026-01-01\ntags = [\"sample\"]\nproducts = [\"Sample\"]\n+++\n\n## One\n\n1. First\n2. Second\n\n## Two\n\n> A quotation.\n\n## Three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ),
    (
        "notices",
        "+++\ntitle = \"Sample incident\"\ndescription = \"A sample.\"\ndate = 2026-01-01\nkind = \"incident\"\nstatus = \"identified\"\nstart = 2026-01-01T07:00:00Z\n\n[[updates]]\ntime = 2026-01-01T08:00:00Z\nstatus = \"identified\"\ntext = \"A sample.\"\n+++\n\nA sample.\n",
    ),
    ("pages", "+++\ntitle = \"Sample page\"\n+++\n\nA sample.\n"),
];

/// Samples in the default language of what the site has none of.
pub fn of_missing(partner: &Sources) -> Sources {
    let language = default_language(partner);
    let missing = KINDS.into_iter().filter_map(|(kind, text)| {
        let folder = format!("content/{language}/{kind}/");
        let path =
            partner.under(&folder).all(|path| !path.ends_with(".md")).then(|| format!("{folder}theme-check-sample.md"));
        Some((path?, text.as_bytes().to_vec()))
    });
    Sources::in_memory(missing)
}

/// The first language of the site, as far as `support.toml` can be read; what is wrong with it is told elsewhere.
fn default_language(partner: &Sources) -> String {
    let source = partner.text("support.toml").ok();
    let table = source.and_then(|source| toml::from_str::<toml::Table>(source.text()).ok());
    let first = table.as_ref().and_then(|table| table.get("site")?.get("languages")?.get(0)?.as_str());
    first.unwrap_or("en").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_gets_samples_of_what_it_lacks_in_its_own_language() {
        let site = Sources::in_memory([
            ("support.toml", "[site]\nlanguages = [\"pl\", \"en\"]\n"),
            ("content/pl/notices/a.md", "+++\ntitle = \"A\"\n+++\n"),
        ]);
        let samples = of_missing(&site);
        assert_eq!(
            samples.under("").collect::<Vec<_>>(),
            ["content/pl/articles/theme-check-sample.md", "content/pl/pages/theme-check-sample.md"]
        );
    }
}
