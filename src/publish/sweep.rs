//! Turns what a run has left in the private folder into nothing, and an interrupted exchange into the old output.
//!
//! Removes only what is ours: a folder with our marker, and in a generation that was once published only the files
//! of its manifest. What else has come into it meanwhile is kept.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostic::{Failure, Text};

use super::exchange::{ASIDE, SITE, repair};
use super::manifest::{self, Entry, Manifest};
use super::private::{MARKER, Private, is_marked};
use super::refusal::refused;
use super::share::in_parts;

/// How the names of the stages begin.
pub(super) const STAGE: &str = "stage-";
/// Where a manifest is written, in the folder of a stage, before it is moved into the site.
pub(super) const MANIFEST: &str = "manifest";
/// How the names of stages begin that hold something which is not ours.
const FOUND: &str = "found-";

/// Tidies up after runs that were stopped, with the lock held. Returns what could not be removed, which is no reason
/// to stop.
///
/// # Errors
/// If an exchange was interrupted and the old output cannot be put back.
pub(super) fn sweep(private: &Private, output: &Path) -> Result<Vec<Failure>, Failure> {
    let mut remarks = Vec::new();
    let entries = fs::read_dir(&private.folder).map_err(|error| refused(&private.folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| refused(&private.folder, &error))?;
        if !entry.file_name().to_str().is_some_and(is_stage) {
            continue;
        }
        let folder = entry.path();
        if is_marked(&folder) {
            repair(&folder, output).map_err(|error| refused(output, &error))?;
            remarks.extend(clear(&folder, output));
        } else {
            // Stopped before its marker was there, and then it is empty; or not ours, and then this does nothing.
            let _ = fs::remove_dir(&folder);
        }
    }
    Ok(remarks)
}

/// Removes the folder of a stage, with the new or the old generation in it. Returns what could not be removed.
pub(super) fn clear(folder: &Path, output: &Path) -> Option<Failure> {
    let result = [SITE, ASIDE].into_iter().try_for_each(|name| remove_generation(&folder.join(name)));
    match result {
        Err(Kept::Foreign) => return Some(set_apart(folder, output)),
        Err(Kept::Error(error)) => return Some(leftover(folder, &error)),
        Ok(()) => {}
    }
    // The marker last: a run that is stopped before leaves a folder that the next one knows.
    let mut files = [MANIFEST, MARKER].into_iter().map(|name| ignore_missing(fs::remove_file(folder.join(name))));
    let result = files.try_for_each(|result| result).and_then(|()| fs::remove_dir(folder));
    ignore_missing(result).err().map(|error| leftover(folder, &error))
}

/// Why a generation could not be removed.
enum Kept {
    /// It holds something that is not ours.
    Foreign,
    Error(io::Error),
}

impl From<io::Error> for Kept {
    fn from(error: io::Error) -> Self {
        Self::Error(error)
    }
}

fn remove_generation(tree: &Path) -> Result<(), Kept> {
    let bytes = match fs::read(tree.join(manifest::NAME)) {
        Ok(bytes) => bytes,
        // The manifest is the last file of a stage, so this one was never published and all of it is ours.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(ignore_missing(fs::remove_dir_all(tree))?),
        Err(error) => return Err(error.into()),
    };
    let manifest = Manifest::parse(&bytes).ok_or(Kept::Foreign)?;
    remove_listed(tree, &manifest)?;
    for entry in fs::read_dir(tree)? {
        if entry?.file_name() != manifest::NAME {
            return Err(Kept::Foreign);
        }
    }
    // Last, because without it the next run would take the folder for a stage that was never published.
    fs::remove_file(tree.join(manifest::NAME))?;
    Ok(fs::remove_dir(tree)?)
}

/// Removes the files of the manifest, then the folders that are empty by that.
fn remove_listed(tree: &Path, manifest: &Manifest) -> io::Result<()> {
    let parts = in_parts(&manifest.files, |part| remove_part(tree, part));
    let mut folders = BTreeSet::new();
    for part in parts {
        folders.extend(part?);
    }
    // In reverse order a folder comes after what is in it.
    for folder in folders.iter().rev() {
        remove_if_empty(&tree.join(folder))?;
    }
    Ok(())
}

/// Removes some files and the folders that hold nothing else; returns the folders that remain to be tried.
fn remove_part<'part>(tree: &Path, part: &'part [(String, Entry)]) -> io::Result<BTreeSet<&'part str>> {
    let mut remaining = BTreeSet::new();
    for (index, (path, _)) in part.iter().enumerate() {
        ignore_missing(fs::remove_file(tree.join(path)))?;
        let folder = parent(path);
        if folder.is_empty() || part.get(index + 1).is_some_and(|next| parent(&next.0) == folder) {
            continue;
        }
        let mut rest = if remove_if_empty(&tree.join(folder))? { parent(folder) } else { folder };
        while !rest.is_empty() && remaining.insert(rest) {
            rest = parent(rest);
        }
    }
    Ok(remaining)
}

