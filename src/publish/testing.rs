//! Turns a temporary folder into a site to publish, for the tests of this stage.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::diagnostic::Failure;

use super::{Locked, Note, Output, Patience, Published};

/// A site with its output `public` in a temporary folder.
pub(super) struct Site {
    root: TempDir,
}

impl Site {
    pub(super) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("site/content")).unwrap();
        Self { root }
    }

    pub(super) fn root(&self) -> PathBuf {
        fs::canonicalize(self.root.path()).unwrap()
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.root().join("site")
    }

    pub(super) fn output(&self) -> PathBuf {
        self.folder().join("public")
    }

    pub(super) fn private(&self) -> PathBuf {
        self.folder().join(".public.diptych")
    }

    pub(super) fn resolve(&self) -> Result<Output, Failure> {
        Output::resolve(&self.output(), &self.folder())
    }

    pub(super) fn lock(&self) -> Locked {
        self.resolve().unwrap().lock(Patience::Refuse).unwrap()
    }

    pub(super) fn publish(&self, files: &[(&str, &str)]) -> Published {
        let stage = self.lock().stage().unwrap();
        for (path, words) in files {
            stage.write(path, words.as_bytes()).unwrap();
        }
        let published = stage.publish(note("key")).unwrap();
        assert_eq!(published.remarks, []);
        published
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.output().join(path)).unwrap()
    }

    /// How many stages are in the private folder.
    pub(super) fn stages(&self) -> usize {
        let entries = fs::read_dir(self.private()).unwrap();
        entries.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("stage-")).count()
    }

    /// Every path below the temporary folder with its bytes.
    pub(super) fn listing(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        listing_of(&self.root())
    }

    /// Copies the output, as an old generation that a killed run has left.
    pub(super) fn copy_output(&self, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for (path, bytes) in listing_of(&self.output()) {
            let target = to.join(path.strip_prefix(self.output()).unwrap());
            if path.is_dir() {
                fs::create_dir_all(target).unwrap();
            } else {
                fs::create_dir_all(target.parent().unwrap()).unwrap();
                fs::write(target, bytes).unwrap();
            }
        }
    }
}

/// What a run notes, with this key.
pub(super) fn note(key: &str) -> Note {
    Note { key: key.to_owned(), valid: (1, 2), summary: "a summary".to_owned() }
}

/// Every path below `folder` with its bytes.
pub(super) fn listing_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut listing = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            listing.extend(listing_of(&path));
            listing.insert(path, Vec::new());
        } else {
            listing.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    listing
}
