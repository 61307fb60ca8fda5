//! `diptych server nginx|apache|caddy`: the configuration of a web server for the site.

use std::path::{Path, PathBuf, absolute};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::handout::{self, is_plain};
use super::options::Common;
use super::terminal::Terminal;
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
    let server = Arg::new("server")
        .required(true)
        .value_name("nginx|apache|caddy")
        .value_parser(PossibleValuesParser::new(["nginx", "apache", "caddy"]))
        .hide_possible_values(true)
        .help(say("help-server-name"))
        .help_heading(say("help-arguments"));
    let root = cli::value(voice, "root", "help-directory-name", "help-server-root");
    let command = command
        .arg(server)
        .arg(cli::value(voice, "target", "help-target-name", "help-server-target").conflicts_with("root"))
        .arg(root.value_parser(value_parser!(PathBuf)));
    handout::arguments(command, voice)
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
    handout::hand_out(&[(server.file(&site), text)], matches, terminal)?;
    Ok(Outcome::Clean)
}

/// Where the files of the site lie on the server: as typed, or where a target has its live release, or else where the
/// output is built.
fn root(site: &Site, matches: &ArgMatches, common: &Common) -> Result<String, Failure> {
    let live = |kind: &TargetKind| match kind {
        TargetKind::Folder { path } => Some(publish::settle(&common.site.join(path)).map(|path| path.join(CURRENT))),
        TargetKind::Ssh(server) => Some(Ok(Path::new(&server.path).join(CURRENT))),
        // A bucket has a server of its own, and a program has its folder where only that program knows.
        TargetKind::Bucket(_) | TargetKind::Command { .. } => None,
    };
    let targets = site.targets.iter().filter_map(|target| Some((target.name.value.as_str(), live(&target.kind)?)));
    let mut targets: Vec<_> = targets.collect();
    let root = match (matches.get_one::<PathBuf>("root"), matches.get_one::<String>("target")) {
        (Some(root), _) => absolute(root).unwrap_or_else(|_| root.clone()),
        (None, Some(wanted)) => {
            deploy::chosen(site, matches)?;
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
