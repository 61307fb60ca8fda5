//! From the releases of a target to a former one that is live again. Nothing is transferred.

use super::changes::Changes;
use super::deployment::held;
use super::plan::{first_damaged, read, sound};
use super::release::{Id, Release};
use super::target::{Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::publish::Patience;

/// What going back will do.
#[derive(Debug)]
pub struct Rollback {
    /// What lies at the target.
    pub shelf: Shelf,
    /// The release that will be live.
    pub release: Id,
    /// What is different in it.
    pub changes: Changes,
    /// The release itself.
    pub after: Release,
    /// Whether nothing is known of the live release, so that everything counts as new.
    pub is_blind: bool,
}

impl Rollback {
    /// Plans to go back to a release, or to the one before the live one; where another one was only begun to be made live,
    /// to the last that was whole.
    ///
    /// # Errors
    /// There is no such release, it cannot be understood, or it shows a notice that was taken away since.
    pub fn new(target: &mut dyn Target, wanted: Option<&str>) -> Result<Self, Failure> {
        let shelf = target.look()?;
        let known = || shelf.releases.iter().map(Id::to_string).collect::<Vec<_>>().join(", ");
        let found = match wanted {
            Some(name) => shelf.releases.iter().find(|id| id.to_string() == name),
            None if shelf.is_torn && shelf.live.is_some() => shelf.live.as_ref(),
            None => shelf.releases.iter().rfind(|id| shelf.live.as_ref().is_some_and(|live| *id < live)),
        };
        let Some(release) = found.cloned() else {
            return Err(match wanted {
                Some(name) => Failure::new(Text::new("deploy-no-release").with("release", name))
                    .hint(Text::new("known-values").with("values", known())),
                None => Failure::new("deploy-no-former"),
            });
        };
        let unreadable = || Failure::new(Text::new("deploy-release-unreadable").with("release", &release));
        let after = sound(target, &release)?.ok_or_else(unreadable)?;
        let before = match &shelf.live {
            Some(live) => sound(target, live)?,
            None => None,
        };
        // Even a manifest that was changed tells what was shown. A newer release was gone back from, and what is only in
        // that one was not taken away.
        let told = match &shelf.live {
            Some(live) if before.is_none() => read(target, live)?,
            _ => None,
        };
        let former =
            before.as_ref().or(told.as_ref()).filter(|_| shelf.live.as_ref().is_some_and(|live| release < *live));
        if let Some(reference) = former.and_then(|before| before.lacked_of(&after)) {
            let text = Text::new("rollback-withdrawn").with("release", &release).with("reference", reference);
            return Err(Failure::new(text).hint("rollback-withdrawn-hint"));
        }
        let changes = Changes::between(before.as_ref(), &after);
        let is_blind = before.is_none() && shelf.live.is_some();
        Ok(Self { shelf, release, changes, after, is_blind })
    }

    /// Whether that release is live already.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.shelf.live.as_ref() == Some(&self.release) && !self.shelf.is_torn
    }

    /// Goes back. Nothing is transferred, but every file is checked where it lies: it may have been damaged while nobody
    /// saw it.
    ///
    /// # Errors
    /// The release that was live still is.
    pub fn execute(&self, target: &mut dyn Target, patience: Patience) -> Result<(), Failure> {
        held(target, &self.shelf, patience)?;
        // Where the last whole release is to be whole again, what visitors see of it need not be right.
        let is_live = self.shelf.live.as_ref() == Some(&self.release);
        let lying = if is_live { None } else { Some(target.digests(&Slot::Release(self.release.clone()))?) };
        match lying.and_then(|lying| first_damaged(&lying, &self.after)) {
            None => target.switch(&self.release),
            Some(path) => {
                let text = Text::new("rollback-damaged").with("path", path).with("release", &self.release);
                Err(Failure::new(text).hint("rollback-damaged-hint"))
            }
        }
    }
}
