//! A target that a program of the institution's own brings releases to.
//!
//! diptych cannot look at that place. So it keeps the releases itself, in its private folder beside the output, and the
//! program gets the folder of the one that is to be live, at a rollback too. Only if the program says that all went well
//! does the release count as live.

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};

use super::folder::Folder;
use super::release::{Id, MANIFEST, Release};
use super::target::{Cargo, Digests, Shelf, Slot, Target};
use crate::diagnostic::{Failure, Text};
use crate::publish::{self, Patience};

/// A program, and the releases that it was given.
#[derive(Debug)]
pub struct Command {
    name: String,
    program: OsString,
    arguments: Vec<String>,
    /// Where the program runs: in the folder of the site.
    site: PathBuf,
    releases: Folder,
}

impl Command {
    /// The target of that name, for a site in that folder with that output.
    ///
    /// # Errors
    /// The disk failed.
    pub fn of(name: &str, run: &[String], site: &Path, output: &Path) -> Result<Self, Failure> {
        let site = publish::settle(site)?;
        let (program, arguments) = run.split_first().map_or(("", run), |(program, rest)| (program.as_str(), rest));
        // A path is meant from the site's folder, a plain name is looked for like all programs.
        let program = if program.contains('/') { site.join(program).into() } else { OsString::from(program) };
        let kept = publish::private_place(&publish::settle(output)?, &format!("target-{name}"));
        let releases = Folder::private(kept);
        Ok(Self { name: name.to_owned(), program, arguments: arguments.to_vec(), site, releases })
    }

    fn failed(&self, id: &'static str, reason: impl std::fmt::Display) -> Failure {
        let text = Text::new(id).with("program", Path::new(&self.program).display()).with("reason", reason);
        Failure::new(text).hint(Text::new("deploy-command-hint").with("target", &self.name))
    }
}

impl Target for Command {
    fn look(&mut self) -> Result<Shelf, Failure> {
        self.releases.look()
    }

    fn own_file(&mut self, release: &Id, name: &'static str) -> Result<Option<Vec<u8>>, Failure> {
        self.releases.own_file(release, name)
    }

    fn digests(&mut self, slot: &Slot) -> Result<Digests, Failure> {
        self.releases.digests(slot)
    }

    fn lock(&mut self, patience: Patience) -> Result<(), Failure> {
        self.releases.lock(patience)
    }

    fn receive(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        self.releases.receive(release, cargo)
    }

    fn settle(&mut self, release: &Id) -> Result<(), Failure> {
        self.releases.settle(release)
    }

    fn discard(&mut self, release: &Id) {
        self.releases.discard(release);
    }

    fn switch(&mut self, release: &Id) -> Result<(), Failure> {
        let folder = self.releases.slot(&Slot::Release(release.clone()));
        let mut command = process::Command::new(&self.program);
        command.current_dir(&self.site).args(&self.arguments).arg(&folder).stdin(Stdio::null());
        // Our own output may be read by a program.
        command.stdout(Stdio::from(io::stderr()));
        command.env("DIPTYCH_RELEASE", release.to_string()).env("DIPTYCH_MANIFEST", folder.join(MANIFEST));
        command.env("DIPTYCH_TARGET", &self.name);
        let status = command.status().map_err(|error| match error.kind() {
            ErrorKind::NotFound => self.failed("deploy-command-missing", error),
            _ => self.failed("deploy-command-refused", error),
        })?;
        if !status.success() {
            return Err(self.failed("deploy-command-failed", status));
        }
        self.releases.switch(release)
    }

    fn remove(&mut self, release: &Id, manifest: &Release) -> Result<(), Failure> {
        self.releases.remove(release, manifest)
    }

    fn can_be_verified(&self) -> bool {
        false
    }
}
