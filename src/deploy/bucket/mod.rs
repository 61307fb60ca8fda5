//! A target in a bucket of a storage service, which shows it to visitors itself.
//!
//! A bucket has no links and no switch. So what visitors see lies in the folder of the target as it is, and beside it a
//! store: each file of a release that is kept, named by its fingerprint, and the manifests. A release comes in whole and
//! is checked before any page changes; then the files that differ are copied within the service, those that pages need
//! first, pages next, lists and the manifest last, and what nobody needs any more goes. For as long as that takes, visitors
//! may see new pages beside old ones. If it is cut, the pointer says so, and the next deployment or rollback finishes it.
//!
//! ```text
//! en/index.html …                                      what visitors see
//! .diptych-store/files/SHA-256-…                       the files
//! .diptych-store/releases/ID/.diptych-release.json     the manifests
//! .diptych-store/current.json                          the pointer
//! ```
//!
//! Storage services have no lock that ends with its owner, so there is none: one person or program deploys at a time.

mod objects;
mod pointer;
mod refusal;
mod service;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use opendal::{Error, ErrorKind, Metadata};

use self::objects::{Fault, Objects, Upload};
use self::pointer::Pointer;
use self::refusal::{failed, left, torn};
use super::id::Id;
use super::refusal::at;
use super::release::{Held, MANIFEST, Release, SIGNATURE, file_of, is_own};
use super::target::{Cargo, Digests, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::domain::{self, Digest, Storage};
use crate::publish::Patience;
use crate::serving;

/// Where the store lies, in the folder of the target.
const STORE: &str = ".diptych-store/";
/// In it: the files, the manifests, and the pointer.
const FILES: &str = ".diptych-store/files/";
const RELEASES: &str = ".diptych-store/releases/";
const POINTER: &str = ".diptych-store/current.json";
/// A file of the store that no release needs may belong to one that comes in now. If another one came in so many seconds
/// later, it was left by a transfer that was cut.
const GRACE: i64 = 86_400;

/// A folder of a bucket.
pub(super) struct Bucket {
    place: domain::Bucket,
    objects: Objects,
    pointer: Pointer,
    /// The paths whose files came in just now: nobody has read them back yet, and visitors have others or none.
    brought: BTreeSet<String>,
}

impl Bucket {
    /// The target in a bucket. Connects only when it is asked for something.
    ///
    /// # Errors
    /// The environment holds no credentials.
    pub fn of(place: &domain::Bucket) -> Result<Self, Failure> {
        let objects = service::open(place)?;
        Ok(Self { place: place.clone(), objects, pointer: Pointer::default(), brought: BTreeSet::new() })
    }

    fn told(&self) -> impl Fn(Fault) -> Failure + use<> {
        let place = self.place.clone();
        move |fault| failed(&place, &fault)
    }

    /// Where a file lies that tells of a release.
    fn own(slot: &Slot, name: &str) -> String {
        format!("{RELEASES}{slot}/{name}")
    }

    /// The manifest of a release in the store.
    fn stored(&self, id: &Id) -> Result<Option<Release>, Fault> {
        let bytes = self.objects.read(&Self::own(&Slot::Release(id.clone()), MANIFEST))?;
        Ok(bytes.and_then(|bytes| Release::parse(&bytes)))
    }

    /// The fingerprints of what visitors see. What the service itself says of two objects is believed, if that follows
    /// from their bytes: the one in the store was read back when it came in. The others are read.
    fn visible(&self, release: Option<&Release>) -> Result<Digests, Fault> {
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
        let mark = |object: &Metadata| match self.place.storage {
            Storage::S3 { .. } => object.etag().map(str::to_owned),
            Storage::Azure { .. } => object.content_md5().map(str::to_owned),
            Storage::WebDav => None,
        };
        let (mark, other_mark) = (mark(one), mark(other));
        one.content_length() == other.content_length()
            && mark.as_ref().is_some_and(|mark| !mark.is_empty())
            && mark == other_mark
    }

    /// The fingerprints of a release in the store. What came in just now is read back.
    fn kept(&self, slot: &Slot) -> Result<Digests, Fault> {
        let folder = Self::own(slot, "");
        let own: Vec<_> = self.objects.list(&folder, true)?.into_keys().map(|name| format!("{folder}{name}")).collect();
        let own = self.objects.digests(own)?;
        let mut digests: Digests =
            own.into_iter().filter_map(|(key, digest)| Some((key.strip_prefix(&folder)?.to_owned(), digest))).collect();
        let manifest = self.objects.read(&Self::own(slot, MANIFEST))?.and_then(|bytes| Release::parse(&bytes));
        let Some(manifest) = manifest else { return Ok(digests) };
        let stored = self.objects.list(FILES, true)?;
        let is_new = |path: &String| !matches!(slot, Slot::Incoming(_)) || self.brought.contains(path);
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

    fn fill(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Fault> {
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
        self.brought = cargo.files.iter().map(|path| (*path).to_owned()).collect();
        let slot = Slot::Incoming(release.clone());
        if let Some(signature) = cargo.signature {
            self.objects.write(&Self::own(&slot, SIGNATURE), signature)?;
        }
        // Last: as long as it is not there, this is no release.
        self.objects.write(&Self::own(&slot, MANIFEST), cargo.manifest)
    }

    fn point(&mut self, pointer: Pointer) -> Result<(), Fault> {
        self.objects.write(POINTER, &pointer.to_bytes())?;
        self.pointer = pointer;
        Ok(())
    }

    /// Makes the files of a release those that visitors see.
    fn show(&mut self, release: &Id) -> Result<(), Fault> {
        let slot = Slot::Release(release.clone());
        let nothing = || Error::new(ErrorKind::NotFound, "the manifest of the release");
        let after = self.stored(release)?.ok_or_else(nothing)?;
        let mut former = Vec::new();
        for id in self.pointer.live.iter().chain(&self.pointer.begun) {
            former.extend(self.stored(id)?);
        }
        let mut begun = self.pointer.begun.clone();
        begun.push(release.clone());
        self.point(Pointer { begun, ..self.pointer.clone() })?;
        // Of a release that was only begun, visitors may see anything.
        let is_as_before = |path: &String, held: &Held| {
            !former.is_empty()
                && !self.brought.contains(path)
                && former.iter().all(|release| release.files.get(path).is_some_and(|old| old.sha256 == held.sha256))
        };
        let pages: BTreeSet<_> = after.addresses().map(file_of).collect();
        let mut parts: [Vec<(String, String)>; 3] = Default::default();
        for (path, held) in after.files.iter().filter(|(path, held)| !is_as_before(path, held)) {
            let part = match path {
                path if pages.contains(path) => 1,
                path if is_gathered(path) => 2,
                _ => 0,
            };
            parts[part].push((key(path, held), path.clone()));
        }
        for part in parts {
            self.objects.copy(part)?;
        }
        let is_signed = self.objects.list(&Self::own(&slot, ""), true)?.contains_key(SIGNATURE);
        let own = [(SIGNATURE, is_signed), (MANIFEST, true)].into_iter().filter(|(_, is_there)| *is_there);
        self.objects.copy(own.map(|(name, _)| (Self::own(&slot, name), name.to_owned())).collect())?;
        let vanished = former.iter().flat_map(|release| release.files.keys());
        let mut vanished: Vec<_> = vanished.filter(|path| !after.files.contains_key(*path)).cloned().collect();
        if !is_signed {
            vanished.push(SIGNATURE.to_owned());
        }
        self.objects.remove(vanished)?;
        self.point(Pointer { live: Some(release.clone()), begun: Vec::new() })
    }

    /// Removes a release, and the files that no other one needs.
    fn clear(&self, release: &Id, manifest: &Release) -> Result<(), Fault> {
        let folder = Self::own(&Slot::Release(release.clone()), "");
        let own = self.objects.list(&folder, true)?;
        let own = own.into_keys().map(|name| format!("{folder}{name}")).chain([folder.clone()]);
        self.objects.remove(own.collect())?;
        let mut needed = BTreeSet::new();
        for id in self.releases()?.0 {
            // Who cannot be asked may need anything.
            let Some(other) = self.stored(&id)? else { return Ok(()) };
            needed.extend(other.files.iter().map(|(path, held)| key(path, held)));
        }
        let own: BTreeSet<_> = manifest.files.iter().map(|(path, held)| key(path, held)).collect();
        let stored = self.objects.list(FILES, true)?;
        let second = |object: &Metadata| object.last_modified().map(|when| when.into_inner().as_second());
        let newest = stored.values().filter_map(second).max();
        let is_old = |object: &Metadata| second(object).zip(newest).is_some_and(|(when, newest)| newest - when > GRACE);
        let stored = stored.into_iter().map(|(name, object)| (format!("{FILES}{name}"), object));
        let unneeded = stored.filter(|(key, object)| !needed.contains(key) && (own.contains(key) || is_old(object)));
        self.objects.remove(unneeded.map(|(key, _)| key).collect())
    }

    /// The releases in the store, and names that diptych did not give.
    fn releases(&self) -> Result<(Vec<Id>, Vec<String>), Fault> {
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

    /// What lies there, if nothing stands in the way.
    fn see(&mut self) -> Result<Result<Shelf, Failure>, Fault> {
        let (releases, foreign) = self.releases()?;
        let Some(bytes) = self.objects.read(POINTER)? else {
            let lying = self.objects.list("", false)?.into_keys().find(|name| name != STORE);
            self.pointer = Pointer::default();
            return Ok(lying.map_or(Ok(Shelf { releases, live: None, foreign }), |name| {
                let text = Text::new("bucket-taken").with("bucket", &self.place).with("name", name);
                Err(Failure::new(text).hint("bucket-taken-hint"))
            }));
        };
        let Some(pointer) = Pointer::parse(&bytes) else {
            let text = Text::new("bucket-pointer").with("bucket", &self.place).with("name", POINTER);
            return Ok(Err(Failure::new(text).hint(Text::new("bucket-pointer-hint").with("name", POINTER))));
        };
        self.pointer = pointer;
        Ok(Ok(Shelf { releases, live: self.pointer.live.clone(), foreign }))
    }
}

/// Where a file of the store lies: by its fingerprint, and by what a web server is to say of it.
fn key(path: &str, held: &Held) -> String {
    let said = format!("{} {}", serving::media_type(path), serving::caching(path));
    format!("{FILES}{}-{}", held.sha256, Digest::of(said.as_bytes()).short())
}

/// Whether a file gathers what stands on many pages: it comes after all that it leads to.
fn is_gathered(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_data = ["html", "xml", "json", "csv", "ics", "txt"].contains(&ending);
    is_data && !path.starts_with("assets/") && !path.starts_with("files/")
}

impl Target for Bucket {
    fn look(&mut self) -> Result<Shelf, Failure> {
        let told = self.told();
        self.see().map_err(told)?
    }

    fn own_file(&mut self, release: &Id, name: &'static str) -> Result<Option<Vec<u8>>, Failure> {
        let key = match &self.pointer.live {
            // What tells of the live release is what visitors can read of it.
            Some(live) if live == release => name.to_owned(),
            _ => Self::own(&Slot::Release(release.clone()), name),
        };
        self.objects.read(&key).map_err(self.told())
    }

    fn digests(&mut self, slot: &Slot) -> Result<Digests, Failure> {
        let digests = match slot {
            Slot::Release(id) if self.pointer.live.as_ref() == Some(id) => {
                self.stored(id).and_then(|release| self.visible(release.as_ref()))
            }
            _ => self.kept(slot),
        };
        digests.map_err(self.told())
    }

    fn lock(&mut self, _: Patience) -> Result<(), Failure> {
        let names = self.objects.list(RELEASES, false).map_err(self.told())?.into_keys();
        let left = names.filter_map(|name| match Slot::parse(name.trim_end_matches('/'))? {
            slot @ (Slot::Incoming(_) | Slot::Outgoing(_)) => Some(slot),
            Slot::Release(_) => None,
        });
        for slot in left {
            self.objects.remove(owned(&slot)).map_err(self.told())?;
        }
        Ok(())
    }

    fn receive(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        let told = self.told();
        self.fill(release, cargo).map_err(told).inspect_err(|_| self.discard(release))
    }

    fn settle(&mut self, release: &Id) -> Result<(), Failure> {
        let (incoming, settled) = (Slot::Incoming(release.clone()), Slot::Release(release.clone()));
        let settle = || {
            let lying = self.objects.list(&Self::own(&incoming, ""), true)?;
            // The manifest last, as before.
            let own = [SIGNATURE, MANIFEST].into_iter().filter(|name| lying.contains_key(*name));
            for name in own {
                self.objects.copy(vec![(Self::own(&incoming, name), Self::own(&settled, name))])?;
            }
            self.objects.remove(owned(&incoming))
        };
        settle().map_err(self.told())
    }

    fn discard(&mut self, release: &Id) {
        // If this fails, the next run sweeps.
        let _ = self.objects.remove(owned(&Slot::Incoming(release.clone())));
    }

    fn switch(&mut self, release: &Id) -> Result<(), Failure> {
        self.show(release).map_err(|fault| match self.pointer.begun.is_empty() {
            true => failed(&self.place, &fault),
            false => torn(&self.place, &fault),
        })
    }

    fn remove(&mut self, release: &Id, manifest: &Release) -> Result<(), Failure> {
        if self.pointer.begun.contains(release) {
            // Visitors see some of it, and by its manifest that is known.
            return Ok(());
        }
        let leftover = |fault: Fault| left(&self.place, &fault);
        let folder = Self::own(&Slot::Release(release.clone()), "");
        let lying = self.objects.list(&folder, true).map_err(leftover)?;
        if let Some(name) = lying.keys().find(|name| !is_own(name)) {
            let place = format!("{}/{folder}{name}", self.place);
            return Err(at("deploy-foreign-file", "deploy-foreign-file-hint", Path::new(&place)));
        }
        self.clear(release, manifest).map_err(leftover)
    }

    fn is_switched_at_once(&self) -> bool {
        false
    }
}

/// What may lie in the folder of a release, and the folder, which some services keep by itself.
fn owned(slot: &Slot) -> Vec<String> {
    [MANIFEST, SIGNATURE, ""].map(|name| Bucket::own(slot, name)).to_vec()
}
