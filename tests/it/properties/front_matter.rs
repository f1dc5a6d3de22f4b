//! Any bytes as a document.

use supportal::diagnostic::Diagnostics;

use super::portal::{self, BASE};

const PATHS: [&str; 3] = ["content/en/articles/a.md", "content/en/notices/b.md", "content/en/pages/c.md"];

/// They are read as an article, a notice and a page, or what is wrong is told; a portal is built of the first that they
/// are without fault.
pub fn holds(bytes: &[u8]) {
    let reads = |path: &&str| {
        let diagnostics = Diagnostics::new();
        let _ = portal::read(path, bytes, &diagnostics);
        let told = diagnostics.into_sorted();
        portal::check_told(&told);
        !portal::has_errors(&told)
    };
    let readable: Vec<&str> = PATHS.into_iter().filter(reads).collect();
    if let Some(path) = readable.first() {
        portal::check(&[("support.toml", BASE.as_bytes()), (path, bytes)]);
    }
}
