//! `sitemap.xml`: the pages that search engines should know, both languages of each, with both as alternates and the date
//! of the last change that the facts tell.
//!
//! Notices that no longer take applications are left out (sitemaps.org protocol; Google's page on localised versions).

use super::xml::Xml;
use super::{File, News, Output};
use crate::domain::{Moment, Side};
use crate::plan::{Content, Public};

pub(super) struct Sitemap;

impl Output for Sitemap {
    fn name(&self) -> &'static str {
        "sitemap.xml"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        vec![File::new("/sitemap.xml".to_owned(), || sitemap(news))]
    }
}

fn sitemap(news: &News<'_>) -> Vec<u8> {
    let (composer, plan) = (news.composer, news.composer.plan);
    let mut xml = Xml::new(
        "urlset",
        &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")],
    );
    let changed = news.changed(&mut plan.notices.iter());
    let ended = news.changed(&mut plan.past());
    for content in plan.pages.iter().map(|page| page.content) {
        let changed = match content {
            // The home page is the one to be found of all lists of open notices.
            Content::Root | Content::NotFound | Content::Gone | Content::List(..) | Content::Search(_) => continue,
            Content::Notice(_, at) if !plan.notices[at].state.takes_applications() => continue,
            Content::Notice(_, at) => plan.notices[at].notice.facts.updated(),
            Content::Home(_) => changed,
            Content::Closed(_) => ended,
            Content::Follow(_) | Content::Ordinary(..) => None,
        };
        let address = |content: Content| composer.absolute(&content.path(plan, composer.site));
        xml.open("url", &[]);
        xml.text("loc", &[], &address(content));
        if let Some(changed) = changed {
            xml.text("lastmod", &[], &changed.to_string());
        }
        for side in Side::BOTH {
            let on = if content.side() == Some(side) { content } else { content.twin() };
            let code = &composer.site.languages[side].code;
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", code), ("href", &address(on))]);
        }
        let other = composer.x_default(content);
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", "x-default"), ("href", &other)]);
        xml.close();
    }
    xml.finish()
}

impl News<'_> {
    /// When these notices changed last, one of them opening, changing or ending.
    pub(super) fn changed(&self, notices: &mut dyn Iterator<Item = &Public>) -> Option<Moment> {
        notices.filter_map(|public| self.last_change(public)).max()
    }
}
