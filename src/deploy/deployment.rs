//! From a plan to a live release: the order of the steps, the same for every kind of target.

use std::fs::File;
use std::path::Path;

use super::plan::{Plan, first_wrong, read, unknown};
use super::refusal::at;
use super::release::{Id, MANIFEST, Release, SIGNATURE};
use super::target::{Cargo, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::domain::{Digest, Instant};
use crate::publish::Patience;

/// As many releases are kept, the live one included.
const KEPT: usize = 5;

/// What is brought to a target.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// The folder of the output.
    pub output: &'a Path,
    /// The signature of the release's manifest, if it gets one.
    pub signature: Option<&'a [u8]>,
}

/// What was deployed.
#[derive(Debug)]
pub struct Deployed {
    /// The release that is live now.
    pub release: Id,
    /// What was noticed that did not stop the deployment.
    pub remarks: Vec<Failure>,
    /// The releases that show what may not be shown any more, and could not be removed.
    pub left: Vec<Id>,
}

/// Deploys an output as planned.
///
/// # Errors
/// Whatever keeps the release from being live; the one before still is.
pub fn deploy(
    target: &mut dyn Target,
    plan: &Plan,
    sent: &Sent<'_>,
    now: Instant,
    patience: Patience,
) -> Result<Deployed, Failure> {
    let shelf = held(target, &plan.shelf, patience)?;
    let Sent { output, signature } = *sent;
    if let Some(live) = shelf.live.clone().filter(|_| plan.is_live() && signature.is_none()) {
        let remarks = purge(target, &plan.after)?;
        return Ok(Deployed { release: live, remarks, left: left(target, plan)? });
    }
    let manifest = plan.after.to_bytes();
    let release = Id::after(shelf.releases.iter().chain(&shelf.live), now, &Digest::of(&manifest));
    let (links, files): (Vec<_>, Vec<_>) =
        plan.after.files.keys().map(String::as_str).partition(|path| plan.shares(path));
    let links = shelf.live.as_ref().map(|live| (live, links));
    target.receive(&release, &Cargo { links, from: output, files, signature, manifest: &manifest })?;
    let signature = signature.map(|bytes| (SIGNATURE, bytes));
    let own: Vec<_> = signature.into_iter().chain([(MANIFEST, manifest.as_slice())]).collect();
    let accepted = accept(target, &release, plan, &own, output);
    if let Err(failure) = accepted {
        target.discard(&release);
        return Err(failure);
    }
    if let Err(failure) = target.switch(&release) {
        // It was never live, so nobody needs it.
        let _ = target.remove(&release, &plan.after);
        return Err(failure);
    }
    let mut remarks = clear(target, &shelf, &release);
    remarks.extend(purge(target, &plan.after).unwrap_or_else(|failure| vec![failure]));
    // The release is live, whatever can still be asked.
    let left = left(target, plan).unwrap_or_else(|_| plan.outdated.clone());
    Ok(Deployed { release, remarks, left })
}

/// The releases that should be gone and are not.
fn left(target: &mut dyn Target, plan: &Plan) -> Result<Vec<Id>, Failure> {
    let there = target.look()?.releases;
    Ok(plan.outdated.iter().filter(|id| there.contains(id)).cloned().collect())
}

/// Locks the target, which must be as it was planned for.
pub(super) fn held(target: &mut dyn Target, planned: &Shelf, patience: Patience) -> Result<Shelf, Failure> {
    target.lock(patience)?;
    let shelf = target.look()?;
    if shelf.live == planned.live {
        return Ok(shelf);
    }
    Err(Failure::new("deploy-changed-meanwhile").hint("deploy-changed-meanwhile-hint"))
}

/// Checks every file where it lies, and makes a release of them.
fn accept(
    target: &mut dyn Target,
    release: &Id,
    plan: &Plan,
    own: &[(&str, &[u8])],
    output: &Path,
) -> Result<(), Failure> {
    let lying = target.digests(&Slot::Incoming(release.clone()))?;
    let Some(path) = first_wrong(&lying, &plan.after, own) else { return target.settle(release) };
    let place = output.join(&path);
    let built = File::open(&place).and_then(|mut file| Digest::of_reader(&mut file)).ok();
    if plan.after.files.get(&path).is_some_and(|held| built != Some(held.sha256)) && !plan.shares(&path) {
        return Err(at("deploy-output-changed", "deploy-output-changed-hint", &place));
    }
    Err(Failure::new(Text::new("deploy-incomplete").with("path", path)).hint("deploy-incomplete-hint"))
}

/// Removes the releases that nobody goes back to: those that were gone back from, and of the others all but the last
/// ones. Returns what could not be removed.
fn clear(target: &mut dyn Target, shelf: &Shelf, live: &Id) -> Vec<Failure> {
    let is_undone = |id: &&Id| shelf.live.as_ref().is_some_and(|before| *id > before);
    let (undone, former): (Vec<&Id>, Vec<&Id>) = shelf.releases.iter().filter(|id| *id != live).partition(is_undone);
    let old = former.len().saturating_sub(KEPT - 1);
    let leave = undone.into_iter().chain(former.into_iter().take(old));
    leave.filter_map(|id| remove(target, id).err()).collect()
}

fn remove(target: &mut dyn Target, id: &Id) -> Result<(), Failure> {
    match read(target, id)? {
        Some(manifest) => target.remove(id, &manifest),
        None => Err(unknown(id)),
    }
}

