//! The facts of a notice: what does not depend on the language, stated once for the pair.

use super::{Bilingual, Instant, Moment, Place, Salary, SitePath};

/// Everything about a notice that both editions share.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The notice's identity for ever.
    pub reference: String,
    /// Withheld until its writers say otherwise.
    pub draft: bool,
    /// When it becomes public.
    pub published: Option<Moment>,
    /// Until when people can apply.
    pub deadline: Option<Deadline>,
    /// The deadline was moved.
    pub extended: Option<Extension>,
    /// When its words were corrected, in order.
    pub corrected: Vec<Moment>,
    /// When it was cancelled.
    pub cancelled: Option<Moment>,
    /// When the post was filled.
    pub filled: Option<Moment>,
    /// From when on nothing of it is shown any more.
    pub withdrawn: Option<Moment>,
    /// Key of the organisation in the vocabulary.
    pub organisation: Option<String>,
    /// Key of the duty station in the vocabulary.
    pub location: Option<String>,
    /// Key of the working time in the vocabulary.
    pub schedule: Option<String>,
    /// Grade, or range of grades.
    pub grade: Option<GradeRange>,
    /// Code of the security clearance.
    pub clearance: Option<String>,
    /// What it pays.
    pub salary: Option<Salary>,
    /// Key of the kind of contract.
    pub contract: Option<String>,
    /// Levels required in the two official languages.
    pub languages: Option<LanguageLevels>,
    /// The posts that the notice covers, if it lists them.
    pub posts: Vec<Post>,
}

impl Facts {
    /// How many posts are to be filled: the openings of the listed posts, one where none is listed.
    #[must_use]
    pub fn openings(&self) -> u32 {
        match self.posts.as_slice() {
            [] => 1,
            posts => posts.iter().map(|post| post.openings).sum(),
        }
    }

    /// The facts as they are known at `now`. An extension, a correction, a cancellation, a filling or a withdrawal that is
    /// only foreseen is nobody's business yet; until a deadline is moved, it is the former one.
    #[must_use]
    pub fn known_at(mut self, now: Instant) -> Self {
        if let Some(extension) = self.extended.take_if(|extension| extension.on.instant > now) {
            self.deadline = Some(Deadline::At(extension.from));
        }
        for end in [&mut self.cancelled, &mut self.filled, &mut self.withdrawn] {
            end.take_if(|moment| moment.instant > now);
        }
        self.corrected.retain(|moment| moment.instant <= now);
        self
    }

    /// When what people should know of the notice changed last: its publication, its extension, a correction or its
    /// cancellation.
    #[must_use]
    pub fn updated(&self) -> Option<Moment> {
        let extended = self.extended.map(|extension| extension.on);
        let corrected = self.corrected.iter().copied();
        self.published.into_iter().chain(extended).chain(corrected).chain(self.cancelled).max()
    }
}

/// Until when people can apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Until the post is filled.
    Ongoing,
    /// Through the minute of that moment.
    At(Moment),
}

impl Deadline {
    /// The moment, unless it is ongoing.
    #[must_use]
    pub const fn moment(self) -> Option<Moment> {
        match self {
            Self::Ongoing => None,
            Self::At(moment) => Some(moment),
        }
    }

    /// The first instant at which nobody can apply any more. A deadline holds through its minute: with 23:59, the notice
    /// closes at midnight.
    #[must_use]
    pub const fn closes(self) -> Option<Instant> {
        match self {
            Self::Ongoing => None,
            Self::At(moment) => Some(moment.instant.plus(60 - moment.second as i64)),
        }
    }
}

/// A deadline that was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension {
    /// The deadline before.
    pub from: Moment,
    /// When it was moved.
    pub on: Moment,
}

/// A grade, or a range of grades, as codes of the vocabulary; a single grade has both ends equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GradeRange {
    /// The lowest grade.
    pub from: String,
    /// The highest grade.
    pub to: String,
}

/// The levels required in the two official languages, whichever the candidate's stronger one is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LanguageLevels {
    /// Level in one of them.
    pub one: String,
    /// Level in the other.
    pub other: String,
}

