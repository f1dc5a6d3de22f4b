//! The words of a site: documents in Markdown, built-in texts, interface strings, images beside the text.
//!
//! Content is data: nothing in it is executed, and links are kept apart from the HTML until all documents are known.

pub mod document;
mod front_matter;
pub mod image;
pub mod markdown;
pub mod notice;
pub mod outline;
pub mod reading;
pub mod stray;
pub mod strings;
mod svg;
pub mod texts;

pub use document::{Document, DocumentKind};
pub use outline::Outlines;
pub use reading::Readings;
pub use strings::Strings;
pub use svg::data_address;
pub use texts::Texts;
