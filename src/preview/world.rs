//! The site at one state of its files and at one instant: what a build would publish, what it would say, and beside it
//! the pages of notices that are withheld. Any file of it can be made at any time, from memory.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};

use super::making::Remarks;
use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Severity};
use crate::domain::{Bilingual, Edition, Facts, Instant, Notice, Side, Site, SitePath, Standing, State};
use crate::load::{Snapshot, Source};
use crate::pipeline::{Maker, Memo, Prepared};
use crate::plan::{Content, Page, Plan};
use crate::render::Minify;
use crate::search;

/// Where the choice of a language is served if the site has the same address as the desk.
pub(super) const ROOT: &str = "/-/root";

/// The site at one state of its files and at one instant.
pub(super) struct World {
    /// The files.
    pub files: Arc<Snapshot>,
    /// The instant.
    pub now: Instant,
    /// Everything that a build would say before it renders.
    pub findings: Vec<Diagnostic>,
    /// The site, unless it could not be read at all.
    pub site: Option<Planned>,
    /// What was noticed while its pages were made.
    pub remarks: Remarks,
    /// The editions in which there is an error.
    faulty: BTreeSet<SitePath>,
    /// The editions of pairs whose facts are doubtful.
    doubtful: BTreeSet<SitePath>,
    /// Both, and those that make no page because there is an error in their twin.
    broken: BTreeSet<SitePath>,
    /// Whether there is an error outside the content.
    is_faulty: bool,
}

/// A site that was read and planned.
pub(super) struct Planned {
    /// What a build would publish.
    pub prepared: Prepared,
    /// The pages of notices that are not public.
    pub withheld: Plan,
    now: Instant,
    pages: HashMap<String, Spot>,
    /// The files of the search by their paths below the site's address, once somebody has asked for one.
    searches: Mutex<Option<HashMap<String, Vec<u8>>>>,
}

/// Where a page is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    is_withheld: bool,
    at: usize,
}

/// A page of a world.
pub(super) struct Found<'w> {
    /// The page.
    pub page: &'w Page,
    /// The plan that it belongs to.
    pub plan: &'w Plan,
    /// The state of the notice that it shows, if that is withheld.
    pub withheld: Option<State>,
}

/// A file as it is served.
pub(super) enum Served {
    /// Bytes.
    Bytes(Vec<u8>),
    /// A file that is published as it is, and its length.
    Copy(Box<dyn Read + Send>, u64),
}

impl World {
    /// Reads, checks and plans the site.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn new(files: Arc<Snapshot>, now: Instant, memo: &mut Memo) -> Result<Self, Failure> {
        let Diagnosed { value, log } = memo.prepare(&*files, now)?;
        let findings = log.sorted();
        // What the editions do not say alike can be shown as it is.
        let is_fault = |finding: &&Diagnostic| finding.severity == Severity::Error && !finding.rule.is_parity();
        let errors = || findings.iter().filter(is_fault);
        let places = errors().map(|finding| &finding.place.file);
        let faulty: BTreeSet<_> = places.filter(|path| is_edition(path)).cloned().collect();
        let doubtful = value.as_ref().map(doubtful).unwrap_or_default();
        let mut broken = &faulty | &doubtful;
        let is_faulty = errors().any(|finding| !finding.place.file.as_str().starts_with("content/"));
        let site = value.map(|prepared| Planned::new(prepared, now, &broken));
        if let Some(planned) = &site {
            let twins = faulty.iter().flat_map(|edition| pair_of(edition, planned.site()));
            broken.extend(twins.filter(|twin| planned.page_of(twin).is_none()));
        }
        Ok(Self { files, now, findings, site, remarks: Remarks::default(), faulty, doubtful, broken, is_faulty })
    }

    /// Whether the whole site can be shown: nothing is wrong but in its content.
    pub const fn is_whole(&self) -> bool {
        !self.is_faulty && self.site.is_some()
    }

    /// The editions that cannot be shown as they should be: there is an error in them or in the facts that they share with
    /// their twin, or they make no page because there is one in the twin.
    pub const fn broken(&self) -> &BTreeSet<SitePath> {
        &self.broken
    }

    /// Whether an edition can be shown as it should be, and its page is at this path.
    pub fn shows(&self, edition: &SitePath, path: &str) -> bool {
        !self.broken.contains(edition) && self.page_of(edition) == Some(path)
    }

    /// The page that an edition becomes.
    pub fn page_of(&self, edition: &SitePath) -> Option<&str> {
        self.site.as_ref()?.page_of(edition)
    }

    /// The code of the language of a page; none of a page in both.
    pub fn code_of(&self, found: &Found<'_>) -> Option<&str> {
        let site = self.site.as_ref()?.site();
        found.page.content.side().map(|side| site.languages[side].code.as_str())
    }

    /// Whether another world has the same words and templates, so that the pages that can be made there can be made here.
    pub fn is_set_like(&self, other: &Self) -> bool {
        let (Some(own), Some(other)) = (&self.site, &other.site) else { return false };
        let (own, other) = (own.prepared.material(), other.prepared.material());
        own.theme.as_ref().map(Arc::as_ptr) == other.theme.as_ref().map(Arc::as_ptr)
            && Arc::ptr_eq(&own.words, &other.words)
    }

    /// The files whose findings explain what a page of a pair shows: its edition, and the twin where that is to blame.
    pub fn explaining<'e>(&self, editions: &'e Bilingual<Edition>, side: Side) -> Vec<&'e SitePath> {
        let own = &editions[side].path;
        let is_twin_to_blame = self.broken.contains(own) && !self.faulty.contains(own) || self.doubtful.contains(own);
        let twin = is_twin_to_blame.then_some(&editions[side.twin()].path);
        [own].into_iter().chain(twin).collect()
    }
}

