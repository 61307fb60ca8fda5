//! `feed.atom`: the announced notices as an Atom feed, each entry with both language versions of its notice (RFC 4287).

use super::feeds::{self, Author, Category};
use super::news::{Announcement, Channel};
use super::xml::Xml;
use super::{File, News, Output};
use crate::domain::{Instant, Side};
use crate::render::follow::ATOM;

pub(super) struct Atom;

impl Output for Atom {
    fn name(&self) -> &'static str {
        "feed.atom"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        feeds::files(news, ATOM, feed)
    }
}

fn feed(news: &News<'_>, channel: &Channel<'_>) -> Vec<u8> {
    let (site, side) = (news.composer.site, channel.side);
    let mut xml =
        Xml::new("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &site.languages[side].locale)]);
    xml.text("id", &[], &channel.id);
    xml.text("title", &[], &channel.title);
    xml.text("subtitle", &[], &news.description(side));
    // The element is obligatory (§4.1.1). Where there never was a notice, nothing can have changed yet.
    let updated = channel.updated.unwrap_or_else(|| site.zone.moment(Instant::default()));
    xml.text("updated", &[], &updated.to_string());
    xml.empty("link", &[("rel", "self"), ("type", ATOM.media_type), ("href", &news.feed_url(channel, ATOM))]);
    news.alternates(&mut xml, side, |side| news.home_url(side));
    let Author { name, url } = news.author(side);
    xml.open("author", &[]);
    xml.text("name", &[], &name);
    if let Some(url) = url {
        xml.text("uri", &[], &url);
    }
    xml.close();
    // Without its version, so that a new version alone changes no feed.
    xml.text("generator", &[], "diptych");
    for announcement in &channel.entries {
        news.atom_entry(&mut xml, announcement, side);
    }
    xml.finish()
}

impl News<'_> {
    fn atom_entry(&self, xml: &mut Xml, announcement: &Announcement<'_>, side: Side) {
        let told = &announcement.told[side];
        xml.open("entry", &[]);
        xml.text("id", &[], &told.id);
        xml.text("title", &[("type", "text")], &told.headline);
        xml.text("updated", &[], &announcement.updated.to_string());
        xml.text("published", &[], &announcement.published.to_string());
        self.alternates(xml, side, |side| announcement.told[side].url.clone());
        for Category { scheme, term, label } in &told.categories {
            xml.empty("category", &[("term", term), ("scheme", scheme), ("label", label)]);
        }
        if let Some(summary) = &told.summary {
            xml.text("summary", &[("type", "text")], summary);
        }
        xml.text("content", &[("type", "html")], &told.content);
        xml.close();
    }

    /// Both languages of a page: with `hreflang`, an alternate is a translation (§4.2.7.4). Readers that know nothing of
    /// languages open the first alternate, which is the feed's own, or, as those built on feedparser, the last one of the
    /// type `text/html`: so the twin's type is said with its parameter, which means the same (§4.2.7.3).
    fn alternates(&self, xml: &mut Xml, side: Side, url: impl Fn(Side) -> String) {
        for (side, media_type) in [(side, "text/html"), (side.twin(), "text/html; charset=utf-8")] {
            let code = &self.composer.site.languages[side].code;
            xml.empty("link", &[("rel", "alternate"), ("type", media_type), ("hreflang", code), ("href", &url(side))]);
        }
    }
}
