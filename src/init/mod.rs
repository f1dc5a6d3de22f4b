//! A new portal: the answers to a few questions become a folder with a complete, valid site.
//!
//! [`Answers`] hold what was said, each judged by the reader of `support.toml` itself; [`ask`] has the conversation;
//! [`starter`] writes the files as values, and [`Folder`] puts them where nothing stood before.

mod answers;
mod country;
mod dialogue;
mod folder;
mod hours;
mod starter;
mod toml_text;

pub use answers::{Answers, Problem, Question};
pub use dialogue::{Ended, ask};
pub use folder::{Folder, Refused};
pub use starter::{File, starter};
