//! Every reference once, every page at an address of its own.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Edition, Place, Side, Site, folded};
use crate::pair::Pairs;

/// Checks the references and addresses of a site's pairs, those that are not public yet too: a notice must not meet its
/// double on the morning of its publication.
pub(super) fn check(site: &Site, pairs: &Pairs, log: &mut Log) {
    let mut references: BTreeMap<String, &Edition> = BTreeMap::new();
    let mut addresses: BTreeMap<String, Option<&Edition>> = BTreeMap::new();
    for side in Side::BOTH {
        for own in [
            site.home_path(side),
            site.closed_path(side),
            format!("/{}/{}/", site.languages[side].code, site.paths.vacancies[side]),
        ] {
            addresses.insert(folded(&own), None);
        }
    }
    for notice in &pairs.notices {
        let edition = &notice.editions.left;
        if let Some(first) = references.insert(folded(&notice.facts.reference), edition) {
            let message = Text::new("duplicate-reference").with("reference", &notice.facts.reference);
            let finding = Diagnostic::new(Rule::DuplicateReference, Place::top(edition.path.clone()), message);
            log.push(finding.related(Place::top(first.path.clone()), "first-here"));
        }
        for (side, edition) in notice.editions.iter() {
            claim(&mut addresses, site.notice_path(side, &notice.facts.reference, &edition.words), edition, log);
        }
    }
    for page in &pairs.pages {
        for (side, edition) in page.editions.iter() {
            claim(&mut addresses, site.page_path(side, &edition.words), edition, log);
        }
    }
}

fn claim<'a>(
    addresses: &mut BTreeMap<String, Option<&'a Edition>>,
    path: Option<String>,
    edition: &'a Edition,
    log: &mut Log,
) {
    let words = &edition.words;
    let span = words.slug.as_ref().map_or(words.title.span, |slug| slug.span);
    let place = Place::new(edition.path.clone(), span);
    let Some(path) = path else {
        // A missing title was noticed before.
        if !words.title.value.is_empty() {
            log.push(Diagnostic::new(Rule::EmptySlug, place, "empty-slug").hint("empty-slug-hint"));
        }
        return;
    };
    if let Some(first) = addresses.insert(folded(&path), Some(edition)) {
        let finding = Diagnostic::new(Rule::PathCollision, place, Text::new("path-collision").with("path", &path))
            .hint("path-collision-hint");
        log.push(match first {
            Some(first) => finding.related(Place::top(first.path.clone()), "first-here"),
            None => finding,
        });
    }
}
