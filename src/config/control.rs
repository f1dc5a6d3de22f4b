//! Control characters that come in as escapes: `\u0000` in a text would be a NUL on the page, where HTML has none. Those
//! written as they are were refused with the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where the texts and names of a table hold a control character other than a tab or a line break.
pub(super) fn found(table: &DeTable<'_>) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for (name, value) in table {
        places.extend(holds_control(name.get_ref()).then(|| name.span()));
        in_value(value, &mut places);
    }
    places
}

/// As deep as the parser lets brackets nest.
fn in_value(value: &Spanned<DeValue<'_>>, places: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(text) => places.extend(holds_control(text).then(|| value.span())),
        DeValue::Array(items) => items.iter().for_each(|item| in_value(item, places)),
        DeValue::Table(table) => places.extend(found(table)),
        _ => {}
    }
}

fn holds_control(text: &str) -> bool {
    text.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'))
}
