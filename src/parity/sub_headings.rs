//! `sub-headings`: both editions have the same sub-headings, of the same levels, in the same section.
//!
//! Readers who compare the two pages find their way by them, and a sub-heading that is missing is a part that is missing.

use super::comparison::{Comparison, Section};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, BlockKind};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        let headings = section.as_ref().map(headings);
        let levels = headings.as_ref().map(|headings| headings.iter().map(|(level, _)| *level).collect::<Vec<_>>());
        if levels.left != levels.right {
            log.push(finding(comparison, section, &headings));
        }
    }
}

fn headings(section: &Section) -> Vec<(u8, &Block)> {
    let of = |block: &'_ Block| match block.kind {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    };
    section.blocks.iter().filter_map(|block| Some((of(block)?, block))).collect()
}

/// At the first sub-heading without an answer, in the edition that has it.
fn finding(
    comparison: &Comparison<'_>,
    section: &Bilingual<Section>,
    headings: &Bilingual<Vec<(u8, &Block)>>,
) -> Diagnostic {
    let pairs = headings.left.iter().zip(&headings.right);
    let same = pairs.take_while(|(left, right)| left.0 == right.0).count();
    let side = if headings.left.len() >= headings.right.len() { Side::Left } else { Side::Right };
    let span = |side: Side| headings[side].get(same).map_or(section[side].head(), |(_, block)| block.span);
    let count = |side: Side| headings[side].len();
    let message = if count(Side::Left) == count(Side::Right) {
        Text::new("sub-headings-level")
    } else {
        Text::new("sub-headings").with_count("here", count(side)).with_count("there", count(side.twin()))
    };
    comparison.finding(Rule::SubHeadings, side, span(side), span(side.twin()), message).hint("sub-headings-hint")
}
