//! `doubled-word`: no word stands twice in a row, unless the language has it so.
//!
//! The eye reads over “the the”, above all where the line breaks between the two.

use std::ops::Range;

use super::comparison::Comparison;
use super::reading::{Reading, is_space, readings};
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::Side;
use crate::locale::may_be_repeated;

/// Words of so many letters are articles and the like, and no names that are made of two.
const LONGEST: usize = 3;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for side in Side::BOTH {
        let language = &comparison.site.languages[side].code;
        for reading in comparison.sections.iter().flat_map(|section| readings(&section[side])) {
            for (first, second) in doubled(&reading) {
                let word = &reading.text[second.clone()];
                if may_be_repeated(language, &word.to_lowercase()) == Some(false) {
                    let message = Text::new("doubled-word").with("word", word);
                    let words = first.start..second.end;
                    let finding = reading.finding(comparison, side, Rule::DoubledWord, &words, message);
                    log.push(finding.hint("doubled-word-hint"));
                }
            }
        }
    }
}

/// Words that stand twice in a row with nothing but spaces in between.
fn doubled(reading: &Reading<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let text = reading.text;
    let mut found = Vec::new();
    let mut last: Option<Range<usize>> = None;
    let mut signs = text.char_indices();
    while let Some((start, _)) = signs.find(|(_, sign)| is_of_word(*sign)) {
        let end = signs.find(|(_, sign)| !is_of_word(*sign)).map_or(text.len(), |(at, _)| at);
        if let Some(last) = last.filter(|last| is_doubled(text, last, &(start..end)))
            && !reading.is_apart(last.start)
            && !reading.is_apart(start)
        {
            found.push((last, start..end));
        }
        last = Some(start..end);
    }
    found
}

/// With its hyphens and apostrophes: “elle elle-même” is no double.
fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '\'' | '’' | '‑')
}

fn is_doubled(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    let (one, two) = (&text[first.clone()], &text[second.clone()]);
    // A number may follow its like, and a name may be made of two; “agent agent(e)” and “la/le le” are inclusive forms.
    // Short words are no names: “The The incumbent”.
    let may_be_name = two.starts_with(char::is_uppercase) && two.chars().count() > LONGEST;
    let is_inclusive = text[second.end..].starts_with(['(', '/', '·']) || text[..first.start].ends_with(['/', '·']);
    is_same(one, two)
        && text[first.end..second.start].chars().all(is_space)
        && two.chars().all(|sign| !sign.is_numeric())
        && two.contains(char::is_alphabetic)
        && !is_inclusive
        && (!may_be_name || is_begun_twice(text, first, second))
}

/// Whether a word with a capital is no name: it begins the text, or stands elsewhere in it in small letters.
fn is_begun_twice(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    let begins = text[..first.start].trim().is_empty() && text[second.end..].starts_with(' ');
    let small = text[second.clone()].to_lowercase();
    let stands =
        |(at, _): (usize, &str)| !text[..at].ends_with(is_of_word) && !text[at + small.len()..].starts_with(is_of_word);
    let is_on_one_line = text[first.end..second.start].chars().all(|sign| sign != '\n');
    is_on_one_line && (begins || text.match_indices(&small).any(stands))
}

/// Whether two words are one but for capitals. Most differ in their first letters, which is seen at once.
fn is_same(one: &str, two: &str) -> bool {
    if let (Some(one), Some(two)) = (one.bytes().next(), two.bytes().next())
        && one.is_ascii()
        && two.is_ascii()
        && !one.eq_ignore_ascii_case(&two)
    {
        return false;
    }
    one.chars().count() == two.chars().count()
        && one.chars().flat_map(char::to_lowercase).eq(two.chars().flat_map(char::to_lowercase))
}
