//! From a page of a world to its bytes; where its template fails, to the last ones that could be made of it.
//!
//! A template can fail for one page alone, and nobody knows before that page is made: what was made is remembered by the
//! world, so that the desk can tell it too.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::session::Session;
use super::world::{Found, World};
use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Log, Severity};

/// What was noticed while pages were made, by their paths.
#[derive(Default)]
pub(super) struct Remarks(Mutex<BTreeMap<String, Vec<Diagnostic>>>);

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
    fn note(&self, path: &str, remarks: &[Diagnostic]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), remarks.to_vec());
    }

    fn of(&self, path: &str) -> Option<Vec<Diagnostic>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    /// All that was noticed so far, each thing once.
    pub fn all(&self) -> Vec<Diagnostic> {
        let remarks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<Diagnostic> = Vec::new();
        for remark in remarks.values().flatten() {
            if !all.contains(remark) {
                all.push(remark.clone());
            }
        }
        all
    }

    /// The pages that could not be made.
    fn failed(&self) -> Vec<String> {
        let remarks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_failure = |remarks: &[Diagnostic]| remarks.iter().any(|remark| remark.severity == Severity::Error);
        remarks.iter().filter(|(_, remarks)| is_failure(remarks)).map(|(path, _)| path.clone()).collect()
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

    /// Whether a page is known that could not be made.
    pub fn has_failed(&self) -> bool {
        !self.remarks.failed().is_empty()
    }

    /// Makes the pages again that could not be made in the world before.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn try_again(&self, before: &Self) -> Result<(), Failure> {
        let Some(site) = &self.site else { return Ok(()) };
        before.remarks.failed().iter().filter_map(|path| site.page(path)).try_for_each(|found| {
            self.make(&found)?;
            Ok(())
        })
    }

    fn make(&self, found: &Found<'_>) -> Result<Diagnosed<Option<Vec<u8>>>, Failure> {
        let Some(site) = &self.site else { return Ok(Diagnosed::new(None, Log::new())) };
        let made = site.make(found, &self.files)?;
        self.remarks.note(&found.page.path, &made.log.clone().sorted());
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
