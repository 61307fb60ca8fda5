//! Turns a finished stage into the published site.
//!
//! Until the exchange any fault leaves the old site as it is, and the stage is removed. After it the site is published,
//! and what still goes wrong is a remark.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use crate::diagnostic::{Failure, Text};

use super::exchange::{Exchange, SITE, exchange, first};
use super::hash::Hash;
use super::lock::Locked;
use super::manifest::{self, Manifest};
use super::platform;
use super::record::{Note, Record};
use super::refusal::refused;
use super::share::in_parts;
use super::stage::{Stage, Staged};
use super::survey::modified;
use super::sweep::MANIFEST;

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// All files of the site, without the manifest.
    pub files: usize,
    /// Of these, written now.
    pub written: usize,
    /// Of these, unchanged and linked from the last generation.
    pub linked: usize,
    /// Of these, assets of the last generation that are kept for this one.
    pub kept: usize,
    /// Of all files together, in bytes.
    pub size: u64,
    /// How the new generation took its place.
    pub exchange: Exchange,
    /// What was noticed that did not stop the publication.
    pub remarks: Vec<Failure>,
}

impl Stage {
    /// Verifies the stage, brings it to the disk, puts it in place of the output, and removes the old generation.
    ///
    /// # Errors
    /// Nothing is published if a file is missing or incomplete, the output has been changed meanwhile, or the disk refuses.
    pub fn publish(self, note: Note) -> Result<Published, Failure> {
        self.keep_assets()?;
        // In this order the stage is removed, whatever happens, before the lock is given up.
        let Self { locked, place, written, .. } = self;
        let mut written = written.into_inner().unwrap_or_else(PoisonError::into_inner);
        written.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        let site = place.site();
        let modified = verify(&site, &written)?;
        let mut published = count(&written);

        let bytes = manifest_of(&written).to_bytes();
        let beside = place.folder.join(MANIFEST);
        write_manifest(&beside, &site.join(manifest::NAME), &bytes).map_err(|error| refused(&site, &error))?;
        // After a failed sync the kernel may call the lost pages clean, so asking again would prove nothing.
        sync(&site, &written).map_err(|error| sync_failed(&site, &error))?;
        published.exchange = take_place(&locked, &place.folder)?;

        published.remarks = locked.remarks;
        if published.exchange == Exchange::TwoRenames {
            let text = Text::new("publish-not-atomic").with("output", locked.path.display());
            published.remarks.push(Failure::new(text).hint("publish-not-atomic-hint"));
        }
        let around = locked.path.parent().unwrap_or(&locked.path);
        if let Err(error) = platform::sync_folder(around).and_then(|()| platform::sync_folder(&place.folder)) {
            published.remarks.push(remark("publish-not-durable", around, &error));
        }
        let record = Record::new(Hash::of(&bytes), note, modified);
        if let Err(error) = record.write(&locked.private.record()) {
            published.remarks.push(remark("publish-no-record", &locked.private.record(), &error));
        }
        published.remarks.extend(place.remove());
        Ok(published)
    }
}

/// Checks that every file is in the stage and has its size; returns when each was modified. A disk can swallow a write
/// without an error, and a link shows an edit of the published file.
fn verify(site: &Path, files: &[Staged]) -> Result<Vec<i64>, Failure> {
    let parts = in_parts(files, |part| {
        part.iter()
            .map(|file| {
                let found = fs::symlink_metadata(site.join(&file.path)).ok().filter(fs::Metadata::is_file);
                let time = found.filter(|found| found.len() == file.entry.size).map(|found| modified(&found));
                time.filter(|time| file.linked.is_none_or(|linked| linked == *time)).ok_or(&file.path)
            })
            .collect::<Result<Vec<i64>, _>>()
    });
    let times: Result<Vec<_>, _> = parts.into_iter().collect();
    times.map(|times| times.concat()).map_err(|path| {
        Failure::new(Text::new("publish-incomplete").with("path", site.join(path).display()))
            .hint("publish-incomplete-hint")
    })
}

fn count(files: &[Staged]) -> Published {
    let kept = files.iter().filter(|file| file.entry.kept).count();
    let linked = files.iter().filter(|file| file.linked.is_some() && !file.entry.kept).count();
    Published {
        files: files.len(),
        written: files.len() - kept - linked,
        linked,
        kept,
        size: files.iter().map(|file| file.entry.size).sum(),
        exchange: Exchange::First,
        remarks: Vec::new(),
    }
}

fn manifest_of(files: &[Staged]) -> Manifest {
    Manifest::new(files.iter().map(|file| (file.path.clone(), file.entry)).collect())
}

/// Writes the manifest beside the site and moves it in when it is whole: a stage with a manifest is complete.
fn write_manifest(beside: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(beside, bytes)?;
    fs::rename(beside, target)
}

fn sync(site: &Path, files: &[Staged]) -> io::Result<()> {
    let written = files.iter().filter(|file| file.linked.is_none()).map(|file| site.join(&file.path));
    let mut paths = written.chain([site.join(manifest::NAME)]);
    platform::sync_tree(site, &mut paths as &mut dyn Iterator<Item = PathBuf>)
}

fn sync_failed(site: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => refused(site, error),
        _ => remark("publish-sync", site, error).hint("publish-sync-hint"),
    }
}

