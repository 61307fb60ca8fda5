//! `emphasis`: an item or a paragraph that stands out as a whole, or by its first words, does so in both editions.
//!
//! Readers run along the strong words (`- **Achievement**: …`); where one edition lacks them, its readers miss what the
//! others see at once, and a competency is no longer recognised as one.

use super::comparison::{Comparison, Passage};
use super::part::{Joined, Part, Whole, parts};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, BlockKind, Mark, MarkKind};

/// How a paragraph stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stress {
    None,
    FirstWords,
    Whole,
}

/// A difference: the edition that stresses, the blocks, and how each of them stands out.
struct Difference<'a> {
    side: Side,
    blocks: Bilingual<&'a Block>,
    stress: Stress,
    is_item: bool,
}

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        // Items of one list that differ in one way are one difference.
        let mut row: Vec<Difference<'_>> = Vec::new();
        for part in parts(section) {
            for difference in differences(section, part) {
                let is_another = |last: &Difference<'_>| {
                    (last.side, last.stress, last.is_item) != (difference.side, difference.stress, true)
                };
                if row.last().is_some_and(is_another) {
                    log.extend(finding(comparison, &std::mem::take(&mut row)));
                }
                row.push(difference);
            }
        }
        log.extend(finding(comparison, &row));
    }
}

/// The paragraphs of a part that stand out in one edition only; of an item, the first.
fn differences<'a>(section: &Joined<'a>, part: &Part<'a>) -> Vec<Difference<'a>> {
    let is_item = part.of == Whole::Item;
    let limit = if is_item { 1 } else { usize::MAX };
    let pairs = section.passages_in(part).iter().filter_map(pair).take(limit);
    let differing = pairs.filter_map(|blocks| {
        let stress = blocks.as_ref().map(|block| stress(block));
        let side = match (stress.left, stress.right) {
            (left, right) if left == right => return None,
            (_, Stress::None) | (Stress::Whole, _) => Side::Left,
            _ => Side::Right,
        };
        Some(Difference { side, blocks, stress: stress[side], is_item })
    });
    differing.collect()
}

/// One paragraph in each edition.
fn pair<'a>(passage: &Passage<'a>) -> Option<Bilingual<&'a Block>> {
    let one = |side: Side| match passage[side].as_slice() {
        [block] if block.kind == BlockKind::Paragraph => Some(*block),
        _ => None,
    };
    Bilingual::of(one).both()
}

/// Italics only count for a paragraph as a whole: single words stand in italics for reasons of their language.
fn stress(block: &Block) -> Stress {
    let (text, marks) = (block.prose.text(), block.prose.marks());
    let start = text.len() - text.trim_start().len();
    let covers = |mark: &&Mark| {
        let rest = text.get(mark.words.end..).unwrap_or_default();
        is_stress(mark) && mark.words.start <= start && !rest.chars().any(char::is_alphanumeric)
    };
    if marks.iter().any(|mark| covers(&mark)) {
        Stress::Whole
    } else if marks.iter().any(|mark| mark.kind == MarkKind::Strong && mark.words.start <= start) {
        Stress::FirstWords
    } else {
        Stress::None
    }
}

fn is_stress(mark: &Mark) -> bool {
    matches!(mark.kind, MarkKind::Strong | MarkKind::Emphasis)
}

/// At the first words that stand out without an answer.
fn finding(comparison: &Comparison<'_>, row: &[Difference<'_>]) -> Option<Diagnostic> {
    let Difference { side, blocks, stress, .. } = row.first()?;
    let message = match stress {
        Stress::Whole => "emphasis-whole",
        _ => "emphasis",
    };
    let marks = blocks[*side].prose.marks();
    let here = marks.iter().find(|mark| is_stress(mark)).map_or(blocks[*side].span, |mark| mark.span);
    let message = Text::new(message).with_count("count", row.len());
    let twin = blocks[side.twin()].span;
    Some(comparison.finding(Rule::Emphasis, *side, here, twin, message).hint("emphasis-hint"))
}
