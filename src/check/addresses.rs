//! Every reference once, every page at an address of its own.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Edition, Place, Side, Site, SitePath, Target, folded};
use crate::markdown::PLACEHOLDERS;
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
            site.follow_path(side),
            site.search_path(side),
            format!("/{}/{}/", site.languages[side].code, site.paths.vacancies[side]),
            format!("/{}/{}/", site.languages[side].code, site.paths.lists[side]),
        ] {
            addresses.insert(folded(&own), None);
        }
    }
    for notice in &pairs.notices {
        let edition = &notice.editions.left;
        if let Some(first) = references.insert(folded(&notice.facts.reference), edition) {
            let message = Text::new("duplicate-reference").with("reference", &notice.facts.reference);
            let finding = Diagnostic::new(Rule::DuplicateReference, Place::top(edition.path.clone()), message);
            log.push(finding.hint("duplicate-reference-hint").related(Place::top(first.path.clone()), "first-here"));
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
    aliases(site, pairs, &addresses, log);
    attachments(pairs, log);
}

/// A former address must not be that of a page, nor lead to two.
fn aliases(site: &Site, pairs: &Pairs, addresses: &BTreeMap<String, Option<&Edition>>, log: &mut Log) {
    let lists = Side::BOTH.map(|side| format!("/{}/{}/", site.languages[side].code, site.paths.lists[side]));
    let folders = ["/assets/", "/cards/", "/files/"].into_iter().chain(lists.iter().map(String::as_str));
    let folders: Vec<String> = folders.map(folded).collect();
    let notices = pairs.notices.iter().flat_map(|notice| notice.editions.iter());
    let pages = pairs.pages.iter().flat_map(|page| page.editions.iter());
    let mut taken: BTreeMap<String, Place> = BTreeMap::new();
    for (_, edition) in notices.chain(pages) {
        for alias in &edition.words.aliases {
            let (path, place) = (folded(&alias.value), Place::new(edition.path.clone(), alias.span));
            let page = addresses.get(&path);
            let holder = page.copied().flatten().map(|holder| {
                let words = &holder.words;
                Place::new(holder.path.clone(), words.slug.as_ref().map_or(words.title.span, |slug| slug.span))
            });
            let first = holder.or_else(|| taken.get(&path).cloned());
            if first.is_some() || page.is_some() || folders.iter().any(|folder| path.starts_with(folder)) {
                let message = Text::new("path-collision").with("path", &alias.value);
                let finding = Diagnostic::new(Rule::PathCollision, place, message).hint("alias-collision-hint");
                log.push(match first {
                    Some(first) => finding.related(first, "first-here"),
                    None => finding,
                });
            } else {
                taken.insert(path, place);
            }
        }
    }
}

/// Two files that pages refer to must not be published at one address: one would take the other's place.
fn attachments(pairs: &Pairs, log: &mut Log) {
    let mut taken: BTreeMap<String, (&SitePath, Place)> = BTreeMap::new();
    for (edition, owner, target, place) in references(pairs) {
        let Target::File(source, _) = target else { continue };
        if source.as_str().ends_with(".md") {
            continue;
        }
        let path = edition.attachment_path(source, owner);
        match taken.get(&folded(&path)) {
            None => drop(taken.insert(folded(&path), (source, place))),
            Some((first, _)) if *first == source => {}
            Some((_, there)) => {
                let message = Text::new("path-collision").with("path", path);
                let finding = Diagnostic::new(Rule::PathCollision, place, message).hint("attachment-collision-hint");
                log.push(finding.related(there.clone(), "first-here"));
            }
        }
    }
}

/// Everything that the editions of a site refer to, each with the edition, the owner of its files, and its place.
fn references(pairs: &Pairs) -> impl Iterator<Item = (&Edition, &str, &Target, Place)> {
    let notices = pairs.notices.iter().map(|notice| (&*notice.editions, notice.facts.reference.as_str()));
    let pages = pairs.pages.iter().map(|page| (&page.editions, page.owner()));
    let links = notices.chain(pages).flat_map(|(editions, owner)| {
        editions.iter().flat_map(move |(_, edition)| {
            let place = |span| Place::new(edition.path.clone(), span);
            edition.outline.links.iter().map(move |link| (edition, owner, &link.target, place(link.span)))
        })
    });
    let documents = pairs.notices.iter().flat_map(|notice| {
        let documents = notice.facts.posts.iter().filter_map(|post| post.job_description.as_ref());
        documents.flat_map(move |both| {
            both.iter().map(move |(side, document)| {
                let owner = notice.facts.reference.as_str();
                (&notice.editions[side], owner, &document.target, document.place.clone())
            })
        })
    });
    links.chain(documents)
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
        // A missing title was noticed before, and one that is still to be written where it must not be.
        let is_placeholder = PLACEHOLDERS.contains(&words.title.value.trim()) && words.slug.is_none();
        if !words.title.value.is_empty() && !is_placeholder {
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
