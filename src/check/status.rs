//! A11Y-02: a status is said in words, and nobody is interrupted by it.

use memchr::memmem;

use super::page::Fault;
use super::parts;
use crate::diagnostic::{Severity, code};

/// What is wrong with the status on a page.
pub(super) fn unsaid(html: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    if ["aria-live=\"assertive\"", "role=\"alert\""].into_iter().any(|rude| in_tags(html, rude).next().is_some()) {
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

/// The places inside tags at which an attribute stands: where its tag begins, after `<`. Text that is shown has no `<`.
fn in_tags<'h>(html: &'h str, attribute: &'h str) -> impl Iterator<Item = usize> + 'h {
    memmem::find_iter(html.as_bytes(), attribute.as_bytes()).filter_map(|at| {
        let before = html.get(..at)?;
        let open = before.rfind('<')?;
        (!before.get(open..)?.contains('>')).then_some(open + 1)
    })
}

/// The tags of what says whether somebody answers now, each with what stands in it.
fn live(html: &str) -> impl Iterator<Item = (&str, &str)> {
    in_tags(html, " data-live").filter_map(|at| html.get(at..)?.split_once('>')).map(|(tag, rest)| {
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
