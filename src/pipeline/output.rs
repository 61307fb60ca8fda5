//! From a prepared site to the files of its output, each handed on as soon as it is made.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use rayon::prelude::*;

use super::{Prepared, internal_error, locked};
use crate::diagnostic::{Diagnosed, Failure, Log, Text};
use crate::domain::{Bilingual, Digest, Edition, Place};
use crate::load::{Source, decode};
use crate::plan::{Content, Page};
use crate::render::{Minify, Renderer};

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

    /// Whether attachments need to be copied at all.
    fn wants_attachments(&self) -> bool {
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

pub(super) fn render(
    prepared: &Prepared,
    source: &dyn Source,
    sink: &dyn Sink,
    minify: Minify,
) -> Result<Diagnosed<Totals>, Failure> {
    let material = &prepared.material;
    let plan = &prepared.plan;
    let Some(theme) = &material.theme else { return Ok(Diagnosed::new(Totals::default(), Log::new())) };
    let renderer =
        Renderer::new(plan, &material.words.site, &material.words.wordings(), &material.words.names, theme, minify);
    let findings = Mutex::new(Log::new());
    for asset in theme.assets().iter() {
        sink.file(&asset.path, &asset.bytes)?;
    }
    outputs(prepared, source, sink, &renderer, &findings)?;
    if sink.wants_attachments() {
        for attachment in &plan.attachments {
            // The checks have made sure that the file is there.
            let Some(entry) = material.listing.get(attachment.source.as_str()) else { continue };
            sink.copy(attachment.path.trim_start_matches('/'), &mut *source.open(entry)?)?;
        }
    }
    plan.pages.par_iter().try_for_each(|page| -> Result<(), Failure> {
        let text = match edition(prepared, page) {
            Some(edition) => text(source, prepared, edition)?,
            None => String::new(),
        };
        match catch_unwind(AssertUnwindSafe(|| renderer.page(page, &text))) {
            Ok(Ok(rendered)) => {
                if !rendered.log.is_empty() {
                    locked(&findings).append(rendered.log);
                }
                sink.file(&page.file(), &rendered.bytes)
            }
            Ok(Err(finding)) => {
                locked(&findings).push(*finding);
                Ok(())
            }
            Err(_) => {
                let place = edition(prepared, page)
                    .map_or_else(|| Place::top("site.yaml".into()), |edition| Place::top(edition.path.clone()));
                locked(&findings).push(internal_error(place));
                Ok(())
            }
        }
    })?;
    let log = std::mem::take(&mut *locked(&findings));
    Ok(Diagnosed::new(Totals { pages: plan.pages.len(), attachments: plan.attachments.len() }, log))
}

/// Makes the files that are offered beside the pages. They hold the whole words of all announced notices, in memory only
/// for as long as this takes.
fn outputs(
    prepared: &Prepared,
    source: &dyn Source,
    sink: &dyn Sink,
    renderer: &Renderer<'_>,
    findings: &Mutex<Log>,
) -> Result<(), Failure> {
    let announced: Vec<_> = prepared.plan.announced().collect();
    let announcements = announced.into_par_iter().map(|(at, public)| {
        let editions = &public.notice.editions;
        let texts = Bilingual::new(text(source, prepared, &editions.left)?, text(source, prepared, &editions.right)?);
        let told = catch_unwind(AssertUnwindSafe(|| renderer.announcement(at, &texts)));
        // Its page panics for the same reason, and says so.
        Ok(told.ok())
    });
    let announcements: Vec<_> = announcements.collect::<Result<_, Failure>>()?;
    let news = renderer.news(announcements.into_iter().flatten().collect());
    news.files().par_iter().try_for_each(|file| match catch_unwind(AssertUnwindSafe(|| file.bytes())) {
        Ok(Ok(bytes)) => sink.file(file.path.trim_start_matches('/'), &bytes),
        Ok(Err(finding)) => {
            locked(findings).push(*finding);
            Ok(())
        }
        Err(_) => {
            locked(findings).push(internal_error(Place::top("site.yaml".into())));
            Ok(())
        }
    })
}

/// The edition whose words a page shows.
fn edition<'a>(prepared: &'a Prepared, page: &Page) -> Option<&'a Edition> {
    match page.content {
        Content::Notice(side, at) => Some(&prepared.plan.notices[at].notice.editions[side]),
        Content::Ordinary(side, at) => Some(&prepared.plan.ordinary[at].page.editions[side]),
        Content::Root | Content::NotFound | Content::Home(_) | Content::Closed(_) | Content::Follow(_) => None,
    }
}

/// The text of an edition, which must still be the one that was checked.
fn text(source: &dyn Source, prepared: &Prepared, edition: &Edition) -> Result<String, Failure> {
    let changed = || Failure::new(Text::new("load-changed").with("path", &edition.path)).hint("load-changed-hint");
    let entry = prepared.material.listing.get(edition.path.as_str()).ok_or_else(changed)?;
    let text = decode(&edition.path, source.bytes(entry)?).map_err(|_| changed())?;
    if Digest::of(text.as_bytes()) == edition.digest { Ok(text) } else { Err(changed()) }
}
