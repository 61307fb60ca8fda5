//! `glossary`: a term of the glossary is rendered as the glossary says.
//!
//! Readers who know the one word look for it, and two renderings of one term read as two things. Which term stands for
//! which is agreed once, in the strings, and not in each notice.

use std::collections::HashSet;

use super::comparison::{Comparison, Passage, place_of};
use super::part::passages;
use super::unanswered::{Said, unanswered};
use super::words::Word;
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::Block;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    if comparison.lexicon.terms.is_empty() {
        return;
    }
    for section in &comparison.sections {
        let passages = passages(section);
        let left_over = unanswered(
            passages.iter().zip(section.words()).map(|(passage, words)| said(passage, words, comparison)).collect(),
        );
        for (passage, left_over) in passages.iter().zip(left_over) {
            for side in Side::BOTH {
                for term in &left_over[side] {
                    let message = Text::new("glossary").with("term", &term.shown);
                    let twin = place_of(passage, section, side.twin());
                    let finding = comparison.finding(Rule::Glossary, side, term.span, twin, message);
                    let name = comparison.lexicon.rendering(side, &term.shown);
                    log.push(finding.maybe_hint(name.map(|name| Text::new("glossary-hint").with("name", name))));
                }
            }
        }
    }
}

/// The terms of a passage, each once, that the other language does not say by an acronym.
fn said(passage: &Passage<'_>, words: &Bilingual<Vec<Vec<Word>>>, comparison: &Comparison<'_>) -> Bilingual<Vec<Said>> {
    let mut said = Bilingual::of(|side| terms(&passage[side], &words[side], side, comparison));
    let known = said.as_ref().map(|said| said.iter().map(|(term, _)| *term).collect::<HashSet<_>>());
    for side in Side::BOTH {
        let twin = side.twin();
        said[side].retain(|(term, _)| known[twin].contains(term) || !says_acronym(*term, passage, twin, comparison));
    }
    said.map(|said| said.into_iter().map(|(_, said)| said).collect())
}

fn terms(blocks: &[&Block], words: &[Vec<Word>], side: Side, comparison: &Comparison<'_>) -> Vec<(usize, Said)> {
    let mut known = HashSet::new();
    let mut found = Vec::new();
    for (block, words) in blocks.iter().zip(words) {
        let text = block.prose.text();
        let terms = comparison.lexicon.terms_in(side, words);
        for (term, range) in terms.into_iter().filter(|(term, _)| known.insert(*term)) {
            let shown = text[range.clone()].to_owned();
            found.push((term, Said { key: term.to_string(), shown, span: block.prose.span(&range) }));
        }
    }
    found
}

/// Whether a passage says a term by its acronym, with or without full stops.
fn says_acronym(term: usize, passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>) -> bool {
    let Some(short) = &comparison.lexicon.terms[term].short[side] else { return false };
    let says = |word: &str| word.chars().filter(|sign| *sign != '.').eq(short.chars());
    let mut blocks = passage[side].iter();
    blocks.any(|block| {
        let parts = block.prose.text().split(|sign: char| !(sign.is_alphanumeric() || sign == '.'));
        parts.map(|part| part.trim_end_matches('s')).any(says)
    })
}
