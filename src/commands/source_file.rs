//! From new bytes to a file that has them, whole or not at all: the only way in which a source or a proof sheet is
//! written over.
//!
//! Whoever reads the file meanwhile, and whatever stops the program, finds the old bytes or the new ones. The bytes are
//! written beside the file, under a hidden name that no stage takes for a source, brought to the disk, and renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::init::unwritable;
use crate::diagnostic::Failure;

/// How the name of an unfinished file ends. It begins with a dot, the name of the file, and the number of the process.
const UNFINISHED: &str = "diptych-new";

/// Replaces a file, or writes it where there was none.
///
/// # Errors
/// The disk refused, or the file is protected from being written to. The file is as it was.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    exchange(path, bytes).map_err(|error| unwritable(path, &error))
}

fn exchange(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
    sweep(folder, &name)?;
    let permissions = permissions(path)?;
    let unfinished = folder.join(format!(".{name}.{}.{UNFINISHED}", std::process::id()));
    let outcome = write(&unfinished, bytes, permissions).and_then(|()| fs::rename(&unfinished, path));
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    outcome?;
    sync_folder(folder)
}

/// The permissions of the file, if it is there. A rename would not ask whether it may be written to.
fn permissions(path: &Path) -> io::Result<Option<fs::Permissions>> {
    match OpenOptions::new().write(true).open(path) {
        Ok(file) => file.metadata().map(|metadata| Some(metadata.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a file that was not there, and brings it to the disk. It is locked while it is written.
fn write(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    // Old network disks have no locks, and there nothing is swept either.
    let _ = file.try_lock();
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Removes what a program that was stopped has left of this file. One that is still at work holds a lock.
fn sweep(folder: &Path, name: &str) -> io::Result<()> {
    let is_left = |found: &PathBuf| {
        let found = found.file_name().map(|found| found.to_string_lossy().into_owned()).unwrap_or_default();
        let number = found.strip_prefix('.').and_then(|found| found.strip_prefix(name));
        let number = number.and_then(|rest| rest.strip_prefix('.')?.strip_suffix(UNFINISHED)?.strip_suffix('.'));
        number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    };
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_free = |path: &PathBuf| File::open(path).is_ok_and(|file| file.try_lock().is_ok());
        if is_left(&path) && is_free(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// A folder cannot be opened for that on this system; the file itself is on the disk.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(folder.path().join(".a.md.1.diptych-new"), "half").expect("left by a program that was stopped");
        fs::write(folder.path().join(".a.md.bak"), "mine").expect("somebody's own");
        for text in ["first", "second"] {
            assert_eq!(replace(&path, text.as_bytes()), Ok(()));
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
        let mut names: Vec<_> = fs::read_dir(folder.path()).expect("it").flatten().map(|it| it.file_name()).collect();
        names.sort();
        assert_eq!(names, [".a.md.bak", "a.md"]);
    }

    #[test]
    fn an_unfinished_file_that_is_being_written_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let held = folder.path().join(".a.md.1.diptych-new");
        let file = File::create(&held).expect("a file");
        file.try_lock().expect("nobody else holds it");
        assert_eq!(replace(&folder.path().join("a.md"), b"new"), Ok(()));
        assert!(held.exists());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_a_missing_folder_is_told() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "old").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("its owner may");
        assert_eq!(replace(&path, b"new"), Ok(()));
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o640);
        let missing = folder.path().join("none/a.md");
        assert!(replace(&missing, b"new").is_err(), "there is no such folder");
    }
}
