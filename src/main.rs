//! The `supportal` command.
fn main() {}
