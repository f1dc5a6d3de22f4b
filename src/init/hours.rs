//! Opening hours as people type them: `mon-fri 08:00-17:00, sat 09:00-12:00`.

use super::toml_text;

/// The value of `weekly`: `always`, or days with their times. Times without a day are those of the working week.
pub(super) fn weekly(typed: &str) -> String {
    if matches!(typed.trim().to_lowercase().as_str(), "always" | "24/7") {
        return toml_text::string("always");
    }
    let mut days: Vec<(String, Vec<&str>)> = Vec::new();
    for word in typed.split([' ', ',', ';', '\t']).filter(|word| !word.is_empty()) {
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            match days.last_mut() {
                Some((_, times)) => times.push(word),
                None => days.push(("mon-fri".to_owned(), vec![word])),
            }
        } else {
            days.push((word.trim_end_matches(':').to_lowercase(), Vec::new()));
        }
    }
    let days: Vec<String> =
        days.into_iter().map(|(day, times)| format!("{} = {}", key(&day), toml_text::strings(times))).collect();
    format!("{{ {} }}", days.join(", "))
}

/// A key, bare where TOML allows it.
fn key(day: &str) -> String {
    let is_bare = day.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_bare { day.to_owned() } else { toml_text::string(day) }
}

#[cfg(test)]
mod tests {
    use super::weekly;

    #[test]
    fn reads_hours_as_they_are_typed() {
        for (typed, written) in [
            ("always", "\"always\""),
            ("24/7", "\"always\""),
            ("mon-fri 08:00-17:00", "{ mon-fri = [\"08:00-17:00\"] }"),
            ("08:00-12:00 13:00-17:00", "{ mon-fri = [\"08:00-12:00\", \"13:00-17:00\"] }"),
            (
                "Mon-Thu: 08:00-17:00, fri 08:00-14:00; sat",
                "{ mon-thu = [\"08:00-17:00\"], fri = [\"08:00-14:00\"], sat = [] }",
            ),
            ("pn–pt 8-16", "{ \"pn–pt\" = [\"8-16\"] }"),
        ] {
            assert_eq!(weekly(typed), written, "{typed}");
        }
    }
}
