//! Every word of the vocabulary, every section and every audience has its label; every string that diptych itself needs
//! is there.

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Period, Place, Site, SitePath, State};
use crate::wording::Wording;

/// Strings that diptych itself needs from a theme or a site, beside those that templates name.
const OWN: [&str; 34] = [
    "fact-openings",
    "fact-reference",
    "fact-published",
    "post-number",
    "post-direct-reports",
    "post-indirect-reports",
    "job-description",
    "time-zone",
    "money",
    "range",
    "deadline-ongoing",
    "deadline-with-time",
    "page-title",
    "notice-title",
    "home-title",
    "home-description",
    "closed-title",
    "closed-description",
    "follow-title",
    "follow-description",
    "entry-fact",
    "entry-extended",
    "entry-cancelled",
    "entry-cancelled-title",
    "entry-twin",
    "calendar-name",
    "calendar-summary",
    "calendar-alarm",
    "calendar-cancelled",
    "not-found-title",
    "root-title",
    "tag-extended",
    "footnote-back",
    "grade",
];
const ROWS: [&str; 8] =
    ["location", "organisation", "schedule", "deadline", "salary", "grade", "clearance", "contract"];

/// Checks the labels of one language.
pub(super) fn check(site: &Site, wording: &Wording<'_>, log: &mut Log) {
    let code = &site.languages[wording.side].code;
    for name in labels(site) {
        if !wording.bundle.has(&name) {
            log.push(missing(Rule::MissingLabel, "missing-label", &name, code));
        }
    }
    for clause in site.clauses() {
        if !wording.bundle.has(&clause) {
            log.push(missing(Rule::UnknownMessage, "missing-clause", &clause, code));
        }
    }
    let states =
        State::ALL.into_iter().filter(|state| state.is_public()).map(|state| format!("state-{}", state.word()));
    let salaries = Period::WORDS.into_iter().map(|(word, _)| format!("salary-per-{word}"));
    let rows = ROWS.into_iter().map(|row| format!("fact-{row}"));
    for name in OWN.into_iter().map(str::to_owned).chain(states).chain(salaries).chain(rows) {
        if !wording.bundle.has(&name) {
            log.push(missing(Rule::UnknownMessage, "missing-own-string", &name, code));
        }
    }
}

fn missing(rule: Rule, message: &'static str, name: &str, code: &str) -> Diagnostic {
    let message = Text::new(message).with("name", name).with("language", code);
    let hint = Text::new("missing-label-hint").with("name", name).with("folder", format!("i18n/{code}/"));
    Diagnostic::new(rule, Place::top(SitePath::new("site.yaml")), message).hint(hint)
}

fn labels(site: &Site) -> impl Iterator<Item = String> {
    let vocabulary = &site.vocabulary;
    let list = |name: &'static str, keys: Vec<&String>| {
        keys.into_iter().map(move |key| format!("{name}-{key}")).collect::<Vec<_>>()
    };
    let contracts =
        vocabulary.contracts.iter().filter(|key| site.clauses().any(|clause| clause == format!("contract-{key}")));
    [
        list("clearance", vocabulary.clearances.iter().collect()),
        list("language-level", vocabulary.language_levels.iter().collect()),
        list("organisation", vocabulary.organisations.keys().collect()),
        list("location", vocabulary.locations.keys().collect()),
        list("schedule", vocabulary.schedules.iter().collect()),
        list("section", site.sections.iter().map(|section| &section.id).collect()),
        list("feed", site.feeds.iter().map(|feed| &feed.name.value).collect()),
        contracts.map(|key| format!("contract-{key}.label")).collect(),
        site.apply
            .audiences
            .iter()
            .flat_map(|audience| ["", ".url", ".audience"].map(|part| format!("apply-{audience}{part}")))
            .collect(),
    ]
    .into_iter()
    .flatten()
}
