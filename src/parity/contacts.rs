//! `contacts`: e-mail addresses and telephone numbers are the same in both editions.
//!
//! Whoever asks in one language must reach the same people as those who ask in the other. `jobs-en@` answers `jobs-fr@`,
//! and `+32 (0)2 707 41 11` answers `02 707 41 11`.

use std::collections::HashSet;
use std::ops::Range;

use super::comparison::{Comparison, Passage, Section, place_of};
use super::language_map::neutral;
use super::part::passages;
use super::unanswered::{Said, unanswered};
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, MarkKind};

/// So many of the last digits of a number tell it from others; what stands before may be left out at home.
const LOCAL_DIGITS: usize = 8;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        let passages = passages(section);
        let said: Vec<_> =
            passages.iter().map(|passage| Bilingual::of(|side| contacts(passage, side, comparison))).collect();
        if said.iter().all(|said| said.left.is_empty() && said.right.is_empty()) {
            continue;
        }
        for (passage, left_over) in passages.iter().zip(unanswered(said)) {
            report(passage, &left_over, section, comparison, log);
        }
    }
}

fn report(
    passage: &Passage<'_>,
    left_over: &Bilingual<Vec<Said>>,
    section: &Bilingual<Section>,
    comparison: &Comparison<'_>,
    log: &mut Log,
) {
    let pairs = left_over.left.len().min(left_over.right.len());
    for (left, right) in left_over.left.iter().zip(&left_over.right) {
        let message = Text::new("contacts-other").with("contact", &left.shown).with("other", &right.shown);
        let finding = comparison.finding(Rule::Contacts, Side::Left, left.span, right.span, message);
        log.push(finding.hint("contacts-hint"));
    }
    for side in Side::BOTH {
        for said in &left_over[side][pairs..] {
            let message = Text::new("contacts").with("contact", &said.shown);
            let twin = place_of(passage, section, side.twin());
            let finding = comparison.finding(Rule::Contacts, side, said.span, twin, message);
            log.push(finding.hint("contacts-hint"));
        }
    }
}

/// The addresses and numbers of a passage, in its words and behind its links, each once.
pub(super) fn contacts(passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for block in &passage[side] {
        let text = block.prose.text();
        for words in mails(text).into_iter().chain(telephones(text)) {
            let shown = text[words.clone()].to_owned();
            let key = key(&shown, side, comparison);
            said.push(Said { key, shown, span: block.prose.span(&words) });
        }
        said.extend(linked(block, side, comparison));
    }
    let mut known = HashSet::new();
    said.retain(|said| known.insert(said.key.clone()));
    said
}

/// What stands behind `mailto:` and `tel:`.
pub(super) fn linked(block: &Block, side: Side, comparison: &Comparison<'_>) -> Vec<Said> {
    let links = block.prose.marks().iter().filter_map(|mark| match &mark.kind {
        MarkKind::Link(address) => Some((mark, contact(address)?.to_owned())),
        _ => None,
    });
    links.map(|(mark, shown)| Said { key: key(&shown, side, comparison), shown, span: mark.span }).collect()
}

/// The e-mail address or the number that an address leads to.
pub(super) fn contact(address: &str) -> Option<&str> {
    let contact = address.strip_prefix("mailto:").or_else(|| address.strip_prefix("tel:"))?;
    Some(contact.split('?').next().unwrap_or(contact))
}

/// An address or number that is all that some words say.
pub(super) fn spelt_out(words: &str) -> Option<&str> {
    let words = words.trim();
    let found = mails(words).into_iter().chain(telephones(words)).next()?;
    (found == (0..words.len())).then_some(words)
}

/// By what an address or number is known in both languages.
pub(super) fn key(contact: &str, side: Side, comparison: &Comparison<'_>) -> String {
    if contact.contains('@') {
        return neutral(&contact.to_lowercase(), comparison.site, side);
    }
    let digits: String = contact.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(LOCAL_DIGITS)..].to_owned()
}

fn mails(text: &str) -> Vec<Range<usize>> {
    let belongs = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '+' | '-');
    let found = text.match_indices('@').filter_map(|(at, _)| {
        let start = at - text[..at].bytes().rev().take_while(|byte| belongs(char::from(*byte))).count();
        let length = text[at + 1..].bytes().take_while(|byte| belongs(char::from(*byte))).count();
        let host = text[at + 1..at + 1 + length].trim_end_matches(['.', '-']);
        (start < at && host.contains('.')).then_some(start..at + 1 + host.len())
    });
    found.collect()
}

/// Numbers that begin with `+`, `00` or `0` and have the digits of a telephone number in groups, as no date and no amount
/// has them.
fn telephones(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['+', '0']).map(|found| at + found) {
        let is_within = goes_on(&text[..start]);
        let belongs = |sign: char| {
            sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '\u{A0}' | '\u{202F}' | '.' | '-' | '(' | ')' | '/')
        };
        let end = text[start..].find(|sign| !belongs(sign)).map_or(text.len(), |length| start + length);
        let number = text[start..end].trim_end_matches(|sign: char| !sign.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let fewest = if number.starts_with('+') { 8 } else { 9 };
        if !is_within && (fewest..=15).contains(&digits) {
            found.push(start..start + number.len());
        }
        at = (start + number.len()).max(start + 1);
    }
    found
}

/// Whether what stands before a digit belongs to the same number or word.
fn goes_on(before: &str) -> bool {
    let mut signs = before.chars().rev();
    match signs.next() {
        Some('.' | ',' | ' ' | '/' | '-' | '\u{A0}' | '\u{202F}') => {
            signs.next().is_some_and(|sign| sign.is_ascii_digit())
        }
        last => last.is_some_and(char::is_alphanumeric),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, find: fn(&str) -> Vec<Range<usize>>) -> Vec<&str> {
        find(text).into_iter().map(|words| &text[words]).collect()
    }

    #[test]
    fn addresses_and_numbers_are_found_in_words() {
        assert_eq!(said("Write to jobs@example.org. (a@b, x@y.example)", mails), ["jobs@example.org", "x@y.example"]);
        assert_eq!(said("+32 (0)2 707 41 11 ou 02 707 41 11.", telephones), ["+32 (0)2 707 41 11", "02 707 41 11"]);
    }

    #[test]
    fn dates_amounts_and_references_are_no_telephone_numbers() {
        for text in
            ["01/09/2025", "07.05.2025", "10 000 000 euros", "250655", "2025-05-07", "0.5 to 0.75", "8:30–12:30"]
        {
            assert!(said(text, telephones).is_empty(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_contacts_within_it(text in "([+0-9@. ()/-]|[a-z]{1,2}|é|\u{202F}){0,40}") {
            for words in mails(&text).into_iter().chain(telephones(&text)) {
                assert!(text.get(words).is_some());
            }
        }
    }
}
