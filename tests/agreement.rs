//! Every output knows the same notices: lists, pages, feeds, calendars, open data, files for job boards and what search
//! engines are told, in both languages, a second before, at and a second after each turn in the life of a notice.
//!
//! What the facts say is written out by hand below, in instants with their offsets: the tests share no rule with the
//! program. How each output is read stands in `common/views.rs`.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use diptych::domain::{Instant, State};
use diptych::load::Memory;

use common::views::{Kind, Truth, View, Views};
use common::{Output, build, corpus, instant, places_of};

/// Notices with the facts that their writers state, and below each what must be known of it from an instant on: its
/// state, `extended` once the deadline was moved, `corrected` from that instant on, and `by` the deadline that holds. A cancelled one is `over` when it is
/// no news any more. Before the first instant nobody may know of a notice.
struct Lives {
    zone: &'static str,
    notices: &'static str,
}

/// The clocks go forward on 30 March 2025 at 02:00, and back on 26 October 2025 at 03:00.
const BRUSSELS: Lives = Lives {
    zone: "Europe/Brussels",
    notices: "
spring: published: 2025-02-03; deadline: 2025-03-30
  2025-02-03T00:00:00+01:00 open by 2025-03-30T23:59:00+02:00
  2025-03-23T23:00:00+01:00 closing-soon
  2025-03-31T00:00:00+02:00 closed
autumn: published: 2025-09-01T08:30; deadline: 2025-10-26; location: here; corrections: [{ on: 2025-10-26T02:30:00+01:00, text: A }, { on: 2025-11-03, text: B }]
  2025-09-01T08:30:00+02:00 open by 2025-10-26T23:59:00+01:00
  2025-10-20T01:00:00+02:00 closing-soon
  2025-10-26T02:30:00+01:00 closing-soon corrected
  2025-10-27T00:00:00+01:00 closed
  2025-11-03T00:00:00+01:00 closed corrected
hour_shown_twice: published: 2025-10-20; deadline: 2025-10-26T02:30:00+02:00; location: here
  2025-10-20T00:00:00+02:00 closing-soon by 2025-10-26T02:30:00+02:00
  2025-10-26T02:31:00+02:00 closed
extended_in_time: published: 2025-02-03; deadline: 2025-04-30; extended: { from: 2025-03-30, on: 2025-03-28 }
  2025-02-03T00:00:00+01:00 open by 2025-03-30T23:59:00+02:00
  2025-03-23T23:00:00+01:00 closing-soon
  2025-03-28T00:00:00+01:00 open extended by 2025-04-30T23:59:00+02:00
  2025-04-24T00:00:00+02:00 closing-soon
  2025-05-01T00:00:00+02:00 closed
opened_again: published: 2025-09-15; deadline: 2025-11-30T12:00; location: here; corrections: [{ on: 2025-10-20T17:00, text: A }]; extended: { from: 2025-10-20T17:00, on: 2025-10-26T02:30:00+01:00 }
  2025-09-15T00:00:00+02:00 open by 2025-10-20T17:00:00+02:00
  2025-10-13T17:01:00+02:00 closing-soon
  2025-10-20T17:00:00+02:00 closing-soon corrected
  2025-10-20T17:01:00+02:00 closed
  2025-10-26T02:30:00+01:00 open extended by 2025-11-30T12:00:00+01:00
  2025-11-23T12:01:00+01:00 closing-soon
  2025-11-30T12:01:00+01:00 closed
cancelled: published: 2025-02-03; deadline: 2025-12-31; location: here; cancelled: 2025-03-01T09:00; corrections: [{ on: 2025-03-01T10:00, text: A }]
  2025-02-03T00:00:00+01:00 open by 2025-12-31T23:59:00+01:00
  2025-03-01T09:00:00+01:00 cancelled
  2025-03-01T10:00:00+01:00 cancelled corrected
  2025-03-31T10:00:00+02:00 cancelled over
cancelled_when_closed: published: 2025-02-03; deadline: 2025-03-10; cancelled: 2025-10-26
  2025-02-03T00:00:00+01:00 open by 2025-03-10T23:59:00+01:00
  2025-03-04T00:00:00+01:00 closing-soon
  2025-03-11T00:00:00+01:00 closed
  2025-10-26T00:00:00+02:00 cancelled
  2025-11-24T23:00:00+01:00 cancelled over
filled: published: 2025-03-30T03:00; deadline: ongoing; filled: 2025-10-26T03:00
  2025-03-30T03:00:00+02:00 open by ongoing
  2025-10-26T03:00:00+01:00 filled
withheld: draft: true; published: 2025-02-03; deadline: 2025-12-31; location: here
",
};

