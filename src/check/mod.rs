//! What is wrong with a site as a whole: labels, messages, links and addresses.
//!
//! Each rule is a function from the site and a pair to findings. Nothing is changed here and nothing is rendered; what
//! concerns one file alone was noticed when it was read.

mod addresses;
mod labels;
mod links;
mod messages;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Log;
use crate::domain::{Bilingual, Edition, Instant, Notice, Ordinary, Place, Side, Site, SitePath, Standing};
use crate::load::Listing;
use crate::pair::Pairs;
use crate::wording::Wording;

/// Everything that the rules look at.
pub struct Checker<'a> {
    site: &'a Site,
    wordings: Bilingual<Wording<'a>>,
    listing: &'a Listing,
    /// Whether the edition at a path is public.
    editions: BTreeMap<&'a SitePath, bool>,
    /// For each language, the messages of a notice that say something else for each notice.
    varying: Bilingual<BTreeSet<String>>,
}

impl<'a> Checker<'a> {
    /// Prepares to check the pairs of a site at an instant.
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
            let public = Standing::at(&notice.facts, now, site.closing_soon).state.is_public();
            editions.extend(notice.editions.iter().map(|(_, edition)| (&edition.path, public)));
        }
        for page in &pairs.pages {
            editions.extend(page.editions.iter().map(|(_, edition)| (&edition.path, true)));
        }
        let varying = wordings.as_ref().map(|wording| messages::varying(site, wording));
        Self { site, wordings, listing, editions, varying }
    }

    /// What is wrong with the strings and with what notices and pages share.
    #[must_use]
    pub fn site(&self, pairs: &Pairs) -> Log {
        let mut log = Log::new();
        let sample = pairs.notices.iter().find(|notice| !notice.facts.draft && notice.facts.deadline.is_some());
        for side in Side::BOTH {
            messages::check_markdown(self.site, sample, &self.wordings[side], &mut log);
            labels::check(self.site, &self.wordings[side], &mut log);
            messages::check_all(&self.wordings[side], &mut log);
        }
        addresses::check(self.site, pairs, &mut log);
        log
    }

    /// What is wrong with a notice.
    #[must_use]
    pub fn notice(&self, notice: &Notice) -> Log {
        let mut log = Log::new();
        for (side, edition) in notice.editions.iter() {
            messages::check_notice(notice, edition, &self.wordings[side], &self.varying[side], &mut log);
            self.links(edition, &mut log);
        }
        let documents = notice.facts.posts.iter().filter_map(|post| post.job_description.as_ref());
        for document in documents.flat_map(|documents| [&documents.left, &documents.right]) {
            links::check(
                &document.target,
                &document.place,
                self.is_public(&notice.editions.left),
                self.listing,
                &self.editions,
                &mut log,
            );
        }
        log
    }

    /// What is wrong with an ordinary page.
    #[must_use]
    pub fn page(&self, page: &Ordinary) -> Log {
        let mut log = Log::new();
        for (side, edition) in page.editions.iter() {
            messages::check_page(edition, &self.wordings[side], &mut log);
            self.links(edition, &mut log);
        }
        log
    }

    fn links(&self, edition: &Edition, log: &mut Log) {
        for link in &edition.outline.links {
            let place = Place::new(edition.path.clone(), link.span);
            links::check(&link.target, &place, self.is_public(edition), self.listing, &self.editions, log);
        }
    }

    fn is_public(&self, edition: &Edition) -> bool {
        self.editions.get(&edition.path).copied().unwrap_or(false)
    }
}
