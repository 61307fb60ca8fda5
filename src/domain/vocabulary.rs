//! The closed lists of an organisation. Labels are strings and are not kept here.

use std::collections::BTreeMap;

use super::{Bilingual, GradeRange};

/// The closed lists of a site, in the order of `site.yaml`.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Grades from the lowest to the highest, each with the other names that it goes by.
    pub grades: Vec<(String, Vec<String>)>,
    /// Security clearances from the lowest to the highest.
    pub clearances: Vec<String>,
    /// Levels of knowledge of a language from the lowest to the highest.
    pub language_levels: Vec<String>,
    /// Organisations.
    pub organisations: BTreeMap<String, Organisation>,
    /// Duty stations.
    pub locations: BTreeMap<String, Location>,
    /// Working times.
    pub schedules: Vec<String>,
    /// Kinds of contract.
    pub contracts: Vec<String>,
}

/// What is neutral about an organisation.
#[derive(Debug, Clone, Default)]
pub struct Organisation {
    /// Its address on the web in each language.
    pub url: Option<Bilingual<String>>,
    /// Key of the organisation that it is a part of.
    pub part_of: Option<String>,
}

/// What is neutral about a duty station.
#[derive(Debug, Clone, Default)]
pub struct Location {
    /// The town, in the words of each language.
    pub locality: Option<Bilingual<String>>,
    /// The country, ISO 3166 alpha-2.
    pub country: Option<String>,
}

impl Vocabulary {
    /// The rank of a grade.
    #[must_use]
    pub fn grade_rank(&self, code: &str) -> Option<usize> {
        self.grades.iter().position(|(grade, _)| grade == code)
    }

    /// The grade that goes by this other name.
    #[must_use]
    pub fn grade_by_alias(&self, alias: &str) -> Option<&str> {
        self.grades
            .iter()
            .find(|(_, aliases)| aliases.iter().any(|other| other == alias))
            .map(|(grade, _)| grade.as_str())
    }

    /// The first other name of a single grade.
    #[must_use]
    pub fn alias(&self, grade: &GradeRange) -> Option<&str> {
        let of =
            |code: &str| self.grades.iter().find(|(grade, _)| grade == code).and_then(|(_, aliases)| aliases.first());
        if grade.from == grade.to { of(&grade.from).map(String::as_str) } else { None }
    }
}
