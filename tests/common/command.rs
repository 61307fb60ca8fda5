//! The program as people run it, on a site of its own in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

use super::corpus;

/// The present of most commands.
pub const NOW: &str = "2025-06-15T12:00:00+02:00";

/// A site in a temporary folder, with the folder `public` for its output.
pub struct Place {
    root: TempDir,
}

/// What a command said, and with what code it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Checks the exit code, and shows everything that was said where it is another one.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    /// Checks that the error stream says something.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "“{words}” is not in:\n{}", self.err);
        self
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Place {
    /// A temporary folder with nothing in it.
    pub fn empty() -> Self {
        Self { root: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A small site with two open notices, of which the first has an attachment.
    pub fn new() -> Self {
        let place = Self::empty();
        for (path, bytes) in corpus::bare("Europe/Brussels").0 {
            place.write(&path, &bytes);
        }
        place.notice("101", "First words.\n\nSee [this](101/annex.pdf).");
        place.write("content/vacancies/101/annex.pdf", b"%PDF annex");
        place.notice("102", "Other words.");
        place
    }

    /// Writes both editions of an open notice.
    pub fn notice(&self, reference: &str, words: &str) {
        let facts = "published: 2025-01-02\ndeadline: 2025-12-07\nlocation: here\ncontract: standard";
        let english = format!("---\ntitle: Post {reference}\n{facts}\n---\n\n## Summary\n\n{words}\n");
        let french = format!("---\ntitle: Poste {reference}\n---\n\n## Résumé\n\n{words}\n");
        self.write(&format!("content/vacancies/{reference}.en.md"), english.as_bytes());
        self.write(&format!("content/vacancies/{reference}.fr.md"), french.as_bytes());
    }

    /// The folder of the site.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    /// A path in that folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file of the site.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The program in the site's folder, with nothing of the environment that runs the tests.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.current_dir(self.root()).args(arguments).stdin(Stdio::null()).env_clear();
        command.env("LC_ALL", "en_GB.UTF-8").env("HOME", self.root().parent().expect("it is in a folder"));
        command
    }

    /// Runs a command.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.command(arguments).output().expect("the program runs").into()
    }

    /// Runs a command at the present of the tests.
    pub fn run_now(&self, arguments: &[&str]) -> Said {
        self.run(&[arguments, &["--now", NOW]].concat())
    }

    /// Builds the site, which must succeed.
    #[track_caller]
    pub fn build(&self) -> Said {
        self.run_now(&["build"]).ends(0)
    }

    /// Starts a command whose words nobody hears.
    pub fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(&[arguments, &["--now", NOW]].concat());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs")
    }

    /// Everything in the site's folder below `from`: folders, links and files with their bytes and times.
    pub fn tree(&self, from: &str) -> BTreeMap<PathBuf, Seen> {
        let mut found = BTreeMap::new();
        walk(&self.path(from), &mut found);
        found
    }

    /// The same without what belongs to the output.
    pub fn sources(&self) -> BTreeMap<PathBuf, Seen> {
        let mut tree = self.tree("");
        tree.retain(|path, _| {
            let first = path.strip_prefix(self.root()).expect("it is in the site").components().next();
            first.is_some_and(|first| !first.as_os_str().to_string_lossy().contains("public"))
        });
        tree
    }

    /// The files of the output with their bytes.
    pub fn output(&self) -> super::Output {
        Self::files_in(&self.path("public"))
    }

    /// The files of an output folder, wherever it lies.
    pub fn files_in(output: &Path) -> super::Output {
        let mut found = BTreeMap::new();
        walk(output, &mut found);
        let files = found.into_iter().filter_map(|(path, seen)| match seen {
            Seen::File { bytes, .. } => {
                let path = path.strip_prefix(output).expect("it is in the output").to_string_lossy().into_owned();
                Some((path, bytes))
            }
            Seen::Folder | Seen::Link(_) => None,
        });
        files.collect()
    }

    /// Checks that the private folder holds nothing but the lock, the notes and the marker, and nothing lies beside it.
    #[track_caller]
    pub fn assert_tidy(&self) {
        let private = self.tree(".public.diptych").into_keys().skip(1);
        let names = private.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned());
        let known = ["lock", "record.json", "THIS-FOLDER-BELONGS-TO-DIPTYCH.txt"];
        let left: Vec<_> = names.filter(|name| !known.contains(&name.as_str())).collect();
        assert_eq!(left, Vec::<String>::new());
        let known = ["content", "i18n", "themes", "assets", "public", ".public.diptych", "site.yaml"];
        for entry in fs::read_dir(self.root()).expect("the site") {
            let name = entry.expect("an entry").file_name();
            assert!(known.iter().any(|known| name == *known), "{} was left", name.display());
        }
    }
}

/// What is at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    Folder,
    Link(PathBuf),
    File { bytes: Vec<u8>, changed: std::time::SystemTime, number: u64 },
}

fn walk(path: &Path, found: &mut BTreeMap<PathBuf, Seen>) {
    let Ok(metadata) = fs::symlink_metadata(path) else { return };
    let seen = if metadata.is_symlink() {
        Seen::Link(fs::read_link(path).expect("a link"))
    } else if metadata.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            walk(&entry.expect("an entry").path(), found);
        }
        Seen::Folder
    } else {
        let changed = metadata.modified().expect("files have times here");
        Seen::File { bytes: fs::read(path).expect("a file"), changed, number: number(&metadata) }
    };
    found.insert(path.to_owned(), seen);
}

/// The number by which the file system knows a file: another one is another file, whatever its bytes.
fn number(metadata: &fs::Metadata) -> u64 {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::ino(metadata);
    #[cfg(not(unix))]
    return metadata.len();
}