/// Whether the folder is gone.
fn remove_if_empty(folder: &Path) -> io::Result<bool> {
    match ignore_missing(fs::remove_dir(folder)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => Ok(false),
        Err(error) => Err(error),
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn ignore_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn is_stage(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = name.strip_prefix(STAGE).and_then(|numbers| numbers.split_once('-'));
    numbers.is_some_and(|(process, number)| is_number(process) && is_number(number))
}

/// Keeps a stage with something in it that is not ours, under a name that is never swept.
fn set_apart(folder: &Path, output: &Path) -> Failure {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().replacen(STAGE, FOUND, 1);
    let mut number = 0;
    let apart = loop {
        let apart = folder.with_file_name(format!("{name}-{number}"));
        if !apart.exists() {
            break apart;
        }
        number += 1;
    };
    match fs::rename(folder, &apart) {
        Ok(()) => {
            let text = Text::new("publish-found").with("output", output.display()).with("path", apart.display());
            Failure::new(text).hint("publish-found-hint")
        }
        Err(error) => leftover(folder, &error),
    }
}

fn leftover(folder: &Path, error: &io::Error) -> Failure {
    let text = Text::new("publish-leftover").with("path", folder.display()).with("reason", error);
    Failure::new(text).hint("publish-leftover-hint")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Site, listing_of};
    use super::*;

    #[test]
    fn leftovers_are_swept_only_with_our_marker_and_our_name() {
        let site = Site::new();
        site.publish(&[("en/index.html", "home")]);
        let folder = |name: &str| site.private().join(name);
        for name in ["stage-1-0", "stage-2-0", "stage-3-0", "stage-x-1", "stage-1-0-1", "theirs"] {
            fs::create_dir_all(folder(name).join("site/en")).unwrap();
            fs::write(folder(name).join("site/en/index.html"), "").unwrap();
        }
        fs::write(folder("stage-1-0").join(MARKER), "").unwrap();
        fs::write(folder("stage-x-1").join(MARKER), "").unwrap();
        fs::remove_dir_all(folder("stage-3-0/site")).unwrap();
        drop(site.lock());
        let left = ["stage-1-0", "stage-2-0", "stage-3-0", "stage-x-1", "stage-1-0-1", "theirs"]
            .map(|name| folder(name).exists());
        assert_eq!(left, [false, true, false, true, true, true]);
    }

    #[test]
    fn an_old_generation_is_removed_by_its_manifest_and_what_is_not_ours_is_kept() {
        let site = Site::new();
        site.publish(&[("en/index.html", "home"), ("en/deep/er/index.html", "x")]);
        let stage = site.private().join("stage-7-0");
        fs::create_dir_all(&stage).unwrap();
        fs::write(stage.join(MARKER), "").unwrap();
        site.copy_output(&stage.join(SITE));
        fs::write(stage.join("site/en/deep/theirs"), "theirs").unwrap();
        let locked = site.lock();
        assert_eq!(locked.remarks[0].text.id, "publish-found");
        drop(locked);
        assert!(!stage.exists());
        let kept = site.private().join("found-7-0-0/site");
        assert_eq!(fs::read_to_string(kept.join("en/deep/theirs")).unwrap(), "theirs");
        assert!(!kept.join("en/index.html").exists() && !kept.join("en/deep/er").exists());
        assert!(site.lock().remarks.is_empty());
        assert!(kept.exists());
    }

    #[test]
    fn an_exchange_that_was_stopped_between_its_renames_is_repaired() {
        let site = Site::new();
        site.publish(&[("en/index.html", "old")]);
        let stage = site.private().join("stage-7-0");
        fs::create_dir_all(stage.join(SITE)).unwrap();
        fs::write(stage.join(SITE).join("index.html"), "new").unwrap();
        fs::write(stage.join(MARKER), "").unwrap();
        fs::rename(site.output(), stage.join(ASIDE)).unwrap();
        let locked = site.lock();
        assert!(locked.is_intact());
        assert_eq!(site.read("en/index.html"), "old");
        assert!(!stage.exists());
    }

    #[test]
    fn an_old_generation_still_set_aside_does_not_come_back_over_the_new_one() {
        let site = Site::new();
        site.publish(&[("en/index.html", "new")]);
        let stage = site.private().join("stage-7-0");
        fs::create_dir_all(&stage).unwrap();
        fs::write(stage.join(MARKER), "").unwrap();
        site.copy_output(&stage.join(ASIDE));
        drop(site.lock());
        assert!(!stage.exists());
        assert_eq!(site.read("en/index.html"), "new");
    }

    #[test]
    fn thousands_of_folders_are_removed_by_several_threads() {
        let site = Site::new();
        let paths: Vec<String> = (0..3000).map(|number| format!("en/{}/{number}/index.html", number % 7)).collect();
        let files: Vec<_> = paths.iter().map(|path| (path.as_str(), "x")).collect();
        site.publish(&files);
        site.publish(&[("index.html", "y")]);
        assert_eq!(listing_of(&site.output()).len(), 2);
        assert_eq!(site.stages(), 0);
    }
}
