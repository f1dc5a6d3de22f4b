//! All integration tests, in one binary: one file for each thing that is promised.
#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    missing_docs,
    reason = "a test may stop where it fails"
)]

mod again;
mod any_input;
mod breaks;
mod built_in;
mod cases;
mod command;
mod corpus;
mod example;
mod feeds;
mod fix;
mod floors;
mod folders;
mod harness;
mod hours;
mod init;
mod inputs;
mod interrupted;
mod links;
mod machine;
mod memo;
mod money;
mod mutations;
mod outlines;
mod prices;
mod profile;
mod promises;
mod proof;
mod properties;
mod readme;
mod reference;
mod rules;
mod serve;
mod sites;
mod stated;
mod terminal;
mod theme_contract;
mod themes;
mod watch;
mod zones;
