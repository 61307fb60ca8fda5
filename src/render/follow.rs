//! From what a site offers beside its pages to the addresses that pages tell of it.

use super::compose::Composer;
use super::context::{
    BoardContext, CalendarContext, DataContext, FeedContext, FeedLinkContext, FollowTemplate, PageContext,
    PublisherContext,
};
use crate::domain::{Deadline, Feed, Side};
use crate::plan::Public;
use crate::strings::Args;

/// A format of feeds.
#[derive(Clone, Copy)]
pub(super) struct Format {
    /// The ending of its files.
    pub ending: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What feed readers call it.
    pub name: &'static str,
}

pub(super) const ATOM: Format = Format { ending: "atom", media_type: "application/atom+xml", name: "Atom" };
pub(super) const RSS: Format = Format { ending: "rss", media_type: "application/rss+xml", name: "RSS" };
pub(super) const JSON: Format = Format { ending: "json", media_type: "application/feed+json", name: "JSON Feed" };

/// The formats of feeds, the one to choose in doubt first.
const FORMATS: [Format; 3] = [ATOM, RSS, JSON];

/// The path of the calendar file of one notice, beside its page.
pub(super) fn event_path(public: &Public, side: Side) -> String {
    format!("{}{}.ics", public.paths[side], public.notice.facts.reference)
}

impl Composer<'_> {
    /// The context of the page that tells how to follow the vacancies.
    pub(super) fn follow(&self, page: PageContext, side: Side) -> FollowTemplate {
        let file = |name: &str, path: String| self.site.offers(name).then(|| self.url(&path));
        let calendar = self.site.offers("deadlines.ics").then(|| {
            let path = self.site.file_path(side, "deadlines.ics");
            let (_, address) = self.site.address.split_once(':').unwrap_or_default();
            let webcal = format!("webcal:{address}{path}");
            CalendarContext { url: self.url(&path), absolute_url: self.absolute(&path), webcal }
        });
        let board = |name: &String| {
            let url = file(name, self.site.file_path(side, name))?;
            Some(BoardContext { name: name.clone(), url })
        };
        FollowTemplate {
            page,
            feeds: [None]
                .into_iter()
                .chain(self.site.feeds.iter().map(Some))
                .filter_map(|feed| self.feed(side, feed))
                .collect(),
            calendar,
            data: DataContext {
                json: file("vacancies.json", "/vacancies.json".to_owned()),
                csv: file("vacancies.csv", "/vacancies.csv".to_owned()),
                schema: file("vacancies.json", "/vacancies.schema.json".to_owned()),
            },
            boards: self.theme.boards.iter().filter_map(board).collect(),
        }
    }

    /// A feed in the formats that the site offers.
    fn feed(&self, side: Side, feed: Option<&Feed>) -> Option<FeedContext> {
        let url = |format: Format| {
            let is_offered = self.site.offers(&format!("feed.{}", format.ending));
            is_offered.then(|| self.url(&self.site.feed_path(side, feed, format.ending)))
        };
        let [atom, rss, json] = FORMATS.map(url);
        if atom.is_none() && rss.is_none() && json.is_none() {
            return None;
        }
        let name = feed.map_or("all", |feed| feed.name.value.as_str()).to_owned();
        Some(FeedContext { name, title: self.feed_title(side, feed), atom, rss, json })
    }

    /// What a feed holds, in words.
    pub(super) fn feed_title(&self, side: Side, feed: Option<&Feed>) -> String {
        match feed {
            None => self.text(side, "home-title"),
            Some(feed) => self.set(side, &self.text(side, &format!("feed-{}", feed.name.value))),
        }
    }

    /// The feeds of all vacancies and the calendar of their deadlines, for the head of each page.
    pub(super) fn feed_links(&self, side: Side) -> Vec<FeedLinkContext> {
        let offered = FORMATS.into_iter().filter(|format| self.site.offers(&format!("feed.{}", format.ending)));
        let title = self.head_title(side, &self.feed_title(side, None));
        let link = |format: Format| FeedLinkContext {
            title: format!("{title} ({})", format.name),
            r#type: format.media_type,
            url: self.absolute(&self.site.feed_path(side, None, format.ending)),
        };
        let calendar = self.site.offers("deadlines.ics").then(|| FeedLinkContext {
            title: self.calendar_title(side),
            r#type: "text/calendar",
            url: self.absolute(&self.site.file_path(side, "deadlines.ics")),
        });
        offered.map(link).chain(calendar).collect()
    }

    /// What the calendar of deadlines is called.
    pub(super) fn calendar_title(&self, side: Side) -> String {
        let args = Args::from([("site", self.site.name[side].as_str().into())]);
        self.setters[side].wording.bundle.text("calendar-name", &args)
    }

    /// The organisation that publishes the site.
    pub(super) fn publisher(&self, side: Side) -> Option<PublisherContext> {
        let key = self.site.publisher.as_deref()?;
        Some(PublisherContext { name: self.organisation(side, key), url: self.organisation_url(side, key) })
    }

    /// The name of an organisation.
    pub(super) fn organisation(&self, side: Side, key: &str) -> String {
        self.set(side, &self.setters[side].wording.label("organisation", key))
    }

    /// Where an organisation is found on the web.
    pub(super) fn organisation_url(&self, side: Side, key: &str) -> Option<String> {
        let organisation = self.site.vocabulary.organisations.get(key)?;
        organisation.url.as_ref().map(|url| url[side].clone())
    }

    /// The organisation that a notice's organisation is a part of.
    pub(super) fn employer(&self, public: &Public, side: Side) -> Option<String> {
        let organisation = self.site.vocabulary.organisations.get(public.notice.facts.organisation.as_ref()?)?;
        organisation.part_of.as_ref().map(|whole| self.organisation(side, whole))
    }

    /// Whether a notice has a calendar file of its own.
    pub(super) fn has_event(&self, public: &Public) -> bool {
        self.site.offers("deadlines.ics")
            && public.announced
            && public.notice.facts.deadline.and_then(Deadline::moment).is_some()
    }
}
