//! From a line to mistakes in its figures: numbers in digits and in words, dates, hours, grades, levels, post numbers.

use std::ops::Range;

use diptych::domain::Side;

use crate::chance::Chance;
use crate::mistake::{Mistake, Place, Reach};
use crate::text::Kind;

const MONTHS: [[&str; 12]; 2] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
];
/// Words that are always a number: no articles, no `neuf` (new), no `second`.
const NUMBERS: [&[&str]; 2] = [
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "thirty", "four hundred"],
    &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "douze", "trente", "quatre cents"],
];
const PARTS: [[[&str; 2]; 2]; 2] = [
    [["first half of", "second half of"], ["second half of", "first half of"]],
    [["première quinzaine", "seconde quinzaine"], ["seconde quinzaine", "première quinzaine"]],
];

/// What a run of digits is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Digits {
    Number,
    Amount,
    Date,
    Hour,
    Grade,
    Post,
}

/// A number in digits.
pub fn number(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    changed(place, Digits::Number, chance)
}

/// An amount of money or a percentage.
pub fn amount(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    changed(place, Digits::Amount, chance)
}

/// An hour.
pub fn hour(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    changed(place, Digits::Hour, chance)
}

/// A grade.
pub fn grade(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    changed(place, Digits::Grade, chance)
}

/// The number of a post.
pub fn post_number(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    changed(place, Digits::Post, chance)
}

/// The day, the month, its part or the year of a date.
pub fn date(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let mut made = changed(place, Digits::Date, chance);
    let months = MONTHS[of(place.side)];
    let before = |text: &str| text.chars().next_back().is_some_and(|sign| sign.is_ascii_digit());
    for (start, text) in place.seen() {
        for range in words(text, &months) {
            let is_date = before(text[..range.start].trim_end()) || text[range.end..].trim_start().starts_with("20");
            if is_date || text[..range.start].trim_end().ends_with("1er") {
                let other = other(&months, &text[range.clone()], chance);
                made.extend(place.change(shifted(range, start), other));
            }
        }
        for [from, to] in PARTS[of(place.side)] {
            let found = text.match_indices(from);
            made.extend(found.filter_map(|(at, _)| place.change(start + at..start + at + from.len(), to)));
        }
    }
    made
}

/// A number in words.
pub fn number_word(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let numbers = NUMBERS[of(place.side)];
    let mut made = Vec::new();
    for (start, text) in place.seen() {
        for range in words(text, numbers) {
            let other = other(numbers, &text[range.clone()], chance);
            made.extend(place.change(shifted(range, start), other));
        }
    }
    made
}

/// The level of a language.
pub fn level(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let mut made = Vec::new();
    for (start, text) in place.seen() {
        for cue in ["level ", "levels ", "niveau ", "niveaux "] {
            for (at, _) in text.match_indices(cue) {
                let at = at + cue.len();
                let length = text[at..].bytes().take_while(|byte| b"IV".contains(byte)).count();
                let other = if &text[at..at + length] == "III" { "II" } else { "III" };
                made.extend((length > 0).then(|| place.change(start + at..start + at + length, other)).flatten());
            }
        }
    }
    made
}

/// A fact of the front matter that is said again in words: the direct reports of a post, the deadline.
pub fn fact(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let words = place.words();
    let english = &place.pair().texts.left.text;
    let mut made = Vec::new();
    if place.line.kind != Kind::Fact {
        return made;
    }
    if let Some(at) = words.find("direct-reports: ").filter(|_| english.contains(" direct reports")) {
        let at = at + "direct-reports: ".len();
        made.extend(digit(place, at..at + 1, chance));
    }
    if let Some(date) = words.strip_prefix("deadline: ").filter(|date| english.contains(&in_words(date))) {
        let day = "deadline: ".len() + date.len();
        made.extend(digit(place, day - 1..day, chance));
    }
    made
}

/// `2027-09-05` as `5 September 2027`; nothing that a text holds where it is no date.
fn in_words(date: &str) -> String {
    let parts: Vec<_> = date.split('-').filter_map(|part| part.parse::<usize>().ok()).collect();
    match parts[..] {
        [year, month @ 1..=12, day] => format!("{day} {} {year}", MONTHS[0][month - 1]),
        _ => "\0".to_owned(),
    }
}

