//! What templates may see, and `machine`, what programs may: the only types that are serialised. The fields for templates
//! are theme contract 1 (`theme::CONTRACT`).
//!
//! Every sentence is ready: formatted, translated, with its own language where it had to fall back.
//! Fields named `html` and `markdown` hold trusted markup made by this program; every other string is text that templates
//! escape.

pub mod about;
pub mod articles;
pub mod contact;
pub mod desk;
pub mod documents;
pub mod home;
pub mod live;
pub mod machine;
pub mod notices;
pub mod now;
pub mod pricing;
pub mod print;
pub mod promises;
pub mod self_service;
mod shared;
pub mod shell;
pub mod support_types;
pub mod words;

pub use shared::{Shared, hash_of};
pub use words::{Block, Link, Phrase};
