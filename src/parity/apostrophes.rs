//! `apostrophes`: an apostrophe is one, and stands right between its letters.
//!
//! Accents, primes and opening quotation marks look like apostrophes and are none: a search for *l’équipe* does not find
//! *l´équipe*, and a screen reader says “acute accent”. The straight `'` is in order: a build makes it round.

use super::comparison::Comparison;
use super::reading::{Reading, is_space, readings};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::Side;
use crate::locale::{Elision, elision};
use crate::markdown::MarkKind;

/// What looks like an apostrophe and is none: acute and grave accent, prime, opening mark, modifier letter, wide sign.
const LIKE: [char; 6] = ['´', '`', '′', '‘', 'ʼ', '＇'];
const APOSTROPHES: [char; 2] = ['\'', '’'];

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for side in Side::BOTH {
        let Some(elision) = elision(&comparison.site.languages[side].code) else { continue };
        for reading in comparison.sections.iter().flat_map(|section| readings(&section[side])) {
            let signs = reading.text.match_indices(|sign| LIKE.contains(&sign) || APOSTROPHES.contains(&sign));
            for (at, sign) in signs.filter(|(at, _)| !reading.is_apart(*at)) {
                log.extend(finding(comparison, side, elision, &reading, at, sign));
            }
            log.extend(accents(comparison, side, &reading));
        }
    }
}

fn finding(
    comparison: &Comparison<'_>,
    side: Side,
    elision: &Elision,
    reading: &Reading<'_>,
    at: usize,
    sign: &str,
) -> Option<Diagnostic> {
    let end = at + sign.len();
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
    let is_between = is_letter(reading.before(at)) && is_letter(reading.after(end));
    // No language shipped writes an acute accent behind its letter.
    let is_like = sign.starts_with(LIKE) && (is_between || sign == "´" && is_letter(reading.before(at)));
    if is_like {
        let message = Text::new("apostrophes").with("sign", sign);
        let finding = reading.finding(comparison, side, Rule::Apostrophes, &(at..end), message);
        return Some(finding.hint("apostrophes-hint"));
    }
    let words = space_after(elision, reading.text, at, end).or_else(|| space_before(elision, reading.text, at, end))?;
    let finding = reading.finding(comparison, side, Rule::Apostrophes, &words, Text::new("apostrophes-space"));
    Some(finding.hint("apostrophes-space-hint"))
}

/// The word before an apostrophe that a space follows, where it cannot stand alone: “l' équipe”, “don' t”.
fn space_after(elision: &Elision, text: &str, at: usize, end: usize) -> Option<std::ops::Range<usize>> {
    let rest = text[end..].trim_start_matches(is_space);
    if rest.len() == text.len() - end || !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let word = last_word(&text[..at]);
    let is_elided = elision.before.contains(&word.to_lowercase().as_str()) && !is_quoted(text, at - word.len());
    let is_ending = !word.is_empty() && elision.after.contains(&first_word(rest));
    (is_elided || is_ending).then(|| at - word.len()..text.len() - rest.len())
}

/// The same with the space on the other side: “l 'équipe”, “the staff 's”.
fn space_before(elision: &Elision, text: &str, at: usize, end: usize) -> Option<std::ops::Range<usize>> {
    let before = text[..at].trim_end_matches(is_space);
    if before.len() == at || !text[end..].starts_with(char::is_alphabetic) {
        return None;
    }
    let (word, next) = (last_word(before), first_word(&text[end..]));
    let is_elided = elision.before.contains(&word) && !is_quoted(text, before.len() - word.len());
    let is_quotation = text[end + next.len()..].starts_with(APOSTROPHES);
    let is_ending = !word.is_empty() && elision.after.contains(&next) && !is_quotation;
    (is_elided && !is_quotation || is_ending).then(|| before.len() - word.len()..end)
}

/// The longest word that counts, in letters; longer ones are looked at no further.
const LONGEST: usize = 8;

fn last_word(text: &str) -> &str {
    let letters = text.chars().rev().take(LONGEST).take_while(|sign| sign.is_alphabetic());
    &text[text.len() - letters.map(char::len_utf8).sum::<usize>()..]
}

fn first_word(text: &str) -> &str {
    let letters = text.chars().take(LONGEST).take_while(|sign| sign.is_alphabetic());
    &text[..letters.map(char::len_utf8).sum()]
}

/// Whether a letter is spoken of, in quotation marks or behind another apostrophe.
fn is_quoted(text: &str, start: usize) -> bool {
    text[..start].chars().next_back().is_some_and(|before| before.is_alphanumeric() || "'’‘\"“-".contains(before))
}

/// Two grave accents in a paragraph make code of what stands between them: “l`équipe d`accueil”.
fn accents(comparison: &Comparison<'_>, side: Side, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
    let codes = reading.block.prose.marks().iter().filter(|mark| mark.kind == MarkKind::Code);
    let within =
        codes.filter(|mark| is_letter(reading.before(mark.words.start)) && is_letter(reading.after(mark.words.end)));
    let finding = |mark: &crate::markdown::Mark| {
        let place = comparison.place(side, mark.span);
        Diagnostic::new(Rule::Apostrophes, place, Text::new("apostrophes").with("sign", "`")).hint("apostrophes-hint")
    };
    within.map(finding).collect()
}
