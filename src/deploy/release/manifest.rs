//! From a release to the bytes of its manifest and back.
//!
//! A manifest stays on servers for long: what it says more is left out by versions of before, and what it does not say
//! yet is nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::{Held, Kept, Leaf, Release, Shown, is_own};
use crate::domain::{Digest, Instant, Zone};
use crate::publish::stays_inside;

/// Changes when the meaning of the manifest does.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Written {
    format: u32,
    tool: String,
    theme: Digest,
    source: Digest,
    valid_until: Option<String>,
    #[serde(default)]
    address: Option<String>,
    pages: Vec<String>,
    #[serde(default)]
    leaves: Vec<Leaf>,
    #[serde(default)]
    addresses: BTreeMap<String, Kept>,
    notices: BTreeMap<String, Shown>,
    files: BTreeMap<String, Held>,
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
            address: written.address,
            notices: written.notices,
            pages: written.pages,
            leaves: written.leaves,
            addresses: written.addresses,
            files: written.files,
        })
    }

    /// The bytes of the manifest: one page, one notice and one file to a line, so that two can be compared with `diff`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let valid_until = self.valid_until.and_then(|until| Some(Zone::named("UTC")?.moment(until).to_string()));
        let mut text = format!("{{\n\"format\": {FORMAT}");
        // Writing to a string cannot fail.
        let _ = write!(text, ",\n\"tool\": {}", json(&self.tool));
        let _ = write!(text, ",\n\"theme\": {}", json(&self.theme));
        let _ = write!(text, ",\n\"source\": {}", json(&self.source));
        let _ = write!(text, ",\n\"valid_until\": {}", json(&valid_until));
        let _ = write!(text, ",\n\"address\": {}", json(&self.address));
        let _ = write!(text, ",\n\"pages\": {}", json(&self.pages));
        let leaves: Vec<_> = self.leaves.iter().map(json_line).collect();
        let _ = write!(text, ",\n\"leaves\": [{}\n]", leaves.join(","));
        lines(&mut text, "addresses", &self.addresses);
        lines(&mut text, "notices", &self.notices);
        lines(&mut text, "files", &self.files);
        text.push_str("\n}\n");
        text.into_bytes()
    }
}

/// Whether a release can hold a file of that path. Paths go to servers a line each.
fn is_sound(path: &str) -> bool {
    stays_inside(path) && !is_own(path) && !path.contains(char::is_control)
}

fn json_line(value: &impl Serialize) -> String {
    format!("\n{}", json(value))
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

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use super::super::{Face, MANIFEST, SIGNATURE};
    use super::*;
    use crate::domain::{Bilingual, State};

    pub fn release(path: &str) -> Release {
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
            address: Some("https://www.example.org".to_owned()),
            notices: [("100".to_owned(), shown)].into(),
            pages: vec!["/en/about/".to_owned()],
            leaves: vec![Leaf {
                documents: BTreeSet::from(["/files/about/a.pdf".to_owned()]),
                editions: Bilingual::new(face("en"), face("fr")),
            }],
            addresses: [
                ("/en/feed.atom".to_owned(), Kept::Feed),
                ("/en/old/".to_owned(), Kept::Alias { to: "/en/about/".to_owned() }),
            ]
            .into(),
            files: [(path.to_owned(), Held { size: 3, sha256: Digest::of(b"abc"), kept: true })].into(),
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_is_written() {
        let release = release("en/index.html");
        let bytes = release.to_bytes();
        assert_eq!(Release::parse(&bytes), Some(release.clone()));
        assert_eq!(release.notices["100"].state(), State::ClosingSoon);
        assert!(release.paths().eq(["/en/100-a/", "/fr/100-a/", "/en/about/"]));
        assert!(release.kept().skip(3).eq(["/en/feed.atom", "/en/old/"]));
        assert_eq!(Release::parse(&bytes[..bytes.len() - 3]), None);
        let other = String::from_utf8(bytes).expect("text").replace("\"format\": 1", "\"format\": 2");
        assert_eq!(Release::parse(other.as_bytes()), None);
    }

    #[test]
    fn a_manifest_of_another_version_is_read() {
        let held = r#""files":{"en/index.html":{"size":3,"sha256":"DIGEST"}}"#;
        let held = held.replace("DIGEST", &Digest::of(b"abc").to_string());
        let face = r#"{"language":"en","path":"/en/1-a/","title":"A","facts":{},"sections":{}}"#;
        let top = r#"{"format":1,"tool":"0.1.0","theme":"D","source":"D","valid_until":null,"pages":["/en/about/"]"#;
        let top = top.replace("\"D\"", &json(&Digest::of(b"")));
        let former = format!(r#"{top},"notices":{{"1":{{"state":"open","editions":[{face},{face}]}}}},{held}}}"#);
        let release = Release::parse(former.as_bytes()).expect("a manifest of before");
        assert!(release.leaves.is_empty() && release.addresses.is_empty() && release.address.is_none());
        assert_eq!(release.notices["1"].documents, None);
        let later = format!(r#"{top},"new":1,"addresses":{{"/en/x":{{"kind":"new","a":1}}}},"notices":{{}},{held}}}"#);
        let release = Release::parse(later.as_bytes()).expect("a manifest of later");
        assert_eq!(release.addresses["/en/x"], Kept::Other);
    }

    #[test]
    fn a_manifest_that_leads_elsewhere_is_not_read() {
        for path in ["../a", "/a", "a/../b", "", "a\0b", "a\nb", MANIFEST, SIGNATURE] {
            assert_eq!(Release::parse(&release(path).to_bytes()), None, "{path:?}");
        }
    }
}
