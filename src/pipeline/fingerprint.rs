//! From the files of a site to one fingerprint, so that a second build with nothing changed has nothing to do.

use rayon::prelude::*;

use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;
use crate::load::{Entry, Listing, Source};

/// The fingerprint of a site's files, and the list of the files as it was then.
pub struct Fingerprint {
    /// The fingerprint.
    pub digest: Digest,
    listing: Listing,
}

/// A fingerprint of everything that the output depends on but the clock: the program and its settings, which the caller
/// names, and every file.
///
/// # Errors
/// The disk failed.
pub fn fingerprint(source: &dyn Source, settings: &str) -> Result<Fingerprint, Failure> {
    let listing = source.list()?.value;
    let entries: Vec<&Entry> = listing.iter().collect();
    let digests = entries.par_iter().map(|entry| digest(source, entry)).collect::<Result<Vec<_>, _>>()?;
    let files =
        entries.iter().zip(&digests).flat_map(|(entry, digest)| [entry.path.as_str().as_bytes(), digest.bytes()]);
    let digest = Digest::of_parts([settings.as_bytes()].into_iter().chain(files));
    Ok(Fingerprint { digest, listing })
}

/// Attachments may be larger than the memory that a build should take.
fn digest(source: &dyn Source, entry: &Entry) -> Result<Digest, Failure> {
    if entry.is_text() {
        return source.bytes(entry).map(|bytes| Digest::of(&bytes));
    }
    let unreadable =
        |error| Failure::new(Text::new("load-unreadable").with("path", &entry.path).with("problem", error));
    Digest::of_reader(&mut *source.open(entry)?).map_err(unreadable)
}

impl Fingerprint {
    /// Whether the files are still the ones of the fingerprint, by their sizes and times of change. A file that was saved
    /// while the site was built makes the fingerprint another site's.
    ///
    /// # Errors
    /// The disk failed.
    pub fn still_holds(&self, source: &dyn Source, read: &Listing) -> Result<bool, Failure> {
        Ok(self.listing == *read && self.listing == source.list()?.value)
    }
}
