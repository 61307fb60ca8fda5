//! `figures`: every number, amount, date, time, grade and level of one edition has its equal in the other.
//!
//! A figure is what candidates act on, and what nobody sees in a translation that reads well: ten years that were five in
//! the draft, a deadline that was moved in one language. What is compared is what figures say, not how they are written;
//! words that are often no figure, such as *one*, *first* or *both*, can answer one, but need no answer.
//!
//! The figures are read once, for `figure-against-fact` too.

mod answers;
mod clock;
mod codes;
mod counted;
mod dates;
mod digits;
#[cfg(test)]
mod examples;
mod facts;
mod read;
mod stated;
mod tokens;
mod value;

use std::collections::BTreeSet;
use std::ops::Range;

use super::comparison::{Comparison, Passage, Section};
use super::part::passages;
use super::post_marks::Speech;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Level, Side, Span};
use crate::locale::Tongue;
use crate::markdown::{Block, MarkKind};

use answers::{Fault, faults};
use facts::{Said, contradictions};
use read::{Figure, Terms, figures};
use tokens::Tokens;

/// A figure, the block that it stands in, and whether a fact contradicts it.
struct Found<'b> {
    block: &'b Block,
    figure: Figure,
    is_contradicted: bool,
}

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let tongues = Bilingual::of(|side| Tongue::of(&comparison.site.languages[side].code));
    let Some(tongues) = tongues.both() else { return };
    let terms = Bilingual::of(|side| Terms::new(comparison.site, side));
    let reading = Reading { comparison, tongues, terms, posts: Speech::of(comparison) };
    for section in &comparison.sections {
        for passage in passages(section) {
            let found = Bilingual::of(|side| reading.read(&passage[side], side, log));
            compare(comparison, section, passage, &found, log);
        }
    }
}

/// What is needed to read figures.
struct Reading<'r, 'a> {
    comparison: &'r Comparison<'a>,
    tongues: Bilingual<Tongue>,
    terms: Bilingual<Terms<'a>>,
    posts: Option<Speech<'a>>,
}

impl Reading<'_, '_> {
    /// The figures of some blocks; notes those that a fact contradicts.
    fn read<'b>(&self, blocks: &[&'b Block], side: Side, log: &mut Log) -> Vec<Found<'b>> {
        let mut found = Vec::new();
        for block in blocks {
            let mut figures = figures(&block.prose, self.tongues[side], &self.terms[side]);
            if let Some(posts) = self.posts.as_ref().filter(|_| !figures.is_empty()) {
                // Whether both editions name the same posts is asked by `post-marks`.
                let names = posts.names(block, side);
                figures.retain(|figure| !names.iter().any(|name| overlap(name, &figure.words)));
            }
            let contradicted = self.hold_against_facts(block, &figures, side, log);
            found.extend(figures.into_iter().map(|figure| {
                let is_contradicted = contradicted.contains(&figure.words.start);
                Found { block, figure, is_contradicted }
            }));
        }
        found
    }

    /// Where the words of a block begin that a fact contradicts.
    fn hold_against_facts(&self, block: &Block, figures: &[Figure], side: Side, log: &mut Log) -> BTreeSet<usize> {
        let Some(facts) = self.comparison.facts else { return BTreeSet::new() };
        let is_foreign = |kind: &MarkKind| matches!(kind, MarkKind::Language(_));
        // A correction says what was wrong, too.
        let corrections = &self.comparison.editions[side].words.corrections;
        if corrections.iter().any(|correction| correction.text.span == block.span) {
            return BTreeSet::new();
        }
        let is_bare = figures.is_empty() && !self.names_clearance(block);
        if is_bare || block.prose.marks().iter().any(|mark| is_foreign(&mark.kind)) {
            return BTreeSet::new();
        }
        let is_front = block.span.end <= self.comparison.editions[side].body;
        let said = Said { block, tokens: Tokens::new(block.prose.text(), self.tongues[side]), figures, is_front };
        let found = contradictions(&said, facts, &self.terms[side], self.comparison);
        log.extend(found.iter().map(|found| facts::finding(self.comparison, side, block, found)));
        found.iter().map(|found| found.words.start).collect()
    }

    fn names_clearance(&self, block: &Block) -> bool {
        let known = &self.comparison.site.vocabulary.clearances;
        known.iter().any(|code| code.len() > 1 && block.prose.text().contains(code.as_str()))
    }
}

