//! From the plan of a deployment to what must not happen by it: an address that people keep leads nowhere any more.

use super::plan::Plan;
use super::release::Kept;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Notice, Place, Side, SitePath};
use crate::pipeline::Prepared;

/// A finding for every address of the live release at which nothing would answer. A redirect answers, and so does
/// the word that what was there was withdrawn. Files for programs cannot lead elsewhere: those may be removed.
#[must_use]
pub fn vanished(plan: &Plan, prepared: &Prepared, removals: Removals) -> Log {
    let mut log = Log::new();
    for path in &plan.changes.addresses.vanished {
        let kept = plan.before.as_ref().and_then(|before| before.addresses.get(path));
        if let Some(kept) = kept {
            log.extend(kept_address(plan, prepared, path, kept, removals));
            continue;
        }
        let owner = owner(plan, path);
        let notice = owner.and_then(|(reference, side)| Some((notice(prepared, reference)?, side)));
        log.push(match (owner, notice) {
            (Some((reference, side)), Some((notice, _))) if plan.after.notices.contains_key(reference) => {
                moved(path, reference, &title(notice, side))
            }
            (Some((reference, _)), notice) => {
                let place = notice.map(|(notice, side)| title(notice, side));
                let place = place.unwrap_or_else(|| Place::top(SitePath::new("site.yaml")));
                let message = Text::new("vanished-notice").with("path", path).with("reference", reference);
                Diagnostic::new(Rule::VanishedAddress, place, message).hint("vanished-notice-hint")
            }
            (None, _) => {
                let message = Text::new("vanished-address").with("path", path);
                let place = Place::top(SitePath::new("site.yaml"));
                let hint = Text::new("vanished-address-hint").with("path", path);
                Diagnostic::new(Rule::VanishedAddress, place, message).hint(hint)
            }
        });
    }
    log
}

/// Whether a deployment may take away a feed or another file for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removals {
    /// It may.
    Allowed,
    /// It may not.
    Refused,
}

/// The finding for an address that is not that of a notice or an ordinary page.
fn kept_address(plan: &Plan, prepared: &Prepared, path: &str, kept: &Kept, removals: Removals) -> Option<Diagnostic> {
    let site = Place::top(SitePath::new("site.yaml"));
    let finding = |place: Place, message: &'static str, hint: &'static str| {
        let message = Text::new(message).with("path", path);
        Diagnostic::new(Rule::VanishedAddress, place, message).hint(Text::new(hint).with("path", path))
    };
    match kept {
        Kept::Alias { to } => {
            let owner = owner(plan, to).and_then(|(reference, side)| Some(title(notice(prepared, reference)?, side)));
            Some(finding(owner.unwrap_or(site), "vanished-alias", "vanished-alias-hint"))
        }
        Kept::Page | Kept::Search => Some(finding(site, "vanished-address", "vanished-list-hint")),
        Kept::Feed | Kept::File | Kept::Other if removals == Removals::Allowed => None,
        Kept::Feed => Some(finding(site, "vanished-feed", "vanished-feed-hint")),
        Kept::File | Kept::Other => Some(finding(site, "vanished-file", "vanished-file-hint")),
    }
}

/// A notice of the site, public or not.
fn notice<'p>(prepared: &'p Prepared, reference: &str) -> Option<&'p Notice> {
    let public = prepared.plan().notices.iter().map(|public| &public.notice);
    let mut all = public.chain(prepared.withheld().iter().map(|notice| &**notice));
    all.find(|notice| notice.facts.reference == reference)
}

/// The notice of the live release that has its page at an address, and in which language.
fn owner<'p>(plan: &'p Plan, path: &str) -> Option<(&'p str, Side)> {
    let notices = plan.before.iter().flat_map(|before| &before.notices);
    let mut faces =
        notices.flat_map(|(reference, shown)| Side::BOTH.map(|side| (reference, side, &shown.editions[side])));
    faces.find(|(_, _, face)| face.path == path).map(|(reference, side, _)| (reference.as_str(), side))
}

fn title(notice: &Notice, side: Side) -> Place {
    let edition = &notice.editions[side];
    let span = edition.words.slug.as_ref().map_or(edition.words.title.span, |slug| slug.span);
    Place::new(edition.path.clone(), span)
}

/// A page has another address because its title or slug changed: the former part of the address can be kept.
fn moved(path: &str, reference: &str, place: &Place) -> Diagnostic {
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
    let slug = name.strip_prefix(reference).and_then(|rest| rest.strip_prefix('-')).unwrap_or(name);
    let message = Text::new("vanished-moved").with("path", path).with("reference", reference);
    Diagnostic::new(Rule::VanishedAddress, place.clone(), message)
        .hint(Text::new("vanished-moved-hint").with("slug", slug).with("path", path))
}
