//! What a stage noticed: findings with their places, gathered, never thrown.
//!
//! A diagnostic knows no language and no terminal; [`crate::report`] puts it into words and prints it.

mod log;
mod nearest;
mod rule;
mod text;

pub use log::{Diagnosed, Diagnostic, Log, Severity};
pub use nearest::{distance, nearest};
pub use rule::Rule;
pub use text::{Arg, Failure, Text, kibibytes, mebibytes};
