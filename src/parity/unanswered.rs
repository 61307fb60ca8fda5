//! From what the passages of a section say in each language to what the other does not answer.

use std::collections::BTreeMap;

use crate::domain::{Bilingual, Side, Span};

/// Something that an edition says, and by which it is known in the other.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// The same for what answers each other.
    pub key: String,
    /// As it is shown to people.
    pub shown: String,
    /// Where it stands.
    pub span: Span,
}

/// Takes away what is answered: in the same passage first, then anywhere in the section, for a translator may move a
/// sentence. With equal words, the first answers the first.
pub(super) fn unanswered(passages: Vec<Bilingual<Vec<Said>>>) -> Vec<Bilingual<Vec<Said>>> {
    let mut left_over: Vec<_> = passages.into_iter().map(without_answered).collect();
    // Where a passage has something left on both sides, the two were exchanged, and that is no move.
    let is_exchanged = |passage: &Bilingual<Vec<Said>>| !passage.left.is_empty() && !passage.right.is_empty();
    if !left_over.iter().any(is_exchanged) {
        let mut elsewhere = Bilingual::of(|side| counts(left_over.iter().flat_map(|passage| &passage[side])));
        for passage in &mut left_over {
            for side in Side::BOTH {
                passage[side].retain(|said| !take(&mut elsewhere[side.twin()], &said.key));
            }
        }
    }
    left_over
}

fn without_answered(mut passage: Bilingual<Vec<Said>>) -> Bilingual<Vec<Said>> {
    if passage.left.is_empty() || passage.right.is_empty() {
        return passage;
    }
    let mut counts = Bilingual::of(|side| counts(passage[side].iter()));
    for side in Side::BOTH {
        passage[side].retain(|said| !take(&mut counts[side.twin()], &said.key));
    }
    passage
}

fn counts<'a>(said: impl Iterator<Item = &'a Said>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for said in said {
        *counts.entry(said.key.clone()).or_default() += 1;
    }
    counts
}

fn take(counts: &mut BTreeMap<String, usize>, key: &str) -> bool {
    match counts.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}
