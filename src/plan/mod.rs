//! From pairs and the present to the pages of the site: which there are, where they lie and what they show.
//!
//! Here stands the one filter of visibility. What is not public does not come past it, so that no page, list, file or
//! name can depend on it. A page knows its path and its twin's; it is rendered by [`crate::render`].

mod attachments;
mod former;
mod lists;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use attachments::Attachment;
pub use former::{FOR_SERVERS, Redirect, gone_by_mark, mark_of_gone};
pub use lists::{Dimension, List, Order, Selection};
pub use page::{Content, Page};

use crate::domain::{Bilingual, Deadline, Edition, Instant, Notice, Ordinary, Side, Site, SitePath, Standing, State};
use crate::pair::Pairs;
use crate::wording::Wording;

/// A notice that the public may know of.
#[derive(Debug, Clone)]
pub struct Public {
    /// The notice, with the facts that the public may know of.
    pub notice: Notice,
    /// Where it stands.
    pub state: State,
    /// Whether feeds and calendars hold it.
    pub announced: bool,
    /// Whether lists mark it as new.
    pub is_new: bool,
    /// The paths of its pages below the site's address.
    pub paths: Bilingual<String>,
}

/// An ordinary page with its paths.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The page.
    pub page: Arc<Ordinary>,
    /// Its paths below the site's address.
    pub paths: Bilingual<String>,
}

/// Everything that the output will hold, decided.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The public notices: those that take applications by deadline, then the others by deadline, newest first.
    pub notices: Vec<Public>,
    /// The ordinary pages: those of the navigation in its order, then the others.
    pub ordinary: Vec<Placed>,
    /// The lists beside the home page.
    pub lists: Vec<List>,
    /// The pages in the order of their paths.
    pub pages: Vec<Page>,
    /// The files that public pages refer to.
    pub attachments: Vec<Attachment>,
    /// The paths that editions are linked by: `content/…` to `/en/…`.
    pub addresses: BTreeMap<SitePath, String>,
    /// The former addresses of pages, in order.
    pub redirects: Vec<Redirect>,
    /// The paths of what was withdrawn. Nothing else is known of it.
    pub gone: BTreeSet<String>,
    /// Whether there are pages where the notices are searched.
    pub is_searchable: bool,
}

/// Whether the site lets its visitors search, if there is anything to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// It does.
    Offered,
    /// It does not.
    No,
}

/// By what a site is planned, beside its pairs and the present.
pub struct Terms<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its words, which name the lists in their addresses.
    pub wordings: Bilingual<Wording<'a>>,
    /// Whether its notices can be searched.
    pub search: Search,
}

impl Plan {
    /// Plans the output of a site at an instant.
    #[must_use]
    pub fn new(pairs: Pairs, terms: &Terms<'_>, now: Instant) -> Self {
        let Terms { site, wordings, search } = terms;
        let mut notices: Vec<Public> = pairs.notices.iter().filter_map(|notice| public(notice, site, now)).collect();
        notices.sort_by_cached_key(order);
        let mut ordinary: Vec<Placed> = pairs.pages.into_iter().filter_map(|page| placed(page, site)).collect();
        ordinary.sort_by_cached_key(|placed| (placed.page.menu.is_none(), placed.page.menu, placed.page.stem.clone()));
        let lists = lists::all(&notices, site, wordings);
        let is_searchable = *search == Search::Offered && !notices.is_empty();
        let mut plan = Self {
            notices,
            ordinary,
            lists,
            pages: Vec::new(),
            attachments: Vec::new(),
            addresses: BTreeMap::new(),
            redirects: Vec::new(),
            gone: BTreeSet::new(),
            is_searchable,
        };
        plan.addresses = plan.editions().map(|(_, edition, path)| (edition.path.clone(), path.to_owned())).collect();
        plan.pages = page::all(&plan, site);
        plan.attachments = attachments::all(&plan);
        plan.redirects = former::redirects(&plan);
        let is_withdrawn =
            |notice: &&Arc<Notice>| Standing::at(&notice.facts, now, site.marks).state == State::Withdrawn;
        plan.gone = former::gone(&plan, pairs.notices.iter().filter(is_withdrawn), site);
        plan
    }

