//! From the release that a site makes and what lies at a target to the plan of a deployment. Changes nothing.

use std::collections::BTreeSet;

use super::changes::Changes;
use super::id::Id;
use super::release::{Held, Release, SIGNATURE};
use super::target::{Digests, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;

/// The folder whose files are kept for one release more: a browser may still show a page of the live release and ask for
/// its style sheet only now. Their names change with their bytes.
const ASSETS: &str = "assets/";
/// More than one page in so many goes only if that was asked for.
const FEW: usize = 5;

/// What a deployment will do.
#[derive(Debug)]
pub struct Plan {
    /// What lies at the target.
    pub shelf: Shelf,
    /// The live release, if there is one and it can be understood.
    pub before: Option<Release>,
    /// The release that takes its place.
    pub after: Release,
    /// The files of the live release that are not as they were deployed. They come anew.
    pub damaged: Vec<String>,
    /// What is different.
    pub changes: Changes,
    /// Whether the live release is signed.
    pub is_signed: bool,
    /// What was noticed and is no reason to stop.
    pub remarks: Vec<Failure>,
    /// The files of the live release that the next one can share.
    shared: BTreeSet<String>,
}

impl Plan {
    /// Plans a deployment.
    ///
    /// # Errors
    /// The target cannot be reached, or its place is refused.
    pub fn new(target: &mut dyn Target, mut after: Release) -> Result<Self, Failure> {
        let shelf = target.look()?;
        let mut remarks = Vec::new();
        let before = match &shelf.live {
            Some(live) => read(target, live)?,
            None => None,
        };
        if let (Some(live), None) = (&shelf.live, &before) {
            remarks.push(Failure::new(Text::new("deploy-live-unreadable").with("release", live)));
        }
        let lying = match (&shelf.live, &before) {
            (Some(live), Some(_)) => target.digests(&Slot::Release(live.clone()))?,
            _ => Digests::new(),
        };
        let is_sound = |path: &str, held: &Held| lying.get(path).copied().flatten() == Some(held.sha256);
        // Which assets are kept depends on what visitors have seen, not on what was built on this machine before.
        after.files.retain(|_, held| !held.kept);
        let live = before.iter().flat_map(|release| &release.files);
        for (path, held) in live.clone().filter(|(path, held)| !held.kept && path.starts_with(ASSETS)) {
            if is_sound(path, held) {
                after.files.entry(path.clone()).or_insert(Held { kept: true, ..*held });
            }
        }
        let damaged = live.clone().filter(|(path, held)| !is_sound(path, held)).map(|(path, _)| path.clone());
        let damaged = damaged.collect();
        let is_same = |path: &str, held: &Held| after.files.get(path).is_some_and(|new| new.sha256 == held.sha256);
        let shared = live.filter(|(path, held)| is_sound(path, held) && is_same(path, held));
        let shared = shared.map(|(path, _)| path.clone()).collect();
        let changes = Changes::between(before.as_ref(), &after);
        let is_signed = lying.contains_key(SIGNATURE);
        Ok(Self { shelf, before, after, damaged, changes, is_signed, remarks, shared })
    }

    /// Whether what is live is what would be deployed.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.damaged.is_empty() && self.before.as_ref().is_some_and(|before| before.is_same_site(&self.after))
    }

    /// Whether the file is linked to that of the live release.
    #[must_use]
    pub fn shares(&self, path: &str) -> bool {
        self.shared.contains(path)
    }

    /// The number of files that are brought to the target, and their bytes.
    #[must_use]
    pub fn sent(&self) -> (usize, u64) {
        let sent = self.after.files.iter().filter(|(path, _)| !self.shares(path));
        sent.fold((0, 0), |(files, bytes), (_, held)| (files + 1, bytes + held.size))
    }

    /// How many pages and attachments go, where these are more than one in five.
    #[must_use]
    pub fn excess_of_removals(&self) -> Option<(usize, usize)> {
        let is_counted = |path: &&String| path.ends_with(".html") || path.starts_with("files/");
        let removed = self.changes.files.removed.iter().filter(is_counted).count();
        let all = self.before.iter().flat_map(|before| before.files.keys()).filter(is_counted).count();
        (removed * FEW > all).then_some((removed, all))
    }

    /// The notices that the live release shows and the next one does not.
    pub fn gone(&self) -> impl Iterator<Item = &String> {
        let before = self.before.iter().flat_map(|before| before.notices.keys());
        before.filter(|reference| !self.after.notices.contains_key(*reference))
    }
}

/// The release of that name, if its manifest is there and can be understood.
///
/// # Errors
/// The target cannot be reached.
pub(super) fn read(target: &mut dyn Target, id: &Id) -> Result<Option<Release>, Failure> {
    Ok(target.manifest(id)?.and_then(|bytes| Release::parse(&bytes)))
}

/// Whether what lies in a folder is a release with these files that tell of it: the first path that is wrong, if any.
pub(super) fn first_wrong(lying: &Digests, release: &Release, own: &[(&str, &[u8])]) -> Option<String> {
    let listed = release.files.iter().map(|(path, held)| (path.as_str(), held.sha256));
    let expected = listed.chain(own.iter().map(|(name, bytes)| (*name, Digest::of(bytes))));
    let missing = expected.clone().find(|(path, digest)| lying.get(*path).copied().flatten() != Some(*digest));
    let extra =
        || lying.keys().find(|path| !release.files.contains_key(*path) && own.iter().all(|(name, _)| name != path));
    missing.map(|(path, _)| path.to_owned()).or_else(|| extra().cloned())
}
