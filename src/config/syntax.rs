//! What is wrong with a line that is no TOML, in the words of someone who does not know TOML.
//!
//! The parser says what it expected; the line says what the writer had in mind.

use std::ops::Range;

use super::keys::{SUPPORT, Shape};

/// A fault of a line: its bytes, what is wrong, and what to write.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) hint: String,
}

/// The quotes of word processors.
const QUOTES: [char; 10] = ['„', '”', '“', '«', '»', '‚', '‘', '’', '‹', '›'];

/// Characters that look like a space, or like nothing.
const BLANKS: [char; 6] = ['\u{a0}', '\u{202f}', '\u{2007}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// The most characters of a line that a hint repeats.
const REPEATED: usize = 80;

/// The first byte of the line around `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// A list or a table in braces that is still open where the next key begins.
pub(super) fn unclosed(text: &str, span: &Range<usize>, message: &str, is_last: bool) -> Option<Fault> {
    let (bracket, name) = match message {
        _ if message.starts_with("unclosed array,") || message == "unclosed array" => (']', "list"),
        _ if message.starts_with("unclosed inline table") => ('}', "table"),
        _ if is_last => return None,
        _ if message.starts_with("missing comma between array elements") => (']', "list"),
        _ if message.starts_with("missing comma between key-value pairs") => ('}', "table"),
        _ if message.starts_with("missing key for inline table element") => ('}', "table"),
        _ => return None,
    };
    let line = text.get(line_start(text, span.start)..)?.lines().next()?;
    let at_line_start = text.get(line_start(text, span.start)..span.start)?.trim().is_empty();
    let next_key = line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()));
    let at_end = text.get(span.start..)?.trim().is_empty();
    if !at_end && !(at_line_start && (next_key || line.trim_start().starts_with("[["))) {
        return None;
    }
    let end = text.get(..span.start)?.trim_end().len();
    Some(Fault {
        span: end..end,
        message: format!("the {name} is not closed"),
        hint: format!("write {bracket} at its end"),
    })
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.\"".contains(&byte))
}

/// What is wrong at `span`.
pub(super) fn fault(text: &str, span: Range<usize>, message: &str) -> Fault {
    let start = line_start(text, span.start);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let column = span.start - start;
    let (message, hint) = left_behind(line, column, message)
        .or_else(|| described(text, line, column, &span, message))
        .unwrap_or_else(|| {
            (
                "it is not understood from here on".to_owned(),
                "compare the line with its neighbours: name = \"value\"".to_owned(),
            )
        });
    Fault { span, message, hint }
}

/// What a word processor, or another format, leaves behind.
fn left_behind(line: &str, column: usize, problem: &str) -> Option<(String, String)> {
    let rest = line.get(column..).unwrap_or_default();
    let about_quotes = problem.contains("quote") || problem.contains("string");
    if let Some(quote) = line.chars().find(|c| QUOTES.contains(c)).filter(|_| about_quotes || rest.starts_with(QUOTES))
    {
        let hint = "write straight quotes: \"like this\"".to_owned();
        return Some((format!("it holds the typographic quote {quote}"), hint));
    }
    if rest.starts_with(BLANKS) || about_quotes && line.contains(BLANKS) {
        let message = "it holds a no-break space or another character that looks like a space".to_owned();
        return Some((message, "delete the spaces of this line and type them again".to_owned()));
    }
    if line.trim_start().starts_with("//") {
        let hint = format!("write # in place of //: # {}", clip(line.trim_start().trim_start_matches('/').trim()));
        return Some(("a remark begins with #".to_owned(), hint));
    }
    if let Some(dash) = rest.chars().next().filter(|c| matches!(c, '–' | '—' | '‑' | '−')) {
        return Some((format!("it holds the long dash {dash}"), "write a hyphen: -".to_owned()));
    }
    if let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, ',' | ';') && rest.trim_end().len() == 1) {
        return Some((format!("there is a {mark} after the value"), "delete it".to_owned()));
    }
    let (key, value) = line.split_once(':')?;
    if is_key(key.trim()) && !line.contains('=') {
        let value = value.trim();
        // Words need quotes too, or the next run would say so.
        let is_value = value.starts_with(['"', '\'', '[', '{']) || value.starts_with(|c: char| c.is_ascii_digit());
        let quote = if is_value || matches!(value, "true" | "false") { "" } else { "\"" };
        let hint = format!("write an equals sign: {} = {quote}{}{quote}", key.trim(), clip(value));
        return Some(("there is a colon in place of an equals sign".to_owned(), hint));
    }
    None
}

