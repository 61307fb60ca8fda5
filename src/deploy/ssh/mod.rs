//! A target on a server: `releases/ID/` and the link `current` to the live one, reached by the ssh of this machine.
//!
//! One connection stays open and holds the lock; [`Session`] speaks with a small script at its other end. Files travel by
//! rsync or sftp. What runs on the server needs a POSIX shell and the usual small programs, nothing of ours.

mod programs;
mod refusal;
mod session;
mod transfer;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process;

use self::programs::{Programs, quoted};
use self::refusal::{Moment, Refusals, not_started};
use self::session::{Answer, Session};
use self::transfer::{Ended, Transfer, run};
use super::refusal::at;
use super::release::{Id, MANIFEST, Release, SIGNATURE, is_own};
use super::target::{CURRENT, Cargo, Digests, RELEASES, Shelf, Slot, Target};
use crate::diagnostic::Failure;
use crate::domain::{Digest, Server};
use crate::publish::{self, Patience};

/// The server's script says that there is no such file.
const NO_FILE: u8 = 34;

/// A folder of a server.
#[derive(Debug)]
pub(super) struct Ssh {
    programs: Programs,
    session: Option<Session>,
    has_rsync: bool,
    moment: Moment,
}

impl Ssh {
    /// The target on a server, of a site with that output. Connects only when it is asked for something.
    ///
    /// # Errors
    /// The disk failed.
    pub fn of(server: &Server, output: &Path) -> Result<Self, Failure> {
        let socket = publish::private_place(&publish::settle(output)?, &format!("ssh-{}", process::id()));
        let programs = Programs::new(server.clone(), Some(socket));
        Ok(Self { programs, session: None, has_rsync: false, moment: Moment::Before })
    }

