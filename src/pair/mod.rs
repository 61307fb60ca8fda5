//! From editions to pairs: one notice with its facts once and its words twice.
//!
//! What the two editions state is merged, and what they state differently is noticed at both places. Completeness is
//! asked of what is meant for the public; a draft may be unfinished, but not wrong.

mod complete;
mod merge;

use std::sync::Arc;

use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Notice, Ordinary, Place, Side, Site, SitePath, check_reference};
use crate::read::{Kind, ReadEdition, SectionNames, Stated};

/// What a pair of editions makes.
#[derive(Debug, Clone)]
pub enum Pair {
    /// A vacancy notice.
    Notice(Arc<Notice>),
    /// An ordinary page.
    Page(Arc<Ordinary>),
}

/// The notices and ordinary pages of a site, each in both languages.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    /// Notices in the order of their paths.
    pub notices: Vec<Arc<Notice>>,
    /// Ordinary pages in the order of their paths.
    pub pages: Vec<Arc<Ordinary>>,
}

impl FromIterator<Pair> for Pairs {
    fn from_iter<I: IntoIterator<Item = Pair>>(found: I) -> Self {
        let mut pairs = Self::default();
        for pair in found {
            match pair {
                Pair::Notice(notice) => pairs.notices.push(notice),
                Pair::Page(page) => pairs.pages.push(page),
            }
        }
        pairs
    }
}

/// The two editions of a pair with what their paths say of them.
#[derive(Debug)]
pub struct Found {
    /// Notice or ordinary page.
    pub kind: Kind,
    /// Their path without language and ending.
    pub stem: String,
    /// What was read; nothing where there is no file.
    pub editions: Bilingual<Option<ReadEdition>>,
    /// Whether one of the files is there and is no text, which was noticed.
    pub is_unreadable: bool,
}

/// Pairs two editions. Nothing comes back where one is missing, or where the pair is a page that is withheld.
#[must_use]
pub fn pair(found: Found, site: &Site, names: &Bilingual<SectionNames>) -> Diagnosed<Option<Pair>> {
    let mut log = Log::new();
    // What cannot be read is there all the same.
    let mut missing = Log::new();
    let both = both(found.editions, &found.stem, site, &mut missing);
    if !found.is_unreadable {
        log.append(missing);
    }
    let pair = both.and_then(|editions| match found.kind {
        Kind::Notice => Some(Pair::Notice(Arc::new(notice(editions, &found.stem, site, names, &mut log)))),
        Kind::Page => page(editions, found.stem, &mut log).map(|page| Pair::Page(Arc::new(page))),
    });
    Diagnosed::new(pair, log)
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
    let mut of_facts = Log::new();
    if check_reference(reference).is_err() && editions.iter().all(|(_, read)| read.stated.reference.is_none()) {
        let message = Text::new("invalid-reference").with("reference", reference);
        of_facts.push(
            Diagnostic::new(Rule::InvalidReference, Place::top(paths.left.clone()), message)
                .hint("invalid-reference-hint"),
        );
    }
    let stated = editions.as_ref().map(|read| read.stated.clone());
    let facts = merge::facts(stated, reference, &paths, &mut of_facts);
    if !facts.draft {
        complete::facts(&editions, &facts, site, &mut of_facts);
        complete::notice(&editions, &facts, site, names, log);
    }
    let has_sound_facts = are_sound(&editions, &of_facts);
    log.append(of_facts);
    Notice { facts, has_sound_facts, editions: Arc::new(editions.map(|read| read.edition)) }
}

/// Whether nothing was wrong with what two editions share: neither where it was read nor where it was merged.
fn are_sound(editions: &Bilingual<ReadEdition>, of_facts: &Log) -> bool {
    !of_facts.has_errors() && editions.iter().all(|(_, read)| !read.stated.has_faults)
}

/// A page that is a draft is left out.
fn page(editions: Bilingual<ReadEdition>, stem: String, log: &mut Log) -> Option<Ordinary> {
    let paths = editions.as_ref().map(|read| read.edition.path.clone());
    let stated: Bilingual<Stated> = editions.as_ref().map(|read| read.stated.clone());
    let mut of_facts = Log::new();
    let menu = merge::fact("menu", stated.as_ref().map(|stated| stated.menu), &paths, &mut of_facts);
    let draft = merge::fact("draft", stated.as_ref().map(|stated| stated.draft), &paths, &mut of_facts);
    let has_sound_facts = are_sound(&editions, &of_facts);
    log.append(of_facts);
    if draft.unwrap_or(false) {
        return None;
    }
    complete::page(&editions, log);
    Some(Ordinary { stem, menu, has_sound_facts, editions: editions.map(|read| read.edition) })
}
