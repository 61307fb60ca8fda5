//! Turns rendered bytes into the files of the next generation, in a private folder beside the output.
//!
//! Every file is created new, never opened to be changed: it may be a hard link that the published site shares.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use crate::diagnostic::{Failure, Text};

use super::compress::Compress;
use super::hash::Hash;
use super::lock::Locked;
use super::manifest::{Entry, stays_inside};
use super::place::Place;
use super::record::Record;
use super::refusal::refused_in_stage;

/// The next generation while it is being written, from any number of threads. Dropped without
/// [`publish`](Self::publish), it is removed.
#[derive(Debug)]
pub struct Stage {
    // Before the lock, so that it is removed while we still hold it.
    pub(super) place: Place,
    pub(super) locked: Locked,
    /// The folders that are known to exist. Written once for each folder, read for each file.
    folders: RwLock<HashSet<String>>,
    pub(super) written: Mutex<Vec<Staged>>,
    pub(super) compress: Compress,
    /// Cleared when this disk refuses a hard link, so that it is not asked 20,000 times.
    can_link: AtomicBool,
}

/// A file in the stage.
#[derive(Debug)]
pub(super) struct Staged {
    pub(super) path: String,
    pub(super) entry: Entry,
    /// If it is a hard link to the file of the last generation, when that was modified.
    pub(super) linked: Option<i64>,
}

impl Stage {
    pub(super) fn open(locked: Locked) -> Result<Self, Failure> {
        let place = Place::create(&locked)?;
        Ok(Self {
            place,
            locked,
            folders: RwLock::default(),
            written: Mutex::default(),
            compress: Compress::No,
            can_link: AtomicBool::new(true),
        })
    }

    /// What the last run noted, as in [`Locked::record`].
    #[must_use]
    pub fn record(&self) -> Option<&Record> {
        self.locked.record()
    }

    /// The same stage, whose texts get compressed twins or not.
    #[must_use]
    pub fn with(self, compress: Compress) -> Self {
        Self { compress, ..self }
    }