/// A mistake in which the last of some digits is another.
fn digit(place: &Place<'_>, words: Range<usize>, chance: &mut Chance) -> Option<Mistake> {
    let range = shifted(words, place.line.words.start);
    let old = place.text().text[range.end - 1..range.end].parse::<usize>().ok()?;
    let new = (old + 1 + chance.below(9)) % 10;
    place.mistake(vec![place.edit(range.end - 1..range.end, new.to_string())], Reach::Line)
}

fn changed(place: &Place<'_>, wanted: Digits, chance: &mut Chance) -> Vec<Mistake> {
    let mut made = Vec::new();
    if place.line.kind == Kind::Fact {
        return made;
    }
    for (start, text) in place.seen() {
        for range in runs(text).into_iter().filter(|range| kind(text, range) == wanted) {
            let range = shifted(range, start - place.line.words.start);
            made.extend(digit(place, range, chance));
        }
    }
    made
}

/// The runs of digits of a text.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match found.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += 1,
            None => found.push(at..at + 1),
        }
    }
    found
}

fn kind(text: &str, run: &Range<usize>) -> Digits {
    let (before, after) = (&text[..run.start], &text[run.end..]);
    let digit = |sign: char| sign.is_ascii_digit();
    let prefix = before.bytes().rev().take_while(|byte| byte.is_ascii_uppercase() || *byte == b'-').count();
    let rest = after.trim_start_matches(|sign: char| sign.is_ascii_digit() || ",. \u{a0}\u{202f}".contains(sign));
    let is_month = |text: &str| MONTHS.iter().flatten().any(|month| text.starts_with(month));
    let ends_in_month = MONTHS.iter().flatten().any(|month| before.trim_end().ends_with(month));
    if prefix > 2 && run.len() > 2 {
        Digits::Post
    } else if before.ends_with('G')
        || before.len() > 1
            && before.ends_with('.')
            && prefix == 0
            && before[..before.len() - 1].ends_with(['A', 'B', 'C', 'L'])
    {
        Digits::Grade
    } else if before.trim_end_matches(digit).len() == before.len() && is_hour(before, after) {
        Digits::Hour
    } else if run.len() < 5 && (is_month(after.trim_start()) || ends_in_month) {
        Digits::Date
    } else if ["EUR", "€", "%"].iter().any(|unit| rest.starts_with(unit)) {
        Digits::Amount
    } else {
        Digits::Number
    }
}

fn is_hour(before: &str, after: &str) -> bool {
    let digit_first = |text: &str| text.starts_with(|sign: char| sign.is_ascii_digit());
    let after_colon = after.strip_prefix(':').is_some_and(digit_first);
    let before_colon = before.strip_suffix(':').is_some_and(|text| text.ends_with(|sign: char| sign.is_ascii_digit()));
    let is_unit = |unit: &str| {
        after
            .trim_start_matches([' ', '\u{a0}', '\u{202f}'])
            .strip_prefix(unit)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let stripped = before.trim_end().strip_suffix('h').map(str::trim_end);
    let after_unit = stripped.is_some_and(|text| text.ends_with(|sign: char| sign.is_ascii_digit()));
    after_colon || before_colon || after_unit || ["h", "a.m.", "p.m."].into_iter().any(is_unit)
}

/// The places of words in a text, whole ones, the longest first.
fn words(text: &str, wanted: &[&str]) -> Vec<Range<usize>> {
    let is_part = |sign: char| sign.is_alphanumeric() || "-'’".contains(sign);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut longest: Vec<_> = wanted.to_vec();
    longest.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in longest {
        for (at, _) in text.match_indices(word) {
            let range = at..at + word.len();
            let is_whole = !text[..at].ends_with(is_part) && !text[range.end..].starts_with(is_part);
            if is_whole && !found.iter().any(|other| other.contains(&at)) {
                found.push(range);
            }
        }
    }
    found
}

fn other<'a>(of: &[&'a str], than: &str, chance: &mut Chance) -> &'a str {
    let others: Vec<_> = of.iter().copied().filter(|word| *word != than).collect();
    others[chance.below(others.len())]
}

const fn of(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Right => 1,
    }
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
