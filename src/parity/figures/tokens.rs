//! From the words of a block to its words and runs of digits, with what stands between them.

use std::ops::Range;

use crate::locale::Tongue;

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
    tokens: Vec<Token>,
    /// The language in which it is read.
    pub tongue: Tongue,
}

impl<'a> Tokens<'a> {
    /// Takes a text apart.
    pub fn new(text: &'a str, tongue: Tongue) -> Self {
        Self { text, small: small(text), tokens: tokens(text), tongue }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The text of one in small letters; empty behind the last.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.small[token.start..token.end])
    }

    /// The word that stands so many before this one.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The text of one as it is written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether it is a run of digits.
    pub fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_number)
    }

    /// The digits of a run; nothing of a word.
    pub fn digits(&self, at: usize) -> Option<&'a str> {
        self.is_number(at).then(|| self.raw(at))
    }

    /// What stands before one, from the one before it on.
    pub fn gap(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |token| token.end);
        let to = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
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
        let start = self.tokens.get(range.start).map_or(self.text.len(), |token| token.start);
        let end = range.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
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
        let lower = sign.to_lowercase().next().filter(|lower| lower.len_utf8() == sign.len_utf8());
        small.push(lower.unwrap_or(sign));
    }
    small
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6);
    for (at, sign) in text.char_indices() {
        let is_number = sign.is_ascii_digit();
        if !is_number && !sign.is_alphabetic() {
            continue;
        }
        let end = at + sign.len_utf8();
        match tokens.last_mut().filter(|last| last.end == at && last.is_number == is_number) {
            Some(last) => last.end = end,
            None => tokens.push(Token { start: at, end, is_number }),
        }
    }
    tokens
}
