//! Turns a finished stage into the output, and the old output into a folder to be removed.
//!
//! One rename where the system can exchange two folders. Where it cannot, two renames: between them the output is
//! missing, and the old generation waits under the name [`ASIDE`] in the stage's folder. That name is the journal: it
//! exists only between the two renames, so whoever finds it beside a missing output knows what to put back.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::platform;

/// Where the new generation is written, in the folder of a stage, and where the old one is after the exchange.
pub(super) const SITE: &str = "site";
/// Where the old generation waits between two renames, in the folder of a stage.
pub(super) const ASIDE: &str = "set-aside";

/// How the new generation took its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// There was no output yet, or an empty folder: one rename.
    First,
    /// Old and new changed places in one step.
    Atomic,
    /// In two steps, because this disk or system cannot do it in one: for an instant there was no output.
    TwoRenames,
}

/// Puts the new generation of the stage `folder` in place of a generation in `output`.
pub(super) fn exchange(
    folder: &Path,
    output: &Path,
    swap: impl Fn(&Path, &Path) -> io::Result<()>,
) -> io::Result<Exchange> {
    match swap(&folder.join(SITE), output) {
        Ok(()) => Ok(Exchange::Atomic),
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            two_renames(folder, output).map(|()| Exchange::TwoRenames)
        }
        Err(error) => Err(error),
    }
}

/// Puts the new generation where there is nothing yet, or an empty folder: a rename replaces that one in one step too.
pub(super) fn first(folder: &Path, output: &Path) -> io::Result<Exchange> {
    platform::rename(&folder.join(SITE), output).map(|()| Exchange::First)
}

/// Puts back the old generation if a run was stopped between its two renames.
pub(super) fn repair(folder: &Path, output: &Path) -> io::Result<()> {
    match fs::symlink_metadata(output) {
        Err(error) if error.kind() == ErrorKind::NotFound && folder.join(ASIDE).exists() => {
            platform::rename(&folder.join(ASIDE), output)
        }
        _ => Ok(()),
    }
}

fn two_renames(folder: &Path, output: &Path) -> io::Result<()> {
    let (site, aside) = (folder.join(SITE), folder.join(ASIDE));
    platform::rename(output, &aside)?;
    if let Err(error) = platform::rename(&site, output) {
        // If this fails as well, the next run finds the journal.
        platform::rename(&aside, output)?;
        return Err(error);
    }
    // Closes the journal: whatever becomes of the output from now on, the old generation must never come back.
    // If it cannot be closed, the folder is only removed under this name instead of the other.
    let _ = platform::rename(&aside, &site);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A stage with a new generation beside an output with an old one.
    fn places() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let root = tempfile::tempdir().unwrap();
        let (folder, output) = (root.path().join("stage"), root.path().join("public"));
        fs::create_dir_all(folder.join(SITE).join("new")).unwrap();
        fs::create_dir_all(output.join("old")).unwrap();
        (root, folder, output)
    }

    #[test]
    fn in_one_step_or_in_two_the_old_generation_ends_in_the_stage() {
        let refuse = |kind: ErrorKind| move |_: &Path, _: &Path| Err(kind.into());
        for kind in [None, Some(ErrorKind::InvalidInput), Some(ErrorKind::Unsupported)] {
            let (_root, folder, output) = places();
            let how = match kind {
                None => exchange(&folder, &output, platform::swap).unwrap(),
                Some(kind) => exchange(&folder, &output, refuse(kind)).unwrap(),
            };
            assert_eq!(how, if kind.is_none() { Exchange::Atomic } else { Exchange::TwoRenames });
            assert!(output.join("new").is_dir() && folder.join(SITE).join("old").is_dir());
            assert!(!folder.join(ASIDE).exists());
        }
    }

    #[test]
    fn any_other_error_changes_nothing() {
        let (_root, folder, output) = places();
        exchange(&folder, &output, |_, _| Err(ErrorKind::PermissionDenied.into())).unwrap_err();
        assert!(output.join("old").is_dir() && folder.join(SITE).join("new").is_dir());
    }

    #[test]
    fn a_second_rename_that_fails_is_undone() {
        let (_root, folder, output) = places();
        fs::remove_dir_all(folder.join(SITE)).unwrap();
        exchange(&folder, &output, |_, _| Err(ErrorKind::Unsupported.into())).unwrap_err();
        assert!(output.join("old").is_dir() && !folder.join(ASIDE).exists());
    }

    #[test]
    fn the_journal_is_followed_only_if_the_output_is_missing() {
        let (_root, folder, output) = places();
        fs::rename(&output, folder.join(ASIDE)).unwrap();
        repair(&folder, &output).unwrap();
        assert!(output.join("old").is_dir() && !folder.join(ASIDE).exists());
        fs::create_dir(folder.join(ASIDE)).unwrap();
        repair(&folder, &output).unwrap();
        assert!(output.join("old").is_dir() && folder.join(ASIDE).is_dir());
    }

    #[test]
    fn the_first_generation_replaces_nothing_but_an_empty_folder() {
        let (_root, folder, output) = places();
        first(&folder, &output).unwrap_err();
        fs::remove_dir(output.join("old")).unwrap();
        assert_eq!(first(&folder, &output).unwrap(), Exchange::First);
        assert!(output.join("new").is_dir());
    }
}
