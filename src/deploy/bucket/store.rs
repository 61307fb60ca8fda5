//! From the releases of a bucket to objects beside those that visitors see, and to what visitors see of them.
//!
//! Each file of a release that is kept lies here once, named by its fingerprint; a release is a manifest that lists them.

use std::collections::{BTreeMap, BTreeSet};

use opendal::Metadata;

use super::objects::{Fault, Objects, Upload};
use crate::deploy::release::{Held, Id, MANIFEST, Release, SIGNATURE, is_own};
use crate::deploy::target::{Cargo, Digests, Slot};
use crate::domain::{Digest, Storage};
use crate::serving;

/// Where the store lies, in the folder of the target.
pub(super) const STORE: &str = ".diptych-store/";
/// In it: the files, the manifests, and the pointer.
const FILES: &str = ".diptych-store/files/";
pub(super) const RELEASES: &str = ".diptych-store/releases/";
pub(super) const POINTER: &str = ".diptych-store/current.json";
/// A file of the store that no release needs may belong to one that comes in now. If another one came in so many seconds
/// later, it was left by a transfer that was cut.
const GRACE: i64 = 86_400;

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
        for (path, found) in lying {
            if path.starts_with(STORE) {
                continue;
            }
            let held = release.and_then(|release| release.files.get(&path));
            let twin = held.and_then(|held| stored.get(key(&path, held).strip_prefix(FILES)?));
            let digest = match held {
                Some(held) if twin.is_some_and(|twin| self.are_alike(twin, &found)) => Some(held.sha256),
                Some(held) if held.size != found.content_length() => None,
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
        let mark = |object: &Metadata| match self.storage {
            Storage::S3 { .. } => object.etag().map(str::to_owned),
            Storage::Azure { .. } => object.content_md5().map(str::to_owned),
            Storage::WebDav => None,
        };
        let (mark, other_mark) = (mark(one), mark(other));
        one.content_length() == other.content_length()
            && mark.as_ref().is_some_and(|mark| !mark.is_empty())
            && mark == other_mark
    }

    /// The fingerprints of a release in the store. Of one that comes in, only what was brought just now is read
    /// back: the rest is what visitors see already.
    pub fn kept(&self, slot: &Slot, brought: &BTreeSet<String>) -> Result<Digests, Fault> {
        let folder = own(slot, "");
        let names: Vec<_> =
            self.objects.list(&folder, true)?.into_keys().map(|name| format!("{folder}{name}")).collect();
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
        let manifest = Release::parse(cargo.manifest);
        let files = manifest.iter().flat_map(|manifest| &manifest.files);
        let keys: BTreeMap<_, _> = files.map(|(path, held)| (path.as_str(), key(path, held))).collect();
        let stored = self.objects.list(FILES, true)?;
        let linked = cargo.links.iter().flat_map(|(_, paths)| paths).filter_map(|path| {
            let key = keys.get(path)?;
            let is_there = stored.contains_key(key.strip_prefix(FILES)?);
            (!is_there).then(|| ((*path).to_owned(), key.clone()))
        });
        self.objects.copy(linked.collect())?;
        let uploads = cargo.files.iter().filter_map(|path| {
            Some(Upload { from: cargo.from.join(path), key: keys.get(path)?.clone(), path: (*path).to_owned() })
        });
        self.objects.bring(uploads.collect())?;
        let slot = Slot::Incoming(release.clone());
        if let Some(signature) = cargo.signature {
            self.objects.write(&own(&slot, SIGNATURE), signature)?;
        }
        // Last: as long as it is not there, this is no release.
        self.objects.write(&own(&slot, MANIFEST), cargo.manifest)
    }

    /// Removes a release, and the files that no other one needs.
    pub fn clear(&self, release: &Id, manifest: &Release) -> Result<(), Fault> {
        let folder = own(&Slot::Release(release.clone()), "");
        let names = self.objects.list(&folder, true)?.into_keys().map(|name| format!("{folder}{name}"));
        self.objects.remove(names.chain([folder.clone()]).collect())?;
        let mut needed = BTreeSet::new();
        for id in self.releases()?.0 {
            // Who cannot be asked may need anything.
            let Some(other) = self.stored(&id)? else { return Ok(()) };
            needed.extend(other.files.iter().map(|(path, held)| key(path, held)));
        }
        let its: BTreeSet<_> = manifest.files.iter().map(|(path, held)| key(path, held)).collect();
        let stored = self.objects.list(FILES, true)?;
        let second = |object: &Metadata| object.last_modified().map(|when| when.into_inner().as_second());
        let newest = stored.values().filter_map(second).max();
        let is_old = |object: &Metadata| second(object).zip(newest).is_some_and(|(when, newest)| newest - when > GRACE);
        let stored = stored.into_iter().map(|(name, object)| (format!("{FILES}{name}"), object));
        let unneeded = stored.filter(|(key, object)| !needed.contains(key) && (its.contains(key) || is_old(object)));
        self.objects.remove(unneeded.map(|(key, _)| key).collect())
    }

    /// The releases in the store, and names that diptych did not give.
    pub fn releases(&self) -> Result<(Vec<Id>, Vec<String>), Fault> {
        let (mut releases, mut foreign) = (Vec::new(), Vec::new());
        for name in self.objects.list(RELEASES, false)?.into_keys() {
            match Slot::parse(name.trim_end_matches('/')) {
                Some(Slot::Release(id)) => releases.push(id),
                Some(_) => {}
                None => foreign.push(name),
            }
        }
        releases.sort_unstable();
        Ok((releases, foreign))
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
    [MANIFEST, SIGNATURE, ""].map(|name| own(slot, name)).to_vec()
}
