//! From words to the number that they spell: *ten*, *dix*, *vingt et unième*, *two thirds*, *une trentaine*.
//!
//! Words come in small letters and without their hyphens, so that all spellings are one: *quatre-vingts*, *quatre vingt*,
//! and the hyphens of 1990. Whether a word such as *one* or *first* is meant as a figure, it does not say; it only warns.

mod english;
mod french;

use super::Tongue;

/// A number in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// How many words it takes.
    pub words: usize,
    /// The number; of a fraction, what stands above the line.
    pub number: u32,
    /// What it says of it.
    pub form: Form,
    /// Whether it is surely meant as a figure.
    pub sense: Sense,
}

/// What a numeral says of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// So many.
    Cardinal,
    /// The one at that place.
    Ordinal,
    /// So many parts of this many.
    Fraction(u32),
    /// A group of so many: *a dozen*, *une trentaine*, *both*.
    Group,
}

/// Whether words are surely meant as a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Often they are no figure: *one*, *first*, *half*, *neuf*.
    Idiom,
    /// They are.
    Figure,
}

impl Tongue {
    /// Whether a numeral can begin with a word. Most words of a text cannot, which makes the search for numerals quick.
    #[must_use]
    pub fn begins_numeral(self, word: &str) -> bool {
        match self {
            Self::English => matches!(word, "a" | "an") || english::numeral(&[word]).is_some(),
            Self::French => word == "mil" || french::numeral(&[word]).is_some(),
        }
    }

    /// The number that a row of words begins with.
    #[must_use]
    pub fn numeral(self, words: &[&str]) -> Option<Numeral> {
        match self {
            Self::English => english::numeral(words),
            Self::French => french::numeral(words),
        }
    }
}

/// A part of a numeral while it is read: its value so far, and after how many words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    number: u32,
    words: usize,
    is_ordinal: bool,
}

impl Reading {
    const fn new(number: u32, words: usize) -> Self {
        Self { number, words, is_ordinal: false }
    }

    const fn ordinal(number: u32, words: usize) -> Self {
        Self { number, words, is_ordinal: true }
    }

    /// This part with a smaller one behind it, which `skipped` words precede.
    const fn plus(self, rest: Self, skipped: usize) -> Self {
        Self {
            number: self.number + rest.number,
            words: self.words + skipped + rest.words,
            is_ordinal: rest.is_ordinal,
        }
    }

    /// This part as so many hundreds or thousands.
    const fn times(self, scale: u32, is_ordinal: bool) -> Self {
        Self { number: self.number * scale, words: self.words + 1, is_ordinal }
    }

    const fn numeral(self, form: Form, sense: Sense) -> Numeral {
        Numeral { words: self.words, number: self.number, form, sense }
    }
}
