//! Content lines read back: unfolded, with their parameters, in components.

use super::super::harness::Built;

/// `BEGIN` to `END` of a calendar or card.
#[derive(Debug, Default, Clone)]
pub struct Component {
    pub name: String,
    pub lines: Vec<Line>,
    pub parts: Vec<Component>,
}

#[derive(Debug, Clone)]
pub struct Line {
    pub name: String,
    pub parameters: String,
    pub value: String,
}

/// Reads a file; every line ends in CR LF, is at most 75 octets long and holds no control character.
pub fn read(built: &Built, path: &str) -> Component {
    let text = built.page(path);
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75 && !line.chars().any(char::is_control), "{path}: {line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    let mut open = vec![Component::default()];
    for line in unfolded.lines() {
        let (before, value) = line.split_once(':').unwrap();
        let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
        match name {
            "BEGIN" => open.push(Component { name: value.to_owned(), ..Component::default() }),
            "END" => {
                let part = open.pop().unwrap();
                assert_eq!(part.name, value, "{path}");
                open.last_mut().unwrap().parts.push(part);
            }
            _ => open.last_mut().unwrap().lines.push(Line {
                name: name.to_owned(),
                parameters: parameters.to_owned(),
                value: value.to_owned(),
            }),
        }
    }
    assert_eq!(open.len(), 1, "{path}");
    open.pop().unwrap().parts.pop().unwrap()
}

impl Component {
    /// The values of all lines of a name.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.lines.iter().filter(|line| line.name == name).map(|line| line.value.as_str()).collect()
    }

    /// The value of the only line of a name.
    pub fn one(&self, name: &str) -> &str {
        match self.all(name).as_slice() {
            [only] => only,
            other => panic!("{} has {} lines {name}", self.name, other.len()),
        }
    }

    /// The text of the only line of a name.
    pub fn text(&self, name: &str) -> String {
        let mut text = String::new();
        let mut chars = self.one(name).chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => text.extend(chars.next().map(|c| if matches!(c, 'n' | 'N') { '\n' } else { c })),
                c => text.push(c),
            }
        }
        text
    }

    pub fn parts_of(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.parts.iter().filter(move |part| part.name == name)
    }
}