/// The editions of pairs whose facts are doubtful. A fact stands in one file and shows in both pages: where it cannot be
/// read, neither can show it, and where two editions contradict each other, nobody knows which of them is right.
fn doubtful(prepared: &Prepared) -> BTreeSet<SitePath> {
    let public = prepared.plan().notices.iter().map(|public| &public.notice);
    let notices = public.chain(prepared.withheld().iter().map(AsRef::as_ref));
    let notices = notices.filter(|notice| !notice.has_sound_facts).map(|notice| &*notice.editions);
    let pages = prepared.plan().ordinary.iter().map(|placed| &*placed.page);
    let pages = pages.filter(|page| !page.has_sound_facts).map(|page| &page.editions);
    notices.chain(pages).flat_map(|editions| [&editions.left.path, &editions.right.path]).cloned().collect()
}

/// Both editions of the pair to which an edition belongs.
fn pair_of<'s>(edition: &SitePath, site: &'s Site) -> impl Iterator<Item = SitePath> + use<'s> {
    let name = edition.as_str();
    let stem = name.strip_suffix(".md").and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem.to_owned());
    let languages = site.languages.iter().map(|(_, language)| language.code.as_str());
    languages.filter_map(move |code| Some(SitePath::new(&format!("{}.{code}.md", stem.as_ref()?))))
}

/// Whether a file is an edition.
pub(super) fn is_edition(path: &SitePath) -> bool {
    path.as_str().starts_with("content/") && path.as_str().ends_with(".md")
}

impl Planned {
    /// `broken` are the editions in which there is an error, or in their facts.
    fn new(prepared: Prepared, now: Instant, broken: &BTreeSet<SitePath>) -> Self {
        let site = &prepared.material().words.site;
        let withheld = prepared.plan().withheld(prepared.withheld(), site, now);
        let mut pages = HashMap::with_capacity(prepared.plan().pages.len() + withheld.pages.len());
        // Where two pages claim one path, the one without an error has it, and then what is public.
        for is_broken in [false, true] {
            for (plan, is_withheld) in [(prepared.plan(), false), (&withheld, true)] {
                for (at, page) in plan.pages.iter().enumerate() {
                    let edition = pair(plan, page).map(|(editions, side)| &editions[side].path);
                    if edition.is_some_and(|edition| broken.contains(edition)) == is_broken {
                        pages.entry(page.path.clone()).or_insert(Spot { is_withheld, at });
                    }
                }
            }
        }
        Self { prepared, withheld, now, pages, searches: Mutex::default() }
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.prepared.material().words.site
    }

    /// The facts of a withheld notice as they were written; its page shows it as on the day of its publication.
    pub fn stated(&self, reference: &str) -> Option<&Facts> {
        self.prepared.withheld().iter().map(|notice| &notice.facts).find(|facts| facts.reference == reference)
    }

    /// The address of a path below the site's address, on this server. The desk has the shortest one.
    pub fn address(&self, path: &str) -> String {
        match self.site().base_path() {
            "" if path == "/" => ROOT.to_owned(),
            base => format!("{base}{path}"),
        }
    }

