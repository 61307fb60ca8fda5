//! Links to files of the site: the file is there, and what it becomes is public.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{Place, SitePath, Target};
use crate::load::Listing;

/// Checks what a link of a page leads to.
pub(super) fn check(
    target: &Target,
    place: &Place,
    public: bool,
    listing: &Listing,
    editions: &BTreeMap<&SitePath, bool>,
    log: &mut Log,
) {
    let Target::File(path, _) = target else { return };
    if let Some(target_is_public) = editions.get(path) {
        if public && !target_is_public {
            let message = Text::new("link-to-unpublished").with("path", path);
            log.push(Diagnostic::new(Rule::LinkToUnpublished, place.clone(), message).hint("link-to-unpublished-hint"));
        }
        return;
    }
    let is_attachment = path.as_str().starts_with("content/") && !path.is_source();
    match listing.get(path.as_str()) {
        Some(entry) if is_attachment => log.extend(entry.excess()),
        // An edition that is no page, such as a draft or one without its twin; or the record of a signature.
        Some(_) if path.as_str().starts_with("content/") => {
            let message = Text::new("link-to-unpublished").with("path", path);
            log.push(Diagnostic::new(Rule::LinkToUnpublished, place.clone(), message).hint("link-to-unpublished-hint"));
        }
        _ => {
            let folder = path.folder();
            let is_known = |path: &&SitePath| path.as_str().starts_with("content/") && path.signed_stem().is_none();
            let known = listing.under(folder).map(|entry| &entry.path).filter(is_known).map(SitePath::as_str);
            let hint = match nearest(path.as_str(), known) {
                Some(name) => Text::new("did-you-mean-file").with("path", name),
                None => Text::new("broken-link-hint").with("path", path),
            };
            log.push(
                Diagnostic::new(Rule::BrokenLink, place.clone(), Text::new("broken-link").with("path", path))
                    .hint(hint),
            );
        }
    }
}
