//! From a plan and the files of an output to the addresses that people and programs keep beside those of notices and
//! ordinary pages.
//!
//! Whoever subscribed to a feed does not see a message that it has moved. What comes and goes with facts is not kept:
//! lists of some notices, and the calendar file beside a notice.

use std::collections::BTreeMap;

use super::Kept;
use crate::domain::{Bilingual, Language};
use crate::plan::{Content, Plan};
use crate::publish::Item;

/// The addresses, by their paths.
pub(super) fn kept(plan: &Plan, languages: &Bilingual<Language>, items: &[Item]) -> BTreeMap<String, Kept> {
    let pages = plan.pages.iter().filter_map(|page| match page.content {
        Content::Home(_) | Content::Closed(_) | Content::Follow(_) => Some((page.path.clone(), Kept::Page)),
        Content::Search(_) => Some((page.path.clone(), Kept::Search)),
        Content::Root
        | Content::NotFound
        | Content::Gone
        | Content::List(..)
        | Content::Notice(..)
        | Content::Ordinary(..) => None,
    });
    let redirects = plan.redirects.iter();
    let aliases = redirects.map(|redirect| (redirect.from.clone(), Kept::Alias { to: redirect.to.clone() }));
    let files = items.iter().filter_map(|item| {
        let name = match item.path.split_once('/') {
            None => item.path.as_str(),
            Some((folder, name)) => languages.iter().any(|(_, language)| language.code == folder).then_some(name)?,
        };
        Some((format!("/{}", item.path), for_programs(name)?))
    });
    pages.chain(aliases).chain(files).collect()
}

/// What a file directly in the output or in the folder of a language is for programs that ask for it by its name.
fn for_programs(name: &str) -> Option<Kept> {
    let (stem, ending) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && !stem.contains('/'))?;
    match ending {
        "atom" | "rss" => Some(Kept::Feed),
        "json" if stem == "feed" || stem.starts_with("feed-") => Some(Kept::Feed),
        "json" | "csv" | "ics" | "xml" if !stem.starts_with('.') => Some(Kept::File),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_for_programs_is_known_by_its_name() {
        for (name, kept) in [
            ("feed.atom", Some(Kept::Feed)),
            ("feed-brussels.json", Some(Kept::Feed)),
            ("vacancies.json", Some(Kept::File)),
            ("deadlines.ics", Some(Kept::File)),
            ("sitemap.xml", Some(Kept::File)),
            ("index.html", None),
            ("sitemap.xml.gz", None),
            ("robots.txt", None),
            (".diptych-manifest.json", None),
            ("vacancies/101-post-101/101.ics", None),
        ] {
            assert_eq!(for_programs(name), kept, "{name}");
        }
    }
}
