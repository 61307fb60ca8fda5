//! `diptych completions SHELL`: the script by which a shell completes the commands.

use clap::ArgMatches;
use clap_complete::{Shell, generate};

use super::terminal::{Terminal, print};
use super::{Outcome, cli};

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Outcome {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return Outcome::Clean };
    let mut script = Vec::new();
    generate(*shell, &mut cli::command(&terminal.voice), "diptych", &mut script);
    print(&String::from_utf8_lossy(&script));
    Outcome::Clean
}
