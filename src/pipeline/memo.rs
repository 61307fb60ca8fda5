//! What an earlier run of the stages made, for the next one: the same functions, not called again for the same arguments.
//!
//! The arguments of a stage are files, and a file is told by its entry in the listing: path, size and time of change. A
//! build forgets everything; a preview keeps what the last run used, and no more.

use std::collections::HashMap;
use std::sync::Arc;

use super::Words;
use crate::diagnostic::{Failure, Log};
use crate::domain::Bilingual;
use crate::load::Entry;
use crate::pair::Pair;
use crate::read::Kind;
use crate::render::Theme;

/// The kind of a pair and its path without language and ending.
pub(super) type Stem = (Kind, String);

/// The files of a pair: its editions, and the record of its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trio<E> {
    /// The editions.
    pub editions: Bilingual<Option<E>>,
    /// The record.
    pub record: Option<E>,
}

impl<E> Default for Trio<E> {
    fn default() -> Self {
        Self { editions: Bilingual::new(None, None), record: None }
    }
}

impl Trio<&Entry> {
    fn kept(&self) -> Trio<Entry> {
        Trio { editions: self.editions.clone().map(Option::<&Entry>::cloned), record: self.record.cloned() }
    }
}

impl Trio<Entry> {
    fn borrowed(&self) -> Trio<&Entry> {
        Trio { editions: self.editions.as_ref().map(Option::as_ref), record: self.record.as_ref() }
    }
}

/// What the files of a pair made, and what was noticed meanwhile.
pub(super) struct Made {
    /// The pair.
    pub pair: Option<Pair>,
    /// The findings.
    pub log: Log,
}

/// What earlier runs made.
#[derive(Default)]
pub struct Memo {
    keeps: bool,
    words: Option<Kept<Words>>,
    theme: Option<Kept<Theme>>,
    pairs: HashMap<Stem, (Trio<Entry>, Arc<Made>)>,
}

/// A value with the files that it was made from.
struct Kept<T> {
    origin: Vec<Entry>,
    value: Option<Arc<T>>,
    log: Log,
}

impl Memo {
    /// A memo that forgets at once.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// A memo that keeps what the last run used.
    #[must_use]
    pub fn keeping() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// The words of a site: those that are known where they come from the same files, else new ones, with which all that
    /// was made from the old ones is forgotten.
    pub(super) fn words(
        &mut self,
        origin: &[&Entry],
        log: &mut Log,
        make: impl FnOnce(&mut Log) -> Result<Option<Words>, Failure>,
    ) -> Result<Option<Arc<Words>>, Failure> {
        let known = Kept::recall(&mut self.words, self.keeps, origin, log, make)?;
        if known.is_new {
            self.theme = None;
            self.pairs.clear();
        }
        Ok(known.value)
    }

    /// The theme that goes with the words.
    pub(super) fn theme(
        &mut self,
        origin: &[&Entry],
        log: &mut Log,
        make: impl FnOnce(&mut Log) -> Result<Option<Theme>, Failure>,
    ) -> Result<Option<Arc<Theme>>, Failure> {
        Ok(Kept::recall(&mut self.theme, self.keeps, origin, log, make)?.value)
    }

    /// What these files made, if they have been seen.
    pub(super) fn pair(&self, stem: &Stem, files: &Trio<&Entry>) -> Option<Arc<Made>> {
        let (origin, made) = self.pairs.get(stem)?;
        (origin.borrowed() == *files).then(|| Arc::clone(made))
    }

    /// Keeps what a run used.
    pub(super) fn keep_pairs<'e>(&mut self, made: impl Iterator<Item = ((Stem, Trio<&'e Entry>), Arc<Made>)>) {
        if self.keeps {
            self.pairs = made.map(|((stem, files), made)| (stem, (files.kept(), made))).collect();
        }
    }
}

/// A value that was made or remembered.
struct Recalled<T> {
    value: Option<Arc<T>>,
    is_new: bool,
}

impl<T> Kept<T> {
    fn recall(
        kept: &mut Option<Self>,
        keeps: bool,
        origin: &[&Entry],
        log: &mut Log,
        make: impl FnOnce(&mut Log) -> Result<Option<T>, Failure>,
    ) -> Result<Recalled<T>, Failure> {
        if let Some(kept) = kept.as_ref().filter(|kept| kept.origin.iter().eq(origin.iter().copied())) {
            log.append(kept.log.clone());
            return Ok(Recalled { value: kept.value.clone(), is_new: false });
        }
        let mut found = Log::new();
        let value = make(&mut found)?.map(Arc::new);
        log.append(found.clone());
        if keeps {
            let origin = origin.iter().copied().cloned().collect();
            *kept = Some(Self { origin, value: value.clone(), log: found });
        }
        Ok(Recalled { value, is_new: true })
    }
}
