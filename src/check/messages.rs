//! Every message that a text calls exists, and every message of a notice can be formatted with its facts.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{Edition, Notice, Place, Site, SitePath, Spanned, Target};
use crate::markdown::{self, LANGUAGE_SCHEME};
use crate::read::{refused_target, target};
use crate::strings::Args;
use crate::wording::Wording;

/// The messages that can stand in a notice of the site, with their parts.
fn names(site: &Site, wording: &Wording<'_>) -> impl Iterator<Item = String> {
    let clauses = site.clauses().flat_map(|clause| [format!("{clause}.title"), clause]);
    let sections = site.sections.iter().flat_map(|section| {
        let message = format!("section-{}", section.id);
        [format!("{message}.intro"), message]
    });
    let apply = site
        .apply
        .audiences
        .iter()
        .flat_map(|audience| ["", ".url", ".audience"].map(|part| format!("apply-{audience}{part}")));
    let all: Vec<_> = clauses
        .chain(sections)
        .chain(apply)
        .chain(["grade", "eligibility-to-work"].map(str::to_owned))
        .filter(|name| wording.bundle.has(name))
        .collect();
    all.into_iter()
}

/// Those of them that have arguments.
pub(super) fn varying(site: &Site, wording: &Wording<'_>) -> BTreeSet<String> {
    names(site, wording).filter(|name| has_arguments(wording, name)).collect()
}

fn has_arguments(wording: &Wording<'_>, name: &str) -> bool {
    let id = name.split('.').next().unwrap_or(name);
    !wording.bundle.arguments(id).is_empty()
}

/// Checks the strings that nobody may have called yet: those that name others that do not exist, and those that say the
/// same everywhere and cannot be said.
pub(super) fn check_all(wording: &Wording<'_>, log: &mut Log) {
    for id in wording.bundle.ids() {
        let Some(message) = wording.bundle.message(id) else { continue };
        let unknown = message.references.iter().find(|name| wording.bundle.message(name).is_none());
        if let Some(name) = unknown {
            let text = Text::new("unknown-reference").with("name", id).with("other", name);
            let hint = nearest(name, wording.bundle.ids()).map(|name| Text::new("did-you-mean").with("name", name));
            log.push(Diagnostic::new(Rule::MessageError, message.place.clone(), text).maybe_hint(hint));
        } else if !has_arguments(wording, id) {
            let attributes = message.attributes.iter().map(|attribute| format!("{id}.{attribute}"));
            let own = message.has_value.then(|| id.to_owned());
            own.into_iter().chain(attributes).for_each(|name| format(&name, &Args::none(), wording, None, log));
        }
    }
}

/// Checks the Markdown of clauses and introductions, those that vary with the facts of one notice for all: what is
/// refused in a notice's own words is refused in shared ones, and a relative link would have no place to start from.
pub(super) fn check_markdown(site: &Site, sample: Option<&Notice>, wording: &Wording<'_>, log: &mut Log) {
    let args = sample.map_or_else(Args::none, |notice| {
        wording.arguments(&notice.facts, &notice.editions[wording.side].words.title.value)
    });
    let nowhere = SitePath::new("i18n");
    for name in names(site, wording).filter(|name| !name.starts_with("apply-")) {
        let id = name.split('.').next().unwrap_or(&name);
        let Some(message) = wording.bundle.message(id) else { continue };
        let Ok(text) = wording.bundle.format(&name, &args) else { continue };
        let scan = markdown::scan(&text);
        if !scan.html.is_empty() {
            log.push(Diagnostic::new(Rule::RawHtml, message.place.clone(), "raw-html").hint("raw-html-hint"));
        }
        for link in scan.links.iter().filter(|link| !link.destination.starts_with(LANGUAGE_SCHEME)) {
            let finding = match target(&link.destination, &nowhere) {
                Ok(Target::Address(_)) => continue,
                Ok(_) => {
                    let text = Text::new("relative-in-string").with("name", &name).with("target", &link.destination);
                    Diagnostic::new(Rule::BrokenLink, message.place.clone(), text).hint("relative-in-string-hint")
                }
                Err(fault) => refused_target(&link.destination, &fault, message.place.clone()),
            };
            log.push(finding);
        }
    }
}

/// Checks the messages of a notice in one language.
pub(super) fn check_notice(
    notice: &Notice,
    edition: &Edition,
    wording: &Wording<'_>,
    varying: &BTreeSet<String>,
    log: &mut Log,
) {
    // A draft may lack the facts that a message asks for; in other notices the lack was noticed before.
    let complete = !notice.facts.draft && notice.facts.deadline.is_some() && notice.facts.published.is_some();
    let args = wording.arguments(&notice.facts, &edition.words.title.value);
    let used = |name: &&String| {
        notice.facts.contract.as_ref().is_none_or(|contract| !is_other_contract(name, contract, wording.site))
    };
    for name in varying.iter().filter(used).filter(|_| complete) {
        format(name, &args, wording, Some(Place::top(edition.path.clone())), log);
    }
    for call in &edition.outline.messages {
        check_call(call, edition, &args, complete, wording, log);
    }
}

/// Checks the messages that an ordinary page calls; it has no facts to give them.
pub(super) fn check_page(edition: &Edition, wording: &Wording<'_>, log: &mut Log) {
    for call in &edition.outline.messages {
        check_call(call, edition, &Args::none(), true, wording, log);
    }
}

fn check_call(
    call: &Spanned<String>,
    edition: &Edition,
    args: &Args<'_>,
    complete: bool,
    wording: &Wording<'_>,
    log: &mut Log,
) {
    let place = Place::new(edition.path.clone(), call.span);
    if !wording.bundle.has(&call.value) {
        let message = Text::new("unknown-message").with("name", &call.value);
        let hint = match nearest(&call.value, wording.bundle.ids()) {
            Some(name) => Text::new("did-you-mean").with("name", name),
            None => Text::new("unknown-message-hint").with("name", &call.value),
        };
        log.push(Diagnostic::new(Rule::UnknownMessage, place, message).hint(hint));
    } else if complete {
        format(&call.value, args, wording, Some(place), log);
    }
}

/// The clause of another kind of contract than the notice's own.
fn is_other_contract(name: &str, contract: &str, site: &Site) -> bool {
    let clause = name.strip_prefix("contract-").map(|rest| rest.split('.').next().unwrap_or(rest));
    clause.is_some_and(|other| other != contract && site.vocabulary.contracts.iter().any(|known| known == other))
}

/// The fault stands in the message; the place where it shows is told beside it.
fn format(name: &str, args: &Args<'_>, wording: &Wording<'_>, shows: Option<Place>, log: &mut Log) {
    let Err(problems) = wording.bundle.format(name, args) else { return };
    let id = name.split('.').next().unwrap_or(name);
    let place = wording
        .bundle
        .message(id)
        .map_or_else(|| Place::top(SitePath::new("site.yaml")), |message| message.place.clone());
    let message = Text::new("message-error").with("name", name).with("problem", problems.join("; "));
    let finding = Diagnostic::new(Rule::MessageError, place, message).hint("message-error-hint");
    log.push(match shows {
        Some(shows) => finding.related(shows, "shows-here"),
        None => finding,
    });
}
