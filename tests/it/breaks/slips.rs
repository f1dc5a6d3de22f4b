//! What a partner lays over the built-in: words, texts, templates. Each is first the built-in one, then broken.

use super::super::harness::repository;

/// One break of something of the partner's own: of what, how, and the file after it.
pub(super) struct Slip {
    pub(super) what: String,
    pub(super) way: &'static str,
    pub(super) file: String,
    pub(super) text: String,
}

/// The ways of breaking words, in the order of the table.
pub(super) const OF_WORDS: &[&str] =
    &["key misspelt", "of another type", "empty", "slot misspelt", "slot left out", "form left out", "form misspelt"];

/// The ways of breaking a text.
pub(super) const OF_TEXTS: &[&str] = &[
    "not opened",
    "not closed",
    "title left out",
    "title empty",
    "key misspelt",
    "duty left out",
    "duty misspelt",
    "empty",
    "placeholder misspelt",
    "link misspelt",
    "heading without a space",
    "name misspelt",
];

/// Words of each section, as a partner writes them over the built-in ones.
const WORDS: &[(&str, &str, &str)] = &[
    ("labels", "menu", "\"Spis\""),
    ("labels", "skip", "\"Do treści\""),
    ("words", "free", "\"gratis\""),
    ("words", "verb_call", "\"Dzwoń\""),
];

/// Breaks of `strings.toml`: of plain words, of sentences, of sentences that count.
pub(super) fn of_words() -> Vec<Slip> {
    let built_in = repository("content/pl/strings.toml");
    let mut all = Vec::new();
    let mut push = |what: &str, way, line: String| {
        let section = what.trim_start_matches('[').split(']').next().unwrap_or_default();
        let text = format!("[{section}]\n{line}\n");
        all.push(Slip { what: what.to_owned(), way, file: "content/pl/strings.toml".to_owned(), text });
    };
    for (section, key, value) in WORDS {
        let what = format!("[{section}] {key}");
        push(&what, "key misspelt", format!("{key}x = {value}"));
        push(&what, "of another type", format!("{key} = 17"));
        push(&what, "empty", format!("{key} = \"\""));
    }
    for line in built_in.lines().skip_while(|line| *line != "[sentences]").filter(|line| line.contains('{')) {
        let Some((key, value)) = line.split_once(" = ") else { continue };
        let counts = value.starts_with('{');
        let what = if counts { "[sentences] that count" } else { "[sentences]" };
        let slot = value.trim_start_matches('{').split('{').nth(1).and_then(|rest| rest.split('}').next());
        push(what, "key misspelt", format!("{key}x = {value}"));
        push(what, "of another type", format!("{key} = 17"));
        push(what, "empty", format!("{key} = \"\""));
        if counts {
            let form = value.find("few = ").unwrap_or(0);
            let end = value[form..].find("\", ").map_or(form, |end| form + end + 3);
            push(what, "form left out", format!("{key} = {}{}", &value[..form], &value[end..]));
            push(what, "form misspelt", format!("{key} = {}", value.replacen("few = ", "fwe = ", 1)));
        }
        if let Some(slot) = slot {
            push(
                what,
                "slot misspelt",
                format!("{key} = {}", value.replace(&format!("{{{slot}}}"), &format!("{{{slot}x}}"))),
            );
            push(what, "slot left out", format!("{key} = {}", value.replace(&format!("{{{slot}}}"), "…")));
        }
    }
    all
}

/// Breaks of each text that the example shows.
pub(super) fn of_texts(shown: &[String]) -> Vec<Slip> {
    let mut all = Vec::new();
    for name in shown {
        let path = format!("content/pl/texts/{name}.md");
        let text = repository(&path);
        let duties = text.lines().find(|line| line.starts_with("obligations")).map(str::to_owned);
        let title = text.lines().find(|line| line.starts_with("title")).unwrap_or_default().to_owned();
        let body = text.splitn(3, "+++").nth(2).unwrap_or_default().to_owned();
        let mut push = |way, file: &str, text: String| {
            let what = format!("texts/{name}.md");
            all.push(Slip { what, way, file: file.to_owned(), text });
        };
        push("not opened", &path, text.replacen("+++\n", "", 1));
        push("not closed", &path, text.replacen("\n+++\n", "\n", 1));
        push("title left out", &path, text.replacen(&title, "", 1));
        push("title empty", &path, text.replacen(&title, "title = \"\"", 1));
        push("key misspelt", &path, text.replacen("title", "titel", 1));
        push("empty", &path, text.replace(&body, "\n"));
        push("heading without a space", &path, format!("{text}\n##Dalej\n\nTekst.\n"));
        push("link misspelt", &path, format!("{text}\n[Kontakt](/contatc/)\n"));
        push("name misspelt", &path.replace(".md", "x.md"), text.clone());
        if let Some(duties) = duties {
            push("duty left out", &path, text.replacen(&duties, "", 1));
            push("duty misspelt", &path, text.replacen("[\"", "[\"0", 1));
        }
        if let Some(slot) = body.split('{').nth(1).and_then(|rest| rest.split('}').next()) {
            push("placeholder misspelt", &path, text.replace(&format!("{{{slot}}}"), &format!("{{{slot}x}}")));
        }
    }
    all
}
