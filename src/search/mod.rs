//! From documents of one language, in order, to the files of an index that a browser searches without a server: Pagefind.
//!
//! A document is HTML made for this and nothing else; nobody publishes it. What is in it, and where the files lie, is
//! decided by those who call. The same documents in the same order give the same files.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::{Builder, Runtime};

use crate::diagnostic::{Failure, Text};

/// The folder of an index. Some of its files have the same name in every index, and change with this version alone: its
/// script, its worker, its WebAssembly. All others are named by their bytes, but for `pagefind-entry.json`, which says
/// how the others are named and which no browser takes from its cache.
pub const FOLDER: &str = "pagefind-1.6.0";

/// The script in that folder which searches the index.
pub const SCRIPT: &str = "pagefind.js";

/// What Pagefind brings along for those who do not write a page of results themselves.
const UNUSED: [&str; 4] = ["pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight."];

/// The WebAssembly for languages of which no stemmer is known.
const ANY_LANGUAGE: &str = "wasm.unknown.pagefind";

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Where it leads.
    pub url: String,
    /// Its words, with the attributes that Pagefind reads.
    pub html: String,
}

/// A file of an index: its path in the folder, and its bytes.
pub type File = (String, Vec<u8>);

/// Makes the index of a language, by its code. The documents are taken one after the other, so that those who make them
/// need not hold them all. There are no files where there are no documents.
///
/// # Errors
/// A document could not be made, or the index could not.
pub fn index(
    language: &str,
    documents: impl IntoIterator<Item = Result<Document, Failure>>,
) -> Result<Vec<File>, Failure> {
    // Pagefind panics where the present folder is gone, for one.
    let mut open = caught(|| Open::new(language))?;
    let mut is_empty = true;
    for document in documents {
        let document = document?;
        caught(|| open.add(document))?;
        is_empty = false;
    }
    if is_empty { Ok(Vec::new()) } else { caught(|| open.files(language)) }
}

/// An index that takes documents.
struct Open {
    /// Pagefind takes documents on threads of a runtime.
    runtime: Runtime,
    index: PagefindIndex,
}

impl Open {
    fn new(language: &str) -> Result<Self, Failure> {
        let runtime =
            Builder::new_current_thread().max_blocking_threads(1).build().map_err(|error| not_made(&error))?;
        let settings = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
        let index = PagefindIndex::new(Some(settings)).map_err(|error| not_made(&error))?;
        Ok(Self { runtime, index })
    }

    fn add(&mut self, Document { url, html }: Document) -> Result<(), Failure> {
        let added = self.runtime.block_on(self.index.add_html_file(None, Some(url), html));
        added.map(drop).map_err(|error| not_made(&error))
    }

    fn files(mut self, language: &str) -> Result<Vec<File>, Failure> {
        let files = self.runtime.block_on(self.index.get_files()).map_err(|error| not_made(&error))?;
        let mut files: Vec<File> = files.into_iter().map(|file| (name(&file.filename), file.contents)).collect();
        let own = format!("wasm.{language}.pagefind");
        let has_own = files.iter().any(|(name, _)| *name == own);
        let is_unused = |name: &str| UNUSED.iter().any(|unused| name.starts_with(unused));
        files.retain(|(name, _)| !is_unused(name) && (!has_own || name != ANY_LANGUAGE));
        files.sort();
        Ok(files)
    }
}

/// The path of a file in the folder, with `/` on every system.
fn name(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn caught<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(not_made(&"panic")))
}

/// That an index could not be made, and why.
#[must_use]
pub fn not_made(problem: &dyn std::fmt::Display) -> Failure {
    Failure::new(Text::new("search-not-made").with("problem", problem)).hint("search-not-made-hint")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str, words: &str) -> Document {
        let html = format!("<html><body><h2 id=\"a\">Heading</h2><p>{words}</p></body></html>");
        Document { url: format!("/{name}/"), html }
    }

    fn files(language: &str, documents: &[(&str, &str)]) -> Vec<File> {
        let documents = documents.iter().map(|(name, words)| Ok(document(name, words)));
        index(language, documents).unwrap_or_else(|failure| panic!("{:?}", failure.text))
    }

    #[test]
    fn the_folder_is_named_by_the_version_of_what_is_in_it() {
        let files = files("en", &[("one", "Words")]);
        let entry = files.iter().find(|(name, _)| name == "pagefind-entry.json").expect("an entry");
        let entry: serde_json::Value = serde_json::from_slice(&entry.1).expect("JSON");
        assert_eq!(entry["version"].as_str().map(|version| format!("pagefind-{version}")).as_deref(), Some(FOLDER));
        assert_eq!(entry["languages"]["en"]["page_count"], 1);
    }

    #[test]
    fn only_what_is_used_is_made() {
        for (language, wasm) in [("fr", "wasm.fr.pagefind"), ("tlh", ANY_LANGUAGE)] {
            let files = files(language, &[("one", "Des mots"), ("two", "D’autres mots")]);
            let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
            let is_hashed = |name: &&str| name.ends_with(".pf_meta") || name.contains('/');
            let fixed: Vec<_> = names.iter().copied().filter(|name| !is_hashed(name)).collect();
            assert_eq!(fixed, ["pagefind-entry.json", "pagefind-worker.js", SCRIPT, wasm]);
            assert_eq!(names.iter().filter(|name| name.starts_with("fragment/")).count(), 2);
        }
    }

    #[test]
    fn the_same_documents_give_the_same_files() {
        let documents: Vec<_> = (0..40).map(|at| (format!("{at}"), format!("Word {at}, été {}", at % 7))).collect();
        let documents: Vec<_> = documents.iter().map(|(name, words)| (name.as_str(), words.as_str())).collect();
        assert_eq!(files("fr", &documents), files("fr", &documents));
    }

    #[test]
    fn there_is_no_index_of_nothing_and_none_of_what_cannot_be_made() {
        assert_eq!(files("en", &[]), []);
        let faulty = [Ok(document("one", "Words")), Err(Failure::new("load-changed"))];
        assert!(index("en", faulty).is_err());
    }
}
