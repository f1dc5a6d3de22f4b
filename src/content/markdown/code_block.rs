//! Code blocks.

use pulldown_cmark::CodeBlockKind;

use super::fragment::Fragment;

/// Writes the start of a code block; it ends with `</code></pre>`. The block scrolls, so the keyboard must reach it.
pub(super) fn open(out: &mut Fragment, kind: &CodeBlockKind<'_>) {
    out.push("<pre tabindex=\"0\"><code");
    if let CodeBlockKind::Fenced(info) = kind
        && let Some(language) = language(info)
    {
        out.attribute("class", &format!("language-{language}"));
    }
    out.push(" translate=\"no\">");
}

/// The language of a fenced block: the first word of its info string, if it is made of letters, digits, `+`, `#`, `-`.
fn language(info: &str) -> Option<String> {
    let word = info.split(|c: char| c.is_whitespace() || c == ',').find(|word| !word.is_empty())?;
    let word = word.to_ascii_lowercase();
    word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+#-".contains(&b)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn language_of_an_info_string() {
        for (info, expected) in [
            ("powershell", Some("powershell")),
            ("PowerShell,hl=1", Some("powershell")),
            (" c++ hl", Some("c++")),
            ("c#", Some("c#")),
            ("\"><script>", None),
            ("żółć", None),
            ("", None),
            (",", None),
        ] {
            assert_eq!(language(info).as_deref(), expected, "{info}");
        }
    }
}
