//! The subtags that IANA has registered for language tags.

/// Written by `tests/oracles/subtags.mjs`: lines of kind, first character and subtags.
const SUBTAGS: &str = include_str!("subtags.txt");

/// What a subtag stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Language,
    Script,
    Region,
    Variant,
}

/// Whether `subtag`, in its usual letter case, is registered as `kind`.
pub(super) fn is_registered(kind: Kind, subtag: &str) -> bool {
    let kind = match kind {
        Kind::Language => "language",
        Kind::Script => "script",
        Kind::Region => "region",
        Kind::Variant => "variant",
    };
    subtag.chars().next().is_some_and(|first| {
        SUBTAGS
            .lines()
            .filter_map(|line| line.strip_prefix(kind)?.strip_prefix(' ')?.strip_prefix(first)?.strip_prefix(' '))
            .any(|subtags| subtags.split(' ').any(|known| known == subtag))
    })
}

/// Regions of two letters that are no country: unions, and islands with a code for the post or for statistics.
const NO_COUNTRIES: &[&str] = &["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN"];

/// Whether two upper-case letters are the code of a country.
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && is_registered(Kind::Region, code) && !NO_COUNTRIES.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::{Kind, is_country, is_registered};

    #[test]
    fn knows_countries() {
        for code in ["PL", "DE", "GB", "US", "CH", "XK", "TW", "PR"] {
            assert!(is_country(code), "{code}");
        }
        for code in ["", "P", "pl", "XX", "UK", "EU", "UN", "DD", "ZZ", "AA", "001", "POL"] {
            assert!(!is_country(code), "{code}");
        }
    }

    #[test]
    fn knows_registered_subtags_only() {
        for language in ["pl", "en", "csb", "szl", "zh", "ar", "gsw"] {
            assert!(is_registered(Kind::Language, language), "{language}");
        }
        for no_language in ["xx", "", " ", "p", "pl ", "PL", "und", "mul", "zxx", "qaa", "sla", "aa ab", "l", "ż"] {
            assert!(!is_registered(Kind::Language, no_language), "{no_language}");
        }
        assert!(is_registered(Kind::Script, "Hans") && !is_registered(Kind::Script, "Zzzz"));
        assert!(is_registered(Kind::Region, "XK") && is_registered(Kind::Region, "419"));
        assert!(!is_registered(Kind::Region, "ZZ") && !is_registered(Kind::Region, "XA"));
        assert!(is_registered(Kind::Variant, "1996") && is_registered(Kind::Variant, "simple"));
    }
}
