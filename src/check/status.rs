//! A11Y-02: a status is said in words, and nobody is interrupted by it.

use super::page::{Fault, after};
use super::parts;
use crate::diagnostic::{Severity, code};

/// What is wrong with the status on a page.
pub(super) fn unsaid(html: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    if tags(html).any(|tag| tag.contains("aria-live=\"assertive\"") || tag.contains("role=\"alert\"")) {
        let hint = "write role=\"status\": a reader is told when the sentence at hand is over";
        faults.push((code::A11Y_02, Severity::Error, "a status interrupts what is read aloud on".to_owned(), hint));
    }
    if live(html).any(|(tag, words)| !tag.contains(" hidden") && parts::plain(words).trim().is_empty()) {
        let hint =
            "write page.status.label in it, or hidden behind data-live: without a script a colour alone says nothing";
        faults.push((code::A11Y_02, Severity::Error, "the status has no words on".to_owned(), hint));
    }
    faults
}

/// What stands between `<` and `>`; text that is shown has neither.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|part| part.split('>').next())
}

/// The tags of what says whether somebody answers now, each with what stands in it.
fn live(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let found = after(html, "<").filter_map(|rest| rest.split_once('>'));
    found.filter(|(tag, _)| tag.contains(" data-live")).map(|(tag, rest)| {
        let name = tag.split(' ').next().unwrap_or_default();
        (tag, rest.split(&format!("</{name}>")).next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::unsaid;

    #[test]
    fn a_status_without_words_or_without_manners_is_told() {
        let told = |html: &str| unsaid(html).len();
        assert_eq!(told("<p class=\"state\" data-live><b>Open</b> until 17:00</p>"), 0);
        assert_eq!(told("<p class=\"state\" data-live hidden></p>"), 0);
        assert_eq!(told("<p class=\"state\" data-live><span class=\"dot\"></span> </p><p>Open</p>"), 1);
        assert_eq!(told("<p role=\"status\" aria-live=\"polite\">Open</p>"), 0);
        assert_eq!(told("<p aria-live=\"assertive\">Open</p>"), 1);
        assert_eq!(told("<p role=\"alert\">Open</p>"), 1);
        assert_eq!(told("<code>role=\"alert\"</code>"), 0);
    }
}