/// The clocks go forward on 9 March 2025 at 02:00, and back on 2 November 2025 at 02:00.
const TORONTO: Lives = Lives {
    zone: "America/Toronto",
    notices: "
spring: published: 2025-03-09; deadline: 2025-03-16T17:00; location: here
  2025-03-09T00:00:00-05:00 open by 2025-03-16T17:00:00-04:00
  2025-03-09T17:01:00-04:00 closing-soon
  2025-03-16T17:01:00-04:00 closed
extended_by_a_day: published: 2025-10-06; deadline: 2025-11-02; extended: { from: 2025-11-01, on: 2025-10-31T16:00 }
  2025-10-06T00:00:00-04:00 open by 2025-11-01T23:59:00-04:00
  2025-10-26T00:00:00-04:00 closing-soon
  2025-10-31T16:00:00-04:00 closing-soon extended by 2025-11-02T23:59:00-05:00
  2025-11-03T00:00:00-05:00 closed
extended_and_cancelled: published: 2025-02-01; deadline: 2025-04-30; extended: { from: 2025-03-31, on: 2025-03-09 }; cancelled: 2025-03-09T03:00; location: here
  2025-02-01T00:00:00-05:00 open by 2025-03-31T23:59:00-04:00
  2025-03-09T00:00:00-05:00 open extended by 2025-04-30T23:59:00-04:00
  2025-03-09T03:00:00-04:00 cancelled
  2025-04-08T03:00:00-04:00 cancelled over
cancelled_and_filled: published: 2025-09-01; deadline: 2025-11-20; cancelled: 2025-10-15T12:00; filled: 2025-10-20
  2025-09-01T00:00:00-04:00 open by 2025-11-20T23:59:00-05:00
  2025-10-15T12:00:00-04:00 cancelled
  2025-10-20T00:00:00-04:00 cancelled
  2025-11-14T11:00:00-05:00 cancelled over
filled_then_cancelled: published: 2025-03-01; deadline: ongoing; filled: 2025-11-02T01:30:00-04:00; cancelled: 2025-11-02T01:30:00-05:00
  2025-03-01T00:00:00-05:00 open by ongoing
  2025-11-02T01:30:00-04:00 filled
  2025-11-02T01:30:00-05:00 cancelled
  2025-12-02T01:30:00-05:00 cancelled over
",
};

/// South of the equator: the clocks go back on 6 April 2025 at 03:00, and forward on 28 September 2025 at 02:00.
const AUCKLAND: Lives = Lives {
    zone: "Pacific/Auckland",
    notices: "
autumn: published: 2025-03-01; deadline: 2025-04-06; location: here
  2025-03-01T00:00:00+13:00 open by 2025-04-06T23:59:00+12:00
  2025-03-31T01:00:00+13:00 closing-soon
  2025-04-07T00:00:00+12:00 closed
cancelled_as_it_closes: published: 2025-09-28T03:00; deadline: 2025-10-20T12:00; cancelled: 2025-10-20T12:01
  2025-09-28T03:00:00+13:00 open by 2025-10-20T12:00:00+13:00
  2025-10-13T12:01:00+13:00 closing-soon
  2025-10-20T12:01:00+13:00 cancelled
  2025-11-19T12:01:00+13:00 cancelled over
cancelled: published: 2025-03-01; deadline: ongoing; cancelled: 2025-04-06T02:30:00+13:00; location: here
  2025-03-01T00:00:00+13:00 open by ongoing
  2025-04-06T02:30:00+13:00 cancelled
  2025-05-06T01:30:00+12:00 cancelled over
extended_as_it_closes: published: 2025-08-01; deadline: 2025-10-31; extended: { from: 2025-09-27, on: 2025-09-28 }; location: here
  2025-08-01T00:00:00+12:00 open by 2025-09-27T23:59:00+12:00
  2025-09-21T00:00:00+12:00 closing-soon
  2025-09-28T00:00:00+12:00 open extended by 2025-10-31T23:59:00+13:00
  2025-10-25T00:00:00+13:00 closing-soon
  2025-11-01T00:00:00+13:00 closed
filled: published: 2025-03-01; deadline: 2025-12-31; filled: 2025-09-28
  2025-03-01T00:00:00+13:00 open by 2025-12-31T23:59:00+13:00
  2025-09-28T00:00:00+12:00 filled
",
};

