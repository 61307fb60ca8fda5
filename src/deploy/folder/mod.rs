//! A target in a folder of this machine, or one that is mounted: `releases/ID/` and the link `current` to the live one.

mod contents;
mod place;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::refusal::{at, refused};
use super::release::{Id, MANIFEST, Release, SIGNATURE, is_own};
use super::target::{CURRENT, Cargo, Digests, RELEASES, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::publish::{self, Patience};

/// The file that the only one who deploys holds locked.
const LOCK: &str = ".diptych-lock";
/// The next link, before it takes the place of the live one.
const NEXT: &str = ".current-next";

/// A folder with releases.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Held for its lock.
    lock: Option<File>,
}

impl Folder {
    /// The target at `path`, of a site in the folder `site` with that output.
    ///
    /// # Errors
    /// The place is in the sources or the output of the site, or around them.
    pub fn at(path: &Path, site: &Path, output: &Path) -> Result<Self, Failure> {
        let path = publish::settle(path)?;
        place::check(&path, site, output)?;
        Ok(Self { path, lock: None })
    }

    /// A target in a folder that nobody but diptych knows of.
    pub(super) const fn private(path: PathBuf) -> Self {
        Self { path, lock: None }
    }

    /// Where a folder of releases lies.
    pub(super) fn slot(&self, slot: &Slot) -> PathBuf {
        self.path.join(RELEASES).join(slot.to_string())
    }

    /// Where the link to the live release leads.
    fn live(&self) -> Result<Option<Id>, Failure> {
        let link = self.path.join(CURRENT);
        match fs::symlink_metadata(&link) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(refused(&link, &error)),
            Ok(found) if !found.is_symlink() => return Err(at("deploy-no-link", "deploy-no-link-hint", &link)),
            Ok(_) => {}
        }
        let target = fs::read_link(&link).map_err(|error| refused(&link, &error))?;
        let id = target.strip_prefix(RELEASES).ok().and_then(|name| Id::parse(name.to_str()?));
        id.map(Some).ok_or_else(|| {
            let failure = at("deploy-foreign-link", "deploy-foreign-link-hint", &link);
            Failure { text: failure.text.with("target", target.display()), ..failure }
        })
    }

    /// The names in the folder of releases.
    fn names(&self) -> Result<Vec<String>, Failure> {
        let releases = self.path.join(RELEASES);
        let entries = match fs::read_dir(&releases) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(refused(&releases, &error)),
        };
        let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<io::Result<Vec<_>>>().map_err(|error| refused(&releases, &error))?;
        names.sort_unstable();
        Ok(names)
    }

    /// Clears away what a run has left that was stopped. What cannot be cleared away now, will be the next time.
    fn sweep(&self) -> Result<(), Failure> {
        for name in self.names()? {
            match Slot::parse(&name) {
                Some(slot @ Slot::Incoming(_)) => drop(fs::remove_dir_all(self.slot(&slot))),
                Some(slot @ Slot::Outgoing(_)) => drop(contents::remove(&self.slot(&slot), None)),
                Some(Slot::Release(_)) | None => {}
            }
        }
        let next = self.path.join(NEXT);
        if fs::symlink_metadata(&next).is_ok_and(|found| found.is_symlink()) {
            let _ = fs::remove_file(next);
        }
        Ok(())
    }

    fn fill(&self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        let incoming = self.slot(&Slot::Incoming(release.clone()));
        fs::create_dir(&incoming).map_err(|error| refused(&incoming, &error))?;
        let mut folders = BTreeSet::new();
        if let Some((from, paths)) = &cargo.links {
            let from = self.slot(&Slot::Release((*from).clone()));
            for path in paths {
                make_folder(&incoming, path, &mut folders)?;
                let target = incoming.join(path);
                // A disk that has no links, or a file that has as many as it can have: a copy is as good.
                let linked = fs::hard_link(from.join(path), &target).or_else(|_| copy(&from.join(path), &target));
                linked.map_err(|error| refused(&target, &error))?;
            }
        }
        for path in &cargo.files {
            make_folder(&incoming, path, &mut folders)?;
            let (source, target) = (cargo.from.join(path), incoming.join(path));
            copy(&source, &target).map_err(|error| match error.kind() {
                ErrorKind::NotFound => at("deploy-output-changed", "deploy-output-changed-hint", &source),
                _ => refused(&target, &error),
            })?;
        }
        let signature = cargo.signature.map(|bytes| (SIGNATURE, bytes));
        for (name, bytes) in signature.into_iter().chain([(MANIFEST, cargo.manifest)]) {
            let path = incoming.join(name);
            fs::write(&path, bytes).map_err(|error| refused(&path, &error))?;
        }
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(drop)
}

