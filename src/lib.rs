//! Builds the support portal of a Microsoft CSP partner from `support.toml` and Markdown.

pub mod diagnostic;
pub mod source;
