//! From a record and the parts of a notice as they stand to what has changed since.

use super::Stated;
use crate::domain::{Bilingual, Part, Signature};

/// A part of a notice that is no longer what was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which part.
    pub part: Part,
    /// What became of it.
    pub step: Step,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It says something else in the first language.
    Left,
    /// It says something else in the second language.
    Right,
    /// It says something else in both languages, or is one of the facts.
    Both,
    /// It was not there when the notice was signed.
    Added,
    /// It was there, and is no longer.
    Removed,
}

/// What has changed since a notice was signed, in the order of its parts.
#[must_use]
pub fn changes(signature: &Signature, parts: &[Stated]) -> Vec<Change> {
    let changed = parts.iter().filter_map(|stated| {
        let step = match signature.sealed(&stated.part) {
            None => Some(Step::Added),
            Some(sealed) => step(&sealed.seals, &stated.seals()),
        };
        Some(Change { part: stated.part.clone(), step: step? })
    });
    let is_there = |part: &Part| parts.iter().any(|stated| stated.part == *part);
    let gone = signature.parts.iter().map(|sealed| &sealed.part).filter(|part| !is_there(part));
    changed.chain(gone.map(|part| Change { part: part.clone(), step: Step::Removed })).collect()
}

fn step(signed: &Bilingual<String>, now: &Bilingual<String>) -> Option<Step> {
    match (signed.left == now.left, signed.right == now.right) {
        (true, true) => None,
        (false, true) => Some(Step::Left),
        (true, false) => Some(Step::Right),
        (false, false) => Some(Step::Both),
    }
}
