//! From a world to what its pages say when they are made, before anybody asks for them: a template can fail for one page
//! alone, which the terminal and the desk should know.
//!
//! It is done a few pages at a time and between everything else: a change has to wait for a few pages at most, and what is
//! left to do is done in the world that follows.

use super::session::{Session, State};
use super::world::World;
use crate::diagnostic::Failure;

/// How many pages are made at a time.
const FEW: usize = 32;

/// The paths of the pages of which nobody knows yet whether they can be made, the next one last.
#[derive(Default)]
pub(super) struct Ahead(Vec<String>);

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There was nothing to be made.
    Done,
    /// Some pages were made; there may be others.
    Made,
    /// Some pages were made, and of what was noticed something should be told.
    Noticed,
}

impl Ahead {
    /// Whether every page has been made at least once since the words or the templates of the site changed.
    pub const fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// Goes on to a world: after another one with the same words and templates with the pages that could not be made there,
    /// else with all. The first of those that failed are made at once, so that what was wrong is never thought to be mended.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn follow(&mut self, next: &World, before: Option<&World>) -> Result<(), Failure> {
        let Some(site) = &next.site else { return Ok(()) };
        let mut failed: Vec<_> = before.iter().flat_map(|before| before.remarks.failed()).collect();
        let later = failed.split_off(failed.len().min(FEW));
        next.try_pages(&failed)?;
        if before.is_some_and(|before| next.is_set_like(before)) {
            self.0.extend(later);
        } else {
            self.0 = site.pages().map(|page| page.path.clone()).collect();
        }
        Ok(())
    }

    fn take_few(&mut self) -> Vec<String> {
        self.0.split_off(self.0.len().saturating_sub(FEW))
    }
}

impl Session {
    /// Makes a few pages that nobody has asked for.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn make_ahead(&self) -> Result<Progress, Failure> {
        let (world, paths) = {
            let mut state = self.state();
            let State { whole: Some(world), ahead, .. } = &mut *state else { return Ok(Progress::Done) };
            if ahead.is_done() {
                return Ok(Progress::Done);
            }
            (world.clone(), ahead.take_few())
        };
        let knew = world.remarks.tell_of_failure();
        world.try_pages(&paths)?;
        let knows = world.remarks.tell_of_failure();
        // The first failure is told at once, and all of them in the end: between, nobody reads so fast.
        let is_telling = knows && (!knew || self.state().ahead.is_done());
        Ok(if is_telling { Progress::Noticed } else { Progress::Made })
    }
}
