//! From a value of the front matter to its entry in the vocabulary, or to the nearest one.

use crate::diagnostic::{Rule, Text, nearest};
use crate::domain::{GradeRange, Vocabulary};

/// A refused value: the rule, what is wrong, and what to type.
pub(super) type Refusal = (Rule, Text, Text);

/// The closed lists of a site, to look values up in.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a>(pub &'a Vocabulary);

impl Terms<'_> {
    pub fn organisation(self, value: &str) -> Result<(), Refusal> {
        let keys = self.0.organisations.keys().map(String::as_str);
        look_up(value, keys, Rule::UnknownOrganisation, "fact-name-organisation")
    }

    pub fn location(self, value: &str) -> Result<(), Refusal> {
        let keys = self.0.locations.keys().map(String::as_str);
        look_up(value, keys, Rule::UnknownLocation, "fact-name-location")
    }

    pub fn schedule(self, value: &str) -> Result<(), Refusal> {
        let keys = self.0.schedules.iter().map(String::as_str);
        look_up(value, keys, Rule::UnknownSchedule, "fact-name-schedule")
    }

    pub fn clearance(self, value: &str) -> Result<(), Refusal> {
        let keys = self.0.clearances.iter().map(String::as_str);
        look_up(value, keys, Rule::UnknownClearance, "fact-name-clearance")
    }

    pub fn contract(self, value: &str) -> Result<(), Refusal> {
        let keys = self.0.contracts.iter().map(String::as_str);
        look_up(value, keys, Rule::UnknownContract, "fact-name-contract")
    }

    pub fn language_level(self, value: &str) -> Result<(), Refusal> {
        let keys = self.0.language_levels.iter().map(String::as_str);
        look_up(value, keys, Rule::UnknownLanguageLevel, "fact-name-language-level")
    }

    /// `G10`, or `G8-G10`. A code of the vocabulary may itself contain a hyphen (`P-3`), and a range of them two or three.
    pub fn grade(self, value: &str) -> Result<GradeRange, Refusal> {
        let rank = |code: &str| self.0.grade_rank(code);
        if rank(value).is_some() {
            return Ok(GradeRange { from: value.to_owned(), to: value.to_owned() });
        }
        let hyphens = value.char_indices().filter(|(_, sign)| matches!(sign, '-' | '–'));
        let ends = hyphens
            .map(|(at, sign)| (value[..at].trim(), value[at + sign.len_utf8()..].trim()))
            .find(|(from, to)| rank(from).is_some() && rank(to).is_some());
        match ends {
            Some((from, to)) if rank(from) <= rank(to) => Ok(GradeRange { from: from.to_owned(), to: to.to_owned() }),
            Some((from, to)) => {
                let message = Text::new("inverted-grades").with("from", from).with("to", to);
                Err((Rule::InvertedRange, message, Text::new("type-instead").with("text", format!("{to}-{from}"))))
            }
            None => Err(self.no_grade(value)),
        }
    }

    /// Says that a text is no grade: perhaps the old name of one, perhaps a misspelt one.
    fn no_grade(self, value: &str) -> Refusal {
        let grades = || self.0.grades.iter().map(|(grade, _)| grade.as_str());
        match self.0.grade_by_alias(value) {
            Some(grade) => {
                let message = Text::new("grade-alias").with("value", value).with("grade", grade);
                (Rule::UnknownGrade, message, Text::new("type-instead").with("text", grade))
            }
            None => unknown(value, grades(), Rule::UnknownGrade, "fact-name-grade"),
        }
    }
}

fn look_up<'a>(
    value: &str,
    mut known: impl Iterator<Item = &'a str> + Clone,
    rule: Rule,
    name: &'static str,
) -> Result<(), Refusal> {
    let all = known.clone();
    if known.any(|key| key == value) { Ok(()) } else { Err(unknown(value, all, rule, name)) }
}

fn unknown<'a>(value: &str, known: impl Iterator<Item = &'a str> + Clone, rule: Rule, name: &'static str) -> Refusal {
    let message = Text::new("unknown-value").with_text("fact", Text::new(name)).with("value", value);
    let hint = match nearest(value, known.clone()) {
        Some(name) => Text::new("did-you-mean").with("name", name),
        None => Text::new("known-values").with("values", known.collect::<Vec<_>>().join(", ")),
    };
    (rule, message, hint)
}
