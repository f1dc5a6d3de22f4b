//! Guesses at what a misspelt word is meant to be, and lists of the words to choose from.

/// The most bytes of a word that may be a slip of the pen.
const LONGEST_WORD: usize = 100;

/// The most words of a list that a hint repeats.
const MOST_WORDS: usize = 12;

/// Some words, the first ones each once, as a hint lists them.
pub fn listed<'k>(words: impl Iterator<Item = &'k str>) -> String {
    let mut words = words.filter(|word| !word.is_empty());
    let mut first: Vec<&str> = Vec::with_capacity(MOST_WORDS);
    while first.len() < MOST_WORDS
        && let Some(word) = words.next()
    {
        if !first.contains(&word) {
            first.push(word);
        }
    }
    // Those beyond are only counted: thousands of wrong references may each be told of thousands of ids.
    match words.count() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// The words among `known` that `word` may be meant to be, with their distance and likeness.
fn near<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> impl Iterator<Item = (usize, f64, &'k str)> {
    // A word that is no word of ours would be compared at the cost of its length.
    let close = known
        .filter(|_| word.len() <= LONGEST_WORD)
        .map(|k| (strsim::osa_distance(word, k), strsim::jaro_winkler(word, k), k));
    close.filter(|(edits, likeness, k)| *edits <= 1.max(k.len() / 3) && *likeness > 0.7)
}

/// The word that must be meant: it is near, and no other is.
pub fn only_near<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let mut near = near(word, known);
    near.next().filter(|_| near.next().is_none()).map(|(_, _, word)| word)
}

/// The word of a choice that is meant, with other capitals, a space for the hyphen, or only a part of it: `direct` for
/// `direct-bill`.
pub fn meant<'k>(word: &str, choice: &[&'k str]) -> Option<&'k str> {
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    let mut parts = choice.iter().filter(|known| known.split('-').any(|part| part == word));
    nearest(&word, choice.iter().copied()).or_else(|| parts.next().filter(|_| parts.next().is_none()).copied())
}

/// The word among `known` that `word` is most likely meant to be.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    near(word, known).min_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1))).map(|(_, _, k)| k)
}

/// Sorts `known` so that what `word` may be meant to be comes first.
pub fn by_likeness(word: &str, known: &mut [&str]) {
    known.sort_by(|one, other| strsim::jaro_winkler(word, other).total_cmp(&strsim::jaro_winkler(word, one)));
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_choice_is_meant_by_other_capitals_a_space_or_a_part_of_its_own() {
        let roles = ["direct-bill", "indirect-reseller", "indirect-provider"];
        for (written, role) in [
            ("direct", Some("direct-bill")),
            ("Direct Bill", Some("direct-bill")),
            ("DIRECT_BILL", Some("direct-bill")),
            ("reseller", Some("indirect-reseller")),
            ("indirect provider", Some("indirect-provider")),
            ("indirect", None),
            ("distributor", None),
            ("", None),
        ] {
            assert_eq!(meant(written, &roles), role, "{written}");
        }
        assert_eq!(meant("PHONE", &["phone", "email"]), Some("phone"));
    }
}
