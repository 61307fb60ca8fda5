//! A site held in memory, under the same rules as one on a disk: for previews and for tests.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::{Entry, Listing, Source, names, unreadable};
use crate::diagnostic::{Diagnosed, Failure, Log, Rule};
use crate::domain::SitePath;

/// A site held in memory, by path.
#[derive(Debug, Clone, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Source for Memory {
    fn list(&self) -> Result<Diagnosed<Listing>, Failure> {
        let (mut listing, mut log) = (Listing::default(), Log::new());
        for (on_disk, bytes) in &self.0 {
            if on_disk.split('/').any(names::is_litter) {
                continue;
            }
            let path = names::site_path(on_disk);
            if let Some(part) = parts(&path).find(|part| !names::is_safe(part)) {
                log.push(names::refused(Rule::UnsafeName, &part));
                continue;
            }
            let disk = (on_disk != path.as_str()).then(|| on_disk.clone());
            names::add(Entry { path, on_disk: disk, size: bytes.len() as u64, changed: 0 }, &mut listing, &mut log);
        }
        Ok(Diagnosed::new(listing, log))
    }

    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Failure> {
        self.0
            .get(entry.on_disk.as_deref().unwrap_or(entry.path.as_str()))
            .cloned()
            .ok_or_else(|| unreadable(&entry.path, &std::io::ErrorKind::NotFound.into()))
    }

    fn open(&self, entry: &Entry) -> Result<Box<dyn Read + Send>, Failure> {
        Ok(Box::new(Cursor::new(self.bytes(entry)?)))
    }
}

/// The folders over a file, the highest first, and the file.
fn parts(path: &SitePath) -> impl Iterator<Item = SitePath> {
    let path = path.as_str();
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.map(|end| SitePath::new(&path[..end]))
}
