//! From the ways to say a date to its year, month and day, or the part of a month or a year: 7 May 2025, May 7, 1er mai,
//! early July, première quinzaine de juillet, premier semestre 2025.

use super::read::{Figure, Reader};
use super::value::{Date, Exact, Value};
use crate::locale::{Part, Sense, Tongue};

impl Reader<'_> {
    /// A day before its month.
    pub(super) fn day(&self, from: usize, number: Exact, to: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let day = day_of(number)?;
        let mut at = to;
        while at < to + 3 && tokens.is_spaced(at) && tokens.tongue.links_month(tokens.word(at)) {
            at += 1;
        }
        let is_elided = at > to && self.is_near(at);
        if !tokens.is_joined(at) && !is_elided {
            return None;
        }
        let word = tokens.word(at);
        let month = tokens.tongue.month(word).or_else(|| tokens.tongue.month_in_short(word))?;
        // “Those who do not hold one may apply.”
        if tokens.tongue == Tongue::English && !tokens.raw(at).starts_with(char::is_uppercase) {
            return None;
        }
        // “The first of May” is a day, “first in May” is none.
        if (to..at).any(|at| tokens.word(at) == "in") {
            return None;
        }
        let (year, end) = self.year(at + 1);
        let date = Date { year, month: Some(month), day: Some(day), part: None };
        Some(self.figure(from..end, Value::Date(date), Sense::Figure))
    }

    /// A month with what follows it: a day, a year, nothing.
    pub(super) fn month_first(&mut self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let is_english = tokens.tongue == Tongue::English;
        let is_name = !is_english || tokens.raw(at).starts_with(char::is_uppercase);
        let full = tokens.tongue.month(tokens.word(at)).filter(|_| is_name);
        let short = || tokens.tongue.month_in_short(tokens.word(at)).filter(|_| is_name && is_english);
        let is_short = full.is_none();
        let month = full.or_else(short)?;
        let day = tokens.digits(at + 1).filter(|text| text.len() <= 2 && is_english);
        let day = day.filter(|_| self.is_near(at + 1)).and_then(|text| text.parse().ok());
        if let Some(day) = day.filter(|day| (1..=31).contains(day)) {
            return Some(self.month_and_day(at, month, day));
        }
        if is_short {
            return None;
        }
        let (year, end) = self.year(at + 1);
        let (part, from) = self.part_before(at).map_or((None, at), |(part, from)| (Some(part), from));
        let date = Date { year, month: Some(month), day: None, part };
        let is_surely = year.is_some() || part.is_some() || !is_english || self.is_surely_month(at);
        let sense = if is_surely { Sense::Figure } else { Sense::Idiom };
        Some(self.figure(from..end, Value::Date(date), sense))
    }

    /// “May 7, 2025”, and “May 7 to 9, 2025”, whose first day is kept at once.
    fn month_and_day(&mut self, at: usize, month: u8, day: u8) -> Figure {
        let tokens = self.tokens;
        let ending = usize::from(tokens.gap(at + 2).is_empty() && tokens.tongue.is_ordinal_ending(tokens.word(at + 2)));
        let next = at + 2 + ending;
        let joins = tokens.is_spaced(next) && tokens.tongue.joins(tokens.word(next));
        let other = next + usize::from(joins);
        let is_range = joins || matches!(tokens.gap(next).trim(), "-" | "\u{2013}");
        let last = tokens.digits(other).filter(|text| is_range && text.len() <= 2);
        let last = last.and_then(|text| text.parse().ok()).filter(|last| (day..=31).contains(last));
        let date = |day, year| Value::Date(Date { year, month: Some(month), day: Some(day), part: None });
        let Some(last) = last.filter(|_| tokens.gap(other + 1) != ":" || !tokens.is_number(other + 1)) else {
            let (year, end) = self.year(next);
            return self.figure(at..end, date(day, year), Sense::Figure);
        };
        let (year, end) = self.year(other + 1);
        let first = self.figure(at..next, date(day, year), Sense::Figure);
        self.found.push(first);
        self.figure(other..end, date(last, year), Sense::Figure)
    }

    /// “May” and “March” are other words too; as months they follow certain words.
    fn is_surely_month(&self, at: usize) -> bool {
        let word = self.tokens.before(at, 1);
        let follows =
            ["in", "of", "by", "until", "from", "to", "since", "every", "each", "and", "or", "between", "during"];
        !matches!(self.tokens.word(at), "may" | "march") || (follows.contains(&word) && self.is_near(at))
    }

    /// A part of a year: early 2025, first half of 2025, fin 2025.
    pub(super) fn part_of_year(&self, at: usize, number: Exact, to: usize) -> Option<Figure> {
        let year = number.as_whole().and_then(|year| u16::try_from(year).ok());
        let year = year.filter(|year| (1900..2200).contains(year) && to == at + 1)?;
        let (part, from) = self.part_before(at)?;
        let date = Date { year: Some(year), month: None, day: None, part: Some(part) };
        Some(self.figure(from..to, Value::Date(date), Sense::Figure))
    }

    /// A part of a year in short: Q1 2027, H2 2027, « T1 2027 », « S2 2027 ».
    pub(super) fn part_in_short(&self, at: usize, to: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let which = tokens.digits(at + 1).filter(|_| to == at + 2)?.parse().ok()?;
        let part = match (tokens.tongue, tokens.raw(at)) {
            (Tongue::English, "Q") | (Tongue::French, "T") if (1..=4).contains(&which) => Part::Quarter(which),
            (Tongue::English, "H") | (Tongue::French, "S") if (1..=2).contains(&which) => Part::Half(which),
            _ => return None,
        };
        let (year, end) = self.year(to);
        let date = Date { year: Some(year?), month: None, day: None, part: Some(part) };
        Some(self.figure(at..end, Value::Date(date), Sense::Figure))
    }

    /// The part of a month or a year that is said before it, and where it begins.
    fn part_before(&self, at: usize) -> Option<(Part, usize)> {
        let tokens = self.tokens;
        let mut from = at;
        while from + 5 > at && from > 0 && self.is_near(from) && tokens.tongue.links_month(tokens.word(from - 1)) {
            from -= 1;
        }
        let word = from.checked_sub(1).filter(|_| self.is_near(from))?;
        let part = tokens.tongue.part(tokens.word(word))?;
        let (which, start) = match part {
            Part::Half(_) | Part::Quarter(_) => self.ordinal_before(word)?,
            part => return Some((part, word)),
        };
        match part {
            Part::Half(_) if which <= 2 => Some((Part::Half(which), start)),
            Part::Quarter(_) if which <= 4 => Some((Part::Quarter(which), start)),
            _ => None,
        }
    }

    /// The ordinal that stands directly before a word, in letters or digits.
    fn ordinal_before(&self, at: usize) -> Option<(u8, usize)> {
        let tokens = self.tokens;
        let before = at.checked_sub(1).filter(|_| self.is_near(at))?;
        let number = tokens
            .tongue
            .numeral(&[tokens.word(before)])
            .filter(|numeral| numeral.form == crate::locale::Form::Ordinal);
        if let Some(number) = number {
            return Some((u8::try_from(number.number).ok()?, before));
        }
        let is_ending = tokens.tongue.is_ordinal_ending(tokens.word(before)) && tokens.gap(before).is_empty();
        let digits = before.checked_sub(1).filter(|_| is_ending)?;
        Some((tokens.digits(digits)?.parse().ok()?, digits))
    }

    /// The year that stands here, and where it ends.
    fn year(&self, at: usize) -> (Option<u16>, usize) {
        let tokens = self.tokens;
        let is_near = matches!(tokens.gap(at).trim(), "" | "," | ".");
        let year = tokens.digits(at).filter(|text| text.len() == 4 && is_near).and_then(|text| text.parse().ok());
        let year = year.filter(|year| (1000..3000).contains(year));
        (year, at + usize::from(year.is_some()))
    }

    /// Whether one continues what stands before it, an apostrophe included.
    fn is_near(&self, at: usize) -> bool {
        self.tokens.is_joined(at) || matches!(self.tokens.gap(at), "'" | "\u{2019}")
    }
}

fn day_of(number: Exact) -> Option<u8> {
    number.as_whole().and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day))
}
