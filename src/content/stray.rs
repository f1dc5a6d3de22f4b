//! Files that no page is made from, because they stand in the wrong folder or have the wrong ending.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, code};
use crate::model::Languages;
use crate::source::Sources;

/// What may stand in the folder of a language.
const PLACES: [&str; 5] = ["articles", "notices", "pages", "texts", "strings.toml"];

/// Tells of the partner's files under `content/` that nothing reads.
pub fn tell(partner: &Sources, languages: &Languages, diagnostics: &Diagnostics) {
    let mut told: Vec<&str> = Vec::new();
    for path in partner.under("content/") {
        let mut parts = path.split('/').skip(1);
        let (language, place) = (parts.next().unwrap_or_default(), parts.next());
        if matches!(language, "holidays" | "portal-links.toml") {
            continue;
        }
        let Some(place) = place.filter(|_| languages.find(language).is_some()) else {
            if !told.contains(&language) {
                told.push(language);
                let known: Vec<&str> = languages.iter().map(|(_, tag)| tag.as_str()).collect();
                let hint = format!(
                    "the languages of this site are {}; add it to site.languages, or rename the folder",
                    known.join(", ")
                );
                warn(path, format!("content/{language} is the folder of no language of this site"), hint, diagnostics);
            }
            continue;
        };
        if !PLACES.contains(&place) {
            let hint = format!("a language's folder holds {}", PLACES.join(", "));
            warn(path, format!("{path} is read by no page"), hint, diagnostics);
        } else if path.ends_with(".md.txt") || path.ends_with(".markdown") || path.ends_with(".MD") {
            warn(path, format!("{path} is read by no page"), "let its name end in .md".to_owned(), diagnostics);
        }
    }
}

fn warn(path: &str, message: String, hint: String, diagnostics: &Diagnostics) {
    let place = Place::file(&SourceFile::new(path, ""));
    diagnostics.push(Diagnostic::warning(code::DOC_06, message).at(place).hint(hint));
}
