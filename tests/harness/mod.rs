//! The machinery of `tests/cases.rs`: a case is parsed, its site is built in memory, and what came out is compared.

mod case;
mod change;
mod expectation;
mod run;
mod signs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use case::{Case, Mark, Weight};
pub use run::Run;

/// The files of a site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The site that every case is laid over, and its output.
pub struct Base {
    pub files: Files,
    pub output: Files,
}

impl Base {
    /// Reads the base site and builds it.
    pub fn load() -> Self {
        let folder = tests_folder().join("cases/base");
        let mut files = Files::new();
        for path in files_under(&folder) {
            let name = path.strip_prefix(&folder).expect("a file of the base").to_str().expect("a name in UTF-8");
            files.insert(name.to_owned(), std::fs::read(&path).expect("a readable file"));
        }
        let run = Run::of(&files, case::present());
        assert!(run.findings.is_empty(), "the base site must be clean:\n{}", run.report());
        Self { files, output: run.output }
    }

    /// The base site with the rules of parity, which it switches off: most cases are about something else.
    pub fn compared(&self) -> Self {
        let mut files = self.files.clone();
        let yaml = files.get_mut("site.yaml").expect("the site");
        let text = String::from_utf8(yaml.clone()).expect("a text");
        *yaml = text.split("# Cases in the folder `parity`").next().unwrap_or_default().into();
        let run = Run::of(&files, case::present());
        assert!(run.findings.is_empty(), "the base site must be clean:\n{}", run.report());
        Self { files, output: run.output }
    }
}

/// The folder `tests`.
pub fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// All files in a folder and below, in order.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(files_under(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
