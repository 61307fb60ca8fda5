//! `diptych deploy [TARGET]`: builds, shows what would change for visitors, asks, and brings the output to a target.

mod back;
mod show;

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

pub(super) use self::show::print_json;
use self::show::{Ending, Prevention, Shown};
use super::build::{self, Built, Done};
use super::options::Common;
use super::terminal::Terminal;
use super::{Outcome, check, cli, new};
use crate::deploy::{self, Plan, Removals, Sent, Target};
use crate::diagnostic::{Diagnostic, Failure, Log, Text};
use crate::domain::{DeployTarget, Site, SitePath};
use crate::load::{Folder, Source, decode};
use crate::pipeline::{self, Prepared};
use crate::publish::{self, Patience};
use crate::read;
use crate::render::Minify;
use crate::report::{Format, Voice};

/// So often a deployment begins anew because somebody else was faster.
const ATTEMPTS: usize = 5;

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let flag = |name, help| cli::flag(voice, name, help);
    let sign: Arg = cli::value(voice, "sign", "help-file-name", "help-sign-release");
    let rollback: Arg = cli::value(voice, "rollback", "help-release-name", "help-rollback");
    command
        .arg(target_argument(voice))
        .arg(flag("dry-run", "help-dry-run").conflicts_with("yes"))
        .arg(flag("yes", "help-yes"))
        .arg(flag("allow-removals", "help-allow-removals"))
        .arg(rollback.num_args(0..=1).default_missing_value("").conflicts_with("allow-removals"))
        .arg(flag("releases", "help-releases").conflicts_with_all(["rollback", "dry-run", "yes", "allow-removals"]))
        .arg(sign.value_parser(value_parser!(PathBuf)).conflicts_with_all(["rollback", "releases"]))
        .arg(flag("wait", "help-wait"))
}

/// The target that a command is about.
pub(super) fn target_argument(voice: &Voice) -> Arg {
    Arg::new("target")
        .value_name(voice.say(&Text::new("help-target-name")))
        .help(voice.say(&Text::new("help-target")))
        .help_heading(voice.say(&Text::new("help-arguments")))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let source = Folder::open(&common.site)?;
    if matches.get_flag("releases") || matches.contains_id("rollback") {
        let site = match site(&source, &common, terminal)? {
            Ok(site) => site,
            Err(outcome) => return Ok(outcome),
        };
        let mut place = Place::of(&site, matches, &common)?;
        return if matches.get_flag("releases") {
            back::list(&mut place, &common, terminal)
        } else {
            back::go(&mut place, (&site, &source), matches, &common, terminal)
        };
    }
    // Who agreed beforehand, and waits, deploys what is right when it is their turn.
    let is_patient = matches.get_flag("yes") && build::patience(matches) == Patience::Wait;
    for _ in 1..ATTEMPTS {
        match attempt(matches, &common, &source, terminal) {
            Err(failure) if is_patient && failure.text.id == "deploy-changed-meanwhile" => {}
            ended => return ended,
        }
    }
    attempt(matches, &common, &source, terminal)
}

/// Builds, plans and deploys.
fn attempt(matches: &ArgMatches, common: &Common, source: &Folder, terminal: &Terminal) -> Result<Outcome, Failure> {
    let built = build::build(source, common, Minify::Yes, build::patience(matches), terminal)?;
    let mut done = match built {
        Built::Faulty(findings) => return Ok(check::conclude(&findings, source, common, terminal)),
        Built::Done(done) => *done,
    };
    let prepared = prepared(&mut done, source, common)?;
    let items = publish::contents(&common.output)?;
    // Somebody else may have built the site again, from sources that were changed since.
    if !done.fingerprint.still_holds(source, &prepared.material().listing)? {
        return Err(changed());
    }
    let site = &prepared.material().words.site;
    let mut place = Place::of(site, matches, common)?;
    let release = deploy::release(&prepared, source, items, common.now)?;
    let plan = Plan::new(&mut *place.target, release)?;
    let removals = if matches.get_flag("allow-removals") { Removals::Allowed } else { Removals::Refused };
    let mut log: Log = deploy::vanished(&plan, &prepared, removals);
    log.extend(std::mem::take(&mut done.findings));
    let findings = log.sorted();
    let is_checked = place.target.can_be_verified();
    let shown = Shown::plan(&plan, (&place.name, is_checked), prepared.material(), &done);
    let asked = Asked { matches, common, source, terminal, findings: &findings };
    asked.deploy(&mut *place.target, &plan, &shown)
}