/// Clocks that never change, a quarter of an hour beside those of all others.
const KATHMANDU: Lives = Lives {
    zone: "Asia/Kathmandu",
    notices: "
closes: published: 2025-03-01; deadline: 2025-03-31
  2025-03-01T00:00:00+05:45 open by 2025-03-31T23:59:00+05:45
  2025-03-25T00:00:00+05:45 closing-soon
  2025-04-01T00:00:00+05:45 closed
extended: published: 2025-03-10; deadline: 2025-05-15; location: here; extended: { from: 2025-04-10, on: 2025-04-08T10:15 }
  2025-03-10T00:00:00+05:45 open by 2025-04-10T23:59:00+05:45
  2025-04-04T00:00:00+05:45 closing-soon
  2025-04-08T10:15:00+05:45 open extended by 2025-05-15T23:59:00+05:45
  2025-05-09T00:00:00+05:45 closing-soon
  2025-05-16T00:00:00+05:45 closed
cancelled: published: 2025-03-01; deadline: ongoing; location: here; cancelled: 2025-03-20
  2025-03-01T00:00:00+05:45 open by ongoing
  2025-03-20T00:00:00+05:45 cancelled
  2025-04-19T00:00:00+05:45 cancelled over
",
};

/// The lives of a site's notices, read.
struct Scenario {
    zone: &'static str,
    notices: Vec<Life>,
}

struct Life {
    reference: &'static str,
    /// What its front matter states.
    facts: String,
    /// What must be known of it from an instant on.
    turns: Vec<(Instant, Truth)>,
}

impl Scenario {
    fn of(lives: &Lives) -> Self {
        let mut notices: Vec<Life> = Vec::new();
        for line in lives.notices.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("  ") {
                Some(turn) => notices.last_mut().expect("whose turn it is").turn(turn),
                None => notices.push(Life::of(line)),
            }
        }
        Self { zone: lives.zone, notices }
    }

    /// The site with all its notices, and lines for its `site.yaml`.
    fn site(&self, yaml: &str) -> Memory {
        let mut site = corpus::bare(self.zone);
        site.0.get_mut("site.yaml").expect("the site").extend(yaml.bytes());
        for Life { reference, facts, .. } in &self.notices {
            let english = format!("---\ntitle: A post\n{facts}---\n\n## Summary\n\nWords.\n");
            let corrections: String =
                facts.split_inclusive('\n').filter(|fact| fact.starts_with("corrections")).collect();
            let french = format!("---\ntitle: Un poste\n{corrections}---\n\n## Résumé\n\nDes mots.\n");
            site.0.insert(format!("content/vacancies/{reference}.en.md"), english.into());
            site.0.insert(format!("content/vacancies/{reference}.fr.md"), french.into());
        }
        site
    }

    /// What must be known at an instant.
    fn truths(&self, now: Instant) -> BTreeMap<String, Truth> {
        self.notices.iter().map(|life| (life.reference.to_owned(), life.truth(now))).collect()
    }

    /// Every instant at which something begins or ends, and every deadline.
    fn instants(&self) -> BTreeSet<Instant> {
        let turns = self.notices.iter().flat_map(|life| &life.turns);
        turns.flat_map(|(at, truth)| [Some(*at), truth.deadline]).flatten().collect()
    }
}

impl Life {
    /// `reference: fact; fact; …`
    fn of(line: &'static str) -> Self {
        let (reference, facts) = line.split_once(": ").expect("a reference and facts");
        Self { reference, facts: facts.split("; ").flat_map(|fact| [fact, "\n"]).collect(), turns: Vec::new() }
    }

