//! What is wrong with a site as a whole: labels, messages, links and addresses.
//!
//! Each rule is a function from the site and a pair to findings. Nothing is changed here and nothing is rendered; what
//! concerns one file alone was noticed when it was read.

mod addresses;
mod labels;
mod links;
mod messages;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Log;
use crate::domain::{Bilingual, Edition, Instant, Notice, Place, Side, Site, SitePath, Standing};
use crate::load::Listing;
use crate::pair::{Pair, Pairs};
use crate::wording::Wording;

/// What the rules about the sentences of a pair look at: they need to know of no other pair.
pub struct Sentences<'a> {
    wordings: Bilingual<Wording<'a>>,
    /// For each language, the messages of a notice that say something else for each notice.
    varying: Bilingual<BTreeSet<String>>,
}

impl<'a> Sentences<'a> {
    /// Prepares to check the sentences of pairs.
    #[must_use]
    pub fn new(site: &Site, wordings: Bilingual<Wording<'a>>) -> Self {
        let varying = wordings.as_ref().map(|wording| messages::varying(site, wording));
        Self { wordings, varying }
    }

    /// What is wrong with the messages of a pair.
    #[must_use]
    pub fn pair(&self, pair: &Pair) -> Log {
        let mut log = Log::new();
        for side in Side::BOTH {
            let wording = &self.wordings[side];
            match pair {
                Pair::Notice(notice) => {
                    messages::check_notice(notice, &notice.editions[side], wording, &self.varying[side], &mut log);
                }
                Pair::Page(page) => messages::check_page(&page.editions[side], wording, &mut log),
            }
        }
        log
    }
}

/// What the rules about a site as a whole look at.
pub struct Checker<'a> {
    site: &'a Site,
    wordings: Bilingual<Wording<'a>>,
    listing: &'a Listing,
    pairs: &'a Pairs,
    /// Whether the edition at a path is public.
    editions: BTreeMap<&'a SitePath, bool>,
}

impl<'a> Checker<'a> {
    /// Prepares to check a site at an instant.
    #[must_use]
    pub fn new(
        pairs: &'a Pairs,
        site: &'a Site,
        wordings: Bilingual<Wording<'a>>,
        listing: &'a Listing,
        now: Instant,
    ) -> Self {
        let mut editions = BTreeMap::new();
        for notice in &pairs.notices {
            let public = Standing::at(&notice.facts, now, site.marks).state.is_public();
            editions.extend(notice.editions.iter().map(|(_, edition)| (&edition.path, public)));
        }
        for page in &pairs.pages {
            editions.extend(page.editions.iter().map(|(_, edition)| (&edition.path, true)));
        }
        Self { site, wordings, listing, pairs, editions }
    }

    /// What is wrong with the strings, with what notices and pages share, and with what leads from one to another.
    #[must_use]
    pub fn site(&self) -> Log {
        let mut log = Log::new();
        let stated = |notice: &&Arc<Notice>| !notice.facts.draft && notice.facts.deadline.is_some();
        let sample = self.pairs.notices.iter().find(stated).map(AsRef::as_ref);
        for side in Side::BOTH {
            messages::check_markdown(self.site, sample, &self.wordings[side], &mut log);
            labels::check(self.site, &self.wordings[side], &mut log);
            messages::check_all(&self.wordings[side], &mut log);
        }
        addresses::check(self.site, self.pairs, &mut log);
        for notice in &self.pairs.notices {
            self.links(&notice.editions, &mut log);
            self.documents(notice, &mut log);
        }
        for page in &self.pairs.pages {
            self.links(&page.editions, &mut log);
        }
        log
    }

    fn documents(&self, notice: &Notice, log: &mut Log) {
        let documents = notice.facts.posts.iter().filter_map(|post| post.job_description.as_ref());
        for document in documents.flat_map(|documents| [&documents.left, &documents.right]) {
            let public = self.is_public(&notice.editions.left);
            links::check(&document.target, &document.place, public, self.listing, &self.editions, log);
        }
    }

    fn links(&self, editions: &Bilingual<Edition>, log: &mut Log) {
        for (_, edition) in editions.iter() {
            for link in &edition.outline.links {
                let place = Place::new(edition.path.clone(), link.span);
                links::check(&link.target, &place, self.is_public(edition), self.listing, &self.editions, log);
            }
        }
    }

    fn is_public(&self, edition: &Edition) -> bool {
        self.editions.get(&edition.path).copied().unwrap_or(false)
    }
}
