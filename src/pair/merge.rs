//! From what two editions state to the facts of the pair.

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Deadline, Facts, Moment, Place, SitePath, Spanned};
use crate::read::Stated;

/// A fact that may stand in either edition; standing in both it must be equal.
pub(super) fn fact<T: PartialEq>(
    key: &'static str,
    stated: Bilingual<Option<Spanned<T>>>,
    paths: &Bilingual<SitePath>,
    log: &mut Log,
) -> Option<T> {
    match (stated.left, stated.right) {
        (Some(left), Some(right)) => {
            if left.value != right.value {
                let message = Text::new("fact-conflict").with("key", key);
                let here = Place::new(paths.left.clone(), left.span);
                let there = Place::new(paths.right.clone(), right.span);
                log.push(
                    Diagnostic::new(Rule::FactConflict, here, message)
                        .hint("fact-conflict-hint")
                        .related(there, "twin-states"),
                );
            }
            Some(left.value)
        }
        (left, right) => left.or(right).map(|stated| stated.value),
    }
}

/// Merges what the two editions state.
pub(super) fn facts(stated: Bilingual<Stated>, reference: &str, paths: &Bilingual<SitePath>, log: &mut Log) -> Facts {
    dates(&stated, paths, log);
    let corrections = stated.as_ref().map(corrected_on);
    let Bilingual { left, right } = stated;
    macro_rules! merged {
        ($field:ident) => {
            fact(stringify!($field), Bilingual::new(left.$field, right.$field), paths, log)
        };
    }
    // A pair of which one edition is withheld is withheld, whatever the other one says.
    let withheld = [&left.draft, &right.draft].into_iter().flatten().any(|draft| draft.value);
    let _ = merged!(draft);
    Facts {
        reference: merged!(reference).unwrap_or_else(|| reference.to_owned()),
        draft: withheld,
        published: merged!(published),
        deadline: merged!(deadline),
        extended: merged!(extended),
        corrected: corrected(&corrections),
        cancelled: merged!(cancelled),
        filled: merged!(filled),
        withdrawn: merged!(withdrawn),
        organisation: merged!(organisation),
        location: merged!(location),
        schedule: merged!(schedule),
        grade: merged!(grade),
        clearance: merged!(clearance),
        salary: merged!(salary),
        contract: merged!(contract),
        languages: merged!(languages),
        posts: merged!(posts).unwrap_or_default(),
    }
}

/// The days of the corrections that an edition states.
fn corrected_on(stated: &Stated) -> Vec<Moment> {
    let corrections = stated.corrections.iter().flat_map(|corrections| &corrections.value);
    corrections.map(|correction| correction.on.value).collect()
}

/// Both editions must say the same days, which [`super::complete`] asks; until then the one that says more counts.
fn corrected(days: &Bilingual<Vec<Moment>>) -> Vec<Moment> {
    let mut days = if days.right.len() > days.left.len() { days.right.clone() } else { days.left.clone() };
    days.sort();
    days
}

/// The dates of a notice's life must be able to follow each other.
fn dates(stated: &Bilingual<Stated>, paths: &Bilingual<SitePath>, log: &mut Log) {
    let find = |pick: &dyn Fn(&Stated) -> Option<Spanned<Moment>>| {
        stated.iter().find_map(|(side, stated)| {
            pick(stated).map(|moment| (moment.value, Place::new(paths[side].clone(), moment.span)))
        })
    };
    let published = find(&|stated| stated.published);
    let deadline = find(&|stated| {
        stated.deadline.and_then(|deadline| deadline.value.moment().map(|moment| Spanned::new(moment, deadline.span)))
    });
    let cancelled = find(&|stated| stated.cancelled);
    let filled = find(&|stated| stated.filled);
    let withdrawn = find(&|stated| stated.withdrawn);
    let before = find(&|stated| stated.extended.map(|extended| extended.map(|extension| extension.from)));
    let published_at = published.clone();
    let mut ordered = |earlier: &Option<(Moment, Place)>, later: &Option<(Moment, Place)>, message: &'static str| {
        if let (Some((first, there)), Some((second, here))) = (earlier, later)
            && second.instant <= first.instant
        {
            let finding = Diagnostic::new(Rule::DateOrder, here.clone(), message).hint("date-order-hint");
            log.push(finding.related(there.clone(), "other-date"));
        }
    };
    ordered(&published, &deadline, "deadline-before-published");
    ordered(&published, &cancelled, "cancelled-before-published");
    ordered(&published, &filled, "filled-before-published");
    ordered(&published, &withdrawn, "withdrawn-before-published");
    ordered(&before, &deadline, "deadline-not-extended");
    for (side, stated) in stated.iter() {
        let corrections = stated.corrections.iter().flat_map(|corrections| &corrections.value);
        for on in corrections.map(|correction| &correction.on) {
            if let Some((_, there)) =
                published_at.as_ref().filter(|(published, _)| on.value.instant < published.instant)
            {
                let here = Place::new(paths[side].clone(), on.span);
                let finding = Diagnostic::new(Rule::DateOrder, here, "corrected-before-published");
                log.push(finding.hint("date-order-hint").related(there.clone(), "other-date"));
            }
        }
    }
    let ongoing =
        stated.iter().any(|(_, stated)| stated.deadline.is_some_and(|deadline| deadline.value == Deadline::Ongoing));
    if let (true, Some((_, place))) = (ongoing, before) {
        log.push(Diagnostic::new(Rule::DateOrder, place, "ongoing-extended"));
    }
}
