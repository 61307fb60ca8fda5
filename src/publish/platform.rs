//! Turns what the operating systems do differently into one set of functions: the only module with `cfg` outside tests.
//!
//! No policy: whether two renames may stand in for an exchange is decided in [`exchange`](super::exchange).

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Exchanges two folders in one step that no reader can look between.
///
/// Fails with `Unsupported` or `InvalidInput` where the system or this disk cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn swap(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Exchanges two folders in one step: not on this system.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn swap(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Renames a folder.
#[cfg(not(windows))]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Renames a folder. Windows refuses while anyone has a file in it open, a virus scanner for instance, so this tries
/// again for about two seconds; and it never replaces a folder, so an empty one is removed first.
#[cfg(windows)]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let _ = fs::remove_dir(to);
    let mut pause = std::time::Duration::from_millis(8);
    loop {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && pause.as_secs() < 1 => {
                std::thread::sleep(pause);
                pause *= 2;
            }
            result => return result,
        }
    }
}

/// Whether something is mounted on this folder: such a folder cannot be renamed.
#[cfg(target_os = "linux")]
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    match statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS) {
        // The only way to see a bind mount of the same disk; told since Linux 5.8.
        Ok(status) if status.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT) => {
            Ok(status.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
        }
        _ => is_on_another_disk(folder),
    }
}

/// Whether something is mounted on this folder: such a folder cannot be renamed.
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    is_on_another_disk(folder)
}

/// Whether something is mounted on this folder: not told on this system, the rename will say.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail")]
pub(super) fn is_mount_point(_folder: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
fn is_on_another_disk(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let Some(parent) = folder.parent() else { return Ok(true) };
    Ok(fs::symlink_metadata(folder)?.dev() != fs::symlink_metadata(parent)?.dev())
}

/// Fails if entries cannot be created in this folder, for want of a right or because the disk is read-only.
#[cfg(unix)]
pub(crate) fn check_writable(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Fails if entries cannot be created in this folder: left to the first write on this system.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail")]
pub(crate) fn check_writable(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Creates a folder that only its owner may enter.
#[cfg(unix)]
pub(super) fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

/// Creates a folder. On Windows it takes its access list from the folder around it.
#[cfg(not(unix))]
pub(super) fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

/// Brings the stage to the disk: in one call for the whole file system, because a call for each page costs from
/// 0.3 to 4 ms. `files` are for the systems without that call.
#[cfg(target_os = "linux")]
pub(crate) fn sync_tree(tree: &Path, _files: &mut dyn Iterator<Item = PathBuf>) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(tree)?)?)
}

/// Brings the stage to the disk, file by file, then the folder.
#[cfg(not(target_os = "linux"))]
pub(crate) fn sync_tree(tree: &Path, files: &mut dyn Iterator<Item = PathBuf>) -> io::Result<()> {
    for path in files {
        // Windows flushes only through a handle that may write.
        let file = File::options().read(true).write(cfg!(windows)).open(path)?;
        // On a Mac `sync_all` empties the drive's own cache, which the last call below does once for all.
        #[cfg(unix)]
        rustix::fs::fsync(&file)?;
        #[cfg(not(unix))]
        file.sync_all()?;
    }
    sync_folder(tree)
}

/// Brings the names in a folder to the disk.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Brings the names in a folder to the disk: Windows has no such call.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail")]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Creates a link to a folder.
#[cfg(not(windows))]
pub(crate) fn link_folder(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

/// Creates a link to a folder: Windows lets only developers and administrators do so.
#[cfg(windows)]
pub(crate) fn link_folder(target: &Path, link: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_folder_is_writable_and_not_a_mount_point() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_mount_point(folder.path()).unwrap());
        check_writable(folder.path()).unwrap();
        sync_folder(folder.path()).unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn mount_points_are_seen() {
        assert!(is_mount_point(Path::new("/")).unwrap());
        assert!(is_mount_point(Path::new("/proc")).unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn a_private_folder_is_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        create_private(&folder.path().join("private")).unwrap();
        let mode = fs::metadata(folder.path().join("private")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    #[test]
    fn two_folders_change_places() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        fs::create_dir_all(one.join("was-one")).unwrap();
        fs::create_dir(&other).unwrap();
        swap(&one, &other).unwrap();
        assert!(other.join("was-one").is_dir() && !one.join("was-one").exists());
    }
}
