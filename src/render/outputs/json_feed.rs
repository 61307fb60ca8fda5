//! `feed.json`: the announced notices as a JSON Feed (jsonfeed.org, version 1.1), with the facts of each as values in an
//! extension of our own.

use serde::Serialize;

use super::feeds::{self, Author};
use super::news::{Announcement, Channel};
use super::{File, News, Output};
use crate::domain::{Deadline, Decimal, Moment, Salary, Side};
use crate::render::follow::JSON;

pub(super) struct JsonFeed;

impl Output for JsonFeed {
    fn name(&self) -> &'static str {
        "feed.json"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        feeds::files(news, JSON, feed)
    }
}

#[derive(Serialize)]
struct Feed<'n> {
    version: &'static str,
    title: &'n str,
    home_page_url: String,
    #[serde(rename = "feed_url")]
    address: String,
    description: String,
    language: &'n str,
    authors: [Author; 1],
    items: Vec<Item<'n>>,
}

#[derive(Serialize)]
struct Item<'n> {
    id: &'n str,
    url: &'n str,
    title: &'n str,
    content_html: &'n str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'n str>,
    date_published: String,
    date_modified: String,
    tags: Vec<&'n str>,
    language: &'n str,
    _diptych: Vacancy<'n>,
}

/// The facts of a notice for programs. Every field is always there; what is not stated is null.
#[derive(Serialize)]
struct Vacancy<'n> {
    reference: &'n str,
    state: &'static str,
    /// A date-time with its offset, or `ongoing`.
    deadline: Option<String>,
    extended_from: Option<String>,
    /// When the notice was corrected last.
    corrected: Option<String>,
    cancelled: Option<String>,
    grade: Option<String>,
    salary: Option<Pay<'n>>,
    location: Option<&'n str>,
    organisation: Option<&'n str>,
    openings: u32,
    alternate: Alternate<'n>,
}

/// A salary. The amounts are texts, because a JSON number would lose their last digits in many programs.
#[derive(Serialize)]
struct Pay<'n> {
    from: &'n str,
    to: Option<&'n str>,
    currency: &'n str,
    per: &'static str,
}

/// The same notice in the other language.
#[derive(Serialize)]
struct Alternate<'n> {
    url: &'n str,
    language: &'n str,
}

fn feed(news: &News<'_>, channel: &Channel<'_>) -> Vec<u8> {
    let side = channel.side;
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &channel.title,
        home_page_url: news.home_url(side),
        address: news.feed_url(channel, JSON),
        description: news.description(side),
        language: &news.composer.site.languages[side].locale,
        authors: [news.author(side)],
        items: channel.entries.iter().map(|announcement| news.json_item(announcement, side)).collect(),
    };
    // Writing to memory cannot fail, and no key is anything but a text.
    let mut bytes = serde_json::to_vec_pretty(&feed).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

impl News<'_> {
    fn json_item<'i>(&'i self, announcement: &'i Announcement<'_>, side: Side) -> Item<'i> {
        let told = &announcement.told[side];
        Item {
            id: &told.id,
            url: &told.url,
            title: &told.headline,
            content_html: &told.content,
            summary: told.summary.as_deref(),
            date_published: announcement.published.to_string(),
            date_modified: announcement.updated.to_string(),
            tags: told.categories.iter().map(|category| category.label.as_str()).collect(),
            language: &self.composer.site.languages[side].locale,
            _diptych: self.vacancy(announcement, side),
        }
    }

    fn vacancy<'i>(&'i self, announcement: &'i Announcement<'_>, side: Side) -> Vacancy<'i> {
        let facts = &announcement.public.notice.facts;
        let moment = |moment: Moment| moment.to_string();
        Vacancy {
            reference: &facts.reference,
            state: announcement.public.state.word(),
            deadline: facts.deadline.map(|deadline| match deadline {
                Deadline::Ongoing => "ongoing".to_owned(),
                Deadline::At(deadline) => deadline.to_string(),
            }),
            extended_from: facts.extended.map(|extension| extension.from).map(moment),
            corrected: facts.corrected.last().copied().map(moment),
            cancelled: facts.cancelled.map(moment),
            grade: facts.grade.as_ref().map(feeds::grade),
            salary: facts.salary.as_ref().map(pay),
            location: facts.location.as_deref(),
            organisation: facts.organisation.as_deref(),
            openings: facts.openings(),
            alternate: Alternate {
                url: &announcement.told[side.twin()].url,
                language: &self.composer.site.languages[side.twin()].locale,
            },
        }
    }
}

fn pay(salary: &Salary) -> Pay<'_> {
    Pay {
        from: salary.from.as_str(),
        to: salary.to.as_ref().map(Decimal::as_str),
        currency: &salary.currency,
        per: salary.per.word(),
    }
}
