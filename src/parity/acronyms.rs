//! `acronyms`: an acronym of one edition is in the other too, in the letters of its language.
//!
//! ONU stands for UN because the glossary says so, PDF for PDF because it is the same, and HR for RH because the letters
//! are. What is left is a word that only half of the readers are given. Where the glossary asks for it, an acronym is said
//! in full at least once in each edition, for those who come from elsewhere.

use std::collections::HashSet;
use std::ops::Range;

use super::capitals::{capitals, is_in_title};
use super::comparison::{Comparison, Passage, leaves, place_of};
use super::part::passages;
use super::unanswered::{Said, unanswered};
use super::words::words;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::{Block, BlockKind, MarkKind};

/// What is written in capitals and is no acronym of a language: currencies, times of the day.
const SIGNS: [&str; 13] = ["AM", "PM", "CET", "CEST", "GMT", "UTC", "EUR", "USD", "GBP", "CHF", "CAD", "NOK", "DKK"];

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let codes = Codes::of(comparison);
    // One difference is said once, however often it comes.
    let mut told = HashSet::new();
    for section in &comparison.sections {
        let passages = passages(section);
        let said: Vec<_> = passages.iter().map(|passage| said(passage, comparison, &codes)).collect();
        if said.iter().all(|said| said.left.is_empty() && said.right.is_empty()) {
            continue;
        }
        for (passage, mut left_over) in passages.iter().zip(unanswered(said)) {
            for side in Side::BOTH {
                left_over[side].retain(|acronym| !told.contains(&acronym.shown));
            }
            let pairs = left_over.left.len().min(left_over.right.len());
            for (left, right) in left_over.left.iter().zip(&left_over.right) {
                log.extend(exchanged(left, right, comparison));
            }
            for side in Side::BOTH {
                for acronym in &left_over[side][pairs..] {
                    let twin = place_of(passage, section, side.twin());
                    log.push(lonely(acronym, side, twin, comparison));
                }
            }
            told.extend(left_over.left.into_iter().chain(left_over.right).map(|acronym| acronym.shown));
        }
    }
    never_in_full(comparison, &codes, log);
}

/// The acronyms of a passage, each once, that the other language does not say in full.
fn said(passage: &Passage<'_>, comparison: &Comparison<'_>, codes: &Codes) -> Bilingual<Vec<Said>> {
    let in_block = |side: Side| passage[side].iter().flat_map(move |block| in_block(block, side, comparison, codes));
    let mut said = Bilingual::of(|side| in_block(side).collect::<Vec<_>>());
    if said.left.is_empty() && said.right.is_empty() {
        return said;
    }
    // A term that is said in full beside its acronym is for `glossary`.
    let in_full: HashSet<_> = Side::BOTH.into_iter().flat_map(|side| terms(passage, side, comparison)).collect();
    let keys = said.as_ref().map(|said| said.iter().map(|said| said.key.clone()).collect::<HashSet<_>>());
    for side in Side::BOTH {
        let mut known = HashSet::new();
        said[side].retain(|acronym| {
            let is_in_full =
                || comparison.lexicon.term_of(side, &acronym.shown).is_some_and(|term| in_full.contains(&term));
            known.insert(acronym.key.clone()) && (keys[side.twin()].contains(&acronym.key) || !is_in_full())
        });
    }
    said
}

/// By what an acronym is known in both languages: its term, or its letters.
fn key(letters: &str, side: Side, comparison: &Comparison<'_>) -> String {
    comparison.lexicon.term_of(side, letters).map_or_else(|| letters.to_owned(), |term| format!("\u{1}{term}"))
}

/// Two acronyms that have no other answer. Where the glossary knows one of them, it says what the other should be.
fn exchanged(left: &Said, right: &Said, comparison: &Comparison<'_>) -> Option<Diagnostic> {
    let is_known = |side: Side, acronym: &Said| comparison.lexicon.term_of(side, &acronym.shown).is_some();
    if is_known(Side::Left, left) {
        return Some(lonely(left, Side::Left, right.span, comparison));
    }
    if is_known(Side::Right, right) {
        return Some(lonely(right, Side::Right, left.span, comparison));
    }
    if has_same_letters(&left.shown, &right.shown) {
        return None;
    }
    let message = Text::new("acronyms-other").with("acronym", &left.shown).with("other", &right.shown);
    let finding = comparison.finding(Rule::Acronyms, Side::Left, left.span, right.span, message);
    Some(finding.hint("acronyms-hint"))
}

/// An acronym that the other edition does not have.
fn lonely(acronym: &Said, side: Side, twin: Span, comparison: &Comparison<'_>) -> Diagnostic {
    let term = comparison.lexicon.term_of(side, &acronym.shown);
    let other = term.and_then(|term| comparison.lexicon.terms[term].short[side.twin()].as_ref());
    let other = other.filter(|other| **other != acronym.shown);
    let message = match other {
        Some(other) => Text::new("acronyms-known").with("acronym", &acronym.shown).with("other", other),
        None => Text::new("acronyms").with("acronym", &acronym.shown),
    };
    comparison.finding(Rule::Acronyms, side, acronym.span, twin, message).hint("acronyms-hint")
}

