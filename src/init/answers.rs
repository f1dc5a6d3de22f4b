//! What was said about a new portal, and what stands where nothing was.

use std::collections::BTreeMap;

use super::{country, starter};
use crate::built_in;
use crate::check;
use crate::config::{self, Overrides};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, SourceFile};
use crate::locale::{LanguageTag, Telephone};

/// The most corrections of one answer: each could show the next.
const CORRECTIONS: usize = 8;

/// What is asked, in this order: later questions have their usual answers from earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The name of the partner.
    Name,
    /// Its role in the programme.
    Role,
    /// The name of the indirect provider.
    Provider,
    /// The website of the indirect provider.
    ProviderWebsite,
    /// The country, two letters.
    Country,
    /// The languages of the portal.
    Languages,
    /// The telephone.
    Telephone,
    /// The e-mail address.
    Email,
    /// The address of the portal.
    Website,
    /// The opening hours.
    Hours,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Role,
        Self::Provider,
        Self::ProviderWebsite,
        Self::Country,
        Self::Languages,
        Self::Telephone,
        Self::Email,
        Self::Website,
        Self::Hours,
    ];
}

/// Why an answer cannot be taken, and what to say instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// What to say instead.
    pub hint: String,
}

/// What stands where nothing was said.
pub(super) struct Usual {
    pub(super) text: String,
    /// Whether it is probably right; otherwise it is certainly wrong, and only holds the place.
    pub(super) likely: bool,
}

/// The answers so far; all of them are ones that `support.toml` can hold.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<Question, String>);

impl Answers {
    /// Whether a question was answered.
    pub fn has(&self, question: Question) -> bool {
        self.0.contains_key(&question)
    }

    /// Whether a question makes sense: only an indirect reseller has an indirect provider.
    pub fn concerns(&self, question: Question) -> bool {
        !matches!(question, Question::Provider | Question::ProviderWebsite)
            || self.text(Question::Role) == "indirect-reseller"
    }

    /// The questions without an answer.
    pub fn open(&self) -> impl Iterator<Item = Question> {
        Question::ALL.into_iter().filter(|question| self.concerns(*question) && !self.has(*question))
    }

    /// The answer, or what stands for it.
    pub(super) fn text(&self, question: Question) -> String {
        self.0.get(&question).cloned().unwrap_or_else(|| self.usual(question).text)
    }

    /// The languages, the default one first.
    pub(super) fn languages(&self) -> Vec<String> {
        split(&self.text(Question::Languages)).map(str::to_owned).collect()
    }

    /// Takes an answer, in the form in which `support.toml` has it, and says it.
    ///
    /// # Errors
    ///
    /// What the reader of `support.toml` would say of it.
    pub fn give(&mut self, question: Question, typed: &str) -> Result<String, Problem> {
        let mut text = typed.trim().to_owned();
        if text.is_empty() {
            return Err(problem("this is empty", "say something, or nothing at all for a placeholder"));
        }
        if text.chars().any(char::is_control) {
            return Err(problem("this holds a line break or another control character", "write it on one line"));
        }
        if question == Question::Languages && split(&text).next().is_none() {
            return Err(problem("this names no language", "write tags with commas between them: pl, en"));
        }
        for _ in 0..CORRECTIONS {
            let mut with = self.clone();
            with.0.insert(question, text.clone());
            let faults = with.faults();
            let Some(first) = faults.first() else {
                self.0 = with.0;
                return Ok(text);
            };
            match faults.iter().find_map(|fault| corrected(fault, &text)) {
                Some(better) => text = better,
                None => return Err(problem(&first.message, first.hints.first().map_or("", String::as_str))),
            }
        }
        Err(problem("this cannot be read", "write it as in the documentation of support.toml"))
    }

    /// What the reader of `support.toml` says of these answers.
    fn faults(&self) -> Vec<Diagnostic> {
        let diagnostics = Diagnostics::new();
        let source = SourceFile::new("support.toml", starter::configuration(self));
        config::read(&source, &built_in::sources(), &Overrides::default(), &diagnostics);
        diagnostics.into_sorted().into_iter().filter(|problem| problem.severity == Severity::Error).collect()
    }

    /// What is usual, after what was said already.
    pub(super) fn usual(&self, question: Question) -> Usual {
        let likely = |text: &str| Usual { text: text.to_owned(), likely: true };
        let placeholder = |text: &str| Usual { text: text.to_owned(), likely: false };
        match question {
            Question::Name => placeholder("Contoso"),
            Question::Role => likely("direct-bill"),
            Question::Provider => placeholder("Fabrikam Distribution"),
            Question::ProviderWebsite => placeholder("https://fabrikam.example/"),
            Question::Country => self.country_of_others(),
            Question::Languages => likely(&country::language(&self.text(Question::Country))),
            Question::Telephone => placeholder(country::number(&self.text(Question::Country))),
            Question::Email => placeholder("help@contoso.example"),
            Question::Website => match self.0.get(&Question::Email).and_then(|email| email.rsplit_once('@')) {
                Some((_, domain)) if !check::is_free_mail(domain) => likely(&format!("https://support.{domain}/")),
                _ => placeholder("https://support.contoso.example/"),
            },
            Question::Hours => likely(country::hours(&self.text(Question::Country))),
        }
    }

    /// The country of the telephone, else of the language.
    fn country_of_others(&self) -> Usual {
        let telephone = self.0.get(&Question::Telephone).and_then(|number| Telephone::parse(number).ok()?.region());
        let language = || {
            let language = self.0.get(&Question::Languages).and_then(|languages| split(languages).next());
            language
                .filter(|tag| !tag.starts_with("en") || tag.contains('-'))
                .and_then(|tag| LanguageTag::parse(tag).ok()?.country())
        };
        match telephone.or_else(language) {
            Some(country) => Usual { text: country, likely: true },
            None => Usual { text: "GB".to_owned(), likely: false },
        }
    }
}

fn problem(message: &str, hint: &str) -> Problem {
    Problem { message: message.to_owned(), hint: hint.to_owned() }
}

/// The tags of a list as people type it.
fn split(languages: &str) -> impl Iterator<Item = &str> {
    languages.split([',', ';', ' ']).filter(|tag| !tag.is_empty())
}

/// The answer after the fix of a problem, if it has one that is certain.
fn corrected(wrong: &Diagnostic, text: &str) -> Option<String> {
    let (fix, place) = (wrong.fix.as_ref()?, wrong.place.as_ref()?);
    let written = place.source.text().get(place.span.clone())?.trim_matches('"');
    let better = text.replacen(written, fix.text.trim_matches('"'), 1);
    (!written.is_empty() && better != text).then_some(better)
}
