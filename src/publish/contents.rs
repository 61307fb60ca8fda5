//! Turns the manifest of an output into the list of its files, for those who bring them elsewhere.

use std::path::Path;

use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;

use super::manifest::{self, Manifest};
use super::survey::read_manifest;

/// A file of a published output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Relative to the output, `/`-separated.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// The SHA-256 of the whole file.
    pub digest: Digest,
    /// Whether it is an asset of the generation before, kept for pages that browsers still show.
    pub kept: bool,
}

/// The files of the output that was published last, ordered by path.
///
/// # Errors
/// Nothing was published there, or the disk failed.
pub fn contents(output: &Path) -> Result<Vec<Item>, Failure> {
    let path = output.join(manifest::NAME);
    let manifest = read_manifest(&path)?.and_then(|bytes| Manifest::parse(&bytes)).ok_or_else(|| {
        Failure::new(Text::new("publish-manifest-unreadable").with("path", path.display()))
            .hint(Text::new("publish-manifest-unreadable-hint").with("output", output.display()))
    })?;
    let item = |(path, entry): (String, manifest::Entry)| Item {
        path,
        size: entry.size,
        digest: Digest::from_bytes(entry.hash.bytes()),
        kept: entry.kept,
    };
    Ok(manifest.files.into_iter().map(item).collect())
}
