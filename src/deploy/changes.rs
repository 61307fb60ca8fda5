//! From two releases to what is different in the second: notices, addresses, files. Nothing is put into words here.

use std::collections::{BTreeMap, BTreeSet};

use super::release::{Face, Held, Release, Shown, file_of};
use crate::domain::{Bilingual, Side, State};

/// What is different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The notices of which something is different, by their references.
    pub notices: Vec<NoticeChange>,
    /// The addresses of notices and ordinary pages.
    pub addresses: Addresses,
    /// The files.
    pub files: Files,
    /// How many HTML pages are different beside those of the notices above: lists, or words that many pages share.
    pub other_pages: usize,
}

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
}

/// A step of a notice's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It can be applied for from now on.
    Opened,
    /// It is shown from now on, though nobody can apply.
    Appeared,
    /// It is shown no more.
    Gone,
    /// Its deadline was moved.
    Extended,
    /// It can be applied for again.
    Reopened,
    /// It says what was corrected in it.
    Corrected,
    /// It was cancelled.
    Cancelled,
    /// Someone has the post.
    Filled,
    /// Its deadline has passed.
    Closed,
    /// Its deadline is near.
    ClosingSoon,
}

impl Step {
    /// The word for it in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Appeared => "appeared",
            Self::Gone => "gone",
            Self::Extended => "extended",
            Self::Reopened => "reopened",
            Self::Corrected => "corrected",
            Self::Cancelled => "cancelled",
            Self::Filled => "filled",
            Self::Closed => "closed",
            Self::ClosingSoon => "closing-soon",
        }
    }
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

/// What becomes of addresses that people keep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addresses {
    /// New ones.
    pub appeared: Vec<String>,
    /// Pages that have another address, each with the former one.
    pub moved: Vec<(String, String)>,
    /// Former ones at which nothing answers any more, those of moved pages included.
    pub vanished: Vec<String>,
}

/// What becomes of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    /// Paths of new ones.
    pub added: Vec<String>,
    /// Paths of those with other bytes.
    pub changed: Vec<String>,
    /// Paths of those that go.
    pub removed: Vec<String>,
    /// How many stay as they are.
    pub unchanged: usize,
    /// The bytes of new and changed ones together.
    pub bytes: u64,
}

impl Changes {
    /// What is different in `after`. Before a first deployment, everything is new.
    #[must_use]
    pub fn between(before: Option<&Release>, after: &Release) -> Self {
        let none = BTreeMap::new();
        let old = before.map_or(&none, |release| &release.notices);
        let references: BTreeSet<_> = old.keys().chain(after.notices.keys()).collect();
        let changed = references.into_iter().map(|reference| {
            NoticeChange::of(reference, old.get(reference).cloned(), after.notices.get(reference).cloned())
        });
        let notices: Vec<_> = changed.filter(NoticeChange::is_any).collect();
        let files = Files::between(before, after);
        let own: BTreeSet<_> = notices.iter().flat_map(NoticeChange::paths).map(file_of).collect();
        let is_other = |path: &&String| path.ends_with(".html") && !own.contains(*path);
        let other_pages = files.added.iter().chain(&files.changed).chain(&files.removed).filter(is_other).count();
        Self { addresses: Addresses::between(before, after), notices, files, other_pages }
    }

    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let files = &self.files;
        self.notices.is_empty() && files.added.is_empty() && files.changed.is_empty() && files.removed.is_empty()
    }
}

impl NoticeChange {
    fn of(reference: &str, before: Option<Shown>, after: Option<Shown>) -> Self {
        let steps = steps(before.as_ref(), after.as_ref());
        let (facts, sections) = match (&before, &after) {
            (Some(before), Some(after)) => (facts(before, after), sections(before, after)),
            _ => (Vec::new(), Vec::new()),
        };
        Self { reference: reference.to_owned(), before, after, steps, facts, sections }
    }

