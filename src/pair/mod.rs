//! From editions to pairs: one notice with its facts once and its words twice.
//!
//! What the two editions state is merged, and what they state differently is noticed at both places. Completeness is
//! asked of what is meant for the public; a draft may be unfinished, but not wrong.

mod complete;
mod merge;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Notice, Ordinary, Place, Side, Site, SitePath, check_reference};
use crate::read::{Kind, ReadEdition, SectionNames, Stated};

/// The notices and ordinary pages of a site, each in both languages.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    /// Notices in the order of their paths.
    pub notices: Vec<Notice>,
    /// Ordinary pages in the order of their paths.
    pub pages: Vec<Ordinary>,
}

/// An edition with what its path says of it.
#[derive(Debug)]
pub struct Found {
    /// Notice or ordinary page.
    pub kind: Kind,
    /// Its path without language and ending.
    pub stem: String,
    /// Its language.
    pub side: Side,
    /// What was read; nothing where the file is no text, which was noticed.
    pub edition: Option<ReadEdition>,
}

/// Pairs the editions of a site. Their order does not matter.
#[must_use]
pub fn pair(editions: Vec<Found>, site: &Site, names: &Bilingual<SectionNames>) -> Diagnosed<Pairs> {
    let mut by_stem: BTreeMap<(Kind, String), Bilingual<Option<ReadEdition>>> = BTreeMap::new();
    let mut unreadable = BTreeSet::new();
    for found in editions {
        if found.edition.is_none() {
            unreadable.insert((found.kind, found.stem.clone()));
        }
        by_stem.entry((found.kind, found.stem)).or_default()[found.side] = found.edition;
    }
    let mut log = Log::new();
    let mut pairs = Pairs::default();
    for ((kind, stem), editions) in by_stem {
        // What cannot be read is there all the same.
        let mut missing = Log::new();
        let both = both(editions, &stem, site, &mut missing);
        if !unreadable.contains(&(kind, stem.clone())) {
            log.append(missing);
        }
        let Some(editions) = both else { continue };
        match kind {
            Kind::Notice => pairs.notices.push(notice(editions, &stem, site, names, &mut log)),
            Kind::Page => pairs.pages.extend(page(editions, stem, &mut log)),
        }
    }
    Diagnosed::new(pairs, log)
}

/// Both editions; a finding where one is missing, unless the other is a draft.
fn both(
    editions: Bilingual<Option<ReadEdition>>,
    stem: &str,
    site: &Site,
    log: &mut Log,
) -> Option<Bilingual<ReadEdition>> {
    for side in Side::BOTH {
        let (None, Some(twin)) = (&editions[side], &editions[side.twin()]) else { continue };
        if !twin.stated.draft.as_ref().is_some_and(|draft| draft.value) {
            let code = &site.languages[side].code;
            let missing = SitePath::new(&format!("{stem}.{code}.md"));
            let message = Text::new("missing-edition").with("language", code).with("file", &missing);
            let hint = Text::new("missing-edition-hint").with("file", &missing);
            log.push(Diagnostic::new(Rule::MissingEdition, Place::top(twin.edition.path.clone()), message).hint(hint));
        }
    }
    editions.both()
}

fn notice(
    editions: Bilingual<ReadEdition>,
    stem: &str,
    site: &Site,
    names: &Bilingual<SectionNames>,
    log: &mut Log,
) -> Notice {
    let paths = editions.as_ref().map(|read| read.edition.path.clone());
    let reference = stem.rsplit('/').next().unwrap_or(stem);
    if check_reference(reference).is_err() && editions.iter().all(|(_, read)| read.stated.reference.is_none()) {
        let message = Text::new("invalid-reference").with("reference", reference);
        log.push(
            Diagnostic::new(Rule::InvalidReference, Place::top(paths.left.clone()), message)
                .hint("invalid-reference-hint"),
        );
    }
    let stated = editions.as_ref().map(|read| read.stated.clone());
    let facts = merge::facts(stated, reference, &paths, log);
    if !facts.draft {
        complete::notice(&editions, &facts, site, names, log);
    }
    Notice { facts, editions: editions.map(|read| read.edition) }
}

/// A page that is a draft is left out.
fn page(editions: Bilingual<ReadEdition>, stem: String, log: &mut Log) -> Option<Ordinary> {
    let paths = editions.as_ref().map(|read| read.edition.path.clone());
    let stated: Bilingual<Stated> = editions.as_ref().map(|read| read.stated.clone());
    let menu = merge::fact("menu", stated.as_ref().map(|stated| stated.menu), &paths, log);
    let draft = merge::fact("draft", stated.as_ref().map(|stated| stated.draft), &paths, log).unwrap_or(false);
    if draft {
        return None;
    }
    complete::page(&editions, log);
    Some(Ordinary { stem, menu, editions: editions.map(|read| read.edition) })
}
