//! From an error of the operating system at a target to a message that says what to do.
//!
//! Every message here says that the live site is as it was, so it may only be used before the switch.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostic::{Failure, Text};

/// The failure that reports `error` at `path`.
pub(super) fn refused(path: &Path, error: &io::Error) -> Failure {
    let (id, hint) = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("deploy-disk-full", "deploy-disk-full-hint"),
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => ("deploy-denied", "deploy-denied-hint"),
        _ => ("deploy-failed", "deploy-failed-hint"),
    };
    Failure::new(Text::new(id).with("path", path.display()).with("reason", error))
        .hint(Text::new(hint).with("path", path.display()))
}

/// A failure that names the path at which it is.
pub(super) fn at(id: &'static str, hint: &'static str, path: &Path) -> Failure {
    Failure::new(Text::new(id).with("path", path.display())).hint(Text::new(hint).with("path", path.display()))
}