/// What the parser describes.
fn described(text: &str, line: &str, column: usize, span: &Range<usize>, message: &str) -> Option<(String, String)> {
    let what = message.split(", expected").next().unwrap_or(message);
    let (key, value) = pair(line, column);
    let say = |message: &str, hint: String| Some((message.to_owned(), hint));
    match what {
        "string values must be quoted" | "missing value" | "missing value for key" if value.is_empty() => {
            say("there is no value after the equals sign", format!("write {} = \"…\", or delete the line", clip(key)))
        }
        "string values must be quoted" | "missing opening quote" => {
            say("the text does not stand in quotes", in_quotes(key, value))
        }
        "invalid boolean" => {
            let small = value.to_lowercase();
            if matches!(small.as_str(), "true" | "false") {
                return say("yes and no are written in small letters", format!("write {key} = {small}"));
            }
            say("the text does not stand in quotes", in_quotes(key, value))
        }
        _ if what.contains("string") => {
            say("the text has no quote at its end", format!("write {}", closed(key, value)))
        }
        "missing escaped value" | "too few unicode value digits" => say(
            "a backslash in double quotes begins a special character",
            "write two backslashes, or put the text in single quotes".to_owned(),
        ),
        "key with no value" | "extra `=`" | "missing assignment between key-value pairs" => {
            let hint = match line.trim().split_once(' ') {
                Some((name, value)) if value.starts_with('"') && !value.contains('=') => {
                    format!("write {name} = {}", clip(value))
                }
                _ => "write name = \"value\"; a name holds no spaces".to_owned(),
            };
            say("a line is a name, one equals sign and a value", hint)
        }
        "invalid unquoted key" | "unquoted keys cannot be empty" | "missing table open"
            if line.trim_start().starts_with('[') =>
        {
            say("a header is a name in one or two brackets", "write [name] or [[name]] on a line of its own".to_owned())
        }
        "invalid unquoted key" | "unquoted keys cannot be empty" | "invalid key-value pair" => say(
            "a name holds letters a to z, digits, hyphens and underscores only",
            "write name = \"value\"".to_owned(),
        ),
        "unexpected key or value" | "unexpected content" => say(
            "something stands after the value",
            "delete what follows the value, or begin a new line for it".to_owned(),
        ),
        "unclosed table" | "unclosed array table" => {
            let name = line.trim().trim_matches(['[', ']']).split_whitespace().collect::<Vec<_>>().join("_");
            let hint = if line.trim_start().starts_with("[[") {
                format!("write [[{}]]", clip(&name))
            } else {
                format!("write [{}]", clip(&name))
            };
            say("the header is not closed, or its name holds a space", hint)
        }
        "duplicate key" => Some(twice(text, line, span)),
        _ if what.starts_with("cannot extend value") => {
            let name = text.get(span.clone()).unwrap_or_default();
            say(
                "the name has a value already and cannot be a header too",
                format!("delete one of the two places that give `{}`", clip(name)),
            )
        }
        _ if what.starts_with("missing comma") => {
            say("a comma is missing here", "write a comma between two values".to_owned())
        }
        _ if what.starts_with("extra comma") => say("there is a comma too many", "delete it".to_owned()),
        "unexpected `=` in array" => {
            say("a list holds values, not names", "write the values in brackets: [\"one\", \"two\"]".to_owned())
        }
        "missing array opening"
        | "missing inline table opening"
        | "invalid inline table element"
        | "missing key for inline table element"
        | "missing table open"
        | "unclosed array"
        | "unclosed inline table" => {
            say("an opening and a closing bracket do not match", "give every [ its ] and every { its }".to_owned())
        }
        "invalid datetime" | "invalid date" | "invalid time" | "invalid date-time" => date(key, value),
        "carriage return must be followed by newline" => say(
            "the lines end as on very old computers",
            "save the file again with the line ends of Windows (CRLF) or Unix (LF)".to_owned(),
        ),
        _ if what.contains("recurs") => {
            say("brackets or names are nested too deep", "write no more than a few levels".to_owned())
        }
        "unexpected leading zero" if value.trim_start_matches('0').parse::<u64>().is_ok() => {
            let hint =
                format!("write {key} = {}, or \"{value}\" in quotes if it is no number", value.trim_start_matches('0'));
            say("a number does not begin with 0", hint)
        }
        _ if is_about_a_number(what) => number(key, value),
        _ => None,
    }
}

