//! The list of a site's files, and from bytes to text.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use crate::diagnostic::{Diagnostic, Rule, Text, mebibytes};
use crate::domain::{Place, SitePath};

/// The largest Markdown file, template or style sheet, in bytes.
const LARGEST_TEXT: u64 = 2 * 1024 * 1024;
/// The largest attachment or asset, in bytes.
const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path, composed (NFC), as everything in the site names it.
    pub path: SitePath,
    /// Its path as the disk has it, where that differs.
    pub on_disk: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds; zero where that is unknown.
    pub changed: u128,
}

/// The files of a site by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    entries: BTreeMap<SitePath, Entry>,
}

/// Why a file was left out of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is no regular file.
    Special,
    /// Its name is not safe everywhere.
    Name,
}

impl Listing {
    /// Adds a file. Gives it back where another one has the same path.
    ///
    /// # Errors
    /// Another file has the same path once both are composed.
    pub fn add(&mut self, entry: Entry) -> Result<(), Entry> {
        match self.entries.entry(entry.path.clone()) {
            Slot::Occupied(_) => Err(entry),
            Slot::Vacant(slot) => {
                slot.insert(entry);
                Ok(())
            }
        }
    }

    /// Puts a file in the place of the one with the same path.
    pub(super) fn replace(&mut self, entry: Entry) {
        self.entries.insert(entry.path.clone(), entry);
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }

    /// All files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// The files in a folder and below, in order.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Entry> {
        let from = SitePath::new(folder);
        let inside = move |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.entries
            .range(from..)
            .map(|(_, entry)| entry)
            .skip_while(move |entry| !inside(entry.path.as_str()))
            .take_while(move |entry| inside(entry.path.as_str()))
    }
}

/// Of two files with the same path, the later one stays.
impl FromIterator<Entry> for Listing {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self { entries: entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect() }
    }
}

impl Entry {
    /// Whether the file is of a kind that is read as text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        let endings = [".md", ".ftl", ".html", ".css", ".yaml", ".xml", ".js"];
        endings.iter().any(|ending| self.path.as_str().ends_with(ending))
    }

    /// Whether the file is too large for what it is.
    #[must_use]
    pub fn excess(&self) -> Option<Diagnostic> {
        let (limit, words) = if self.is_text() { (LARGEST_TEXT, mebibytes(2)) } else { (LARGEST_FILE, mebibytes(100)) };
        (self.size > limit).then(|| {
            Diagnostic::new(
                Rule::TooLarge,
                Place::top(self.path.clone()),
                Text::new("too-large").with_text("limit", words),
            )
        })
    }
}

/// Turns the bytes of a file into text: UTF-8 with or without a byte order mark, lines ending in LF.
///
/// # Errors
/// The finding for what is no such text.
pub fn decode(path: &SitePath, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message = Text::new("not-utf-8").with("offset", at);
        Box::new(Diagnostic::new(Rule::NotUtf8, Place::top(path.clone()), message).hint("not-utf-8-hint"))
    })?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_in_every_usual_form() {
        let path = SitePath::new("a.md");
        let read = |bytes: &[u8]| decode(&path, bytes.to_vec());
        assert_eq!(read("é\nb\n".as_bytes()).expect("text"), "é\nb\n");
        assert_eq!(read("\u{feff}é\r\nb\r\n".as_bytes()).expect("text"), "é\nb\n");
        assert_eq!(read(b"ab\xff").expect_err("not UTF-8").rule, Rule::NotUtf8);
        assert!(read("é\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()).is_err());
    }

    #[test]
    fn a_folder_gives_its_own_files_only() {
        let mut listing = Listing::default();
        for path in ["content/a.md", "content-old/b.md", "content/x/c.md", "site.yaml"] {
            let entry = Entry { path: SitePath::new(path), on_disk: None, size: 0, changed: 0 };
            assert!(listing.add(entry).is_ok());
        }
        let found: Vec<_> = listing.under("content").map(|entry| entry.path.as_str().to_owned()).collect();
        assert_eq!(found, ["content/a.md", "content/x/c.md"]);
    }
}
