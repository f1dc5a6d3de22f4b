//! Texts for people: a string for every language, or one for each.

use toml::de::DeValue;

use super::entry::{Entry, Value};
use crate::diagnostic::code;
use crate::model::{LanguageId, Languages, Text};

impl<'a> Value<'a> {
    /// As a text for people. A missing translation is told; the default language's text stands for it.
    pub fn text(&self, languages: &Languages) -> Option<Text> {
        match self.value.get_ref() {
            DeValue::String(text) => {
                self.tell_if_blank(text);
                (!text.trim().is_empty()).then(|| Text::everywhere(text.as_ref()))
            }
            DeValue::Table(_) => {
                let by_language = self.by_language(languages, |value| {
                    value.string().filter(|text| !text.trim().is_empty()).map(str::to_owned)
                });
                self.complete(by_language, languages).map(|(default, others)| Text::translated(default, others))
            }
            _ => None,
        }
    }

    /// As texts for people: a list, or a table of lists of equal length.
    pub fn texts(&self, languages: &Languages) -> Vec<Text> {
        if self.value.get_ref().is_array() {
            return self.items().filter_map(|item| item.text(languages)).collect();
        }
        let lists = self.by_language(languages, |value| {
            let texts = value.items().filter_map(|item| item.string().inspect(|text| item.tell_if_blank(text)));
            value.value.get_ref().is_array().then(|| texts.map(str::to_owned).collect::<Vec<_>>())
        });
        let Some((default, others)) = self.complete(lists, languages) else { return Vec::new() };
        for (language, list) in &others {
            if list.len() != default.len() {
                let (tag, first) = (languages.tag(*language), languages.tag(LanguageId::DEFAULT));
                let message = format!(
                    "the list has {} items in {} and {} in {}",
                    default.len(),
                    first.as_str(),
                    list.len(),
                    tag.as_str()
                );
                self.scope.warn(
                    code::I18N_01,
                    self.span(),
                    message,
                    "give the same items in the same order in every language",
                );
            }
        }
        let translated = default.iter().enumerate().map(|(i, text)| {
            let others = others.iter().filter_map(|(language, list)| Some((*language, list.get(i)?.clone())));
            Text::translated(text.clone(), others)
        });
        translated.collect()
    }

    fn tell_if_blank(&self, text: &str) {
        if text.trim().is_empty() {
            self.scope.error(code::KEY_04, self.span(), "this text is empty", "write a text, or delete the line");
        }
    }

    fn by_language<T>(&self, languages: &Languages, read: impl Fn(&Value<'a>) -> Option<T>) -> Vec<(LanguageId, T)> {
        let mut found = Vec::new();
        for (tag, span, value) in self.entry().iter().flat_map(Entry::pairs) {
            match (languages.find(tag), read(&value)) {
                (Some(language), Some(text)) => found.push((language, text)),
                (Some(_), None) => self.scope.error(
                    code::KEY_02,
                    value.span(),
                    format!("the text for `{tag}` is missing"),
                    format!("write {tag} = \"…\""),
                ),
                // The tag that was meant is told where it is misspelt.
                (None, _) if languages.is_partial() => {}
                (None, _) => {
                    let known: Vec<&str> = languages.iter().map(|(_, tag)| tag.as_str()).collect();
                    let hint = format!(
                        "the languages of this site are {}; add `{tag}` to site.languages, or delete this text",
                        known.join(", ")
                    );
                    self.scope.error(code::I18N_05, span, format!("`{tag}` is not a language of this site"), hint);
                }
            }
        }
        found
    }

    fn complete<T>(&self, mut found: Vec<(LanguageId, T)>, languages: &Languages) -> Option<(T, Vec<(LanguageId, T)>)> {
        let default_tag = languages.tag(LanguageId::DEFAULT).as_str();
        if languages.is_partial() {
            return found.pop().map(|(_, text)| (text, found));
        }
        let Some(at) = found.iter().position(|(language, _)| *language == LanguageId::DEFAULT) else {
            let hint =
                format!("add {default_tag} = \"…\"; it is the first of site.languages and stands in for the others");
            self.scope.error(
                code::I18N_01,
                self.span(),
                format!("the text is not given in `{default_tag}`, the site's default language"),
                hint,
            );
            return None;
        };
        let (_, default) = found.swap_remove(at);
        let missing: Vec<&str> = languages
            .iter()
            .filter(|(id, _)| *id != LanguageId::DEFAULT && !found.iter().any(|(f, _)| f == id))
            .map(|(_, tag)| tag.as_str())
            .collect();
        if !missing.is_empty() {
            let message = format!("the text is not translated into {}", missing.join(", "));
            self.scope.warn(
                code::I18N_01,
                self.span(),
                message,
                format!(
                    "add {} = \"…\"; until then the text stands there in `{default_tag}`, with a note",
                    missing.first().copied().unwrap_or_default()
                ),
            );
        }
        Some((default, found))
    }
}
