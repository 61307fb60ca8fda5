//! From a prepared site to the files of its output: all of them, each handed on as soon as it is made, or one of them.
//!
//! A build maps the functions of [`Maker`] over everything that is planned; a preview calls them for what a browser asks
//! for. There is no other way to a file.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use rayon::prelude::*;

use super::{Material, Prepared, internal_error, locked};
use crate::diagnostic::{Diagnosed, Failure, Log};
use crate::domain::{Bilingual, Edition, Place, Side};
use crate::load::{Entry, Source};
use crate::plan::{Content, Page, Plan};
use crate::render::{Card, File, Minify, News, Rendered, Renderer, is_card_of};
use crate::search;

/// What takes the files of the output. It is called from many threads at once.
pub trait Sink: Sync {
    /// Takes a file with its path in the output folder.
    ///
    /// # Errors
    /// It could not be taken; nothing is published then.
    fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// Takes a file that is copied as it is.
    ///
    /// # Errors
    /// It could not be taken; nothing is published then.
    fn copy(&self, path: &str, from: &mut dyn Read) -> Result<(), Failure>;

    /// Takes a picture whose path changes with it. It needs to be drawn only where the sink does not have it already.
    ///
    /// # Errors
    /// It could not be taken; nothing is published then.
    fn picture(&self, path: &str, draw: &dyn Fn() -> Option<Vec<u8>>) -> Result<(), Failure> {
        draw().map_or(Ok(()), |bytes| self.file(path, &bytes))
    }

    /// Whether it needs what takes long and shows no fault of the site: the copies of attachments, the index of the search.
    fn wants_all(&self) -> bool {
        true
    }
}

/// What was rendered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// HTML pages.
    pub pages: usize,
    /// Attachments.
    pub attachments: usize,
}

/// Makes the files of a plan, in any order.
pub struct Maker<'p> {
    material: &'p Material,
    plan: &'p Plan,
    source: &'p dyn Source,
    renderer: Renderer<'p>,
}

impl<'p> Maker<'p> {
    /// A maker of the files of a plan. There is none without a theme.
    pub(super) fn new(material: &'p Material, plan: &'p Plan, source: &'p dyn Source, minify: Minify) -> Option<Self> {
        let (words, theme) = (&material.words, material.theme.as_deref()?);
        let renderer = Renderer::new(plan, &words.site, &words.wordings(), &words.names, theme, minify);
        Some(Self { material, plan, source, renderer })
    }

    /// Makes a page. Nothing comes back where its template failed, which is told.
    ///
    /// # Errors
    /// Its text could not be read again.
    pub fn page(&self, page: &Page) -> Result<Diagnosed<Option<Vec<u8>>>, Failure> {
        let made = self.page_and_card(page)?;
        Ok(Diagnosed::new(made.value.map(|made| made.bytes), made.log))
    }

    /// Makes a page, with the picture by which social networks show it.
    fn page_and_card(&self, page: &Page) -> Result<Diagnosed<Option<Made>>, Failure> {
        let edition = edition(self.plan, page);
        let text = edition.map_or_else(|| Ok(String::new()), |edition| self.text(edition))?;
        let mut log = Log::new();
        let made = match catch_unwind(AssertUnwindSafe(|| self.renderer.page(page, &text))) {
            Ok(Ok(Rendered { bytes, log: found, card })) => {
                log.append(found);
                Some(Made { bytes, card })
            }
            Ok(Err(finding)) => {
                log.push(*finding);
                None
            }
            Err(_) => {
                let place = edition.map_or_else(|| "site.yaml".into(), |edition| edition.path.clone());
                log.push(internal_error(Place::top(place)));
                None
            }
        };
        Ok(Diagnosed::new(made, log))
    }

