//! From what two releases show of a notice to what is different in the second.

use std::collections::{BTreeMap, BTreeSet};

use super::documents::Documents;
use super::steps::{Step, steps};
use crate::deploy::release::{Face, Release, Shown};
use crate::domain::{Bilingual, Side};

/// What is different in a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeChange {
    /// The reference.
    pub reference: String,
    /// What was shown of it; nothing of a notice that is new.
    pub before: Option<Shown>,
    /// What is shown of it; nothing of a notice that goes.
    pub after: Option<Shown>,
    /// What it goes through, in the order in which it is told.
    pub steps: Vec<Step>,
    /// The facts that are stated otherwise, and the title, each with what was and what is said in each language.
    pub facts: Vec<FactChange>,
    /// The sections whose words are different.
    pub sections: Vec<SectionChange>,
    /// The files that it refers to.
    pub documents: Documents,
}

/// A fact that is stated otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// Its key in the front matter.
    pub key: String,
    /// What was said; nothing where it was not stated.
    pub before: Bilingual<Option<String>>,
    /// What is said; nothing where it is not stated any more.
    pub after: Bilingual<Option<String>>,
}

/// A section whose words are different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionChange {
    /// Its id; `words` stands for those of the front matter beside the title.
    pub id: String,
    /// In which languages.
    pub sides: Vec<Side>,
}

impl NoticeChange {
    /// What is different in what two releases show of a notice; nothing if nothing is.
    pub(super) fn between(reference: &str, before: Option<&Release>, after: &Release) -> Option<Self> {
        let old = before.and_then(|release| release.notices.get(reference));
        let new = after.notices.get(reference);
        let (facts, sections, documents) = match (old, new) {
            (Some(old), Some(new)) => (facts(old, new), sections(old, new), documents(before, old, after, new)),
            _ => (Vec::new(), Vec::new(), Documents::default()),
        };
        let steps = steps(old, new, after);
        let (before, after) = (old.cloned(), new.cloned());
        let change = Self { reference: reference.to_owned(), before, after, steps, facts, sections, documents };
        change.is_any().then_some(change)
    }

    fn is_any(&self) -> bool {
        let is_any = !(self.steps.is_empty() && self.facts.is_empty() && self.sections.is_empty());
        is_any || !self.documents.is_empty() || self.moved().next().is_some()
    }

    /// What is shown of the notice, or was where it goes.
    #[must_use]
    pub fn shown(&self) -> Option<&Shown> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// The former and the new address of its pages that have another one.
    pub fn moved(&self) -> impl Iterator<Item = (&str, &str)> {
        let both = self.before.as_ref().zip(self.after.as_ref());
        let paths = both.into_iter().flat_map(|(before, after)| {
            Side::BOTH.map(|side| (before.editions[side].path.as_str(), after.editions[side].path.as_str()))
        });
        paths.filter(|(before, after)| before != after)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.before.iter().chain(&self.after).flat_map(Shown::paths)
    }
}

fn facts(before: &Shown, after: &Shown) -> Vec<FactChange> {
    let title = |shown: &Shown| shown.editions.as_ref().map(|face| Some(face.title.clone()));
    let title = FactChange { key: "title".to_owned(), before: title(before), after: title(after) };
    let keys: BTreeSet<_> = keys(before, |face| &face.facts).chain(keys(after, |face| &face.facts)).collect();
    let fact = |key: &String| FactChange {
        key: key.clone(),
        before: before.editions.as_ref().map(|face| face.facts.get(key).cloned()),
        after: after.editions.as_ref().map(|face| face.facts.get(key).cloned()),
    };
    let facts = [title].into_iter().chain(keys.into_iter().map(fact));
    facts.filter(|fact| fact.before != fact.after).collect()
}

fn sections(before: &Shown, after: &Shown) -> Vec<SectionChange> {
    let ids: BTreeSet<_> = keys(before, |face| &face.sections).chain(keys(after, |face| &face.sections)).collect();
    let section = |id: &String| {
        let is_other = |side: &Side| before.editions[*side].sections.get(id) != after.editions[*side].sections.get(id);
        SectionChange { id: id.clone(), sides: Side::BOTH.into_iter().filter(is_other).collect() }
    };
    ids.into_iter().map(section).filter(|section| !section.sides.is_empty()).collect()
}

/// Manifests of before do not say to which files a notice refers.
fn documents(before: Option<&Release>, old: &Shown, after: &Release, new: &Shown) -> Documents {
    match (before, &old.documents, &new.documents) {
        (Some(before), Some(old), Some(new)) => Documents::between((before, old), (after, new)),
        _ => Documents::default(),
    }
}

fn keys<'s>(
    shown: &'s Shown,
    map: impl Fn(&'s Face) -> &'s BTreeMap<String, String>,
) -> impl Iterator<Item = &'s String> {
    map(&shown.editions.left).keys().chain(map(&shown.editions.right).keys())
}
