//! From the releases of a bucket to objects beside those that visitors see, and to what visitors see of them.
//!
//! Each file of a release that is kept lies here once, named by its fingerprint; a release is a manifest that lists them.

use std::collections::{BTreeMap, BTreeSet};

use opendal::Metadata;

use super::objects::{Fault, Objects, Upload};
use crate::deploy::release::{Held, Id, MANIFEST, Release, SIGNATURE, is_own};
use crate::deploy::target::{Cargo, Digests, Shelf, Slot};
use crate::domain::{Digest, Storage};
use crate::serving;

/// Where the store lies, in the folder of the target.
pub(super) const STORE: &str = ".diptych-store/";
/// In it: the files, the manifests, and the pointer.
const FILES: &str = ".diptych-store/files/";
pub(super) const RELEASES: &str = ".diptych-store/releases/";
pub(super) const POINTER: &str = ".diptych-store/current.json";
/// Says, beside the manifest to come, that a release comes in.
const BEGUN: &str = ".begun";

/// The store of a bucket.
pub(super) struct Store {
    pub objects: Objects,
    pub storage: Storage,
}

impl Store {
    /// The manifest of a release in the store.
    pub fn stored(&self, id: &Id) -> Result<Option<Release>, Fault> {
        let bytes = self.objects.read(&own(&Slot::Release(id.clone()), MANIFEST))?;
        Ok(bytes.and_then(|bytes| Release::parse(&bytes)))
    }

    /// The fingerprints of what visitors see. What the service itself says of two objects is believed, if that follows
    /// from their bytes: the one in the store was read back when it came in. The others are read.
    pub fn visible(&self, release: Option<&Release>) -> Result<Digests, Fault> {
        let lying = self.objects.list("", true)?;
        let stored = self.objects.list(FILES, true)?;
        let (mut digests, mut unknown) = (Digests::new(), Vec::new());
        // Another target may lie in a folder of this one.
        let others = lying.keys().filter_map(|path| Some(path.split_once(STORE)?.0.to_owned()));
        let others: BTreeSet<String> = others.filter(|folder| folder.ends_with('/')).collect();
        for (path, found) in lying {
            if path.starts_with(STORE) || others.iter().any(|folder| path.starts_with(folder)) {
                continue;
            }
            let held = release.and_then(|release| release.files.get(&path));
            let twin = held.and_then(|held| stored.get(key(&path, held).strip_prefix(FILES)?));
            let digest = match held {
                Some(held) if held.size != found.content_length() => None,
                Some(held) if twin.is_some_and(|twin| self.are_alike(twin, &found)) => Some(held.sha256),
                None if !is_own(&path) => None,
                _ => {
                    unknown.push(path);
                    continue;
                }
            };
            digests.insert(path, digest);
        }
        digests.extend(self.objects.digests(unknown)?);
        Ok(digests)
    }

    /// Whether two objects hold the same, by a mark that their service takes of their bytes.
    fn are_alike(&self, one: &Metadata, other: &Metadata) -> bool {
        let mark = self.mark(one).filter(|mark| !mark.is_empty());
        one.content_length() == other.content_length() && mark.is_some() && mark == self.mark(other)
    }

    /// Whether two objects do not hold the same, as far as their service says it.
    fn are_different(&self, one: &Metadata, other: &Metadata) -> bool {
        one.content_length() != other.content_length() || self.mark(one) != self.mark(other)
    }