fn overlap(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

fn compare(
    comparison: &Comparison<'_>,
    section: &Bilingual<Section>,
    passage: &Passage<'_>,
    found: &Bilingual<Vec<Found<'_>>>,
    log: &mut Log,
) {
    let figures = found.as_ref().map(|found| found.iter().map(|found| &found.figure).collect::<Vec<_>>());
    let faults = faults(&figures);
    if faults.is_empty() {
        return;
    }
    let calls = Bilingual::of(|side| calls(&passage[side]));
    let is_called = Bilingual::of(|side| calls[side.twin()].difference(&calls[side]).next().is_some());
    // What contradicts a fact has been said, unless the site or the notice does not want to hear of it.
    let is_said = |side: Side, at: usize| found[side][at].is_contradicted && is_heard(comparison);
    let mut lone = 0;
    for fault in faults {
        match fault {
            Fault::Differ(at) if Side::BOTH.into_iter().any(|side| is_said(side, at[side])) => {}
            Fault::Differ(at) => log.push(differ(comparison, found, &at)),
            Fault::Missing(side, at) => {
                // A message that only the twin calls says it there; in blocks that do not answer each other one by one,
                // what is missing is more than its figures.
                let is_whole = passage.left.len() == 1 && passage.right.len() == 1;
                lone += usize::from(!is_whole);
                if !is_called[side] && lone < 2 && !is_said(side, at) {
                    log.push(missing(comparison, section, passage, side, &found[side][at]));
                }
            }
        }
    }
}

/// Whether a finding of `figure-against-fact` weighs as much as one of `figures`.
fn is_heard(comparison: &Comparison<'_>) -> bool {
    let word = Rule::FigureAgainstFact.word();
    let level = comparison.site.parity.level(word);
    let accepts =
        comparison.editions.iter().any(|(_, edition)| edition.accepted.iter().any(|found| found.rule == word));
    level.is_none_or(|level| level == Level::Error) && !accepts
}

/// The messages that some blocks call.
fn calls<'b>(blocks: &[&'b Block]) -> BTreeSet<&'b str> {
    let name = |kind: &'b MarkKind| if let MarkKind::Call(name) = kind { Some(name.as_str()) } else { None };
    blocks.iter().flat_map(|block| block.prose.marks()).filter_map(|mark| name(&mark.kind)).collect()
}

fn differ(comparison: &Comparison<'_>, found: &Bilingual<Vec<Found<'_>>>, at: &Bilingual<usize>) -> Diagnostic {
    let found = Bilingual::of(|side| &found[side][at[side]]);
    let [here, there] = [found.left, found.right].map(words);
    let message = Text::new("figures-differ").with("here", here).with("there", there);
    let [left, right] = [found.left, found.right].map(place);
    // “1,500” is not the same number in the two languages.
    let hint = if here == there { "figures-signs-hint" } else { "figures-hint" };
    comparison.finding(Rule::Figures, Side::Left, left, right, message).hint(hint)
}

fn missing(
    comparison: &Comparison<'_>,
    section: &Bilingual<Section>,
    passage: &Passage<'_>,
    side: Side,
    found: &Found<'_>,
) -> Diagnostic {
    let message = Text::new("figures-missing").with("here", words(found));
    let there = match passage[side.twin()].as_slice() {
        [block] => block.span,
        _ => section[side.twin()].head(),
    };
    comparison.finding(Rule::Figures, side, place(found), there, message).hint("figures-hint")
}

fn words<'b>(found: &Found<'b>) -> &'b str {
    found.block.prose.text().get(found.figure.words.clone()).unwrap_or_default()
}

fn place(found: &Found<'_>) -> Span {
    found.block.prose.span(&found.figure.words)
}
