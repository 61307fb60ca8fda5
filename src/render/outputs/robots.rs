//! `robots.txt`: everything may be read, and the sitemap is there.

use super::{File, News, Output};

pub(super) struct Robots;

impl Output for Robots {
    fn name(&self) -> &'static str {
        "robots.txt"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        let make = || {
            let mut text = "User-agent: *\nAllow: /\n".to_owned();
            if news.composer.site.offers("sitemap.xml") {
                text.push_str("\nSitemap: ");
                text.push_str(&news.composer.absolute("/sitemap.xml"));
                text.push('\n');
            }
            text.into_bytes()
        };
        vec![File::new("/robots.txt".to_owned(), make)]
    }
}
