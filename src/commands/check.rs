//! `diptych check`: everything that a build would say, writing nothing; with `--fix`, what is mechanical is mended first.

use std::io::Read;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value};

use super::Outcome;
use super::cli::flag;
use super::fix::{self, Next};
use super::options::Common;
use super::progress::Watched;
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Failure, Severity, Text};
use crate::domain::SitePath;
use crate::load::{Folder, Source, decode};
use crate::pipeline::{self, Sink};
use crate::render::Minify;
use crate::report::{self, Format, Style, Voice};

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    command.arg(flag(voice, "fix", "help-fix")).arg(flag(voice, "yes", "help-fix-yes").requires("fix"))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let source = Folder::open(&common.site)?;
    if matches.get_flag("fix") && fix::run(&source, matches.get_flag("yes"), terminal)? == Next::Stop {
        return Ok(Outcome::Clean);
    }
    let prepared = pipeline::prepare(&source, common.now)?;
    let mut log = prepared.log;
    if let Some(prepared) = prepared.value.filter(|_| !log.has_errors()) {
        let nowhere = Nowhere;
        let watched = Watched::new(&nowhere, prepared.plan().pages.len());
        log.append(prepared.render(&source, &watched, Minify::Yes)?.log);
    }
    Ok(conclude(&log.sorted(), &source, &common, terminal))
}

/// Says all findings and how many there are.
pub(super) fn conclude(findings: &[Diagnostic], source: &Folder, common: &Common, terminal: &Terminal) -> Outcome {
    let faulty = say(findings, source, common, terminal);
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if findings.is_empty() {
        terminal.remark(&Text::new("check-clean"));
    } else {
        terminal.remark(&Text::new("check-summary").with_count("errors", errors).with_count("warnings", warnings));
    }
    if faulty { Outcome::Faulty } else { Outcome::Clean }
}

/// Says all findings; whether they keep the site from being published.
pub(super) fn say(findings: &[Diagnostic], source: &Folder, common: &Common, terminal: &Terminal) -> bool {
    terminal.findings(findings, common.format, &texts(source));
    are_faulty(findings, common)
}

/// Findings as the object that a program gets, to be put beside what else it is told.
pub(super) fn as_json(findings: &[Diagnostic], source: &Folder, terminal: &Terminal) -> Map<String, Value> {
    let report = report::findings(findings, Format::Json, Style::Plain, &terminal.voice, &texts(source));
    serde_json::from_str(&report).unwrap_or_default()
}

/// The texts of the site's files, for excerpts.
fn texts(source: &Folder) -> impl Fn(&SitePath) -> Option<String> {
    let listing = source.list().ok().map(|listing| listing.value);
    move |path| {
        let entry = listing.as_ref()?.get(path.as_str())?;
        decode(path, source.bytes(entry).ok()?).ok()
    }
}

/// Whether findings keep the site from being published.
pub(super) fn are_faulty(findings: &[Diagnostic], common: &Common) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error || common.deny_warnings)
}

/// Takes files and keeps nothing.
struct Nowhere;

impl Sink for Nowhere {
    fn file(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    fn copy(&self, _: &str, _: &mut dyn Read) -> Result<(), Failure> {
        Ok(())
    }

    fn picture(&self, _: &str, _: &dyn Fn() -> Option<Vec<u8>>) -> Result<(), Failure> {
        Ok(())
    }

    fn wants_all(&self) -> bool {
        false
    }
}
