//! From what two releases show of a notice to the steps of its life between them.

use crate::deploy::release::{Release, Shown};
use crate::domain::State;

/// A step of a notice's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It can be applied for from now on.
    Opened,
    /// It is shown from now on, though nobody can apply.
    Appeared,
    /// It is shown no more.
    Gone,
    /// It is shown no more, and its addresses say that it is gone for ever.
    Withdrawn,
    /// Its deadline was moved.
    Extended,
    /// It can be applied for again.
    Reopened,
    /// It says what was corrected in it.
    Corrected,
    /// It was cancelled.
    Cancelled,
    /// Someone has the post.
    Filled,
    /// Its deadline has passed.
    Closed,
    /// It was over before, cancelled or filled, and now it is only closed.
    CountsAsClosed,
    /// Its deadline is near.
    ClosingSoon,
}

impl Step {
    /// The word for it in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Appeared => "appeared",
            Self::Gone => "gone",
            Self::Withdrawn => "withdrawn",
            Self::Extended => "extended",
            Self::Reopened => "reopened",
            Self::Corrected => "corrected",
            Self::Cancelled => "cancelled",
            Self::Filled => "filled",
            Self::Closed => "closed",
            Self::CountsAsClosed => "counts-as-closed",
            Self::ClosingSoon => "closing-soon",
        }
    }
}

/// The steps from what was shown of a notice to what `release` shows of it.
pub(super) fn steps(before: Option<&Shown>, after: Option<&Shown>, release: &Release) -> Vec<Step> {
    let mut steps = Vec::new();
    match (before, after) {
        (None, Some(after)) if after.state().takes_applications() => steps.push(Step::Opened),
        (None, Some(_)) => steps.push(Step::Appeared),
        // One of its addresses may have been given to another page.
        (Some(before), None) if before.paths().any(|path| release.marks(path)) => steps.push(Step::Withdrawn),
        (Some(_), None) => steps.push(Step::Gone),
        (Some(before), Some(after)) => {
            steps.extend(turn(before.state(), after.state()));
            if is_extended(before, after) {
                steps.push(Step::Extended);
            }
            let times =
                |shown: &Shown, on: &str| shown.corrected.iter().filter(|other| local(other) == local(on)).count();
            if after.corrected.iter().any(|on| times(after, on) > times(before, on)) {
                steps.push(Step::Corrected);
            }
        }
        (None, None) => {}
    }
    steps.sort_unstable();
    steps
}

/// What it means that a notice stands elsewhere in its life.
fn turn(before: State, after: State) -> Option<Step> {
    (before != after).then_some(())?;
    match after {
        State::Cancelled => Some(Step::Cancelled),
        State::Filled => Some(Step::Filled),
        State::Open | State::ClosingSoon if !before.takes_applications() => Some(Step::Reopened),
        State::ClosingSoon => Some(Step::ClosingSoon),
        // A deadline that was near and is not any more was moved, which is told otherwise.
        State::Open => None,
        State::Closed | State::Draft | State::Scheduled | State::Withdrawn if before.takes_applications() => {
            Some(Step::Closed)
        }
        State::Closed | State::Draft | State::Scheduled | State::Withdrawn => Some(Step::CountsAsClosed),
    }
}

/// Without `extended`, a later deadline is a fact that has changed and nothing more; with it, a deadline can be moved
/// twice in a day. Another time zone moves the instant, and no word that a reader sees.
fn is_extended(before: &Shown, after: &Shown) -> bool {
    let is_later = matches!((&before.deadline, &after.deadline), (Some(before), Some(after)) if after > before);
    let told = |shown: &Shown| shown.editions.as_ref().map(|face| face.facts.get("deadline").cloned());
    let on = |shown: &Shown| shown.extended.as_deref().map(local).map(str::to_owned);
    after.extended.is_some() && (on(after) != on(before) || (is_later && told(before) != told(after)))
}

/// The day and the time of day as somebody wrote them, without what the time zone of the site adds.
fn local(moment: &str) -> &str {
    moment.get(.."2025-06-14T00:00:00".len()).unwrap_or(moment)
}
