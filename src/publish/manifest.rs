//! Turns the list of published files into `.diptych-manifest.json` and back: what is ours in the output, and what its
//! bytes are.
//!
//! It is published with the site, so it holds no time and nothing but the published files themselves: the same site
//! gives the same bytes. What only we need to know is in the private [`Record`](super::Record).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::path::{Component, Path};

use serde::Deserialize;

use super::hash::Hash;

/// The only file in the output that is not part of the site.
pub(super) const NAME: &str = ".diptych-manifest.json";
/// Changes when the meaning of the file does; a manifest of another format is not understood, not guessed at.
const FORMAT: u32 = 1;

/// The published files, ordered by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Path, `/`-separated and relative to the output, with what is there.
    pub(super) files: Vec<(String, Entry)>,
}

/// What the manifest knows of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// In bytes.
    pub(super) size: u64,
    /// Of the whole file.
    #[serde(rename = "sha256")]
    pub(super) hash: Hash,
    /// An asset of the previous generation, kept for pages that browsers still show.
    #[serde(default)]
    pub(super) kept: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: u32,
    files: BTreeMap<String, Entry>,
}

impl Manifest {
    /// The manifest of these files, in any order.
    pub(super) fn new(mut files: Vec<(String, Entry)>) -> Self {
        files.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Self { files }
    }

    /// Reads a manifest; `None` if it is not one of ours, is of another format, or lists a path that leads out of the
    /// output: files are deleted by this list.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(bytes).ok()?;
        let sound = written.format == FORMAT && written.files.keys().all(|path| stays_inside(path));
        sound.then(|| Self { files: written.files.into_iter().collect() })
    }

    /// The bytes to publish: one file to a line, so that two generations can be compared with `diff`.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{{\n\"format\": {FORMAT},\n\"files\": {{");
        for (index, (path, entry)) in self.files.iter().enumerate() {
            let separator = if index == 0 { "" } else { "," };
            let path = serde_json::Value::from(path.as_str());
            let kept = if entry.kept { ", \"kept\": true" } else { "" };
            // Writing to a string cannot fail.
            let _ = write!(
                text,
                "{separator}\n{path}: {{\"size\": {}, \"sha256\": \"{}\"{kept}}}",
                entry.size,
                entry.hash.hexadecimal()
            );
        }
        text.push_str("\n}\n}\n");
        text.into_bytes()
    }

    /// Where `path` is in [`files`](Self::files).
    pub(super) fn position(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|file| file.0.as_str().cmp(path)).ok()
    }

    /// Whether any file is in `folder`, which ends in `/`.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        !self.in_folder(folder).is_empty()
    }

    fn in_folder(&self, folder: &str) -> Range<usize> {
        let start = self.files.partition_point(|file| file.0.as_str() < folder);
        let length = self.files[start..].partition_point(|file| file.0.starts_with(folder));
        start..start + length
    }
}

/// Whether `path` names a file below the folder that it is joined to, on every system, and not the manifest itself.
pub(crate) fn stays_inside(path: &str) -> bool {
    // Each part alone must be a plain name. That refuses `..`, an empty part and a leading `/`, and on Windows
    // also `C:` and a backslash.
    let is_plain = |part: &str| {
        let mut components = Path::new(part).components();
        matches!(components.next(), Some(Component::Normal(name)) if name == part) && components.next().is_none()
    };
    path != NAME && !path.contains('\0') && path.split('/').all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let entry = |bytes: &[u8], kept| Entry { size: bytes.len() as u64, hash: Hash::of(bytes), kept };
        Manifest::new(vec![
            ("en/index.html".into(), entry(b"home", false)),
            ("assets/old.css".into(), entry(b"old", true)),
            ("en-extra/\"quoted\".html".into(), entry(b"", false)),
        ])
    }

    #[test]
    fn it_reads_what_it_writes_and_orders_it() {
        let bytes = manifest().to_bytes();
        assert_eq!(Manifest::parse(&bytes), Some(manifest()));
        assert!(manifest().files.is_sorted_by(|one, other| one.0 < other.0));
        assert_eq!(Manifest::parse(&Manifest::default().to_bytes()), Some(Manifest::default()));
    }

    #[test]
    fn a_folder_is_not_its_namesake_with_a_longer_name() {
        assert!(manifest().has_folder("en/") && manifest().has_folder("en-extra/"));
        assert!(!manifest().has_folder("e/") && !manifest().has_folder("fr/"));
        assert_eq!(manifest().position("en/index.html"), Some(2));
        assert_eq!(manifest().position("en"), None);
    }

    #[test]
    fn a_manifest_that_leads_out_of_the_output_is_not_read() {
        for path in ["../a", "/a", "a//b", "a/../b", "./a", "a/.", "", "a/", "a\0b", NAME] {
            assert!(!stays_inside(path), "{path:?}");
            let key = serde_json::Value::from(path);
            let hash = Hash::of(b"").hexadecimal();
            let text = format!(r#"{{"format":1,"files":{{{key}:{{"size":0,"sha256":"{hash}"}}}}}}"#);
            assert_eq!(Manifest::parse(text.as_bytes()), None, "{path:?}");
        }
        assert!(stays_inside("en/a b.html") && stays_inside("..a/b..") && stays_inside("fr/é.html"));
    }

    #[test]
    fn another_format_or_a_torn_file_is_not_read() {
        let bytes = manifest().to_bytes();
        assert_eq!(Manifest::parse(&bytes[..bytes.len() - 3]), None);
        assert_eq!(Manifest::parse(br#"{"format":2,"files":{}}"#), None);
        assert_eq!(Manifest::parse(b""), None);
    }
}
