//! Turns what the last run noted into the private `record.json` and back.
//!
//! Never published, and never trusted: it only saves work, so one that is missing, torn or of another generation
//! is as good as none.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::hash::Hash;

const FORMAT: u32 = 1;

/// What the caller wants to find again at the next run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What the site was made from, in any form that the caller can compare.
    pub key: String,
    /// Seconds since 1970, from and until: while the clock is between them, the same key gives the same site.
    pub valid: (i64, i64),
    /// Whatever else the caller wants to say at the next run.
    pub summary: String,
}

/// What the last run noted privately about the generation that is in the output now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    format: u32,
    /// The hash of the manifest, which has the sizes: the record speaks of that generation only.
    manifest: Hash,
    /// What the caller wanted to find again.
    pub note: Note,
    /// When each file of the manifest was modified, in its order, in nanoseconds since 1970.
    pub(super) modified: Vec<i64>,
}

impl Record {
    /// The record of the generation with that manifest.
    pub(super) fn new(manifest: Hash, note: Note, modified: Vec<i64>) -> Self {
        Self { format: FORMAT, manifest, note, modified }
    }

    /// Reads the record at `path` if it speaks of the generation with that manifest of so many files.
    pub(super) fn read(path: &Path, manifest: Hash, files: usize) -> Option<Self> {
        let record: Self = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        let fits = record.format == FORMAT && record.manifest == manifest && record.modified.len() == files;
        fits.then_some(record)
    }

    /// Writes the record, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let beside = path.with_extension("json.new");
        fs::write(&beside, serde_json::to_vec(self)?)?;
        fs::rename(&beside, path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_back_for_its_own_generation_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.json");
        let note = Note { key: "é".into(), valid: (-1, 5), summary: "12 notices".into() };
        let record = Record::new(Hash::of(b"1"), note, vec![3, -4]);
        assert_eq!(Record::read(&path, Hash::of(b"1"), 2), None);
        record.write(&path).unwrap();
        assert_eq!(Record::read(&path, Hash::of(b"1"), 2), Some(record));
        assert_eq!(Record::read(&path, Hash::of(b"2"), 2), None);
        assert_eq!(Record::read(&path, Hash::of(b"1"), 3), None);
        fs::write(&path, b"{\"format\":1").unwrap();
        assert_eq!(Record::read(&path, Hash::of(b"1"), 2), None);
    }
}
