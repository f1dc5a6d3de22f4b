//! The files of a new portal, as values.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tera::{Context, Tera};

use super::answers::{Answers, Question};
use super::{country, toml_text};
use crate::built_in;
use crate::check::MARK;
use crate::config;
use crate::locale::LanguageTag;

/// The schema that the first line of the configuration names.
const SCHEMA: &str = "support.toml.schema.json";

const DOCUMENTS: [&str; 4] = [
    "articles/reset-your-password.md",
    "articles/new-phone.md",
    "articles/report-phishing.md",
    "notices/new-portal.md",
];

/// A file: its path from the folder of the portal, and its text.
pub type File = (String, String);

/// The files of a portal with these answers, made on a day.
pub fn starter(answers: &Answers, today: Date) -> Vec<File> {
    let mut files = vec![
        ("support.toml".to_owned(), configuration(answers)),
        (SCHEMA.to_owned(), format!("{:#}\n", config::schema())),
    ];
    for (language, spoken) in written_in(&answers.languages()) {
        for document in DOCUMENTS {
            let text = built_in(&format!("content/{spoken}/starter/{document}"));
            files.push((format!("content/{language}/{document}"), text.replace("{{ today }}", &today.to_string())));
        }
    }
    files
}

/// The languages in which documents are written, each with the one whose text it is. Documents of a language that the
/// program does not speak are left to the partner, unless there would be none at all.
fn written_in(languages: &[String]) -> Vec<(&str, String)> {
    let all = languages.iter().map(|tag| (tag.as_str(), base(tag)));
    let spoken: Vec<(&str, String)> = all.filter(|(_, base)| country::speaks(base)).collect();
    match languages.first() {
        Some(default) if spoken.is_empty() => vec![(default, "en".to_owned())],
        _ => spoken,
    }
}

/// The language of a tag, without its region and script.
fn base(tag: &str) -> String {
    LanguageTag::parse(tag).map_or_else(|_| "en".to_owned(), |tag| tag.language().to_owned())
}

/// The text of a file that is part of the program: a test reads each.
fn built_in(path: &str) -> String {
    built_in::sources().text(path).map_or_else(|_| String::new(), |file| file.text().to_owned())
}

/// The text of `support.toml`.
pub(super) fn configuration(answers: &Answers) -> String {
    let template = built_in("content/starter/support.toml");
    // The template is part of the program, and a test renders it for every role.
    Tera::one_off(&template, &context(answers), false).unwrap_or_default()
}

fn context(answers: &Answers) -> Context {
    let mut context = Context::new();
    let value = |question| format!("{}{}", toml_text::string(&answers.text(question)), mark(answers, &[question]));
    for (name, question) in [
        ("name", Question::Name),
        ("role", Question::Role),
        ("country", Question::Country),
        ("email", Question::Email),
        ("telephone", Question::Telephone),
        ("website", Question::Website),
    ] {
        context.insert(name, &value(question));
    }
    let name = answers.text(Question::Name);
    context.insert("partner", &name);
    context.insert("title", &toml_text::string(&format!("{name} Support")));
    context.insert("telephone_alone", &toml_text::string(&answers.text(Question::Telephone)));
    let languages = answers.languages();
    let tags = toml_text::strings(languages.iter().map(String::as_str));
    context.insert("languages", &format!("{tags}{}", mark(answers, &[Question::Languages])));
    context.insert("languages_alone", &tags);
    let weekly = super::hours::weekly(&answers.text(Question::Hours));
    context.insert("weekly", &format!("{weekly}{}", mark(answers, &[Question::Hours])));
    context.insert("indirect_provider", &indirect_provider(answers));
    context.insert("names", &names(&languages));
    context.insert("examples", &examples(languages.first().map_or("en", String::as_str)));
    of_country(answers, &mut context);
    context
}

/// What follows from the country.
fn of_country(answers: &Answers, context: &mut Context) {
    let code = answers.text(Question::Country);
    let mark = mark(answers, &[Question::Country]);
    let (zone, is_one_of_several) = country::time_zone(&code);
    let calendar = country::calendar(&code);
    context.insert("time_zone", &format!("{}{mark}", toml_text::string(&zone)));
    context.insert("public_holidays", &format!("{}{mark}", toml_text::strings(calendar)));
    context.insert("one_of_zones", &is_one_of_several);
    context.insert("no_calendar", &calendar.is_none());
    context.insert("currency", country::currency(&code));
    context.insert("impressum", &country::asks_for_impressum(&code));
    context.insert("address", &toml_text::strings(country::address(&code)));
    context.insert("vat_id", &toml_text::string(&country::vat_id(&code)));
    context.insert("tax_rate", &toml_text::string(country::tax_rate(&code)));
}

/// The remark behind a value that nobody gave.
fn mark(answers: &Answers, questions: &[Question]) -> String {
    if questions.iter().all(|question| answers.has(*question)) { String::new() } else { format!("  {MARK}") }
}

/// The indirect provider of an indirect reseller, on one line.
fn indirect_provider(answers: &Answers) -> Option<String> {
    answers.concerns(Question::Provider).then(|| {
        let [name, website] =
            [Question::Provider, Question::ProviderWebsite].map(|question| toml_text::string(&answers.text(question)));
        let mark = mark(answers, &[Question::Provider, Question::ProviderWebsite]);
        format!("{{ name = {name}, website = {website}, handles = [\"second-line\", \"orders\", \"microsoft-requests\"] }}{mark}")
    })
}

/// The names of hours and support types: a text for all languages, or one for each.
fn names(languages: &[String]) -> BTreeMap<&'static str, String> {
    // A tag that is wrong is told where it stands.
    let known = languages.iter().filter(|tag| LanguageTag::parse(tag).is_ok());
    let words: Vec<(&String, toml::Table)> = known.map(|tag| (tag, words(&base(tag)))).collect();
    let name = |key: &'static str| {
        let said: Vec<(&String, &str)> =
            words.iter().filter_map(|(tag, words)| Some((*tag, words.get(key)?.as_str()?))).collect();
        let text = match said.as_slice() {
            [] => toml_text::string("?"),
            [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => toml_text::string(first),
            all => {
                let pairs: Vec<String> =
                    all.iter().map(|(tag, word)| format!("{tag} = {}", toml_text::string(word))).collect();
                format!("{{ {} }}", pairs.join(", "))
            }
        };
        (key, text)
    };
    ["office", "billing", "subscription", "technical"].into_iter().map(name).collect()
}

/// What the examples say, in the language of the portal.
fn examples(language: &str) -> BTreeMap<String, String> {
    let words = words(&base(language));
    let said = words.get("examples").and_then(toml::Value::as_table).into_iter().flatten();
    said.filter_map(|(key, text)| Some((key.clone(), toml_text::string(text.as_str()?)))).collect()
}

/// The words of a language; the English ones, where the program does not speak it.
fn words(language: &str) -> toml::Table {
    let language = if country::speaks(language) { language } else { "en" };
    built_in(&format!("content/{language}/starter/words.toml")).parse().unwrap_or_default()
}