/// Exchanges the stage with the output, after a last look at it: somebody may have worked in it while we rendered.
fn take_place(locked: &Locked, folder: &Path) -> Result<Exchange, Failure> {
    let output = &locked.path;
    // The folder may have been given to a group or closed to others; its successor is to be like it.
    if let Ok(old) = fs::metadata(output) {
        let _ = fs::set_permissions(folder.join(SITE), old.permissions());
    }
    let Some(last) = &locked.last else {
        return first(folder, output).map_err(|error| match error.kind() {
            ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists | ErrorKind::NotADirectory => changed(output),
            _ => refused(output, &error),
        });
    };
    if !last.is_current(output) {
        return Err(changed(output));
    }
    if let Some(path) = last.first_changed(output) {
        return Err(changed(&output.join(path)));
    }
    exchange(folder, output, platform::swap).map_err(|error| refused(output, &error))
}

fn changed(path: &Path) -> Failure {
    Failure::new(Text::new("publish-changed-meanwhile").with("path", path.display()))
        .hint("publish-changed-meanwhile-hint")
}

fn remark(id: &'static str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(Text::new(id).with("path", path.display()).with("reason", error))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Site, note};
    use super::*;

    #[test]
    fn the_same_site_gives_the_same_bytes() {
        let (one, other) = (Site::new(), Site::new());
        one.publish(&[("a", "1"), ("b/c", "2")]);
        other.publish(&[("b/c", "old")]);
        other.publish(&[("b/c", "2"), ("a", "1")]);
        assert_eq!(one.read(manifest::NAME), other.read(manifest::NAME));
        assert!(!one.read(manifest::NAME).contains("kept"));
    }

    #[test]
    fn what_is_not_whole_is_not_published() {
        for damage in ["missing", "short", "long"] {
            let site = Site::new();
            site.publish(&[("a", "old")]);
            let before = site.listing();
            let stage = site.lock().stage().unwrap();
            stage.write("a", b"new").unwrap();
            let staged = stage.place.site().join("a");
            match damage {
                "missing" => fs::remove_file(staged).unwrap(),
                "short" => fs::write(staged, b"ne").unwrap(),
                _ => fs::write(staged, b"newer").unwrap(),
            }
            assert_eq!(stage.publish(note("key")).unwrap_err().text.id, "publish-incomplete");
            assert_eq!(site.listing(), before);
        }
    }

    #[test]
    fn an_output_that_is_edited_while_we_render_is_not_replaced() {
        type Edit = fn(&Path);
        let edits: [(Edit, &str); 4] = [
            (|output| fs::write(output.join("changes"), "edit").unwrap(), "publish-changed-meanwhile"),
            (|output| fs::write(output.join("stays"), "edit").unwrap(), "publish-incomplete"),
            (|output| fs::write(output.join(manifest::NAME), "edit").unwrap(), "publish-changed-meanwhile"),
            (|output| fs::remove_dir_all(output).unwrap(), "publish-changed-meanwhile"),
        ];
        for (edit, id) in edits {
            let site = Site::new();
            site.publish(&[("changes", "old"), ("stays", "same")]);
            let stage = site.lock().stage().unwrap();
            stage.write("changes", b"new").unwrap();
            stage.write("stays", b"same").unwrap();
            edit(&site.output());
            assert_eq!(stage.publish(note("key")).unwrap_err().text.id, id);
            assert_eq!(site.stages(), 0);
            assert_ne!(fs::read(site.output().join("changes")).unwrap_or_default(), b"new");
        }
    }

    #[test]
    fn an_output_that_appears_while_we_render_is_not_replaced() {
        let site = Site::new();
        let stage = site.lock().stage().unwrap();
        stage.write("a", b"new").unwrap();
        fs::create_dir(site.output()).unwrap();
        fs::write(site.output().join("theirs"), "theirs").unwrap();
        assert_eq!(stage.publish(note("key")).unwrap_err().text.id, "publish-changed-meanwhile");
        assert_eq!(site.read("theirs"), "theirs");
    }

    #[test]
    fn a_file_that_comes_into_the_output_while_we_render_is_kept() {
        let site = Site::new();
        site.publish(&[("en/a", "old")]);
        let stage = site.lock().stage().unwrap();
        stage.write("en/a", b"new").unwrap();
        fs::write(site.output().join("en/theirs"), "theirs").unwrap();
        let published = stage.publish(note("key")).unwrap();
        assert_eq!(published.remarks[0].text.id, "publish-found");
        let found = fs::read_dir(site.private()).unwrap().map(|entry| entry.unwrap().path());
        let found = found.filter(|path| path.to_string_lossy().contains("found-")).collect::<Vec<_>>();
        assert_eq!(fs::read_to_string(found[0].join("site/en/theirs")).unwrap(), "theirs");
        assert_eq!(site.read("en/a"), "new");
    }

    #[test]
    fn an_empty_folder_is_taken_and_the_second_time_is_atomic() {
        let site = Site::new();
        fs::create_dir(site.output()).unwrap();
        assert_eq!(site.publish(&[("a", "1")]).exchange, Exchange::First);
        if cfg!(any(target_os = "linux", target_vendor = "apple")) {
            assert_eq!(site.publish(&[("a", "2")]).exchange, Exchange::Atomic);
        }
        assert_eq!(site.publish(&[]).files, 0);
        assert!(site.lock().is_intact());
    }

    #[cfg(unix)]
    #[test]
    fn the_output_keeps_its_mode_and_the_private_folder_is_closed() {
        use std::os::unix::fs::PermissionsExt;
        let site = Site::new();
        site.publish(&[("a", "1")]);
        let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
        for _ in 0..2 {
            fs::set_permissions(site.output(), fs::Permissions::from_mode(0o2750)).unwrap();
            site.publish(&[("a", "2")]);
            assert_eq!(mode(site.output()), 0o2750);
            fs::remove_dir_all(site.output()).unwrap();
            fs::create_dir(site.output()).unwrap();
        }
        assert_eq!(mode(site.private()), 0o700);
    }
}
