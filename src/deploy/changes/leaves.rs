//! From the ordinary pages of two releases to what is different in the second.

use super::documents::Documents;
use crate::deploy::release::{Leaf, Release};
use crate::domain::Side;

/// What is different in an ordinary page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafChange {
    /// What was shown; nothing of a page that is new.
    pub before: Option<Leaf>,
    /// What is shown; nothing of a page that goes.
    pub after: Option<Leaf>,
    /// In which languages a page that stays has another title or other words.
    pub sides: Vec<Side>,
    /// The files that it refers to.
    pub documents: Documents,
}

impl LeafChange {
    /// The pages of which something is different. Nothing is known of a manifest of before.
    pub(super) fn between(before: Option<&Release>, after: &Release) -> Vec<Self> {
        let known = |release: &&Release| release.pages.is_empty() || !release.leaves.is_empty();
        let Some(before) = before.filter(known) else { return Vec::new() };
        if !known(&after) {
            return Vec::new();
        }
        let mut changes = Vec::new();
        for new in &after.leaves {
            let old = former(before, after, new);
            let is_other = |side: &Side| old.is_some_and(|old| old.editions[*side] != new.editions[*side]);
            let documents = old.map(|old| Documents::between((before, &old.documents), (after, &new.documents)));
            let (sides, documents) =
                (Side::BOTH.into_iter().filter(is_other).collect::<Vec<_>>(), documents.unwrap_or_default());
            if old.is_none() || !sides.is_empty() || !documents.is_empty() {
                changes.push(Self { before: old.cloned(), after: Some(new.clone()), sides, documents });
            }
        }
        let stays = |old: &Leaf| after.leaves.iter().any(|new| former(before, after, new) == Some(old));
        let gone = before.leaves.iter().filter(|old| !stays(old));
        let gone = gone.map(|old| Self {
            before: Some(old.clone()),
            after: None,
            sides: Vec::new(),
            documents: Documents::default(),
        });
        changes.extend(gone);
        changes
    }

    /// What is shown of the page, or was where it goes.
    #[must_use]
    pub fn leaf(&self) -> Option<&Leaf> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// The former and the new address in each language in which it has another one.
    pub(super) fn moved(&self) -> impl Iterator<Item = (&str, &str)> {
        let both = self.before.as_ref().zip(self.after.as_ref());
        let paths = both.into_iter().flat_map(|(before, after)| before.paths().zip(after.paths()));
        paths.filter(|(before, after)| before != after)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.before.iter().chain(&self.after).flat_map(Leaf::paths)
    }
}

/// What was shown of a page. One that has another address in both languages is known by what leads on to it, unless
/// that is still a page of its own or has become part of another one.
fn former<'b>(before: &'b Release, after: &Release, new: &Leaf) -> Option<&'b Leaf> {
    let leads_on = |old: &Leaf| {
        let leads = |(from, to)| old.paths().any(|path| path == from) && new.paths().any(|path| path == to);
        after.aliases().any(leads) && !after.leaves.iter().any(|other| old.is_same_page(other))
    };
    let same = before.leaves.iter().find(|old| old.is_same_page(new));
    same.or_else(|| before.leaves.iter().find(|old| leads_on(old)))
}

impl Leaf {
    /// A page is known by its address in either language.
    fn is_same_page(&self, other: &Self) -> bool {
        self.paths().any(|path| other.paths().any(|other| other == path))
    }
}