    fn is_any(&self) -> bool {
        !self.steps.is_empty() || !self.facts.is_empty() || !self.sections.is_empty() || self.moved().next().is_some()
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

    fn paths(&self) -> impl Iterator<Item = &str> {
        let faces =
            self.before.iter().chain(&self.after).flat_map(|shown| [&shown.editions.left, &shown.editions.right]);
        faces.map(|face| face.path.as_str())
    }
}

fn steps(before: Option<&Shown>, after: Option<&Shown>) -> Vec<Step> {
    let mut steps = Vec::new();
    match (before.map(Shown::state), after.map(Shown::state)) {
        (None, Some(state)) if state.takes_applications() => steps.push(Step::Opened),
        (None, Some(_)) => steps.push(Step::Appeared),
        (Some(_), None) => steps.push(Step::Gone),
        (Some(before), Some(after)) if before != after => steps.push(match after {
            State::Cancelled => Step::Cancelled,
            State::Filled => Step::Filled,
            State::Open | State::ClosingSoon if !before.takes_applications() => Step::Reopened,
            State::ClosingSoon => Step::ClosingSoon,
            // A deadline that was near and is not any more was moved.
            State::Open => Step::Extended,
            State::Closed | State::Draft | State::Scheduled | State::Withdrawn => Step::Closed,
        }),
        _ => {}
    }
    if let (Some(before), Some(after)) = (before, after) {
        let is_extended = after.extended.is_some() && after.extended != before.extended;
        // Without `extended`, a later deadline is a fact that has changed and nothing more.
        steps.retain(|step| *step != Step::Extended);
        if is_extended {
            steps.push(Step::Extended);
        }
        if after.corrected.iter().any(|on| !before.corrected.contains(on)) {
            steps.push(Step::Corrected);
        }
    }
    steps.sort_unstable();
    steps
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

fn keys<'s>(
    shown: &'s Shown,
    map: impl Fn(&'s Face) -> &'s BTreeMap<String, String>,
) -> impl Iterator<Item = &'s String> {
    map(&shown.editions.left).keys().chain(map(&shown.editions.right).keys())
}

impl Addresses {
    fn between(before: Option<&Release>, after: &Release) -> Self {
        let old: BTreeSet<_> = before.into_iter().flat_map(Release::addresses).collect();
        let new: BTreeSet<_> = after.addresses().collect();
        let mut addresses = Self {
            vanished: old.iter().filter(|path| !after.answers(path)).map(|path| (*path).to_owned()).collect(),
            ..Self::default()
        };
        for (reference, shown) in &after.notices {
            let former = before.and_then(|before| before.notices.get(reference));
            for (former, new) in former.into_iter().flat_map(|former| paths(former).zip(paths(shown))) {
                if former != new {
                    addresses.moved.push((former.to_owned(), new.to_owned()));
                }
            }
        }
        let is_moved = |path: &str| addresses.moved.iter().any(|(_, new)| new == path);
        addresses.appeared =
            new.difference(&old).filter(|path| !is_moved(path)).map(|path| (*path).to_owned()).collect();
        addresses
    }
}

fn paths(shown: &Shown) -> impl Iterator<Item = &str> {
    [&shown.editions.left, &shown.editions.right].into_iter().map(|face| face.path.as_str())
}

impl Files {
    fn between(before: Option<&Release>, after: &Release) -> Self {
        let none = BTreeMap::new();
        let old = before.map_or(&none, |release| &release.files);
        let is_same = |one: &Held, other: &Held| (one.size, one.sha256) == (other.size, other.sha256);
        let mut files = Self::default();
        for (path, held) in &after.files {
            match old.get(path) {
                Some(before) if is_same(before, held) => files.unchanged += 1,
                Some(_) => files.changed.push(path.clone()),
                None => files.added.push(path.clone()),
            }
        }
        files.removed = old.keys().filter(|path| !after.files.contains_key(*path)).cloned().collect();
        let sent = files.added.iter().chain(&files.changed).filter_map(|path| after.files.get(path));
        files.bytes = sent.map(|held| held.size).sum();
        files
    }
}
