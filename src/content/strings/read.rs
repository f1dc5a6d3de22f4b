//! Reads the words of the interface, and tells what is wrong with a partner's.

use std::collections::{BTreeMap, BTreeSet};

use super::Strings;
use super::sentence::Sentence;
use crate::config::{self, Scope, Value};
use crate::content::markdown::Words;
use crate::diagnostic::guess::nearest;
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::locale::{Direction, LanguageTag, Locale, PluralCategory};
use crate::source::Sources;

const ENGLISH: &str = "en";

/// Reads the words of one language: those built in, with the partner's laid over.
pub fn read(tag: &LanguageTag, built_in: &Sources, partner: &Sources, diagnostics: &Diagnostics) -> Strings {
    let base = tag.as_str().split('-').next().unwrap_or(ENGLISH);
    let home = [tag.as_str(), base].into_iter().find(|lang| built_in.contains(&path(lang)));
    let mut strings = Strings {
        labels: BTreeMap::new(),
        words: BTreeMap::new(),
        sentences: BTreeMap::new(),
        markdown: Words::default(),
        instead: None,
        missing: BTreeSet::new(),
        own: None,
        isolates: false,
    };
    // English lies below, so that a language which lacks a word still says something.
    strings.lay(&path(ENGLISH), built_in, None, diagnostics);
    match home {
        Some(lang) => strings.lay(&path(lang), built_in, None, diagnostics),
        None => strings.missing = strings.keys(),
    }
    let own = path(tag.as_str());
    if partner.contains(&own) {
        strings.lay(&own, partner, Some(tag), diagnostics);
    }
    if home.is_none() {
        strings.tell_missing(tag, diagnostics);
    }
    strings.isolates = strings.instead.is_none() && tag.direction() == Direction::Rtl;
    strings.markdown = strings.markdown_words();
    strings
}

fn path(lang: &str) -> String {
    format!("content/{lang}/strings.toml")
}

