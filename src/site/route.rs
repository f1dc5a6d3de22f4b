//! Addresses: made of slugs only, so that none leaves the site and every host and file system can hold them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;

use crate::model::{LanguageId, Portal};

/// What RFC 3986 does not allow in a path.
const NOT_IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The most bytes of a slug: with an extension it still is a file name everywhere.
const LONGEST: usize = 200;

/// A slug: NFC, lower case, letters and digits kept, every other run a hyphen. Empty when nothing is left.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    if text.is_ascii() {
        add(text.chars().map(|c| c.to_ascii_lowercase()), &mut slug);
    } else {
        add(text.nfc().flat_map(char::to_lowercase).nfc(), &mut slug);
    }
    let mut end = slug.trim_end_matches('-').len().min(LONGEST);
    while !slug.is_char_boundary(end) {
        end -= 1;
    }
    slug.truncate(end);
    // The cut may have left a hyphen at the end.
    slug.truncate(slug.trim_end_matches('-').len());
    if is_device(&slug) {
        slug.push('-');
    }
    slug
}

/// Adds letters and digits, and a hyphen for every other run between them.
fn add(letters: impl Iterator<Item = char>, slug: &mut String) {
    for c in letters {
        if c.is_alphanumeric()
            || unicode_normalization::char::is_combining_mark(c) && !slug.is_empty() && !slug.ends_with('-')
        {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
}

/// Whether Windows keeps the name for a device; it takes `com²` for `com2`.
fn is_device(slug: &str) -> bool {
    let number = slug.strip_prefix("com").or_else(|| slug.strip_prefix("lpt"));
    let is_one = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || number.is_some_and(|number| number.chars().count() == 1 && number.contains(is_one))
}

/// The file of a twin.
pub const TWIN: &str = "index.md";

/// The place of a page: its path below the base address, without a leading slash; empty or ending in `/`, or a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The folder of these slugs under the language's home.
    pub fn folder<'s>(portal: &Portal, language: LanguageId, slugs: impl IntoIterator<Item = &'s str>) -> Self {
        let mut path = prefix(portal, language);
        for slug in slugs {
            path.push_str(slug);
            path.push('/');
        }
        Self(path)
    }

    /// A file under the language's home.
    pub fn file(portal: &Portal, language: LanguageId, name: &str) -> Self {
        Self(prefix(portal, language) + name)
    }

    /// The path below the base address.
    pub fn path(&self) -> &str {
        &self.0
    }

    /// The file in the output folder.
    pub fn output(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The twin of a page as Markdown, beside it; a page that stands for others has none.
    pub fn twin(&self) -> Option<Self> {
        (self.0.is_empty() || self.0.ends_with('/')).then(|| Self(format!("{}{TWIN}", self.0)))
    }

    /// The link for pages of the same site: the path from the host's root.
    pub fn href(&self, portal: &Portal) -> String {
        self.encoded(portal.base_url.path())
    }

    /// The whole address.
    pub fn absolute(&self, portal: &Portal) -> String {
        self.encoded(portal.base_url.as_str())
    }

    /// The path after `base`, percent-encoded.
    fn encoded(&self, base: &str) -> String {
        let mut whole = String::with_capacity(base.len() + self.0.len());
        whole.push_str(base);
        whole.extend(utf8_percent_encode(&self.0, NOT_IN_PATH));
        whole
    }
}

/// The default language lives at the root, others below their tag.
fn prefix(portal: &Portal, language: LanguageId) -> String {
    if language == LanguageId::DEFAULT {
        String::new()
    } else {
        format!("{}/", portal.languages.tag(language).as_str().to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_keeps_letters_and_digits_and_stays_in_its_folder() {
        let cases = [
            ("Reset your password", "reset-your-password"),
            ("Zażółć gęślą", "zażółć-gęślą"),
            ("ŁÓDŹ", "łódź"),
            ("../../etc/passwd", "etc-passwd"),
            ("a//b\\c", "a-b-c"),
            ("CON", "con-"),
            ("com1.txt", "com1-txt"),
            ("COM0", "com0-"),
            ("lpt²", "lpt²-"),
            ("com10", "com10"),
            ("...", ""),
            ("%2e%2e", "2e-2e"),
            ("مرحبا بكم", "مرحبا-بكم"),
            ("e\u{301}te\u{301}", "été"),
            ("a\0b", "a-b"),
            ("😀", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text:?}");
        }
        assert!(slug(&"ż".repeat(500)).len() <= 200);
        assert_eq!(slug(&format!("{} b", "a".repeat(199))), "a".repeat(199));
    }
}
