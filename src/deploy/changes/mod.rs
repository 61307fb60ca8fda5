//! From two releases to what is different in the second: notices, addresses, files. Nothing is put into words here.

mod documents;
mod leaves;
mod notices;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use super::plan::ASSETS;
use super::release::{Held, Kept, Release, file_of};

pub use self::documents::Documents;
pub use self::leaves::LeafChange;
pub use self::notices::{FactChange, NoticeChange, SectionChange};
pub use self::steps::Step;

/// What is different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The former and the new address of the site, if it has another one: all pages move with it.
    pub address: Option<(String, String)>,
    /// The notices of which something is different, by their references.
    pub notices: Vec<NoticeChange>,
    /// The ordinary pages of which something is different.
    pub leaves: Vec<LeafChange>,
    /// Whether the theme, or a style sheet, script or picture that pages share, is another one.
    pub design: bool,
    /// The addresses that people and programs keep.
    pub addresses: Addresses,
    /// The files.
    pub files: Files,
    /// How many HTML pages are different beside those above: lists, words that many pages share,
    /// the design.
    pub other_pages: usize,
}

/// What becomes of addresses that people keep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addresses {
    /// New ones, of notices and ordinary pages.
    pub appeared: Vec<String>,
    /// Pages that have another address, each with the former one, which leads on.
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
        let before = before.map(|before| before.in_order_of(after));
        let before = before.as_deref();
        let references: BTreeSet<_> =
            before.into_iter().chain([after]).flat_map(|release| release.notices.keys()).collect();
        let notices: Vec<_> =
            references.into_iter().filter_map(|reference| NoticeChange::between(reference, before, after)).collect();
        let leaves = LeafChange::between(before, after);
        let files = Files::between(before, after);
        let told = notices.iter().flat_map(NoticeChange::paths).chain(leaves.iter().flat_map(LeafChange::paths));
        let aliases = before.into_iter().chain([after]).flat_map(Release::aliases).map(|(path, _)| path);
        let told: BTreeSet<_> = told.chain(aliases).map(file_of).collect();
        let is_other = |path: &&String| path.ends_with(".html") && !told.contains(*path);
        let other_pages = files.added.iter().chain(&files.changed).chain(&files.removed).filter(is_other).count();
        let address = before.and_then(|before| before.address.clone()).zip(after.address.clone());
        let address = address.filter(|(before, after)| before != after);
        // Style sheets and scripts can hold the address.
        let is_other = |before: &Release| address.is_none() && assets(before) != assets(after);
        let design = before.is_some_and(|before| before.theme != after.theme || is_other(before));
        let addresses = Addresses::between(before, after, &leaves);
        Self { address, notices, leaves, design, addresses, files, other_pages }
    }

    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let files = &self.files;
        self.address.is_none()
            && self.notices.is_empty()
            && files.added.is_empty()
            && files.changed.is_empty()
            && files.removed.is_empty()
    }
}

/// The names of the files that pages share, which change with their bytes. Whether there is a compressed form beside
/// them, nobody sees.
fn assets(release: &Release) -> BTreeSet<&str> {
    let is_packed =
        |path: &str| matches!(path.rsplit_once('.'), Some((plain, "br" | "gz")) if release.files.contains_key(plain));
    let own = release.files.iter().filter(|(path, held)| !held.kept && path.starts_with(ASSETS));
    own.filter(|(path, _)| !is_packed(path)).map(|(path, _)| path.as_str()).collect()
}

impl Addresses {
    fn between(before: Option<&Release>, after: &Release, leaves: &[LeafChange]) -> Self {
        let old: BTreeSet<_> = before.into_iter().flat_map(Release::paths).collect();
        let new: BTreeSet<_> = after.paths().collect();
        // Without notices there is nothing to be searched.
        let can_go = |release: &Release, path: &str| {
            after.notices.is_empty() && release.addresses.get(path) == Some(&Kept::Search)
        };
        let vanished = before
            .into_iter()
            .flat_map(|release| release.kept().filter(move |path| !after.answers(path) && !can_go(release, path)));
        let vanished: BTreeSet<_> = vanished.map(str::to_owned).collect();
        let mut addresses = Self { vanished: vanished.into_iter().collect(), ..Self::default() };
        for (reference, shown) in &after.notices {
            let former = before.and_then(|before| before.notices.get(reference));
            for (former, new) in former.into_iter().flat_map(|former| former.paths().zip(shown.paths())) {
                if former != new && after.answers(former) {
                    addresses.moved.push((former.to_owned(), new.to_owned()));
                }
            }
        }
        let moved = leaves.iter().flat_map(LeafChange::moved).filter(|(former, _)| after.answers(former));
        addresses.moved.extend(moved.map(|(former, new)| (former.to_owned(), new.to_owned())));
        let is_moved = |path: &str| addresses.moved.iter().any(|(_, new)| new == path);
        addresses.appeared =
            new.difference(&old).filter(|path| !is_moved(path)).map(|path| (*path).to_owned()).collect();
        addresses
    }
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
