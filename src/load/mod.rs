//! From a site's folder to the list of its files and, one at a time, their texts. The only reader of a site's files.
//!
//! It opens regular files only, never follows a link, and takes no text beyond its limits into memory.

mod folder;
mod listing;
mod memory;
mod names;
mod snapshot;

use std::io::{self, Read};

pub use folder::Folder;
pub use listing::{Entry, Listing, Refused, decode};
pub use memory::Memory;
pub use snapshot::{Extent, Snapshot};

use crate::diagnostic::{Diagnosed, Failure, Text};
use crate::domain::SitePath;

/// Where a site's files come from: a folder, or memory.
pub trait Source: Sync {
    /// The files of the site, in order.
    ///
    /// # Errors
    /// A folder could not be read.
    fn list(&self) -> Result<Diagnosed<Listing>, Failure>;

    /// The bytes of one of these files.
    ///
    /// # Errors
    /// The file could not be read, or is no longer the one that was listed.
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Failure>;

    /// Opens one of these files to be copied as it is.
    ///
    /// # Errors
    /// The file could not be opened.
    fn open(&self, entry: &Entry) -> Result<Box<dyn Read + Send>, Failure>;
}

/// Why a file could not be read.
fn unreadable(path: &SitePath, error: &io::Error) -> Failure {
    Failure::new(Text::new("load-unreadable").with("path", path).with("problem", error))
}
