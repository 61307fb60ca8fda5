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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::facts::testing::facts;

    /// The grades G1 to G12: as words, G10 would stand before G2.
    fn vocabulary() -> Vocabulary {
        let grades = (1..=12).map(|rank| (format!("G{rank}"), Vec::new())).collect();
        Vocabulary { grades, ..Vocabulary::default() }
    }

    fn grades(from: &str, to: &str) -> GradeRange {
        GradeRange { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn a_range_of_grades_belongs_where_it_has_a_grade_in_common() {
        let wanted = Filter { grade: Some(grades("G8", "G10")), ..Filter::default() };
        for (from, to, belongs) in [
            ("G8", "G8", true),
            ("G10", "G10", true),
            ("G9", "G9", true),
            ("G1", "G8", true),
            ("G10", "G12", true),
            ("G1", "G12", true),
            ("G7", "G7", false),
            ("G11", "G11", false),
            ("G1", "G7", false),
            ("G11", "G12", false),
        ] {
            let facts = Facts { grade: Some(grades(from, to)), ..facts() };
            assert_eq!(wanted.takes(&facts, &vocabulary()), belongs, "{from}-{to}");
        }
        assert!(!wanted.takes(&facts(), &vocabulary()), "a notice without a grade");
    }

    #[test]
    fn all_that_is_stated_must_hold_and_what_is_not_does_not_matter() {
        let brussels = || Some("brussels".to_owned());
        let staff = || Some("staff".to_owned());
        let notice = Facts { location: brussels(), organisation: staff(), grade: Some(grades("G3", "G3")), ..facts() };
        let takes = |filter: Filter| filter.takes(&notice, &vocabulary());
        assert!(takes(Filter { location: brussels(), ..Filter::default() }));
        assert!(takes(Filter { organisation: staff(), ..Filter::default() }));
        assert!(takes(Filter { location: brussels(), organisation: staff(), grade: Some(grades("G1", "G4")) }));
        assert!(!takes(Filter { location: Some("mons".to_owned()), organisation: staff(), grade: None }));
        assert!(!takes(Filter { location: brussels(), organisation: Some("office".to_owned()), grade: None }));
        assert!(!takes(Filter { location: brussels(), organisation: staff(), grade: Some(grades("G4", "G5")) }));
        let elsewhere = Filter { location: brussels(), ..Filter::default() };
        assert!(!elsewhere.takes(&facts(), &vocabulary()), "a notice without a duty station");
    }
}
