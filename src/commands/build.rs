//! `diptych build`: check, then publish, whole or not at all.

use std::fmt::Write as _;
use std::io::Read;
use std::time::Instant as Stopwatch;
use std::{env, fs};

use clap::ArgMatches;
use serde::{Deserialize, Serialize};

use super::options::Common;
use super::progress::Watched;
use super::terminal::Terminal;
use super::{Outcome, check};
use crate::diagnostic::{Diagnostic, Failure, Text};
use crate::domain::{Instant, State, Zone};
use crate::load::Folder;
use crate::pipeline::{self, Census, Fingerprint, Prepared, Sink, Totals};
use crate::publish::{Compress, Note, Output, Patience, Record, Stage};
use crate::render::Minify;
use crate::report::Voice;

/// What is said at the end of a build, kept for the next one: nothing else is needed where nothing has changed.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Summary {
    pages: usize,
    states: Vec<(String, usize)>,
    until: Option<i64>,
    zone: String,
}

/// What a build came to.
pub(super) enum Built {
    /// The content has errors, and nothing was published.
    Faulty(Vec<Diagnostic>),
    /// The output is up to date.
    Done(Box<Done>),
}

/// An output that is up to date.
pub(super) struct Done {
    summary: Summary,
    /// The site; nothing where it was not read, since nothing has changed.
    pub prepared: Option<Prepared>,
    /// What the site was when the build began.
    pub fingerprint: Fingerprint,
    /// What was found that is no error.
    pub findings: Vec<Diagnostic>,
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let begun = Stopwatch::now();
    let common = Common::read(matches)?;
    let minify = if matches.get_flag("no-minify") { Minify::No } else { Minify::Yes };
    let source = Folder::open(&common.site)?;
    match build(&source, &common, minify, patience(matches), terminal)? {
        Built::Faulty(findings) => Ok(check::conclude(&findings, &source, &common, terminal)),
        Built::Done(done) => {
            if done.prepared.is_some() {
                check::say(&done.findings, &source, &common, terminal);
            }
            finish(&done.summary, &common, begun, terminal);
            Ok(Outcome::Clean)
        }
    }
}

/// Whether to wait for somebody else who publishes.
pub(super) fn patience(matches: &ArgMatches) -> Patience {
    if matches.get_flag("wait") { Patience::Wait } else { Patience::Refuse }
}

/// Brings the output up to date. Findings are not said here.
pub(super) fn build(
    source: &Folder,
    common: &Common,
    minify: Minify,
    patience: Patience,
    terminal: &Terminal,
) -> Result<Built, Failure> {
    let locked = Output::resolve(&common.output, &common.site)?.lock(patience)?;
    let fingerprint = pipeline::fingerprint(source, &format!("{} {minify:?}", program()))?;
    let key = fingerprint.digest.to_string();
    if let Some(summary) = locked.record().and_then(|record| unchanged(record, &key, common.now))
        && locked.is_intact()
    {
        locked.remarks().iter().for_each(|remark| terminal.caution(remark));
        return Ok(Built::Done(Box::new(Done { summary, prepared: None, fingerprint, findings: Vec::new() })));
    }
    let prepared = pipeline::prepare(source, common.now)?;
    let mut log = prepared.log;
    let Some(prepared) = prepared.value.filter(|_| !log.has_errors()) else {
        return Ok(Built::Faulty(log.sorted()));
    };
    let compress = if prepared.material().words.site.compress { Compress::Yes } else { Compress::No };
    let stage = locked.stage()?.with(compress);
    let plan = prepared.plan();
    let watched = Watched::new(&stage, plan.pages.len() + plan.attachments.len());
    let rendered = prepared.render(source, &watched, minify)?;
    drop(watched);
    log.append(rendered.log);
    let clean = log.is_empty();
    let findings = log.sorted();
    if check::are_faulty(&findings, common) {
        return Ok(Built::Faulty(findings));
    }
    let summary = Summary::of(prepared.census(), rendered.value, &prepared.material().words.site.zone);
    // A build with warnings says them again the next time; one whose sources changed meanwhile is done again.
    let remembered = clean && fingerprint.still_holds(source, &prepared.material().listing)?;
    let key = if remembered { key } else { String::new() };
    let valid = (common.now.0, summary.until.unwrap_or(i64::MAX));
    let published = stage.publish(Note { key, valid, summary: serde_json::to_string(&summary).unwrap_or_default() })?;
    published.remarks.iter().for_each(|remark| terminal.caution(remark));
    Ok(Built::Done(Box::new(Done { summary, prepared: Some(prepared), fingerprint, findings })))
}

