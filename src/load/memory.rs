//! A site held in memory: for previews and for tests.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::{Entry, Listing, Source, unreadable};
use crate::diagnostic::{Diagnosed, Failure, Log};
use crate::domain::SitePath;

/// A site held in memory, by path.
#[derive(Debug, Clone, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Source for Memory {
    fn list(&self) -> Result<Diagnosed<Listing>, Failure> {
        let mut listing = Listing::default();
        for (path, bytes) in &self.0 {
            let entry = Entry { path: SitePath::new(path), on_disk: None, size: bytes.len() as u64, changed: 0 };
            // The keys of a map differ.
            let _ = listing.add(entry);
        }
        Ok(Diagnosed::new(listing, Log::new()))
    }

    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Failure> {
        self.0
            .get(entry.path.as_str())
            .cloned()
            .ok_or_else(|| unreadable(&entry.path, &std::io::ErrorKind::NotFound.into()))
    }

    fn open(&self, entry: &Entry) -> Result<Box<dyn Read>, Failure> {
        Ok(Box::new(Cursor::new(self.bytes(entry)?)))
    }
}
