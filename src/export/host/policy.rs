//! The Content-Security-Policy: what pages may load and run.

use sha2::{Digest, Sha256};

/// A policy for all pages of a site.
#[derive(Clone, Debug)]
pub(in crate::export) struct Policy {
    directives: Vec<String>,
}

impl Policy {
    /// Allows these styles and scripts beside the site's own files; where there are no scripts nothing is executed.
    pub(in crate::export) fn new(inline_styles: &[&str], inline_scripts: Option<&[&str]>) -> Self {
        let mut directives = vec!["default-src 'none'".to_owned(), sources("style-src", inline_styles)];
        directives.extend(inline_scripts.map(|scripts| sources("script-src", scripts)));
        let fixed = ["img-src 'self' data:", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'"];
        directives.extend(fixed.map(str::to_owned));
        Self { directives }
    }

    /// For the head of pages, where `frame-ancestors` is not allowed; their scripts ask for nothing.
    pub(in crate::export) fn in_page(&self) -> String {
        self.directives.join(";")
    }

    /// For a header, which the offline script has too: that asks for what it keeps.
    pub(super) fn in_header(&self) -> String {
        format!("{}; connect-src 'self'; frame-ancestors 'none'", self.directives.join("; "))
    }

    /// For the header of a preview, whose own script at the address `script` runs too. The site's own files are allowed
    /// wherever any script is, so only a policy without scripts has to name it.
    pub(super) fn in_header_with(&self, script: &str) -> String {
        let has_scripts = self.directives.iter().any(|directive| directive.starts_with("script-src "));
        if has_scripts { self.in_header() } else { format!("{}; script-src {script}", self.in_header()) }
    }
}

/// The site's own files, and what stands in pages by the hash of its bytes.
fn sources(directive: &str, inline: &[&str]) -> String {
    let hashes = inline.iter().map(|text| format!(" 'sha256-{}'", base64(&Sha256::digest(text.as_bytes()))));
    format!("{directive} 'self'{}", hashes.collect::<String>())
}

/// Base64 of RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = (bits >> (18 - 6 * digit)) & 63;
            text.push(if digit > chunk.len() { '=' } else { char::from(DIGITS[value as usize]) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Policy, base64};

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn what_stands_in_pages_is_allowed_by_its_hash() {
        let policy = Policy::new(&["a{}"], Some(&["b()"]));
        assert!(policy.in_page().contains("style-src 'self' 'sha256-"));
        assert!(policy.in_page().contains("script-src 'self' 'sha256-"));
        assert!(!Policy::new(&["a{}"], None).in_page().contains("script-src"));
        assert!(!policy.in_page().contains("unsafe") && !policy.in_page().contains("frame-ancestors"));
        assert!(policy.in_header().ends_with("frame-ancestors 'none'"));
    }

    #[test]
    fn a_preview_adds_only_what_it_needs() {
        let script = "http://127.0.0.1:1111/.supportal/reload.js";
        let policy = Policy::new(&["a{}"], Some(&["b()"]));
        assert_eq!(policy.in_header_with(script), policy.in_header());
        let still = Policy::new(&["a{}"], None);
        assert_eq!(still.in_header_with(script), format!("{}; script-src {script}", still.in_header()));
    }
}