    const fn refusals(&self) -> Refusals<'_> {
        Refusals { programs: &self.programs, moment: self.moment }
    }

    /// Asks the server for something. Any code may come back.
    fn ask(&mut self, command: &str, paths: &[&str]) -> Result<Answer, Failure> {
        if self.session.is_none() {
            let mut session = Session::open(&self.programs, &self.refusals())?;
            let tools = session.ask("tools").map_err(|said| self.refusals().cut(&said))?;
            if tools.code != 0 {
                return Err(self.refusals().code(tools.code, &tools.said, &String::from_utf8_lossy(&tools.out)));
            }
            self.has_rsync = tools.lines().iter().any(|line| line == "rsync");
            self.session = Some(session);
        }
        let session = self.session.as_mut().map(|session| session.ask_for(command, paths));
        session.unwrap_or_else(|| Err(String::new())).map_err(|said| self.refusals().cut(&said))
    }

    /// Asks the server for something that must go well.
    fn get(&mut self, command: &str, paths: &[&str]) -> Result<Answer, Failure> {
        let answer = self.ask(command, paths)?;
        if answer.code == 0 {
            return Ok(answer);
        }
        Err(self.refusals().code(answer.code, &answer.said, &String::from_utf8_lossy(&answer.out)))
    }

    /// Where a folder of releases lies on the server.
    fn slot(&self, slot: &Slot) -> String {
        format!("{}/{RELEASES}/{slot}", self.programs.server().path)
    }

    /// Brings files of this machine into a folder of releases.
    fn bring(&mut self, slot: &Slot, cargo: &Cargo<'_>) -> Result<(), Failure> {
        if cargo.files.is_empty() {
            return Ok(());
        }
        let folder = self.slot(slot);
        let former = cargo.links.as_ref().map(|(id, _)| id.to_string());
        let transfer = Transfer {
            programs: &self.programs,
            from: cargo.from,
            files: &cargo.files,
            folder: &folder,
            former: former.as_deref(),
            has_rsync: self.has_rsync,
        };
        let session = &mut self.session;
        let ended = transfer.execute(|| session.iter_mut().for_each(Session::still))?;
        let Err(said) = ended else { return Ok(()) };
        if let Some(path) = cargo.files.iter().map(|path| cargo.from.join(path)).find(|path| !path.exists()) {
            return Err(at("deploy-output-changed", "deploy-output-changed-hint", &path));
        }
        Err(self.not_brought(&folder, &said))
    }

    /// Why files did not come in. If nobody says it, the disk may be full: sftp has no word for that.
    fn not_brought(&mut self, folder: &str, said: &str) -> Failure {
        let room = match self.ask("room", &[]) {
            Ok(answer) => free(&answer.lines()),
            // The connection is gone, which is the reason.
            Err(failure) => return failure,
        };
        let said = if room.is_some_and(|room| room < LITTLE) { "No space left on device" } else { said };
        self.refusals().failed(folder, said)
    }

    /// Writes what tells of a release, on a connection of its own.
    fn write(&mut self, slot: &Slot, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = format!("{}/{name}", self.slot(slot));
        let command = format!("exec sh -c {} diptych {}", quoted(r#"umask 022; exec cat >"$1""#), quoted(&path));
        let session = &mut self.session;
        let ended = run(self.programs.beside(&command), bytes.to_vec(), &mut || {
            session.iter_mut().for_each(Session::still);
        });
        match ended.map_err(|error| not_started("ssh", &error))? {
            Ended::Well => Ok(()),
            Ended::Badly(said) => Err(self.not_brought(&path, &said)),
            Ended::Unfit => Err(not_started("ssh", &std::io::ErrorKind::NotFound.into())),
        }
    }

    fn fill(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        let incoming = Slot::Incoming(release.clone());
        self.get(&format!("open {incoming}"), &[])?;
        let linked = cargo.links.iter().flat_map(|(_, paths)| paths);
        let folders: BTreeSet<_> =
            linked.chain(&cargo.files).filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder).collect();
        let folders: Vec<_> = folders.into_iter().collect();
        if !folders.is_empty() {
            self.get(&format!("folders {incoming}"), &folders)?;
        }
        if let Some((from, paths)) = cargo.links.as_ref().filter(|(_, paths)| !paths.is_empty()) {
            self.get(&format!("link {from} {incoming}"), paths)?;
        }
        self.bring(&incoming, cargo)?;
        if let Some(signature) = cargo.signature {
            self.write(&incoming, SIGNATURE, signature)?;
        }
        // Last: as long as it is not there, this is no release.
        self.write(&incoming, MANIFEST, cargo.manifest)
    }
}

/// As many KiB are next to nothing.
const LITTLE: u64 = 128;

/// The free KiB in what `df -P` says: the fourth word of the last line.
fn free(lines: &[String]) -> Option<u64> {
    lines.last()?.split_whitespace().nth(3)?.parse().ok()
}

/// The fingerprint and the path in a line of `sha256sum`, or the path alone of what is no ordinary file.
fn digest(line: &str) -> Option<(String, Option<Digest>)> {
    if let Some(path) = line.strip_prefix("./") {
        return Some((path.to_owned(), None));
    }
    let (sum, path) = line.split_once(' ')?;
    let path = path.trim_start_matches([' ', '*']).strip_prefix("./")?;
    // The sum of a name with a line end begins with a backslash: neither is one of ours.
    Some((path.to_owned(), Digest::parse(sum).filter(|_| !path.contains('\u{fffd}'))))
}

impl Target for Ssh {
    fn look(&mut self) -> Result<Shelf, Failure> {
        let mut shelf = Shelf::default();
        for line in self.get("look", &[])?.lines() {
            match line.split_once(' ') {
                Some(("live", target)) => {
                    let id = target.strip_prefix(&format!("{RELEASES}/")).and_then(Id::parse);
                    let foreign = || {
                        let server = self.programs.server();
                        let link = format!("{}:{}/{CURRENT}", server.host, server.path);
                        let failure = at("deploy-foreign-link", "deploy-foreign-link-hint", Path::new(&link));
                        Failure { text: failure.text.with("target", target), ..failure }
                    };
                    shelf.live = Some(id.ok_or_else(foreign)?);
                }
                Some((kind, name)) => match Slot::parse(name) {
                    Some(Slot::Release(id)) if kind == "folder" => shelf.releases.push(id),
                    Some(Slot::Release(_)) | None if !name.starts_with(LOCK) => shelf.foreign.push(name.to_owned()),
                    Some(Slot::Incoming(_) | Slot::Outgoing(_)) => shelf.is_littered = true,
                    Some(Slot::Release(_)) | None => {}
                },
                None => {}
            }
        }
        shelf.releases.sort_unstable();
        Ok(shelf)
    }

