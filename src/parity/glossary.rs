//! `glossary`: a term of the glossary is rendered as the glossary says.
//!
//! Readers who know the one word look for it, and two renderings of one term read as two things. Which term stands for
//! which is agreed once, in the strings, and not in each notice.

use std::collections::HashSet;

use super::comparison::{Comparison, Passage, passages, place_of};
use super::words::words;
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::{Bilingual, Side};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    if comparison.lexicon.terms.is_empty() {
        return;
    }
    for section in &comparison.sections {
        for passage in passages(section) {
            let said = Bilingual::of(|side| said(&passage, side, comparison));
            for side in Side::BOTH {
                let twin = side.twin();
                let mut told: HashSet<usize> = said[twin].iter().map(|(term, ..)| *term).collect();
                for (term, block, range) in &said[side] {
                    if !told.insert(*term) || says_acronym(*term, &passage, twin, comparison) {
                        continue;
                    }
                    let block = passage[side][*block];
                    let words = &block.prose.text()[range.clone()];
                    let message = Text::new("glossary").with("term", words);
                    let name = &comparison.lexicon.terms[*term].name[twin];
                    let span = block.prose.span(range);
                    let place = place_of(&passage, section, twin);
                    let finding = comparison.finding(Rule::Glossary, side, span, place, message);
                    log.push(finding.hint(Text::new("glossary-hint").with("name", name)));
                }
            }
        }
    }
}

/// The terms of a passage, each with its block and its words.
fn said(passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>) -> Vec<(usize, usize, std::ops::Range<usize>)> {
    let mut said = Vec::new();
    for (at, block) in passage[side].iter().enumerate() {
        let terms = comparison.lexicon.terms_in(side, &words(block.prose.text()));
        said.extend(terms.into_iter().map(|(term, range)| (term, at, range)));
    }
    said
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
