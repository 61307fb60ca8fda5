//! From an output to what each of its parts tells of the notices: which take applications, until when, and which were
//! cancelled.
//!
//! Each part is read by a small reader of its own (`readers.rs`) and tells what it holds in the same few words, so that
//! it can be compared with every other part, and with the facts.

mod readers;

use std::collections::{BTreeMap, BTreeSet};

use super::Output;
use diptych::domain::{Instant, State};
use readers::Folder;

/// What the facts say of a notice at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truth {
    pub state: State,
    /// Whether people can apply, or must learn that it was cancelled lately.
    pub announced: bool,
    /// The deadline that holds; none while it is ongoing.
    pub deadline: Option<Instant>,
    /// Whether the deadline is known to have been extended.
    pub extended: bool,
    /// When it was corrected last, as far as is known.
    pub corrected: Option<Instant>,
    /// Whether the feed of a part of the vacancies should hold it.
    pub in_part: bool,
}

/// A state as far as a part of the output tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// Open or closing soon.
    TakesApplications,
    Open,
    ClosingSoon,
    Closed,
    Cancelled,
    Filled,
    /// Closed, cancelled or filled.
    Ended,
}

impl Word {
    const fn takes_applications(self) -> bool {
        matches!(self, Self::TakesApplications | Self::Open | Self::ClosingSoon)
    }

    const fn is_cancelled(self) -> bool {
        matches!(self, Self::Cancelled)
    }

    fn of(word: &str) -> Self {
        match word {
            "open" => Self::Open,
            "closing-soon" => Self::ClosingSoon,
            "closed" => Self::Closed,
            "cancelled" => Self::Cancelled,
            "filled" => Self::Filled,
            other => panic!("“{other}” is no state that the public may know"),
        }
    }
}

/// What a part of the output tells of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    pub word: Word,
    /// The deadline of a notice that takes applications, where the part tells it.
    pub deadline: Option<Instant>,
    /// Whether the deadline of such a notice was extended, where the part tells it.
    pub extended: Option<bool>,
    /// When the notice was corrected last, where the part tells it.
    pub corrected: Option<Instant>,
}

impl Told {
    fn new(word: Word) -> Self {
        Self { word, deadline: None, extended: None, corrected: None }
    }
}

/// A kind of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Home,
    Closed,
    Pages,
    Robots,
    JobPosting,
    Atom,
    Rss,
    JsonFeed,
    Calendar,
    Events,
    Board,
    Sitemap,
    Json,
    Csv,
    Search,
}

impl Kind {
    /// What this kind must tell of a notice of which the facts say so much; nothing if it must not tell of it.
    pub fn expected(self, truth: &Truth) -> Option<Told> {
        let state = Word::of_state(truth.state)?;
        let takes = truth.state.takes_applications();
        let coarse = if takes { Word::TakesApplications } else { state };
        let (word, tells_deadline, tells_extension) = match self {
            Self::Home => (Some(state).filter(|_| takes), true, true),
            Self::Closed => (Some(state).filter(|_| !takes), false, false),
            Self::Pages => (Some(state), true, true),
            Self::Search => (Some(state), false, false),
            Self::Robots => (Some(if takes { coarse } else { Word::Ended }), true, false),
            Self::JobPosting | Self::Board => (Some(coarse).filter(|_| takes), true, false),
            Self::Sitemap => (Some(coarse).filter(|_| takes), false, false),
            Self::Atom => (Some(state).filter(|_| truth.announced), false, true),
            Self::Rss => (Some(coarse).filter(|_| truth.announced), false, false),
            Self::JsonFeed | Self::Json | Self::Csv => (Some(state).filter(|_| truth.announced), true, true),
            Self::Calendar | Self::Events => (Some(coarse).filter(|_| truth.announced), true, true),
        };
        Some(Told {
            word: word.filter(|_| self.can_hold(truth))?,
            deadline: truth.deadline.filter(|_| takes && tells_deadline),
            extended: Some(truth.extended).filter(|_| takes && tells_extension),
            corrected: truth.corrected.filter(|_| self.tells_corrections()),
        })
    }

