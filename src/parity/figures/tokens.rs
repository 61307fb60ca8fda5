//! From the words of a block to its words and runs of digits, with what stands between them.

use std::ops::Range;

use crate::locale::{Cue, Tongue};

/// A word, or a run of digits.
#[derive(Debug, Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    is_number: bool,
}

/// A text as words and runs of digits, by their positions.
pub(in crate::parity) struct Tokens<'a> {
    text: &'a str,
    /// The text in small letters, byte for byte in the same places.
    small: String,
    places: Vec<Token>,
    /// The language in which it is read.
    pub tongue: Tongue,
}

impl<'a> Tokens<'a> {
    /// Takes a text apart.
    pub fn new(text: &'a str, tongue: Tongue) -> Self {
        Self { text, small: small(text), places: places(text), tongue }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The text of one in small letters; empty behind the last.
    pub fn word(&self, at: usize) -> &str {
        self.places.get(at).map_or("", |token| &self.small[token.start..token.end])
    }

    /// The word that stands so many before this one.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The text of one as it is written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.places.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether it is a run of digits.
    pub fn is_number(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(|token| token.is_number)
    }

    /// The digits of a run; nothing of a word.
    pub fn digits(&self, at: usize) -> Option<&'a str> {
        self.is_number(at).then(|| self.raw(at))
    }

    /// What stands before one, from the one before it on.
    pub fn gap(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|before| self.places.get(before)).map_or(0, |token| token.end);
        let to = self.places.get(at).map_or(self.text.len(), |token| token.start);
        &self.text[from.min(to)..to]
    }

    /// Whether nothing but a space stands before one.
    pub fn is_spaced(&self, at: usize) -> bool {
        let gap = self.gap(at);
        at > 0 && at < self.len() && !gap.is_empty() && gap.len() <= 6 && gap.chars().all(char::is_whitespace)
    }

    /// Whether one continues what stands before it: after a space, a hyphen or nothing.
    pub fn is_joined(&self, at: usize) -> bool {
        at > 0 && at < self.len() && (self.is_spaced(at) || matches!(self.gap(at), "" | "-" | "\u{2010}" | "\u{2011}"))
    }

    /// Where some of them stand in the text.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.places.get(range.start).map_or(self.text.len(), |token| token.start);
        let end = range.end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }

    /// What some of them say together, as it is written.
    pub fn raw_text(&self, range: Range<usize>) -> &'a str {
        &self.text[self.place(&range)]
    }

    /// The text as it is written.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The words from one on, up to the next that does not continue them.
    pub fn row<'r>(&'r self, at: usize, row: &mut [&'r str; 12]) -> usize {
        let mut count = 0;
        while count < row.len() && at + count < self.len() && (count == 0 || self.is_joined(at + count)) {
            if self.is_number(at + count) {
                break;
            }
            row[count] = self.word(at + count);
            count += 1;
        }
        count
    }

    /// The words of the sentence in which some of them stand; of a sentence without end, those that are near.
    pub fn sentence(&self, range: &Range<usize>) -> Range<usize> {
        const FAR: usize = 80;
        let start = range.start.min(self.len());
        let first = start.saturating_sub(FAR);
        let start = (first..=start).rev().find(|at| self.begins_sentence(*at)).unwrap_or(first);
        let end = range.end.min(self.len());
        let last = (end + FAR).min(self.len());
        let end = (end..last).find(|at| self.begins_sentence(*at)).unwrap_or(last);
        start..end
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let is_shortened = matches!(self.before(at, 1), "m" | "no" | "sept" | "févr" | "janv" | "juil" | "déc");
        let is_stop = gap.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_whitespace)) && !is_shortened;
        is_stop || gap.contains([';', '!', '?', '\n'])
    }

    /// Which of the words at some places a language has a cue for.
    pub fn cues(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, Cue)> {
        range.filter_map(|at| Some((at, self.tongue.cue(self.word(at))?)))
    }

    /// Whether a cue stands at one of some places.
    pub fn has(&self, range: Range<usize>, cue: Cue) -> bool {
        self.cues(range).any(|(_, found)| found == cue)
    }

    /// Whether the sign before one ends a sentence or a part of one.
    pub fn begins_clause(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains(['.', ';', '!', '?', '\n', ':'])
    }
}

fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut small = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_ascii() {
            small.push(sign.to_ascii_lowercase());
            continue;
        }
        let lower = sign.to_lowercase().next().filter(|lower| lower.len_utf8() == sign.len_utf8());
        small.push(lower.unwrap_or(sign));
    }
    small
}

fn places(text: &str) -> Vec<Token> {
    let mut places = Vec::with_capacity(text.len() / 6);
    let mut signs = text.char_indices();
    let mut next = signs.next();
    while let Some((start, first)) = next {
        next = signs.next();
        let is_number = first.is_ascii_digit();
        if !is_number && !first.is_alphabetic() {
            continue;
        }
        let is_of_token = |sign: char| if is_number { sign.is_ascii_digit() } else { sign.is_alphabetic() };
        while next.is_some_and(|(_, sign)| is_of_token(sign)) {
            next = signs.next();
        }
        let end = next.map_or(text.len(), |(at, _)| at);
        places.push(Token { start, end, is_number });
    }
    places
}
