//! Turns an output folder into what is known of the last generation, or into a refusal because something in it is
//! not ours.
//!
//! Reads only. A file that is missing is no reason to refuse: nothing of anybody's can be lost by it.

use std::fs::{self, DirEntry, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::diagnostic::{Failure, Text};

use super::hash::Hash;
use super::manifest::{self, Manifest};
use super::private::Private;
use super::record::Record;
use super::refusal::refused;
use super::share::in_parts;

/// So many names are told of what is in the way.
const NAMES: usize = 10;
/// So often an output is looked at again if another run exchanges it meanwhile.
const ATTEMPTS: usize = 20;

/// The last generation, as it was found in the output.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) manifest: Manifest,
    /// For each file of the manifest, when it was modified if it is there, in nanoseconds since 1970. A time in this
    /// list means that the bytes are those of the manifest.
    pub(super) modified: Vec<Option<i64>>,
    pub(super) record: Option<Record>,
    hash: Hash,
    manifest_modified: i64,
}

/// What is wrong in a folder, and which folders are in it.
#[derive(Default)]
struct Found {
    folders: Vec<String>,
    files: Vec<(usize, i64)>,
    foreign: Vec<String>,
    edited: Vec<String>,
}

/// Looks through the output; `None` if it does not exist or is empty.
pub(super) fn survey(output: &Path, private: &Private) -> Result<Option<Last>, Failure> {
    let path = output.join(manifest::NAME);
    let mut attempts = ATTEMPTS;
    loop {
        let bytes = read_manifest(&path)?;
        let result = compare(output, private, bytes.as_deref());
        attempts -= 1;
        // Another run may exchange the output while we look. Then the manifest has changed, and what we found is
        // a mixture that means nothing.
        if result.is_ok() || attempts == 0 || read_manifest(&path)? == bytes {
            return result;
        }
    }
}

impl Last {
    /// Whether the output still holds this very generation.
    pub(super) fn is_current(&self, output: &Path) -> bool {
        let path = output.join(manifest::NAME);
        fs::symlink_metadata(output).is_ok_and(|output| output.is_dir())
            && fs::symlink_metadata(&path).is_ok_and(|manifest| modified(&manifest) == self.manifest_modified)
            && Hash::of_file(&path).is_ok_and(|hash| hash == self.hash)
    }

    /// The first file that is not as it was when the output was looked through, if any.
    pub(super) fn first_changed(&self, output: &Path) -> Option<&str> {
        let files: Vec<_> = self.manifest.files.iter().zip(&self.modified).collect();
        let changed = in_parts(&files, |part| {
            part.iter().find(|((path, entry), before)| match (before, fs::symlink_metadata(output.join(path))) {
                (Some(before), Ok(now)) => now.len() != entry.size || modified(&now) != *before,
                (None, Ok(_)) => true,
                (_, Err(_)) => false,
            })
        });
        changed.into_iter().flatten().next().map(|((path, _), _)| path.as_str())
    }

    /// Whether every file is there, untouched since the last run.
    pub(super) fn is_intact(&self) -> bool {
        let untouched =
            |record: &Record| self.modified.iter().zip(&record.modified).all(|(found, noted)| *found == Some(*noted));
        self.record.as_ref().is_some_and(untouched)
    }
}

/// When a file was modified, in nanoseconds since 1970.
pub(super) fn modified(file: &Metadata) -> i64 {
    let since = file.modified().ok().map(|time| match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()),
        Err(before) => i64::try_from(before.duration().as_nanos()).map(|before| -before),
    });
    since.and_then(Result::ok).unwrap_or(i64::MIN)
}

pub(super) fn read_manifest(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(path, &error)),
    }
}

