//! The `supportal` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    supportal::cli::main()
}
