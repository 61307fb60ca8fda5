//! From the release that a site makes and what lies at a target to the plan of a deployment. Changes nothing.

use std::collections::BTreeSet;

use super::changes::Changes;
use super::release::{Held, Id, Release, SIGNATURE, is_own};
use super::target::{Digests, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;

/// The folder whose files are kept for one release more: a browser may still show a page of the live release and ask for
/// its style sheet only now. Their names change with their bytes.
pub(super) const ASSETS: &str = "assets/";
/// More than one page in so many goes only if that was asked for.
const FEW: usize = 5;

/// What a deployment will do.
#[derive(Debug)]
pub struct Plan {
    /// What lies at the target.
    pub shelf: Shelf,
    /// What the next release is compared with: the live one, or the newest that can be understood if that one cannot.
    pub before: Option<Release>,
    /// The release that takes its place.
    pub after: Release,
    /// The files of the live release that are not as they were deployed. They come anew.
    pub damaged: Vec<String>,
    /// The files in the live release that diptych did not put there. The next one is without them.
    pub foreign: Vec<String>,
    /// The releases that show a notice which the next one does not show, the live one included. They go.
    pub outdated: Vec<Id>,
    /// What is different.
    pub changes: Changes,
    /// The signature of the live release, if it has one.
    pub signature: Option<Vec<u8>>,
    /// What was noticed and is no reason to stop.
    pub remarks: Vec<Failure>,
    /// The files of the live release that the next one can share.
    shared: BTreeSet<String>,
    /// Whether the live release is known, and so the one that is compared with.
    is_known: bool,
}

impl Plan {
    /// Plans a deployment.
    ///
    /// # Errors
    /// The target cannot be reached, or its place is refused.
    pub fn new(target: &mut dyn Target, mut after: Release) -> Result<Self, Failure> {
        let shelf = target.look()?;
        let Kept { live, former, mut remarks } = Kept::read(target, &shelf)?;
        let (mut signature, mut lying) = (None, Digests::new());
        if let Some(id) = &shelf.live
            && live.is_some()
        {
            lying = target.digests(&Slot::Release(id.clone()))?;
            signature = target.own_file(id, SIGNATURE)?;
        }
        let is_whole = |path: &str, held: &Held| lying.get(path).copied().flatten() == Some(held.sha256);
        // Which assets are kept depends on what visitors have seen, not on what was built on this machine before.
        after.files.retain(|_, held| !held.kept);
        let files = live.iter().flat_map(|release| &release.files);
        for (path, held) in files.clone().filter(|(path, held)| !held.kept && path.starts_with(ASSETS)) {
            if is_whole(path, held) {
                after.files.entry(path.clone()).or_insert(Held { kept: true, ..*held });
            }
        }
        // What is the same site stays as it is, so that its signature holds.
        if let Some(live) = live.as_ref().filter(|live| live.is_same_site(&after)) {
            after = live.clone();
        }
        let damaged = files.clone().filter(|(path, held)| !is_whole(path, held)).map(|(path, _)| path.clone());
        let damaged = damaged.collect();
        // Where releases have no folders of their own, what lies beside their files stays.
        let is_foreign = |path: &&String| {
            let is_listed = live.as_ref().is_none_or(|live| live.files.contains_key(*path));
            !is_listed && !is_own(path) && target.is_switched_at_once()
        };
        let foreign = lying.keys().filter(is_foreign).cloned().collect();
        let is_same = |path: &str, held: &Held| after.files.get(path).is_some_and(|new| new.sha256 == held.sha256);
        let shared = files.filter(|(path, held)| is_whole(path, held) && is_same(path, held));
        let shared = shared.map(|(path, _)| path.clone()).collect();
        let outdated =
            former.iter().map(|(id, release, _)| (id, release)).chain(shelf.live.as_ref().zip(live.as_ref()));
        let outdated = outdated.filter(|(_, release)| after.lacks(release)).map(|(id, _)| id.clone()).collect();
        let is_known = live.is_some();
        let before = live.or_else(|| {
            let (id, release, _) = former.into_iter().rfind(|(_, _, is_sound)| *is_sound)?;
            remarks.push(Failure::new(Text::new("deploy-compared-with").with("release", id)));
            Some(release)
        });
        let changes = Changes::between(before.as_ref(), &after);
        Ok(Self { shelf, before, after, damaged, foreign, outdated, changes, signature, remarks, shared, is_known })
    }

    /// Whether what is live is what would be deployed.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.is_known
            && !self.shelf.is_torn
            && self.damaged.is_empty()
            && self.foreign.is_empty()
            && self.before.as_ref().is_some_and(|before| before.is_same_site(&self.after))
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_live() && self.outdated.is_empty() && !self.shelf.is_littered
    }

    /// Whether something is live, and nothing is known of it: nobody can tell what would vanish.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        self.shelf.live.is_some() && self.before.is_none()
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
}

/// The manifests of what lies at a target.
struct Kept {
    /// The live release, if its manifest is the very one that it was named for.
    live: Option<Release>,
    /// The other releases that can be understood, the oldest first, and whether the same holds for each.
    former: Vec<(Id, Release, bool)>,
    remarks: Vec<Failure>,
}

impl Kept {
    fn read(target: &mut dyn Target, shelf: &Shelf) -> Result<Self, Failure> {
        let mut kept = Self { live: None, former: Vec::new(), remarks: Vec::new() };
        if let Some(live) = &shelf.live {
            kept.live = sound(target, live)?;
            if kept.live.is_none() {
                kept.remarks.push(Failure::new(Text::new("deploy-live-unreadable").with("release", live)));
            }
        }
        for id in shelf.releases.iter().filter(|id| Some(*id) != shelf.live.as_ref()) {
            let bytes = target.manifest(id)?.unwrap_or_default();
            match Release::parse(&bytes) {
                Some(release) => {
                    let is_sound = id.is_of(&Digest::of(&bytes));
                    kept.remarks.extend((!is_sound).then(|| unknown(id)));
                    kept.former.push((id.clone(), release, is_sound));
                }
                None => kept.remarks.push(unknown(id)),
            }
        }
        Ok(kept)
    }
}

/// That nobody knows what is in a release.
pub(super) fn unknown(id: &Id) -> Failure {
    Failure::new(Text::new("deploy-unknown-release").with("release", id))
}

/// The release of that name, if its manifest is the very one that it was named for.
///
/// # Errors
/// The target cannot be reached.
pub(super) fn sound(target: &mut dyn Target, id: &Id) -> Result<Option<Release>, Failure> {
    let bytes = target.manifest(id)?.filter(|bytes| id.is_of(&Digest::of(bytes)));
    Ok(bytes.and_then(|bytes| Release::parse(&bytes)))
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
    let is_wrong = |(name, bytes): &&(&str, &[u8])| lying.get(*name).copied().flatten() != Some(Digest::of(bytes));
    let wrong = || own.iter().find(is_wrong).map(|(name, _)| (*name).to_owned());
    let extra =
        || lying.keys().find(|path| !release.files.contains_key(*path) && own.iter().all(|(name, _)| name != path));
    first_damaged(lying, release).or_else(wrong).or_else(|| extra().cloned())
}

/// The first file of a release that is missing or another one, if any.
pub(super) fn first_damaged(lying: &Digests, release: &Release) -> Option<String> {
    let is_whole = |path: &str, held: &Held| lying.get(path).copied().flatten() == Some(held.sha256);
    release.files.iter().find(|(path, held)| !is_whole(path, held)).map(|(path, _)| path.clone())
}
