//! Fields of a page, of its frame and labels that templates of a partner name. Tera asks for a field only where it is shown: a
//! misspelt condition, or a field in a branch that no page takes today, would be found by nobody.

use std::sync::Arc;

use tera::{Context, Value};

use super::fault;
use crate::built_in;
use crate::diagnostic::{Diagnostic, Place, SourceFile};

/// What every page gives its template.
const ROOTS: [&str; 3] = ["page", "shell", "t"];

/// A field that a template names.
#[derive(Debug)]
pub(super) struct Named {
    /// The template, as a page asks for it.
    template: String,
    root: &'static str,
    field: String,
    place: Place,
}

/// The fields that templates name which are no part of this program.
pub(super) fn named<'a>(templates: impl Iterator<Item = (&'a String, &'a Arc<SourceFile>)>) -> Vec<Named> {
    let mut found = Vec::new();
    let mut ours = None;
    for (name, source) in templates {
        let ours = ours.get_or_insert_with(built_in::sources);
        let is_ours =
            ours.contains(source.path()) && ours.text(source.path()).is_ok_and(|own| own.text() == source.text());
        if !is_ours {
            let template = name.split_once('/').map_or(name.as_str(), |(_, rest)| rest);
            in_template(template, source, &mut found);
        }
    }
    found
}

fn in_template(template: &str, source: &Arc<SourceFile>, found: &mut Vec<Named>) {
    let text = source.text();
    for root in ROOTS.into_iter().filter(|root| !is_taken(text, root)) {
        for at in tags(text).flat_map(|tag| mentions(text, tag, root)) {
            let start = at + root.len() + 1;
            let end =
                start + text[start..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len() - start);
            // Whoever asks whether a field is there knows that it may not be.
            let asks = text[end..].trim_start().starts_with("is ");
            if end > start && !asks {
                let place = Place::new(source, start..end);
                found.push(Named { template: template.to_owned(), root, field: text[start..end].to_owned(), place });
            }
        }
    }
}

/// Whether a template gives the name to something of its own.
fn is_taken(text: &str, root: &str) -> bool {
    let taken = [format!("for {root} in"), format!(", {root} in "), format!("set {root} ")];
    taken.iter().any(|taken| text.contains(taken.as_str()))
}

/// The insides of tags and expressions, without comments.
fn tags(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = at + text[at..].find('{')?;
            let close = match text.as_bytes().get(open + 1) {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                Some(b'#') => "#}",
                _ => {
                    at = open + 1;
                    continue;
                }
            };
            let end = open + 2 + text[open + 2..].find(close)?;
            at = end + 2;
            if close != "#}" {
                return Some(open + 2..end);
            }
        }
    })
}

/// Where a tag names a field of `root`, outside texts in quotes.
fn mentions(text: &str, tag: std::ops::Range<usize>, root: &str) -> Vec<usize> {
    let inside = &text[tag.clone()];
    let is_one = |at: &usize| {
        let before = &inside[..*at];
        let stands_alone = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '@'));
        stands_alone && before.matches('"').count().is_multiple_of(2)
    };
    inside.match_indices(&format!("{root}.")).map(|(at, _)| at).filter(is_one).map(|at| tag.start + at).collect()
}

/// The first field that a page made with `template` does not have.
pub(super) fn unknown(named: &[Named], template: &str, context: &Context) -> Option<Diagnostic> {
    named.iter().filter(|named| named.root != "page" || named.template == template).find_map(|named| {
        let map = context.get(named.root).and_then(Value::as_map)?;
        let keys = || map.keys().filter_map(|key| key.as_str());
        (!keys().any(|key| key == named.field)).then(|| {
            let problem = fault::error(format!("there is no field `{}` in `{}`", named.field, named.root));
            fault::offer(problem, &named.field, "fields", keys()).at(named.place.clone())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<String> {
        let source = SourceFile::new("templates/home.html", text);
        let mut found = Vec::new();
        in_template("home.html", &source, &mut found);
        found.into_iter().map(|named| format!("{}.{}", named.root, named.field)).collect()
    }

    #[test]
    fn fields_are_found_in_tags_and_expressions_and_nowhere_else() {
        assert_eq!(
            fields("page.a {{ page.b }}{# page.c #}{% if shell.d %}{{ <x y={t.e} z=\"page.f\" /> }}{% endif %}"),
            ["page.b", "shell.d", "t.e"]
        );
        assert_eq!(fields("{% if page.g is defined %}{% for t in page.h %}{{ t.i }}{% endfor %}"), ["page.h"]);
        assert_eq!(fields("{{ homepage.a }}{{ x.page.b }}{{ page. }}{{ page"), Vec::<String>::new());
    }
}
