//! What a release is, as its manifest tells: every file with its fingerprint, and what it says of each notice.
//!
//! The manifest lies in the release, where anybody can read it. So it holds nothing but what the release shows, and no
//! time of the deployment: the same site gives the same bytes. By it two releases are compared in words, and what lies on
//! a server with what was built.

mod id;
mod kept;
mod manifest;
mod order;
mod snapshot;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{Bilingual, Digest, Instant, State};
use crate::plan::mark_of_gone;

pub use self::id::Id;
pub use self::snapshot::release;

/// The name of the manifest in the folder of a release.
pub const MANIFEST: &str = ".diptych-release.json";
/// The name of its detached signature, if it has one.
pub const SIGNATURE: &str = ".diptych-release.json.minisig";

/// What stands between the posts of a notice where they are told in one fact.
pub(super) const POSTS: &str = "; ";

/// A release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The version of diptych that made it.
    pub tool: String,
    /// Fingerprint of the theme.
    pub theme: Digest,
    /// Fingerprint of what it was made from, as far as that is public.
    pub source: Digest,
    /// When what is public changes by itself. Publications that are foreseen do not count: nobody knows of them yet.
    pub valid_until: Option<Instant>,
    /// The site's address, without a `/` at its end. Manifests of before do not say it.
    pub address: Option<String>,
    /// The notices by their references.
    pub notices: BTreeMap<String, Shown>,
    /// The paths of the ordinary pages.
    pub pages: Vec<String>,
    /// What the ordinary pages show. Manifests of before do not say it.
    pub leaves: Vec<Leaf>,
    /// The addresses that people and programs keep beside those of the pages above. Manifests of before do not say them.
    pub addresses: BTreeMap<String, Kept>,
    /// The files by their paths, the manifest left out.
    pub files: BTreeMap<String, Held>,
}

/// What a release shows of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Where the notice stands in its life: the word of a [`State`].
    state: String,
    /// When its deadline was moved last, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extended: Option<String>,
    /// When each of its corrections was made, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<String>,
    /// Its deadline in universal time, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// The paths of the files that it refers to. Manifests of before do not say them.
    #[serde(default)]
    pub documents: Option<BTreeSet<String>>,
    /// Each language, in the order of the site.
    #[serde(with = "both")]
    pub editions: Bilingual<Face>,
}

/// What a release shows of a notice in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The code of the language.
    pub language: String,
    /// The path of its page.
    pub path: String,
    /// The title.
    pub title: String,
    /// The facts in words, by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    /// A seal of the words of each section, by its id.
    pub sections: BTreeMap<String, String>,
}

/// What a release shows on an ordinary page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// The paths of the files that it refers to.
    pub documents: BTreeSet<String>,
    /// Each language, in the order of the site.
    #[serde(with = "both")]
    pub editions: Bilingual<Face>,
}

/// What answers at an address that people or programs keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Kept {
    /// A redirect to a page.
    Alias {
        /// The path of the page.
        to: String,
    },
    /// A page that every site has, such as the list of the notices that are over.
    Page,
    /// The page where the notices are searched, if there are any.
    Search,
    /// A feed that people subscribe to.
    Feed,
    /// Another file for programs: a calendar, open data, a list for job boards or search engines.
    File,
    /// What only a later version of diptych knows.
    #[serde(other)]
    Other,
}

/// A file of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// In bytes.
    pub size: u64,
    /// The SHA-256 of the whole file.
    pub sha256: Digest,
    /// Whether it is an asset of the release before, kept for pages that browsers still show.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kept: bool,
}

impl Shown {
    /// What is shown of a notice in that state.
    #[must_use]
    pub fn new(state: State, extended: Option<String>, editions: Bilingual<Face>) -> Self {
        let (corrected, deadline, documents) = (Vec::new(), None, Some(BTreeSet::new()));
        Self { state: state.word().to_owned(), extended, corrected, deadline, documents, editions }
    }

    /// The paths of its pages.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.editions.iter().map(|(_, face)| face.path.as_str())
    }

    /// Where the notice stands in its life.
    #[must_use]
    pub fn state(&self) -> State {
        State::ALL.into_iter().find(|state| state.word() == self.state).unwrap_or(State::Closed)
    }
}

impl Leaf {
    /// The paths of the page.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.editions.iter().map(|(_, face)| face.path.as_str())
    }
}

impl Release {
    /// The paths of the notices and ordinary pages.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.notices.values().flat_map(Shown::paths).chain(self.pages.iter().map(String::as_str))
    }

    /// All paths that people or programs keep. Lists of some notices come and go with facts, and are none of them.
    pub fn kept(&self) -> impl Iterator<Item = &str> {
        self.paths().chain(self.addresses.keys().map(String::as_str))
    }

    /// Whether a path below the site's address leads to a file of the release, or it is known that it is gone for ever.
    #[must_use]
    pub fn answers(&self, path: &str) -> bool {
        self.files.contains_key(&file_of(path)) || self.marks(path)
    }

    /// Whether a server can say that what was at a path is gone for ever.
    #[must_use]
    pub fn marks(&self, path: &str) -> bool {
        self.files.contains_key(&mark_of_gone(path))
    }

    /// The former paths of pages, and where each leads.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, &str)> {
        self.addresses.iter().filter_map(|(path, kept)| match kept {
            Kept::Alias { to } => Some((path.as_str(), to.as_str())),
            _ => None,
        })
    }

    /// Whether another release shows a notice that this one does not show.
    #[must_use]
    pub fn lacks(&self, other: &Self) -> bool {
        self.lacked_of(other).is_some()
    }

    /// The first notice that another release shows and this one does not show.
    #[must_use]
    pub fn lacked_of<'a>(&self, other: &'a Self) -> Option<&'a str> {
        other.notices.keys().map(String::as_str).find(|reference| !self.notices.contains_key(*reference))
    }

    /// Whether both are one site: nothing differs but assets that are kept for a while.
    #[must_use]
    pub fn is_same_site(&self, other: &Self) -> bool {
        let lasting = |release: &Self| Self {
            files: release
                .files
                .iter()
                .filter(|(_, held)| !held.kept)
                .map(|(path, held)| (path.clone(), *held))
                .collect(),
            ..release.clone()
        };
        lasting(self) == lasting(other)
    }
}

/// Whether a file of a release is none of the site's, but tells of the release.
pub(super) fn is_own(path: &str) -> bool {
    [MANIFEST, SIGNATURE].contains(&path)
}

/// The file that a web server answers a path with.
#[must_use]
pub fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Both languages as a list of two: each says itself which one it is.
mod both {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Bilingual, Face};

    pub fn serialize<S: Serializer>(faces: &Bilingual<Face>, serializer: S) -> Result<S::Ok, S::Error> {
        [&faces.left, &faces.right].serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Bilingual<Face>, D::Error> {
        <[Face; 2]>::deserialize(deserializer).map(|[left, right]| Bilingual::new(left, right))
    }
}

#[cfg(test)]
mod tests {
    use super::manifest::tests::release;
    use super::*;

    #[test]
    fn assets_that_are_kept_make_no_other_site() {
        let (one, mut other) = (release("assets/old.css"), release("assets/older.css"));
        assert!(one.is_same_site(&other));
        other.source = Digest::of(b"other");
        assert!(!one.is_same_site(&other));
    }
}