/// One of the posts of a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// The post's number in the establishment.
    pub number: Option<String>,
    /// How many of this post are to be filled.
    pub openings: u32,
    /// Staff who report to it directly.
    pub direct_reports: Option<u32>,
    /// Staff who report to it through others.
    pub indirect_reports: Option<u32>,
    /// The job description, for each language.
    pub job_description: Option<Bilingual<Document>>,
}

/// A document that a fact names. Two are equal if they lead to the same.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it leads to.
    pub target: Target,
    /// Where it was named.
    pub place: Place,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.target == other.target
    }
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// An address outside the site, or `mailto:` or `tel:`.
    Address(String),
    /// A file of the site: an edition or an attachment, perhaps with a fragment.
    File(SitePath, String),
    /// A place on the same page.
    Fragment(String),
}

#[cfg(test)]
pub(super) mod testing {
    use super::Facts;

    /// A notice that states nothing but its reference.
    pub fn facts() -> Facts {
        Facts {
            reference: "100".to_owned(),
            draft: false,
            published: None,
            deadline: None,
            extended: None,
            corrected: Vec::new(),
            cancelled: None,
            filled: None,
            withdrawn: None,
            organisation: None,
            location: None,
            schedule: None,
            grade: None,
            clearance: None,
            salary: None,
            contract: None,
            languages: None,
            posts: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::facts;
    use super::*;
    use crate::domain::{TimeOfDay, Zone};

    fn moment(text: &str) -> Moment {
        Zone::named("Europe/Brussels").expect("a zone").read(text, TimeOfDay::Start).expect("a moment")
    }

    fn at(text: &str) -> Deadline {
        Deadline::At(moment(text))
    }

    #[test]
    fn what_is_foreseen_is_not_known() {
        let day = moment("2026-06-10");
        let extended = Extension { from: moment("2026-06-15T17:00"), on: day };
        let whole = Facts {
            published: Some(moment("2026-06-01")),
            deadline: Some(at("2026-06-30T17:00")),
            extended: Some(extended),
            corrected: vec![moment("2026-06-02"), day],
            cancelled: Some(day),
            filled: Some(day),
            withdrawn: Some(day),
            ..facts()
        };
        assert_eq!(whole.clone().known_at(day.instant), whole);
        let before = whole.clone().known_at(day.instant.plus(-1));
        let expected = Facts {
            deadline: Some(at("2026-06-15T17:00")),
            extended: None,
            corrected: vec![moment("2026-06-02")],
            cancelled: None,
            filled: None,
            withdrawn: None,
            ..whole
        };
        assert_eq!(before, expected);
    }

    #[test]
    fn the_last_change_is_the_latest_that_people_should_know_of() {
        let [published, extended, cancelled] = ["2026-06-01", "2026-06-10", "2026-06-12"].map(moment);
        let mut facts = Facts { filled: Some(moment("2026-07-01")), ..facts() };
        assert_eq!(facts.updated(), None, "a filling is the end of the news");
        facts.published = Some(published);
        assert_eq!(facts.updated(), Some(published));
        facts.extended = Some(Extension { from: moment("2026-06-15"), on: extended });
        assert_eq!(facts.updated(), Some(extended));
        let corrected = moment("2026-06-11");
        facts.corrected = vec![moment("2026-06-05"), corrected];
        assert_eq!(facts.updated(), Some(corrected));
        facts.cancelled = Some(cancelled);
        assert_eq!(facts.updated(), Some(cancelled));
        // An extension of a notice that is published later is no later change than its publication.
        facts.published = Some(moment("2026-06-20"));
        assert_eq!(facts.updated(), facts.published);
    }

    #[test]
    fn a_deadline_holds_through_its_minute() {
        let closes = |text: &str| Deadline::At(moment(text)).closes();
        let midnight = Some(moment("2026-06-16").instant);
        assert_eq!(closes("2026-06-15T23:59"), midnight);
        assert_eq!(closes("2026-06-15T23:59:00"), midnight);
        assert_eq!(closes("2026-06-15T23:59:30"), midnight);
        assert_eq!(Deadline::Ongoing.closes(), None);
        // The last minute before the clocks go forward, and the first one after they went back.
        assert_eq!(closes("2025-03-30T01:59"), Some(moment("2025-03-30T03:00").instant));
        assert_eq!(closes("2025-10-26T02:59:00+02:00"), Some(moment("2025-10-26T02:00:00+01:00").instant));
    }
}
