//! From the files that a page refers to in two releases to those that came, were replaced, or went.

use std::collections::BTreeSet;

use crate::deploy::release::{Release, file_of};

/// What becomes of the files that a page refers to, by their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documents {
    /// It refers to them from now on.
    pub added: Vec<String>,
    /// They have other bytes under the same name.
    pub replaced: Vec<String>,
    /// It refers to them no more.
    pub removed: Vec<String>,
}

impl Documents {
    /// What is different between two releases.
    pub(super) fn between(
        (before, old): (&Release, &BTreeSet<String>),
        (after, new): (&Release, &BTreeSet<String>),
    ) -> Self {
        let digest = |release: &Release, path: &str| release.files.get(&file_of(path)).map(|held| held.sha256);
        let is_other = |path: &&String| digest(before, path) != digest(after, path);
        Self {
            added: new.difference(old).cloned().collect(),
            replaced: old.intersection(new).filter(is_other).cloned().collect(),
            removed: old.difference(new).cloned().collect(),
        }
    }

    /// Whether nothing is different.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
    }
}
