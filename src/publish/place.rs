//! Turns the private folder into the folder of one stage, which goes away with its owner.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process;

use crate::diagnostic::Failure;

use super::exchange::{SITE, repair};
use super::lock::Locked;
use super::private::mark;
use super::refusal::refused;
use super::sweep::{STAGE, clear};

/// The folder of a stage. Removed when dropped, whatever has become of it.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    output: PathBuf,
}

impl Place {
    /// Creates the folder, with our marker and an empty site.
    pub(super) fn create(locked: &Locked) -> Result<Self, Failure> {
        let folder = &locked.private.folder;
        let mut number = 0;
        let folder = loop {
            // A leftover of a process with our number may be there if it could not be swept.
            let folder = folder.join(format!("{STAGE}{}-{number}", process::id()));
            match fs::create_dir(&folder) {
                Ok(()) => break folder,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(refused(&folder, &error)),
            }
        };
        let place = Self { folder, output: locked.path.clone() };
        mark(&place.folder).map_err(|error| refused(&place.folder, &error))?;
        fs::create_dir(place.site()).map_err(|error| refused(&place.folder, &error))?;
        Ok(place)
    }

    /// Where the new generation is written.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.join(SITE)
    }

    /// Removes the folder with whatever generation is in it; returns why that could not be done.
    pub(super) fn remove(&self) -> Option<Failure> {
        match repair(&self.folder, &self.output) {
            Ok(()) => clear(&self.folder, &self.output),
            Err(error) => Some(refused(&self.output, &error)),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // If this fails, the next run sweeps.
        let _ = self.remove();
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Site;
    use super::*;

    #[test]
    fn a_leftover_of_the_same_process_number_is_not_used_again() {
        let site = Site::new();
        let locked = site.lock();
        let taken = site.private().join(format!("{STAGE}{}-0", process::id()));
        fs::create_dir(&taken).unwrap();
        let place = Place::create(&locked).unwrap();
        assert_ne!(place.folder, taken);
        drop(place);
        assert_eq!(site.stages(), 1);
    }
}