    /// Plans the pages that notices which are not public yet will have, for those who write them: each as on the day of
    /// its publication, one that was withdrawn as it would be now, beside the pages of the public plan. Nothing of it is ever published.
    #[must_use]
    pub fn withheld(&self, notices: &[Arc<Notice>], site: &Site, now: Instant) -> Self {
        let will_be = |notice: &Arc<Notice>| {
            let mut notice = Notice::clone(notice);
            let published = notice.facts.published.get_or_insert_with(|| site.zone.moment(now));
            let now = now.max(published.instant);
            notice.facts.draft = false;
            notice.facts.withdrawn = None;
            public(&notice, site, now)
        };
        let mut plan = Self {
            notices: notices.iter().filter_map(will_be).collect(),
            ordinary: self.ordinary.clone(),
            lists: Vec::new(),
            pages: Vec::new(),
            attachments: Vec::new(),
            addresses: BTreeMap::new(),
            redirects: Vec::new(),
            gone: BTreeSet::new(),
            is_searchable: self.is_searchable,
        };
        plan.addresses = plan.editions().map(|(_, edition, path)| (edition.path.clone(), path.to_owned())).collect();
        plan.addresses.extend(self.addresses.clone());
        plan.pages = page::of_notices(&plan, site);
        plan.attachments = attachments::all(&plan);
        plan
    }

    /// The notices that take applications.
    pub fn open(&self) -> impl Iterator<Item = &Public> {
        self.notices.iter().filter(|public| public.state.takes_applications())
    }

    /// The notices that feeds and calendars hold, with their places in the plan.
    pub fn announced(&self) -> impl Iterator<Item = (usize, &Public)> {
        self.notices.iter().enumerate().filter(|(_, public)| public.announced)
    }

    /// The notices that no longer take applications.
    pub fn past(&self) -> impl Iterator<Item = &Public> {
        self.notices.iter().filter(|public| !public.state.takes_applications())
    }

    /// Every edition that becomes a page, with its language and its path.
    fn editions(&self) -> impl Iterator<Item = (Side, &Edition, &str)> {
        let notices = self.notices.iter().map(|public| (&*public.notice.editions, &public.paths));
        let pages = self.ordinary.iter().map(|placed| (&placed.page.editions, &placed.paths));
        notices
            .chain(pages)
            .flat_map(|(editions, paths)| Side::BOTH.map(|side| (side, &editions[side], paths[side].as_str())))
    }
}

/// The one filter: only what is public at `now` comes past.
fn public(notice: &Notice, site: &Site, now: Instant) -> Option<Public> {
    let Standing { state, announced, is_new, .. } = Standing::at(&notice.facts, now, site.marks);
    if !state.is_public() {
        return None;
    }
    let facts = notice.facts.clone().known_at(now);
    let notice = Notice { facts, editions: Arc::clone(&notice.editions), ..*notice };
    let path = |side: Side| site.notice_path(side, &notice.facts.reference, &notice.editions[side].words);
    let paths = Bilingual::of(path).both()?;
    Some(Public { notice, state, announced, is_new, paths })
}

fn placed(page: Arc<Ordinary>, site: &Site) -> Option<Placed> {
    let paths = Bilingual::of(|side| site.page_path(side, &page.editions[side].words)).both()?;
    Some(Placed { page, paths })
}

/// Open notices by deadline, ongoing ones last; past ones by deadline, the newest first. Equal ones by reference.
fn order(public: &Public) -> (bool, i64, String) {
    let deadline = match public.notice.facts.deadline {
        Some(Deadline::At(moment)) => moment.instant.0,
        _ => i64::MAX,
    };
    let past = !public.state.takes_applications();
    (past, if past { deadline.saturating_neg() } else { deadline }, public.notice.facts.reference.clone())
}
