//! What a target must be able to do, and from an entry of `targets` to one that can.
//!
//! A target keeps **releases**, each a folder of its own, and one of them is live. A kind of target is a file that
//! implements [`Target`]; the order of the steps is the same for all and stands in [`super::deployment`]. Each step is a
//! large one, for all files at once, because it may be a journey to another machine.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

#[cfg(feature = "bucket")]
use super::bucket::Bucket;
use super::command::Command;
use super::folder::Folder;
use super::release::{Id, MANIFEST, Release};
use super::ssh::Ssh;
use crate::diagnostic::Failure;
use crate::domain::{DeployTarget, Digest, TargetKind};
use crate::publish::Patience;

/// Where the releases lie, in the folder of a target.
pub const RELEASES: &str = "releases";
/// The link to the live release, in the folder of a target. Web servers show what it leads to.
pub const CURRENT: &str = "current";

/// A place that keeps releases.
///
/// Until [`switch`](Self::switch) nothing that visitors see may change. Whatever fails leaves the live release as it is.
pub trait Target {
    /// What lies there. Changes nothing, and fails where nothing could ever be deployed: a place that is no folder, a
    /// live site that diptych did not write.
    ///
    /// # Errors
    /// The place cannot be reached, or is refused.
    fn look(&mut self) -> Result<Shelf, Failure>;

    /// The manifest of a release, as it lies there, or its signature.
    ///
    /// # Errors
    /// The place cannot be reached. A file that is not there is no error.
    fn own_file(&mut self, release: &Id, name: &'static str) -> Result<Option<Vec<u8>>, Failure>;

    /// The manifest of a release, as it lies there.
    ///
    /// # Errors
    /// The place cannot be reached. A manifest that is not there is no error.
    fn manifest(&mut self, release: &Id) -> Result<Option<Vec<u8>>, Failure> {
        self.own_file(release, MANIFEST)
    }

    /// The fingerprint of every file in a folder of releases, read where it lies, the manifest included. What is no
    /// ordinary file has none.
    ///
    /// # Errors
    /// The place cannot be reached, or a file cannot be read.
    fn digests(&mut self, slot: &Slot) -> Result<Digests, Failure>;

    /// Makes us the only ones who deploy there, as long as this lives, and clears away what a transfer that was cut has
    /// left. Creates the folders of the target where they are missing.
    ///
    /// # Errors
    /// Somebody else deploys there now, or the place cannot be written to.
    fn lock(&mut self, patience: Patience) -> Result<(), Failure>;

    /// Fills the folder of a release that comes in: first by links to files of another release, then with files of this
    /// machine, last with the manifest.
    ///
    /// # Errors
    /// Whatever keeps a file from being there. What came in so far is cleared away.
    fn receive(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure>;

    /// Makes a release of what came in and was found to be right: on the disk for good, and under its own name.
    ///
    /// # Errors
    /// The disk refuses.
    fn settle(&mut self, release: &Id) -> Result<(), Failure>;

    /// Clears away what came in.
    fn discard(&mut self, release: &Id);

    /// Makes a release the live one, in one step that nobody can look between, where there is such a step.
    ///
    /// # Errors
    /// The live release is the one before; without such a step, the failure says what visitors see.
    fn switch(&mut self, release: &Id) -> Result<(), Failure>;

    /// Removes a release that is not live, if nothing is in it but what its manifest lists; otherwise leaves it whole.
    ///
    /// # Errors
    /// It holds something else, or the disk refuses. The live release is not concerned.
    fn remove(&mut self, release: &Id, manifest: &Release) -> Result<(), Failure>;

    /// Whether visitors see the one release or the other at each moment.
    fn is_switched_at_once(&self) -> bool {
        true
    }

    /// Whether what lies there is what visitors see, and can be read back.
    fn can_be_verified(&self) -> bool {
        true
    }
}

/// What lies at a target.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The releases, the oldest first.
    pub releases: Vec<Id>,
    /// The live one, if there is one.
    pub live: Option<Id>,
    /// Names in the folder of releases that diptych did not give.
    pub foreign: Vec<String>,
    /// Whether a deployment that was cut has left something behind, or one goes on just now.
    pub is_littered: bool,
    /// Whether a release was only begun to be made live: visitors may see some of it.
    pub is_torn: bool,
}

/// A folder among the releases of a target, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// A release.
    Release(Id),
    /// A release that comes in.
    Incoming(Id),
    /// A release that goes.
    Outgoing(Id),
}

const INCOMING: &str = ".incoming-";
const OUTGOING: &str = ".outgoing-";

impl Slot {
    /// What a folder of that name is; nothing if diptych did not give the name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(id) = name.strip_prefix(INCOMING) {
            return Id::parse(id).map(Self::Incoming);
        }
        match name.strip_prefix(OUTGOING) {
            Some(id) => Id::parse(id).map(Self::Outgoing),
            None => Id::parse(name).map(Self::Release),
        }
    }
}

/// The name of the folder.
impl fmt::Display for Slot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Release(id) => write!(formatter, "{id}"),
            Self::Incoming(id) => write!(formatter, "{INCOMING}{id}"),
            Self::Outgoing(id) => write!(formatter, "{OUTGOING}{id}"),
        }
    }
}

/// The fingerprints of the files in a folder; none of what is no ordinary file.
pub type Digests = BTreeMap<String, Option<Digest>>;

/// What a release is filled with.
#[derive(Debug)]
pub struct Cargo<'a> {
    /// The release whose files are linked, and their paths. They were found to be right there.
    pub links: Option<(&'a Id, Vec<&'a str>)>,
    /// The folder of this machine that the other files lie in.
    pub from: &'a Path,
    /// Their paths.
    pub files: Vec<&'a str>,
    /// The signature of the manifest, if it has one.
    pub signature: Option<&'a [u8]>,
    /// The manifest.
    pub manifest: &'a [u8],
}

/// The target of an entry in `site.yaml`, for a site in that folder with that output.
///
/// # Errors
/// Its place is refused.
pub fn open(target: &DeployTarget, site: &Path, output: &Path) -> Result<Box<dyn Target>, Failure> {
    match &target.kind {
        TargetKind::Folder { path } => Ok(Box::new(Folder::at(&site.join(path), site, output)?)),
        TargetKind::Ssh(server) => Ok(Box::new(Ssh::of(server, output)?)),
        #[cfg(feature = "bucket")]
        TargetKind::Bucket(bucket) => Ok(Box::new(Bucket::of(bucket)?)),
        #[cfg(not(feature = "bucket"))]
        TargetKind::Bucket(_) => Err(Failure::new("bucket-not-built").hint("bucket-not-built-hint")),
        TargetKind::Command { run } => Ok(Box::new(Command::of(&target.name.value, run, site, output)?)),
    }
}
