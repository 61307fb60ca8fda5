//! A preview while it lasts: the site as it is now, and the last good state of what is broken.
//!
//! Nothing is edited in place. A change of the files makes a new [`World`]; of the older ones those are kept that still
//! show something which the newest one cannot.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::ahead::Ahead;
use super::world::World;
use crate::diagnostic::Failure;
use crate::domain::{Instant, SitePath};
use crate::load::{Extent, Folder, Snapshot};
use crate::pipeline::Memo;

/// How many instants that readers have chosen are kept.
const CHOSEN: usize = 4;

/// A preview while it lasts.
pub(super) struct Session {
    state: Mutex<State>,
}

pub(super) struct State {
    memo: Memo,
    /// The newest world, at the present.
    present: Arc<World>,
    /// The newest files at instants that readers have chosen, the last chosen first.
    chosen: Vec<Arc<World>>,
    /// The last world in which nothing was wrong but in the content.
    pub whole: Option<Arc<World>>,
    /// Its pages of which nobody knows yet whether they can be made.
    pub ahead: Ahead,
    /// The last one before it of which no page is known that could not be made.
    before: Option<Arc<World>>,
    /// For each edition that is broken in that world, the last one in which it could be shown.
    good: BTreeMap<SitePath, Arc<World>>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Renewed {
    /// The files are the ones that they were.
    Nothing,
    /// Something else is shown now.
    Something,
}

impl Session {
    /// Reads a site for the first time.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn begin(folder: Folder, now: Instant) -> Result<Self, Failure> {
        let empty = Snapshot::empty(folder);
        let files = empty.renewed(&BTreeSet::new(), Extent::Everything)?.unwrap_or(empty);
        let mut memo = Memo::keeping();
        let present = Arc::new(World::new(Arc::new(files), now, &mut memo)?);
        let whole = present.is_whole().then(|| Arc::clone(&present));
        let mut ahead = Ahead::default();
        whole.iter().try_for_each(|whole| ahead.follow(whole, None))?;
        let state = State { memo, present, chosen: Vec::new(), whole, ahead, before: None, good: BTreeMap::new() };
        Ok(Self { state: Mutex::new(state) })
    }

    /// Looks at the files again. Those that were touched are read even if they look the same.
    ///
    /// # Errors
    /// A file could not be read, perhaps because it is being written: what was shown stays.
    pub fn renew(&self, touched: &BTreeSet<SitePath>, extent: Extent, now: Instant) -> Result<Renewed, Failure> {
        let mut state = self.state();
        let Some(files) = state.present.files.renewed(touched, extent)? else { return Ok(Renewed::Nothing) };
        let next = Arc::new(World::new(Arc::new(files), now, &mut state.memo)?);
        let left = state.follow(next)?;
        drop(state);
        // A world of ten thousand notices takes a while to be taken apart, for which nobody has to wait.
        let _ = thread::Builder::new().spawn(move || drop(left));
        Ok(Renewed::Something)
    }

    /// The same files at a later instant.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn advance(&self, now: Instant) -> Result<(), Failure> {
        let mut state = self.state();
        let files = Arc::clone(&state.present.files);
        let next = Arc::new(World::new(files, now, &mut state.memo)?);
        state.follow(next)?;
        Ok(())
    }

    /// The newest world: at the present, or at the instant that a reader has chosen.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn world(&self, chosen: Option<Instant>) -> Result<Arc<World>, Failure> {
        let mut state = self.state();
        let Some(now) = chosen else { return Ok(Arc::clone(&state.present)) };
        if let Some(at) = state.chosen.iter().position(|world| world.now == now) {
            let world = state.chosen.remove(at);
            state.chosen.insert(0, world);
        } else {
            let files = Arc::clone(&state.present.files);
            let world = Arc::new(World::new(files, now, &mut state.memo)?);
            state.chosen.insert(0, world);
            state.chosen.truncate(CHOSEN);
        }
        Ok(Arc::clone(&state.chosen[0]))
    }

    /// The world that can still show the page at a path, if that is an edition's which is broken in the world that is
    /// shown otherwise.
    pub fn good(&self, shown: &World, path: &str) -> Option<Arc<World>> {
        let found = shown.site.as_ref()?.page(path);
        let belongs = |edition: &SitePath| match &found {
            Some(found) => found.pair().is_some_and(|(editions, side)| editions[side].path == *edition),
            None => true,
        };
        let state = self.state();
        let mut good = state.good.iter();
        let found = good
            .find(|(edition, good)| shown.broken().contains(*edition) && belongs(edition) && good.shows(edition, path));
        found.map(|(_, good)| Arc::clone(good))
    }

    /// The last world in which nothing was wrong but in the content.
    pub fn whole(&self) -> Option<Arc<World>> {
        self.state().whole.clone()
    }

    /// The worlds that may still be able to make a page which one cannot, the newest first.
    pub fn before(&self, shown: &Arc<World>) -> Vec<Arc<World>> {
        let state = self.state();
        let worlds = [&state.whole, &state.before].into_iter().flatten();
        worlds.filter(|world| !Arc::ptr_eq(world, shown)).cloned().collect()
    }

    /// A panic while a world was made leaves the one before.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Goes on to the next world. What is wrong with the site as a whole says nothing of its editions, so that nothing is
    /// forgotten meanwhile. Gives back the worlds that are left behind.
    fn follow(&mut self, next: Arc<World>) -> Result<Vec<Arc<World>>, Failure> {
        let mut left = std::mem::take(&mut self.chosen);
        if next.is_whole() {
            if let Some(whole) = &self.whole {
                // What was made of the one before can be made of this one, unless all is new.
                let is_good =
                    self.ahead.is_done() || self.before.as_ref().is_none_or(|before| whole.is_set_like(before));
                if is_good && !whole.remarks.tell_of_failure() {
                    left.extend(self.before.replace(Arc::clone(whole)));
                }
            }
            self.ahead.follow(&next, self.whole.as_deref())?;
            self.good.retain(|edition, _| next.broken().contains(edition));
            if let Some(before) = &self.whole {
                let was_good =
                    |edition: &&SitePath| before.page_of(edition).is_some_and(|path| before.shows(edition, path));
                for edition in next.broken().iter().filter(was_good) {
                    self.good.entry(edition.clone()).or_insert_with(|| Arc::clone(before));
                }
            }
            left.extend(self.whole.replace(Arc::clone(&next)));
        }
        left.push(std::mem::replace(&mut self.present, next));
        Ok(left)
    }
}
