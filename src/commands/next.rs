//! `diptych next`: when the output will change by itself, and which notices then.

use clap::ArgMatches;
use serde::Serialize;

use super::list::state_message;
use super::options::Common;
use super::terminal::{Terminal, print};
use super::{Outcome, check};
use crate::diagnostic::{Failure, Severity, Text};
use crate::domain::{Bilingual, Instant, Notice, Site, Standing};
use crate::load::Folder;
use crate::pipeline;
use crate::report::Format;

/// The next change, as JSON.
#[derive(Serialize)]
struct Next<'a> {
    /// When, in the zone of the site; null where nothing will change.
    next: Option<String>,
    notices: Vec<Changing<'a>>,
}

/// A notice that changes then, and its state from then on.
#[derive(Serialize)]
struct Changing<'a> {
    reference: &'a str,
    state: &'static str,
}

/// Runs the command. Nothing can be told of sources with errors: what is due may be among what cannot be read.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let source = Folder::open(&common.site)?;
    let read = pipeline::read(&source)?;
    let findings = read.log.sorted();
    let is_faulty = findings.iter().any(|finding| finding.severity == Severity::Error);
    let Some(material) = read.value.filter(|_| !is_faulty) else {
        check::say(&findings, &source, &common, terminal);
        return Ok(Outcome::Faulty);
    };
    let site = &material.words.site;
    let until = |notice: &Notice| Standing::at(&notice.facts, common.now, site.marks).until;
    let notices = || material.pairs.notices.iter().map(|notice| -> &Notice { notice });
    let next = notices().filter_map(until).min();
    let mut changing: Vec<_> = notices().filter(|notice| next.is_some() && until(notice) == next).collect();
    changing.sort_unstable_by_key(|notice| &notice.facts.reference);
    print(&match common.format {
        Format::Json => json(next, &changing, site),
        Format::Human | Format::Github => told(next, &changing, site, (common.now, terminal)),
    });
    Ok(Outcome::Clean)
}

fn json(next: Option<Instant>, changing: &[&Notice], site: &Site) -> String {
    let state = |notice: &Notice| next.map_or("", |next| Standing::at(&notice.facts, next, site.marks).state.word());
    let notices = changing.iter().map(|notice| Changing { reference: &notice.facts.reference, state: state(notice) });
    let next = next.map(|next| site.zone.moment(next).to_string());
    let mut text = serde_json::to_string_pretty(&Next { next, notices: notices.collect() }).unwrap_or_default();
    text.push('\n');
    text
}

fn told(next: Option<Instant>, changing: &[&Notice], site: &Site, (now, terminal): (Instant, &Terminal)) -> String {
    let voice = &terminal.voice;
    let Some(next) = next else { return voice.say(&Text::new("next-none")) + "\n" };
    let moment = voice.moment(&site.zone.moment(next));
    let mut text = voice.say(&Text::new("next-at").with("moment", moment).with("zone", site.zone.name())) + "\n";
    for notice in changing {
        let [before, after] = [now, next].map(|at| Standing::at(&notice.facts, at, site.marks));
        let how = if before.state == after.state { "next-same" } else { state_message(after.state) };
        let titles = Bilingual::as_ref(&notice.editions).map(|edition| edition.words.title.value.clone());
        let line = Text::new("next-notice")
            .with("reference", &notice.facts.reference)
            .with("left", titles.left)
            .with("right", titles.right)
            .with("how", voice.say(&Text::new(how)));
        text.push_str(&voice.say(&line));
        text.push('\n');
    }
    text
}