    fn mark<'m>(&self, object: &'m Metadata) -> Option<&'m str> {
        match self.storage {
            Storage::S3 { .. } => object.etag(),
            Storage::Azure { .. } => object.content_md5(),
            Storage::WebDav => None,
        }
    }

    /// The fingerprints of a release in the store. Of one that comes in, only what was brought just now is read
    /// back: the rest is what visitors see already.
    pub fn kept(&self, slot: &Slot, brought: &BTreeSet<String>) -> Result<Digests, Fault> {
        let folder = own(slot, "");
        let names: Vec<_> = self
            .objects
            .list(&folder, true)?
            .into_keys()
            .filter(|name| name != BEGUN)
            .map(|name| format!("{folder}{name}"))
            .collect();
        let read = self.objects.digests(names)?;
        let mut digests: Digests = read
            .into_iter()
            .filter_map(|(key, digest)| Some((key.strip_prefix(&folder)?.to_owned(), digest)))
            .collect();
        let manifest = self.objects.read(&own(slot, MANIFEST))?.and_then(|bytes| Release::parse(&bytes));
        let Some(manifest) = manifest else { return Ok(digests) };
        let stored = self.objects.list(FILES, true)?;
        let is_new = |path: &String| !matches!(slot, Slot::Incoming(_)) || brought.contains(path);
        let (mut unknown, mut keys) = (BTreeSet::new(), BTreeMap::new());
        for (path, held) in &manifest.files {
            let key = key(path, held);
            if is_new(path) {
                unknown.insert(key.clone());
                keys.insert(path, key);
            } else if key.strip_prefix(FILES).is_some_and(|name| stored.contains_key(name)) {
                digests.insert(path.clone(), Some(held.sha256));
            }
        }
        let read = self.objects.digests(unknown.into_iter().collect())?;
        digests.extend(keys.into_iter().filter_map(|(path, key)| Some((path.clone(), Some((*read.get(&key)?)?)))));
        Ok(digests)
    }

    /// Fills the store with a release that comes in: its files, and what tells of it.
    pub fn fill(&self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Fault> {
        let slot = Slot::Incoming(release.clone());
        // First: by it the next deployment knows that something may have been left.
        self.objects.write(&own(&slot, BEGUN), b"")?;
        let manifest = Release::parse(cargo.manifest);
        let files = manifest.iter().flat_map(|manifest| &manifest.files);
        let keys: BTreeMap<_, _> = files.map(|(path, held)| (path.as_str(), key(path, held))).collect();
        let stored = self.objects.list(FILES, true)?;
        let visible = self.objects.list("", true)?;
        // What visitors see of these was found to be right, so it is what the store must hold.
        let linked = cargo.links.iter().flat_map(|(_, paths)| paths).filter_map(|path| {
            let key = keys.get(path)?;
            let twin = stored.get(key.strip_prefix(FILES)?);
            let is_there = twin.zip(visible.get(*path)).is_some_and(|(twin, seen)| !self.are_different(twin, seen));
            (!is_there).then(|| ((*path).to_owned(), key.clone()))
        });
        self.objects.copy(linked.collect())?;
        let uploads = cargo.files.iter().filter_map(|path| {
            Some(Upload { from: cargo.from.join(path), key: keys.get(path)?.clone(), path: (*path).to_owned() })
        });
        self.objects.bring(uploads.collect())?;
        if let Some(signature) = cargo.signature {
            self.objects.write(&own(&slot, SIGNATURE), signature)?;
        }
        // Last: as long as it is not there, this is no release.
        self.objects.write(&own(&slot, MANIFEST), cargo.manifest)
    }

    /// Removes a release, and the files that no other one needs.
    pub fn clear(&self, release: &Id) -> Result<(), Fault> {
        let folder = own(&Slot::Release(release.clone()), "");
        let names = self.objects.list(&folder, true)?.into_keys().map(|name| format!("{folder}{name}"));
        self.objects.remove(names.chain([folder.clone()]).collect())?;
        self.sweep()
    }

    /// Removes what transfers that were cut have left, and the files that no release needs.
    pub fn sweep(&self) -> Result<(), Fault> {
        let mut needed = BTreeSet::new();
        for slot in self.slots()?.into_iter().filter_map(|name| Slot::parse(&name)) {
            let Slot::Release(id) = &slot else {
                self.objects.remove(owned(&slot))?;
                continue;
            };
            // Who cannot be asked may need anything.
            let Some(release) = self.stored(id)? else { return Ok(()) };
            needed.extend(release.files.iter().map(|(path, held)| key(path, held)));
        }
        let stored = self.objects.list(FILES, true)?.into_keys().map(|name| format!("{FILES}{name}"));
        self.objects.remove(stored.filter(|key| !needed.contains(key)).collect())
    }

    /// Takes files away from visitors, and the folders that are empty by that, where folders are something by themselves.
    pub fn take_away(&self, paths: Vec<String>) -> Result<(), Fault> {
        let above = |path: &String| {
            let ends: Vec<_> = path.match_indices('/').map(|(end, _)| path[..=end].to_owned()).collect();
            ends
        };
        let folders: BTreeSet<_> = paths.iter().flat_map(above).collect();
        self.objects.remove(paths)?;
        if self.storage == Storage::WebDav {
            // Those inside first.
            for folder in folders.into_iter().rev() {
                if self.objects.list(&folder, false)?.is_empty() {
                    self.objects.remove(vec![folder])?;
                }
            }
        }
        Ok(())
    }

    /// What lies in the folder of releases; the pointer tells the rest.
    pub fn shelf(&self) -> Result<Shelf, Fault> {
        let mut shelf = Shelf::default();
        for name in self.slots()? {
            match Slot::parse(&name) {
                Some(Slot::Release(id)) => shelf.releases.push(id),
                Some(Slot::Incoming(_) | Slot::Outgoing(_)) => shelf.is_littered = true,
                None => shelf.foreign.push(name),
            }
        }
        shelf.releases.sort_unstable();
        Ok(shelf)
    }

    fn slots(&self) -> Result<Vec<String>, Fault> {
        let names = self.objects.list(RELEASES, false)?.into_keys();
        Ok(names.map(|name| name.trim_end_matches('/').to_owned()).collect())
    }
}

/// Where a file of the store lies: by its fingerprint, and by what a web server is to say of it.
pub(super) fn key(path: &str, held: &Held) -> String {
    let said = format!("{} {}", serving::media_type(path), serving::caching(path));
    format!("{FILES}{}-{}", held.sha256, Digest::of(said.as_bytes()).short())
}

/// Where a file lies that tells of a release.
pub(super) fn own(slot: &Slot, name: &str) -> String {
    format!("{RELEASES}{slot}/{name}")
}

/// What may lie in the folder of a release, and the folder, which some services keep by itself.
pub(super) fn owned(slot: &Slot) -> Vec<String> {
    [MANIFEST, SIGNATURE, BEGUN, ""].map(|name| own(slot, name)).to_vec()
}
