//! From the plan of a deployment to what must not happen by it: an address that people keep leads nowhere any more.

mod marks;

use super::plan::Plan;
use super::release::{Face, Kept};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Notice, Place, Side, SitePath};
use crate::pipeline::Prepared;

/// A finding for every address of the live release at which nothing would answer. A redirect answers, and so does
/// the word that what was there was withdrawn. Files for programs cannot lead elsewhere: those may be removed.
#[must_use]
pub fn vanished(plan: &Plan, prepared: &Prepared, removals: Removals) -> Log {
    let mut log = Log::new();
    log.extend(other_site(plan, removals));
    log.extend(marks::lost(plan, prepared));
    for path in &plan.changes.addresses.vanished {
        let kept = plan.before.as_ref().and_then(|before| before.addresses.get(path));
        if let Some(kept) = kept {
            log.extend(kept_address(plan, prepared, path, kept, removals));
            continue;
        }
        let owner = owner(plan, prepared, path);
        let notice = owner.and_then(|(reference, side)| Some((notice(prepared, reference)?, side)));
        log.push(match (owner, notice) {
            (Some((reference, side)), Some((notice, _))) if plan.after.notices.contains_key(reference) => {
                moved(path, reference, &title(notice, side))
            }
            (Some((reference, _)), Some((notice, side))) if marks::is_withdrawn(notice) => {
                let message = Text::new("vanished-notice").with("path", path).with("reference", reference);
                marks::keep(path, reference, title(notice, side), message)
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

/// Whether a deployment may take away a feed or another file for programs, or move the site to another address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removals {
    /// It may.
    Allowed,
    /// It may not.
    Refused,
}

/// The finding for a site that has another address: whether the former one leads on, only its web server knows.
fn other_site(plan: &Plan, removals: Removals) -> Option<Diagnostic> {
    let (before, after) = plan.changes.address.as_ref().filter(|_| removals == Removals::Refused)?;
    let message = Text::new("vanished-site").with("before", before).with("after", after);
    let hint = Text::new("vanished-site-hint").with("before", before);
    Some(Diagnostic::new(Rule::VanishedAddress, Place::top(SitePath::new("site.yaml")), message).hint(hint))
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
            let owner = owner(plan, prepared, to);
            let owner = owner.and_then(|(reference, side)| Some(title(notice(prepared, reference)?, side)));
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
fn owner<'p>(plan: &'p Plan, prepared: &Prepared, path: &str) -> Option<(&'p str, Side)> {
    // The site may name its languages in another order than before.
    let side = |face: &Face| prepared.material().words.site.languages.side(&face.language);
    let notices = plan.before.iter().flat_map(|before| &before.notices);
    let mut faces =
        notices.flat_map(|(reference, shown)| Side::BOTH.map(|side| (reference, side, &shown.editions[side])));
    let (reference, former, face) = faces.find(|(_, _, face)| face.path == path)?;
    Some((reference, side(face).unwrap_or(former)))
}

fn title(notice: &Notice, side: Side) -> Place {
    let edition = &notice.editions[side];
    let span = edition.words.slug.as_ref().map_or(edition.words.title.span, |slug| slug.span);
    Place::new(edition.path.clone(), span)
}

/// A page has another address because its title or slug changed: the former part of the address can be kept.
fn moved(path: &str, reference: &str, place: &Place) -> Diagnostic {
    let message = Text::new("vanished-moved").with("path", path).with("reference", reference);
    Diagnostic::new(Rule::VanishedAddress, place.clone(), message)
        .hint(Text::new("vanished-moved-hint").with("slug", slug(path, reference)).with("path", path))
}

/// The part of the address of a notice's page that its title or slug gave.
fn slug<'p>(path: &'p str, reference: &str) -> &'p str {
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
    name.strip_prefix(reference).and_then(|rest| rest.strip_prefix('-')).unwrap_or(name)
}
