//! The life cycle: from a notice's facts and the present to its state.
//!
//! States are computed, never stored. The present is an argument.

use super::{Deadline, Facts, Instant};

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
    /// When it ends, if it ends by itself.
    pub until: Option<Instant>,
}

const DAY: i64 = 86_400;

impl Standing {
    /// Where a notice with these facts stands at `now`. It is closing soon for `closing_soon` days of 24 hours.
    ///
    /// A deadline holds through its minute: with 23:59, the notice closes at midnight.
    #[must_use]
    pub fn at(facts: &Facts, now: Instant, closing_soon: u32) -> Self {
        let lasting = |state| Self { state, until: None };
        if facts.draft {
            return lasting(State::Draft);
        }
        let Some(published) = facts.published else { return lasting(State::Draft) };
        if now < published.instant {
            return Self { state: State::Scheduled, until: Some(published.instant) };
        }
        let ends = Ends::of(facts);
        let ended = ends.all.iter().find(|end| end.at <= now);
        let next_end = ends.all.iter().map(|end| end.at).filter(|at| *at > now).min();
        if let Some(end) = ended {
            // Only an end that counts for more can still change the state.
            let until =
                ends.all.iter().filter(|other| other.rank < end.rank && other.at > now).map(|other| other.at).min();
            return Self { state: end.state, until };
        }
        let soon = ends.deadline.map(|closes| closes.plus(-i64::from(closing_soon) * DAY));
        match soon {
            Some(soon) if soon <= now => Self { state: State::ClosingSoon, until: next_end },
            _ => Self { state: State::Open, until: soon.into_iter().chain(next_end).min() },
        }
    }
}

/// The ends that a notice's facts foresee, the weightiest first: cancelled counts for more than filled, filled for more
/// than closed.
struct Ends {
    all: Vec<End>,
    deadline: Option<Instant>,
}

struct End {
    state: State,
    at: Instant,
    rank: u8,
}

impl Ends {
    fn of(facts: &Facts) -> Self {
        let deadline =
            facts.deadline.and_then(Deadline::moment).map(|moment| moment.instant.plus(60 - i64::from(moment.second)));
        let ends = [
            (State::Cancelled, facts.cancelled.map(|moment| moment.instant)),
            (State::Filled, facts.filled.map(|moment| moment.instant)),
            (State::Closed, deadline),
        ];
        let all =
            ends.into_iter().zip(0..).filter_map(|((state, at), rank)| at.map(|at| End { state, at, rank })).collect();
        Self { all, deadline }
    }
}
