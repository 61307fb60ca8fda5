//! The record that somebody has compared the two editions of a notice: who, when, and the seals of what was compared.

use std::fmt;

use super::{Bilingual, Moment};

/// That both editions of a notice were compared as they stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who compared them, and when.
    pub hand: Hand,
    /// What was compared.
    pub parts: Vec<Sealed>,
}

/// Who signed, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    /// The name.
    pub by: String,
    /// The moment.
    pub on: Moment,
}

/// A part of a notice as it was when it was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Which part.
    pub part: Part,
    /// The seal of its text in each language.
    pub seals: Bilingual<String>,
    /// Who has renewed the seals since, after a change that needed no new comparison.
    pub renewed: Option<Hand>,
}

/// A part of a notice that changes by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What does not depend on the language.
    Facts,
    /// The words of the front matter.
    Words,
    /// A section, by its id.
    Section(String),
}

impl Part {
    /// What the part is called where it is named: `facts`, `words`, or the id of the section.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Facts => "facts",
            Self::Words => "words",
            Self::Section(id) => id,
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Signature {
    /// The record of a part.
    #[must_use]
    pub fn sealed(&self, part: &Part) -> Option<&Sealed> {
        self.parts.iter().find(|sealed| sealed.part == *part)
    }

    /// When a part was last looked at.
    #[must_use]
    pub fn since(&self, part: &Part) -> Moment {
        let renewed = self.sealed(part).and_then(|sealed| sealed.renewed.as_ref());
        renewed.map_or(self.hand.on, |hand| hand.on)
    }
}
