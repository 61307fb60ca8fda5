//! From a target, or the address of a site, to whether what is live there is what was deployed.

mod visit;
mod web;

use self::visit::Sight;
use self::web::Web;
use super::release::{Id, MANIFEST, Release, SIGNATURE, is_own};
use super::target::{Digests, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// The live release. A site does not tell visitors what it is called.
    pub release: Option<Id>,
    /// What its manifest says; nothing where the manifest is missing or cannot be understood.
    pub manifest: Option<Release>,
    /// The bytes of the manifest as it lies there.
    pub written: Vec<u8>,
    /// The bytes of its signature, if it has one.
    pub signature: Option<Vec<u8>>,
    /// Paths of files that are not there.
    pub missing: Vec<String>,
    /// Paths of files with other bytes.
    pub changed: Vec<String>,
    /// Paths of what diptych did not deploy.
    pub foreign: Vec<String>,
}

impl Verification {
    /// Reads the live release and every file of it.
    ///
    /// # Errors
    /// The target cannot be reached, or there is no live release.
    pub fn of(target: &mut dyn Target) -> Result<Self, Failure> {
        Self::read(target).map_err(unread)
    }

    fn read(target: &mut dyn Target) -> Result<Self, Failure> {
        let nothing = || Failure::new("verify-nothing").hint("verify-nothing-hint");
        let release = target.look()?.live.ok_or_else(nothing)?;
        let bytes = target.manifest(&release)?;
        let mut found = Self { release: Some(release.clone()), ..Self::default() };
        let Some(bytes) = bytes else {
            found.missing.push(MANIFEST.to_owned());
            return Ok(found);
        };
        let manifest = Release::parse(&bytes);
        found.signature = target.own_file(&release, SIGNATURE)?;
        // The name of the release was given for this very manifest.
        if manifest.is_none() || !release.is_of(&Digest::of(&bytes)) {
            found.changed.push(MANIFEST.to_owned());
        }
        found.written = bytes;
        let Some(manifest) = manifest else { return Ok(found) };
        let lying = target.digests(&Slot::Release(release))?;
        Ok(found.compare(manifest, &lying))
    }

    /// Asks a site for its manifest and for what it must answer by it, as visitors do.
    ///
    /// # Errors
    /// It cannot be reached, or there is no manifest.
    pub fn of_address(address: &str) -> Result<Self, Failure> {
        let web = Web::at(address)?;
        let mut found = Self { written: web.manifest()?, signature: web.signature()?, ..Self::default() };
        let Some(manifest) = Release::parse(&found.written) else {
            found.changed.push(MANIFEST.to_owned());
            return Ok(found);
        };
        for (path, sight) in visit::look(&web, &manifest)? {
            match sight {
                Sight::Right => {}
                Sight::Missing => found.missing.push(path),
                Sight::Other => found.changed.push(path),
            }
        }
        found.manifest = Some(manifest);
        Ok(found)
    }

    fn compare(mut self, manifest: Release, lying: &Digests) -> Self {
        for (path, held) in &manifest.files {
            match lying.get(path) {
                None => self.missing.push(path.clone()),
                Some(digest) if *digest != Some(held.sha256) => self.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        let is_foreign = |path: &&String| !manifest.files.contains_key(*path) && !is_own(path);
        self.foreign = lying.keys().filter(is_foreign).cloned().collect();
        self.manifest = Some(manifest);
        self
    }

    /// Whether everything is as it was deployed.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.foreign.is_empty()
    }
}

/// A target that refuses speaks of what it was asked for by a deployment; here it was only to be read.
fn unread(failure: Failure) -> Failure {
    if failure.text.id != "deploy-denied" {
        return failure;
    }
    let text = Text { id: "verify-denied", ..failure.text };
    Failure { text, hint: failure.hint.map(|hint| Text { id: "verify-denied-hint", ..hint }) }
}

/// Refuses a target that cannot be read back.
///
/// # Errors
/// It is such a target.
pub fn check(target: &dyn Target, name: &str) -> Result<(), Failure> {
    if target.can_be_verified() {
        return Ok(());
    }
    Err(Failure::new(Text::new("verify-impossible").with("target", name)))
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::*;
    use crate::deploy::refusal::refused;

    #[test]
    fn who_only_looks_is_not_told_that_nothing_was_changed() {
        let ids = |kind: ErrorKind| {
            let failure = unread(refused(Path::new("a"), &Error::from(kind)));
            (failure.text.id, failure.hint.map(|hint| hint.id))
        };
        assert_eq!(ids(ErrorKind::PermissionDenied), ("verify-denied", Some("verify-denied-hint")));
        assert_eq!(ids(ErrorKind::Other), ("deploy-failed", Some("deploy-failed-hint")));
    }
}
