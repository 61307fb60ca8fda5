//! The life cycle: from a notice's facts and the present to its state.
//!
//! States are computed, never stored. The present is an argument.

use super::{Deadline, Facts, Instant, Moment};

/// Where a notice stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Withheld by its writers.
    Draft,
    /// Complete, not yet public.
    Scheduled,
    /// People can apply.
    Open,
    /// People can apply, not for long.
    ClosingSoon,
    /// The deadline has passed.
    Closed,
    /// Withdrawn by the organisation.
    Cancelled,
    /// Someone has the post.
    Filled,
}

impl State {
    /// All states in the order of a notice's life.
    pub const ALL: [Self; 7] =
        [Self::Draft, Self::Scheduled, Self::Open, Self::ClosingSoon, Self::Closed, Self::Cancelled, Self::Filled];

    /// The word for it in files and strings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Open => "open",
            Self::ClosingSoon => "closing-soon",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
            Self::Filled => "filled",
        }
    }

    /// Whether the public may know of the notice.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Scheduled)
    }

    /// Whether people can apply.
    #[must_use]
    pub const fn takes_applications(self) -> bool {
        matches!(self, Self::Open | Self::ClosingSoon)
    }
}

/// A notice's state at an instant, and the next instant at which it will be another one by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// Whether it is news: people can apply, or must learn that they no longer can because it was cancelled. Feeds and
    /// calendars hold what is news.
    pub announced: bool,
    /// When the notice will look otherwise by itself, if it will.
    pub until: Option<Instant>,
}

const DAY: i64 = 86_400;
/// For how long a cancellation is news.
const CANCELLATION_IS_NEWS: i64 = 30 * DAY;

impl Standing {
    /// Where a notice with these facts stands at `now`. It is closing soon for `closing_soon` days of 24 hours.
    #[must_use]
    pub fn at(facts: &Facts, now: Instant, closing_soon: u32) -> Self {
        let soon = i64::from(closing_soon) * DAY;
        let phase = Phase::at(facts, now, soon);
        let turns = turns(facts, soon).into_iter().flatten().filter(|turn| *turn > now);
        let until = turns.filter(|turn| Phase::at(facts, *turn, soon) != phase).min();
        Self { state: phase.state, announced: phase.announced, until }
    }
}

/// What can be told of a notice at an instant.
#[derive(PartialEq, Eq)]
struct Phase {
    state: State,
    announced: bool,
    extended: bool,
}

impl Phase {
    /// A cancellation counts for more than a filling, a filling for more than a deadline.
    fn at(facts: &Facts, now: Instant, soon: i64) -> Self {
        let has_come = |moment: Option<Moment>| moment.is_some_and(|moment| moment.instant <= now);
        let extended = has_come(facts.extended.map(|extension| extension.on));
        let hidden = |state| Self { state, announced: false, extended: false };
        if facts.draft || facts.published.is_none() {
            return hidden(State::Draft);
        }
        if !has_come(facts.published) {
            return hidden(State::Scheduled);
        }
        let deadline = match facts.extended {
            Some(extension) if !extended => Some(Deadline::At(extension.from)),
            _ => facts.deadline,
        };
        let closes = deadline.and_then(Deadline::closes);
        let state = if has_come(facts.cancelled) {
            State::Cancelled
        } else if has_come(facts.filled) {
            State::Filled
        } else if closes.is_some_and(|closes| closes <= now) {
            State::Closed
        } else if closes.is_some_and(|closes| closes.plus(-soon) <= now) {
            State::ClosingSoon
        } else {
            State::Open
        };
        let cancelled_lately = state == State::Cancelled
            && facts.cancelled.is_some_and(|moment| now < moment.instant.plus(CANCELLATION_IS_NEWS));
        Self { state, announced: state.takes_applications() || cancelled_lately, extended }
    }
}

/// The instants at which a notice may begin to look otherwise.
fn turns(facts: &Facts, soon: i64) -> [Option<Instant>; 9] {
    let instant = |moment: Option<Moment>| moment.map(|moment| moment.instant);
    let closes = facts.deadline.and_then(Deadline::closes);
    let closed_before = facts.extended.and_then(|extension| Deadline::At(extension.from).closes());
    [
        instant(facts.published),
        instant(facts.extended.map(|extension| extension.on)),
        closed_before.map(|closes| closes.plus(-soon)),
        closed_before,
        closes.map(|closes| closes.plus(-soon)),
        closes,
        instant(facts.filled),
        instant(facts.cancelled),
        facts.cancelled.map(|moment| moment.instant.plus(CANCELLATION_IS_NEWS)),
    ]
}
