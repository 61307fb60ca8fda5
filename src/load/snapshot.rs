//! A site's folder as it was at one moment, its texts in memory: for a preview, which must show the site as it was when it
//! was last whole, and open no source for a request.
//!
//! A newer snapshot shares with the older one every text that has not changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Entry, Folder, Listing, Source};
use crate::diagnostic::{Diagnosed, Failure, Log};
use crate::domain::SitePath;

/// A site's folder as it was at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    folder: Folder,
    listing: Listing,
    log: Log,
    held: BTreeMap<SitePath, Held>,
    /// The last version that a file of this folder was given, in any snapshot: also in one that nobody kept, since what was
    /// made of it may be remembered.
    versions: Arc<AtomicU64>,
}

/// A file as it was read.
#[derive(Debug, Clone)]
struct Held {
    /// What the disk said of it.
    on_disk: Entry,
    /// Its bytes, if it is a text.
    text: Option<Arc<[u8]>>,
    /// A number that changes with its bytes. No two states of a file have the same.
    version: u64,
}

impl Snapshot {
    /// A folder with nothing in it, to be renewed.
    #[must_use]
    pub fn empty(folder: Folder) -> Self {
        Self { folder, listing: Listing::default(), log: Log::new(), held: BTreeMap::new(), versions: Arc::default() }
    }

    /// The folder as it is now. What has another size or time of change is read again, and so is what was touched or lies in
    /// a folder that was: two states of a file can have the same size and time. Nothing comes back where nothing has changed.
    ///
    /// # Errors
    /// A file could not be read, perhaps because it is being written at this moment.
    pub fn renewed(&self, touched: &BTreeSet<SitePath>) -> Result<Option<Self>, Failure> {
        let listed = self.folder.list()?;
        // Both are in the order of paths, so that no path is looked for.
        let mut known = self.held.iter().peekable();
        let mut holding = |entry: &Entry| {
            while known.next_if(|(path, _)| **path < entry.path).is_some() {}
            let before = known.next_if(|(path, _)| **path == entry.path).map(|(_, held)| held);
            Ok((entry.path.clone(), self.hold(entry, before, is_touched(&entry.path, touched))?))
        };
        let held = listed.value.iter().map(&mut holding).collect::<Result<Vec<_>, Failure>>()?;
        let entry = |held: &Held| Entry { changed: held.version.into(), ..held.on_disk.clone() };
        let listing = held.iter().map(|(_, held)| entry(held)).collect();
        let next = Self {
            folder: self.folder.clone(),
            listing,
            log: listed.log,
            held: held.into_iter().collect(),
            versions: Arc::clone(&self.versions),
        };
        let same = next.listing == self.listing && next.log == self.log;
        Ok((!same).then_some(next))
    }

    /// A file of the site.
    #[must_use]
    pub fn entry(&self, path: &SitePath) -> Option<&Entry> {
        self.listing.get(path.as_str())
    }

    /// Where a file lies on the disk.
    #[must_use]
    pub fn path(&self, path: &SitePath) -> Option<PathBuf> {
        self.entry(path).map(|entry| self.folder.path(entry))
    }

    fn hold(&self, entry: &Entry, before: Option<&Held>, touched: bool) -> Result<Held, Failure> {
        if let Some(held) = before.filter(|held| !touched && held.on_disk == *entry) {
            return Ok(held.clone());
        }
        let is_read = entry.is_text() && entry.excess().is_none();
        let text: Option<Arc<[u8]>> = is_read.then(|| self.folder.bytes(entry)).transpose()?.map(Into::into);
        let same = before.filter(|held| text.is_some() && held.text == text);
        // What is no text is not read here, and counts as changed when it was touched.
        let version = same.map_or_else(|| self.versions.fetch_add(1, Ordering::Relaxed), |held| held.version);
        Ok(Held { on_disk: entry.clone(), text, version })
    }
}

fn is_touched(path: &SitePath, touched: &BTreeSet<SitePath>) -> bool {
    let path = path.as_str();
    let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    !touched.is_empty() && folders.chain([path]).any(|path| touched.contains(path))
}

impl Source for Snapshot {
    fn list(&self) -> Result<Diagnosed<Listing>, Failure> {
        Ok(Diagnosed::new(self.listing.clone(), self.log.clone()))
    }

    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Failure> {
        match self.held.get(&entry.path).and_then(|held| held.text.as_ref()) {
            Some(text) => Ok(text.to_vec()),
            None => self.folder.bytes(entry),
        }
    }

    fn open(&self, entry: &Entry) -> Result<Box<dyn Read + Send>, Failure> {
        self.folder.open(entry)
    }
}
