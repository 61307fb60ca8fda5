//! `diptych timer systemd|cron`: what makes a machine deploy the site on time.
//!
//! The instants at which a site changes move with every edit. So a timer does not name them: it deploys each minute, which
//! transfers nothing where nothing has changed.

use std::env;
use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use super::handout::{self, is_plain};
use super::init::unwritable;
use super::options::Common;
use super::terminal::Terminal;
use super::{Outcome, cli, deploy};
use crate::diagnostic::{Failure, Text};
use crate::domain::{DeployTarget, Site};
use crate::load::Folder;
use crate::publish;
use crate::report::Voice;

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let say = |id: &'static str| voice.say(&Text::new(id));
    let timer = Arg::new("timer")
        .required(true)
        .value_name("systemd|cron")
        .value_parser(PossibleValuesParser::new(["systemd", "cron"]))
        .hide_possible_values(true)
        .help(say("help-timer-name"))
        .help_heading(say("help-arguments"));
    let command = command.arg(timer).arg(cli::value(voice, "target", "help-target-name", "help-target"));
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
    let program = env::current_exe().map_err(|error| unwritable(Path::new("diptych"), &error))?;
    let run = Run {
        program: plain(&program)?,
        folder: plain(&publish::settle(&common.site)?)?,
        target: &target(&site, matches)?.name.value,
        voice: &terminal.voice,
    };
    let is_cron = matches.get_one::<String>("timer").is_some_and(|timer| timer == "cron");
    let files = if is_cron { vec![run.crontab()] } else { vec![run.service(), run.timer()] };
    handout::hand_out(&files, matches, terminal)?;
    Ok(Outcome::Clean)
}

/// The target that the option names, or the only one. Here it is an option, as the kind of timer has no name before it.
fn target<'a>(site: &'a Site, matches: &ArgMatches) -> Result<&'a DeployTarget, Failure> {
    deploy::chosen(site, matches).map_err(|failure| match failure.hint {
        Some(hint) if hint.id == "deploy-which-target-hint" => {
            let hint = Text { id: "timer-which-target-hint", ..hint };
            Failure { hint: Some(hint), ..failure }
        }
        _ => failure,
    })
}

/// What is to be run, and for whom it is explained.
struct Run<'a> {
    program: String,
    folder: String,
    target: &'a str,
    voice: &'a Voice,
}

impl Run<'_> {
    fn say(&self, id: &'static str) -> String {
        self.voice.say(&Text::new(id).with("target", self.target))
    }

    fn service(&self) -> (String, String) {
        let user = user().map(|user| format!("User={user}\n")).unwrap_or_default();
        let name = format!("diptych-{}.service", self.target);
        let text = format!(
            "# {name}\n# {how}\n[Unit]\nDescription={description}\nWants=network-online.target\nAfter=network-online.target\n\n\
             [Service]\nType=oneshot\n{user}WorkingDirectory={folder}\n\
             ExecStart=\"{program}\" deploy {target} --yes --wait\n",
            how = self.say("timer-systemd"),
            description = self.say("timer-description"),
            folder = self.folder,
            program = self.program,
            target = self.target,
        );
        (name, text)
    }

    fn timer(&self) -> (String, String) {
        let name = format!("diptych-{}.timer", self.target);
        let text = format!(
            "# {name}\n# {how}\n[Unit]\nDescription={description}\n\n\
             [Timer]\nOnCalendar=minutely\nAccuracySec=1s\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n",
            how = self.say("timer-systemd"),
            description = self.say("timer-description"),
        );
        (name, text)
    }

    fn crontab(&self) -> (String, String) {
        let Self { program, folder, target, .. } = self;
        let line = format!("* * * * * cd \"{folder}\" && \"{program}\" deploy {target} --yes --wait >/dev/null");
        (format!("diptych-{target}.crontab"), format!("# {}\n{line}\n", self.say("timer-cron")))
    }
}

/// Who is to deploy: whoever types. An administrator, for whom `sudo` writes where others may not, is to be nobody else.
fn user() -> Option<String> {
    let named = |name: &str| env::var(name).ok().filter(|user| is_plain(user) && !user.is_empty());
    let user = named("USER")?;
    if user == "root" { named("SUDO_USER").or(Some(user)) } else { Some(user) }
}

/// A path that systemd, cron and shells all read as it stands.
fn plain(path: &Path) -> Result<String, Failure> {
    match path.to_str().filter(|path| is_plain(path)) {
        Some(path) => Ok(path.to_owned()),
        None => Err(Failure::new(Text::new("timer-path").with("path", path.display())).hint("timer-path-hint")),
    }
}
