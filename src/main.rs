//! The program: everything it does is in the library.

use std::process::ExitCode;

/// Fewer and cheaper allocations than the system's on every platform; pages are made of many small strings.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    diptych::commands::run(std::env::args_os())
}
