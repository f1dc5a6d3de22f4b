//! What a template is made of: the components that it defines and the blocks that another may fill.
//!
//! They are found in the text, so that a broken template can be told what its neighbours offer.

/// A component as its template defines it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component<'a> {
    /// Its name.
    pub name: &'a str,
    /// The arguments that a caller gives, as written: `tone: string`, `full: bool = false`.
    pub arguments: Vec<&'a str>,
    /// The values that it takes from the page by itself: `t: map`.
    pub implicit: Vec<&'a str>,
    /// The comment before it, in one line; may be empty.
    pub about: String,
    /// Where it begins and ends in the template.
    pub span: std::ops::Range<usize>,
}

/// The components that a template defines, in its order.
pub fn components(template: &str) -> Vec<Component<'_>> {
    tags(template, "component").filter_map(|(at, rest)| component(template, at, rest)).collect()
}

/// The names of the blocks of a template, in its order.
pub fn blocks(template: &str) -> Vec<&str> {
    tags(template, "block").map(|(_, rest)| word(rest)).filter(|name| !name.is_empty()).collect()
}

/// What a template extends, as written, with its place.
pub fn parent(template: &str) -> Option<(&str, std::ops::Range<usize>)> {
    let (_, rest) = tags(template, "extends").next()?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let name = rest[1..].split(quote).next()?;
    let start = template.len() - rest.len() + 1;
    Some((name, start..start + name.len()))
}

fn component<'a>(template: &'a str, at: usize, rest: &'a str) -> Option<Component<'a>> {
    let name = word(rest);
    let inside = rest[name.len()..].trim_start().strip_prefix('(')?;
    let list = &inside[..end_of_list(inside)?];
    let (implicit, arguments) = split(list).into_iter().partition::<Vec<&str>, _>(|part| part.starts_with('@'));
    let last = template[at..].find("endcomponent").map_or(template.len(), |end| at + end);
    let end = template[last..].find("%}").map_or(template.len(), |end| last + end + 2);
    Some(Component {
        name,
        arguments,
        implicit: implicit.into_iter().map(|part| part.trim_start_matches('@')).collect(),
        about: comment_before(&template[..at]),
        span: at..end,
    })
}

/// Every tag of a kind: where it begins, and what stands after its first word.
fn tags<'a>(template: &'a str, kind: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    template.match_indices("{%").filter_map(move |(at, _)| {
        let inside = template[at + 2..].trim_start_matches('-').trim_start();
        let rest = inside.strip_prefix(kind)?;
        rest.starts_with(char::is_whitespace).then(|| (at, rest.trim_start()))
    })
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// Where the bracket closes that a list stands in.
fn end_of_list(text: &str) -> Option<usize> {
    let (mut depth, mut quoted) = (0_usize, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => return Some(at),
            ')' | ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The parts of a list; a comma inside a default value separates nothing.
fn split(list: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut start) = (0_usize, false, 0);
    let mut parts = Vec::new();
    for (at, c) in list.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            ',' if !quoted && depth == 0 => {
                parts.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(list[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// The comment that ends a text, in one line.
fn comment_before(text: &str) -> String {
    let Some(text) = text.trim_end().strip_suffix("#}") else { return String::new() };
    let Some(start) = text.rfind("{#") else { return String::new() };
    let inside = text[start + 2..].trim_matches('-');
    inside.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_found_with_its_arguments_and_its_comment() {
        let text = "{#- A state as\n    a shape. -#}\n{% component tag(tone: string = \"a, (b\", list: array = [1, 2], @t: map) -%}\nx\n{%- endcomponent tag %}\n{% component bare() %}{% endcomponent %}";
        let found = components(text);
        let [tag, bare] = found.as_slice() else { unreachable!("{found:?}") };
        assert_eq!((tag.name, tag.about.as_str()), ("tag", "A state as a shape."));
        assert_eq!(tag.arguments, ["tone: string = \"a, (b\"", "list: array = [1, 2]"]);
        assert_eq!(tag.implicit, ["t: map"]);
        assert!(text[tag.span.clone()].ends_with("{%- endcomponent tag %}"));
        assert_eq!((bare.name, bare.arguments.len(), bare.about.as_str()), ("bare", 0, ""));
    }

    #[test]
    fn blocks_and_the_parent_are_found() {
        let text = "{% extends \"base.html\" %}{%- block main -%}{% block inner %}{% endblock inner %}{% endblock %}";
        assert_eq!(blocks(text), ["main", "inner"]);
        assert_eq!(parent(text), Some(("base.html", 12..21)));
        assert_eq!(parent("{% extends %}"), None);
        assert_eq!(components("{% component broken(a"), []);
    }
}