    /// Whether this kind has a place for such a notice, whatever its state: a calendar has none without a date.
    fn can_hold(self, truth: &Truth) -> bool {
        truth.deadline.is_some() || !matches!(self, Self::Calendar | Self::Events)
    }

    /// Whether this kind tells when a notice was corrected. Others tell that it was, in words.
    fn tells_corrections(self) -> bool {
        matches!(self, Self::Pages | Self::JsonFeed | Self::Json | Self::Csv)
    }

    /// Whether this kind tells what takes applications.
    fn tells_applications(self) -> bool {
        self != Self::Closed
    }

    /// Whether this kind tells for a while of notices that were cancelled.
    fn tells_cancellations(self) -> bool {
        matches!(self, Self::Atom | Self::Rss | Self::JsonFeed | Self::Calendar | Self::Events | Self::Json | Self::Csv)
    }
}

impl Word {
    fn of_state(state: State) -> Option<Self> {
        state.is_public().then(|| Self::of(state.word()))
    }
}

/// Which words are meant.
type Which = fn(Word) -> bool;

/// What one part of an output tells.
#[derive(Debug, Clone)]
pub struct View {
    pub kind: Kind,
    /// Its file, or a word for the files of its language.
    pub file: String,
    /// Whether it holds a part of the notices only.
    pub of_part: bool,
    pub told: BTreeMap<String, Told>,
}

impl View {
    fn expected(&self, truths: &BTreeMap<String, Truth>) -> BTreeMap<String, Told> {
        let held = truths.iter().filter(|(_, truth)| self.can_hold(truth));
        held.filter_map(|(reference, truth)| Some((reference.clone(), self.kind.expected(truth)?))).collect()
    }

    fn can_hold(&self, truth: &Truth) -> bool {
        self.kind.can_hold(truth) && (truth.in_part || !self.of_part)
    }

    /// The references that it tells of with such a word, of those for which another part has a place.
    fn set(&self, wanted: Which, other: &Self, truths: &BTreeMap<String, Truth>) -> BTreeSet<&str> {
        let held = |reference: &str| truths.get(reference).is_none_or(|truth| other.can_hold(truth));
        let found = self.told.iter().filter(|(reference, told)| wanted(told.word) && held(reference));
        found.map(|(reference, _)| reference.as_str()).collect()
    }
}

/// All that an output tells of the notices.
pub struct Views(pub Vec<View>);

/// The folder of the index that is searched in a language.
const INDEX: &str = "pagefind-1.6.0";

/// The two languages: code, folder of the notices, list of closed ones, path of the feed of a part.
const LANGUAGES: [(&str, &str, &str, &str); 2] =
    [("en", "vacancies", "closed-vacancies", "here"), ("fr", "postes-vacants", "postes-clos", "ici")];

impl Views {
    /// Reads every part of an output of a site of [`super::corpus::bare`]. What is not there is not read.
    pub fn of(output: &Output) -> Self {
        let mut views = Vec::new();
        for (code, folder, closed, part) in LANGUAGES {
            let mut add = |kind, file: String, of_part, read: &dyn Fn(&str) -> BTreeMap<String, Told>| {
                if output.contains_key(&file) {
                    views.push(View { kind, told: read(&file), file, of_part });
                }
            };
            add(Kind::Home, format!("{code}/index.html"), false, &|file| readers::home(output, file));
            add(Kind::Closed, format!("{code}/{closed}/index.html"), false, &|file| readers::past(output, file));
            for (name, of_part) in [("feed".to_owned(), false), (format!("feed-{part}"), true)] {
                add(Kind::Atom, format!("{code}/{name}.atom"), of_part, &|file| readers::atom(output, file));
                add(Kind::Rss, format!("{code}/{name}.rss"), of_part, &|file| readers::rss(output, file));
                add(Kind::JsonFeed, format!("{code}/{name}.json"), of_part, &|file| readers::json_feed(output, file));
            }
            add(Kind::Calendar, format!("{code}/deadlines.ics"), false, &|file| readers::calendar(output, file));
            add(Kind::Board, format!("{code}/jobs.xml"), false, &|file| readers::board(output, file));
            add(Kind::Sitemap, "sitemap.xml".to_owned(), false, &|file| {
                readers::sitemap(output, file, &format!("{code}/{folder}/"))
            });
            if output.contains_key(&format!("{code}/{INDEX}/pagefind-entry.json")) {
                let file = format!("{code}/{INDEX}");
                let told = readers::search(output, &file);
                views.push(View { kind: Kind::Search, told, file, of_part: false });
            }
            let notices = Folder { output, path: format!("{code}/{folder}/") };
            let mut add = |kind, told| {
                let file = format!("{} {kind:?}", notices.path);
                views.push(View { kind, told, file, of_part: false });
            };
            let [pages, robots, jobs] = notices.pages();
            add(Kind::Pages, pages);
            add(Kind::Robots, robots);
            // Where it is switched off, no page tells of a job.
            add(Kind::JobPosting, jobs);
            if output.contains_key(&format!("{code}/deadlines.ics")) {
                add(Kind::Events, notices.events());
            }
        }
        for (kind, file, read) in [
            (Kind::Json, "vacancies.json", readers::json as fn(&Output, &str) -> BTreeMap<String, Told>),
            (Kind::Csv, "vacancies.csv", readers::csv),
        ] {
            if output.contains_key(file) {
                views.push(View { kind, told: read(output, file), file: file.to_owned(), of_part: false });
            }
        }
        Self(views)
    }

