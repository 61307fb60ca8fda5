//! From a planned page to its bytes: a pure function of the plan, the strings, the theme and the page's own text.
//!
//! No disk, no clock, no order of calls: pages can be rendered one at a time, in any order, from any number of threads.
//! The memo only saves work; with or without it the bytes are the same.

mod assets;
mod card;
mod compose;
mod context;
mod environment;
mod follow;
mod fragment;
mod listing;
mod lists;
mod memo;
mod minify;
mod notice;
mod outputs;
mod picture;
mod searched;
mod shape;
mod structured;
mod templates;
mod tones;

use std::collections::BTreeMap;

pub use assets::{Asset, Assets};
pub use card::{Card, is_of as is_card_of};
pub use environment::Strings;
pub use minify::Minify;
pub use outputs::{Announcement, File, News, unknown as unknown_outputs};
pub use templates::{Template, Templates};

use crate::diagnostic::{Diagnostic, Log};
use crate::domain::{Bilingual, OptionValue, Side, Site};
use crate::picture::Faces;
use crate::plan::{Page, Plan};
use crate::read::SectionNames;
use crate::search::Document;
use crate::wording::Wording;
use compose::Composer;
use environment::Environment;

/// Renders the pages of a plan.
pub struct Renderer<'a> {
    composer: Composer<'a>,
    theme: &'a Theme,
}

/// A theme ready for use: its templates linked, its assets named, its options set.
pub struct Theme {
    environments: Bilingual<Environment>,
    assets: Assets,
    options: BTreeMap<String, OptionValue>,
    /// The names of the templates of files for job boards.
    boards: Vec<String>,
    /// The faces of pictures.
    faces: Faces,
    /// Whether there is a template of the picture of a notice.
    has_card: bool,
}

/// A rendered page: its bytes, and what was noticed while they were made.
#[derive(Debug)]
pub struct Rendered {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What was noticed. The page can be shown all the same.
    pub log: Log,
    /// The picture by which social networks show it.
    pub card: Option<Card>,
}

impl Theme {
    /// Links the templates of a theme and a site, and notices what is wrong with them.
    #[must_use]
    pub fn new(
        templates: &Templates,
        (assets, faces): (Assets, Faces),
        options: BTreeMap<String, OptionValue>,
        strings: &Strings,
    ) -> (Option<Self>, Log) {
        let mut log = templates.missing();
        log.append(shape::check(templates, &options, &assets, strings));
        let linked = Bilingual::of(|side| Environment::new(templates, (&assets, &faces), strings, side));
        let environments = linked.map(|linked| linked.map_err(|findings| log.extend(findings)).ok()).both();
        let (boards, has_card) = (templates.boards(), templates.have_card());
        (environments.map(|environments| Self { environments, assets, options, boards, faces, has_card }), log)
    }

    /// The assets with their names in the output.
    #[must_use]
    pub const fn assets(&self) -> &Assets {
        &self.assets
    }
}

impl<'a> Renderer<'a> {
    /// Prepares to render the pages of a plan.
    #[must_use]
    pub fn new(
        plan: &'a Plan,
        site: &'a Site,
        wordings: &Bilingual<Wording<'a>>,
        names: &'a Bilingual<SectionNames>,
        theme: &'a Theme,
        minify: Minify,
    ) -> Self {
        let composer = Composer::new(plan, site, wordings, names, theme, minify);
        Self { composer, theme }
    }

    /// Renders a page. `text` is the file that the page's words come from; pages without words of their own need none.
    ///
    /// # Errors
    /// The template failed: the finding says where.
    pub fn page(&self, page: &Page, text: &str) -> Result<Rendered, Box<Diagnostic>> {
        let composed = self.composer.compose(page, text);
        // A page in both languages is made with the strings of the first; its template asks for each language by name.
        let environment = &self.theme.environments[page.content.side().unwrap_or(Side::Left)];
        let html = environment.render(composed.template, &composed.context)?;
        Ok(self.composer.finish(page, &html, composed))
    }

    /// What is told of an announced notice, by its place in the plan, where people do not visit the site. `texts` are the
    /// files of its editions.
    #[must_use]
    pub fn announcement(&self, at: usize, texts: &Bilingual<String>) -> Announcement<'_> {
        Announcement::new(&self.composer, at, texts)
    }

    /// What is searched of a public notice, by its place in the plan. `text` is the file of its edition.
    #[must_use]
    pub fn searched(&self, at: usize, side: Side, text: &str) -> Document {
        self.composer.searched(&self.composer.plan.notices[at], side, text)
    }

    /// All that can be told of the announced notices, in the order of the plan.
    #[must_use]
    pub const fn news<'n>(&'n self, announcements: Vec<Announcement<'n>>) -> News<'n> {
        News::new(&self.composer, self.theme, announcements)
    }
}
