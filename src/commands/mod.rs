//! The commands: what was typed, what it means, and what is said about it. One file for each.
//!
//! [`run`] can be called more than once in a process: it reads arguments, the environment and the clock, which nothing
//! below it does.

mod build;
mod check;
mod cli;
mod completions;
mod deploy;
mod fix;
mod handout;
mod init;
mod list;
mod new;
mod next;
mod notice;
mod options;
mod progress;
mod proof;
mod server;
mod sign;
mod source_file;
mod terminal;
mod timer;
mod verify;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::diagnostic::Failure;
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well: exit code 0.
    Clean,
    /// The content has errors and nothing was published: exit code 1.
    Faulty,
}

/// Runs the command that the arguments name. The exit code is 0 when all is well, 1 when the content has errors and nothing
/// was published, 2 when the command could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let tongue = options::tongue(&arguments);
    let mut terminal = Terminal::new(tongue);
    let outcome = match cli::parse(&arguments, &terminal.voice) {
        Ok(matches) => execute(&matches, &mut terminal),
        Err(cli::Answer::Shown) => Ok(Outcome::Clean),
        Err(cli::Answer::Refused(failure)) => Err(failure),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Err(failure) => {
            terminal.failure(&failure);
            ExitCode::from(2)
        }
    }
}

fn execute(matches: &clap::ArgMatches, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    match matches.subcommand() {
        Some(("init", matches)) => init::run(matches, terminal),
        Some(("new", matches)) => new::run(matches, terminal),
        Some(("check", matches)) => check::run(matches, terminal),
        Some(("build", matches)) => build::run(matches, terminal),
        Some(("deploy", matches)) => deploy::run(matches, terminal),
        Some(("verify", matches)) => verify::run(matches, terminal),
        Some(("server", matches)) => server::run(matches, terminal),
        Some(("timer", matches)) => timer::run(matches, terminal),
        Some(("watch", matches)) => watch::run(matches, terminal),
        Some(("list", matches)) => list::run(matches, terminal),
        Some(("next", matches)) => next::run(matches, terminal),
        Some(("sign", matches)) => sign::run(matches, terminal),
        Some(("proof", matches)) => proof::run(matches, terminal),
        Some(("completions", matches)) => Ok(completions::run(matches, terminal)),
        _ => Ok(Outcome::Clean),
    }
}