    /// `instant state [extended] [corrected] [over] [by deadline]`
    fn turn(&mut self, line: &str) {
        let mut words = line.split(' ');
        let at = instant(words.next().expect("an instant"));
        let state = words.next().and_then(|word| State::ALL.into_iter().find(|state| state.word() == word));
        let mut truth = self.turns.last().map_or_else(|| self.unknown(), |(_, before)| *before);
        truth.state = state.unwrap_or_else(|| panic!("no state: {line}"));
        truth.announced = matches!(truth.state, State::Open | State::ClosingSoon | State::Cancelled);
        while let Some(word) = words.next() {
            match word {
                "extended" => truth.extended = true,
                "corrected" => truth.corrected = Some(at),
                "over" => truth.announced = false,
                "by" => truth.deadline = words.next().filter(|word| *word != "ongoing").map(instant),
                other => panic!("“{other}” means nothing: {line}"),
            }
        }
        assert!(self.turns.last().is_none_or(|(before, _)| *before < at), "not in order: {line}");
        self.turns.push((at, truth));
    }

    fn truth(&self, now: Instant) -> Truth {
        self.turns.iter().rev().find(|(at, _)| *at <= now).map_or_else(|| self.unknown(), |(_, truth)| *truth)
    }

    fn unknown(&self) -> Truth {
        let in_part = self.facts.contains("location: here");
        let state = State::Scheduled;
        Truth { state, announced: false, deadline: None, extended: false, corrected: None, in_part }
    }
}

/// Looks at every output around every turn.
fn all_agree(lives: &Lives) {
    let scenario = Scenario::of(lives);
    let site = scenario.site("");
    for at in scenario.instants() {
        for now in [-1, 0, 1].map(|second| at.plus(second)) {
            let told = format!("in {} at {}, {:+} s from a turn", scenario.zone, utc(now), now.0 - at.0);
            let (output, truths) = (build(&site, now), scenario.truths(now));
            let views = Views::of(&output);
            // There is no search of nothing.
            let is_searchable = truths.values().any(|truth| truth.state.is_public());
            let missing: &[&str] = if is_searchable { &[] } else { &["search"] };
            assert_eq!(kinds(&views), kinds_with(missing), "the outputs that there are {told}");
            let found = views.disagreements(&truths);
            assert!(found.is_empty(), "{told}:\n{}", found.join("\n"));
            for (reference, _) in truths.iter().filter(|(_, truth)| !truth.state.is_public()) {
                let address = format!("{reference}-");
                assert_eq!(places_of(&output, &address), Vec::<String>::new(), "{reference} is told of {told}");
            }
        }
    }
}

fn utc(instant: Instant) -> String {
    diptych::domain::Zone::named("UTC").expect("a zone").moment(instant).to_string()
}

#[test]
fn every_output_agrees_with_every_other_in_brussels() {
    all_agree(&BRUSSELS);
}

#[test]
fn every_output_agrees_with_every_other_in_toronto() {
    all_agree(&TORONTO);
}

#[test]
fn every_output_agrees_with_every_other_in_auckland() {
    all_agree(&AUCKLAND);
}

#[test]
fn every_output_agrees_with_every_other_in_kathmandu() {
    all_agree(&KATHMANDU);
}

/// The outputs by the names that `site.yaml` knows, with what is read of each. The last two are read in pages, or not
/// at all.
const OUTPUTS: [(&str, &[Kind]); 12] = [
    ("feed.atom", &[Kind::Atom]),
    ("feed.rss", &[Kind::Rss]),
    ("feed.json", &[Kind::JsonFeed]),
    ("deadlines.ics", &[Kind::Calendar, Kind::Events]),
    ("jobs.xml", &[Kind::Board]),
    ("vacancies.json", &[Kind::Json]),
    ("vacancies.csv", &[Kind::Csv]),
    ("sitemap.xml", &[Kind::Sitemap]),
    ("robots.txt", &[]),
    ("job-posting", &[Kind::JobPosting]),
    ("social-tags", &[]),
    ("search", &[Kind::Search]),
];

/// How many parts of each kind there are.
fn kinds(views: &Views) -> BTreeMap<Kind, usize> {
    let mut kinds = BTreeMap::new();
    for view in &views.0 {
        *kinds.entry(view.kind).or_default() += 1;
    }
    kinds
}

