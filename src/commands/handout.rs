//! Files for whoever runs a machine: shown, or written into a folder and over nothing that is there.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::cli;
use super::init::unwritable;
use super::terminal::{Terminal, print};
use crate::diagnostic::{Failure, Text};
use crate::report::Voice;

/// The arguments that say where the files go.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let folder = cli::value(voice, "to", "help-directory-name", "help-handout-to");
    command
        .arg(folder.value_parser(value_parser!(PathBuf)))
        .arg(cli::flag(voice, "force", "help-handout-force").requires("to"))
}

/// Shows files, each a name and a text, or writes them into the folder that was named.
pub(super) fn hand_out(files: &[(String, String)], matches: &ArgMatches, terminal: &Terminal) -> Result<(), Failure> {
    let Some(folder) = matches.get_one::<PathBuf>("to") else {
        let texts: Vec<_> = files.iter().map(|(_, text)| text.as_str()).collect();
        print(&texts.join("\n"));
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    for (name, text) in files {
        let path = folder.join(name);
        write(&path, text, matches.get_flag("force"))?;
        terminal.say(&Text::new("handout-written").with("path", path.display()));
    }
    Ok(())
}

/// What is there is not written over unless that is asked for: it may have been changed by hand.
fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let opened = if force { fs::File::create(path) } else { fs::File::create_new(path) };
    match opened.and_then(|mut file| file.write_all(text.as_bytes())) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Failure::new(Text::new("handout-there").with("path", path.display())).hint("handout-there-hint"))
        }
        Err(error) => Err(unwritable(path, &error)),
        Ok(()) => Ok(()),
    }
}

/// Whether a text holds none of the signs for which no two servers, shells or schedulers have the same way to write them.
pub(super) fn is_plain(text: &str) -> bool {
    !text.contains(|sign: char| sign.is_control() || "\"'`\\${}%".contains(sign))
}
