//! Sentences with `{slots}`, and with a form for each plural category where they count.

use std::collections::BTreeMap;

/// A sentence with slots.
#[derive(Clone, Debug)]
pub(super) enum Sentence {
    One(String),
    Counted(BTreeMap<&'static str, String>),
}

impl Sentence {
    /// The slots, each once, in their order by name.
    pub(super) fn slots(&self) -> Vec<String> {
        let texts: Vec<&String> = match self {
            Self::One(text) => vec![text],
            Self::Counted(forms) => forms.values().collect(),
        };
        let mut slots: Vec<String> = texts.into_iter().flat_map(|text| slots_of(text)).collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }
}

fn slots_of(text: &str) -> Vec<String> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| Some(format!("{{{}}}", part.split_once('}')?.0))).collect()
}

/// A text with what `value` gives for each of its slots.
pub(super) fn fill(text: &str, value: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(&value(name));
        rest = tail;
    }
    out.push_str(rest);
    out
}
