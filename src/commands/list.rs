//! `diptych list`: the notices and their states.

use std::fmt::Write as _;

use clap::ArgMatches;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::options::Common;
use super::terminal::{Terminal, print};
use super::{Outcome, check};
use crate::diagnostic::{Failure, Severity, Text};
use crate::domain::{Bilingual, Deadline, Instant, Notice, Side, Site, Standing};
use crate::load::Folder;
use crate::pipeline::{self, Material};
use crate::report::Format;

#[derive(Serialize)]
struct Listed {
    reference: String,
    state: &'static str,
    extended: bool,
    title: Value,
    deadline: Option<String>,
    published: Option<String>,
    url: Value,
}

/// Runs the command. Notices of which one edition is missing cannot be listed; the findings say so.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let source = Folder::open(&common.site)?;
    let read = pipeline::read(&source)?;
    let findings = read.log.sorted();
    let faulty = findings.iter().any(|finding| finding.severity == Severity::Error);
    let Some(material) = read.value else {
        check::say(&findings, &source, &common, terminal);
        return Ok(Outcome::Faulty);
    };
    match common.format {
        Format::Json => print(&json_list(&material, common.now)),
        Format::Human | Format::Github => print(&table(&material, common.now, terminal)),
    }
    if faulty {
        let human = Common { format: Format::Human, ..common };
        check::say(&findings, &source, &human, terminal);
        return Ok(Outcome::Faulty);
    }
    Ok(Outcome::Clean)
}

fn json_list(material: &Material, now: Instant) -> String {
    let site = &material.words.site;
    let listed: Vec<_> = material.pairs.notices.iter().map(|notice| listed(notice, site, now)).collect();
    let mut text = serde_json::to_string_pretty(&listed).unwrap_or_default();
    text.push('\n');
    text
}

fn listed(notice: &Notice, site: &Site, now: Instant) -> Listed {
    let facts = &notice.facts.clone().known_at(now);
    let title = |side: Side| Value::from(notice.editions[side].words.title.value.clone());
    let url = |side: Side| match site.notice_path(side, &facts.reference, &notice.editions[side].words) {
        Some(path) => json!(format!("{}{path}", site.address)),
        None => Value::Null,
    };
    Listed {
        reference: facts.reference.clone(),
        state: Standing::at(&notice.facts, now, site.marks).state.word(),
        extended: facts.extended.is_some(),
        title: by_language(site, title),
        deadline: facts.deadline.map(|deadline| match deadline {
            Deadline::Ongoing => "ongoing".to_owned(),
            Deadline::At(moment) => moment.to_string(),
        }),
        published: facts.published.map(|moment| moment.to_string()),
        url: by_language(site, url),
    }
}

fn by_language(site: &Site, value: impl Fn(Side) -> Value) -> Value {
    Value::Object(
        Side::BOTH.into_iter().map(|side| (site.languages[side].code.clone(), value(side))).collect::<Map<_, _>>(),
    )
}

/// A table for people: reference, state, deadline, both titles.
fn table(material: &Material, now: Instant, terminal: &Terminal) -> String {
    let voice = &terminal.voice;
    let site = &material.words.site;
    let row = |notice: &Notice| {
        let standing = Standing::at(&notice.facts, now, site.marks);
        let deadline = match notice.facts.clone().known_at(now).deadline {
            None => "–".to_owned(),
            Some(Deadline::Ongoing) => voice.say(&Text::new("list-ongoing")),
            Some(Deadline::At(moment)) => voice.date(&moment),
        };
        let titles = Bilingual::as_ref(&notice.editions).map(|edition| edition.words.title.value.as_str());
        let state = voice.say(&Text::new(state_message(standing.state)));
        [notice.facts.reference.clone(), state, deadline, titles.left.to_owned(), titles.right.to_owned()]
    };
    let mut rows: Vec<[String; 5]> = material.pairs.notices.iter().map(|notice| row(notice)).collect();
    rows.sort();
    let headings = ["list-reference", "list-state", "list-deadline"].map(|id| voice.say(&Text::new(id)));
    let [reference, state, deadline] = headings;
    let codes = site.languages.as_ref().map(|language| language.code.to_uppercase());
    rows.insert(0, [reference, state, deadline, codes.left, codes.right]);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default().min(48);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let shown: String = if cell.chars().count() > *width {
                cell.chars().take(width - 1).chain(['…']).collect()
            } else {
                cell.clone()
            };
            // Writing to a string cannot fail.
            let _ = write!(line, "{shown:width$}  ");
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// The message that names a state.
pub(super) const fn state_message(state: crate::domain::State) -> &'static str {
    use crate::domain::State;
    match state {
        State::Draft => "state-draft",
        State::Scheduled => "state-scheduled",
        State::Open => "state-open",
        State::ClosingSoon => "state-closing-soon",
        State::Closed => "state-closed",
        State::Cancelled => "state-cancelled",
        State::Filled => "state-filled",
        State::Withdrawn => "state-withdrawn",
    }
}
