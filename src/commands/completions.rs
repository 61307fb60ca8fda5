//! `diptych completions SHELL`: the script by which a shell completes the commands.

use clap::ArgMatches;
use clap_complete::{Shell, generate};

use super::terminal::Terminal;
use super::{Outcome, cli};
use crate::diagnostic::Failure;

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return Ok(Outcome::Clean) };
    let mut script = Vec::new();
    generate(*shell, &mut cli::command(&terminal.voice), "diptych", &mut script);
    terminal.print(&String::from_utf8_lossy(&script));
    Ok(Outcome::Clean)
}
