//! From commands to what the server answers: one connection, at whose other end our own script reads a line at a time.
//!
//! The script travels over the connection, so nothing of ours lies on the server, and paths never pass through a shell.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{self, Child, ChildStdin, ChildStdout, Stdio};
use std::thread::{self, JoinHandle};

use super::programs::{Programs, quoted};
use super::refusal::{Refusals, not_started};
use crate::diagnostic::Failure;

/// What runs on the server.
const SCRIPT: &str = include_str!("server.sh");
/// Reads the script up to a line with a dot, whatever the shell of the user is, and runs it. It holds no apostrophe, no
/// backslash and no exclamation mark, which shells read in different ways.
const BOOT: &str = "n=$(echo; echo :); n=${n%:}; s=; while IFS= read -r l; do case $l in .) break ;; esac; s=$s$l$n; done; eval \"$s\"";

/// What the server answers a command with.
#[derive(Debug)]
pub(super) struct Answer {
    /// The lines, each with its end.
    pub out: Vec<u8>,
    /// What a program of the server said, where something failed.
    pub said: String,
    /// 0, or why not; `server.sh` says what each code means.
    pub code: u8,
}

impl Answer {
    /// The lines as text. Names that are none stay recognisable.
    pub fn lines(&self) -> Vec<String> {
        String::from_utf8_lossy(&self.out).lines().map(str::to_owned).collect()
    }
}

/// A connection.
#[derive(Debug)]
pub(super) struct Session {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    said: Option<JoinHandle<String>>,
    word: String,
}

impl Session {
    /// Connects.
    ///
    /// # Errors
    /// ssh is missing on this machine. That the server refuses shows at the first command.
    pub fn open(programs: &Programs, refusals: &Refusals<'_>) -> Result<Self, Failure> {
        let word = format!("={:x}", process::id());
        let command =
            format!("exec sh -c {} diptych {} {}", quoted(BOOT), quoted(&programs.server().path), quoted(&word));
        let mut ssh = programs.session(&command);
        let mut child = ssh.stdout(Stdio::piped()).spawn().map_err(|error| not_started("ssh", &error))?;
        let (Some(input), Some(output), Some(mut errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(refusals.cut(""));
        };
        let said = thread::spawn(move || {
            let mut said = Vec::new();
            let _ = errors.read_to_end(&mut said);
            String::from_utf8_lossy(&said).into_owned()
        });
        let mut session = Self { child, input: Some(input), output: BufReader::new(output), said: Some(said), word };
        // A server that refuses reads nothing; why, the first answer tells that does not come.
        let _ = session.write(format!("{SCRIPT}.\n").as_bytes());
        Ok(session)
    }

    /// Asks for something.
    ///
    /// # Errors
    /// The connection is gone: what ssh said about it.
    pub fn ask(&mut self, command: &str) -> Result<Answer, String> {
        self.ask_for(command, &[])
    }

    /// Asks for something about a list of paths.
    ///
    /// # Errors
    /// The connection is gone: what ssh said about it.
    pub fn ask_for(&mut self, command: &str, paths: &[&str]) -> Result<Answer, String> {
        let mut text = format!("{command}\n");
        for path in paths {
            text.push_str(path);
            text.push('\n');
        }
        if !paths.is_empty() {
            text.push_str(".\n");
        }
        let answer = self.write(text.as_bytes()).and_then(|()| self.answer());
        answer.map_err(|error| self.end(&error))
    }

    /// Says that we are still there.
    pub fn still(&mut self) {
        let _ = self.write(b"still\n");
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let input = self.input.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        input.write_all(bytes)?;
        input.flush()
    }

    fn answer(&mut self) -> io::Result<Answer> {
        let mut answer = Answer { out: Vec::new(), said: String::new(), code: 0 };
        let mut is_said = false;
        loop {
            let mut line = Vec::new();
            if self.output.read_until(b'\n', &mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let text = String::from_utf8_lossy(&line);
            if let Some(code) = text.strip_prefix(&self.word).and_then(|rest| rest.trim().parse().ok()) {
                answer.code = code;
                return Ok(answer);
            }
            match text.strip_prefix("! ") {
                Some(said) => {
                    is_said = true;
                    answer.said.push_str(said);
                }
                None if is_said => answer.said.push_str(&text),
                None => answer.out.extend(&line),
            }
        }
    }

    /// Ends the connection; returns what ssh said, or what struck us.
    fn end(&mut self, error: &io::Error) -> String {
        self.input = None;
        let _ = self.child.wait();
        let said = self.said.take().and_then(|said| said.join().ok()).unwrap_or_default();
        if said.trim().is_empty() { error.to_string() } else { said }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The script ends with its input, and ssh with the script.
        self.input = None;
        let _ = self.child.wait();
    }
}
