//! From letters with digits to codes: grades by all their names, numbers of posts, levels of languages, centuries.

use super::read::{Figure, Reader, compact};
use super::value::Value;
use crate::locale::{Sense, Tongue};

impl Reader<'_> {
    /// Capitals followed by digits: PASP0109, A.5, JLA-MS-003. A grade is known by any of its names.
    pub(super) fn code(&mut self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        if !is_capitals(tokens.raw(at)) || !matches!(tokens.gap(at + 1), "" | "-" | "." | "\u{2011}") {
            return None;
        }
        let mut to = at + 1;
        let mut has_digits = false;
        while to < tokens.len() && matches!(tokens.gap(to), "" | "-" | "." | "\u{2011}") {
            let is_part = tokens.is_number(to) || is_capitals(tokens.raw(to));
            if !is_part {
                break;
            }
            has_digits |= tokens.is_number(to);
            to += 1;
        }
        // What follows the last digits after a sign belongs to the next word: A.5-Level, G10.A
        while has_digits && !tokens.is_number(to - 1) && !tokens.gap(to - 1).is_empty() {
            to -= 1;
        }
        if !has_digits || to < at + 2 {
            return None;
        }
        if let Some(figure) = self.part_in_short(at, to) {
            return Some(figure);
        }
        let code = compact(tokens.raw_text(at..to));
        let code = self.terms.grades.get(&code).map_or(code, |grade| compact(grade));
        let figure = self.figure(at..to, Value::Code(code), Sense::Figure);
        // “G10 (B.4)” and “B.4/G10” name one grade.
        let is_same = |last: &Figure| {
            last.value == figure.value && last.tokens.end == at && matches!(tokens.gap(at).trim(), "(" | "/")
        };
        match self.found.last_mut().filter(|last| is_same(last)) {
            Some(last) => {
                let merged = Figure { words: last.words.start..figure.words.end, ..figure };
                Some(Figure { tokens: last.tokens.start..to, ..merged })
            }
            None => Some(figure),
        }
    }

    /// The number of a version, 2.2.1.
    pub(super) fn version(&self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let mut to = at + 1;
        while tokens.is_number(to) && tokens.gap(to) == "." {
            to += 1;
        }
        let value = Value::Code(tokens.raw_text(at..to).to_owned());
        (to > at + 2).then(|| self.figure(at..to, value, Sense::Figure))
    }

    /// A level of knowledge of a language, where the words around call it one.
    pub(super) fn level(&self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let raw = tokens.raw(at);
        if !self.terms.levels.iter().any(|level| level == raw) {
            return None;
        }
        let is_cue = |word: &str| matches!(word, "level" | "levels" | "niveau" | "niveaux");
        // “I” and “V” alone are other things, so the word must stand beside them.
        let reach = if raw.len() > 1 { 8 } else { 1 };
        let within = (0..reach).take_while(|back| !tokens.begins_clause(at.saturating_sub(*back)));
        let is_called =
            within.into_iter().any(|back| is_cue(tokens.before(at, back + 1))) || is_cue(tokens.word(at + 1));
        let is_next = |end: usize| end == at || (end + 1 == at && tokens.tongue.joins(tokens.word(end)));
        let follows = |last: &Figure| matches!(last.value, Value::Level(_)) && is_next(last.tokens.end);
        let is_level = is_called || self.found.last().is_some_and(follows);
        is_level.then(|| self.figure(at..at + 1, Value::Level(raw.to_owned()), Sense::Figure))
    }

    /// A century, which French writes in Roman numerals.
    pub(super) fn century(&self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        if tokens.tongue != Tongue::French || !tokens.word(at + 1).starts_with("siècle") {
            return None;
        }
        let raw = tokens.raw(at);
        let number = roman(raw.trim_end_matches(|sign: char| sign.is_lowercase()))?;
        Some(self.figure(at..at + 1, Value::Ordinal(number), Sense::Figure))
    }
}

fn is_capitals(word: &str) -> bool {
    word.len() <= 12 && word.starts_with(char::is_alphabetic) && word.chars().all(char::is_uppercase)
}

fn roman(text: &str) -> Option<u32> {
    let digit = |sign| {
        Some(match sign {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            _ => return None,
        })
    };
    let digits: Vec<u32> =
        text.chars().map(digit).collect::<Option<_>>().filter(|digits: &Vec<u32>| digits.len() < 9)?;
    let next = |at: usize| digits.get(at + 1).copied().unwrap_or(0);
    let (more, less) = digits.iter().enumerate().fold((0, 0), |(more, less), (at, digit)| {
        if *digit < next(at) { (more, less + digit) } else { (more + digit, less) }
    });
    u32::checked_sub(more, less).filter(|number| *number > 0)
}
