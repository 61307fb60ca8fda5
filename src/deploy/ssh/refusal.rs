//! From what ssh, rsync, sftp and the programs of a server say to a message that says what to do.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::programs::Programs;
use crate::deploy::refusal::at;
use crate::diagnostic::{Failure, Text};

/// What visitors see while something fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// The site as it was.
    Before,
    /// The one or the other: the release was just being made live.
    Between,
    /// The new one; only tidying up is left.
    After,
}

/// Failures of a server at a moment.
pub(super) struct Refusals<'a> {
    pub programs: &'a Programs,
    pub moment: Moment,
}

/// What ssh says, and the message for it.
const CONNECTIONS: [(&str, &str, &str); 10] = [
    ("REMOTE HOST IDENTIFICATION HAS CHANGED", "ssh-other-key", "ssh-other-key-hint"),
    ("Host key verification failed", "ssh-unknown-key", "ssh-unknown-key-hint"),
    ("Permission denied (", "ssh-denied", "ssh-denied-hint"),
    ("Too many authentication failures", "ssh-denied", "ssh-denied-hint"),
    ("Could not resolve hostname", "ssh-no-host", "ssh-no-host-hint"),
    ("Connection refused", "ssh-unreachable", "ssh-unreachable-hint"),
    ("timed out", "ssh-unreachable", "ssh-unreachable-hint"),
    ("No route to host", "ssh-unreachable", "ssh-unreachable-hint"),
    ("Network is unreachable", "ssh-unreachable", "ssh-unreachable-hint"),
    ("sftp connections only", "ssh-no-shell", "ssh-no-shell-hint"),
];

impl Refusals<'_> {
    fn told(&self, id: &'static str, hint: &'static str, reason: &str) -> Failure {
        let server = self.programs.server();
        let text = Text::new(id).with("host", &server.host).with("reason", reason);
        Failure::new(text).hint(Text::new(hint).with("host", &server.host).with("command", self.programs.by_hand()))
    }

    /// There is no connection any more, or never was one.
    pub fn cut(&self, said: &str) -> Failure {
        let reason = last_line(said);
        match self.moment {
            Moment::Between => return self.told("ssh-unsure", "ssh-unsure-hint", reason),
            Moment::After => return self.told("ssh-cut-after", "ssh-cut-after-hint", reason),
            Moment::Before => {}
        }
        let known = CONNECTIONS.iter().find(|(words, ..)| said.contains(words));
        known.map_or_else(|| self.told("ssh-cut", "ssh-cut-hint", reason), |(_, id, hint)| self.told(id, hint, reason))
    }

    /// A program of the server failed at a path, or rsync or sftp did.
    pub fn failed(&self, path: &str, said: &str) -> Failure {
        let place = format!("{}:{path}", self.programs.server().host);
        let place = Path::new(&place);
        if self.moment == Moment::After {
            let text = Text::new("deploy-leftover").with("path", place.display()).with("reason", last_line(said));
            return Failure::new(text);
        }
        let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
        let (id, hint) = if says(&["No space left", "Disk quota exceeded"]) {
            ("deploy-disk-full", "deploy-disk-full-hint")
        } else if says(&["Read-only file system", "Permission denied", "Operation not permitted"]) {
            ("deploy-denied", "deploy-denied-hint")
        } else {
            ("deploy-failed", "deploy-failed-hint")
        };
        let failure = at(id, hint, place);
        Failure { text: failure.text.with("reason", last_line(said)), ..failure }
    }

    /// What the server's script answers with a code of its own.
    pub fn code(&self, code: u8, said: &str, told: &str) -> Failure {
        let path = &self.programs.server().path;
        let place = |path: &str| format!("{}:{path}", self.programs.server().host);
        let at = |id, hint, path: &str| at(id, hint, Path::new(&place(path)));
        match code {
            30 => {
                let text = Text::new("ssh-no-tool").with("host", &self.programs.server().host);
                Failure::new(text.with("tool", told.trim())).hint("ssh-no-tool-hint")
            }
            31 => at("deploy-no-folder", "ssh-place-hint", path),
            32 => {
                at("deploy-no-parent", "deploy-no-parent-hint", path.rsplit_once('/').map_or("/", |(parent, _)| parent))
            }
            33 => at("deploy-no-link", "deploy-no-link-hint", &format!("{path}/current")),
            35 => at("ssh-busy", "ssh-busy-hint", path),
            36 => {
                let failure = at("ssh-busy", "ssh-busy-folder-hint", path);
                let lock = Text::new("ssh-busy-folder-hint").with("path", format!("{path}/releases/.diptych-lock.d"));
                Failure::new(failure.text).hint(lock)
            }
            _ => self.failed(path, said),
        }
    }
}

/// A program of this machine could not be started.
pub(super) fn not_started(program: &str, error: &io::Error) -> Failure {
    let id = if error.kind() == ErrorKind::NotFound { "ssh-missing" } else { "ssh-broken" };
    let text = Text::new(id).with("program", program).with("reason", error);
    Failure::new(text).hint(Text::new("ssh-missing-hint").with("program", program))
}

/// The last line that says something: programs say first what they were about to do.
fn last_line(said: &str) -> &str {
    said.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or("–")
}
