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
mod store;

use std::collections::BTreeSet;
use std::path::Path;

use opendal::{Error, ErrorKind};

use self::objects::Fault;
use self::pointer::Pointer;
use self::refusal::{failed, left, torn};
use self::store::{POINTER, STORE, Store, key, own, owned};
use super::refusal::at;
use super::release::{Held, Id, MANIFEST, Release, SIGNATURE, file_of, is_own};
use super::target::{Cargo, Digests, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::domain::{self, Digest};
use crate::publish::Patience;

/// A folder of a bucket.
pub(super) struct Bucket {
    place: domain::Bucket,
    store: Store,
    pointer: Pointer,
    /// The paths whose files came in just now: nobody has read them back yet.
    brought: BTreeSet<String>,
}

impl Bucket {
    /// The target in a bucket. Connects only when it is asked for something.
    ///
    /// # Errors
    /// The environment holds no credentials.
    pub fn of(place: &domain::Bucket) -> Result<Self, Failure> {
        let store = Store { objects: service::open(place)?, storage: place.storage.clone() };
        Ok(Self { place: place.clone(), store, pointer: Pointer::default(), brought: BTreeSet::new() })
    }

    /// What a fault is to people, while visitors see the site as it was.
    fn told(&self) -> impl Fn(Fault) -> Failure + use<> {
        let place = self.place.clone();
        move |fault| failed(&place, &fault)
    }

    fn point(&mut self, pointer: Pointer) -> Result<(), Fault> {
        self.store.objects.write(POINTER, &pointer.to_bytes())?;
        self.pointer = pointer;
        Ok(())
    }

    /// Makes the files of a release those that visitors see.
    fn show(&mut self, release: &Id) -> Result<(), Fault> {
        let slot = Slot::Release(release.clone());
        let nothing = || Error::new(ErrorKind::NotFound, "the manifest of the release");
        let after = self.store.stored(release)?.ok_or_else(nothing)?;
        let ids = self.pointer.live.iter().chain(&self.pointer.begun);
        let former = ids.map(|id| self.store.stored(id)).collect::<Result<Vec<_>, _>>()?;
        let mut begun = self.pointer.begun.clone();
        begun.push(release.clone());
        self.point(Pointer { begun, ..self.pointer.clone() })?;
        let visible = self.store.visible(Some(&after))?;
        let is_there = |path: &String, held: &Held| visible.get(path).copied().flatten() == Some(held.sha256);
        let pages: BTreeSet<_> = after.paths().map(file_of).collect();
        let mut parts: [Vec<(String, String)>; 3] = Default::default();
        for (path, held) in after.files.iter().filter(|(path, held)| !is_there(path, held)) {
            let part = match path {
                path if pages.contains(path) => 1,
                path if is_gathered(path) => 2,
                _ => 0,
            };
            parts[part].push((key(path, held), path.clone()));
        }
        for part in parts {
            self.store.objects.copy(part)?;
        }
        let is_signed = self.store.objects.list(&own(&slot, ""), true)?.contains_key(SIGNATURE);
        let names = [(SIGNATURE, is_signed), (MANIFEST, true)].into_iter().filter(|(_, is_there)| *is_there);
        self.store.objects.copy(names.map(|(name, _)| (own(&slot, name), name.to_owned())).collect())?;
        let vanished = former.iter().flatten().flat_map(|release| release.files.keys());
        let mut vanished: Vec<_> = vanished.filter(|path| !after.files.contains_key(*path)).cloned().collect();
        if !is_signed {
            vanished.push(SIGNATURE.to_owned());
        }
        self.store.take_away(vanished)?;
        self.point(Pointer { live: Some(release.clone()), begun: Vec::new() })
    }

    /// What lies there, if nothing stands in the way.
    fn see(&mut self) -> Result<Result<Shelf, Failure>, Fault> {
        let mut shelf = self.store.shelf()?;
        let pointer = self.store.objects.read(POINTER)?.and_then(|bytes| Pointer::parse(&bytes));
        self.pointer = match pointer {
            Some(pointer) => pointer,
            None => self.guessed(&shelf)?,
        };
        if self.pointer == Pointer::default()
            && let Some(name) = self.store.objects.list("", false)?.into_keys().find(|name| name != STORE)
        {
            let text = Text::new("bucket-taken").with("bucket", &self.place).with("name", name);
            return Ok(Err(Failure::new(text).hint("bucket-taken-hint")));
        }
        shelf.live.clone_from(&self.pointer.live);
        shelf.is_torn = !self.pointer.begun.is_empty();
        Ok(Ok(shelf))
    }

    /// What the pointer said, where it is missing or cannot be understood: the manifest that visitors see tells which
    /// release it is of, and any other may have been begun.
    fn guessed(&self, shelf: &Shelf) -> Result<Pointer, Fault> {
        let seen = self.store.objects.read(MANIFEST)?.map(|bytes| Digest::of(&bytes));
        let live = seen.and_then(|digest| shelf.releases.iter().rfind(|id| id.is_of(&digest)));
        Ok(Pointer { live: live.cloned(), begun: shelf.releases.clone() })
    }
}

/// Whether a file gathers what stands on many pages: it comes after all that it leads to.
fn is_gathered(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_data = ["html", "atom", "rss", "xml", "json", "csv", "ics", "txt"].contains(&ending);
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
            _ => own(&Slot::Release(release.clone()), name),
        };
        self.store.objects.read(&key).map_err(self.told())
    }

    fn digests(&mut self, slot: &Slot) -> Result<Digests, Failure> {
        let digests = match slot {
            Slot::Release(id) if self.pointer.live.as_ref() == Some(id) => {
                self.store.stored(id).and_then(|release| self.store.visible(release.as_ref()))
            }
            _ => self.store.kept(slot, &self.brought),
        };
        digests.map_err(self.told())
    }

    fn lock(&mut self, _: Patience) -> Result<(), Failure> {
        self.store.sweep().map_err(self.told())
    }

    fn receive(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        self.brought = cargo.files.iter().map(|path| (*path).to_owned()).collect();
        self.store.fill(release, cargo).map_err(self.told()).inspect_err(|_| self.discard(release))
    }

    fn settle(&mut self, release: &Id) -> Result<(), Failure> {
        let (incoming, settled) = (Slot::Incoming(release.clone()), Slot::Release(release.clone()));
        let settle = || {
            let lying = self.store.objects.list(&own(&incoming, ""), true)?;
            // The manifest last, as before.
            let names = [SIGNATURE, MANIFEST].into_iter().filter(|name| lying.contains_key(*name));
            for name in names {
                self.store.objects.copy(vec![(own(&incoming, name), own(&settled, name))])?;
            }
            self.store.objects.remove(owned(&incoming))
        };
        settle().map_err(self.told())
    }

    fn discard(&mut self, release: &Id) {
        // If this fails, the next run sweeps.
        let _ = self.store.objects.remove(owned(&Slot::Incoming(release.clone())));
        let _ = self.store.sweep();
    }

    fn switch(&mut self, release: &Id) -> Result<(), Failure> {
        self.show(release).map_err(|fault| {
            let tell = if self.pointer.begun.is_empty() { failed } else { torn };
            tell(&self.place, &fault)
        })
    }

    fn remove(&mut self, release: &Id, _: &Release) -> Result<(), Failure> {
        if self.pointer.begun.contains(release) {
            // Visitors see some of it, and by its manifest that is known.
            return Ok(());
        }
        let leftover = |fault: Fault| left(&self.place, &fault);
        let folder = own(&Slot::Release(release.clone()), "");
        let lying = self.store.objects.list(&folder, true).map_err(leftover)?;
        if let Some(name) = lying.keys().find(|name| !is_own(name)) {
            let place = format!("{}/{folder}{name}", self.place);
            return Err(at("deploy-foreign-file", "deploy-foreign-file-hint", Path::new(&place)));
        }
        self.store.clear(release).map_err(leftover)
    }

    fn is_switched_at_once(&self) -> bool {
        false
    }
}
