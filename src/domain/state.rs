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
    /// Called off by the organisation.
    Cancelled,
    /// Someone has the post.
    Filled,
    /// Taken away from the public by the organisation: nothing of it is shown.
    Withdrawn,
}

impl State {
    /// All states in the order of a notice's life.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Scheduled,
        Self::Open,
        Self::ClosingSoon,
        Self::Closed,
        Self::Cancelled,
        Self::Filled,
        Self::Withdrawn,
    ];

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
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the public may know of the notice.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Scheduled | Self::Withdrawn)
    }

    /// Whether people can apply.
    #[must_use]
    pub const fn takes_applications(self) -> bool {
        matches!(self, Self::Open | Self::ClosingSoon)
    }
}

/// For how many days, of 24 hours each, a notice is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Before its deadline, as closing soon.
    pub closing_soon: u32,
    /// After its publication, as new; 0 for never.
    pub new: u32,
}

impl Marks {
    fn soon(self) -> i64 {
        i64::from(self.closing_soon) * DAY
    }

    /// When a notice is no longer new.
    fn ages(self, facts: &Facts) -> Option<Instant> {
        facts.published.map(|moment| moment.instant.plus(i64::from(self.new) * DAY))
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
    /// Whether people can apply, and it was published so lately that lists mark it as new.
    pub is_new: bool,
    /// When the notice will look otherwise by itself, if it will.
    pub until: Option<Instant>,
}

const DAY: i64 = 86_400;
/// For how long a cancellation is news.
const CANCELLATION_IS_NEWS: i64 = 30 * DAY;

impl Standing {
    /// Where a notice with these facts stands at `now`.
    #[must_use]
    pub fn at(facts: &Facts, now: Instant, marks: Marks) -> Self {
        let phase = Phase::at(facts, now, marks);
        let turns = turns(facts, marks).filter(|turn| *turn > now);
        let until = turns.filter(|turn| Phase::at(facts, *turn, marks) != phase).min();
        Self { state: phase.state, announced: phase.announced, is_new: phase.is_new, until }
    }
}

/// What can be told of a notice at an instant.
#[derive(PartialEq, Eq)]
struct Phase {
    state: State,
    announced: bool,
    is_new: bool,
    /// How many of its changes are known: extension, corrections, filling. Once known a change stays so, and each is the
    /// last change that the facts tell, a filling also where a cancellation counts for more.
    changes: usize,
}

impl Phase {
    /// A withdrawal counts for more than a cancellation, that for more than a filling, a filling for more than a deadline.
    fn at(facts: &Facts, now: Instant, marks: Marks) -> Self {
        let has_come = |moment: Option<Moment>| moment.is_some_and(|moment| moment.instant <= now);
        let extended = has_come(facts.extended.map(|extension| extension.on));
        let hidden = |state| Self { state, announced: false, is_new: false, changes: 0 };
        if facts.draft || facts.published.is_none() {
            return hidden(State::Draft);
        }
        if !has_come(facts.published) {
            return hidden(State::Scheduled);
        }
        if has_come(facts.withdrawn) {
            return hidden(State::Withdrawn);
        }
        let deadline = match facts.extended {
            Some(extension) if !extended => Some(Deadline::At(extension.from)),
            _ => facts.deadline,
        };
        let closes = deadline.and_then(Deadline::closes);
        let corrections = facts.corrected.iter().filter(|moment| has_come(Some(**moment))).count();
        let filled = has_come(facts.filled);
        let state = if has_come(facts.cancelled) {
            State::Cancelled
        } else if filled {
            State::Filled
        } else if closes.is_some_and(|closes| closes <= now) {
            State::Closed
        } else if closes.is_some_and(|closes| closes.plus(-marks.soon()) <= now) {
            State::ClosingSoon
        } else {
            State::Open
        };
        let cancelled_lately = state == State::Cancelled
            && facts.cancelled.is_some_and(|moment| now < moment.instant.plus(CANCELLATION_IS_NEWS));
        let is_new = state.takes_applications() && marks.ages(facts).is_some_and(|ages| now < ages);
        let announced = state.takes_applications() || cancelled_lately;
        let changes = usize::from(extended) + corrections + usize::from(filled);
        Self { state, announced, is_new, changes }
    }
}

/// The instants at which a notice may begin to look otherwise.
fn turns(facts: &Facts, marks: Marks) -> impl Iterator<Item = Instant> {
    let soon = marks.soon();
    let instant = |moment: Option<Moment>| moment.map(|moment| moment.instant);
    let closes = facts.deadline.and_then(Deadline::closes);
    let closed_before = facts.extended.and_then(|extension| Deadline::At(extension.from).closes());
    let alone = [
        instant(facts.published),
        marks.ages(facts),
        instant(facts.extended.map(|extension| extension.on)),
        closed_before.map(|closes| closes.plus(-soon)),
        closed_before,
        closes.map(|closes| closes.plus(-soon)),
        closes,
        instant(facts.filled),
        instant(facts.cancelled),
        instant(facts.withdrawn),
        facts.cancelled.map(|moment| moment.instant.plus(CANCELLATION_IS_NEWS)),
    ];
    alone.into_iter().flatten().chain(facts.corrected.iter().map(|moment| moment.instant))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::facts::testing::facts;
    use crate::domain::{Extension, TimeOfDay, Zone};

    /// A week before the deadline, and never new.
    const SOON: Marks = Marks { closing_soon: 7, new: 0 };

    fn moment(text: &str) -> Moment {
        Zone::named("UTC").expect("a zone").read(text, TimeOfDay::Start).expect("a moment")
    }

    fn at(text: &str) -> Deadline {
        Deadline::At(moment(text))
    }

    /// All that a notice goes through by itself: when, its state, and whether it is announced.
    fn life(facts: &Facts) -> Vec<(String, State, bool)> {
        let zone = Zone::named("UTC").expect("a zone");
        let mut now = Instant::parse("2026-01-01T00:00:00Z").expect("an instant");
        let mut life = Vec::new();
        loop {
            let standing = Standing::at(facts, now, SOON);
            let when = zone.moment(now).to_string().replace("+00:00", "");
            life.push((when, standing.state, standing.announced));
            match standing.until {
                Some(until) => {
                    assert!(until > now, "no way back");
                    let before = Standing::at(facts, until.plus(-1), SOON);
                    assert_eq!((before.state, before.announced), (standing.state, standing.announced), "it lasts");
                    now = until;
                }
                None => return life,
            }
        }
    }

    fn assert_life(facts: &Facts, expected: &[(&str, State, bool)]) {
        let expected: Vec<_> = expected.iter().map(|(when, state, news)| ((*when).to_owned(), *state, *news)).collect();
        assert_eq!(life(facts), expected);
    }

    #[test]
    fn a_notice_opens_and_closes() {
        let facts = Facts { published: Some(moment("2026-05-01")), deadline: Some(at("2026-06-30T23:59")), ..facts() };
        assert_life(
            &facts,
            &[
                ("2026-01-01T00:00:00", State::Scheduled, false),
                ("2026-05-01T00:00:00", State::Open, true),
                ("2026-06-24T00:00:00", State::ClosingSoon, true),
                ("2026-07-01T00:00:00", State::Closed, false),
            ],
        );
        let draft = Facts { draft: true, ..facts.clone() };
        assert_life(&draft, &[("2026-01-01T00:00:00", State::Draft, false)]);
        let undated = Facts { published: None, ..facts };
        assert_life(&undated, &[("2026-01-01T00:00:00", State::Draft, false)]);
    }

    #[test]
    fn a_notice_that_is_extended_behind_its_deadline_opens_again() {
        let extended = Extension { from: moment("2026-06-10T12:00"), on: moment("2026-06-12") };
        let facts = Facts {
            published: Some(moment("2026-05-01")),
            deadline: Some(at("2026-06-30T23:59")),
            extended: Some(extended),
            ..facts()
        };
        assert_life(
            &facts,
            &[
                ("2026-01-01T00:00:00", State::Scheduled, false),
                ("2026-05-01T00:00:00", State::Open, true),
                ("2026-06-03T12:01:00", State::ClosingSoon, true),
                ("2026-06-10T12:01:00", State::Closed, false),
                ("2026-06-12T00:00:00", State::Open, true),
                ("2026-06-24T00:00:00", State::ClosingSoon, true),
                ("2026-07-01T00:00:00", State::Closed, false),
            ],
        );
    }

    #[test]
    fn an_extension_is_a_change_also_where_the_state_stays() {
        let extended = Extension { from: moment("2026-06-10T12:00"), on: moment("2026-05-12") };
        let facts = Facts {
            published: Some(moment("2026-05-01")),
            deadline: Some(at("2026-06-30T23:59")),
            extended: Some(extended),
            ..facts()
        };
        let opened = moment("2026-05-01").instant;
        assert_eq!(Standing::at(&facts, opened, SOON).until, Some(extended.on.instant));
        let known = Standing::at(&facts, extended.on.instant, SOON);
        assert_eq!((known.state, known.until), (State::Open, Some(moment("2026-06-24").instant)));
    }

    #[test]
    fn a_correction_is_a_change_in_every_state() {
        let facts = Facts {
            published: Some(moment("2026-05-01")),
            deadline: Some(at("2026-05-20T23:59")),
            corrected: vec![moment("2026-05-03"), moment("2026-06-02")],
            ..facts()
        };
        let until = |now: &str| Standing::at(&facts, moment(now).instant, SOON).until;
        assert_eq!(until("2026-05-01"), Some(moment("2026-05-03").instant));
        assert_eq!(until("2026-05-03"), Some(moment("2026-05-14").instant));
        assert_eq!(until("2026-05-21"), Some(moment("2026-06-02").instant));
        assert_eq!(until("2026-06-02"), None);
    }

    #[test]
    fn a_cancellation_is_news_for_thirty_days_whatever_comes_then() {
        let facts = Facts {
            published: Some(moment("2026-05-01")),
            deadline: Some(at("2026-06-10T23:59")),
            cancelled: Some(moment("2026-06-01T09:00")),
            filled: Some(moment("2026-06-20")),
            ..facts()
        };
        assert_life(
            &facts,
            &[
                ("2026-01-01T00:00:00", State::Scheduled, false),
                ("2026-05-01T00:00:00", State::Open, true),
                ("2026-06-01T09:00:00", State::Cancelled, true),
                ("2026-06-20T00:00:00", State::Cancelled, true),
                ("2026-07-01T09:00:00", State::Cancelled, false),
            ],
        );
    }

    #[test]
    fn a_withdrawal_is_the_end_whatever_comes_then() {
        let facts = Facts {
            published: Some(moment("2026-05-01")),
            deadline: Some(at("2026-06-30T23:59")),
            withdrawn: Some(moment("2026-06-01T09:00")),
            corrected: vec![moment("2026-07-01")],
            cancelled: Some(moment("2026-06-02")),
            filled: Some(moment("2026-06-20")),
            ..facts()
        };
        assert_life(
            &facts,
            &[
                ("2026-01-01T00:00:00", State::Scheduled, false),
                ("2026-05-01T00:00:00", State::Open, true),
                ("2026-06-01T09:00:00", State::Withdrawn, false),
            ],
        );
        assert_life(&Facts { draft: true, ..facts }, &[("2026-01-01T00:00:00", State::Draft, false)]);
    }

    #[test]
    fn a_filling_ends_the_news_and_a_cancellation_of_what_is_over_is_news_again() {
        let facts = Facts {
            published: Some(moment("2026-05-01")),
            deadline: Some(Deadline::Ongoing),
            filled: Some(moment("2026-06-01")),
            cancelled: Some(moment("2026-06-15")),
            ..facts()
        };
        assert_life(
            &facts,
            &[
                ("2026-01-01T00:00:00", State::Scheduled, false),
                ("2026-05-01T00:00:00", State::Open, true),
                ("2026-06-01T00:00:00", State::Filled, false),
                ("2026-06-15T00:00:00", State::Cancelled, true),
                ("2026-07-15T00:00:00", State::Cancelled, false),
            ],
        );
    }

    #[test]
    fn a_notice_that_was_cancelled_long_before_its_publication_is_no_news() {
        let facts = Facts { published: Some(moment("2026-05-01")), cancelled: Some(moment("2026-01-10")), ..facts() };
        assert_life(
            &facts,
            &[("2026-01-01T00:00:00", State::Scheduled, false), ("2026-05-01T00:00:00", State::Cancelled, false)],
        );
    }

    #[test]
    fn a_notice_is_new_for_some_days_while_people_can_apply() {
        let facts = Facts { published: Some(moment("2026-05-01")), deadline: Some(at("2026-05-20T23:59")), ..facts() };
        let standing =
            |facts: &Facts, now: &str, new| Standing::at(facts, moment(now).instant, Marks { closing_soon: 7, new });
        let opened = standing(&facts, "2026-05-01", 7);
        assert!(opened.is_new && !standing(&facts, "2026-04-30T23:59:59", 7).is_new);
        assert_eq!(opened.until, Some(moment("2026-05-08").instant));
        assert!(standing(&facts, "2026-05-07T23:59:59", 7).is_new);
        let aged = standing(&facts, "2026-05-08", 7);
        assert!(!aged.is_new && aged.until == Some(moment("2026-05-14").instant));
        assert!(!standing(&facts, "2026-05-01", 0).is_new, "0 is never");
        assert_eq!(standing(&facts, "2026-05-01", 0).until, Some(moment("2026-05-14").instant));
        let closed = standing(&facts, "2026-05-21", 60);
        assert!(!closed.is_new && closed.until.is_none(), "what is over is not new, and does not age");
        let cancelled = Facts { cancelled: Some(moment("2026-05-03")), ..facts };
        assert!(!standing(&cancelled, "2026-05-03", 7).is_new);
    }
}