impl Strings {
    fn lay(&mut self, path: &str, sources: &Sources, partner: Option<&LanguageTag>, diagnostics: &Diagnostics) {
        let source = match sources.text(path) {
            Ok(source) => source,
            Err(problem) => return diagnostics.push(problem),
        };
        let Some(table) = config::parse(&source, 0..source.text().len(), diagnostics) else { return };
        let scope = Scope::new(&source, 0, diagnostics);
        for (section, span, value) in config::Entry::top(&table, &scope).pairs() {
            let Some(entry) = value.entry().filter(|_| matches!(section, "labels" | "words" | "sentences")) else {
                scope.error(
                    code::KEY_01,
                    span,
                    format!("{path} has no section `{section}`"),
                    "the sections are [labels], [words] and [sentences]",
                );
                continue;
            };
            for (key, span, value) in entry.pairs() {
                let known = match section {
                    "labels" => self.labels.contains_key(key),
                    "words" => self.words.contains_key(key) || key.starts_with("day_"),
                    _ => self.sentences.contains_key(key),
                };
                if partner.is_some() && !known {
                    let hint = match nearest(key, self.keys().iter().map(String::as_str)) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "delete the line: nothing on any page has this name".to_owned(),
                    };
                    // No error: words go out of use, and a portal must outlive that.
                    let message = format!("the interface has no words called `{key}`, so that nothing shows them");
                    scope.warn(code::KEY_01, span, message, hint);
                    continue;
                }
                self.missing.remove(key);
                if partner.is_some() && says_nothing(&value) {
                    let hint = "write the words, or delete the line to have those of the program back";
                    value.reject(
                        code::DOC_03,
                        &format!("`{key}` replaces words of the program and says nothing"),
                        hint,
                    );
                } else if section == "sentences" {
                    self.lay_sentence(key, &value, partner);
                } else if let Some(text) = value.string() {
                    let words = if section == "labels" { &mut self.labels } else { &mut self.words };
                    words.insert(key.to_owned(), text.to_owned());
                } else {
                    value.reject(code::KEY_02, &format!("`{key}` is no text"), "write a text in quotes");
                }
            }
        }
    }

    fn lay_sentence(&mut self, key: &str, value: &Value<'_>, partner: Option<&LanguageTag>) {
        let sentence = match (value.string(), value.entry()) {
            (Some(text), _) => Sentence::One(text.to_owned()),
            (None, Some(forms)) => {
                let forms = forms.pairs().filter_map(|(name, _, form)| {
                    Some((PluralCategory::from_name(name)?.name(), form.string()?.to_owned()))
                });
                Sentence::Counted(forms.collect())
            }
            _ => {
                return value.reject(
                    code::KEY_02,
                    "this is neither a sentence nor its plural forms",
                    "write a text in quotes",
                );
            }
        };
        if let Some(tag) = partner {
            self.compare(key, &sentence, value, tag);
        }
        self.sentences.insert(key.to_owned(), sentence);
    }

    /// A partner's sentence has the slots of the one that it replaces, and every plural form of its language.
    fn compare(&self, key: &str, sentence: &Sentence, value: &Value<'_>, tag: &LanguageTag) {
        let known = self.sentences.get(key).map(Sentence::slots).unwrap_or_default();
        if let Some(slot) = sentence.slots().into_iter().find(|slot| !known.contains(slot)) {
            let hint = if known.is_empty() {
                "this sentence has no slots".to_owned()
            } else {
                format!("its slots are {}", known.join(", "))
            };
            value.reject(code::DOC_05, &format!("`{key}` has no slot {slot}"), &hint);
        }
        let own = sentence.slots();
        let lost: Vec<&str> = known.iter().filter(|slot| !own.contains(slot)).map(String::as_str).collect();
        if !lost.is_empty() {
            let lost = lost.join(", ");
            let hint = format!("put {lost} where it belongs: the program fills in the fact there");
            value.warn(code::DOC_05, format!("`{key}` no longer says {lost}"), &hint);
        }
        if let Sentence::Counted(forms) = sentence {
            let missing: Vec<&str> = Locale::new(tag)
                .plural_categories()
                .into_iter()
                .map(PluralCategory::name)
                .filter(|name| !forms.contains_key(name))
                .collect();
            if !missing.is_empty() {
                value.reject(
                    code::I18N_02,
                    &format!("`{key}` lacks the plural forms {}", missing.join(", ")),
                    "give every form of the language",
                );
            }
        }
    }

    fn keys(&self) -> BTreeSet<String> {
        self.labels.keys().chain(self.words.keys()).chain(self.sentences.keys()).cloned().collect()
    }

    /// Says what is left to translate. With less than half of the words the page is one in English that quotes the
    /// partner, and says so.
    fn tell_missing(&mut self, language: &LanguageTag, diagnostics: &Diagnostics) {
        if self.missing.is_empty() {
            return;
        }
        let (tag, all) = (language.as_str(), self.keys().len());
        if self.missing.len() * 2 > all {
            self.instead = Some(LanguageTag::english());
            self.own = Some(Locale::new(language));
        }
        let some: Vec<&str> = self.missing.iter().take(5).map(String::as_str).collect();
        let problem = Diagnostic::warning(
            code::I18N_01,
            format!(
                "{} of {all} words of the interface are not translated into `{tag}`; they stand in English",
                self.missing.len()
            ),
        );
        diagnostics.push(problem.hint(format!(
            "write them in content/{tag}/strings.toml under [labels], [words] and [sentences]; the first are {}",
            some.join(", ")
        )));
    }

    fn markdown_words(&self) -> Words {
        Words {
            note: self.word("alert_note"),
            tip: self.word("alert_tip"),
            important: self.word("alert_important"),
            warning: self.word("alert_warning"),
            caution: self.word("alert_caution"),
            footnote: self.word("footnote"),
            table: self.word("table"),
            footnotes: self.word("footnotes"),
            back_to_text: self.word("back_to_text"),
            task_done: self.word("task_done"),
            task_open: self.word("task_open"),
        }
    }
}

/// Whether words, or one of their plural forms, are empty.
fn says_nothing(value: &Value<'_>) -> bool {
    let is_blank = |text: Option<&str>| text.is_some_and(|text| text.trim().is_empty());
    is_blank(value.string())
        || value.entry().is_some_and(|forms| forms.pairs().any(|(_, _, form)| is_blank(form.string())))
}
