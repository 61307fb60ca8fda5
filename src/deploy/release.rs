//! What a release is, as its manifest tells: every file with its fingerprint, and what it says of each notice.
//!
//! The manifest lies in the release, where anybody can read it. So it holds nothing but what the release shows, and no
//! time of the deployment: the same site gives the same bytes. By it two releases are compared in words, and what lies on
//! a server with what was built.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::domain::{Bilingual, Digest, Instant, State, Zone};
use crate::plan::mark_of_gone;
use crate::publish::stays_inside;

/// The name of the manifest in the folder of a release.
pub const MANIFEST: &str = ".diptych-release.json";
/// The name of its detached signature, if it has one.
pub const SIGNATURE: &str = ".diptych-release.json.minisig";
/// Changes when the meaning of the manifest does.
const FORMAT: u32 = 1;

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
    /// The notices by their references.
    pub notices: BTreeMap<String, Shown>,
    /// The paths of the ordinary pages.
    pub pages: Vec<String>,
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
    pub facts: BTreeMap<String, String>,
    /// A seal of the words of each section, by its id.
    pub sections: BTreeMap<String, String>,
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

#[derive(Serialize, Deserialize)]
struct Written {
    format: u32,
    tool: String,
    theme: Digest,
    source: Digest,
    valid_until: Option<String>,
    pages: Vec<String>,
    notices: BTreeMap<String, Shown>,
    files: BTreeMap<String, Held>,
}

impl Shown {
    /// What is shown of a notice in that state.
    #[must_use]
    pub fn new(state: State, extended: Option<String>, editions: Bilingual<Face>) -> Self {
        Self { state: state.word().to_owned(), extended, corrected: Vec::new(), editions }
    }

    /// Where the notice stands in its life.
    #[must_use]
    pub fn state(&self) -> State {
        State::ALL.into_iter().find(|state| state.word() == self.state).unwrap_or(State::Closed)
    }
}

impl Release {
    /// Reads a manifest; nothing if it is torn, of another format, or names a file that is not in its own folder: files
    /// are linked and removed by it.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let written: Written =
            serde_json::from_slice(bytes).ok().filter(|written: &Written| written.format == FORMAT)?;
        let are_sound = written.files.keys().all(|path| is_sound(path));
        let valid_until = match &written.valid_until {
            Some(text) => Some(Instant::parse(text)?),
            None => None,
        };
        are_sound.then_some(Self {
            tool: written.tool,
            theme: written.theme,
            source: written.source,
            valid_until,
            notices: written.notices,
            pages: written.pages,
            files: written.files,
        })
    }

    /// The bytes of the manifest: one notice and one file to a line, so that two can be compared with `diff`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let valid_until = self.valid_until.and_then(|until| Some(Zone::named("UTC")?.moment(until).to_string()));
        let mut text = format!("{{\n\"format\": {FORMAT}");
        // Writing to a string cannot fail.
        let _ = write!(text, ",\n\"tool\": {}", json(&self.tool));
        let _ = write!(text, ",\n\"theme\": {}", json(&self.theme));
        let _ = write!(text, ",\n\"source\": {}", json(&self.source));
        let _ = write!(text, ",\n\"valid_until\": {}", json(&valid_until));
        let _ = write!(text, ",\n\"pages\": {}", json(&self.pages));
        lines(&mut text, "notices", &self.notices);
        lines(&mut text, "files", &self.files);
        text.push_str("\n}\n");
        text.into_bytes()
    }

    /// The paths of the pages that people keep addresses of: notices and ordinary pages, not lists.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let notices = self.notices.values().flat_map(|shown| [&shown.editions.left.path, &shown.editions.right.path]);
        notices.chain(&self.pages).map(String::as_str)
    }

    /// Whether a path below the site's address leads to a file of the release, or it is known that it is gone for ever.
    #[must_use]
    pub fn answers(&self, path: &str) -> bool {
        self.files.contains_key(&file_of(path)) || self.files.contains_key(&mark_of_gone(path))
    }

    /// Whether another release shows a notice that this one does not show.
    #[must_use]
    pub fn lacks(&self, other: &Self) -> bool {
        other.notices.keys().any(|reference| !self.notices.contains_key(reference))
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

/// Whether a release can hold a file of that path. Paths go to servers a line each.
fn is_sound(path: &str) -> bool {
    stays_inside(path) && !is_own(path) && !path.contains(char::is_control)
}

/// The file that a web server answers a path with.
#[must_use]
pub fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn lines(text: &mut String, name: &str, entries: &BTreeMap<String, impl Serialize>) {
    let _ = write!(text, ",\n\"{name}\": {{");
    for (index, (key, value)) in entries.iter().enumerate() {
        let separator = if index == 0 { "" } else { "," };
        let _ = write!(text, "{separator}\n{}: {}", json(key), json(value));
    }
    text.push_str("\n}");
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
    use super::*;

    fn release(path: &str) -> Release {
        let face = |language: &str| Face {
            language: language.to_owned(),
            path: format!("/{language}/100-a/"),
            title: "A “title”".to_owned(),
            facts: [("deadline".to_owned(), "7 May 2025".to_owned())].into(),
            sections: [("summary".to_owned(), "0123456789abcdef".to_owned())].into(),
        };
        let shown =
            Shown::new(State::ClosingSoon, Some("2025-05-02".to_owned()), Bilingual::new(face("en"), face("fr")));
        Release {
            tool: "0.1.0".to_owned(),
            theme: Digest::of(b"theme"),
            source: Digest::of(b"source"),
            valid_until: Some(Instant(1_750_000_000)),
            notices: [("100".to_owned(), shown)].into(),
            pages: vec!["/en/about/".to_owned()],
            files: [(path.to_owned(), Held { size: 3, sha256: Digest::of(b"abc"), kept: true })].into(),
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_is_written() {
        let release = release("en/index.html");
        let bytes = release.to_bytes();
        assert_eq!(Release::parse(&bytes), Some(release.clone()));
        assert_eq!(release.notices["100"].state(), State::ClosingSoon);
        assert!(release.addresses().eq(["/en/100-a/", "/fr/100-a/", "/en/about/"]));
        assert_eq!(Release::parse(&bytes[..bytes.len() - 3]), None);
        let other = String::from_utf8(bytes).expect("text").replace("\"format\": 1", "\"format\": 2");
        assert_eq!(Release::parse(other.as_bytes()), None);
    }

    #[test]
    fn a_manifest_that_leads_elsewhere_is_not_read() {
        for path in ["../a", "/a", "a/../b", "", "a\0b", "a\nb", MANIFEST, SIGNATURE] {
            assert_eq!(Release::parse(&release(path).to_bytes()), None, "{path:?}");
        }
    }

    #[test]
    fn assets_that_are_kept_make_no_other_site() {
        let (one, mut other) = (release("assets/old.css"), release("assets/older.css"));
        assert!(one.is_same_site(&other));
        other.source = Digest::of(b"other");
        assert!(!one.is_same_site(&other));
    }
}
