//! From a page of a world to its bytes; where its template fails, to the last ones that could be made of it.
//!
//! A template can fail for one page alone, and nobody knows before that page is made: what was made is remembered by the
//! world, so that the desk can tell it too.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::session::Session;
use super::world::{Found, Planned, World};
use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Log, Severity};
use crate::load::Snapshot;
use crate::plan::Page;
use crate::render::Minify;

/// What was noticed while pages were made.
#[derive(Default)]
pub(super) struct Remarks(Mutex<Noticed>);

#[derive(Default)]
struct Noticed {
    /// By the paths of the pages.
    remarks: BTreeMap<String, Vec<Diagnostic>>,
    /// The pages that could not be made.
    failed: BTreeSet<String>,
}

/// A page that was made.
pub(super) struct Made {
    /// Its bytes, unless it could never be made.
    pub bytes: Option<Vec<u8>>,
    /// Whether they are those of the world that was asked for, and not older ones.
    pub is_current: bool,
    /// What was noticed.
    pub remarks: Vec<Diagnostic>,
}

impl Remarks {
    fn note(&self, path: &str, remarks: Vec<Diagnostic>) {
        let mut noticed = self.noticed();
        if remarks.iter().any(|remark| remark.severity == Severity::Error) {
            noticed.failed.insert(path.to_owned());
        }
        noticed.remarks.insert(path.to_owned(), remarks);
    }

    fn of(&self, path: &str) -> Option<Vec<Diagnostic>> {
        self.noticed().remarks.get(path).cloned()
    }

    /// All that was noticed so far, each thing once.
    pub fn all(&self) -> Vec<Diagnostic> {
        let mut all = Log::new();
        all.extend(self.noticed().remarks.values().flatten().cloned());
        all.sorted()
    }

    /// The pages that could not be made.
    pub fn failed(&self) -> BTreeSet<String> {
        self.noticed().failed.clone()
    }

    /// Whether a page is known that could not be made.
    pub fn tell_of_failure(&self) -> bool {
        !self.noticed().failed.is_empty()
    }

    /// Whoever panicked while holding the lock had noted nothing or all.
    fn noticed(&self) -> MutexGuard<'_, Noticed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Planned {
    /// Makes a page.
    ///
    /// # Errors
    /// Its text could not be read again.
    pub fn make(&self, found: &Found<'_>, files: &Snapshot) -> Result<Diagnosed<Option<Vec<u8>>>, Failure> {
        match self.prepared.maker_of(found.plan, files, Minify::Yes) {
            Some(maker) => maker.page(found.page),
            None => Ok(Diagnosed::new(None, Log::new())),
        }
    }

    /// Makes many pages, which takes less than to make each by itself, and hands each on.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn make_all(
        &self,
        pages: &[Found<'_>],
        files: &Snapshot,
        mut take: impl FnMut(&Page, Diagnosed<Option<Vec<u8>>>),
    ) -> Result<(), Failure> {
        for plan in [self.prepared.plan(), &self.withheld] {
            let mut pages = pages.iter().filter(|found| std::ptr::eq(found.plan, plan)).peekable();
            if pages.peek().is_none() {
                continue;
            }
            let Some(maker) = self.prepared.maker_of(plan, files, Minify::Yes) else { continue };
            for found in pages {
                take(found.page, maker.page(found.page)?);
            }
        }
        Ok(())
    }
}

impl World {
    /// What is noticed when a page is made.
    ///
    /// # Errors
    /// Its text could not be read again.
    pub fn remarks_of(&self, found: &Found<'_>) -> Result<Vec<Diagnostic>, Failure> {
        match self.remarks.of(&found.page.path) {
            Some(remarks) => Ok(remarks),
            None => Ok(self.make(found)?.log.sorted()),
        }
    }

    /// Makes pages of which nobody knows yet whether they can be made.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn try_pages(&self, paths: &[String]) -> Result<(), Failure> {
        let Some(site) = &self.site else { return Ok(()) };
        let unknown = paths.iter().filter(|path| self.remarks.of(path).is_none());
        let pages: Vec<_> = unknown.filter_map(|path| site.page(path)).collect();
        site.make_all(&pages, &self.files, |page, made| self.remarks.note(&page.path, made.log.sorted()))
    }

    fn make(&self, found: &Found<'_>) -> Result<Diagnosed<Option<Vec<u8>>>, Failure> {
        let Some(site) = &self.site else { return Ok(Diagnosed::new(None, Log::new())) };
        let made = site.make(found, &self.files)?;
        self.remarks.note(&found.page.path, made.log.clone().sorted());
        Ok(made)
    }

    /// The same page as another world's, wherever it is now.
    fn same(&self, other: &Found<'_>) -> Option<Found<'_>> {
        let site = self.site.as_ref()?;
        match other.pair() {
            Some((editions, side)) => site.page(site.page_of(&editions[side].path)?),
            None => site.page(&other.page.path).filter(|found| found.page.content == other.page.content),
        }
    }
}

impl Session {
    /// Makes a page of a world, or where its template fails, the same page of the last world that could.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn make(&self, shown: &Arc<World>, found: &Found<'_>) -> Result<Made, Failure> {
        let Diagnosed { value, log } = shown.make(found)?;
        let mut made = Made { is_current: value.is_some(), bytes: value, remarks: log.sorted() };
        for world in self.before(shown) {
            if made.bytes.is_none()
                && let Some(found) = world.same(found)
            {
                made.bytes = world.make(&found)?.value;
            }
        }
        Ok(made)
    }
}
