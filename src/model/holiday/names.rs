//! What a holiday is called, in each language that we know.

use std::collections::BTreeMap;

/// Stands between the names of two holidays on one day.
const SEPARATOR: &str = " / ";

/// The name of a holiday by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    local: String,
    texts: BTreeMap<String, String>,
}

impl Names {
    /// Names by language tag; `local` is the tag of the country's first language.
    pub fn new(local: impl Into<String>, texts: BTreeMap<String, String>) -> Self {
        Self { local: local.into(), texts }
    }

    /// The name in `language`, else in its base language, else in English, else in the local language, with the tag of
    /// the language found. Two empty texts only when there is no name at all.
    pub fn get(&self, language: &str) -> (&str, &str) {
        let mut tag = language;
        loop {
            if let Some(found) = self.exact(tag) {
                return found;
            }
            match tag.rsplit_once('-') {
                Some((base, _)) => tag = base,
                None => break,
            }
        }
        // "no" is the macrolanguage of "nb" and "nn", and stands for the former wherever people write it.
        let norwegian = if tag == "no" { "nb" } else { "no" };
        let sibling = matches!(tag, "no" | "nb" | "nn").then(|| self.exact(norwegian)).flatten();
        let any = || self.texts.iter().next().map(|(tag, text)| (text.as_str(), tag.as_str()));
        sibling.or_else(|| self.exact("en")).or_else(|| self.exact(&self.local)).or_else(any).unwrap_or_default()
    }

    /// All names with their language tags.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// The names of two holidays on one day: both, where a language has both.
    pub(super) fn join(&self, other: &Self) -> Self {
        let mut texts = self.texts.clone();
        for (tag, text) in &other.texts {
            if let Some(first) = texts.get_mut(tag)
                && !first.split(SEPARATOR).any(|known| known == text)
            {
                *first = format!("{first}{SEPARATOR}{text}");
            }
        }
        // A language that knows only one of the two would hide the other; the fallback says both.
        texts.retain(|tag, _| other.texts.contains_key(tag));
        Self { local: self.local.clone(), texts }
    }

    fn exact(&self, tag: &str) -> Option<(&str, &str)> {
        self.texts.get_key_value(tag).map(|(tag, text)| (text.as_str(), tag.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(texts: &[(&str, &str)]) -> Names {
        Names::new("lb", texts.iter().map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn falls_back_to_the_nearest_language() {
        let all = names(&[("en", "Easter"), ("de", "Ostern"), ("nb", "Påske"), ("lb", "Ouschteren")]);
        assert_eq!(all.get("de"), ("Ostern", "de"));
        assert_eq!(all.get("de-AT-1996"), ("Ostern", "de"));
        assert_eq!(all.get("no"), ("Påske", "nb"));
        assert_eq!(all.get("fr"), ("Easter", "en"));
        assert_eq!(names(&[("lb", "Ouschteren"), ("de", "Ostern")]).get("fr"), ("Ouschteren", "lb"));
        assert_eq!(names(&[("de", "Ostern")]).get(""), ("Ostern", "de"));
        assert_eq!(names(&[]).get("fr-"), ("", ""));
    }

    #[test]
    fn joins_what_both_have() {
        let one = names(&[("en", "Ascension Day"), ("lb", "Christi Himmelfaart"), ("cy", "x")]);
        let two = names(&[("en", "Europe Day"), ("lb", "Christi Himmelfaart"), ("fr", "y")]);
        let both = one.join(&two);
        assert_eq!(both.get("en"), ("Ascension Day / Europe Day", "en"));
        assert_eq!(both.get("lb").0, "Christi Himmelfaart");
        assert_eq!(both.get("cy").1, "en");
        assert_eq!(both.iter().count(), 2);
    }
}
