//! A site's folder as it was at one moment, its texts in memory: for a preview, which must show the site as it was when it
//! was last whole, and open no source for a request.
//!
//! A newer snapshot shares with the older one every text that has not changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Entry, Folder, Listing, Source, names};
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

/// How much of a folder to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What was touched, as long as that cannot have changed which files there are; else everything.
    Touched,
    /// Everything.
    Everything,
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
    pub fn renewed(&self, touched: &BTreeSet<SitePath>, extent: Extent) -> Result<Option<Self>, Failure> {
        let near = match extent {
            Extent::Touched => self.still_listed(touched),
            Extent::Everything => None,
        };
        match near {
            Some(entries) => self.with(&entries),
            None => self.listed_again(touched),
        }
    }

    /// The touched files as the disk has them now, if the list of the files cannot have become another one through them:
    /// they were all in it and are there, or they were not and are none that belong to a site.
    fn still_listed(&self, touched: &BTreeSet<SitePath>) -> Option<Vec<Entry>> {
        let mut entries = Vec::new();
        for path in touched.iter().filter(|path| !path.as_str().split('/').any(names::is_litter)) {
            match self.held.get(path) {
                Some(held) => entries.push(self.folder.look_at(&held.on_disk)?),
                None if self.listing.under(path.as_str()).next().is_some() || self.folder.holds(path) => return None,
                // Written beside another file and gone again, as editors do.
                None => {}
            }
        }
        // What was left out of the list may no longer have to be.
        self.log.is_empty().then_some(entries)
    }

    /// This snapshot with other states of some of its files.
    fn with(&self, entries: &[Entry]) -> Result<Option<Self>, Failure> {
        let mut next: Option<Self> = None;
        for entry in entries {
            let before = self.held.get(&entry.path);
            let held = self.hold(entry, before, true)?;
            if before.is_none_or(|before| before.version != held.version) {
                let next = next.get_or_insert_with(|| self.clone());
                next.listing.replace(held.entry());
                next.held.insert(entry.path.clone(), held);
            }
        }
        Ok(next)
    }

    fn listed_again(&self, touched: &BTreeSet<SitePath>) -> Result<Option<Self>, Failure> {
        let listed = self.folder.list()?;
        // Both are in the order of paths, so that no path is looked for.
        let mut known = self.held.iter().peekable();
        let mut holding = |entry: &Entry| {
            while known.next_if(|(path, _)| **path < entry.path).is_some() {}
            let before = known.next_if(|(path, _)| **path == entry.path).map(|(_, held)| held);
            Ok((entry.path.clone(), self.hold(entry, before, is_touched(&entry.path, touched))?))
        };
        let held = listed.value.iter().map(&mut holding).collect::<Result<Vec<_>, Failure>>()?;
        let listing = held.iter().map(|(_, held)| held.entry()).collect();
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

impl Held {
    /// The file as a listing of the snapshot has it.
    fn entry(&self) -> Entry {
        Entry { changed: self.version.into(), ..self.on_disk.clone() }
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
