//! The grammar of the command line, with its help in the language of the tool.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use crate::diagnostic::{Failure, Text};
use crate::report::Voice;

/// What became of arguments that name no command to run.
pub(super) enum Answer {
    /// Help or the version was asked for and shown.
    Shown,
    /// They mean nothing.
    Refused(Failure),
}

/// Parses the arguments, the program's name first.
pub(super) fn parse(arguments: &[OsString], voice: &Voice) -> Result<ArgMatches, Answer> {
    command(voice).try_get_matches_from(arguments).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            Answer::Shown
        }
        _ => Answer::Refused(refusal(&error)),
    })
}

/// What is wrong with the arguments, in the tool's own words.
fn refusal(error: &clap::Error) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let text = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Text::new("cli-no-command"),
        ErrorKind::UnknownArgument => Text::new("cli-unknown-argument").with("argument", argument),
        ErrorKind::InvalidSubcommand => {
            Text::new("cli-unknown-command").with("command", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => Text::new("cli-missing-argument").with("argument", argument),
        ErrorKind::ArgumentConflict => {
            Text::new("cli-conflict").with("argument", argument).with("other", context(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match context(ContextKind::InvalidValue) {
            value if value.is_empty() => Text::new("cli-missing-value").with("argument", argument),
            value => Text::new("cli-invalid-value").with("argument", argument).with("value", value),
        },
        _ => Text::new("cli-refused").with("problem", error.kind()),
    };
    let known = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::ValidValue].map(context);
    let hint = match known.into_iter().find(|known| !known.is_empty()) {
        Some(known) if !known.contains(", ") => Text::new("did-you-mean").with("name", known),
        Some(known) => Text::new("cli-known").with("values", known),
        None => Text::new("cli-help"),
    };
    Failure::new(text).hint(hint)
}

/// The whole grammar.
pub(super) fn command(voice: &Voice) -> Command {
    let say = |id: &'static str| voice.say(&Text::new(id));
    let template =
        format!("{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n", say("help-usage"));
    let plain = |name: &'static str, about: &'static str, examples: &'static str| {
        Command::new(name)
            .about(say(about))
            .after_help(format!("\n{}\n{}", say("help-examples"), say(examples)))
            .help_template(template.clone())
            .disable_help_flag(true)
            .arg(help(voice))
    };
    let sited = |name, about, examples| plain(name, about, examples).args(common(voice));
    let heading = say("help-arguments");
    Command::new("diptych")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("help-about"))
        .help_template(format!("{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}\n", say("help-usage")))
        .subcommand_help_heading(say("help-commands"))
        .subcommand_value_name(say("help-command-name"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help(voice))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(say("help-version"))
                .help_heading(say("help-options")),
        )
        .arg(language(voice).global(true))
        .subcommand(
            plain("init", "help-init", "help-init-examples").arg(
                Arg::new("directory")
                    .required(true)
                    .value_name(say("help-directory-name"))
                    .value_parser(value_parser!(PathBuf))
                    .help(say("help-init-directory"))
                    .help_heading(heading.clone()),
            ),
        )
        .subcommand(super::new::arguments(sited("new", "help-new", "help-new-examples"), voice))
        .subcommand(super::sign::arguments(sited("sign", "help-sign", "help-sign-examples"), voice))
        .subcommand(super::proof::arguments(sited("proof", "help-proof", "help-proof-examples"), voice))
        .subcommand(super::check::arguments(sited("check", "help-check", "help-check-examples"), voice))
        .subcommand(
            sited("build", "help-build", "help-build-examples")
                .arg(flag(voice, "no-minify", "help-no-minify"))
                .arg(flag(voice, "wait", "help-wait")),
        )
        .subcommand(super::deploy::arguments(sited("deploy", "help-deploy", "help-deploy-examples"), voice))
        .subcommand(super::verify::arguments(sited("verify", "help-verify", "help-verify-examples"), voice))
        .subcommand(super::server::arguments(sited("server", "help-server", "help-server-examples"), voice))
        .subcommand(super::timer::arguments(sited("timer", "help-timer", "help-timer-examples"), voice))
        .subcommand(super::watch::arguments(sited("watch", "help-watch", "help-watch-examples"), voice))
        .subcommand(sited("list", "help-list", "help-list-examples"))
        .subcommand(sited("next", "help-next", "help-next-examples"))
        .subcommand(
            plain("completions", "help-completions", "help-completions-examples").arg(
                Arg::new("shell")
                    .required(true)
                    .value_name("SHELL")
                    .value_parser(value_parser!(Shell))
                    .hide_possible_values(true)
                    .help(say("help-shell"))
                    .help_heading(heading),
            ),
        )
}

fn help(voice: &Voice) -> Arg {
    let say = |id: &'static str| voice.say(&Text::new(id));
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(say("help-help"))
        .help_heading(say("help-options"))
}

fn language(voice: &Voice) -> Arg {
    choice(voice, "language", "help-language", ["en", "fr"])
}

/// An option with one of a few words as its value.
fn choice<const N: usize>(voice: &Voice, name: &'static str, help: &'static str, words: [&'static str; N]) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(words.join("|"))
        .value_parser(PossibleValuesParser::new(words))
        .hide_possible_values(true)
        .help(voice.say(&Text::new(help)))
        .help_heading(voice.say(&Text::new("help-options")))
}

/// An option without a value.
pub(super) fn flag(voice: &Voice, name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(voice.say(&Text::new(help)))
        .help_heading(voice.say(&Text::new("help-options")))
}

/// An option with a value.
pub(super) fn value(voice: &Voice, name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(voice.say(&Text::new(value)))
        .help(voice.say(&Text::new(help)))
        .help_heading(voice.say(&Text::new("help-options")))
}

/// The notice that a command is about.
pub(super) fn reference(voice: &Voice) -> Arg {
    Arg::new("reference")
        .required(true)
        .value_name(voice.say(&Text::new("help-reference-name")))
        .help(voice.say(&Text::new("help-reference")))
        .help_heading(voice.say(&Text::new("help-arguments")))
}

/// The options that all commands on a site share.
fn common(voice: &Voice) -> [Arg; 5] {
    [
        value(voice, "site", "help-directory-name", "help-site").value_parser(value_parser!(PathBuf)),
        value(voice, "output", "help-directory-name", "help-output").value_parser(value_parser!(PathBuf)),
        value(voice, "now", "help-moment-name", "help-now"),
        choice(voice, "format", "help-format", ["human", "json", "github"]),
        flag(voice, "deny-warnings", "help-deny-warnings"),
    ]
}
