//! From the name that a file has where it lies to its name in the site, by the same rules for every source.

use super::{Entry, Listing};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Place, SitePath, check_name, composed, folded};

/// The path as everything in the site names it: composed (NFC).
pub(super) fn site_path(on_disk: &str) -> SitePath {
    SitePath::new(&composed(on_disk))
}

/// What editors and systems leave behind: it is no part of a site.
pub(super) fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".bak")
        || folded(name) == "thumbs.db"
}

/// Whether the last part of a path is safe on every system.
pub(super) fn is_safe(path: &SitePath) -> bool {
    check_name(path.name()).is_ok()
}

/// The finding for a file that is left out because of its name or its kind.
pub(super) fn refused(rule: Rule, path: &SitePath) -> Diagnostic {
    let hint = if rule == Rule::UnsafeName { "unsafe-name-hint" } else { "special-file-hint" };
    Diagnostic::new(rule, Place::top(path.clone()), Text::new(rule.word()).with("path", path)).hint(hint)
}

/// Adds a file to the list; a finding where another one has the same name once both are composed.
pub(super) fn add(entry: Entry, listing: &mut Listing, log: &mut Log) {
    let place = Place::top(entry.path.clone());
    if let Err(twin) = listing.add(entry) {
        let message = Text::new("name-collision").with("path", &twin.path);
        log.push(Diagnostic::new(Rule::PathCollision, place, message));
    }
}
