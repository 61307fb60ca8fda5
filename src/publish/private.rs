//! Turns the path of an output into our private folder beside it: the lock, the record and the stages.
//!
//! It carries a marker, and a folder of that name without one is somebody else's.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Failure, Text};

use super::platform;
use super::refusal::refused;

/// The file that says that a folder is ours; in the private folder itself and in each stage.
pub(super) const MARKER: &str = "THIS-FOLDER-BELONGS-TO-DIPTYCH.txt";
const MARKER_TEXT: &str = "\
Here diptych keeps its lock, its notes on the last publication and unfinished work.
Ici, diptych conserve son verrou, ses notes sur la dernière publication et ses travaux inachevés.
";

/// Our folder beside an output.
#[derive(Debug, Clone)]
pub(super) struct Private {
    /// `.public.diptych` beside `public`.
    pub(super) folder: PathBuf,
}

impl Private {
    /// The private folder of the output at `path`; it may not exist.
    pub(super) fn beside(path: &Path) -> Self {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(".diptych");
        Self { folder: path.with_file_name(name) }
    }

    /// The file that the only publisher holds locked.
    pub(super) fn lock(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// What the last run noted.
    pub(super) fn record(&self) -> PathBuf {
        self.folder.join("record.json")
    }

    /// Creates the folder with its marker, or checks that the one which is there is ours.
    pub(super) fn ensure(&self) -> Result<(), Failure> {
        match platform::create_private(&self.folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(refused(&self.folder, &error)),
            _ => {}
        }
        if is_marked(&self.folder) {
            return Ok(());
        }
        let is_empty = fs::read_dir(&self.folder).map(|mut entries| entries.next().is_none());
        // Asked again, because another publisher may have put its marker there since.
        if !is_empty.map_err(|error| refused(&self.folder, &error))? && !is_marked(&self.folder) {
            let text = Text::new("publish-private-foreign").with("path", self.folder.display());
            return Err(Failure::new(text).hint("publish-private-foreign-hint"));
        }
        mark(&self.folder).map_err(|error| refused(&self.folder, &error))
    }
}

/// A place of that name in the private folder of the output at `path`; nothing of it may exist.
pub(crate) fn private_place(path: &Path, name: &str) -> PathBuf {
    Private::beside(path).folder.join(name)
}

/// Whether `folder` carries our marker.
pub(super) fn is_marked(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|marker| marker.is_file())
}

/// Puts our marker into `folder`. Its being there is what counts: a run may be killed before its words are written.
pub(super) fn mark(folder: &Path) -> io::Result<()> {
    match File::create_new(folder.join(MARKER)) {
        Ok(mut marker) => io::Write::write_all(&mut marker, MARKER_TEXT.as_bytes()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_beside_the_output_and_carries_a_marker() {
        let folder = tempfile::tempdir().unwrap();
        let private = Private::beside(&folder.path().join("public"));
        private.ensure().unwrap();
        private.ensure().unwrap();
        assert!(is_marked(&folder.path().join(".public.diptych")));
    }

    #[test]
    fn a_folder_of_that_name_that_is_not_ours_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let private = Private::beside(&folder.path().join("public"));
        fs::create_dir(&private.folder).unwrap();
        fs::write(private.folder.join("theirs"), b"").unwrap();
        assert_eq!(private.ensure().unwrap_err().text.id, "publish-private-foreign");
        assert!(!is_marked(&private.folder));
        fs::remove_file(private.folder.join("theirs")).unwrap();
        private.ensure().unwrap();
    }
}