fn compare(output: &Path, private: &Private, bytes: Option<&[u8]>) -> Result<Option<Last>, Failure> {
    let Some(bytes) = bytes else {
        let found = visit(output, "", &Manifest::default(), None)?;
        // Without a manifest nothing is ours; a folder is as foreign as a file.
        return refuse_found(output, found).map(|()| None);
    };
    let Some(manifest) = Manifest::parse(bytes) else {
        let text = Text::new("publish-manifest-unreadable").with("path", output.join(manifest::NAME).display());
        return Err(
            Failure::new(text).hint(Text::new("publish-manifest-unreadable-hint").with("output", output.display()))
        );
    };
    let hash = Hash::of(bytes);
    let record = Record::read(&private.record(), hash, manifest.files.len());
    let mut last = Last {
        modified: vec![None; manifest.files.len()],
        manifest_modified: fs::symlink_metadata(output.join(manifest::NAME)).map_or(i64::MIN, |file| modified(&file)),
        manifest,
        record,
        hash,
    };
    let mut all = Found::default();
    // One level of folders after the other, so that thousands of page folders can be shared among threads.
    let mut level = vec![String::new()];
    while !level.is_empty() {
        let parts = in_parts(&level, |part| {
            part.iter().map(|folder| visit(output, folder, &last.manifest, last.record.as_ref())).collect::<Vec<_>>()
        });
        level = Vec::new();
        for found in parts.into_iter().flatten() {
            let found = found?;
            level.extend(found.folders);
            all.files.extend(found.files);
            all.foreign.extend(found.foreign);
            all.edited.extend(found.edited);
        }
    }
    for &(index, modified) in &all.files {
        last.modified[index] = Some(modified);
    }
    refuse_found(output, all).map(|()| Some(last))
}

/// Looks through one folder: `""` or a path that ends in `/`.
fn visit(output: &Path, folder: &str, manifest: &Manifest, record: Option<&Record>) -> Result<Found, Failure> {
    let place = output.join(folder);
    let mut found = Found::default();
    let entries = match fs::read_dir(&place) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(refused(&place, &error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| refused(&place, &error))?;
        let path = format!("{folder}{}", entry.file_name().to_string_lossy());
        look_at(&entry, path, manifest, record, &mut found).map_err(|error| refused(&entry.path(), &error))?;
    }
    Ok(found)
}

fn look_at(
    entry: &DirEntry,
    path: String,
    manifest: &Manifest,
    record: Option<&Record>,
    found: &mut Found,
) -> io::Result<()> {
    if entry.file_type()?.is_dir() {
        let folder = path + "/";
        let list = if manifest.has_folder(&folder) { &mut found.folders } else { &mut found.foreign };
        list.push(folder);
        return Ok(());
    }
    if path == manifest::NAME {
        return Ok(());
    }
    let Some(index) = manifest.position(&path) else {
        found.foreign.push(path);
        return Ok(());
    };
    let listed = &manifest.files[index].1;
    let metadata = entry.metadata()?;
    let time = modified(&metadata);
    let same = metadata.is_file() && metadata.len() == listed.size && {
        // The time alone proves nothing, but a file with another time may well have the same bytes: a copy, a checkout.
        record.is_some_and(|record| record.modified[index] == time) || Hash::of_file(&entry.path())? == listed.hash
    };
    if same {
        found.files.push((index, time));
    } else {
        found.edited.push(path);
    }
    Ok(())
}

fn refuse_found(output: &Path, found: Found) -> Result<(), Failure> {
    let (id, hint, mut paths) = if found.foreign.iter().any(|path| path == ".git" || path == ".git/") {
        ("publish-foreign", "publish-foreign-git-hint", found.foreign)
    } else if !found.foreign.is_empty() {
        ("publish-foreign", "publish-foreign-hint", found.foreign)
    } else if !found.edited.is_empty() {
        ("publish-edited", "publish-edited-hint", found.edited)
    } else {
        return Ok(());
    };
    paths.sort_unstable();
    let more = paths.len().saturating_sub(NAMES);
    paths.truncate(NAMES);
    let text = Text::new(id).with("output", output.display()).with("names", paths.join(", ")).with_count("more", more);
    Err(Failure::new(text).hint(Text::new(hint).with("output", output.display())))
}
