//! From the folder of a release to its files and their fingerprints, and to nothing.

#[cfg(unix)]
use std::fs::Permissions;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::deploy::release::{MANIFEST, Release, SIGNATURE};
use crate::deploy::target::Digests;
use crate::domain::Digest;
use crate::publish::in_parts;

/// An error and where it struck.
type Struck = (PathBuf, io::Error);

/// Everything below a folder that is no folder itself, in order: its path, and whether it is an ordinary file. A folder
/// that is not there holds nothing.
pub(super) fn files(root: &Path) -> Result<Vec<(String, bool)>, Struck> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(folder) = open.pop() {
        let place = root.join(&folder);
        let entries = match fs::read_dir(&place) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err((place, error)),
        };
        for entry in entries {
            let kind = entry.and_then(|entry| Ok((entry.file_type()?, entry.file_name())));
            let (kind, name) = kind.map_err(|error| (place.clone(), error))?;
            let path = format!("{folder}{}", name.to_string_lossy());
            if kind.is_dir() {
                open.push(path + "/");
            } else {
                // A name that is no text is none of ours, and could not be opened by what is shown of it.
                found.push((path, kind.is_file() && name.to_str().is_some()));
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// The fingerprint of every file below a folder.
pub(super) fn digests(root: &Path) -> Result<Digests, Struck> {
    let files = files(root)?;
    let digest = |(path, is_file): &(String, bool)| {
        let place = root.join(path);
        let digest = is_file.then(|| File::open(&place).and_then(|mut file| Digest::of_reader(&mut file)));
        digest.transpose().map(|digest| (path.clone(), digest)).map_err(|error| (place, error))
    };
    let parts = in_parts(&files, |part| part.iter().map(digest).collect::<Result<Vec<_>, Struck>>());
    parts.into_iter().collect::<Result<Vec<_>, _>>().map(|parts| parts.into_iter().flatten().collect())
}

/// Lets everybody read what lies in a folder: the web server is somebody else, whatever the person who deploys keeps to
/// themselves (`umask`).
#[cfg(unix)]
pub(super) fn show(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let open = |path: &Path, wanted: u32| {
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & wanted == wanted { Ok(()) } else { fs::set_permissions(path, Permissions::from_mode(mode | wanted)) }
    };
    open(folder, 0o555)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            show(&entry.path())?;
        } else {
            open(&entry.path(), 0o444)?;
        }
    }
    Ok(())
}

/// Lets everybody read what lies in a folder: here they do.
#[cfg(not(unix))]
pub(super) fn show(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes the files of a release and the folders that are empty by that, the manifest last: as long as it is there, it
/// is known what is ours. Without a manifest, the one that lies there says it.
pub(super) fn remove(root: &Path, manifest: Option<&Release>) -> io::Result<()> {
    let lying = match manifest {
        Some(_) => None,
        None => fs::read(root.join(MANIFEST)).ok().and_then(|bytes| Release::parse(&bytes)),
    };
    for path in manifest.or(lying.as_ref()).into_iter().flat_map(|release| release.files.keys()) {
        ignore_missing(fs::remove_file(root.join(path)))?;
    }
    remove_empty(root, true)?;
    ignore_missing(fs::remove_file(root.join(SIGNATURE)))?;
    ignore_missing(fs::remove_file(root.join(MANIFEST)))?;
    ignore_missing(fs::remove_dir(root))
}

/// Removes the folders below a folder that hold nothing, and where it is not the top, the folder itself.
fn remove_empty(folder: &Path, is_top: bool) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty(&entry.path(), false)?;
        }
    }
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != ErrorKind::DirectoryNotEmpty && !is_top => Err(error),
        _ => Ok(()),
    }
}

fn ignore_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