/// Makes the folder of a file, unless it is among those that were made.
fn make_folder<'p>(root: &Path, path: &'p str, made: &mut BTreeSet<&'p str>) -> Result<(), Failure> {
    let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
    if made.insert(folder) {
        let folder = root.join(folder);
        fs::create_dir_all(&folder).map_err(|error| refused(&folder, &error))?;
    }
    Ok(())
}

impl Target for Folder {
    fn look(&mut self) -> Result<Shelf, Failure> {
        place::check_folder(&self.path)?;
        let mut shelf = Shelf { live: self.live()?, ..Shelf::default() };
        for name in self.names()? {
            match Slot::parse(&name) {
                Some(slot @ Slot::Release(_)) if !self.slot(&slot).is_dir() => shelf.foreign.push(name),
                Some(Slot::Release(id)) => shelf.releases.push(id),
                Some(Slot::Incoming(_) | Slot::Outgoing(_)) => shelf.is_littered = true,
                None if name != LOCK => shelf.foreign.push(name),
                None => {}
            }
        }
        shelf.releases.sort_unstable();
        Ok(shelf)
    }

    fn own_file(&mut self, release: &Id, name: &'static str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.slot(&Slot::Release(release.clone())).join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(refused(&path, &error)),
        }
    }

    fn digests(&mut self, slot: &Slot) -> Result<Digests, Failure> {
        let folder = self.slot(slot);
        contents::digests(&folder).map_err(|(path, error)| refused(&path, &error))
    }

    fn lock(&mut self, patience: Patience) -> Result<(), Failure> {
        let releases = self.path.join(RELEASES);
        for folder in [&self.path, &releases] {
            let made = match fs::create_dir(folder) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
                made => made.and_then(|()| contents::show(folder)),
            };
            made.and_then(|()| publish::check_writable(folder)).map_err(|error| refused(folder, &error))?;
        }
        // One that is held already would keep us out as well.
        self.lock = None;
        self.lock = Some(publish::hold(&releases.join(LOCK), &self.path, patience)?);
        self.sweep()
    }

    fn receive(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        self.fill(release, cargo).inspect_err(|_| self.discard(release))
    }

    fn settle(&mut self, release: &Id) -> Result<(), Failure> {
        let incoming = self.slot(&Slot::Incoming(release.clone()));
        let settled = self.slot(&Slot::Release(release.clone()));
        let releases = self.path.join(RELEASES);
        contents::show(&incoming).map_err(|error| refused(&incoming, &error))?;
        let files = contents::files(&incoming).map_err(|(path, error)| refused(&path, &error))?;
        let mut files = files.into_iter().map(|(path, _)| incoming.join(path));
        publish::sync_tree(&incoming, &mut files).map_err(|error| refused(&incoming, &error))?;
        fs::rename(&incoming, &settled).map_err(|error| refused(&settled, &error))?;
        publish::sync_folder(&releases).map_err(|error| refused(&releases, &error))
    }

    fn discard(&mut self, release: &Id) {
        // If this fails, the next run sweeps.
        let _ = fs::remove_dir_all(self.slot(&Slot::Incoming(release.clone())));
    }

    fn switch(&mut self, release: &Id) -> Result<(), Failure> {
        let (next, link) = (self.path.join(NEXT), self.path.join(CURRENT));
        // Relative, so that the folder can be mounted elsewhere.
        let target = Path::new(RELEASES).join(release.to_string());
        publish::link_folder(&target, &next).map_err(|error| refused(&next, &error))?;
        fs::rename(&next, &link).map_err(|error| refused(&link, &error))?;
        // The new site is what visitors see; only a power cut could still bring back the one before.
        let _ = publish::sync_folder(&self.path);
        Ok(())
    }

    fn remove(&mut self, release: &Id, manifest: &Release) -> Result<(), Failure> {
        let (folder, outgoing) = (Slot::Release(release.clone()), Slot::Outgoing(release.clone()));
        let (folder, outgoing) = (self.slot(&folder), self.slot(&outgoing));
        let leftover = |path: &Path, error: &io::Error| {
            Failure::new(Text::new("deploy-leftover").with("path", path.display()).with("reason", error))
        };
        let found = contents::files(&folder).map_err(|(path, error)| leftover(&path, &error))?;
        let is_ours = |path: &String| manifest.files.contains_key(path) || is_own(path);
        if let Some((path, _)) = found.iter().find(|(path, is_file)| !is_file || !is_ours(path)) {
            return Err(at("deploy-foreign-file", "deploy-foreign-file-hint", &folder.join(path)));
        }
        // From here on nobody can take it for a release.
        fs::rename(&folder, &outgoing).map_err(|error| leftover(&folder, &error))?;
        contents::remove(&outgoing, Some(manifest)).map_err(|error| leftover(&outgoing, &error))
    }
}