/// Removes the kept releases that show a notice which the live one does not show: a withdrawn notice must not come back,
/// and it stands not only on its own pages, but also in lists, feeds and data. Returns what could not be removed.
fn purge(target: &mut dyn Target, live: &Release) -> Result<Vec<Failure>, Failure> {
    let mut remarks = Vec::new();
    let shelf = target.look()?;
    for id in shelf.releases.iter().filter(|id| Some(*id) != shelf.live.as_ref()) {
        if let Some(manifest) = read(target, id)?.filter(|manifest| live.lacks(manifest)) {
            remarks.extend(target.remove(id, &manifest).err());
        }
    }
    Ok(remarks)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;
    use crate::deploy::folder::Folder;
    use crate::deploy::release::{Face, Held, Shown};
    use crate::domain::{Bilingual, State};

    /// An output with these files, and the release that it makes of these notices.
    fn output(folder: &Path, files: &[(&str, &str)], notices: &[&str]) -> Release {
        let held = |text: &str| Held { size: text.len() as u64, sha256: Digest::of(text.as_bytes()), kept: false };
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        }
        let shown = Shown::new(State::Open, None, Bilingual::new(Face::default(), Face::default()));
        Release {
            tool: "1".to_owned(),
            theme: Digest::of(b""),
            source: Digest::of(b""),
            valid_until: None,
            address: None,
            notices: notices.iter().map(|reference| ((*reference).to_owned(), shown.clone())).collect(),
            pages: Vec::new(),
            leaves: Vec::new(),
            addresses: BTreeMap::new(),
            files: files.iter().map(|(path, text)| ((*path).to_owned(), held(text))).collect::<BTreeMap<_, _>>(),
        }
    }

    fn deploy_one(target: &mut Folder, output: &Path, release: Release) -> Result<Deployed, Failure> {
        let plan = Plan::new(target, release)?;
        deploy(target, &plan, &Sent { output, signature: None }, Instant(1_750_000_000), Patience::Refuse)
    }

    #[test]
    fn a_withdrawn_notice_is_in_no_release_any_more() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let (from, mut target) = (root.path().join("public"), Folder::private(root.path().join("www")));
        for (list, notices) in
            [("one", &["1"][..]), ("one two", &["1", "2"]), ("two", &["2"]), ("two three", &["2", "3"])]
        {
            let release = output(&from, &[("index.html", list), ("en/feed.atom", list)], notices);
            let deployed = deploy_one(&mut target, &from, release).expect("it is deployed");
            assert_eq!(deployed.remarks, []);
        }
        let shelf = target.look().expect("it is there");
        assert_eq!((shelf.releases.len(), shelf.live.as_ref()), (2, shelf.releases.last()));
        for id in &shelf.releases {
            let release = read(&mut target, id).expect("it is there").expect("a manifest");
            assert!(!release.notices.contains_key("1"));
        }
        let nothing = output(&from, &[], &[]);
        assert_eq!(purge(&mut target, &nothing), Ok(Vec::new()), "the live release stays, whatever is asked for");
        assert_eq!(target.look().expect("it is there").releases, shelf.releases[1..]);
    }

    #[test]
    fn what_is_not_as_it_was_built_never_goes_live() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let (from, mut target) = (root.path().join("public"), Folder::private(root.path().join("www")));
        let release = output(&from, &[("index.html", "old"), ("same", "same")], &[]);
        deploy_one(&mut target, &from, release).expect("it is deployed");
        let before = target.look().expect("it is there");
        let release = output(&from, &[("index.html", "new"), ("same", "same"), ("en/a", "a")], &[]);
        fs::write(from.join("en/a"), "b").expect("it can be changed");
        let failure = deploy_one(&mut target, &from, release.clone()).expect_err("a file is another one");
        assert_eq!(failure.text.id, "deploy-output-changed");
        fs::remove_file(from.join("en/a")).expect("it is there");
        let failure = deploy_one(&mut target, &from, release.clone()).expect_err("a file is gone");
        assert_eq!(failure.text.id, "deploy-output-changed");
        assert_eq!(target.look().expect("it is there"), before);
        // A file of the live release, which the next one shares, is damaged after it was looked at.
        fs::write(from.join("en/a"), "a").expect("it can be written");
        let plan = Plan::new(&mut target, release.clone()).expect("a plan");
        let live = target.slot(&Slot::Release(before.live.clone().expect("a release")));
        fs::write(live.join("same"), "other").expect("it can be changed");
        let sent = Sent { output: &from, signature: None };
        let failure = deploy(&mut target, &plan, &sent, Instant(1_750_000_000), Patience::Refuse);
        assert_eq!(failure.expect_err("a file is another one").text.id, "deploy-incomplete");
        fs::write(live.join("same"), "same").expect("it can be changed");
        assert_eq!(target.look().expect("it is there"), before);
        // Somebody else was faster.
        let plan = Plan::new(&mut target, release).expect("a plan");
        let other = output(&from, &[("index.html", "other")], &[]);
        deploy_one(&mut target, &from, other).expect("it is deployed");
        let failure = deploy(
            &mut target,
            &plan,
            &Sent { output: &from, signature: None },
            Instant(1_750_000_000),
            Patience::Refuse,
        );
        assert_eq!(failure.expect_err("it was planned for another site").text.id, "deploy-changed-meanwhile");
    }
}