/// How many there must be of each, without some outputs.
fn kinds_with(missing: &[&str]) -> BTreeMap<Kind, usize> {
    let offered = OUTPUTS.into_iter().filter(|(name, _)| !missing.contains(name)).flat_map(|(_, kinds)| kinds);
    let count = |kind: &Kind| match kind {
        Kind::Atom | Kind::Rss | Kind::JsonFeed => 4,
        Kind::Json | Kind::Csv => 1,
        _ => 2,
    };
    let pages = [Kind::Home, Kind::Closed, Kind::Pages, Kind::Robots];
    offered.chain(&pages).map(|kind| (*kind, count(kind))).collect()
}

/// The files of an output that are of a kind, or in which it is read.
fn files<'o>(output: &'o Output, view: &View) -> Vec<&'o str> {
    let paths = output.keys().map(String::as_str);
    let folder = view.file.split(' ').next().unwrap_or_default();
    match view.kind {
        Kind::Pages | Kind::Robots | Kind::JobPosting => {
            paths.filter(|path| path.starts_with(folder) && path.ends_with(".html")).collect()
        }
        Kind::Search => paths.filter(|path| path.starts_with(folder) && path.contains("/fragment/")).collect(),
        Kind::Events => paths.filter(|path| path.starts_with(folder) && path.ends_with(".ics")).collect(),
        _ => paths.filter(|path| *path == view.file).collect(),
    }
}

/// An instant at which every output has something to tell, and another at which each must tell something else.
const TWO: [&str; 2] = ["2025-03-26T12:00:00+01:00", "2025-10-20T12:00:00+02:00"];

#[test]
fn an_output_that_was_forgotten_is_found() {
    let scenario = Scenario::of(&BRUSSELS);
    let [now, other] = TWO.map(instant);
    let [output, stale] = [now, other].map(|at| build(&scenario.site(""), at));
    for view in Views::of(&output).0 {
        let mut mixed = output.clone();
        for file in files(&output, &view) {
            mixed.remove(file);
        }
        for file in files(&stale, &view) {
            mixed.insert(file.to_owned(), stale[file].clone());
        }
        let found = Views::of(&mixed).disagreements(&scenario.truths(now));
        assert!(found.iter().any(|line| line.contains(&view.file)), "{} is from another day: {found:#?}", view.file);
    }
}

#[test]
fn an_output_that_is_switched_off_is_not_there() {
    let scenario = Scenario::of(&BRUSSELS);
    let now = instant(TWO[0]);
    let whole = build(&scenario.site(""), now);
    for (name, _) in OUTPUTS {
        let others: Vec<_> = OUTPUTS.iter().map(|(other, _)| *other).filter(|other| *other != name).collect();
        let output = build(&scenario.site(&format!("outputs: [{}]\n", others.join(", "))), now);
        let views = Views::of(&output);
        let told: BTreeSet<_> = views.0.iter().filter(|view| !view.told.is_empty()).map(|view| view.kind).collect();
        assert_eq!(told, kinds_with(&[name]).into_keys().collect::<BTreeSet<_>>(), "without {name}");
        let (stem, ending) = name.split_once('.').unwrap_or((name, "-"));
        let left: Vec<_> = output.keys().filter(|path| is_of(path, stem, ending)).collect();
        assert_eq!(left, Vec::<&String>::new(), "without {name}");
        if ending != "-" {
            assert!(whole.keys().any(|path| is_of(path, stem, ending)), "{name}");
            assert_eq!(places_of(&output, &format!("/{name}")), Vec::<String>::new(), "{name} is linked");
        }
        let only = build(&scenario.site(&format!("outputs: [{name}]\n")), now);
        let others = others.iter().filter_map(|other| other.split_once('.'));
        for (stem, ending) in others {
            assert!(!only.keys().any(|path| is_of(path, stem, ending)), "{stem}.{ending} beside {name}");
        }
    }
}

/// Whether a file is an output of that name: itself, of a part of the notices, or of a single one.
fn is_of(path: &str, stem: &str, ending: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    let is_single = ending == "ics" && file.ends_with(".ics");
    is_single || file.starts_with(stem) && file.ends_with(&format!(".{ending}"))
}
