//! What a site offers beside its pages: feeds, calendars, open data, files for job boards and for search engines.
//!
//! Each output is one module, and one line in [`ALL`]. All of them are told the same [`News`], so that none can know of
//! more, or of less, than another.

mod atom;
mod board;
mod calendar;
mod feeds;
mod former;
mod ical;
mod json_feed;
mod news;
mod open_data;
mod robots;
mod rss;
mod sitemap;
mod xml;

pub use news::{Announcement, News};

use super::templates::Templates;
use crate::diagnostic::{Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{CARDS, Place, Site, SitePath};

/// What a site can offer, in the order in which the guide describes it.
const ALL: [&dyn Output; 8] = [
    &atom::Atom,
    &rss::Rss,
    &json_feed::JsonFeed,
    &calendar::Deadlines,
    &open_data::Json,
    &open_data::Csv,
    &sitemap::Sitemap,
    &robots::Robots,
];

/// What a site can offer within its pages; the search and the pictures only where its theme has a template for them.
const IN_PAGES: [&str; 4] = ["job-posting", "social-tags", CARDS, "search"];

/// An output: one file, or one for each language, feed or notice.
trait Output: Sync {
    /// Its name in `outputs` of `site.yaml`.
    fn name(&self) -> &'static str;

    /// Its files.
    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>>;
}

/// A file that can be made at any time, from any thread.
pub struct File<'n> {
    /// Its path below the site's address.
    pub path: String,
    make: Box<dyn Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync + 'n>,
}

impl<'n> File<'n> {
    /// A file whose making cannot fail.
    fn new(path: String, make: impl Fn() -> Vec<u8> + Send + Sync + 'n) -> Self {
        Self { path, make: Box::new(move || Ok(make())) }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// Its template failed: the finding says where.
    pub fn bytes(&self) -> Result<Vec<u8>, Box<Diagnostic>> {
        (self.make)()
    }
}

impl News<'_> {
    /// The files of everything that the site offers, and of what it offers no more.
    #[must_use]
    pub fn files(&self) -> Vec<File<'_>> {
        let offered = ALL.into_iter().filter(|output| self.composer.site.offers(output.name()));
        offered.flat_map(|output| output.files(self)).chain(board::files(self)).chain(former::files(self)).collect()
    }
}

/// The names in `outputs` that mean nothing: neither an output nor a template for job boards.
#[must_use]
pub fn unknown(site: &Site, templates: &Templates) -> Log {
    let mut log = Log::new();
    let boards = templates.boards();
    let known: Vec<&str> =
        ALL.iter().map(|output| output.name()).chain(IN_PAGES).chain(boards.iter().map(String::as_str)).collect();
    for output in site.outputs.iter().flatten().filter(|output| !known.contains(&output.value.as_str())) {
        let place = Place::new(SitePath::new("site.yaml"), output.span);
        let hint = match nearest(&output.value, known.iter().copied()) {
            Some(name) => Text::new("did-you-mean").with("name", name),
            None if output.value.ends_with(".xml") => {
                Text::new("unknown-board-hint").with("name", &output.value).with("values", known.join(", "))
            }
            None => Text::new("known-values").with("values", known.join(", ")),
        };
        let message = Text::new("unknown-output").with("name", &output.value);
        log.push(Diagnostic::new(Rule::InvalidValue, place, message).hint(hint));
    }
    log
}
