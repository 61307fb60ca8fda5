//! `retyped-clause`: a notice does not say in its own words what a clause of the site says.
//!
//! A clause that was typed again stays as it is when the clause is changed, and then the notice promises what nobody
//! promises any more. It is known by its words in a row, so that a changed word or two do not hide it.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::{Comparison, place_of};
use super::lexicon::SHINGLE;
use super::part::passages;
use super::words::{Word, sentences};
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::{Side, Span};
use crate::markdown::{Block, BlockKind};

/// A shorter sentence says nothing that only one text can say, in words.
const SHORTEST: usize = 8;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    if comparison.facts.is_none() {
        return;
    }
    for section in &comparison.sections {
        for (passage, words) in passages(section).iter().zip(section.words()) {
            let blocks = |side: Side| passage[side].iter().zip(&words[side]);
            // Both editions retype together; it is one fault.
            let mut told: BTreeSet<usize> = BTreeSet::new();
            for side in Side::BOTH {
                // A heading is a string of the site anyway.
                for (block, words) in blocks(side).filter(|(block, _)| !matches!(block.kind, BlockKind::Heading(_))) {
                    for (clause, span) in retyped(block, words, side, comparison) {
                        if !told.insert(clause) {
                            continue;
                        }
                        let twin = blocks(side.twin()).find_map(|(block, words)| {
                            let mut retyped = retyped(block, words, side.twin(), comparison).into_iter();
                            retyped.find(|(other, _)| *other == clause).map(|(_, span)| span)
                        });
                        let twin = twin.unwrap_or_else(|| place_of(passage, section, side.twin()));
                        let name = comparison.lexicon.clause(clause);
                        let message = Text::new("retyped-clause").with("name", name);
                        let finding = comparison.finding(Rule::RetypedClause, side, span, twin, message);
                        let call = || Text::new("retyped-clause-call").with("name", name);
                        let is_shown = comparison.lexicon.is_shown(clause);
                        log.push(finding.hint(if is_shown { Text::new("retyped-clause-hint") } else { call() }));
                    }
                }
            }
        }
    }
}

/// The clauses that sentences of a block repeat, each with the place from the first of them to the last.
fn retyped(block: &Block, words: &[Word], side: Side, comparison: &Comparison<'_>) -> BTreeMap<usize, Span> {
    let mut found: BTreeMap<usize, Span> = BTreeMap::new();
    let text = block.prose.text();
    let mut rest = words;
    for range in sentences(text) {
        let count = rest.iter().take_while(|word| word.range.end <= range.end).count();
        let (sentence, after) = rest.split_at(count);
        rest = after;
        let Some(clause) = clause_of(sentence, side, comparison) else { continue };
        let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
        let span = block.prose.span(&(first.range.start..last.range.end));
        found.entry(clause).and_modify(|whole| whole.end = span.end).or_insert(span);
    }
    found
}

/// The clause in which most of the words of a sentence stand in the same order.
fn clause_of(sentence: &[Word], side: Side, comparison: &Comparison<'_>) -> Option<usize> {
    if sentence.len() < SHORTEST {
        return None;
    }
    let mut hits: Vec<usize> =
        sentence.windows(SHINGLE).filter_map(|words| comparison.lexicon.clause_with(side, words)).collect();
    let shingles = sentence.len() + 1 - SHINGLE;
    // Words that stand in several clauses count for the first of them, so that all hits are asked together.
    if hits.len() * 10 < shingles * 6 {
        return None;
    }
    hits.sort_unstable();
    hits.chunk_by(|left, right| left == right).max_by_key(|hits| hits.len()).and_then(|hits| hits.first()).copied()
}
