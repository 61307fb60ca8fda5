//! From files of this machine to the same files in a folder of the server: by rsync where both sides have it, else by sftp.
//!
//! Nothing here is trusted: the fingerprint of every file is asked for where it lies, afterwards.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::programs::{Programs, quoted_for_sftp};
use super::refusal::not_started;
use crate::diagnostic::Failure;

/// The server is told that we are still there every so many seconds; it waits five minutes.
const STILL: Duration = Duration::from_mins(1);

/// Files on their way to a folder of the server.
pub(super) struct Transfer<'a> {
    pub programs: &'a Programs,
    /// The folder of this machine.
    pub from: &'a Path,
    /// The paths in it.
    pub files: &'a [&'a str],
    /// The folder of the server.
    pub folder: &'a str,
    /// The name of the release beside it whose files may resemble these.
    pub former: Option<&'a str>,
    /// Whether the server has rsync.
    pub has_rsync: bool,
}

/// How a program that brings files ended.
pub(super) enum Ended {
    Well,
    /// What it said.
    Badly(String),
    /// It is not on this machine, or cannot do what is asked of it.
    Unfit,
}

impl Transfer<'_> {
    /// Brings the files there. `still` says now and then that it goes on.
    ///
    /// # Errors
    /// Whatever keeps a file from being there, as far as the program says it.
    pub fn execute(&self, mut still: impl FnMut()) -> Result<Result<(), String>, Failure> {
        if self.has_rsync {
            match self.rsync(&mut still)? {
                Ended::Well => return Ok(Ok(())),
                Ended::Badly(said) => return Ok(Err(said)),
                Ended::Unfit => {}
            }
        }
        match self.sftp(&mut still)? {
            Ended::Well => Ok(Ok(())),
            Ended::Badly(said) => Ok(Err(said)),
            Ended::Unfit => Err(not_started("sftp", &std::io::ErrorKind::NotFound.into())),
        }
    }

    fn rsync(&self, still: &mut impl FnMut()) -> Result<Ended, Failure> {
        let names = self.files.iter().flat_map(|path| [path.as_bytes(), b"\0"]).collect::<Vec<_>>().concat();
        let command = self.programs.rsync(self.from, self.folder, self.former);
        run(command, names, still).map_err(|error| not_started("rsync", &error))
    }

    fn sftp(&self, still: &mut impl FnMut()) -> Result<Ended, Failure> {
        let from = std::path::absolute(self.from).unwrap_or_else(|_| self.from.to_owned());
        let mut batch = format!("cd {}\n", quoted_for_sftp(self.folder));
        // Writing to a string cannot fail.
        for path in self.files {
            // No name can be taken for an option.
            let (source, target) = (from.join(path), quoted_for_sftp(&format!("./{path}")));
            let _ = writeln!(batch, "put {} {target}", quoted_for_sftp(&source.to_string_lossy()));
        }
        run(self.programs.sftp(), batch.into_bytes(), still).map_err(|error| not_started("sftp", &error))
    }
}

/// Runs a program with that input, and says now and then that it goes on.
pub(super) fn run(mut command: Command, input: Vec<u8>, still: &mut impl FnMut()) -> std::io::Result<Ended> {
    let mut child = match command.stdout(Stdio::null()).spawn() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Ended::Unfit),
        other => other?,
    };
    let (mut pipe, errors) = (child.stdin.take(), child.stderr.take());
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        // A program that ends early reads no more of it, and says why itself.
        scope.spawn(move || pipe.take().map(|mut pipe| pipe.write_all(&input)));
        scope.spawn(move || {
            let mut said = Vec::new();
            let _ = errors.map(|mut errors| errors.read_to_end(&mut said));
            let _ = sender.send(String::from_utf8_lossy(&said).into_owned());
        });
        let said = loop {
            match receiver.recv_timeout(STILL) {
                Ok(said) => break said,
                Err(RecvTimeoutError::Timeout) => still(),
                Err(RecvTimeoutError::Disconnected) => break String::new(),
            }
        };
        let status = child.wait()?;
        Ok(match status.code() {
            Some(0) => Ended::Well,
            // rsync: an option that it does not know, another protocol, a shell that says something at login.
            Some(1 | 2 | 4) if command.get_program() == "rsync" => Ended::Unfit,
            _ => Ended::Badly(said),
        })
    })
}
