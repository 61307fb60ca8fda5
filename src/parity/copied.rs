//! `untranslated`, of texts too short for their language to be known: titles, sub-headings, items of a few words.
//!
//! “Legal Adviser” in both editions may be a name that both keep. The rest of the editions tells: where the one uses
//! “legal” elsewhere and the other never does, the second has not translated it.

use std::collections::HashSet;

use super::comparison::{Comparison, leaves};
use super::part::passages;
use super::untranslated::is_told;
use super::words::{stems, words};
use crate::diagnostic::{Log, Rule};
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, BlockKind, MarkKind};

/// Shorter words are the same in many languages.
const SHORTEST: usize = 4;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let copies = copies(comparison);
    if copies.is_empty() {
        return;
    }
    let used = used(comparison, &copies);
    for (both, own) in &copies {
        let is_used =
            |side: Side| own.iter().any(|stem| used[side].contains(stem) && !used[side.twin()].contains(stem));
        let users: Vec<_> = Side::BOTH.into_iter().filter(|side| is_used(*side)).collect();
        if let [user] = users[..] {
            let side = user.twin();
            let finding =
                comparison.finding(Rule::Untranslated, side, both[side].span, both[user].span, "untranslated-same");
            log.push(finding.hint("untranslated-hint").as_warning());
        }
    }
}

/// Blocks that are the same in both editions, with the stems of their words.
type Copies<'c> = Vec<(Bilingual<&'c Block>, Vec<u64>)>;

fn copies<'c>(comparison: &'c Comparison<'_>) -> Copies<'c> {
    let mut found = Vec::new();
    for passage in comparison.sections.iter().flat_map(passages) {
        let ([left], [right]) = (&passage.left[..], &passage.right[..]) else { continue };
        let text = left.prose.text().trim();
        if text == right.prose.text().trim() && left.kind != BlockKind::Code && !is_told(text) {
            let own = own_words(left);
            if !own.is_empty() {
                found.push((Bilingual::new(*left, *right), own));
            }
        }
    }
    found
}

/// The words of a block that are neither acronyms nor figures, unless some are in a marked language.
fn own_words(block: &Block) -> Vec<u64> {
    let text = block.prose.text();
    if block.prose.marks().iter().any(|mark| matches!(mark.kind, MarkKind::Language(_) | MarkKind::Code)) {
        return Vec::new();
    }
    let all = words(text);
    let is_word = |word: &str| {
        word.chars().count() >= SHORTEST
            && word.chars().all(|sign| !sign.is_numeric())
            && word.chars().skip(1).any(char::is_lowercase)
    };
    let own = all.iter().filter(|word| is_word(&text[word.range.clone()]));
    own.map(|word| word.stem).collect()
}

/// The words that each edition uses elsewhere. A block of the same words is no other use, whatever answers it.
fn used(comparison: &Comparison<'_>, copies: &Copies<'_>) -> Bilingual<HashSet<u64>> {
    Bilingual::of(|side| {
        let copied: HashSet<_> = copies.iter().map(|(both, _)| both[side].prose.text().trim()).collect();
        let mut used = HashSet::new();
        for section in &comparison.sections {
            for block in leaves(&section[side].blocks) {
                if !copied.contains(block.prose.text().trim()) {
                    used.extend(stems(block.prose.text()));
                }
            }
        }
        used
    })
}
