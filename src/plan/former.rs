//! From public and withdrawn notices to the addresses at which there is no page any more: those that lead on to another
//! one, and those at which nothing answers again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Plan, attachments};
use crate::domain::{Notice, Side, Site};

/// A former address of a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// Its path below the site's address: that of a folder ends in `/`.
    pub from: String,
    /// The path to which it leads.
    pub to: String,
    /// The language of the page.
    pub side: Side,
    /// The title of the page, as it is written.
    pub title: String,
}

/// The former addresses of all pages of a plan, in order.
pub(super) fn redirects(plan: &Plan) -> Vec<Redirect> {
    let mut redirects: Vec<Redirect> = plan
        .editions()
        .flat_map(|(side, edition, path)| {
            let words = &edition.words;
            words.aliases.iter().map(move |alias| Redirect {
                from: alias.value.clone(),
                to: path.to_owned(),
                side,
                title: words.title.value.clone(),
            })
        })
        .collect();
    redirects.sort();
    redirects
}

/// The paths at which the pages and files of withdrawn notices were.
pub(super) fn gone<'p>(plan: &Plan, withdrawn: impl Iterator<Item = &'p Arc<Notice>>, site: &Site) -> BTreeSet<String> {
    let mut gone = BTreeSet::new();
    for notice in withdrawn {
        for (side, edition) in notice.editions.iter() {
            gone.extend(site.notice_path(side, &notice.facts.reference, &edition.words));
            gone.extend(edition.words.aliases.iter().map(|alias| alias.value.clone()));
        }
        gone.extend(attachments::of_notice(notice).map(|attachment| attachment.path));
    }
    // A file can belong to two notices, and an address be given again.
    for taken in plan.attachments.iter().map(|attachment| &attachment.path) {
        gone.remove(taken);
    }
    for taken in plan.pages.iter().map(|page| &page.path).chain(plan.redirects.iter().map(|redirect| &redirect.from)) {
        gone.remove(taken);
    }
    gone
}

/// The folder of the output that is for web servers, not for visitors.
pub const FOR_SERVERS: &str = ".diptych";

/// The file of the output by which a web server knows that a path is gone for ever: it looks whether the file is there, so
/// that nothing needs to be loaded anew after a withdrawal. No part of a path begins with a dot, so that no file can be in
/// the way of a folder.
#[must_use]
pub fn mark_of_gone(path: &str) -> String {
    format!("{FOR_SERVERS}/gone{}/.gone", path.trim_end_matches('/'))
}

/// The path that a file of the output marks as gone, if it is such a mark. Folders have no dot in their names, files one.
#[must_use]
pub fn gone_by_mark(mark: &str) -> Option<String> {
    let path = mark.strip_prefix(FOR_SERVERS)?.strip_prefix("/gone")?.strip_suffix("/.gone")?;
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    Some(if is_file { path.to_owned() } else { format!("{path}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_tells_what_it_stands_for() {
        for path in ["/en/vacancies/100-a/", "/old/fuel.html", "/files/100/annex.pdf"] {
            assert_eq!(gone_by_mark(&mark_of_gone(path)).as_deref(), Some(path));
        }
        for other in [".diptych/redirects.txt", "en/index.html", ".diptych/gone/.nothing"] {
            assert_eq!(gone_by_mark(other), None, "{other}");
        }
    }
}
