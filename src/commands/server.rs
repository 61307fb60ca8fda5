//! `diptych server nginx|apache|caddy`: the configuration of a web server for the site.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf, absolute};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::init::unwritable;
use super::options::Common;
use super::terminal::{Terminal, print};
use super::{Outcome, cli, deploy};
use crate::deploy::CURRENT;
use crate::diagnostic::{Failure, Text};
use crate::domain::{Site, TargetKind};
use crate::load::Folder;
use crate::publish;
use crate::report::Voice;
use crate::serving::Server;

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let say = |id: &'static str| voice.say(&Text::new(id));
    let folder = |name, help| cli::value(voice, name, "help-directory-name", help).value_parser(value_parser!(PathBuf));
    let server = Arg::new("server")
        .required(true)
        .value_name("nginx|apache|caddy")
        .value_parser(PossibleValuesParser::new(["nginx", "apache", "caddy"]))
        .hide_possible_values(true)
        .help(say("help-server-name"))
        .help_heading(say("help-arguments"));
    command
        .arg(server)
        .arg(cli::value(voice, "target", "help-target-name", "help-server-target").conflicts_with("root"))
        .arg(folder("root", "help-server-root"))
        .arg(folder("to", "help-server-to"))
        .arg(cli::flag(voice, "force", "help-server-force").requires("to"))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let source = Folder::open(&common.site)?;
    let site = match deploy::site(&source, &common, terminal)? {
        Ok(site) => site,
        Err(outcome) => return Ok(outcome),
    };
    let Some(server) = matches.get_one::<String>("server").and_then(|name| Server::named(name)) else {
        return Ok(Outcome::Clean);
    };
    let root = root(&site, matches, &common)?;
    let text = server.configuration(&site, &root, terminal.voice.tongue().code());
    match matches.get_one::<PathBuf>("to") {
        None => print(&text),
        Some(folder) => {
            let path = folder.join(server.file(&site));
            write(&path, &text, matches.get_flag("force"))?;
            terminal.say(&Text::new("server-written").with("path", path.display()));
        }
    }
    Ok(Outcome::Clean)
}

/// Where the files of the site lie on the server: as typed, or where a target has its live release, or else where the
/// output is built.
fn root(site: &Site, matches: &ArgMatches, common: &Common) -> Result<String, Failure> {
    let live = |kind: &TargetKind| match kind {
        TargetKind::Folder { path } => Some(publish::settle(&common.site.join(path)).map(|path| path.join(CURRENT))),
        TargetKind::Ssh(server) => Some(Ok(Path::new(&server.path).join(CURRENT))),
        // A program has its folder where only that program knows.
        TargetKind::Command { .. } => None,
    };
    let targets = site.targets.iter().filter_map(|target| Some((target.name.value.as_str(), live(&target.kind)?)));
    let mut targets: Vec<_> = targets.collect();
    let root = match (matches.get_one::<PathBuf>("root"), matches.get_one::<String>("target")) {
        (Some(root), _) => absolute(root).unwrap_or_else(|_| root.clone()),
        (None, Some(wanted)) => {
            let root = targets.into_iter().find_map(|(name, root)| (name == wanted).then_some(root));
            root.unwrap_or_else(|| {
                let failure = Failure::new(Text::new("server-no-root").with("target", wanted));
                Err(failure.hint("server-root-option-hint"))
            })?
        }
        (None, None) if targets.len() > 1 => {
            let names: Vec<_> = targets.iter().map(|(name, _)| *name).collect();
            let hint = Text::new("server-which-target-hint").with("targets", names.join(", "));
            return Err(Failure::new("deploy-which-target").hint(hint));
        }
        (None, None) => match targets.pop() {
            Some((_, only)) => only?,
            None => publish::settle(&common.output)?,
        },
    };
    match root.to_str().filter(|root| is_plain(root)) {
        Some(root) => Ok(root.trim_end_matches('/').to_owned()),
        None => Err(Failure::new(Text::new("server-root").with("path", root.display())).hint("server-root-hint")),
    }
}

/// Whether a text holds none of the signs for which no two servers, shells or schedulers have the same way to write them.
pub(super) fn is_plain(text: &str) -> bool {
    !text.contains(|sign: char| sign.is_control() || "\"'`\\${}%".contains(sign))
}

/// Nothing that is there is written over unless that is asked for: it may have been changed by hand.
pub(super) fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    }
    let opened = if force { fs::File::create(path) } else { fs::File::create_new(path) };
    match opened.and_then(|mut file| file.write_all(text.as_bytes())) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Failure::new(Text::new("server-there").with("path", path.display())).hint("server-there-hint"))
        }
        Err(error) => Err(unwritable(path, &error)),
        Ok(()) => Ok(()),
    }
}