/// The site as `site.yaml` alone tells it: a rollback must not wait until all notices are in order.
pub(super) fn site(source: &Folder, common: &Common, terminal: &Terminal) -> Result<Result<Site, Outcome>, Failure> {
    let path = SitePath::new("site.yaml");
    let listing = source.list()?.value;
    let bytes = listing.get(path.as_str()).map(|entry| source.bytes(entry)).transpose()?.unwrap_or_default();
    let (site, findings) = match decode(&path, bytes) {
        Ok(text) => {
            let read = read::site(&text);
            (read.value, read.log.sorted())
        }
        Err(finding) => (None, vec![*finding]),
    };
    match site {
        Some(site) => Ok(Ok(site)),
        None => Ok(Err(check::conclude(&findings, source, common, terminal))),
    }
}

/// The target that the arguments name, or the only one.
pub(super) fn chosen<'a>(site: &'a Site, matches: &ArgMatches) -> Result<&'a DeployTarget, Failure> {
    let known = || site.targets.iter().map(|target| target.name.value.as_str()).collect::<Vec<_>>().join(", ");
    match (matches.get_one::<String>("target"), site.targets.as_slice()) {
        (_, []) => Err(Failure::new("deploy-no-target").hint("deploy-no-target-hint")),
        (None, [only]) => Ok(only),
        (None, _) => {
            let hint = Text::new("deploy-which-target-hint").with("targets", known());
            Err(Failure::new("deploy-which-target").hint(hint))
        }
        (Some(name), targets) => targets.iter().find(|target| target.name.value == *name).ok_or_else(|| {
            let hint = Text::new("known-values").with("values", known());
            Failure::new(Text::new("deploy-unknown-target").with("target", name)).hint(hint)
        }),
    }
}

/// A target that was chosen.
pub(super) struct Place {
    pub name: String,
    pub target: Box<dyn Target>,
}

impl Place {
    /// The target that the arguments name, or the only one.
    pub fn of(site: &Site, matches: &ArgMatches, common: &Common) -> Result<Self, Failure> {
        let chosen = chosen(site, matches)?;
        let target = deploy::open(chosen, &common.site, &common.output)?;
        Ok(Self { name: chosen.name.value.clone(), target })
    }
}

/// The site as it was built. It is read again where the build had nothing to do.
fn prepared(done: &mut Done, source: &Folder, common: &Common) -> Result<Prepared, Failure> {
    match done.prepared.take() {
        Some(prepared) => Ok(prepared),
        None => pipeline::prepare(source, common.now)?.value.ok_or_else(changed),
    }
}

fn changed() -> Failure {
    Failure::new(Text::new("load-changed").with("path", "site.yaml")).hint("load-changed-hint")
}

/// A deployment as it was asked for.
struct Asked<'a> {
    matches: &'a ArgMatches,
    common: &'a Common,
    source: &'a Folder,
    terminal: &'a Terminal,
    findings: &'a [Diagnostic],
}

