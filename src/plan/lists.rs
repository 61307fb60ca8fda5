//! From the public notices to the lists beside the home page: the open notices of one place, grade, organisation or
//! contract, those that close soon, and all of them in other orders. By them people find a notice without a script.
//!
//! A list is there as soon as any public notice, open or past, has what it is about, and stays when the last open one has
//! closed: an address that was once public is not taken away. Its address is made of labels, of the whole vocabulary and
//! not of what is in use, so that no notice can change the address of another one's list.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::once;

use super::{Plan, Public};
use crate::domain::{Bilingual, GradeRange, Side, Site, State, Vocabulary, check_name, slug, sorting_key};
use crate::wording::Wording;

/// A list of open notices beside the home page.
#[derive(Debug, Clone)]
pub struct List {
    /// What stands in it.
    pub selection: Selection,
    /// The paths of its pages below the site's address.
    pub paths: Bilingual<String>,
}

/// Which of the open notices stand in a list, and in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// Those that have a value, by their key in the vocabulary, in the order of the home page.
    Having(Dimension, String),
    /// All of them in another order.
    Sorted(Order),
}

/// A fact by which open notices are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// The duty station.
    Location,
    /// The grade. A notice with a range of grades has each of them.
    Grade,
    /// The organisation.
    Organisation,
    /// The kind of contract.
    Contract,
    /// How soon the deadline is. The only value is the state `closing-soon`.
    Deadline,
}

/// An order of the open notices that is not the one of the home page. Notices that are alike stand by their deadlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// The highest grade first.
    Grade,
    /// By the title in the language of the list.
    Title,
    /// The last published first.
    Published,
}

impl Dimension {
    /// All of them, in the order in which people are asked.
    pub const ALL: [Self; 5] = [Self::Location, Self::Grade, Self::Organisation, Self::Contract, Self::Deadline];

    /// The word for it in strings and in addresses of searches.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Location => "location",
            Self::Grade => "grade",
            Self::Organisation => "organisation",
            Self::Contract => "contract",
            Self::Deadline => "deadline",
        }
    }

    /// The keys that a value of it can have, in the order of the vocabulary.
    #[must_use]
    pub fn keys(self, vocabulary: &Vocabulary) -> Vec<&str> {
        match self {
            Self::Location => vocabulary.locations.keys().map(String::as_str).collect(),
            Self::Grade => vocabulary.grades.iter().map(|(grade, _)| grade.as_str()).collect(),
            Self::Organisation => vocabulary.organisations.keys().map(String::as_str).collect(),
            Self::Contract => vocabulary.contracts.iter().map(String::as_str).collect(),
            Self::Deadline => vec![State::ClosingSoon.word()],
        }
    }

    /// The keys of the values that a notice has.
    #[must_use]
    pub fn of<'p>(self, public: &'p Public, vocabulary: &'p Vocabulary) -> Vec<&'p str> {
        let facts = &public.notice.facts;
        let one = |key: &'p Option<String>| key.as_deref().into_iter().collect();
        match self {
            Self::Location => one(&facts.location),
            Self::Grade => facts.grade.as_ref().map(|grade| grades(grade, vocabulary)).unwrap_or_default(),
            Self::Organisation => one(&facts.organisation),
            Self::Contract => one(&facts.contract),
            Self::Deadline => {
                Some(public.state.word()).filter(|_| public.state == State::ClosingSoon).into_iter().collect()
            }
        }
    }

    /// What people read of a value.
    #[must_use]
    pub fn label(self, key: &str, wording: &Wording<'_>) -> String {
        match self {
            Self::Location | Self::Organisation => wording.label(self.word(), key),
            Self::Grade => wording.grade_label(key),
            Self::Contract => wording.contract_label(key),
            Self::Deadline => wording.label("state", key),
        }
    }

    /// The name of a value in addresses, before it is made one of its own. Codes of grades are the same in all languages
    /// and shorter than their labels.
    fn name(self, key: &str, wording: &Wording<'_>) -> String {
        slug(if self == Self::Grade { key.to_owned() } else { self.label(key, wording) }.as_str())
    }
}

impl Order {
    /// All of them, in the order in which people are asked.
    pub const ALL: [Self; 3] = [Self::Grade, Self::Title, Self::Published];

    /// The word for it in strings and in addresses of searches.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Title => "title",
            Self::Published => "published",
        }
    }

    /// Puts notices in this order. Those that are alike keep theirs.
    fn sort(self, notices: &mut [&Public], side: Side, vocabulary: &Vocabulary) {
        let rank = |code: &str| vocabulary.grade_rank(code);
        match self {
            Self::Grade => notices.sort_by_cached_key(|public| {
                let grade = public.notice.facts.grade.as_ref();
                Reverse(grade.map(|grade| (rank(&grade.to), rank(&grade.from))))
            }),
            Self::Title => {
                notices.sort_by_cached_key(|public| sorting_key(&public.notice.editions[side].words.title.value));
            }
            Self::Published => {
                notices.sort_by_key(|public| Reverse(public.notice.facts.published.map(|moment| moment.instant)));
            }
        }
    }
}

