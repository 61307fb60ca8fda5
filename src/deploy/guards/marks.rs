//! From the marks of the live release, which say that a notice was withdrawn, to those that must not go.
//!
//! Which notice a mark stands for, only its address tells: nothing else is kept of what was withdrawn. Where both
//! editions were deleted, the mark may go.

use super::{notice, slug, title};
use crate::deploy::plan::Plan;
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Notice, Place, Side};
use crate::pipeline::Prepared;
use crate::plan::gone_by_mark;

/// A finding for every page of a withdrawn notice of which nothing would say any more that it is gone for ever.
pub(super) fn lost(plan: &Plan, prepared: &Prepared) -> Vec<Diagnostic> {
    let marks = plan.before.iter().flat_map(|before| before.files.keys()).filter_map(|file| gone_by_mark(file));
    let lost = marks.filter(|path| path.ends_with('/') && !plan.after.answers(path));
    lost.filter_map(|path| {
        let (notice, side) = owner(plan, prepared, &path)?;
        let reference = &notice.facts.reference;
        let message = Text::new("vanished-mark").with("path", &path).with("reference", reference);
        let place = title(notice, side);
        // One that was taken back as a draft has no address of any kind.
        if notice.facts.draft {
            return Some(Diagnostic::new(Rule::VanishedAddress, place, message).hint("vanished-notice-hint"));
        }
        Some(keep(&path, reference, place, message))
    })
    .collect()
}

/// The finding for a withdrawn notice whose title or slug gives another address than the published one.
pub(super) fn keep(path: &str, reference: &str, place: Place, message: Text) -> Diagnostic {
    let hint = Text::new("vanished-mark-hint").with("slug", slug(path, reference));
    Diagnostic::new(Rule::VanishedAddress, place, message).hint(hint)
}

/// Whether nothing is shown of a notice that is not public but that it was withdrawn.
pub(super) fn is_withdrawn(notice: &Notice) -> bool {
    notice.facts.withdrawn.is_some() && !notice.facts.draft
}

/// The notice among the sources whose page was at an address, and in which language. One that had another address in the
/// live release is none: its reference only begins like that of a notice that was deleted.
fn owner<'p>(plan: &Plan, prepared: &'p Prepared, path: &str) -> Option<(&'p Notice, Side)> {
    let mut parts = path.trim_matches('/').split('/');
    let side = prepared.material().words.site.languages.side(parts.next()?)?;
    let name = parts.next_back()?;
    let mut ends: Vec<_> = name.match_indices('-').map(|(at, _)| at).collect();
    ends.reverse();
    let notice = ends.into_iter().find_map(|at| notice(prepared, name.get(..at)?))?;
    let before = plan.before.as_ref()?;
    let site = &prepared.material().words.site;
    let own = site.notice_path(side, &notice.facts.reference, &notice.editions[side].words);
    let was_elsewhere =
        before.notices.contains_key(&notice.facts.reference) || own.is_some_and(|own| before.marks(&own));
    (!was_elsewhere).then_some((notice, side))
}
