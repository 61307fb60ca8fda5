//! A feed of a part of the vacancies: which notices belong to it.

use super::{Bilingual, Facts, GradeRange, Spanned, Vocabulary};

/// A feed that a site offers beside the one of all its vacancies.
#[derive(Debug, Clone)]
pub struct Feed {
    /// Its name in `site.yaml`. The string `feed-NAME` says what it holds, and its permanent identifier ends in it.
    pub name: Spanned<String>,
    /// What it is called in addresses.
    pub path: Bilingual<String>,
    /// The notices that it holds.
    pub filter: Filter,
}

/// What the notices of a feed have in common. What is not stated does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Key of the organisation.
    pub organisation: Option<String>,
    /// Key of the duty station.
    pub location: Option<String>,
    /// Grades; a notice with a range of grades belongs to it if they have one in common.
    pub grade: Option<GradeRange>,
}

impl Filter {
    /// Whether a notice with these facts belongs to the feed.
    #[must_use]
    pub fn takes(&self, facts: &Facts, vocabulary: &Vocabulary) -> bool {
        let same = |wanted: &Option<String>, stated: &Option<String>| wanted.is_none() || wanted == stated;
        let grade = self.grade.as_ref().is_none_or(|wanted| {
            facts.grade.as_ref().is_some_and(|stated| {
                let rank = |code: &str| vocabulary.grade_rank(code);
                rank(&wanted.from) <= rank(&stated.to) && rank(&stated.from) <= rank(&wanted.to)
            })
        });
        same(&self.organisation, &facts.organisation) && same(&self.location, &facts.location) && grade
    }
}