    /// The picture of a notice at a path, if there is one.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn picture(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = path.trim_start_matches('/');
        for page in &self.plan.pages {
            let Content::Notice(side, at) = page.content else { continue };
            let code = &self.material.words.site.languages[side].code;
            if is_card_of(path, &self.plan.notices[at].notice.facts.reference, code)
                && let Some(card) = self.page_and_card(page)?.value.and_then(|made| made.card)
                && card.path == path
            {
                return Ok(self.renderer.draw(&card).ok());
            }
        }
        Ok(None)
    }

    /// What is told of the announced notices beside the pages. It holds their whole words, so that it is not kept for
    /// longer than it takes to make the files.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn news(&self) -> Result<News<'_>, Failure> {
        let announced: Vec<_> = self.plan.announced().collect();
        let announcements = announced.into_par_iter().map(|(at, public)| {
            let editions = &public.notice.editions;
            let texts = Bilingual::new(self.text(&editions.left)?, self.text(&editions.right)?);
            let told = catch_unwind(AssertUnwindSafe(|| self.renderer.announcement(at, &texts)));
            // Its page panics for the same reason, and says so.
            Ok(told.ok())
        });
        let announcements: Vec<_> = announcements.collect::<Result<_, Failure>>()?;
        Ok(self.renderer.news(announcements.into_iter().flatten().collect()))
    }

    /// Makes a file that stands beside the pages. Nothing comes back where its template failed, which is told.
    #[must_use]
    pub fn file(&self, file: &File<'_>) -> Diagnosed<Option<Vec<u8>>> {
        let mut log = Log::new();
        let bytes = match catch_unwind(AssertUnwindSafe(|| file.bytes())) {
            Ok(Ok(bytes)) => Some(bytes),
            Ok(Err(finding)) => {
                log.push(*finding);
                None
            }
            Err(_) => {
                log.push(internal_error(Place::top("site.yaml".into())));
                None
            }
        };
        Diagnosed::new(bytes, log)
    }

    /// The files of the search in both languages; none where nothing can be searched.
    ///
    /// # Errors
    /// A text could not be read again, or the index could not be made.
    pub fn indexes(&self) -> Result<Vec<search::File>, Failure> {
        // On threads of their own: Pagefind waits for its own work, and a thread of the pool that waits takes up other work.
        let made = thread::scope(|scope| {
            let started = Bilingual::of(|side| scope.spawn(move || self.index(side)));
            started.map(|started| started.join().unwrap_or_else(|_| Err(search::not_made(&"panic"))))
        });
        let mut files = made.left?;
        files.extend(made.right?);
        Ok(files)
    }

    fn index(&self, side: Side) -> Result<Vec<search::File>, Failure> {
        let notices = self.plan.notices.iter().enumerate().filter(|_| self.plan.is_searchable);
        let documents = notices.map(|(at, public)| {
            let text = self.text(&public.notice.editions[side])?;
            let searched = catch_unwind(AssertUnwindSafe(|| self.renderer.searched(at, side, &text)));
            // Its page panics for the same reason, and says so.
            Ok(searched.ok())
        });
        let site = &self.material.words.site;
        let made = search::index(&site.languages[side].code, documents.filter_map(Result::transpose))?;
        let folder = site.file_path(side, search::FOLDER);
        let folder = folder.trim_start_matches('/');
        Ok(made.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes)).collect())
    }

    /// The file of the site that is published at a path as it is. The checks have made sure that it is there.
    #[must_use]
    pub fn attachment(&self, path: &str) -> Option<&'p Entry> {
        let attachment = self.plan.attachments.iter().find(|attachment| attachment.path == path)?;
        self.material.listing.get(attachment.source.as_str())
    }

    fn text(&self, edition: &Edition) -> Result<String, Failure> {
        self.material.text(edition, self.source)
    }
}

/// A page and its picture.
struct Made {
    bytes: Vec<u8>,
    card: Option<Card>,
}

/// Makes everything that is planned.
pub(super) fn render(
    prepared: &Prepared,
    source: &dyn Source,
    sink: &dyn Sink,
    minify: Minify,
) -> Result<Diagnosed<Totals>, Failure> {
    let plan = &prepared.plan;
    let material = &prepared.material;
    let (Some(maker), Some(theme)) = (prepared.maker(source, minify), &material.theme) else {
        return Ok(Diagnosed::new(Totals::default(), Log::new()));
    };
    for asset in theme.assets().iter() {
        sink.file(&asset.path, &asset.bytes)?;
    }
    let findings = Mutex::new(Log::new());
    let hand_on = |path: &str, made: Diagnosed<Option<Vec<u8>>>| {
        if !made.log.is_empty() {
            locked(&findings).append(made.log);
        }
        made.value.map_or(Ok(()), |bytes| sink.file(path, &bytes))
    };
    let news = maker.news()?;
    news.files().par_iter().try_for_each(|file| hand_on(file.path.trim_start_matches('/'), maker.file(file)))?;
    drop(news);
    if sink.wants_all() {
        for (path, bytes) in &maker.indexes()? {
            sink.file(path, bytes)?;
        }
        for attachment in &plan.attachments {
            let Some(entry) = material.listing.get(attachment.source.as_str()) else { continue };
            sink.copy(attachment.path.trim_start_matches('/'), &mut *source.open(entry)?)?;
        }
    }
    let hand_on_card = |card: Card| {
        let draw = || maker.renderer.draw(&card).map_err(|finding| locked(&findings).push(*finding)).ok();
        sink.picture(&card.path, &draw)
    };
    plan.pages.par_iter().try_for_each(|page| {
        let Diagnosed { value: made, log } = maker.page_and_card(page)?;
        let (bytes, card) = made.map(|made| (made.bytes, made.card)).unzip();
        hand_on(&page.file(), Diagnosed::new(bytes, log))?;
        card.flatten().map_or(Ok(()), hand_on_card)
    })?;
    let log = std::mem::take(&mut *locked(&findings));
    Ok(Diagnosed::new(Totals { pages: plan.pages.len(), attachments: plan.attachments.len() }, log))
}

/// The edition whose words a page shows.
fn edition<'p>(plan: &'p Plan, page: &Page) -> Option<&'p Edition> {
    match page.content {
        Content::Notice(side, at) => Some(&plan.notices[at].notice.editions[side]),
        Content::Ordinary(side, at) => Some(&plan.ordinary[at].page.editions[side]),
        Content::Root
        | Content::NotFound
        | Content::Gone
        | Content::Home(_)
        | Content::Closed(_)
        | Content::Follow(_)
        | Content::List(..)
        | Content::Search(_) => None,
    }
}