/// This very program: its version, and the size and time of its file, since two of one version may differ while diptych is
/// being changed. Where the file cannot be looked at, the version has to do.
fn program() -> String {
    let file = env::current_exe().and_then(fs::metadata).ok();
    let stamp = file.map(|file| (file.len(), file.modified().ok()));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}

/// The summary of the last build, if this one would make the same output.
fn unchanged(record: &Record, key: &str, now: Instant) -> Option<Summary> {
    let (from, until) = record.note.valid;
    let same = record.note.key == key && from <= now.0 && now.0 < until;
    same.then(|| serde_json::from_str(&record.note.summary).ok()).flatten()
}

impl Summary {
    fn of(census: &Census, totals: Totals, zone: &Zone) -> Self {
        let states = census
            .states
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(state, count)| (state.word().to_owned(), *count));
        Self {
            pages: totals.pages,
            states: states.collect(),
            until: census.until.map(|until| until.0),
            zone: zone.name(),
        }
    }

    /// When the output changes by itself.
    fn next(&self, voice: &Voice) -> Text {
        match (self.until, Zone::named(&self.zone)) {
            (Some(until), Some(zone)) => Text::new("build-next")
                .with("moment", voice.moment(&zone.moment(Instant(until))))
                .with("zone", &self.zone),
            _ => Text::new("build-no-next"),
        }
    }
}

impl Done {
    /// When the output changes by itself, in a sentence.
    pub fn next(&self, voice: &Voice) -> Text {
        self.summary.next(voice)
    }

    /// When the output changes by itself.
    pub fn until(&self) -> Option<Instant> {
        self.summary.until.map(Instant)
    }
}

/// The one line at the end: pages, notices by state, time, and the next instant at which the output changes by itself.
fn finish(summary: &Summary, common: &Common, begun: Stopwatch, terminal: &Terminal) {
    let voice = &terminal.voice;
    let mut states = String::new();
    for (word, count) in &summary.states {
        let separator = if states.is_empty() { "" } else { ", " };
        let id = State::ALL.into_iter().find(|state| state.word() == word).map_or("count-open", count_message);
        // Writing to a string cannot fail.
        let _ = write!(states, "{separator}{}", voice.say(&Text::new(id).with_count("count", *count)));
    }
    let next = summary.next(voice);
    let seconds = format!("{:.2}", begun.elapsed().as_secs_f64());
    let seconds = crate::domain::Decimal::parse(&seconds).map_or(seconds, |decimal| voice.number(&decimal));
    let line = Text::new("build-done")
        .with_count("pages", summary.pages)
        .with("states", states)
        .with("seconds", seconds)
        .with("output", common.output.display())
        .with_text("next", next);
    // The output belongs to the findings where a machine reads them.
    if common.format == crate::report::Format::Human {
        terminal.say(&line);
    } else {
        terminal.remark(&line);
    }
}

const fn count_message(state: State) -> &'static str {
    match state {
        State::Draft => "count-draft",
        State::Scheduled => "count-scheduled",
        State::Open => "count-open",
        State::ClosingSoon => "count-closing-soon",
        State::Closed => "count-closed",
        State::Cancelled => "count-cancelled",
        State::Filled => "count-filled",
        State::Withdrawn => "count-withdrawn",
    }
}

impl Sink for Stage {
    fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write(path, bytes)
    }

    fn copy(&self, path: &str, mut from: &mut dyn Read) -> Result<(), Failure> {
        Self::copy(self, path, &mut from)
    }

    fn picture(&self, path: &str, draw: &dyn Fn() -> Option<Vec<u8>>) -> Result<(), Failure> {
        if self.take_over(path)? { Ok(()) } else { draw().map_or(Ok(()), |bytes| self.write(path, &bytes)) }
    }
}