    fn own_file(&mut self, release: &Id, name: &'static str) -> Result<Option<Vec<u8>>, Failure> {
        let answer = self.ask(&format!("file {release} {name}"), &[])?;
        match answer.code {
            NO_FILE => Ok(None),
            0 => Ok(Some(answer.out.strip_suffix(b"\n").unwrap_or(&answer.out).to_vec())),
            code => Err(self.refusals().code(code, &answer.said, "")),
        }
    }

    fn digests(&mut self, slot: &Slot) -> Result<Digests, Failure> {
        let answer = self.get(&format!("digests {slot}"), &[])?;
        Ok(answer.lines().iter().filter_map(|line| digest(line)).collect())
    }

    fn lock(&mut self, patience: Patience) -> Result<(), Failure> {
        let word = match patience {
            Patience::Refuse => "now",
            Patience::Wait => "wait",
        };
        self.get(&format!("lock {word}"), &[])?;
        for line in self.get("look", &[])?.lines() {
            let slot = line.strip_prefix("folder ").and_then(Slot::parse);
            if let Some(slot @ (Slot::Incoming(_) | Slot::Outgoing(_))) = slot {
                // What cannot be cleared away now, will be the next time.
                self.ask(&format!("remove {slot} {slot}"), &[])?;
            }
        }
        self.ask("tidy", &[]).map(drop)
    }

    fn receive(&mut self, release: &Id, cargo: &Cargo<'_>) -> Result<(), Failure> {
        self.fill(release, cargo).inspect_err(|_| self.discard(release))
    }

    fn settle(&mut self, release: &Id) -> Result<(), Failure> {
        self.get(&format!("settle {} {release}", Slot::Incoming(release.clone())), &[]).map(drop)
    }

    fn discard(&mut self, release: &Id) {
        let incoming = Slot::Incoming(release.clone());
        // If this fails, the next run sweeps. A connection that is gone is not made anew for it.
        if let Some(session) = &mut self.session {
            let _ = session.ask(&format!("remove {incoming} {incoming}"));
        }
    }

    fn switch(&mut self, release: &Id) -> Result<(), Failure> {
        self.moment = Moment::Between;
        let answer = self.ask(&format!("switch {release}"), &[])?;
        if answer.code == 0 {
            self.moment = Moment::After;
            return Ok(());
        }
        self.moment = Moment::Before;
        Err(self.refusals().code(answer.code, &answer.said, ""))
    }

    fn remove(&mut self, release: &Id, manifest: &Release) -> Result<(), Failure> {
        let folder = Slot::Release(release.clone());
        let lines = self.get(&format!("paths {folder}"), &[])?.lines();
        let is_ours = |path: &str| manifest.files.contains_key(path) || is_own(path);
        if let Some(path) = lines.iter().filter_map(|line| line.strip_prefix("./")).find(|path| !is_ours(path)) {
            let place = format!("{}:{}/{path}", self.programs.server().host, self.slot(&folder));
            return Err(at("deploy-foreign-file", "deploy-foreign-file-hint", Path::new(&place)));
        }
        self.get(&format!("remove {folder} {}", Slot::Outgoing(release.clone())), &[]).map(drop)
    }
}

/// The beginning of the names of what keeps others out.
const LOCK: &str = ".diptych-lock";

impl Drop for Ssh {
    fn drop(&mut self) {
        self.session = None;
        // ssh removes its socket, unless it was killed.
        if let Some(socket) = self.programs.socket() {
            let _ = fs::remove_file(socket);
        }
    }
}