    /// Checks that every part tells that a notice is in a state, or does not tell of it where it must not. A cancelled one
    /// was cancelled lately.
    pub fn assert_state(&self, reference: &str, state: State, how: &str) {
        let announced = state.takes_applications() || state == State::Cancelled;
        let deadline = Some(Instant::default());
        let truth = Truth { state, announced, deadline, extended: false, corrected: None, in_part: false };
        for view in self.0.iter().filter(|view| !view.of_part) {
            let told = view.told.get(reference).map(|told| told.word);
            let expected = view.kind.expected(&truth).map(|told| told.word);
            assert_eq!(told, expected, "{} tells of {reference}, {how}", view.file);
        }
    }

    /// Where parts tell something else than others, or than the facts: a line for each, with the references.
    pub fn disagreements(&self, truths: &BTreeMap<String, Truth>) -> Vec<String> {
        let pairs =
            self.0.iter().enumerate().flat_map(|(at, one)| self.0[at + 1..].iter().map(move |other| (one, other)));
        let between = pairs.flat_map(|(one, other)| one.against(other, truths));
        between.chain(self.0.iter().flat_map(|view| view.against_facts(truths))).collect()
    }
}

impl View {
    /// Where this part and another one do not tell of the same notices that they take applications, or were cancelled.
    fn against(&self, other: &Self, truths: &BTreeMap<String, Truth>) -> Vec<String> {
        let both = |which: fn(Kind) -> bool| which(self.kind) && which(other.kind);
        let mut found = Vec::new();
        let mut compare = |what: &str, wanted: Which| {
            let [left, right] = [self.set(wanted, other, truths), other.set(wanted, self, truths)];
            if left != right {
                let [more, less] = [&left - &right, &right - &left];
                let (one, other) = (&self.file, &other.file);
                found.push(format!(
                    "{one} and {other} on what {what}: only the first {more:?}, only the second {less:?}"
                ));
            }
        };
        if both(Kind::tells_applications) {
            compare("takes applications", Word::takes_applications);
        }
        if both(Kind::tells_cancellations) {
            compare("was cancelled", Word::is_cancelled);
        }
        found
    }

    /// Where this part tells something else than the facts.
    fn against_facts(&self, truths: &BTreeMap<String, Truth>) -> Vec<String> {
        let expected = self.expected(truths);
        let references: BTreeSet<_> = expected.keys().chain(self.told.keys()).collect();
        let differ = references.into_iter().filter(|reference| self.told.get(*reference) != expected.get(*reference));
        let line = |reference: &String| {
            let (told, expected) = (self.told.get(reference), expected.get(reference));
            format!("{} tells of {reference} {told:?}, the facts say {expected:?}", self.file)
        };
        differ.map(line).collect()
    }
}