impl Plan {
    /// The open notices of a list in a language, in its order.
    #[must_use]
    pub fn listed(&self, selection: &Selection, side: Side, site: &Site) -> Vec<&Public> {
        let vocabulary = &site.vocabulary;
        match selection {
            Selection::Having(dimension, key) => {
                self.open().filter(|public| dimension.of(public, vocabulary).contains(&key.as_str())).collect()
            }
            Selection::Sorted(order) => {
                let mut notices: Vec<_> = self.open().collect();
                order.sort(&mut notices, side, vocabulary);
                notices
            }
        }
    }
}

/// All lists of a site.
pub(super) fn all(notices: &[Public], site: &Site, wordings: &Bilingual<Wording<'_>>) -> Vec<List> {
    let vocabulary = &site.vocabulary;
    let dimensions = Bilingual::of(|side| {
        let facts = Dimension::ALL.map(|dimension| (dimension.word(), format!("fact-{}", dimension.word())));
        let labels = facts.into_iter().chain(once(("order", "list-order".to_owned())));
        distinct(&labels.map(|(key, label)| (key, slug(&wordings[side].text(&label)))).collect::<Vec<_>>())
    });
    let paths = |segment: &str, values: &Bilingual<BTreeMap<&str, String>>, key: &str| {
        Bilingual::of(|side| site.list_path(side, &dimensions[side][segment], &values[side][key]))
    };
    let mut lists = Vec::new();
    for dimension in Dimension::ALL {
        let keys = dimension.keys(vocabulary);
        let mut used: BTreeSet<&str> = notices.iter().flat_map(|public| dimension.of(public, vocabulary)).collect();
        if dimension == Dimension::Deadline {
            used.extend(&keys);
        }
        let values = Bilingual::of(|side| {
            distinct(&keys.iter().map(|key| (*key, dimension.name(key, &wordings[side]))).collect::<Vec<_>>())
        });
        let used = keys.into_iter().filter(|key| used.remove(key));
        lists.extend(used.map(|key| List {
            selection: Selection::Having(dimension, key.to_owned()),
            paths: paths(dimension.word(), &values, key),
        }));
    }
    let values = Bilingual::of(|side| {
        let name = |order: Order| (order.word(), slug(&wordings[side].label("order", order.word())));
        distinct(&Order::ALL.map(name))
    });
    lists.extend(
        Order::ALL
            .map(|order| List { selection: Selection::Sorted(order), paths: paths("order", &values, order.word()) }),
    );
    lists
}

/// The grades of a range.
fn grades<'v>(range: &GradeRange, vocabulary: &'v Vocabulary) -> Vec<&'v str> {
    let (Some(from), Some(to)) = (vocabulary.grade_rank(&range.from), vocabulary.grade_rank(&range.to)) else {
        return Vec::new();
    };
    vocabulary.grades.iter().take(to + 1).skip(from).map(|(grade, _)| grade.as_str()).collect()
}

/// A name of its own for each key: the one that it has; followed by the key where several have the same, or where some
/// platform could not have it; and by a number where that does not help either.
fn distinct<'k>(names: &[(&'k str, String)]) -> BTreeMap<&'k str, String> {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name) in names {
        *owners.entry(name).or_default() += 1;
    }
    let mut taken = BTreeSet::new();
    let own = |(key, name): &(&'k str, String)| {
        let is_good = owners[name.as_str()] == 1 && check_name(name).is_ok();
        let first = if is_good { name.clone() } else { format!("{name}-{}", slug(key)).trim_matches('-').to_owned() };
        let others = (2..).map(|number: usize| format!("{first}-{number}"));
        let mut fitting = once(first.clone()).chain(others);
        let name = fitting.find(|name| check_name(name).is_ok() && !taken.contains(name)).unwrap_or_default();
        taken.insert(name.clone());
        (*key, name)
    };
    names.iter().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_a_name_of_its_own() {
        let named = |names: &[(&'static str, &str)]| {
            let names: Vec<_> = names.iter().map(|(key, name)| (*key, (*name).to_owned())).collect();
            distinct(&names).into_values().collect::<Vec<_>>()
        };
        assert_eq!(named(&[("a", "brussels"), ("b", "mons")]), ["brussels", "mons"]);
        assert_eq!(named(&[("a", "mons"), ("b", "mons"), ("c", "paris")]), ["mons-a", "mons-b", "paris"]);
        assert_eq!(named(&[("a", "mons"), ("b", "mons"), ("c", "mons-a")]), ["mons-a", "mons-b", "mons-a-2"]);
        assert_eq!(named(&[("!", ""), ("?", ""), ("con", "con")]), ["-2", "-3", "con-con"]);
    }
}
