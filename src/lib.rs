//! Builds the support portal of a Microsoft CSP partner from `support.toml` and Markdown.
//!
//! One build is a line of values; [`pipeline`] shows it on a few screens.

pub mod built_in;
pub mod check;
pub mod cli;
pub mod compose;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod export;
pub mod init;
pub mod links;
pub mod locale;
pub mod memo;
pub mod model;
pub mod pipeline;
pub mod publish;
pub mod render;
pub mod serve;
pub mod site;
pub mod source;
pub mod theme;
pub mod timing;
pub mod view;
pub mod watch;
pub mod wording;