/// Acronyms that the glossary wants to be said in full, and that an edition never does.
fn never_in_full(comparison: &Comparison<'_>, codes: &Codes, log: &mut Log) {
    if !comparison.lexicon.terms.iter().any(|term| term.is_to_define) {
        return;
    }
    for side in Side::BOTH {
        let (mut used, mut said) = (Vec::new(), HashSet::new());
        for section in &comparison.sections {
            for block in section[side].heading.iter().chain(leaves(&section[side].blocks)) {
                let known = |acronym: Said| {
                    let term = comparison.lexicon.term_of(side, &acronym.shown)?;
                    comparison.lexicon.terms[term].is_to_define.then_some((term, acronym))
                };
                used.extend(in_block(block, side, comparison, codes).into_iter().filter_map(known));
                let terms = comparison.lexicon.terms_in(side, &words(block.prose.text()));
                said.extend(terms.into_iter().map(|(term, _)| term));
            }
        }
        for (term, acronym) in used {
            if !said.insert(term) {
                continue;
            }
            let name = &comparison.lexicon.terms[term].name[side];
            let message = Text::new("acronyms-undefined").with("acronym", &acronym.shown).with("name", name);
            let finding = Diagnostic::new(Rule::Acronyms, comparison.place(side, acronym.span), message);
            log.push(
                finding.hint(Text::new("acronyms-undefined-hint").with("acronym", &acronym.shown).with("name", name)),
            );
        }
    }
}

/// The terms that a passage says in full.
fn terms(passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>) -> Vec<usize> {
    let terms = |block: &&Block| comparison.lexicon.terms_in(side, &words(block.prose.text()));
    passage[side].iter().flat_map(terms).map(|(term, _)| term).collect()
}

fn has_same_letters(left: &str, right: &str) -> bool {
    let sorted = |letters: &str| {
        let mut letters: Vec<_> = letters.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(left) == sorted(right)
}

/// What stands in capitals and has a meaning of its own: grades, clearances, levels, numbers of posts.
struct Codes {
    words: HashSet<String>,
    /// Labels such as `NATO SECRET`, which are not translated word by word.
    labels: Bilingual<Vec<String>>,
}

impl Codes {
    fn of(comparison: &Comparison<'_>) -> Self {
        let vocabulary = &comparison.site.vocabulary;
        let mut words: HashSet<String> = SIGNS.iter().map(|&sign| sign.to_owned()).collect();
        words.extend(vocabulary.grades.iter().flat_map(|(grade, aliases)| aliases.iter().chain([grade])).cloned());
        words.extend(vocabulary.clearances.iter().chain(&vocabulary.language_levels).cloned());
        // “[FR]” beside a link tells the language of its page.
        words.extend(Side::BOTH.map(|side| comparison.code(side).to_ascii_uppercase()));
        let posts = comparison.facts.iter().flat_map(|facts| &facts.posts).filter_map(|post| post.number.as_ref());
        for number in posts {
            words.extend(number.split(|sign: char| !sign.is_ascii_uppercase()).map(str::to_owned));
        }
        let label = |side: Side, key: &String| comparison.wordings[side].label("clearance", key);
        let labels = Bilingual::of(|side| vocabulary.clearances.iter().map(|key| label(side, key)).collect());
        Self { words, labels }
    }

    /// Whether the words at this place are a part of a label.
    fn is_in_label(&self, side: Side, text: &str, word: &Range<usize>) -> bool {
        self.labels[side].iter().any(|label| {
            label.match_indices(&text[word.clone()]).any(|(at, _)| {
                word.start
                    .checked_sub(at)
                    .and_then(|start| text.get(start..))
                    .is_some_and(|text| text.starts_with(label))
            })
        })
    }
}

/// The acronyms of a block: two to six capitals, with digits or full stops between them.
fn in_block(block: &Block, side: Side, comparison: &Comparison<'_>, codes: &Codes) -> Vec<Said> {
    if block.kind == BlockKind::Code {
        return Vec::new();
    }
    let text = block.prose.text();
    let capitals = capitals(text);
    let is_foreign = |kind: &MarkKind| matches!(kind, MarkKind::Language(_) | MarkKind::Code);
    let foreign: Vec<_> = block.prose.marks().iter().filter(|mark| is_foreign(&mark.kind)).collect();
    let is_elsewhere =
        |word: &Range<usize>| foreign.iter().any(|mark| mark.words.start <= word.start && word.end <= mark.words.end);
    let mut found = Vec::new();
    for (at, word) in capitals.iter().enumerate() {
        let letters: String = text[word.clone()].chars().filter(|sign| *sign != '.').collect();
        let count = letters.chars().filter(|sign| sign.is_uppercase()).count();
        let digits = letters.len() - letters.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let is_acronym = (2..=6).contains(&count)
            && digits < 2
            && !letters.bytes().all(|byte| b"IVX".contains(&byte))
            && !codes.words.contains(&letters)
            && !codes.words.contains(&text[word.clone()])
            && !is_in_title(text, &capitals, at)
            && !codes.is_in_label(side, text, word)
            && !is_elsewhere(word);
        if is_acronym {
            let key = key(&letters, side, comparison);
            found.push(Said { key, shown: letters, span: block.prose.span(word) });
        }
    }
    found
}
