//! Turns an error of the operating system, with the path that it struck, into a message that says what to do.
//!
//! Does not decide what to give up: that is the caller's part. Every message here says that nothing was published,
//! so it may only be used before the exchange.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostic::{Failure, Text};

/// The numbers of "too many open files", of the process and of the machine: the standard library has no kind for them.
const TOO_MANY_OPEN: [i32; 2] = [24, 23];

/// The failure that reports `error` at `path`.
pub(super) fn refused(path: &Path, error: &io::Error) -> Failure {
    let (id, hint) = match error.kind() {
        ErrorKind::StorageFull => ("publish-disk-full", "publish-disk-full-hint"),
        ErrorKind::QuotaExceeded => ("publish-quota", "publish-quota-hint"),
        ErrorKind::ReadOnlyFilesystem => ("publish-read-only", "publish-read-only-hint"),
        ErrorKind::PermissionDenied => ("publish-denied", "publish-denied-hint"),
        ErrorKind::InvalidFilename => ("publish-name-too-long", "publish-name-too-long-hint"),
        ErrorKind::FileTooLarge => ("publish-file-too-large", "publish-file-too-large-hint"),
        // Only a rename meets this here, and on the layered disks of containers: a folder of the image cannot be moved.
        ErrorKind::CrossesDevices => ("publish-cannot-move", "publish-cannot-move-hint"),
        _ if cfg!(unix) && error.raw_os_error().is_some_and(|number| TOO_MANY_OPEN.contains(&number)) => {
            ("publish-too-many-open", "publish-too-many-open-hint")
        }
        _ => ("publish-failed", "publish-failed-hint"),
    };
    Failure::new(Text::new(id).with("path", path.display()).with("reason", error))
        .hint(Text::new(hint).with("path", path.display()))
}

/// The failure of a file that could not be created in the stage because something else has its place: two pages of
/// the same address, or two names that this disk cannot tell apart (`A.html` and `a.html`).
pub(super) fn refused_in_stage(target: &Path, path: &str, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            Failure::new(Text::new("publish-same-place").with("path", path)).hint("publish-same-place-hint")
        }
        _ => refused(target, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_message_and_names_the_path() {
        let id = |error: io::Error| {
            let failure = refused(Path::new("/srv/public/en"), &error);
            assert!(failure.text.args.contains(&("path", crate::diagnostic::Arg::Verbatim("/srv/public/en".into()))));
            failure.text.id
        };
        assert_eq!(id(ErrorKind::StorageFull.into()), "publish-disk-full");
        assert_eq!(id(ErrorKind::QuotaExceeded.into()), "publish-quota");
        assert_eq!(id(ErrorKind::ReadOnlyFilesystem.into()), "publish-read-only");
        assert_eq!(id(ErrorKind::PermissionDenied.into()), "publish-denied");
        assert_eq!(id(ErrorKind::InvalidFilename.into()), "publish-name-too-long");
        assert_eq!(id(ErrorKind::FileTooLarge.into()), "publish-file-too-large");
        assert_eq!(id(ErrorKind::CrossesDevices.into()), "publish-cannot-move");
        assert_eq!(id(ErrorKind::WriteZero.into()), "publish-failed");
        if cfg!(unix) {
            assert_eq!(id(io::Error::from_raw_os_error(24)), "publish-too-many-open");
        }
    }

    #[test]
    fn a_taken_place_is_told_apart_from_a_fault_of_the_disk() {
        let id = |kind: ErrorKind| refused_in_stage(Path::new("/stage/a"), "a", &kind.into()).text.id;
        assert_eq!(id(ErrorKind::AlreadyExists), "publish-same-place");
        assert_eq!(id(ErrorKind::NotADirectory), "publish-same-place");
        assert_eq!(id(ErrorKind::StorageFull), "publish-disk-full");
    }
}