/// The name and the value around a column; in braces, those of the innermost pair.
fn pair(line: &str, column: usize) -> (&str, &str) {
    let before = line.get(..column).unwrap_or(line);
    if let Some((head, _)) = before.rsplit_once('=').filter(|(head, _)| head.contains('{')) {
        let key = head.rsplit(['{', ',']).next().unwrap_or_default();
        let value = line.get(head.len() + 1..).unwrap_or_default().split([',', '}']).next().unwrap_or_default();
        return (key.trim(), value.trim());
    }
    line.split_once('=').map_or((line.trim(), ""), |(key, value)| (key.trim(), value.trim()))
}

fn is_about_a_number(what: &str) -> bool {
    ["mantissa", "exponent", "integer", "float", "number", "zero", "sign", "radix", "digits"]
        .iter()
        .any(|word| what.contains(word))
}

fn in_quotes(key: &str, value: &str) -> String {
    format!("write {} = \"{}\"", clip(key), clip(value.trim_matches('"')))
}

/// The line with the quote that is missing.
fn closed(key: &str, value: &str) -> String {
    let text = value.trim_start_matches(['"', '\'']);
    if is_key(key) && !text.contains(['"', '\'']) {
        format!("{key} = \"{}\"", clip(text))
    } else {
        "a straight quote before and after each text: \"like this\"".to_owned()
    }
}

fn twice(text: &str, line: &str, span: &Range<usize>) -> (String, String) {
    let name = clip(text.get(span.clone()).unwrap_or_default());
    if line.trim_start().starts_with('[') {
        let list = SUPPORT.key(&name).is_some_and(|key| matches!(key.shape, Shape::Tables(_)));
        let hint = if list {
            format!("write [[{name}]] with two brackets wherever it stands: each is one item of a list")
        } else {
            "put its lines together under one header".to_owned()
        };
        return (format!("the header [{name}] stands in the file already"), hint);
    }
    (format!("`{name}` is given twice here"), "delete one of the two lines".to_owned())
}

fn date(key: &str, value: &str) -> Option<(String, String)> {
    let told = if value.contains(':') {
        ("a time of opening stands in quotes".to_owned(), "write it in quotes: [\"08:00-17:00\"]".to_owned())
    } else {
        ("there is no such date".to_owned(), format!("write year, month and day: {} = 2026-12-31", clip(key)))
    };
    Some(told)
}

/// A number as TOML has none: a date as people write it, a telephone, a price with a comma.
fn number(key: &str, value: &str) -> Option<(String, String)> {
    let mut parts = value.split(['.', '/', '-']).map(str::trim);
    let day = (parts.next(), parts.next(), parts.next(), parts.next());
    if let (Some(day), Some(month), Some(year), None) = day
        && year.len() == 4
        && day.len() <= 2
        && [day, month, year].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        let hint = format!("write year, month and day: {key} = {year}-{month:0>2}-{day:0>2}");
        return Some(("a date is written the other way round".to_owned(), hint));
    }
    Some(("this is not a number".to_owned(), in_quotes(key, value)))
}

/// A text short enough for a hint.
fn clip(text: &str) -> String {
    match text.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
