//! Every word of the vocabulary, every section and every audience has its label; every string that diptych itself needs
//! is there.

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Place, Site, SitePath};
use crate::strings::{Args, Message, needed};
use crate::wording::Wording;

/// Strings that diptych itself needs and only the site can know.
const OF_THE_SITE: [&str; 2] = ["time-zone", "grade"];

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
    for name in OF_THE_SITE.into_iter().filter(|name| !wording.bundle.has(name)) {
        log.push(missing(Rule::UnknownMessage, "missing-own-string", name, code));
    }
    for (name, needed) in needed().messages {
        check_own(&name, &needed, wording, log);
    }
}

/// Checks a string that diptych says itself, whoever wrote it.
fn check_own(name: &str, needed: &Message, wording: &Wording<'_>, log: &mut Log) {
    let place = wording.bundle.message(name).map(|message| message.place.clone());
    if !wording.bundle.has(name) {
        let finding =
            missing(Rule::UnknownMessage, "missing-own-string", name, &wording.site.languages[wording.side].code);
        // A string that has attributes only took the place of diptych's own.
        log.push(Diagnostic { place: place.unwrap_or_else(|| finding.place.clone()), ..finding });
        return;
    }
    // What asks for nothing is checked with all other strings.
    let Some(place) = place.filter(|_| !wording.bundle.arguments(name).is_empty()) else { return };
    // diptych gives words, and dates and numbers as words.
    let given = &needed.variables;
    let args: Args<'_> = given.iter().map(|name| (name.as_str().into(), "–".into())).collect();
    let Err(problems) = wording.bundle.format(name, &args) else { return };
    let message = Text::new("message-error").with("name", name).with("problem", problems.join("; "));
    let names = given.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let hint = if given.is_empty() { Text::new("own-string-alone-hint") } else { Text::new("own-string-hint") };
    log.push(Diagnostic::new(Rule::MessageError, place, message).hint(hint.with("names", names)));
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