impl Asked<'_> {
    fn deploy(&self, target: &mut dyn Target, plan: &Plan, shown: &Shown<'_>) -> Result<Outcome, Failure> {
        let terminal = self.terminal;
        plan.remarks.iter().for_each(|remark| terminal.caution(remark));
        if self.common.format != Format::Json {
            check::say(self.findings, self.source, self.common, terminal);
        }
        let end = |ending: Ending<'_>| shown.end(&ending, self.findings, self.source, self.common, terminal);
        let is_signed = plan.is_live() && self.is_signed(plan)?;
        if plan.is_done() && is_signed {
            end(Ending::Unchanged);
            return Ok(Outcome::Clean);
        }
        let tell = || {
            shown.show(self.common, terminal);
            if !target.is_switched_at_once() && plan.shelf.live.is_some() {
                terminal.remark(&Text::new("deploy-not-at-once"));
            }
        };
        if self.common.format != Format::Json {
            tell();
        }
        if check::are_faulty(self.findings, self.common) {
            end(Ending::Refused);
            return Ok(Outcome::Faulty);
        }
        if plan.is_blind() && !self.matches.get_flag("allow-removals") {
            end(Ending::Prevented(Prevention::Blind));
            return Err(Failure::new("deploy-blind").hint("deploy-blind-hint"));
        }
        if let Some((removed, all)) = plan.excess_of_removals()
            && !self.matches.get_flag("allow-removals")
        {
            end(Ending::Prevented(Prevention::Removals { removed, all }));
            let text = Text::new("deploy-removals").with_count("removed", removed).with_count("all", all);
            return Err(Failure::new(text).hint("deploy-removals-hint"));
        }
        if self.matches.get_flag("dry-run") {
            end(Ending::Planned);
            return Ok(Outcome::Clean);
        }
        // Whoever is asked must know what they agree to; the object comes when it is known how this ends.
        if self.common.format == Format::Json && !self.matches.get_flag("yes") {
            tell();
        }
        let agreed = is_agreed("deploy-ask", self.matches, terminal);
        if !matches!(agreed, Ok(true)) {
            end(Ending::Stopped);
        }
        if !agreed? {
            terminal.remark(&Text::new("deploy-stopped"));
            return Ok(Outcome::Clean);
        }
        let patience = build::patience(self.matches);
        let output = &self.common.output;
        let signature = if is_signed { None } else { self.signature(plan)? };
        let sent = Sent { output, signature: signature.as_deref() };
        let deployed = deploy::deploy(target, plan, &sent, self.common.now, patience)?;
        deployed.remarks.iter().for_each(|remark| terminal.caution(remark));
        end(Ending::Deployed(&deployed));
        // Somebody must see to it that these go.
        Ok(if deployed.left.is_empty() { Outcome::Clean } else { Outcome::Faulty })
    }

    /// The signature that the next release gets, if it was asked for.
    fn signature(&self, plan: &Plan) -> Result<Option<Vec<u8>>, Failure> {
        let key = self.matches.get_one::<PathBuf>("sign");
        key.map(|key| deploy::sign(&plan.after.to_bytes(), key, &self.common.output)).transpose()
    }

    /// Whether the live release, which is to stay, has the signature that was asked for, if one was.
    fn is_signed(&self, plan: &Plan) -> Result<bool, Failure> {
        match &plan.signature {
            None => Ok(!self.matches.contains_id("sign")),
            // Nothing is signed only to show what would change.
            Some(_) if self.matches.get_flag("dry-run") => Ok(true),
            Some(signature) => Ok(self.signature(plan)?.is_none_or(|new| deploy::are_alike(signature, &new))),
        }
    }
}

/// Whether somebody agrees, beforehand by an option or now.
fn is_agreed(question: &'static str, matches: &ArgMatches, terminal: &Terminal) -> Result<bool, Failure> {
    if matches.get_flag("yes") {
        return Ok(true);
    }
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Failure::new("deploy-nobody-to-ask").hint("deploy-nobody-to-ask-hint"));
    }
    let answer = new::answer(&Text::new(question), terminal)?.unwrap_or_default().to_lowercase();
    Ok(["y", "yes", "o", "oui"].contains(&answer.as_str()))
}
