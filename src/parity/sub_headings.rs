//! `sub-headings`: both editions have the same sub-headings, of the same levels, in the same section.
//!
//! Readers who compare the two pages find their way by them, and a sub-heading that is missing is a part that is missing.

use super::answers::{Likeness, answers};
use super::comparison::{Comparison, Section};
use super::part::{by_sub_heading, is_alike_without_sub_headings};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::{Block, BlockKind};

/// A sub-heading with how many other blocks stand before it in its section.
type Placed<'a> = (&'a Block, usize);

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        let headings = section.as_ref().map(headings);
        if headings.left.len() == headings.right.len() {
            log.extend(of_another_level(comparison, &headings));
        } else {
            log.push(alone(comparison, section, &headings));
        }
    }
}

pub(super) fn headings(section: &Section) -> Vec<Placed<'_>> {
    let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
    let headings = section.blocks.iter().enumerate().filter(|(_, block)| is_heading(block));
    headings.enumerate().map(|(before, (at, block))| (block, at - before)).collect()
}

fn level(heading: &Placed<'_>) -> BlockKind {
    heading.0.kind.clone()
}

/// At the first sub-heading of another level.
fn of_another_level(comparison: &Comparison<'_>, headings: &Bilingual<Vec<Placed<'_>>>) -> Option<Diagnostic> {
    let mut pairs = headings.left.iter().zip(&headings.right);
    let (left, right) = pairs.find(|(left, right)| level(left) != level(right))?;
    let message = Text::new("sub-headings-level");
    let finding = comparison.finding(Rule::SubHeadings, Side::Left, left.0.span, right.0.span, message);
    Some(finding.hint("sub-headings-level-hint"))
}

/// At the first sub-heading without an answer, in the edition that has it.
fn alone(
    comparison: &Comparison<'_>,
    section: &Bilingual<Section>,
    headings: &Bilingual<Vec<Placed<'_>>>,
) -> Diagnostic {
    let side = if headings.left.len() > headings.right.len() { Side::Left } else { Side::Right };
    let twin = section[side.twin()].head();
    let (here, there) = by_place(side, section, headings).unwrap_or_else(|| by_words(side, section));
    let count = |side: Side| headings[side].len();
    let message = Text::new("sub-headings").with_count("here", count(side)).with_count("there", count(side.twin()));
    comparison.finding(Rule::SubHeadings, side, here, there.unwrap_or(twin), message).hint("sub-headings-hint")
}

/// Where only the sub-heading is missing, it is known by what it stands before; so is what answers that.
fn by_place(
    side: Side,
    section: &Bilingual<Section>,
    headings: &Bilingual<Vec<Placed<'_>>>,
) -> Option<(Span, Option<Span>)> {
    if !is_alike_without_sub_headings(section) {
        return None;
    }
    let (long, short) = (&headings[side], &headings[side.twin()]);
    let same = long.iter().zip(short).take_while(|(long, short)| long.1 == short.1).count();
    let (alone, before) = long.get(same)?;
    let is_other = |block: &&Block| !matches!(block.kind, BlockKind::Heading(_));
    let there = section[side.twin()].blocks.iter().filter(is_other).nth(*before);
    Some((alone.span, there.map(|block| block.span)))
}

/// Elsewhere by all that stands under it.
fn by_words(side: Side, section: &Bilingual<Section>) -> (Span, Option<Span>) {
    let rows = section.as_ref().map(|section| by_sub_heading(&section.blocks));
    let answers = answers(&rows, Likeness::of);
    let span = |blocks: &[Block]| blocks.first().map(|block| block.span);
    let alone = answers.alone.into_iter().find_map(|alone| Some((span(alone.it)?, alone.beside.and_then(span))));
    alone.unwrap_or((section[side].head(), None))
}
