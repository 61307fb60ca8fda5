//! Turns a checked output into one that nobody else publishes to, tidied up after runs that were stopped.
//!
//! The lock is one of the operating system on an open file: it ends with the process, however that ends.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Failure, Text};

use super::output::Output;
use super::platform;
use super::private::Private;
use super::record::Record;
use super::refusal::refused;
use super::stage::Stage;
use super::survey::{Last, survey};
use super::sweep::sweep;

/// What to do while somebody else publishes to the same output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Say so at once.
    Refuse,
    /// Wait until they have finished.
    Wait,
}

/// An output that only we publish to, as long as this lives.
#[derive(Debug)]
pub struct Locked {
    pub(super) path: PathBuf,
    pub(super) private: Private,
    pub(super) last: Option<Last>,
    /// What was noticed on the way and is no reason to stop.
    pub(super) remarks: Vec<Failure>,
    /// Held for its lock.
    _lock: File,
}

impl Output {
    /// Makes us the only publisher to this output, and tidies up what runs that were stopped have left.
    ///
    /// # Errors
    /// If somebody else publishes now and we are not to wait; if the disk is read-only or not ours to write, which is
    /// better known before a site is rendered; if something came into the output that we did not write.
    pub fn lock(self, patience: Patience) -> Result<Locked, Failure> {
        let Self { path, private, last } = self;
        let around = path.parent().unwrap_or(&path);
        fs::create_dir_all(around).map_err(|error| refused(around, &error))?;
        check_writable(around)?;
        private.ensure()?;
        check_writable(&private.folder)?;
        let (lock, waited) = take(&private.lock(), &path, patience)?;
        let remarks = sweep(&private, &path)?;
        // Somebody may have published since the output was looked through.
        let last = match last {
            Some(last) if !waited && last.is_current(&path) => Some(last),
            _ => survey(&path, &private)?,
        };
        if last.is_some() {
            check_writable(&path)?;
        }
        Ok(Locked { path, private, last, remarks, _lock: lock })
    }
}

impl Locked {
    /// The place of the output, absolute and without links.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the last run noted, if that run published the generation that is in the output now.
    #[must_use]
    pub fn record(&self) -> Option<&Record> {
        self.last.as_ref()?.record.as_ref()
    }

    /// Whether every file of the last generation is there, untouched since that run, and nothing else is.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.last.as_ref().is_some_and(Last::is_intact)
    }

    /// What was noticed while tidying up and is no reason to stop; [`Published`](super::Published) repeats it.
    #[must_use]
    pub fn remarks(&self) -> &[Failure] {
        &self.remarks
    }

    /// Opens the stage for the next generation.
    ///
    /// # Errors
    /// If it cannot be created.
    pub fn stage(self) -> Result<Stage, Failure> {
        Stage::open(self)
    }
}

fn check_writable(folder: &Path) -> Result<(), Failure> {
    platform::check_writable(folder).map_err(|error| refused(folder, &error))
}

/// Holds the file at `path` locked for as long as the answer lives, so that nobody else publishes to `what`.
///
/// # Errors
/// Somebody else holds it and we are not to wait, or this disk has no locks.
pub(crate) fn hold(path: &Path, what: &Path, patience: Patience) -> Result<File, Failure> {
    take(path, what, patience).map(|(file, _)| file)
}

/// The lock, and whether it had to be waited for.
fn take(path: &Path, output: &Path, patience: Patience) -> Result<(File, bool), Failure> {
    let file = File::options().write(true).create(true).truncate(false).open(path);
    let file = file.map_err(|error| refused(path, &error))?;
    match file.try_lock() {
        Ok(()) => return Ok((file, false)),
        Err(TryLockError::Error(error)) => return Err(no_locks(path, &error)),
        Err(TryLockError::WouldBlock) if patience == Patience::Refuse => {
            let text = Text::new("publish-busy").with("output", output.display());
            return Err(Failure::new(text).hint("publish-busy-hint"));
        }
        Err(TryLockError::WouldBlock) => {}
    }
    loop {
        match file.lock() {
            Ok(()) => return Ok((file, true)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(no_locks(path, &error)),
        }
    }
}

fn no_locks(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Text::new("publish-no-locks").with("path", path.display()).with("reason", error))
        .hint("publish-no-locks-hint")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Site, note};
    use super::*;

    #[test]
    fn the_second_publisher_is_refused_or_waits() {
        let site = Site::new();
        let first = site.lock();
        assert_eq!(site.resolve().unwrap().lock(Patience::Refuse).unwrap_err().text.id, "publish-busy");
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                let locked = site.resolve().unwrap().lock(Patience::Wait).unwrap();
                locked.record().map(|record| record.note.key.clone())
            });
            let stage = first.stage().unwrap();
            stage.write("index.html", b"by the first").unwrap();
            stage.publish(note("first")).unwrap();
            assert_eq!(second.join().unwrap().as_deref(), Some("first"));
        });
    }

    #[test]
    fn a_lock_is_free_again_when_its_holder_is_gone() {
        let site = Site::new();
        drop(site.lock());
        drop(site.lock());
    }

    #[test]
    fn what_came_after_the_first_look_is_seen_under_the_lock() {
        let site = Site::new();
        let output = site.resolve().unwrap();
        site.publish(&[("index.html", "somebody else's")]);
        let locked = output.lock(Patience::Refuse).unwrap();
        assert!(locked.is_intact());
        drop(locked);
        let output = site.resolve().unwrap();
        site.publish(&[("index.html", "again")]);
        assert!(output.lock(Patience::Refuse).unwrap().is_intact());
    }

    #[test]
    fn a_record_of_another_generation_is_no_record() {
        let site = Site::new();
        assert!(site.lock().record().is_none() && !site.lock().is_intact());
        site.publish(&[("index.html", "one")]);
        let old = fs::read(site.private().join("record.json")).unwrap();
        assert_eq!(site.lock().record().unwrap().note, note("key"));
        site.publish(&[("index.html", "two")]);
        fs::write(site.private().join("record.json"), old).unwrap();
        assert!(site.lock().record().is_none() && !site.lock().is_intact());
        fs::remove_dir_all(site.private()).unwrap();
        assert!(site.lock().record().is_none());
    }
}
