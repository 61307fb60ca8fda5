//! The files for machines: `sitemap.xml` and `robots.txt`.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::compose::Composer;
use crate::domain::Side;
use crate::plan::Content;

/// All files for machines, with their paths below the site's address.
pub(super) fn all(composer: &Composer<'_>) -> Vec<(String, Vec<u8>)> {
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", composer.absolute("/sitemap.xml"));
    vec![("/robots.txt".to_owned(), robots.into_bytes()), ("/sitemap.xml".to_owned(), sitemap(composer))]
}

/// The pages that search engines should know: both languages of each, with both as alternates. Notices that no longer
/// take applications are left out (sitemaps.org protocol; Google's page on localised versions).
fn sitemap(composer: &Composer<'_>) -> Vec<u8> {
    let plan = composer.plan;
    let listed = plan.pages.iter().map(|page| page.content).filter(|content| match content {
        Content::Root | Content::NotFound => false,
        Content::Notice(_, at) => plan.notices[*at].state.takes_applications(),
        Content::Home(_) | Content::Closed(_) | Content::Ordinary(..) => true,
    });
    let mut writer = Writer::new(Vec::new());
    let mut write = |event: Event<'_>| {
        // Writing to memory cannot fail.
        let _ = writer.write_event(event);
    };
    write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    write(Event::Start(BytesStart::new("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ])));
    for content in listed {
        let address = |content: Content| composer.absolute(&content.path(plan, composer.site));
        write(Event::Start(BytesStart::new("url")));
        write(Event::Start(BytesStart::new("loc")));
        write(Event::Text(BytesText::new(&address(content))));
        write(Event::End(BytesEnd::new("loc")));
        let mut alternates: Vec<_> =
            Side::BOTH.map(|side| (composer.site.languages[side].code.clone(), address(on(content, side)))).to_vec();
        alternates.push(("x-default".to_owned(), composer.x_default(content)));
        for (code, address) in &alternates {
            let link = BytesStart::new("xhtml:link");
            write(Event::Empty(link.with_attributes([("rel", "alternate"), ("hreflang", code), ("href", address)])));
        }
        write(Event::End(BytesEnd::new("url")));
    }
    write(Event::End(BytesEnd::new("urlset")));
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// The same page in a given language.
const fn on(content: Content, side: Side) -> Content {
    match content {
        Content::Root | Content::NotFound => content,
        Content::Home(_) => Content::Home(side),
        Content::Closed(_) => Content::Closed(side),
        Content::Notice(_, at) => Content::Notice(side, at),
        Content::Ordinary(_, at) => Content::Ordinary(side, at),
    }
}
