//! `feed.rss`: the announced notices as an RSS 2.0 feed.
//!
//! RSS has no link to a translation: the way to the twin stands in the text of each item, and `dc:language` says which
//! language that is in.

use quick_xml::escape::partial_escape;

use super::feeds;
use super::news::{Announcement, Channel};
use super::xml::Xml;
use super::{File, News, Output};
use crate::domain::Side;
use crate::render::follow::RSS;

pub(super) struct Rss;

impl Output for Rss {
    fn name(&self) -> &'static str {
        "feed.rss"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        feeds::files(news, RSS, feed)
    }
}

fn feed(news: &News<'_>, channel: &Channel<'_>) -> Vec<u8> {
    let side = channel.side;
    let mut xml = Xml::new(
        "rss",
        &[
            ("version", "2.0"),
            ("xmlns:atom", "http://www.w3.org/2005/Atom"),
            ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    );
    xml.open("channel", &[]);
    xml.text("title", &[], &channel.title);
    xml.text("link", &[], &news.home_url(side));
    xml.text("description", &[], &news.description(side));
    // The list of languages in the specification of RSS has small letters only.
    xml.text("language", &[], &news.composer.site.languages[side].locale.to_lowercase());
    if let Some(updated) = channel.updated {
        xml.text("lastBuildDate", &[], &updated.rfc_822());
    }
    xml.text("generator", &[], "diptych");
    // The elements of RSS itself for people hold e-mail addresses.
    xml.text("dc:creator", &[], &news.author(side).name);
    xml.empty("atom:link", &[("rel", "self"), ("type", RSS.media_type), ("href", &news.feed_url(channel, RSS))]);
    for announcement in &channel.entries {
        news.rss_item(&mut xml, announcement, side);
    }
    xml.finish()
}

impl News<'_> {
    fn rss_item(&self, xml: &mut Xml, announcement: &Announcement<'_>, side: Side) {
        let told = &announcement.told[side];
        xml.open("item", &[]);
        xml.text("title", &[], &told.headline);
        xml.text("link", &[], &told.url);
        xml.text("guid", &[("isPermaLink", "false")], &told.id);
        // RSS has a single date, by which readers order items and notice changed ones. With the date of publication, an
        // extension or a cancellation would stay where it was read weeks ago.
        xml.text("pubDate", &[], &announcement.updated.rfc_822());
        xml.text("dc:language", &[], &self.composer.site.languages[side].locale);
        for category in &told.categories {
            // There is no attribute for words, and it is these that readers show.
            xml.text("category", &[("domain", &category.scheme)], &category.label);
        }
        // Readers that know the second show the whole notice, the others the first.
        if let Some(summary) = &told.summary {
            xml.text("description", &[], &partial_escape(summary));
        }
        xml.text("content:encoded", &[], &told.content);
        xml.close();
    }
}