    /// Writes one file, and its twins. `path` is relative to the output and `/`-separated. If the last generation has the same bytes
    /// there, the file is linked instead of written: it keeps its time and costs less.
    ///
    /// # Errors
    /// If the path leads out of the output or has been written before, or the disk refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(path, bytes)?;
        self.write_twins(path, bytes)
    }

    /// Writes one file alone.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let target = self.target(path)?;
        let entry = Entry { size: bytes.len() as u64, hash: Hash::of(bytes), kept: false };
        let linked = match self.last(path) {
            Some((last, modified)) if (last.size, last.hash) == (entry.size, entry.hash) => {
                self.link(path, &target, modified)
            }
            _ => Ok(None),
        };
        let linked = linked.and_then(|linked| {
            if linked.is_none() {
                File::create_new(&target)?.write_all(bytes)?;
            }
            Ok(linked)
        });
        let linked = linked.map_err(|error| refused_in_stage(&target, path, &error))?;
        self.note(path, entry, linked);
        Ok(())
    }

    /// Takes over the file that the last generation has at `path`, if it has one there that nobody has touched: for a file
    /// whose name changes with its bytes. Returns whether it did.
    ///
    /// # Errors
    /// If the path leads out of the output or has been written before, or the disk refuses.
    pub fn take_over(&self, path: &str) -> Result<bool, Failure> {
        let Some((last, modified)) = self.last(path) else { return Ok(false) };
        let target = self.target(path)?;
        let linked = self.link(path, &target, modified).map_err(|error| refused_in_stage(&target, path, &error))?;
        if linked.is_none() {
            let Ok(bytes) = fs::read(self.locked.path.join(path)) else { return Ok(false) };
            if (bytes.len() as u64, Hash::of(&bytes)) != (last.size, last.hash) {
                return Ok(false);
            }
            let write = || File::create_new(&target)?.write_all(&bytes);
            write().map_err(|error| refused_in_stage(&target, path, &error))?;
        }
        self.note(path, Entry { kept: false, ..last }, linked);
        Ok(true)
    }

    /// The place of a file in the stage; its folder exists afterwards.
    pub(super) fn target(&self, path: &str) -> Result<PathBuf, Failure> {
        if !stays_inside(path) {
            return Err(
                Failure::new(Text::new("publish-path").with("path", path.escape_debug())).hint("publish-path-hint")
            );
        }
        let site = self.place.site();
        let target = site.join(path);
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make_folder(&site, folder).map_err(|error| refused_in_stage(&site.join(folder), path, &error))?;
        }
        Ok(target)
    }

    /// Remembers a file that is in the stage now.
    pub(super) fn note(&self, path: &str, entry: Entry, linked: Option<i64>) {
        let staged = Staged { path: path.to_owned(), entry, linked };
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push(staged);
    }

    /// The untouched file of the last generation at `path`, with the time when it was modified.
    pub(super) fn last(&self, path: &str) -> Option<(Entry, i64)> {
        let last = self.locked.last.as_ref()?;
        let index = last.manifest.position(path)?;
        Some((last.manifest.files[index].1, last.modified[index]?))
    }

    /// Links the file of the last generation into the stage; returns its time, or `None` if it has to be written.
    pub(super) fn link(&self, path: &str, target: &Path, modified: i64) -> io::Result<Option<i64>> {
        if !self.can_link.load(Ordering::Relaxed) {
            return Ok(None);
        }
        match fs::hard_link(self.locked.path.join(path), target) {
            Ok(()) => Ok(Some(modified)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            Err(error) => {
                // A file that is gone or in the way, or has all the links that it can have, says nothing about the next.
                if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::TooManyLinks) {
                    self.can_link.store(false, Ordering::Relaxed);
                }
                Ok(None)
            }
        }
    }

    /// As if this disk had refused a link.
    #[cfg(test)]
    pub(super) fn refuse_links(&self) {
        self.can_link.store(false, Ordering::Relaxed);
    }

    fn make_folder(&self, site: &Path, folder: &str) -> io::Result<()> {
        if self.folders.read().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        if let Some((parent, _)) = folder.rsplit_once('/') {
            self.make_folder(site, parent)?;
        }
        match fs::create_dir(site.join(folder)) {
            // Another thread was faster; if it is a file, the next step says so.
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Site, note};
    use super::*;

    #[test]
    fn a_stage_that_is_dropped_is_removed_and_the_output_unchanged() {
        let site = Site::new();
        site.publish(&[("index.html", "old")]);
        let before = site.listing();
        let stage = site.lock().stage().unwrap();
        stage.write("index.html", b"new").unwrap();
        stage.write("en/index.html", b"new").unwrap();
        assert_eq!(site.stages(), 1);
        drop(stage);
        assert_eq!(site.listing(), before);
    }

    #[test]
    fn a_path_must_stay_inside() {
        let site = Site::new();
        let stage = site.lock().stage().unwrap();
        for path in ["../x", "/x", "a//x", "a/../../x", "", "a/", "a\0", ".diptych-manifest.json"] {
            assert_eq!(stage.write(path, b"").unwrap_err().text.id, "publish-path", "{path:?}");
        }
    }

    #[test]
    fn a_place_is_given_once() {
        let site = Site::new();
        site.publish(&[("a", "same")]);
        let stage = site.lock().stage().unwrap();
        stage.write("a", b"same").unwrap();
        for (path, bytes) in [("a", "same"), ("a", "other"), ("a/b", "below a file")] {
            assert_eq!(stage.write(path, bytes.as_bytes()).unwrap_err().text.id, "publish-same-place", "{path}");
        }
        stage.write("folder/file", b"").unwrap();
        assert_eq!(stage.write("folder", b"").unwrap_err().text.id, "publish-same-place");
    }

    #[test]
    fn a_name_that_is_too_long_is_named() {
        let site = Site::new();
        let stage = site.lock().stage().unwrap();
        let failure = stage.write(&format!("en/{}.html", "x".repeat(300)), b"").unwrap_err();
        assert_eq!(failure.text.id, "publish-name-too-long");
    }

    #[test]
    fn unchanged_files_keep_their_time_and_are_not_written_again() {
        let site = Site::new();
        site.publish(&[("same", "bytes"), ("changed", "old"), ("removed", "old")]);
        let time = |path: &str| fs::metadata(site.output().join(path)).unwrap().modified().unwrap();
        let before = time("same");
        let published = site.publish(&[("same", "bytes"), ("changed", "new"), ("added", "new")]);
        assert_eq!((published.linked, published.written), (1, 2));
        assert_eq!(time("same"), before);
        assert_eq!(site.read("changed"), "new");
        assert!(!site.output().join("removed").exists());
    }

    #[test]
    fn where_links_are_refused_files_are_written() {
        let site = Site::new();
        site.publish(&[("same", "bytes")]);
        let stage = site.lock().stage().unwrap();
        stage.refuse_links();
        stage.write("same", b"bytes").unwrap();
        assert_eq!(stage.publish(note("key")).unwrap().written, 1);
        assert_eq!(site.read("same"), "bytes");
    }

    #[test]
    fn a_file_is_taken_over_if_it_is_as_it_was_written() {
        for links in [true, false] {
            let site = Site::new();
            site.publish(&[("a-1.png", "bytes"), ("gone-1.png", "bytes")]);
            let stage = site.lock().stage().unwrap();
            if !links {
                stage.refuse_links();
            }
            fs::remove_file(site.output().join("gone-1.png")).unwrap();
            assert!(stage.take_over("a-1.png").unwrap());
            assert!(!stage.take_over("gone-1.png").unwrap() && !stage.take_over("new-1.png").unwrap());
            assert_eq!(stage.take_over("a-1.png").unwrap_err().text.id, "publish-same-place");
            let published = stage.publish(note("key")).unwrap();
            assert_eq!((published.files, published.linked), (1, usize::from(links)));
            assert_eq!(site.read("a-1.png"), "bytes");
            assert!(site.lock().is_intact());
        }
    }

    #[test]
    fn many_threads_write_at_once() {
        let site = Site::new();
        let stage = site.lock().stage().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let stage = &stage;
                scope.spawn(move || {
                    (0..200).for_each(|number| stage.write(&format!("en/{number}/{thread}.html"), b"x").unwrap());
                });
            }
        });
        assert_eq!(stage.publish(note("key")).unwrap().files, 1600);
        assert!(site.lock().is_intact());
    }
}