    /// The page at a path below the site's address.
    pub fn page(&self, path: &str) -> Option<Found<'_>> {
        let spot = *self.pages.get(path)?;
        let plan = if spot.is_withheld { &self.withheld } else { self.prepared.plan() };
        let page = &plan.pages[spot.at];
        let withheld = match page.content {
            Content::Notice(_, at) if spot.is_withheld => {
                let stated = self.stated(&plan.notices[at].notice.facts.reference);
                Some(stated.map_or(State::Draft, |facts| Standing::at(facts, self.now, self.site().marks).state))
            }
            _ => None,
        };
        Some(Found { page, plan, withheld })
    }

    /// The page that an edition becomes.
    pub fn page_of(&self, edition: &SitePath) -> Option<&str> {
        let public = self.prepared.plan().addresses.get(edition);
        public.or_else(|| self.withheld.addresses.get(edition)).map(String::as_str)
    }

    /// All pages.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.prepared.plan().pages.iter().chain(&self.withheld.pages)
    }

    /// A file of the output that is no page: an asset, a feed, an attachment.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn file(&self, path: &str, files: &Snapshot) -> Result<Option<Served>, Failure> {
        let theme = self.prepared.material().theme.as_ref();
        let asset = theme
            .and_then(|theme| theme.assets().iter().find(|asset| path.strip_prefix('/') == Some(asset.path.as_str())));
        if let Some(asset) = asset {
            return Ok(Some(Served::Bytes(asset.bytes.clone())));
        }
        for plan in [self.prepared.plan(), &self.withheld] {
            let Some(maker) = self.prepared.maker_of(plan, files, Minify::Yes) else { continue };
            if let Some(entry) = maker.attachment(path) {
                return Ok(Some(Served::Copy(files.open(entry)?, entry.size)));
            }
            if let Some(picture) = maker.picture(path)? {
                return Ok(Some(Served::Bytes(picture)));
            }
        }
        let maker = self.prepared.maker(files, Minify::Yes);
        if let Some(maker) = &maker
            && path.split('/').nth(2) == Some(search::FOLDER)
        {
            return self.searched(maker, path);
        }
        Ok(maker.map(|maker| beside(&maker, self.prepared.plan(), path)).transpose()?.flatten().map(Served::Bytes))
    }
}

impl Planned {
    /// A file of the search. All of them are made when the first one is asked for; whoever asks meanwhile waits.
    fn searched(&self, maker: &Maker<'_>, path: &str) -> Result<Option<Served>, Failure> {
        // A panic while the files were made leaves none.
        let mut searches = self.searches.lock().unwrap_or_else(PoisonError::into_inner);
        let files = match &mut *searches {
            Some(files) => files,
            none => none.insert(maker.indexes()?.into_iter().collect()),
        };
        Ok(path.strip_prefix('/').and_then(|path| files.get(path)).cloned().map(Served::Bytes))
    }
}

/// A file that stands beside the pages: a feed, a calendar, the sitemap, the page at a former address.
fn beside(maker: &Maker<'_>, plan: &Plan, path: &str) -> Result<Option<Vec<u8>>, Failure> {
    let is_former = || plan.redirects.iter().any(|redirect| redirect.from == path);
    let path = match path.strip_suffix('/') {
        Some(_) if !is_former() => return Ok(None),
        Some(folder) => format!("{folder}/index.html"),
        None => path.to_owned(),
    };
    let news = maker.news()?;
    let files = news.files();
    Ok(files.iter().find(|file| file.path == path).and_then(|file| maker.file(file).value))
}

impl Found<'_> {
    /// The notice that the page shows.
    pub fn notice(&self) -> Option<&Notice> {
        match self.page.content {
            Content::Notice(_, at) => Some(&self.plan.notices[at].notice),
            _ => None,
        }
    }

    /// The editions of the pair that the page shows, and the language of the page.
    pub fn pair(&self) -> Option<(&Bilingual<Edition>, Side)> {
        pair(self.plan, self.page)
    }
}

fn pair<'p>(plan: &'p Plan, page: &Page) -> Option<(&'p Bilingual<Edition>, Side)> {
    match page.content {
        Content::Notice(side, at) => Some((&plan.notices[at].notice.editions, side)),
        Content::Ordinary(side, at) => Some((&plan.ordinary[at].page.editions, side)),
        _ => None,
    }
}
